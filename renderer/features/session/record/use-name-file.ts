/** A file of names somebody chose, as sheets of text. */
import { useState } from 'react'
import { useText } from '../../../app/text.ts'
import { useLab } from '../../../lab/lab-context.tsx'
import { sheetsOf, troubleOfReading } from '../../../lab/read-file.ts'
import type { Sheet, Table } from '../../../lab/read-table.ts'
import type { Trouble } from '../../../lab/refusal.ts'

export type NameFile = {
  readonly sheets: readonly Sheet[]
  readonly busy: boolean
  readonly trouble: Trouble | null
  readonly read: (file: File | null) => void
}

/** A list of names has one a line, whatever stands in it. */
const linesOf = (text: string): Table => text.split(/\r\n|\r|\n/u).map((line) => [line])

export function useNameFile(): NameFile {
  const t = useText()
  const client = useLab()
  const [state, setState] = useState<Omit<NameFile, 'read'>>({ sheets: [], busy: false, trouble: null })
  const open = async (file: File) => {
    setState({ sheets: [], busy: true, trouble: null })
    try {
      const sheets = await sheetsOf(client, file, linesOf)
      setState({ sheets: sheets.filter(({ rows }) => rows.length > 0), busy: false, trouble: null })
    } catch (error) {
      setState({ sheets: [], busy: false, trouble: troubleOfReading(error, t('record.importUnreadSafe')) })
    }
  }
  return { ...state, read: (file) => void (file === null ? undefined : open(file)) }
}
