/** Points of a matrix: whole steps on both axes. */
import { changeItem } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import type { MatrixDef } from '#shared/model/pack.ts'
import type { Desk } from '../desk.ts'
import { addRow } from '../grid/edits.ts'

type Axis = MatrixDef['x']

const within = (axis: Axis, value: number): number => Math.min(axis.max, Math.max(axis.min, Math.round(value)))

/** How far along the axis a value stands, 0 to 1. Each step is a cell and a value its middle, so no point lies on the border. */
export const share = (axis: Axis, value: number): number => (value - axis.min + 0.5) / (axis.max - axis.min + 1)

/** Where the high half begins, 0 to 1. */
export const borderOf = (axis: Axis): number => (axis.threshold - axis.min) / (axis.max - axis.min + 1)

/** The step nearest to a share of the axis. */
export const stepAt = (axis: Axis, at: number): number => within(axis, at * (axis.max - axis.min + 1) - 0.5 + axis.min)

export const addPoint = (desk: Desk, def: MatrixDef, text: string, x?: number, y?: number): ItemId =>
  addRow(desk, text, x === undefined || y === undefined ? {} : { [def.x.key]: within(def.x, x), [def.y.key]: within(def.y, y) })

export const putPoint = (desk: Desk, def: MatrixDef, id: ItemId, x: number, y: number): void =>
  changeItem(desk.doc, desk.canvas, id, { values: { [def.x.key]: within(def.x, x), [def.y.key]: within(def.y, y) } }, byPerson)

/** Moves a point by steps. One without a place starts at the lowest step of both axes. */
export function nudgePoint(desk: Desk, def: MatrixDef, item: Item, dx: number, dy: number): void {
  const at = (axis: Axis): number => {
    const value = item.values[axis.key]
    return typeof value === 'number' ? value : axis.min
  }
  putPoint(desk, def, item.id, at(def.x) + dx, at(def.y) + dy)
}
