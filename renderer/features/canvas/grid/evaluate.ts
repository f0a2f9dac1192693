/** The worked out grid, once for everybody who asks, with every row that shows the same kept as the very same object. */
import type { CanvasSettings, Item } from '#shared/model/lab.ts'
import type { GridDef } from '#shared/model/pack.ts'
import { evaluateGrid, type GridResult, type GridRow } from '#shared/rules/grid.ts'

type Asked = { readonly items: readonly Item[]; readonly settings: CanvasSettings; readonly today: string; readonly result: GridResult }

/** By definition and by who scores; the last answer of each. */
const answers = new WeakMap<GridDef, Map<string, Asked>>()

/**
 * @param voter whose own scores count as if he were alone; null for what holds for all
 * @param today ISO day
 */
export function evaluated(def: GridDef, items: readonly Item[], settings: CanvasSettings, today: string, voter: string | null): GridResult {
  const known = answers.get(def) ?? new Map<string, Asked>()
  answers.set(def, known)
  const key = voter === null ? '' : `w/${voter}`
  const last = known.get(key)
  if (last !== undefined && last.items === items && last.settings === settings && last.today === today) return last.result
  const result =
    voter === null
      ? evaluateGrid(def, items, { settings, today })
      : backToItems(
          evaluateGrid(
            def,
            items.map((item) => asScoredBy(def, item, voter)),
            { settings: { ...settings, scoring: 'group' }, today },
          ),
          items,
        )
  const kept = last === undefined ? result : keepRows(last.result, result)
  known.set(key, { items, settings, today, result: kept })
  return kept
}

/** The row as if one person's scores were those of the group. */
export function asScoredBy(def: GridDef, item: Item, voter: string): Item {
  const values: Record<string, Item['values'][string]> = { ...item.values }
  for (const column of def.columns) {
    if (!column.voted) continue
    const scores = Object.hasOwn(item.scores, column.key) ? item.scores[column.key] : undefined
    values[column.key] = scores !== undefined && Object.hasOwn(scores, voter) ? (scores[voter] ?? null) : null
  }
  return { ...item, values }
}

/** Rows speak of the items as they are stored, whoever's scores were counted. */
function backToItems(result: GridResult, items: readonly Item[]): GridResult {
  const rows = result.rows.map((row, at) => ({ ...row, item: items[at] ?? row.item }))
  return withRows(result, rows)
}

function withRows(result: GridResult, rows: readonly GridRow[]): GridResult {
  const byId = new Map(rows.map((row) => [row.item.id, row]))
  return {
    ...result,
    rows,
    groups: result.groups.map((group) => ({ ...group, rows: group.rows.map((row) => byId.get(row.item.id) ?? row) })),
  }
}

/** So that only cells that show something else are drawn again. */
function keepRows(before: GridResult, after: GridResult): GridResult {
  const known = new Map(before.rows.map((row) => [row.item.id, row]))
  return withRows(
    after,
    after.rows.map((row) => {
      const old = known.get(row.item.id)
      return old !== undefined && old.item === row.item && sameFacts(old, row) ? old : row
    }),
  )
}

const factKeys = ['values', 'ranks', 'missing', 'checks', 'bands', 'impossible', 'polls', 'marks'] as const

const sameFacts = (a: GridRow, b: GridRow): boolean => factKeys.every((key) => same(a[key], b[key], 3))

/** Equal to the given depth; objects from the definition are the same ones in both. */
function same(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  // Both are records or lists by the tests before.
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]
  return keys.every((key) => same(one[key], other[key], depth - 1))
}
