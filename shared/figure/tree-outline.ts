/**
 * A large problem tree as boxes below each other, indented by depth: any number of nodes, any depth, letters of full size. A text that
 * is too long for one box goes on in the next, so nothing is ever left out.
 */
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
import type { Details } from './tree-details.ts'

const lead = 15
const step = 20
/** Deeper nodes stay at this indent; their depth is written in the box instead. */
const deepest = 12
/** A longer text goes on in the next box. */
const maxLines = 14
const mostFoot = 4

type Row = { readonly item: Item | null; readonly level: TreeLevel; readonly depth: number; readonly parent: ItemId | null }
type Head = { readonly head: string }
export type ListRow = Row | Head
type Line = { readonly text: string; readonly bold: boolean }
/** A part of a node that fits one box. */
type Piece = {
  readonly x: number
  readonly w: number
  readonly h: number
  readonly lines: readonly Line[]
  readonly tag: string
  readonly first: boolean
  readonly last: boolean
}

export function outlineFigures(def: TreeDef, tree: Tree, size: FigureSize, language: Language, alt: string, details: Details): Figures {
  const rows: ListRow[] = []
  if (tree.effects.length > 0) rows.push({ head: def.levels.effect[language] }, ...branchRows(tree.effects))
  rows.push({ head: def.levels.core[language] }, coreRow(tree))
  if (tree.causes.length > 0)
    rows.push({ head: `${def.levels.direct[language]} · ${def.levels.indirect[language]}` }, ...branchRows(tree.causes))
  return listFigures(rows, size, language, alt, details)
}

export const coreRow = (tree: Tree): ListRow => ({ item: tree.core, level: 'core', depth: 0, parent: null })

export function branchRows(branches: readonly TreeNode[]): readonly ListRow[] {
  const parents = new Map<ItemId, ItemId>()
  return nodesOf(branches).map((node) => {
    for (const child of node.children) parents.set(child.item.id, node.item.id)
    return { item: node.item, level: levelOf(node), depth: node.depth, parent: parents.get(node.item.id) ?? null }
  })
}

/** As many pictures as the rows take, none wider or higher than `size`. */
export function listFigures(rows: readonly ListRow[], size: FigureSize, language: Language, alt: string, details: Details): Figures {
  const figures = paginate(rows, size, language, details)
  return {
    figures: figures.map((figure, at) =>
      figures.length === 1
        ? { ...figure, alt }
        : { ...figure, alt: `${alt}, ${say(words.page, language, { page: at + 1, pages: figures.length })}` },
    ),
    cut: [],
  }
}

function piecesOf(row: Row, item: Item, size: FigureSize, language: Language, details: Details): readonly Piece[] {
  const x = Math.min(Math.max(0, row.depth - 1), deepest) * step
  const w = size.width - x
  const tag = [row.level === 'root' ? say(words.root, language) : '', row.depth - 1 > deepest ? `↓ ${row.depth}` : '']
    .filter((part) => part !== '')
    .join(' ')
  const room = w - 20 - (tag === '' ? 0 : measure(tag, smallest, true) + 28)
  const all: readonly Line[] = [
    ...wrap(item.text, room, smallest, true).map((text) => ({ text, bold: true })),
    ...(details.get(item.id) ?? []).flatMap((detail) => wrap(detail, room, smallest).map((text) => ({ text, bold: false }))),
  ]
  const foot = row.level === 'core' ? 0 : footLines(item, w - 20, mostFoot).length
  const count = Math.max(1, Math.ceil(all.length / maxLines))
  return Array.from({ length: count }, (_, at) => {
    const lines = all.slice(at * maxLines, (at + 1) * maxLines)
    const last = at === count - 1
    return { x, w, lines, tag, first: at === 0, last, h: lines.length * lead + 12 + (last && foot > 0 ? foot * footLead + 2 : 0) }
  })
}

function paginate(rows: readonly ListRow[], size: FigureSize, language: Language, details: Details): readonly Omit<Figure, 'alt'>[] {
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
      shapes.push(textAt(0, y + 6, wrap(row.head, size.width, smallest, true, 1), { bold: true, fill: palette.ink2 }))
      y += 28
      continue
    }
    if (row.item === null) {
      shapes.push({ t: 'rect', x: 0.5, y, w: size.width - 1, h: 34, r: 8, stroke: palette.lineStrong, width: 1, dash: [4, 3] })
      shapes.push(textAt(12, y + 10, [say(words.noCore, language)], { fill: palette.ink3 }))
      y += 46
      continue
    }
    for (const piece of piecesOf(row, row.item, size, language, details)) {
      if (y > 0 && y + piece.h + 2 > size.height) turn()
      const middle = y + piece.h / 2
      if (piece.first && row.parent !== null && row.depth - 1 <= deepest) {
        const x = piece.x - step / 2
        shapes.unshift({
          t: 'line',
          points: [
            [x, anchors.get(row.parent)?.y ?? 0],
            [x, middle],
            [piece.x, middle],
          ],
          stroke: palette.lineStrong,
          width: 1.5,
        })
      }
      shapes.push(...boxShapes(row, row.item, piece, y))
      anchors.set(row.item.id, { x: piece.x, y: y + piece.h })
      y += piece.h + (piece.last ? 8 : 2)
    }
  }
  if (shapes.length > 0) turn()
  return pages
}

function boxShapes(row: Row, item: Item, piece: Piece, y: number): readonly Shape[] {
  const core = row.level === 'core'
  const { fill, stroke, width } = boxLook(row.level)
  const right = piece.x + piece.w - 10
  const bold = piece.lines.filter((line) => line.bold).map((line) => line.text)
  const plain = piece.lines.filter((line) => !line.bold).map((line) => line.text)
  const ink = core ? palette.onDeep : palette.ink
  return [
    { t: 'rect', x: piece.x + 1, y, w: piece.w - 2, h: piece.h, r: 8, fill, stroke, width },
    ...(bold.length === 0 ? [] : [textAt(piece.x + 10, y + 6, bold, { lead, bold: true, fill: ink })]),
    ...(plain.length === 0 ? [] : [textAt(piece.x + 10, y + 6 + bold.length * lead, plain, { lead, fill: core ? ink : palette.ink2 })]),
    ...(piece.tag === '' || !piece.first
      ? []
      : [textAt(right, y + 6, [piece.tag], { bold: true, fill: palette.ok, align: 'right' as const })]),
    ...(core || !piece.last ? [] : footAt(item, piece.x + 10, y + piece.h - 4, piece.w - 20, mostFoot)),
  ]
}
