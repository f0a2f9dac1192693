/** Who judges what: the panels a judge sits in, less what he is recused from (domain.md 6.3). */
import type { EntryId, JudgeId } from '../model/ids.ts'
import type { Convention, Entry, Judge } from '../model/jury.ts'

/** Why a judge does not judge an entry. `unit` holds by itself, `declared` was said by somebody. */
export type RecusalWhy = { readonly why: 'unit' | 'declared'; readonly reason: string }

type Recusals = Pick<Convention, 'judges' | 'entries' | 'recusals' | 'lifts'>

/**
 * Asks for one pair after the other; made once, an answer costs nothing more than a look-up.
 * A recusal that was set aside with a reason does not hold; one declared after that holds again.
 */
export function recusalsOf(convention: Recusals): (judge: JudgeId, entry: EntryId) => RecusalWhy | null {
  const units = new Map<string, string | null>([...convention.judges, ...convention.entries].map(({ id, unit }) => [id, unit]))
  const lifted = latest(convention.lifts)
  const declared = latest(convention.recusals)
  return (judge, entry) => {
    const pair = pairOf(judge, entry)
    const lift = lifted.get(pair)
    const said = declared.get(pair)
    if (said !== undefined && (lift === undefined || said.at > lift.at)) return { why: 'declared', reason: said.reason }
    const unit = units.get(judge) ?? null
    return unit !== null && unit === units.get(entry) && lift === undefined ? { why: 'unit', reason: '' } : null
  }
}

/** Null when the judge may score the entry. For many pairs take `recusalsOf`. */
export const isRecused = (convention: Recusals, judge: JudgeId, entry: EntryId): RecusalWhy | null => recusalsOf(convention)(judge, entry)

const pairOf = (judge: string, entry: string): string => `${judge}/${entry}`

function latest<T extends { readonly judge: string; readonly entry: string; readonly at: string }>(all: readonly T[]): Map<string, T> {
  const found = new Map<string, T>()
  for (const one of all) {
    const pair = pairOf(one.judge, one.entry)
    const there = found.get(pair)
    if (there === undefined || one.at >= there.at) found.set(pair, one)
  }
  return found
}

/** `recused` is only ever true when `assignedTo` was asked for all. */
export type Assigned = { readonly entry: Entry; readonly stages: readonly string[]; readonly recused: RecusalWhy | null }

/**
 * What a judge scores, in the order of the entries, with the keys of its stages in the order of the rubric. Several panels add up.
 * Withdrawn and recused entries are left out, unless `all` is asked for.
 */
export function assignedTo(convention: Convention, judge: Judge['id'], options: { readonly all?: boolean } = {}): readonly Assigned[] {
  const stagesOf = new Map<string, Set<string>>()
  const every = convention.stages.map(({ key }) => key)
  for (const panel of convention.panels) {
    if (!panel.judges.includes(judge)) continue
    const stages = panel.stages.length === 0 ? every : panel.stages
    for (const entry of panel.entries) {
      const known = stagesOf.get(entry) ?? new Set()
      for (const stage of stages) known.add(stage)
      stagesOf.set(entry, known)
    }
  }
  const recusedFrom = recusalsOf(convention)
  const found: Assigned[] = []
  for (const entry of convention.entries) {
    const its = stagesOf.get(entry.id)
    if (its === undefined) continue
    const recused = recusedFrom(judge, entry.id)
    if (options.all !== true && (recused !== null || entry.withdrawn !== '')) continue
    const stages = every.filter((key) => its.has(key))
    if (stages.length > 0) found.push({ entry, stages, recused })
  }
  return found
}
