/** Where on a canvas an end of the trail lies, in words: zone, level, rank, quadrant or band, field. */
import type { Canvas, Innovation, Item } from '../model/lab.ts'
import type { CanvasDef, FormDef, GridDef, TreeDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { evaluateGrid, type GridResult, rankColumn } from './grid.ts'
import { placeName } from './matrix.ts'
import { zoneOf } from './picks.ts'
import { itemAt, type Place } from './trail.ts'
import { levelOf, nodesOf, type TreeLevel, treeOf } from './tree.ts'

/** Empty where there is nothing to add to the title of the canvas, or the thing is gone. */
export function placeDetail(def: CanvasDef, end: Place, innovation: Innovation, language: Language): string {
  const canvas = innovation.canvases[def.id]
  if (end.place === 'field') return def.kind === 'form' ? fieldName(def, end.key, language) : end.key
  const item = itemAt(canvas, end.key)
  if (canvas === undefined || item === undefined) return ''
  switch (def.kind) {
    case 'tree':
      return def.levels[levelIn(canvas, item.id)][language]
    case 'grid':
      return rowPlace(def, canvas, item, language)
    case 'board': {
      const zone = zoneOf(def, item, canvas.items)
      return def.zones.find((one) => one.key === zone)?.label[language] ?? ''
    }
    case 'matrix':
      return placeName(def, item, language) ?? ''
    case 'form':
      return ''
    default:
      return def satisfies never
  }
}

const fieldName = (def: FormDef, key: string, language: Language): string =>
  def.fields.find((field) => field.key === key)?.label[language] ?? key

type Level = keyof TreeDef['levels']
const levels = new WeakMap<readonly Item[], ReadonlyMap<string, TreeLevel>>()

function levelIn(canvas: Canvas, id: string): Level {
  let known = levels.get(canvas.items)
  if (known === undefined) {
    const tree = treeOf(canvas.items)
    known = new Map(nodesOf([...tree.effects, ...tree.causes]).map((node) => [node.item.id, levelOf(node)]))
    levels.set(canvas.items, known)
  }
  return known.get(id) ?? 'core'
}

/** Working a grid out takes its time; its result holds as long as the same canvas does. */
const results = new WeakMap<Canvas, GridResult>()

function rowPlace(def: GridDef, canvas: Canvas, item: Item, language: Language): string {
  const column = rankColumn(def, canvas.settings)
  if (column === undefined) return groupName(def, item, language)
  const result = results.get(canvas) ?? evaluateGrid(def, canvas.items, { settings: canvas.settings })
  results.set(canvas, result)
  const rank = result.rows.find((row) => row.item.id === item.id)?.ranks[column.key]
  return rank == null ? '' : `${column.label[language].toLowerCase()} ${rank.rank}`
}

function groupName(def: GridDef, item: Item, language: Language): string {
  if (def.groupBy === undefined) return ''
  const options = def.columns.find(({ key }) => key === def.groupBy)?.options ?? []
  return options.find(({ key }) => key === item.values[def.groupBy ?? ''])?.label[language] ?? ''
}
