import type * as Y from 'yjs'
import type { LabId } from '#shared/model/ids.ts'
import { sayNow } from '../../../app/text.ts'
import type { LabDataStore } from '../../../lab/data.ts'
import { keepImport, lastImports } from './last-import.ts'
import { takeBackImport } from './take.ts'

/** Takes the last import of the lab back, once, and says in its report what was left. */
export function undoImport(doc: Y.Doc, lab: LabId, data: LabDataStore): void {
  const last = lastImports.getState()[lab]
  if (!last?.receipt) return
  const innovations = data.getState().overviews[lab]?.innovations ?? []
  const inUse = new Set(innovations.flatMap(({ unit }) => (unit === null ? [] : [unit])))
  const n = takeBackImport(doc, last.receipt, inUse)
  keepImport(lab, { text: n === 0 ? sayNow('people.undone') : sayNow('people.undoneKept', { n }), report: '', receipt: null })
}
