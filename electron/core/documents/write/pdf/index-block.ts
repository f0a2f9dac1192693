/** An index in columns that are of about the same length, page after page. */
import type { Block } from '#shared/model/outline.ts'
import { indexColumns } from '../index-look.ts'
import { index as look } from '../look.ts'
import { linkedItems } from './contents.ts'
import { paragraph } from './lines.ts'
import type { FlowItem, Pager, Spread } from './pager.ts'
import type { Room, Scene } from './scene.ts'
import type { Item } from './sheet.ts'
import { glue } from './table.ts'
import { grow, type Node } from './tree.ts'

type Index = Extract<Block, { b: 'index' }>

/** Inside a cell or a list an index is one column among the other things that stand there. */
export function indexItems(block: Index, room: Room, scene: Scene, parent: Node): FlowItem[] {
  const count = room.inCell || room.depth > 0 ? 1 : block.columns
  const { columns, width } = indexColumns(count, room.width)
  const items = entries(block, width, scene, grow(parent, 'Index'))
  const [first] = items
  if (!first) return []
  return columns === 1 ? items : [spread(items, first, columns, width + look.gap)]
}

/** Every entry whole, a group's name with its first one. */
function entries(block: Index, width: number, scene: Scene, tree: Node): Item[] {
  return block.groups.flatMap((group) => {
    const style = { size: look.groupSize, bold: true, line: look.line, width, align: 'left', keepNext: true, keepLines: true } as const
    const label =
      group.label === '' ? [] : [glue(paragraph(scene.setter, [{ text: group.label }], style, grow(tree, 'P')), group.entries.length > 0)]
    const lines = group.entries.map(({ text, id }) => {
      const parent = grow(tree, 'P')
      // A heading that is not there can neither be reached nor counted.
      if (!scene.reachable.has(id))
        return glue(paragraph(scene.setter, [{ text }], { size: look.size, line: look.line, width, align: 'left' }, parent))
      const link = grow(grow(parent, 'Reference'), 'Link')
      return glue(linkedItems({ id, text }, scene, link, { ...look, bold: false, indent: 0, width }))
    })
    return [...label, ...lines].map((item, at) => ({
      ...item,
      before: at > 0 ? (at === 1 && label.length > 0 ? look.groupAfter : look.after) : look.groupBefore,
    }))
  })
}

function spread(items: readonly Item[], first: Item, columns: number, step: number): Spread {
  const second = first.keep ? items[1] : undefined
  return {
    before: first.before,
    atLeast: first.height + (second ? second.before + second.height : 0),
    short: false,
    place: (pager, x) => place(items, columns, step, pager, x),
  }
}

function place(items: readonly Item[], columns: number, step: number, pager: Pager, x: number): void {
  for (let from = 0; from < items.length; ) {
    const room = pager.bottom - pager.y
    const parts = balanced(items, from, columns, room)
    const painted = parts.map(([begin, end], column) => paintColumn(items.slice(begin, end), pager, x + column * step))
    pager.y += Math.max(0, ...painted)
    pager.fresh = false
    from = parts.at(-1)?.[1] ?? items.length
    if (from < items.length) {
      pager.turn()
      pager.fresh = false
    }
  }
}

function paintColumn(items: readonly Item[], pager: Pager, x: number): number {
  let used = 0
  items.forEach((item, at) => {
    used += at === 0 ? 0 : item.before
    item.paint(pager.here(), x, pager.y + used, pager.page())
    used += item.height
  })
  return used
}

type Part = readonly [number, number]

/** What stands in each column: all of it in columns as low as they can be, or as much as the room holds. */
function balanced(items: readonly Item[], from: number, columns: number, room: number): readonly Part[] {
  const full = fill(items, from, columns, room)
  if (full.at(-1)?.[1] !== items.length) return full
  let [low, high] = [0, room]
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (fill(items, from, columns, middle).at(-1)?.[1] === items.length) high = middle
    else low = middle
  }
  return fill(items, from, columns, high)
}

/** Columns of at most this height, filled from the left; each holds at least one item, and none ends with the name of a group. */
function fill(items: readonly Item[], from: number, columns: number, height: number): readonly Part[] {
  const parts: Part[] = []
  let begin = from
  for (let column = 0; column < columns && begin < items.length; column += 1) {
    let used = 0
    let end = begin
    for (let item = items[end]; item; item = items[end]) {
      const need = (end === begin ? 0 : item.before) + item.height
      if (end > begin && used + need > height + 0.01) break
      used += need
      end += 1
    }
    while (end < items.length && end > begin + 1 && items[end - 1]?.keep) end -= 1
    parts.push([begin, end])
    begin = end
  }
  return parts
}
