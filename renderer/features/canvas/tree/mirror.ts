/** The objective tree: turning a problem tree over, node by node (domain.md 4.5). */
import { addItem, changeItem, readItems } from '#shared/doc/canvas.ts'
import { addLink } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Innovation, Item, TrailLink } from '#shared/model/lab.ts'
import type { TreeDef } from '#shared/model/pack.ts'
import { type MirrorReading, mirrorKey, readMirror, sourceIdOf, treeOf } from '#shared/rules/tree.ts'
import { asOne, removeForNow } from '../desk.ts'
import { type LinkDesk, tie } from '../trail/edits.ts'
import { indexTree } from './edits.ts'

/** What an objective tree says about the problem tree it turns over; null for any other tree. */
export const mirrorOf = (def: TreeDef, innovation: Innovation, items: readonly Item[]): MirrorReading | null =>
  def.mirror === undefined ? null : readMirror(innovation.canvases[def.mirror]?.items ?? [], items, linksBetween(def, innovation.trail))

const linksBetween = (def: TreeDef, trail: readonly TrailLink[]): readonly TrailLink[] =>
  trail.filter(({ from, to }) => from.place === 'item' && from.of === def.mirror && to.place === 'item' && to.of === def.id)

/**
 * Gives every problem node without a twin an empty one in the same place, tied to it in the trail. One undoable change.
 * @returns how many were made
 */
export function turnOver(desk: LinkDesk, source: string, missing: readonly Item[]): number {
  const problem = indexTree(treeOf(readItems(desk.doc, source)))
  const now = readItems(desk.doc, desk.canvas)
  const twins = new Map<ItemId, ItemId>()
  for (const item of now) {
    const of = sourceIdOf(item)
    if (of !== null && !twins.has(of)) twins.set(of, item.id)
  }
  let core = treeOf(now).core
  asOne(desk, () => {
    for (const item of missing) {
      const node = problem.nodes.get(item.id)
      if (node === undefined && core !== null) {
        // The goal was written by hand before: it is the twin of the core problem, unless it already is another's.
        if (sourceIdOf(core) === null) changeItem(desk.doc, desk.canvas, core.id, { values: { [mirrorKey]: item.id } }, byPerson)
        twins.set(item.id, core.id)
        tieTwin(desk, source, item, core.id, core.text)
        continue
      }
      const id = desk.newId()
      const up = problem.parent.get(item.id) ?? null
      const parent = up === null ? (core?.id ?? null) : (twins.get(up) ?? core?.id ?? null)
      const role = node === undefined ? 'core' : node.side
      const { order, root, zone } = item
      addItem(desk.doc, desk.canvas, id, { role, parent, order, root, zone, values: { [mirrorKey]: item.id }, author: desk.me }, byPerson)
      twins.set(item.id, id)
      if (role === 'core') core = readItems(desk.doc, desk.canvas).find((one) => one.id === id) ?? null
      tieTwin(desk, source, item, id, '')
    }
  })
  return missing.length
}

function tieTwin(desk: LinkDesk, source: string, item: Item, to: ItemId, text: string): void {
  tie(desk, { place: 'item', of: source, key: item.id, quote: item.text }, { place: 'item', of: desk.canvas, key: to, quote: text })
}

/** Says that the twin fits what its problem node says today. */
export function agree(desk: LinkDesk, def: TreeDef, trail: readonly TrailLink[], item: Item, text: string): void {
  const source = sourceIdOf(item)
  const link = linksBetween(def, trail).findLast((one) => one.from.key === source && one.to.key === item.id)
  if (link === undefined) return
  addLink(desk.doc, { ...link, from: { ...link.from, quote: text }, to: { ...link.to, quote: item.text } }, byPerson)
}

/**
 * Deletes second twins that nobody wrote in and hangs what hung on them on the first one.
 * @returns how many, and how to get them back
 */
export function tidyDoubles(
  desk: LinkDesk,
  items: readonly Item[],
  doubles: readonly ItemId[],
): { readonly count: number; readonly restore: () => void } {
  const empty = items.filter((item) => doubles.includes(item.id) && item.text.trim() === '')
  const first = (item: Item): ItemId | null =>
    items.find((one) => !doubles.includes(one.id) && sourceIdOf(one) === sourceIdOf(item))?.id ?? item.parent
  let restore = (): void => undefined
  asOne(desk, () => {
    for (const gone of empty)
      for (const child of items)
        if (child.parent === gone.id) changeItem(desk.doc, desk.canvas, child.id, { parent: first(gone) }, byPerson)
    restore = removeForNow(
      desk,
      empty.map((item) => item.id),
    )
  })
  return { count: empty.length, restore }
}
