/** A large problem tree as boxes below each other, indented by depth: any number of nodes, any depth, letters of full size. */
import type { Figure, Shape } from '../model/figure.ts'
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/lab.ts'
import type { TreeDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { levelOf, nodesOf, type Tree, type TreeLevel, type TreeNode } from '../rules/tree.ts'
import { figureWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { boxLook, footAt, footLead, footLines, smallest, textAt } from './draw.ts'
import { measure, wrap } from './metrics.ts'
import { palette } from './palette.ts'
import type { FigureSize, Figures } from './sizes.ts'

const lead = 15
const step = 20
/** Deeper nodes stay at this indent; their depth is written in the box instead. */
const deepest = 12
const maxLines = 14
const mostFoot = 4

type Row = { readonly item: Item | null; readonly level: TreeLevel; readonly depth: number; readonly parent: ItemId | null }
type Head = { readonly head: string }

export function outlineFigures(def: TreeDef, tree: Tree, size: FigureSize, language: Language, alt: string): Figures {
  const rows: (Row | Head)[] = []
  if (tree.effects.length > 0) rows.push({ head: def.levels.effect[language] }, ...branchRows(tree.effects))
  rows.push({ head: def.levels.core[language] }, { item: tree.core, level: 'core', depth: 0, parent: null })
  if (tree.causes.length > 0)
    rows.push({ head: `${def.levels.direct[language]} · ${def.levels.indirect[language]}` }, ...branchRows(tree.causes))
  const cut = rows.flatMap((row) => ('item' in row && row.item !== null && boxOf(row, row.item, size, language).cut ? [row.item] : []))
  const figures = paginate(rows, size, language)
  return {
    figures: figures.map((figure, at) =>
      figures.length === 1
        ? { ...figure, alt }
        : { ...figure, alt: `${alt}, ${say(words.page, language, { page: at + 1, pages: figures.length })}` },
    ),
    cut,
  }
}

function branchRows(branches: readonly TreeNode[]): readonly Row[] {
  const parents = new Map<ItemId, ItemId>()
  return nodesOf(branches).map((node) => {
    for (const child of node.children) parents.set(child.item.id, node.item.id)
    return { item: node.item, level: levelOf(node), depth: node.depth, parent: parents.get(node.item.id) ?? null }
  })
}

function boxOf(row: Row, item: Item, size: FigureSize, language: Language) {
  const x = Math.min(Math.max(0, row.depth - 1), deepest) * step
  const w = size.width - x
  const tag = [row.level === 'root' ? say(words.root, language) : '', row.depth - 1 > deepest ? `↓ ${row.depth}` : ''].filter(
    (part) => part !== '',
  )
  const tagRoom = tag.length === 0 ? 0 : measure(tag.join(' '), smallest, true) + 28
  const all = wrap(item.text, w - 20 - tagRoom, smallest, true, maxLines + 1)
  const cut = all.length > maxLines
  const lines = cut ? wrap(item.text, w - 20 - tagRoom, smallest, true, maxLines) : all
  const foot = row.level === 'core' ? 0 : footLines(item, w - 20, mostFoot).length
  return { x, w, h: lines.length * lead + 12 + foot * footLead + (foot > 0 ? 2 : 0), lines, tag: tag.join(' '), cut }
}

function paginate(rows: readonly (Row | Head)[], size: FigureSize, language: Language): readonly Omit<Figure, 'alt'>[] {
  const pages: Omit<Figure, 'alt'>[] = []
  let shapes: Shape[] = []
  let y = 0
  /** Where the brackets to the children of a node begin, on this picture only. */
  let anchors = new Map<ItemId, { x: number; y: number }>()
  const turn = (): void => {
    // The gap below the last box is not part of the picture.
    pages.push({ width: size.width, height: y - 6, shapes })
    shapes = []
    anchors = new Map()
    y = 0
  }
  for (const row of rows) {
    if ('head' in row) {
      // A head keeps room for the box that follows it.
      if (y > 0 && y + 90 > size.height) turn()
      shapes.push(textAt(0, y + 6, [row.head], { bold: true, fill: palette.ink2 }))
      y += 28
      continue
    }
    if (row.item === null) {
      shapes.push({ t: 'rect', x: 0.5, y, w: size.width - 1, h: 34, r: 8, stroke: palette.lineStrong, width: 1, dash: [4, 3] })
      shapes.push(textAt(12, y + 10, [say(words.noCore, language)], { fill: palette.ink3 }))
      y += 46
      continue
    }
    const box = boxOf(row, row.item, size, language)
    if (y > 0 && y + box.h + 2 > size.height) turn()
    const anchor = row.parent === null ? undefined : anchors.get(row.parent)
    const middle = y + box.h / 2
    if (row.parent !== null && row.depth - 1 <= deepest) {
      const x = box.x - step / 2
      shapes.unshift({
        t: 'line',
        points: [
          [x, anchor?.y ?? 0],
          [x, middle],
          [box.x, middle],
        ],
        stroke: palette.lineStrong,
        width: 1.5,
      })
    }
    shapes.push(...boxShapes(row, row.item, box, y))
    anchors.set(row.item.id, { x: box.x, y: y + box.h })
    y += box.h + 8
  }
  if (shapes.length > 0) turn()
  return pages
}

function boxShapes(row: Row, item: Item, box: ReturnType<typeof boxOf>, y: number): readonly Shape[] {
  const core = row.level === 'core'
  const { fill, stroke, width } = boxLook(row.level)
  const right = box.x + box.w - 10
  return [
    { t: 'rect', x: box.x + 1, y, w: box.w - 2, h: box.h, r: 8, fill, stroke, width },
    textAt(box.x + 10, y + 6, box.lines, { lead, bold: true, fill: core ? palette.onDeep : palette.ink }),
    ...(box.tag === '' ? [] : [textAt(right, y + 6, [box.tag], { bold: true, fill: palette.ok, align: 'right' as const })]),
    ...(core ? [] : footAt(item, box.x + 10, y + box.h - 4, box.w - 20, mostFoot)),
  ]
}
