/** Reading the trail of one innovation: where something came from, what it became, and what its source says today. */
import type { Canvas, Innovation, Item, TrailEnd, TrailLink } from '../model/lab.ts'
import type { CanvasDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { emptyCanvas } from './blank.ts'
import { showCell } from './cell-text.ts'
import { answerFields, withFacts } from './facts.ts'
import { columnOfField } from './field-column.ts'
import { cellOf } from './grid-values.ts'
import { richTextPlain } from './rich-text.ts'
import { itemColumns } from './taking.ts'

/** Where a link begins or ends, without the words it quoted. */
export type Place = Pick<TrailEnd, 'place' | 'of' | 'key'>

export type TrailStep = {
  readonly link: TrailLink
  /** The far end, seen from where the chain was asked for. */
  readonly end: TrailEnd
  /** 1 is linked directly. */
  readonly depth: number
}

export const endKey = (end: Place): string => `${end.place}/${end.of}/${end.key}`

type Index = { readonly to: ReadonlyMap<string, readonly TrailLink[]>; readonly from: ReadonlyMap<string, readonly TrailLink[]> }

/** A trail is read as one unchanging list, so what was worked out for it holds as long as the list lives. */
const indices = new WeakMap<readonly TrailLink[], Index>()

function indexOf(trail: readonly TrailLink[]): Index {
  const known = indices.get(trail)
  if (known !== undefined) return known
  const by = (side: 'to' | 'from'): ReadonlyMap<string, readonly TrailLink[]> => {
    const map = new Map<string, TrailLink[]>()
    for (const link of trail) {
      const list = map.get(endKey(link[side]))
      if (list === undefined) map.set(endKey(link[side]), [link])
      else list.push(link)
    }
    return map
  }
  const index = { to: by('to'), from: by('from') }
  indices.set(trail, index)
  return index
}

/** Links that lead here, and links that lead on from here. */
export const linksAt = (
  trail: readonly TrailLink[],
  end: Place,
): { readonly into: readonly TrailLink[]; readonly out: readonly TrailLink[] } => {
  const { to, from } = indexOf(trail)
  return { into: to.get(endKey(end)) ?? [], out: from.get(endKey(end)) ?? [] }
}

/** Everything upstream, furthest first, and everything downstream, nearest first. Each end once; circles end where they close. */
export function chainOf(
  trail: readonly TrailLink[],
  start: Place,
): { readonly before: readonly TrailStep[]; readonly after: readonly TrailStep[] } {
  const index = indexOf(trail)
  const walk = (near: 'from' | 'to', far: 'from' | 'to'): readonly TrailStep[] => {
    const seen = new Set([endKey(start)])
    const steps: TrailStep[] = []
    let edge = [endKey(start)]
    for (let depth = 1; edge.length > 0; depth += 1) {
      const next: string[] = []
      for (const link of edge.flatMap((key) => index[near].get(key) ?? [])) {
        const key = endKey(link[far])
        if (seen.has(key)) continue
        seen.add(key)
        steps.push({ link, end: link[far], depth })
        next.push(key)
      }
      edge = next
    }
    return steps
  }
  return { before: [...walk('to', 'from')].reverse(), after: walk('from', 'to') }
}

/** Where one step leads from here: the nearest sources, or the nearest results. Each end once, the latest link first. */
export function stepsFrom(trail: readonly TrailLink[], start: Place, way: 'source' | 'result'): readonly TrailLink[] {
  const { into, out } = linksAt(trail, start)
  const far = way === 'source' ? 'from' : 'to'
  const once = new Map<string, TrailLink>()
  for (const link of way === 'source' ? into : out) if (endKey(link[far]) !== endKey(start)) once.set(endKey(link[far]), link)
  return [...once.values()].reverse()
}

const linked = new WeakMap<readonly TrailLink[], ReadonlySet<string>>()

/** Items, fields and sections that take part in any link, as `endKey`s. */
export function linkedEnds(trail: readonly TrailLink[]): ReadonlySet<string> {
  const known = linked.get(trail)
  if (known !== undefined) return known
  const ends = new Set(trail.flatMap((link) => [endKey(link.from), endKey(link.to)]))
  linked.set(trail, ends)
  return ends
}

const byId = new WeakMap<readonly Item[], ReadonlyMap<string, Item>>()

/** An item of a canvas by its id, without going through thousands of them each time. */
export function itemAt(canvas: Canvas | undefined, id: string): Item | undefined {
  if (canvas === undefined) return undefined
  const known = byId.get(canvas.items) ?? new Map<string, Item>(canvas.items.map((item) => [item.id, item]))
  byId.set(canvas.items, known)
  return known.get(id)
}

/**
 * What this end says today; null when it is gone and only the quote is left.
 * @param def of the canvas; without it (its pack is gone) an answer shows as it is stored
 */
export function wordsAt(innovation: Innovation, end: Place, def: CanvasDef | undefined, language: Language): string | null {
  switch (end.place) {
    case 'item':
      return itemAt(innovation.canvases[end.of], end.key)?.text ?? null
    case 'field':
      return fieldWords(innovation, end, def, language)
    case 'section': {
      const section = innovation.proposals[end.of]?.sections[end.key]
      return section === undefined ? null : richTextPlain(section)
    }
    default:
      return end.place satisfies never
  }
}

function fieldWords(innovation: Innovation, end: Place, def: CanvasDef | undefined, language: Language): string | null {
  const canvas = innovation.canvases[end.of]
  const field = def === undefined ? undefined : answerFields(def).find(({ key }) => key === end.key)
  if (def === undefined || field === undefined) {
    const value = canvas !== undefined && Object.hasOwn(canvas.fields, end.key) ? canvas.fields[end.key] : null
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }
  const { fields } = withFacts(def, canvas ?? emptyCanvas(def.id), innovation)
  const words = showCell(columnOfField(field), Object.hasOwn(fields, end.key) ? fields[end.key] : null, language)
  return words.trim() === '' ? null : words
}

/** As `wordsAt`, for a reader without the definition at hand. */
export const textAt = (innovation: Innovation, end: Place): string | null => wordsAt(innovation, end, undefined, 'id')

export type LinkState =
  | { readonly is: 'same' }
  /** The source is gone from its canvas; the quote is all there is. */
  | { readonly is: 'gone' }
  | { readonly is: 'changed'; readonly now: string }

/** How the source of a link stands against what was quoted from it. A section is too long to be compared; it only can be gone. */
export function linkState(link: TrailLink, innovation: Innovation, defs: readonly CanvasDef[], language: Language): LinkState {
  const { from } = link
  const def = defs.find(({ id }) => id === from.of)
  const now = wordsAt(innovation, from, def, language)
  if (now === null) return { is: 'gone' }
  const same = (words: string): boolean => squeezed(words) === squeezed(from.quote)
  if (from.place === 'section' || same(now)) return { is: 'same' }
  // A thing may have been made from another column than the row's own text.
  const other = from.place === 'item' && def !== undefined ? columnsTaken(link, innovation, def, defs, language) : []
  if (other.some(same)) return { is: 'same' }
  const words = (other[0] ?? now).trim()
  // An empty mirror or row that is filled in later was quoted without words: there is nothing it differs from.
  return from.quote.trim() === '' || words === '' ? { is: 'same' } : { is: 'changed', now: words }
}

const squeezed = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ')

function columnsTaken(
  { from, to }: TrailLink,
  innovation: Innovation,
  source: CanvasDef,
  defs: readonly CanvasDef[],
  language: Language,
): readonly string[] {
  const item = itemAt(innovation.canvases[from.of], from.key)
  const takes = defs.find(({ id }) => id === to.of)?.takes.filter(({ pick }) => pick.canvas === from.of) ?? []
  if (item === undefined) return []
  return takes.flatMap(({ copy }) => {
    const column = copy.text === undefined || copy.text === 'text' ? undefined : itemColumns(source).find(({ key }) => key === copy.text)
    const words = column === undefined ? '' : showCell(column, cellOf(item, column.key), language).trim()
    return words === '' ? [] : [words]
  })
}

export type ChangedSource = {
  readonly link: TrailLink
  readonly now: string
  /** What was made from it still says the old words, so they can be replaced without losing anybody's writing. */
  readonly asQuoted: boolean
}

/** Links to a canvas, or to a part of it, whose source says something else today. A tree that mirrors another one speaks for itself. */
export function changedSources(
  def: CanvasDef,
  defs: readonly CanvasDef[],
  innovation: Innovation,
  language: Language,
): readonly ChangedSource[] {
  const mirrored = def.kind === 'tree' ? def.mirror : undefined
  return innovation.trail.flatMap((link): readonly ChangedSource[] => {
    if (link.to.of !== def.id || link.to.place === 'section' || link.from.of === mirrored) return []
    const state = linkState(link, innovation, defs, language)
    const here = state.is === 'changed' ? wordsAt(innovation, link.to, def, language) : null
    return state.is !== 'changed' || here === null ? [] : [{ link, now: state.now, asQuoted: saysStill(link.to, here) }]
  })
}

/** Whether a result still holds the words it was made with: an item as a whole, an answer somewhere in it. */
const saysStill = (to: TrailEnd, here: string): boolean =>
  to.quote.trim() !== '' && (to.place === 'item' ? here.trim() === to.quote.trim() : here.includes(to.quote))
