/** What the palette can find, and in which order. */
import { type Match, matchOf, type Range, type Ready, ready, wordsOf } from './palette-match.ts'

/** In the order of the groups where two fit equally well. */
export const itemKinds = [
  'action',
  'session',
  'innovation',
  'unit',
  'person',
  'followup',
  'convention',
  'canvas',
  'stage',
  'document',
  'guide',
  'lab',
] as const
export type ItemKind = (typeof itemKinds)[number]

export type Item = {
  readonly id: string
  readonly kind: ItemKind
  readonly label: string
  /** Said beside the label and searched as well, such as the unit of an innovation. */
  readonly more: string
  /** Searched and not shown, such as the short name of a unit. */
  readonly also?: string
  readonly run: () => void
}

/** Items made ready once, so that a key costs only the comparing. */
export type Index = readonly { readonly item: Item; readonly label: Ready; readonly beside: Ready }[]

export const indexOf = (items: readonly Item[]): Index =>
  items.map((item) => ({ item, label: ready(item.label), beside: ready(`${item.more} ${item.also ?? ''}`) }))

export type Found = { readonly item: Item; readonly marks: readonly Range[] }
export type Group = {
  readonly kind: ItemKind | 'recent'
  readonly found: readonly Found[]
  /** How many fit; more than are shown when the list would grow too long. */
  readonly of: number
}

/** Of one group; alone it may fill the list. Typing one more letter is quicker than scrolling. */
const mostInGroup = 7
const mostAlone = 40

/**
 * All words of the query must occur; accents, case and one wrong letter in a longer word do not matter, and initials find names.
 * Groups stand by their best item. Without words: what was opened last, then the sessions that are not over, then the commands.
 * @param recent ids, the newest first
 */
export function findGroups(index: Index, query: string, recent: readonly string[]): readonly Group[] {
  const words = wordsOf(query)
  return words.length === 0 ? atFirst(index, recent) : matching(index, words)
}

function matching(index: Index, words: readonly string[]): readonly Group[] {
  const all = index.flatMap(({ item, label, beside }) => {
    const match = matchOf(label, beside, words)
    return match === null ? [] : [{ item, match }]
  })
  // What only comes near is offered when nothing is written so.
  const sure = all.filter(({ match }) => !match.typo)
  const byKind = new Map<ItemKind, { readonly item: Item; readonly match: Match }[]>()
  for (const one of sure.length > 0 ? sure : all) {
    const known = byKind.get(one.item.kind)
    if (known === undefined) byKind.set(one.item.kind, [one])
    else known.push(one)
  }
  const most = byKind.size === 1 ? mostAlone : mostInGroup
  return [...byKind]
    .map(([kind, all]) => {
      // Of equals the shorter label is the closer one; sorting keeps the order of the list otherwise.
      all.sort((a, b) => a.match.at - b.match.at || a.item.label.length - b.item.label.length)
      const found = all.slice(0, most).map(({ item, match }) => ({ item, marks: match.marks }))
      return { kind, found, of: all.length, best: all[0]?.match.at ?? 0 }
    })
    .sort((a, b) => a.best - b.best || itemKinds.indexOf(a.kind) - itemKinds.indexOf(b.kind))
}

function atFirst(index: Index, recent: readonly string[]): readonly Group[] {
  const byId = new Map(index.map(({ item }) => [item.id, item]))
  const last = recent.flatMap((id) => byId.get(id) ?? []).slice(0, mostInGroup)
  const shown = new Set(last.map(({ id }) => id))
  const group = (kind: Group['kind'], items: readonly Item[], of = items.length): Group => ({
    kind,
    found: items.map((item) => ({ item, marks: [] })),
    of,
  })
  const rest = (kind: ItemKind) => index.map(({ item }) => item).filter((item) => item.kind === kind && !shown.has(item.id))
  const canvases = rest('canvas')
  return [
    group('recent', last),
    group('canvas', canvases.slice(0, mostInGroup), canvases.length),
    group('action', rest('action')),
    group('stage', rest('stage')),
  ].filter(({ found }) => found.length > 0)
}

/** How many are remembered as opened last. */
const mostRecent = 12

export const withRecent = (recent: readonly string[], id: string): readonly string[] =>
  [id, ...recent.filter((one) => one !== id)].slice(0, mostRecent)
