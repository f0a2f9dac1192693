/** Points of a two-axis map: influence and interest (domain.md 4.7), impact and effort, or the cells of a risk matrix (domain.md 4.11). */
import type { ItemId } from '../model/ids.ts'
import type { Item, Value } from '../model/lab.ts'
import type { Band, ChoiceOption, GridColumn, MatrixDef, Tone } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { blankItem } from './blank.ts'
import { evaluateGrid, type GridOptions, type GridResult } from './grid.ts'

/** Height on y, then on x: `high_low` is high on y and low on x. */
export type QuadrantName = keyof NonNullable<MatrixDef['quadrants']>
export const quadrantNames: readonly QuadrantName[] = ['high_low', 'high_high', 'low_low', 'low_high']

/** The quadrant as the pack names it; undefined where the matrix is made of cells. */
export const quadrantOf = (def: MatrixDef, name: QuadrantName): NonNullable<MatrixDef['quadrants']>[QuadrantName] | undefined =>
  def.quadrants?.[name]

export type MatrixPlace = { readonly x: number; readonly y: number; readonly quadrant: QuadrantName }

export type MatrixAxis = MatrixDef['x']

function valueOn(axis: MatrixAxis, item: Item): number | null {
  const value = Object.hasOwn(item.values, axis.key) ? item.values[axis.key] : null
  return typeof value === 'number' && value >= axis.min && value <= axis.max ? value : null
}

/** Where an item lies, in the units of the axes; null while a value is missing or off the scale, since a guess would say something nobody said. */
export function placeOf(def: MatrixDef, item: Item): MatrixPlace | null {
  const x = valueOn(def.x, item)
  const y = valueOn(def.y, item)
  return x === null || y === null ? null : { x, y, quadrant: quadrantAt(def, x, y) }
}

/** From the threshold on a value is high. */
export function quadrantAt(def: MatrixDef, x: number, y: number): QuadrantName {
  const high = { x: x >= def.x.threshold, y: y >= def.y.threshold }
  return high.y ? (high.x ? 'high_high' : 'high_low') : high.x ? 'low_high' : 'low_low'
}

/** Steps of an axis, lowest first. */
export const stepsOf = (axis: MatrixAxis): readonly number[] =>
  Array.from({ length: Math.max(1, Math.floor(axis.max - axis.min) + 1) }, (_, at) => axis.min + at)

/** How far along the axis a value stands, 0 to 1. Each step is a cell and a value its middle, so no point lies on the border. */
export const shareOf = (axis: MatrixAxis, value: number): number => (value - axis.min + 0.5) / (axis.max - axis.min + 1)

/** Where the high half begins, 0 to 1. */
export const borderOf = (axis: MatrixAxis): number => Math.min(1, Math.max(0, (axis.threshold - axis.min) / (axis.max - axis.min + 1)))

/** The nearest step on the axis. */
export const stepNear = (axis: MatrixAxis, value: number): number => Math.min(axis.max, Math.max(axis.min, Math.round(value)))

/** The step nearest to a share of the axis. */
export const stepAt = (axis: MatrixAxis, at: number): number => stepNear(axis, at * (axis.max - axis.min + 1) - 0.5 + axis.min)

/** What a step of the axis is called, or nothing. */
export const stepName = (axis: MatrixAxis, value: number, language: Language): string =>
  axis.anchors.find((anchor) => anchor.score === value)?.label[language] ?? ''

const plain: Pick<GridColumn, 'suggests' | 'required' | 'format' | 'voted'> = {
  suggests: [],
  required: false,
  format: 'number',
  voted: false,
}

const axisColumn = (axis: MatrixAxis): GridColumn => ({
  key: axis.key,
  label: axis.label,
  type: 'score',
  min: axis.min,
  max: axis.max,
  anchors: axis.anchors,
  width: 1,
  ...plain,
})

/** The item's name, both axes, and the columns of the definition: everything an item of this matrix holds, as a row. */
export function matrixColumns(def: MatrixDef): readonly GridColumn[] {
  const text: GridColumn = { key: 'text', label: def.itemLabel, type: 'text', anchors: [], width: 2, ...plain }
  const own = new Set(def.columns.map((column) => column.key))
  const axes = [def.x, def.y].filter((axis) => !own.has(axis.key)).map(axisColumn)
  return [...(own.has('text') ? [] : [text]), ...axes, ...def.columns]
}

/** Formulas and marks of the items, as those of a grid. */
export const evaluateMatrix = (def: MatrixDef, items: readonly Item[], options: GridOptions = {}): GridResult =>
  evaluateGrid({ columns: [...matrixColumns(def)], marks: def.marks }, items, options)

export type MatrixCell = { readonly x: number; readonly y: number; readonly value: number | null; readonly band: Band | null }

/** Every cell with the value its lookup gives and the band that value has, in rows from the top; empty where the matrix has quadrants. */
export function cellsOf(def: MatrixDef): readonly MatrixCell[] {
  const known = knownCells.get(def)
  if (known !== undefined) return known
  const cells = workedCells(def)
  knownCells.set(def, cells)
  return cells
}

/** A definition never changes, and every item of a long list asks for its cell. */
const knownCells = new WeakMap<MatrixDef, readonly MatrixCell[]>()

function workedCells(def: MatrixDef): readonly MatrixCell[] {
  const { cells } = def
  if (cells === undefined) return []
  const places = [...stepsOf(def.y)].reverse().flatMap((y) => stepsOf(def.x).map((x) => ({ x, y })))
  const items = places.map(({ x, y }, at) => ({
    ...blankItem(`cell-${at}` as ItemId) /* never stored */,
    values: { [def.x.key]: x, [def.y.key]: y },
  }))
  const { rows } = evaluateGrid({ columns: [...matrixColumns(def)] }, items)
  return places.map((place, at) => ({ ...place, value: rows[at]?.values[cells.value] ?? null, band: rows[at]?.bands[cells.band] ?? null }))
}

/** The bands of the cells, lowest first. */
export function bandsOf(def: MatrixDef): readonly Band[] {
  const formula = def.columns.find((column) => column.key === def.cells?.band)?.formula
  return formula?.op === 'band' ? formula.bands : []
}

/** How a band is painted: bands of one tone grow stronger away from the middle of the scale. */
export type BandTint = { readonly tone: Tone | null; readonly strong: boolean }

export function bandTint(bands: readonly Band[], key: string | undefined): BandTint {
  const at = bands.findIndex((band) => band.key === key)
  const tone = bands[at]?.tone ?? null
  const same = bands.flatMap((band, index) => (band.tone === bands[at]?.tone ? [index] : []))
  if (tone === null || same.length < 2) return { tone, strong: false }
  return { tone, strong: tone === 'baik' ? at === same[0] : at === same.at(-1) }
}

/** Quadrant or band an item lies in, in words; null while it has no place. */
export function placeName(def: MatrixDef, item: Item, language: Language): string | null {
  const place = placeOf(def, item)
  if (place === null) return null
  if (def.cells === undefined) return quadrantOf(def, place.quadrant)?.label[language] ?? ''
  const cell = cellsOf(def).find((one) => one.x === stepNear(def.x, place.x) && one.y === stepNear(def.y, place.y))
  return [cell?.value ?? '', cell?.band?.label[language] ?? ''].filter((part) => part !== '').join(' ')
}

/** The option a point is painted by. */
export function colorOption(def: MatrixDef, item: Item): ChoiceOption | undefined {
  const value: Value | undefined = def.color === undefined ? null : item.values[def.color]
  return typeof value === 'string' ? colorOptions(def).find((option) => option.key === value) : undefined
}

export const colorOptions = (def: MatrixDef): readonly ChoiceOption[] =>
  def.columns.find((column) => column.key === def.color)?.options ?? []

/** How large a point is between 0 and 1, by the size column; a missing value is the smallest. Without such a column all are in the middle. */
export function sizesOf(def: MatrixDef, items: readonly Item[]): ReadonlyMap<ItemId, number> {
  const { size } = def
  if (size === undefined) return new Map(items.map((item) => [item.id, 0.5]))
  const column = def.columns.find((one) => one.key === size)
  const values = new Map(evaluateMatrix(def, items).rows.map((row) => [row.item.id, row.values[size] ?? null]))
  const known = [...values.values()].filter((value) => value !== null)
  const least = column?.type === 'score' ? (column.min ?? 1) : Math.min(...known)
  const most = column?.type === 'score' ? (column.max ?? 5) : Math.max(...known)
  const share = (value: number | null): number =>
    value === null ? 0 : most > least ? Math.min(1, Math.max(0, (value - least) / (most - least))) : 0.5
  return new Map([...values].map(([id, value]) => [id, share(value)]))
}

export type NumberedItem = { readonly number: number; readonly item: Item; readonly quadrant: QuadrantName | null }

/** Items with the numbers they carry in the picture and in any list of it: the placed ones first, in their order. */
export function numberedItems(def: MatrixDef, items: readonly Item[]): readonly NumberedItem[] {
  const entries = items.map((item) => ({ item, quadrant: placeOf(def, item)?.quadrant ?? null }))
  return [...entries.filter((entry) => entry.quadrant !== null), ...entries.filter((entry) => entry.quadrant === null)].map(
    (entry, at) => ({
      ...entry,
      number: at + 1,
    }),
  )
}

export type Spot = {
  readonly id: ItemId
  readonly x: number
  readonly y: number
  /** The area its centre should stay in, when there is room. */
  readonly box?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}

/**
 * Moves points apart until no two centres are nearer than `gap`. Earlier points keep their place, later ones take the nearest free
 * one around theirs, within their box as long as it has room. Same input, same output. Any unit of length.
 */
export function fanOut(spots: readonly Spot[], gap: number): readonly Spot[] {
  const placed: Spot[] = []
  const free = (x: number, y: number): boolean => placed.every((other) => Math.hypot(other.x - x, other.y - y) >= gap - 1e-6)
  for (const spot of spots) {
    const inside = (x: number, y: number): boolean =>
      spot.box === undefined || (x >= spot.box.x && x <= spot.box.x + spot.box.w && y >= spot.box.y && y <= spot.box.y + spot.box.h)
    const rings = Math.ceil(Math.sqrt(spots.length)) + 4
    const found = nearest(spot, gap, rings, (x, y) => inside(x, y) && free(x, y)) ?? nearest(spot, gap, spots.length + 1, free) ?? spot
    placed.push({ ...spot, x: found.x, y: found.y })
  }
  return placed
}

function nearest(spot: Spot, gap: number, rings: number, fits: (x: number, y: number) => boolean): { x: number; y: number } | null {
  if (fits(spot.x, spot.y)) return { x: spot.x, y: spot.y }
  for (let ring = 1; ring <= rings * 2; ring += 1) {
    const radius = (ring * gap) / 2
    const steps = Math.max(6, Math.round((2 * Math.PI * radius) / (gap / 2)))
    for (let step = 0; step < steps; step += 1) {
      const angle = (2 * Math.PI * step) / steps
      const x = spot.x + radius * Math.cos(angle)
      const y = spot.y + radius * Math.sin(angle)
      if (fits(x, y)) return { x, y }
    }
  }
  return null
}

/** One point of the map, or a pile of all items of a step that has no room for a point each. Lengths in the unit of the square's side. */
export type MatrixSpot = { readonly items: readonly Item[]; readonly x: number; readonly y: number }

export type MatrixRoom = {
  /** Side of the square. */
  readonly side: number
  /** Least distance between two centres. */
  readonly gap: number
  /** Kept free at the top of cells under a quadrant's name. */
  readonly head: number
}

/** Where the items are drawn, y downwards. Items of one step stand in rows within its cell; when they do not fit there, they are one pile. */
export function spotsOf(def: MatrixDef, items: readonly Item[], { side, gap, head }: MatrixRoom): readonly MatrixSpot[] {
  const cell = { w: side / (def.x.max - def.x.min + 1), h: side / (def.y.max - def.y.min + 1) }
  const groups = new Map<string, { x: number; y: number; items: Item[] }>()
  const loose: { item: Item; x: number; y: number }[] = []
  const tight = cell.w < gap || cell.h < gap
  for (const item of items) {
    const place = placeOf(def, item)
    if (place === null) continue
    if (tight || place.x !== Math.round(place.x) || place.y !== Math.round(place.y)) {
      loose.push({ item, x: place.x, y: place.y })
      continue
    }
    const key = `${place.x}/${place.y}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { x: place.x, y: place.y, items: [item] })
    else group.items.push(item)
  }
  const named = new Set([def.y.max, stepsBelow(def.y)])
  const set = [...groups.values()].flatMap((group) => {
    const top = def.cells !== undefined || named.has(group.y) ? Math.min(head, cell.h - gap) : 0
    const box = {
      x: side * shareOf(def.x, group.x) - cell.w / 2,
      y: side * (1 - shareOf(def.y, group.y)) - cell.h / 2 + top,
      w: cell.w,
      h: cell.h - top,
    }
    return inRows(group.items, box, gap)
  })
  return [...set, ...fanned(def, loose, side, gap)]
}

/** The highest step of the low half: its cells lie under the name of a quadrant. */
const stepsBelow = (axis: MatrixAxis): number => [...stepsOf(axis)].reverse().find((step) => step < axis.threshold) ?? axis.min

function inRows(items: readonly Item[], box: { x: number; y: number; w: number; h: number }, gap: number): readonly MatrixSpot[] {
  const centre = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
  const most = { across: Math.max(1, Math.floor(box.w / gap)), down: Math.max(1, Math.floor(box.h / gap)) }
  if (items.length > most.across * most.down) return [{ items, ...centre }]
  const across = Math.min(most.across, Math.max(Math.ceil(Math.sqrt(items.length)), Math.ceil(items.length / most.down)))
  const down = Math.ceil(items.length / across)
  return items.map((item, at) => {
    const row = Math.floor(at / across)
    const inRow = Math.min(across, items.length - row * across)
    return {
      items: [item],
      x: centre.x + ((at % across) - (inRow - 1) / 2) * gap,
      y: centre.y + (row - (down - 1) / 2) * gap,
    }
  })
}

function fanned(def: MatrixDef, loose: readonly { item: Item; x: number; y: number }[], side: number, gap: number): readonly MatrixSpot[] {
  const byId = new Map(loose.map(({ item }) => [item.id, item]))
  const box = { x: gap / 2, y: gap / 2, w: side - gap, h: side - gap }
  const spots = loose.map(({ item, x, y }) => ({ id: item.id, x: side * shareOf(def.x, x), y: side * (1 - shareOf(def.y, y)), box }))
  return fanOut(spots, gap).flatMap(({ id, x, y }) => {
    const item = byId.get(id)
    return item === undefined ? [] : [{ items: [item], x, y }]
  })
}
