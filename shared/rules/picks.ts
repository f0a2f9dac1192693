/** What a proposal section can draw from the canvases, as a pack's `draws` name it. */
import type { Canvas, Innovation, Item, TrailEnd, Value } from '../model/lab.ts'
import type { BoardDef, CanvasDef, CanvasPick, FormField } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { evaluateGrid, rowsByRank } from './grid.ts'
import { placeOf, quadrantOf } from './matrix.ts'
import { nodesOf, treeOf } from './tree.ts'

/** A text with the place it comes from; together they are one end of a trail link. */
export type Picked = { readonly text: string; readonly place: 'item' | 'field'; readonly of: string; readonly key: string }

/** Empty texts are left out. A pick that does not fit the kind of canvas gives nothing. */
export function picked(def: CanvasDef, innovation: Innovation, pick: CanvasPick, language: Language = 'id'): readonly Picked[] {
  const canvas = innovation.canvases[def.id]
  if (canvas === undefined || pick.canvas !== def.id) return []
  if (pick.part === 'field') return pickField(def, canvas, pick.field, language)
  return pickItems(def, canvas, pick)
    .filter((item) => item.text.trim() !== '')
    .map((item) => ({ text: item.text.trim(), place: 'item', of: def.id, key: item.id }))
}

/** The trail end of something picked. */
export const trailEndOf = ({ text, place, of, key }: Picked): TrailEnd => ({ place, of, key, quote: text })

function pickField(def: CanvasDef, canvas: Canvas, key: string, language: Language): readonly Picked[] {
  const field = def.kind === 'form' ? def.fields.find((one) => one.key === key) : undefined
  if (field === undefined) return []
  const text = answerText(field, canvas.fields[key] ?? null, language).trim()
  return text === '' ? [] : [{ text, place: 'field', of: def.id, key }]
}

function pickItems(def: CanvasDef, canvas: Canvas, pick: Exclude<CanvasPick, { part: 'field' }>): readonly Item[] {
  const { items } = canvas
  switch (pick.part) {
    case 'items':
      return def.kind === 'board' ? notesOf(items) : items
    case 'zone':
      return def.kind === 'board' ? notesOf(items).filter((item) => zoneOf(def, item, items) === pick.zone) : []
    case 'core': {
      const core = def.kind === 'tree' ? treeOf(items).core : null
      return core === null ? [] : [core]
    }
    case 'roots':
      return def.kind === 'tree'
        ? nodesOf(treeOf(items).causes)
            .map((node) => node.item)
            .filter((item) => item.root)
        : []
    case 'effects':
      return def.kind === 'tree' ? nodesOf(treeOf(items).effects).map((node) => node.item) : []
    case 'causes':
      return def.kind === 'tree' ? nodesOf(treeOf(items).causes).map((node) => node.item) : []
    case 'passed':
      return def.kind === 'grid'
        ? evaluateGrid(def, items)
            .rows.filter((row) => row.checks[pick.column] === true)
            .map((row) => row.item)
        : []
    case 'quadrant':
      return def.kind === 'matrix'
        ? items.filter((item) => {
            const place = placeOf(def, item)
            return place !== null && quadrantOf(def, place.quadrant)?.key === pick.quadrant
          })
        : []
    case 'top':
      return topOf(def, items).slice(0, pick.count)
    default:
      return never(pick)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown pick ${JSON.stringify(value)}`)
}

/** Notes of a board without the cluster heads. */
export const notesOf = (items: readonly Item[]): readonly Item[] => items.filter((item) => item.role !== 'cluster')

/** The zone a note is shown in: its own, else that of its cluster, else the first one. A zone the definition lacks counts as none. */
export function zoneOf(def: BoardDef, item: Item, items: readonly Item[]): string {
  const known = (zone: string | null | undefined): string | undefined => def.zones.find((one) => one.key === zone)?.key
  const cluster = item.cluster === null ? undefined : items.find((one) => one.id === item.cluster && one.role === 'cluster')
  return known(cluster?.zone) ?? known(item.zone) ?? def.zones[0]?.key ?? ''
}

/** Ranked rows of a grid; otherwise the items with votes, most first. */
function topOf(def: CanvasDef, items: readonly Item[]): readonly Item[] {
  if (def.kind === 'grid') {
    const result = evaluateGrid(def, items)
    return rowsByRank(def, result)
      .filter((row) => Object.values(row.ranks).some((rank) => rank !== null))
      .map((row) => row.item)
  }
  return notesOf(items)
    .filter((item) => item.votes > 0)
    .sort((a, b) => b.votes - a.votes)
}

/** An answer in words: labels of choices, several parted by semicolons. Dates and numbers stay as they were entered. */
export function answerText(field: Pick<FormField, 'options'>, value: Value, language: Language): string {
  const label = (key: string): string => field.options?.find((option) => option.key === key)?.label[language] ?? key
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? (language === 'id' ? 'Ya' : 'Yes') : language === 'id' ? 'Tidak' : 'No'
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? label(value) : value.map(label).join('; ')
}
