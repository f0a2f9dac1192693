/** The last import of each lab, for as long as the window is open: its report, and the way back after the undo bar is gone. */
import { createStore } from 'zustand/vanilla'
import type { LabId } from '#shared/model/ids.ts'
import type { Receipt } from './take.ts'

export type LastImport = {
  readonly text: string
  /** Rows that were left out, one a line; empty when all went in. */
  readonly report: string
  /** Null once it was taken back. */
  readonly receipt: Receipt | null
}

export const lastImports = createStore<Readonly<Record<string, LastImport | undefined>>>(() => ({}))
export const keepImport = (lab: LabId, one: LastImport | undefined): void => lastImports.setState({ [lab]: one })
