/** The lines of a gate's table: who stands before it, who was let through, and who went on without the approval. */
import type { Lab, Unit } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { factsOfSummary, type GateState, gateState } from '#shared/rules/gates.ts'
import type { LabStage } from '../../lab/open-lab.tsx'

export const rowStates = ['ready', 'lacks', 'done'] as const
export type RowState = (typeof rowStates)[number]

export type GateRow = {
  readonly one: InnovationSummary
  readonly unit: Unit | null
  readonly gate: GateState
  readonly state: RowState
  /** Stands at this stage now; the others are here for their approval alone. */
  readonly here: boolean
}

/** Who stands here first, in the order of the lab's units, those without one last; in a unit by name. */
export function gateRows(
  stage: LabStage,
  stages: readonly LabStage[],
  lab: Lab,
  innovations: readonly InnovationSummary[],
): readonly GateRow[] {
  const place = new Map(lab.units.map((unit, at) => [unit.id as string, { unit, at }]))
  const at = stages.findIndex(({ key }) => key === stage.key)
  const rows: (GateRow & { readonly rank: number })[] = []
  for (const one of innovations) {
    if (one.archived) continue
    const here = one.stage === stage.key || stage.key === 'documentation'
    const beyond = stages.findIndex(({ key }) => key === one.stage) > at
    if (!here && !(beyond && stage.def.gate.kind === 'approval')) continue
    const gate = gateState(stage.def, factsOfSummary(one), lab)
    const found = place.get(one.unit ?? '')
    rows.push({ one, unit: found?.unit ?? null, gate, state: stateOf(gate, here), here, rank: found?.at ?? place.size })
  }
  return rows.sort((a, b) => Number(b.here) - Number(a.here) || a.rank - b.rank || a.one.name.localeCompare(b.one.name, 'id'))
}

function stateOf(gate: GateState, here: boolean): RowState {
  if (gate.kind === 'approval') return gate.passable ? 'done' : gate.missing.length > 0 || !here ? 'lacks' : 'ready'
  if (gate.missing.length === 0) return 'ready'
  return gate.override === null ? 'lacks' : 'done'
}

export type RowFilter = { readonly state: RowState | 'all'; readonly unit: string | null; readonly words: string }

/** @param words as typed; matched against the names of the innovation and of its unit */
export function shownRows(rows: readonly GateRow[], { state, unit, words }: RowFilter): readonly GateRow[] {
  const wanted = words.trim().toLocaleLowerCase('id')
  return rows.filter(
    (row) =>
      (state === 'all' || row.state === state) &&
      (unit === null || row.unit?.id === unit) &&
      (wanted === '' ||
        `${row.one.name} ${row.one.longName} ${row.unit?.name ?? ''} ${row.unit?.short ?? ''}`.toLocaleLowerCase('id').includes(wanted)),
  )
}

export const countStates = (rows: readonly GateRow[]): Readonly<Record<RowState | 'all', number>> => ({
  all: rows.length,
  ready: rows.filter(({ state }) => state === 'ready').length,
  lacks: rows.filter(({ state }) => state === 'lacks').length,
  done: rows.filter(({ state }) => state === 'done').length,
})
