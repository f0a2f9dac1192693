/** What changed through an innovation, in tables: conditions before and after, and what was measured (domain.md 1.6.3). */
import type { Innovation, Item } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { CanvasDef, GridColumn } from '#shared/model/pack.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { cellOf, evaluateGrid } from '#shared/rules/grid.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { byOrder } from '#shared/rules/order.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import type { Message } from '#shared/text/messages.ts'
import { cell, headCell, tight, written } from './blocks.ts'
import type { Photo } from './evidence-blocks.ts'
import { publicText } from './public-text.ts'
import type { Build } from './source.ts'
import { fittedWidths } from './widths.ts'

/** Canvases and their columns, as the base pack names them (domain.md 1.6.3 and 4.12). */
const changes = {
  canvas: 'before-after',
  before: 'sebelum',
  after: 'sesudah',
  source: 'sumber',
  dayBefore: 'tanggal_sebelum',
  dayAfter: 'tanggal_sesudah',
} as const
const impact = { canvas: 'dampak-mikro', measure: 'satuan', before: 'sebelum', after: 'sesudah', change: 'perubahan' } as const

const size = 9

type Grid = Extract<CanvasDef, { kind: 'grid' }>
const gridOf = (id: string, { packs }: Build): Grid | undefined => {
  const def = canvasOf(packs, id)
  return def?.kind === 'grid' ? def : undefined
}
const columnOf = (def: Grid, key: string): GridColumn | undefined => def.columns.find((column) => column.key === key)

const reading =
  (def: Grid, item: Item, { language }: Build) =>
  (key: string): string => {
    const column = columnOf(def, key)
    return column === undefined ? '' : publicText(showCell(column, cellOf(item, key), language).trim())
  }

/** Rows with at least one side; none when nobody wrote any. */
const changeRows = (innovation: Innovation): readonly Item[] =>
  [...(innovation.canvases[changes.canvas]?.items ?? [])]
    .sort(byOrder)
    .filter(({ text, values }) => text.trim() !== '' || filled(values[changes.before]) || filled(values[changes.after]))

const filled = (value: Item['values'][string] | undefined): boolean => value !== undefined && value !== null && value !== ''

/** Aspect, before, after and source; nothing when there is no row. */
export function changeTable(innovation: Innovation, build: Build): readonly Block[] {
  const def = gridOf(changes.canvas, build)
  const items = changeRows(innovation)
  if (def === undefined || items.length === 0) return []
  const { tell, language, words: common } = build
  const empty = tell(common.notFilledCell)
  const rows = items.map((item): readonly Cell[] => {
    const read = reading(def, item, build)
    const dated = (side: string, day: string): readonly Block[] => {
      const when = item.values[day]
      const shown = typeof when === 'string' && when !== '' ? formatShortDay(when, language) : ''
      const text = read(side)
      return written(text === '' || shown === '' ? text : `${text} (${shown})`, empty)
    }
    return [
      cell(written(publicText(item.text), empty)),
      cell(dated(changes.before, changes.dayBefore)),
      cell(dated(changes.after, changes.dayAfter)),
      cell(written(read(changes.source), empty)),
    ]
  })
  const head = [words.aspect, words.before, words.after, words.source].map((word) => headCell(tell(word)))
  const widths = fittedWidths([2.6, 3, 3, 2.4], [head, ...rows], size, build)
  return [{ b: 'table', widths, headRows: 1, rows: [head, ...rows], ruled: true, size, alt: tell(words.changeAlt) }]
}

/** Pairs of photographs, before and after, in the order of the rows. */
export function changePhotos(innovation: Innovation, build: Build): readonly Photo[] {
  const { tell, language } = build
  return changeRows(innovation).flatMap(({ text, values }): readonly Photo[] => {
    const one = (key: string, dayKey: string, word: Message): readonly Photo[] => {
      const name = values[key]
      const when = values[dayKey]
      const day = typeof when === 'string' && when !== '' ? `, ${formatShortDay(when, language)}` : ''
      const aspect = text.trim() || tell(words.untitled)
      return typeof name === 'string' && name !== '' ? [{ name, text: tell(word, { aspect, day }) }] : []
    }
    return [...one('foto_sebelum', changes.dayBefore, words.photoBefore), ...one('foto_sesudah', changes.dayAfter, words.photoAfter)]
  })
}

/** Variables that were measured on both sides, with their change; nothing when there is none. */
export function resultTable(innovation: Innovation, build: Build): readonly Block[] {
  const def = gridOf(impact.canvas, build)
  const canvas = innovation.canvases[impact.canvas]
  if (def === undefined || canvas === undefined) return []
  const { tell, language } = build
  const measured = [...canvas.items].sort(byOrder).filter(({ values }) => filled(values[impact.before]) || filled(values[impact.after]))
  if (measured.length === 0) return []
  const { rows: worked } = evaluateGrid(def, measured, { settings: canvas.settings })
  const column = columnOf(def, impact.change)
  const rows = worked.map(({ item, values }): readonly Cell[] => {
    const number = (key: string): string => {
      const value = cellOf(item, key)
      return typeof value === 'number' ? formatNumber(value, language) : reading(def, item, build)(key)
    }
    const change = values[impact.change]
    const shown = typeof change === 'number' && column !== undefined ? showCell(column, change, language) : ''
    const both = filled(item.values[impact.before]) && filled(item.values[impact.after])
    return [
      cell(publicText(item.text)),
      cell(number(impact.measure)),
      cell(number(impact.before), { align: 'right' }),
      cell(number(impact.after), { align: 'right' }),
      cell(shown === '' && both ? tell(words.impossible) : shown, { align: 'right' }),
    ]
  })
  const heads = [words.variable, words.measure, words.before, words.after, words.change]
  const head = heads.map((word, at) => headCell(tell(word), at > 1 ? { align: 'right' } : {}))
  const widths = fittedWidths([4, 1.6, 1.5, 1.5, 1.7], [head, ...rows], size, build)
  return [{ b: 'table', widths, headRows: 1, rows: [head, ...rows], ruled: true, size, alt: tell(words.resultAlt) }]
}

/** A lead above a table or list, kept with it. */
export const lead = (text: string): Block => ({
  b: 'para',
  runs: [{ text, bold: true }],
  size: 10,
  align: 'left',
  keepNext: true,
  ...tight,
})
