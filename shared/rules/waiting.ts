/** What lies on the coach's desk, read off the summaries of a lab's innovations. */
import type { Unit } from '../model/lab.ts'
import type { StageKey } from '../model/pack.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { folded } from './fold.ts'

/** Something a coach can review: a form, another canvas, or a proposal. */
export type Reviewable = { readonly of: string; readonly kind: 'form' | 'canvas' | 'proposal'; readonly title: string }

/** With the coach, back with the team, accepted, or never handed in. */
export type DeskState = 'waiting' | 'returned' | 'accepted' | 'draft'

export type DeskRow = {
  /** `<innovation>/<of>` */
  readonly key: string
  readonly innovation: InnovationSummary
  /** Name of the unit, or empty. */
  readonly unit: string
  readonly of: string
  readonly kind: Reviewable['kind']
  readonly title: string
  readonly state: DeskState
  /** Of the last round; empty where there is none. */
  readonly by: string
  /** ISO moment. */
  readonly at: string
  /** How often it was handed in. */
  readonly submitted: number
  /** A coach looked before the last round of the team, so what was looked at may be another thing by now. */
  readonly changed: boolean
  /** What is asked for is searched in here, folded. */
  readonly words: string
}

export type DeskFilter = {
  readonly show: 'waiting' | 'returned' | 'all'
  /** Empty for all. */
  readonly stage: StageKey | ''
  readonly unit: string
  readonly of: string
  readonly words: string
}

export const deskKey = (innovation: string, of: string): string => `${innovation}/${of}`

const states = { submitted: 'waiting', returned: 'returned', accepted: 'accepted' } as const
const rank: Readonly<Record<DeskState, number>> = { waiting: 0, returned: 1, draft: 2, accepted: 3 }

/**
 * Everything that was handed in or that something is written in, except of archived innovations. What waits comes first, the oldest
 * before the others; then what is with the teams, then the rest by name. A form no pack knows any more stands under its id.
 */
export function deskRows(
  innovations: readonly InnovationSummary[],
  units: readonly Unit[],
  things: readonly Reviewable[],
): readonly DeskRow[] {
  const unitNames = new Map<string, string>(units.map((unit) => [unit.id, unit.name]))
  const known = new Map(things.map((thing) => [thing.of, thing]))
  const rows: DeskRow[] = []
  for (const innovation of innovations) {
    if (innovation.archived) continue
    const unit = unitNames.get(innovation.unit ?? '') ?? ''
    for (const of of thingsIn(innovation)) {
      const round = innovation.rounds[of]
      const looked = innovation.looked[of]
      const thing = known.get(of)
      // A canvas or proposal that no pack has cannot be shown; what was handed in is at least named.
      if (thing === undefined && round === undefined) continue
      const title = thing?.title ?? of
      rows.push({
        key: deskKey(innovation.id, of),
        innovation,
        unit,
        of,
        kind: thing?.kind ?? 'form',
        title,
        state: round === undefined ? 'draft' : states[round.kind],
        by: round?.by ?? '',
        at: round?.at ?? '',
        submitted: round?.submitted ?? 0,
        changed: round?.kind === 'submitted' && looked !== undefined && round.at > looked,
        words: folded(`${innovation.name} ${innovation.longName} ${unit} ${title} ${round?.by ?? ''}`),
      })
    }
  }
  return rows.sort(byTurn)
}

const thingsIn = (one: InnovationSummary): ReadonlySet<string> =>
  new Set([
    ...Object.keys(one.rounds),
    ...Object.keys(one.canvases),
    ...Object.entries(one.words).flatMap(([form, words]) => (words > 0 ? [form] : [])),
  ])

function byTurn(a: DeskRow, b: DeskRow): number {
  if (a.state !== b.state) return rank[a.state] - rank[b.state]
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.innovation.name.localeCompare(b.innovation.name, 'id') || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** All words must occur; capitals and accents do not matter. */
export function filterDesk(rows: readonly DeskRow[], filter: DeskFilter): readonly DeskRow[] {
  const words = folded(filter.words).split(' ').filter(Boolean)
  return rows.filter(
    (row) =>
      (filter.show === 'all' || row.state === filter.show) &&
      (filter.stage === '' || row.innovation.stage === filter.stage) &&
      (filter.unit === '' || row.innovation.unit === filter.unit) &&
      (filter.of === '' || row.of === filter.of) &&
      words.every((word) => row.words.includes(word)),
  )
}

export const deskCounts = (rows: readonly DeskRow[]): Readonly<Record<DeskState, number>> => {
  const counts = { waiting: 0, returned: 0, accepted: 0, draft: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** Where a coach goes from here: the next or the one before, or with `open` the next that nobody has answered yet, round the end. */
export function stepIn(queue: readonly string[], at: string, step: 1 | -1, open?: (key: string) => boolean): string | null {
  const here = queue.indexOf(at)
  if (open === undefined) return queue[here + step] ?? null
  const onward = [...queue.slice(here + 1), ...queue.slice(0, Math.max(here, 0))]
  return onward.find(open) ?? null
}
