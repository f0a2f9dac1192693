/** Where dragged rows go: the neighbours they will stand between. */
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import type { GridGroup, GridRow } from '#shared/rules/grid.ts'
import type { Drop } from './use-pointer.ts'

type Place = { readonly before: Item | null; readonly after: Item | null; readonly option: string | null | undefined }
type Shown = {
  readonly rows: readonly GridRow[]
  readonly result: { readonly groups: readonly GridGroup[] }
  readonly grouping: object | undefined
}

/** Null when the place is one of the moved rows themselves. `option` is the group they come to stand in. */
export function nearestRows({ rows, result, grouping }: Shown, items: readonly Item[], moved: readonly ItemId[], drop: Drop): Place | null {
  const stays = (list: readonly Item[]): readonly Item[] => list.filter((item) => !moved.includes(item.id))
  if ('group' in drop) {
    const group = result.groups.find((one) => one.option === drop.group)
    const first = stays(group?.rows.map((row) => row.item) ?? [])[0]
    return { before: first === undefined ? (stays(items).at(-1) ?? null) : null, after: first ?? null, option: drop.group }
  }
  const target = rows[drop.row]?.item
  if (target === undefined || moved.includes(target.id)) return null
  const group = grouping === undefined ? undefined : result.groups.find((one) => one.rows.some((row) => row.item.id === target.id))
  const list = stays(group === undefined ? items : group.rows.map((row) => row.item))
  const at = list.indexOf(target)
  return drop.below
    ? { before: target, after: list[at + 1] ?? null, option: group?.option }
    : { before: list[at - 1] ?? null, after: target, option: group?.option }
}
