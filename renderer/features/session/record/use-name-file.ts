/** A file of names somebody chose, as sheets of text. */
import { useState } from 'react'
import { parseCsv } from '#shared/rules/cell-text.ts'
import { useText } from '../../../app/text.ts'
import { useLab } from '../../../lab/lab-context.tsx'
import { codeOf, type Trouble, troubleOf } from '../../../lab/refusal.ts'

export type NameSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }
export type NameFile = {
  readonly sheets: readonly NameSheet[]
  readonly busy: boolean
  readonly trouble: Trouble | null
  readonly read: (file: File | null) => void
}

/** What the lab takes. */
const mostBytes = 12 * 1024 * 1024

export function useNameFile(): NameFile {
  const t = useText()
  const client = useLab()
  const [state, setState] = useState<Omit<NameFile, 'read'>>({ sheets: [], busy: false, trouble: null })
  const unread = (detail: string): Trouble => ({
    what: t('record.importUnread'),
    safe: t('record.importUnreadSafe'),
    todo: t('record.importUnreadDo'),
    detail,
  })
  const open = async (file: File) => {
    setState({ sheets: [], busy: true, trouble: null })
    try {
      if (file.size > mostBytes) throw new RangeError(`${file.size} bytes`)
      const bytes = new Uint8Array(await file.arrayBuffer())
      const workbook = bytes[0] === 0x50 && bytes[1] === 0x4b
      const sheets = workbook ? (await client.table.read({ file })).sheets : [{ name: file.name, rows: rowsOf(bytes, file.name) }]
      setState({ sheets: sheets.filter(({ rows }) => rows.length > 0), busy: false, trouble: null })
    } catch (error) {
      const ours = error instanceof RangeError || error instanceof TypeError || codeOf(error) === 'UNREADABLE'
      setState({ sheets: [], busy: false, trouble: ours ? unread(String(error)) : troubleOf(error) })
    }
  }
  return { ...state, read: (file) => void (file === null ? undefined : open(file)) }
}

/** Refuses with a TypeError what is no text. */
function rowsOf(bytes: Uint8Array, name: string): NameSheet['rows'] {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  if (!wide && bytes.subarray(0, 4096).includes(0)) throw new TypeError('no text')
  const text = wide ? new TextDecoder('utf-16le').decode(bytes) : plain(bytes)
  return /\.txt$/iu.test(name) ? text.split(/\r\n|\r|\n/u).map((line) => [line]) : parseCsv(text)
}

/** Old programs write Windows-1252. */
function plain(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
