/** What a proposal section, or another canvas, can draw from the canvases, as a pack's `draws` and `takes` name it. */
import type { ItemId } from '../model/ids.ts'
import type { Canvas, CanvasSettings, Innovation, Item, TrailEnd, Value } from '../model/lab.ts'
import type { BoardDef, CanvasDef, CanvasPick, FormField, GridDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { emptyCanvas } from './blank.ts'
import { showCell } from './cell-text.ts'
import { answerFields, withFacts } from './facts.ts'
import { columnOfField } from './field-column.ts'
import { columnsOf, evaluateGrid, rowsByRank } from './grid.ts'
import { placeOf, quadrantOf } from './matrix.ts'
import { nodesOf, treeOf } from './tree.ts'

/** A text with the place it comes from; together they are one end of a trail link. */
export type Picked = { readonly text: string; readonly place: 'item' | 'field'; readonly of: string; readonly key: string }

/** Empty texts are left out. A pick that does not fit the kind of canvas gives nothing. */
export function picked(def: CanvasDef, innovation: Innovation, pick: CanvasPick, language: Language = 'id'): readonly Picked[] {
  if (pick.canvas !== def.id) return []
  if (pick.part === 'field') return pickField(def, innovation, pick.field, language)
  const canvas = innovation.canvases[def.id]
  if (canvas === undefined) return []
  return pickedItems(def, canvas, pick)
    .filter((item) => item.text.trim() !== '')
    .map((item) => ({ text: item.text.trim(), place: 'item', of: def.id, key: item.id }))
}

/** The trail end of something picked. */
export const trailEndOf = ({ text, place, of, key }: Picked): TrailEnd => ({ place, of, key, quote: text })

function pickField(def: CanvasDef, innovation: Innovation, key: string, language: Language): readonly Picked[] {
  const field = answerFields(def).find((one) => one.key === key)
  if (field === undefined) return []
  // A fact of the innovation is there although nobody has opened the form.
  const canvas = withFacts(def, innovation.canvases[def.id] ?? emptyCanvas(def.id), innovation)
  const text = showCell(columnOfField(field), canvas.fields[key] ?? null, language).trim()
  return text === '' ? [] : [{ text, place: 'field', of: def.id, key }]
}

/** The items of a pick, also those without a text. */
export function pickedItems(def: CanvasDef, canvas: Canvas, pick: Exclude<CanvasPick, { part: 'field' }>): readonly Item[] {
  const { items, settings } = canvas
  switch (pick.part) {
    case 'items':
      return def.kind === 'board' ? notesOf(items) : items
    case 'zone':
      return def.kind === 'board' ? notesIn(def, items, pick.zone) : []
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
      return def.kind === 'grid' ? passedIn(def, items, settings, pick.column) : []
    case 'quadrant':
      return def.kind === 'matrix'
        ? items.filter((item) => {
            const place = placeOf(def, item)
            return place !== null && quadrantOf(def, place.quadrant)?.key === pick.quadrant
          })
        : []
    case 'top':
      return topOf(def, items, settings).slice(0, pick.count)
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

/** The zone of every note, as `zoneOf` gives it, for boards with thousands of them. */
export function zonesOf(def: BoardDef, items: readonly Item[]): ReadonlyMap<ItemId, string> {
  const known = new Set(def.zones.map(({ key }) => key))
  const heads = new Map(items.filter((item) => item.role === 'cluster').map((item) => [item.id, item]))
  const zone = (item: Item | undefined): string | undefined =>
    item !== undefined && item.zone !== null && known.has(item.zone) ? item.zone : undefined
  const first = def.zones[0]?.key ?? ''
  return new Map(
    notesOf(items).map((item) => [item.id, zone(item.cluster === null ? undefined : heads.get(item.cluster)) ?? zone(item) ?? first]),
  )
}

function notesIn(def: BoardDef, items: readonly Item[], zone: string): readonly Item[] {
  const zones = zonesOf(def, items)
  return notesOf(items).filter((item) => zones.get(item.id) === zone)
}

/** Rows that a check of the mode in force lets through; a check of another mode lets nothing through. */
function passedIn(def: GridDef, items: readonly Item[], settings: CanvasSettings, column: string): readonly Item[] {
  if (!columnsOf(def, settings).some(({ key }) => key === column)) return []
  const { rows } = evaluateGrid(def, items, { settings })
  return rows.filter((row) => row.checks[column] === true).map((row) => row.item)
}

/** Ranked rows of a grid; otherwise the items with votes, most first. */
function topOf(def: CanvasDef, items: readonly Item[], settings: CanvasSettings): readonly Item[] {
  if (def.kind === 'grid') {
    const result = evaluateGrid(def, items, { settings })
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
