/** The watch over succession, from the lines of the indexes and the leaders that labs name. */
import type { Watched } from '#shared/api/catalogue.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { Lab } from '#shared/model/lab.ts'
import { leaderChangeOf, watchedOf } from '#shared/rules/catalogue-watch.ts'
import { refuse } from './caller.ts'
import type { RouterParts } from './router.ts'

/** Most threats first, then by name. Archived labs are left out. @param of one lab, or all of them */
export async function watchAll(
  { library, workspace }: Pick<RouterParts, 'library' | 'workspace'>,
  of: string | undefined,
): Promise<Watched[]> {
  await library.settle()
  const labs: Lab[] = []
  for (const { id, archived } of workspace.labs()) {
    const lab = archived ? null : await library.lab(id as LabId) // one of the labs of the workspace
    if (lab !== null) labs.push(lab)
  }
  if (of !== undefined && !labs.some(({ id }) => id === of)) throw refuse('NOT_FOUND', 'lab', of)
  const found: Watched[] = []
  for (const lab of labs) {
    if (of !== undefined && lab.id !== of) continue
    const changed = leaderChangeOf(lab, labs)
    const units = new Map(lab.units.map((unit) => [String(unit.id), unit.name]))
    for (const summary of await library.summaries(lab.id)) {
      const one = watchedOf(lab.id, units.get(summary.unit ?? '') ?? '', summary, changed)
      if (one !== null) found.push(one)
    }
  }
  return found.sort((a, b) => b.threats.length - a.threats.length || a.name.localeCompare(b.name, 'id'))
}
