/** A file somebody chose, as sheets of text. */
import { useState } from 'react'
import { useText } from '../../../app/text.ts'
import { useLab } from '../../../lab/lab-context.tsx'
import { sheetsOf, troubleOfReading } from '../../../lab/read-file.ts'
import type { Sheet } from '../../../lab/read-table.ts'
import type { Trouble } from '../../../lab/refusal.ts'

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

export function useFileTable(): FileReading {
  const client = useLab()
  const t = useText()
  const [state, setState] = useState<State>(nothing)
  return {
    ...state,
    sheet: state.sheets[state.at] ?? null,
    read: (file) => {
      setState({ ...nothing, name: file.name, busy: true })
      sheetsOf(client, file).then(
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
        (error: unknown) => setState({ ...nothing, trouble: troubleOfReading(error, t('transfer.unreadSafe')) }),
      )
    },
    pick: (at) => setState((now) => ({ ...now, at })),
    forget: () => setState(nothing),
  }
}
