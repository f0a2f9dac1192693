/** Blocks of an outline as items that can be put on pages. */
import type { Block, Cell } from '#shared/model/outline.ts'
import { heldBlocks, isShort } from '../hold.ts'
import {
  body,
  caption as captionLook,
  colour,
  heading as headingLook,
  list as listLook,
  readable,
  rule as ruleLook,
  signature as signatureLook,
  tallest,
  title as titleLook,
} from '../look.ts'
import { type Signature, signatureRows, signatureTables } from '../signature.ts'
import { narrowTables } from '../wide.ts'
import { contentsItems } from './contents.ts'
import { indexItems } from './index-block.ts'
import { kopItem } from './kop.ts'
import { baseline, paragraph, spaced } from './lines.ts'
import type { FlowItem } from './pager.ts'
import { isSpread } from './pager.ts'
import { figureItem, pictureItem } from './pictures.ts'
import type { Room, Scene } from './scene.ts'
import type { Item } from './sheet.ts'
import { glue, layoutTable, rowItems, shifted, spreadTable, type TableTree } from './table.ts'
import { grow, type Node, type Role } from './tree.ts'

export const pageRoom = (scene: Scene): Room => ({
  width: scene.page.body.width,
  size: body.size,
  line: scene.outline.lineSpacing ?? body.line,
  after: body.after,
  align: 'justify',
  bold: false,
  inCell: false,
  depth: 0,
})

/** Items of a block, and the space that follows it. */
type Flowed = { readonly items: FlowItem[]; readonly after: number }

/** All blocks as one column of items, their parts hung under `parent` in reading order. */
export function flow(blocks: readonly Block[], room: Room, scene: Scene, parent: Node): FlowItem[] {
  const out: FlowItem[] = []
  let gap = 0
  let turn = false
  const held = heldBlocks(blocks)
  for (const [at, block] of blocks.entries()) {
    if (block.b === 'pageBreak' || block.b === 'turn') {
      turn ||= !room.inCell
      continue
    }
    const hold = held[at] === true
    const { items, after } = flowBlock(block, room, scene, parent, hold)
    const [first, ...rest] = spaced(hold ? holdEnd(items) : items, gap)
    gap = after
    if (!first) continue
    out.push(turn ? { ...first, breakBefore: true } : first, ...rest)
    turn = false
  }
  return out
}

const holdEnd = (items: readonly FlowItem[]): FlowItem[] =>
  items.map((item, at) => (at === items.length - 1 ? { ...item, keep: true } : item))

function flowBlock(block: Exclude<Block, { b: 'pageBreak' | 'turn' }>, room: Room, scene: Scene, parent: Node, hold: boolean): Flowed {
  switch (block.b) {
    case 'heading':
      return flowHeading(block, room, scene, parent)
    case 'title':
      return flowTitle(block, room, scene, parent)
    case 'para':
      return flowPara(block, room, scene, parent, hold && isShort(block))
    case 'list':
      return flowList(block, room, scene, parent)
    case 'table':
      return flowTable(block, room, scene, parent)
    case 'figure':
      return captioned(
        figureItem(block, room, scene, grow(parent, 'Figure', { alt: block.figure.alt })),
        block.caption,
        room,
        scene,
        parent,
      )
    case 'picture':
      return captioned(pictureItem(block, room, scene, parent), block.caption, room, scene, parent)
    case 'contents':
      return { items: contentsItems(block, room, scene, parent), after: body.after }
    case 'index':
      return { items: indexItems(block, room, scene, parent), after: body.after }
    case 'kop':
      return { items: [kopItem(block, room, scene, parent)], after: 0 }
    case 'signature':
      return flowSignature(block, room, scene, parent)
    case 'space':
      return { items: [{ height: Math.min(block.height, tallest(scene.page)), before: 0, keep: false, paint: () => undefined }], after: 0 }
    case 'rule':
      return { items: [ruleItem(room)], after: 0 }
    default:
      return block satisfies never
  }
}

const headingRoles = ['H1', 'H2', 'H3', 'H4'] as const satisfies readonly Role[]

/** Tags begin at H1 and leave no level out (PDF/UA-1, 7.4.2), also in a document whose first heading is of the second level. */
function headingRole(level: number, { opened }: Scene): Role {
  while ((opened.at(-1) ?? 0) >= level) opened.pop()
  opened.push(level)
  return headingRoles[opened.length - 1] ?? 'H4'
}

function flowHeading(block: Extract<Block, { b: 'heading' }>, room: Room, scene: Scene, parent: Node): Flowed {
  const look = headingLook[block.level]
  const size = room.inCell ? room.size : look.size
  const style = {
    size,
    bold: true,
    italic: look.italic,
    line: body.line,
    width: room.width,
    align: 'left',
    before: look.before,
    keepNext: true,
    keepLines: true,
  } as const
  const [first, ...rest] = paragraph(scene.setter, [{ text: block.text }], style, grow(parent, headingRole(block.level, scene)))
  if (!first) return { items: [], after: 0 }
  const anchored: Item = {
    ...first,
    breakBefore: block.pageBreakBefore === true && !room.inCell,
    paint: (place, x, y, page) => {
      if (!scene.pages.has(block.id)) {
        scene.pages.set(block.id, page)
        place.back((brush) => {
          brush.anchor(scene.target(block.id), y)
          if (!block.unlisted && !room.inCell) brush.bookmark(block.level, block.text, y)
        })
      }
      first.paint(place, x, y, page)
    },
  }
  return { items: [anchored, ...rest], after: look.after }
}

function flowTitle(block: Extract<Block, { b: 'title' }>, room: Room, scene: Scene, parent: Node): Flowed {
  const size = readable(block.size ?? titleLook.size)
  const style = { size, bold: true, line: titleLook.line, width: room.width, align: 'center', keepNext: true } as const
  const node = grow(parent, 'P')
  return { items: block.lines.flatMap((text) => paragraph(scene.setter, [{ text }], style, node)), after: titleLook.after }
}

function flowPara(block: Extract<Block, { b: 'para' }>, room: Room, scene: Scene, parent: Node, keepLines: boolean): Flowed {
  const runs = room.bold ? block.runs.map((run) => ({ ...run, bold: true })) : block.runs
  const items = paragraph(
    scene.setter,
    runs,
    {
      size: readable(block.size ?? room.size),
      line: room.line,
      width: room.width,
      align: block.align ?? room.align,
      indent: Math.min(block.indent ?? 0, room.width / 2),
      keepNext: block.keepNext === true,
      keepLines,
    },
    grow(parent, 'P'),
  )
  return { items, after: block.spaceAfter ?? room.after }
}

const bullets = ['•', '–', '◦', '•'] as const

/** How nested numbering counts in official texts: 1. a. 1) a). */
function label(ordered: boolean, number: number, depth: number): string {
  if (!ordered) return bullets[depth % bullets.length] ?? '•'
  const close = depth % 4 < 2 ? '.' : ')'
  return `${depth % 2 === 0 ? number : letters(number)}${close}`
}

const letters = (number: number): string =>
  number < 1 ? String(number) : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

function flowList(block: Extract<Block, { b: 'list' }>, room: Room, scene: Scene, parent: Node): Flowed {
  const node = grow(parent, 'L', {
    attributes: { O: 'List', ListNumbering: block.ordered ? (room.depth % 2 === 0 ? 'Decimal' : 'LowerAlpha') : 'Disc' },
  })
  const step = Math.min(room.inCell ? room.size * 1.5 : listLook.step, room.width / 3)
  const inner: Room = { ...room, width: room.width - step, after: listLook.after, depth: room.depth + 1 }
  const out: FlowItem[] = []
  block.items.forEach((blocks, at) => {
    const entry = grow(node, 'LI')
    const mark = grow(entry, 'Lbl')
    const sign = label(block.ordered, (block.start ?? 1) + at, room.depth)
    const items = flow(blocks.length > 0 ? blocks : [{ b: 'para', runs: [] }], inner, scene, grow(entry, 'LBody'))
    const moved = items.map((item) => shifted(item, step))
    const [first, ...rest] = spaced(moved, at === 0 ? 0 : listLook.after)
    if (first) out.push(isSpread(first) ? first : labelled(first, sign, sizeOf(blocks[0], room), mark, room, scene), ...rest)
  })
  return { items: out, after: room.inCell ? room.after : body.after }
}

/** A number is as large as the words it stands before. */
const sizeOf = (block: Block | undefined, room: Room): number => readable((block?.b === 'para' ? block.size : undefined) ?? room.size)

function labelled(item: Item, sign: string, size: number, mark: Node, room: Room, scene: Scene): Item {
  const [line] = scene.setter.lines([{ text: sign }], { size }, room.width)
  const down = baseline(size, room.line)
  return {
    ...item,
    paint: (place, x, y, page) => {
      if (line) place.front(mark, (brush) => brush.line(line, x, y + down))
      item.paint(place, x, y, page)
    },
  }
}

function cellFlow(scene: Scene): (cell: Cell, room: Room, parent: Node) => Item[] {
  return (cell, room, parent) => flow(cell.blocks, room, scene, parent).filter((item): item is Item => !isSpread(item))
}

function flowTable(block: Extract<Block, { b: 'table' }>, room: Room, scene: Scene, parent: Node): Flowed {
  if (block.rows.length === 0) return { items: [], after: 0 }
  const after = room.inCell ? room.after : body.after + 2
  const pieces = narrowTables(block, room.width, scene.outline.language).map((piece) => pieceItems(piece, room, scene, parent))
  return { items: pieces.flatMap((items, at) => (at === 0 ? items : spaced(items, after))), after }
}

function pieceItems(block: Extract<Block, { b: 'table' }>, room: Room, scene: Scene, parent: Node): FlowItem[] {
  const attributes = block.alt === '' ? {} : { attributes: { O: 'Table', Summary: new String(block.alt) } } // pdfkit writes String objects as text
  const node = block.ruled ? grow(parent, 'Table', attributes) : grow(parent, 'Div')
  const title = block.caption ? captionItems(block.caption, room, scene, grow(node, block.ruled ? 'Caption' : 'P'), true) : []
  const tree: TableTree = block.ruled ? 'table' : 'rows'
  const layout = layoutTable(block, room, tree, node, cellFlow(scene), scene.page.body.height / 3)
  return [...title, ...(room.inCell ? rowItems(layout) : [spreadTable(layout, title.length > 0 ? 3 : 2, scene.page.body.height)])]
}

function captionItems(text: string, room: Room, scene: Scene, node: Node, above: boolean): Item[] {
  const align = above ? 'left' : 'center'
  const look = {
    size: captionLook.size,
    italic: !above,
    bold: above,
    line: captionLook.line,
    width: room.width,
    align,
    before: captionLook.before,
    keepNext: above,
  } as const
  return paragraph(scene.setter, [{ text }], look, node)
}

function captioned(item: Item, caption: string | undefined, room: Room, scene: Scene, parent: Node): Flowed {
  if (!caption) return { items: [item], after: captionLook.after }
  const items = [{ ...item, keep: true }, ...captionItems(caption, room, scene, grow(parent, 'P'), false)]
  // A cell ends with what stands in it; pictures in rows keep their distance.
  const below: Item = { height: captionLook.after, before: 0, keep: false, paint: () => undefined }
  return room.inCell ? { items: [...items, below], after: 0 } : { items, after: captionLook.after }
}

function flowSignature(block: Signature, room: Room, scene: Scene, parent: Node): Flowed {
  const { words } = scene.outline
  if (block.layout === 'table') {
    const items = spaced(flow(signatureRows(block, words, room.width), room, scene, parent), signatureLook.before / 2)
    return { items, after: body.after }
  }
  const tables = signatureTables(block, words, room.width)
  const items = tables.map((table, at) => {
    const layout = layoutTable(table, room, 'columns', grow(parent, 'Div'), cellFlow(scene), scene.page.body.height)
    return { ...glue(rowItems(layout), at < tables.length - 1), before: signatureLook.before }
  })
  return { items, after: body.after }
}

function ruleItem(room: Room): Item {
  const { width, before, after } = ruleLook
  return {
    height: before + width + after,
    before: 0,
    keep: false,
    paint: (place, x, y) => place.back((brush) => brush.stroke(x, y + before, x + room.width, y + before, width, colour.line)),
  }
}
