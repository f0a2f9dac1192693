/** Conventions of a lab as documents need them: what was judged, by whom, and who won. */
import type { Workspace } from '#core/workspace/workspace.ts'
import type { OpenConvention } from '#shared/api/jury.ts'
import type { LabId } from '#shared/model/ids.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'

/** All that open, the newest first. */
export async function conventionsIn({ conventions }: Pick<Workspace, 'conventions'>, lab: LabId): Promise<readonly OpenConvention[]> {
  const open: OpenConvention[] = []
  for (const id of await conventions.ids(lab)) {
    const found = await conventions.open(lab, id)
    if (found !== null) open.push(found)
  }
  return open.sort((a, b) => compare(b.convention.date, a.convention.date) || compare(a.convention.name, b.convention.name))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Counts = { readonly done: number; readonly of: number; readonly winners: number; readonly innovations: readonly string[] }
const counted = new WeakMap<OpenConvention, Counts>()

/** How far judging is; winners only once it is over. Counted once for each reading of a convention. */
export function countsOf(open: OpenConvention): Counts {
  const before = counted.get(open)
  if (before !== undefined) return before
  const { convention, sheets } = open
  const { done, of, winners } = conventionResult(convention, sheets)
  const innovationOf = new Map(convention.entries.map(({ id, innovation }) => [id, innovation]))
  const over = convention.state === 'selesai' ? winners : []
  const innovations = over.flatMap((id) => innovationOf.get(id) ?? [])
  const counts = { done, of, winners: over.length, innovations }
  counted.set(open, counts)
  return counts
}

/** Innovation → how often it was among the winners of a convention that is over. */
export function awardsOf(conventions: readonly OpenConvention[]): Readonly<Record<string, number>> {
  const awards: Record<string, number> = {}
  for (const id of conventions.flatMap((open) => countsOf(open).innovations)) awards[id] = (awards[id] ?? 0) + 1
  return awards
}
