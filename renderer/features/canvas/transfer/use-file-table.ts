/** A file somebody chose, as sheets of text. */
import { useState } from 'react'
import { type UnreadableReason, unreadableReasons } from '#shared/api/contract.ts'
import { useText } from '../../../app/text.ts'
import { useLab } from '../../../lab/lab-context.tsx'
import { codeOf, type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { fileTable, looksBinary, looksLikeWorkbook, mostBytes, type Sheet } from './read-table.ts'

export type FileReading = {
  /** Of the file; null while none was chosen. */
  readonly name: string | null
  readonly busy: boolean
  readonly sheets: readonly Sheet[]
  readonly at: number
  /** The sheet that was picked; null while there is no file, or none that can be read. */
  readonly sheet: Sheet | null
  readonly trouble: Trouble | null
  readonly read: (file: File) => void
  readonly pick: (at: number) => void
  readonly forget: () => void
}

type State = Pick<FileReading, 'name' | 'busy' | 'sheets' | 'at' | 'trouble'>
const nothing: State = { name: null, busy: false, sheets: [], at: 0, trouble: null }

/** Thrown for a file that cannot be read. */
class Unreadable extends Error {
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason) {
    super(reason)
    this.reason = reason
  }
}

export function useFileTable(): FileReading {
  const client = useLab()
  const t = useText()
  const [state, setState] = useState<State>(nothing)
  const troubled = (error: unknown): Trouble => {
    const reason = error instanceof Unreadable ? error.reason : codeOf(error) === 'UNREADABLE' ? reasonOf(error) : null
    if (reason === null) return troubleOf(error)
    const detail = error instanceof Error ? error.message : ''
    return { what: t(`transfer.unread_${reason}`), safe: t('transfer.unreadSafe'), todo: t(`transfer.unread_${reason}_do`), detail }
  }
  const sheetsOf = async (file: File): Promise<readonly Sheet[]> => {
    if (file.size > mostBytes) throw new Unreadable('size')
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (looksLikeWorkbook(bytes)) return (await client.table.read({ file })).sheets
    if (looksBinary(bytes)) throw new Unreadable('type')
    return [{ name: file.name, rows: fileTable(bytes, file.name.split('.').at(-1)?.toLowerCase() ?? '') }]
  }
  return {
    ...state,
    sheet: state.sheets[state.at] ?? null,
    read: (file) => {
      setState({ ...nothing, name: file.name, busy: true })
      sheetsOf(file).then(
        (sheets) =>
          setState({
            ...nothing,
            name: file.name,
            sheets,
            at: Math.max(
              0,
              sheets.findIndex((sheet) => sheet.rows.length > 0),
            ),
          }),
        (error: unknown) => setState({ ...nothing, trouble: troubled(error) }),
      )
    },
    pick: (at) => setState((now) => ({ ...now, at })),
    forget: () => setState(nothing),
  }
}

/** Damage is what is left when the refusal names no reason. */
function reasonOf(error: unknown): UnreadableReason {
  const data = (error as { data?: { reason?: unknown } }).data // a refusal carries its data; anything else has none
  return unreadableReasons.find((reason) => reason === data?.reason) ?? 'damaged'
}
