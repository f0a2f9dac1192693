/** Which panel judges which entry: an even share for everybody, and nobody before a panel that may not judge it. */
import type { EntryId, JudgeId, PanelId } from '../model/ids.ts'
import type { Convention, Entry, Panel } from '../model/jury.ts'
import { recusalsOf } from './jury-recusal.ts'
import { orderFrom } from './jury-seed.ts'
import { kept, turnsOf } from './jury-turns.ts'

/** `perEntry`: judges each entry shall have at least. By `category` the entries of one stay together in one panel. */
export type Balance = { readonly perEntry: number; readonly by: 'count' | 'category' }
type Recused = (judge: JudgeId, entry: EntryId) => boolean

/**
 * The panels of the convention with entries shared out anew. Panels for the same stages share all entries among them; panels for other
 * stages do so by themselves. The same seed gives the same panels, whatever order the entries are in.
 */
export function balanced(convention: Convention, balance: Balance, seed: string): readonly Panel[] {
  const { panels, stages } = convention
  const why = recusalsOf(convention)
  const recused: Recused = (judge, entry) => why(judge, entry) !== null
  const groups = new Map<string, Panel[]>()
  for (const panel of panels) {
    const keys = stages.map(({ key }) => key).filter((key) => panel.stages.length === 0 || panel.stages.includes(key))
    kept(groups, keys.join('\n'), () => []).push(panel)
  }
  const given = new Map<PanelId, EntryId[]>(panels.map(({ id }) => [id, []]))
  for (const group of groups.values()) shareOut(convention, group, balance, recused, seed, given)
  const place = new Map(convention.entries.map(({ id }, at) => [id, at]))
  return panels.map((panel) => ({
    ...panel,
    entries: (given.get(panel.id) ?? []).toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
  }))
}

function shareOut(
  { entries }: Convention,
  group: readonly Panel[],
  { perEntry, by }: Balance,
  recused: Recused,
  seed: string,
  given: Map<PanelId, EntryId[]>,
): void {
  const sitting = group.filter(({ judges }) => judges.length > 0)
  const work = new Map<JudgeId, number>()
  const taking = entries.filter(({ withdrawn }) => withdrawn === '')
  for (const bundle of bundled(taking, by, sitting, recused, seed)) {
    const left = [...sitting]
    // After the first panel, another one helps out with those that still have too few judges.
    let short = bundle.map((entry) => ({ entry, judges: new Set<JudgeId>() }))
    while (short.length > 0) {
      const wanting = short.map(({ entry }) => entry)
      const panel = bestOf(left, wanting, perEntry, recused, work)
      if (panel === undefined) break
      left.splice(left.indexOf(panel), 1)
      for (const { entry, judges } of short) {
        given.get(panel.id)?.push(entry.id)
        for (const judge of panel.judges) {
          if (recused(judge, entry.id) || judges.has(judge)) continue
          judges.add(judge)
          work.set(judge, (work.get(judge) ?? 0) + 1)
        }
      }
      short = short.filter(({ judges }) => judges.size < perEntry)
    }
  }
}

/** What goes to a panel together: first whatever fewest may judge, then by lot; categories the largest first. */
function bundled(
  entries: readonly Entry[],
  by: Balance['by'],
  panels: readonly Panel[],
  recused: Recused,
  seed: string,
): readonly (readonly Entry[])[] {
  const drawn = orderFrom(entries, ({ id }) => id, seed)
  if (by === 'category') {
    const bundles = new Map<string, Entry[]>()
    for (const entry of drawn) kept(bundles, entry.category, () => []).push(entry)
    return [...bundles.values()].toSorted((a, b) => b.length - a.length)
  }
  const barred = (entry: Entry): number => panels.filter(({ judges }) => judges.some((judge) => recused(judge, entry.id))).length
  return drawn
    .map((entry) => ({ entry, barred: barred(entry) }))
    .toSorted((a, b) => b.barred - a.barred)
    .map(({ entry }) => [entry])
}

/** The panel that leaves fewest entries short of judges, then with fewest recused, then with least work so far for each of its judges. */
function bestOf(
  panels: readonly Panel[],
  entries: readonly Entry[],
  perEntry: number,
  recused: Recused,
  work: ReadonlyMap<JudgeId, number>,
): Panel | undefined {
  const costs = panels.map((panel, at) => {
    const judging = entries.map(({ id }) => panel.judges.filter((judge) => !recused(judge, id)).length)
    const short = judging.filter((count) => count < Math.min(perEntry, panel.judges.length)).length
    const away = judging.reduce((sum, count) => sum + panel.judges.length - count, 0)
    const load = panel.judges.reduce((sum, judge) => sum + (work.get(judge) ?? 0), 0) / panel.judges.length
    return { panel, at, short, away, load }
  })
  return costs.toSorted((a, b) => a.short - b.short || a.away - b.away || a.load - b.load || a.at - b.at)[0]?.panel
}

/** What is wrong with who judges what; entries that are withdrawn are not asked about. */
export type AssignmentIssue =
  | { readonly issue: 'panelWithoutJudges'; readonly panel: PanelId }
  | { readonly issue: 'judgeWithoutEntries'; readonly judge: JudgeId }
  | { readonly issue: 'entryWithoutPanel'; readonly entry: EntryId; readonly stage: string }
  /** Judges who are left after recusal, of those wanted. */
  | { readonly issue: 'fewJudges'; readonly entry: EntryId; readonly stage: string; readonly judges: number; readonly wanted: number }

/** @param wanted judges of each entry and stage, at least */
export function assignmentIssues(convention: Convention, wanted = 2): readonly AssignmentIssue[] {
  const turns = turnsOf(convention)
  const issues: AssignmentIssue[] = []
  for (const { id, judges } of convention.panels) if (judges.length === 0) issues.push({ issue: 'panelWithoutJudges', panel: id })
  const busy = new Set<JudgeId>()
  for (const { id: entry, withdrawn } of convention.entries) {
    if (withdrawn !== '') continue
    for (const { key: stage } of convention.stages) {
      const its = turns.get(entry)?.get(stage) ?? []
      const left = its.filter(({ recused }) => !recused)
      for (const { judge } of left) busy.add(judge)
      if (its.length === 0) issues.push({ issue: 'entryWithoutPanel', entry, stage })
      else if (left.length < wanted) issues.push({ issue: 'fewJudges', entry, stage, judges: left.length, wanted })
    }
  }
  for (const { id } of convention.judges) if (!busy.has(id)) issues.push({ issue: 'judgeWithoutEntries', judge: id })
  return issues
}
