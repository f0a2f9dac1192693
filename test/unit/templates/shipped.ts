/** The shipped packs as tests look at them: loaded once, and short ways to a canvas, a column, a field and what a grid works out. */
import { loadPacks } from '#core/packs/packs.ts'
import type { Canvas, Value } from '#shared/model/lab.ts'
import type { CanvasDef, CanvasKind, FormField, GridColumn, GridDef } from '#shared/model/pack.ts'
import { evaluateGrid, type GridFigure, type GridResult } from '#shared/rules/grid.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { makeCanvas, makeItems } from '#test/makers/innovation.ts'

export const folder = new URL('../../../templates/packs', import.meta.url).pathname
export const { packs, refused } = await loadPacks(folder)

/** @throws if the packs have no canvas of that id and kind */
export function canvas<K extends CanvasKind>(id: string, kind: K): Extract<CanvasDef, { kind: K }> {
  const def = canvasOf(packs, id)
  if (def?.kind !== kind) throw new Error(`${id} is not a ${kind}`)
  return def as Extract<CanvasDef, { kind: K }> // its kind was compared the line before
}

export const keys = (list: readonly { readonly key: string }[]): readonly string[] => list.map((one) => one.key)

function named<T extends { readonly key: string }>(list: readonly T[], key: string): T {
  const found = list.find((one) => one.key === key)
  if (!found) throw new Error(`no ${key} among ${keys(list).join(', ')}`)
  return found
}
export const columnOf = (def: { readonly columns: readonly GridColumn[] }, key: string): GridColumn => named(def.columns, key)
export const fieldOf = (def: { readonly fields: readonly FormField[] }, key: string): FormField => named(def.fields, key)
export const optionKeys = (of: Pick<GridColumn | FormField, 'options'>): readonly string[] => keys(of.options ?? [])

/** Rows with these values, worked out as if today were 15 July 2026. */
export const worked = (def: GridDef, rows: readonly Readonly<Record<string, Value>>[], today = '2026-07-15'): GridResult =>
  evaluateGrid(def, makeItems(rows.map((values, at) => ({ text: `baris ${at + 1}`, values }))), { today })

export function figure(result: GridResult, key: string): GridFigure {
  const found = result.figures.find(({ def }) => def.key === key)
  if (!found) throw new Error(`no figure ${key}`)
  return found
}

/** Tones of the remarks about one cell of one row. */
export const tonesAt = (result: GridResult, row: number, column: string): readonly string[] =>
  (result.rows[row]?.marks[column] ?? []).map(({ tone }) => tone)

export type Both = { readonly path: string; readonly id: string; readonly en: string }
/** Every text in two languages within a value, with the way to it. */
export function* bothTexts(value: unknown, path = ''): Generator<Both> {
  if (typeof value !== 'object' || value === null) return
  const { id, en } = value as { id?: unknown; en?: unknown } // looked at below, never trusted
  if (typeof id === 'string' && typeof en === 'string') yield { path, id, en }
  else for (const [key, inner] of Object.entries(value)) yield* bothTexts(inner, `${path}/${key}`)
}

const answerOf = ({ type, options }: FormField): Value => {
  const first = options?.[0]?.key ?? 'isian'
  return type === 'multi' ? [first] : first
}

/** A canvas with something in every place a section may draw from. */
export function filled(def: CanvasDef): Canvas {
  const tree = [
    { id: 'inti', role: 'core', text: 'Antrean' },
    { id: 'akibat', role: 'effect', parent: 'inti' },
    { id: 'akar', role: 'cause', parent: 'inti', root: true },
  ] as const
  const ends = [1, 5].flatMap((x) => [1, 5].map((y) => [x, y] as const))
  switch (def.kind) {
    case 'board':
      return makeCanvas({ def: def.id, items: makeItems(def.zones.map(({ key }) => ({ zone: key }))) })
    case 'tree':
      return makeCanvas({ def: def.id, items: makeItems(tree) })
    case 'matrix':
      return makeCanvas({ def: def.id, items: makeItems(ends.map(([x, y]) => ({ values: { [def.x.key]: x, [def.y.key]: y } }))) })
    case 'grid':
      return makeCanvas({ def: def.id, items: makeItems([{ text: 'baris' }]) })
    case 'form':
      return makeCanvas({ def: def.id, fields: Object.fromEntries(def.fields.map((field) => [field.key, answerOf(field)])) })
  }
}
