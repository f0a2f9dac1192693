/** The table of contents. Room for the page numbers is reserved; the numbers are read when the page is painted, after all pages are known. */
import type { Block } from '#shared/model/outline.ts'
import { colour, contents as look, title as titleLook } from '../look.ts'
import { baseline, paragraph } from './lines.ts'
import type { Room, Scene } from './scene.ts'
import type { Item } from './sheet.ts'
import { grow, type Node } from './tree.ts'

export function contentsItems(block: Extract<Block, { b: 'contents' }>, room: Room, scene: Scene, parent: Node): Item[] {
  const head = { size: titleLook.size, bold: true, line: titleLook.line, width: room.width, align: 'center', keepNext: true } as const
  const items = block.title === '' ? [] : paragraph(scene.setter, [{ text: block.title }], head, grow(parent, 'P'))
  const tree = grow(parent, 'TOC')
  let gap: number = look.titleAfter
  for (const heading of scene.headings) {
    if (heading.level > block.levels) continue
    const link = grow(grow(grow(tree, 'TOCI'), 'Reference'), 'Link')
    const [first, ...rest] = entryItems(heading, room, scene, link)
    if (first) items.push({ ...first, before: first.before + gap }, ...rest)
    gap = look.after
  }
  return items
}

const entryItems = (
  heading: { readonly id: string; readonly level: number; readonly text: string },
  room: Room,
  scene: Scene,
  link: Node,
): Item[] =>
  linkedItems(heading, scene, link, {
    size: look.size,
    bold: heading.level === 1,
    line: look.line,
    indent: (heading.level - 1) * look.step,
    width: room.width,
    numberWidth: look.numberWidth,
  })

export type EntryLook = {
  readonly size: number
  readonly bold: boolean
  readonly line: number
  readonly indent: number
  readonly width: number
  readonly numberWidth: number
}

/** A text with dots up to the number of the page where the heading `id` stands; all of it leads there. */
export function linkedItems(entry: { readonly id: string; readonly text: string }, scene: Scene, link: Node, look: EntryLook): Item[] {
  const { setter } = scene
  const { indent } = look
  const style = { size: look.size, bold: look.bold }
  const width = look.width - indent - look.numberWidth
  const lines = setter.lines([{ text: entry.text }], style, width)
  const items = paragraph(setter, [{ text: entry.text }], { ...style, line: look.line, width, align: 'left', keepLines: true }, link)
  const down = baseline(look.size, look.line)
  return items.map((item, at) => ({
    ...item,
    paint: (place, x, y, page) => {
      const left = x + indent
      place.front(link, (brush) => {
        const says = `${entry.text}, ${scene.outline.words.page} ${scene.pages.get(entry.id) ?? ''}`
        brush.link(link, { x: left, y, width: look.width - indent, height: item.height }, scene.target(entry.id), says)
      })
      item.paint(place, left, y, page)
      if (at < items.length - 1) return
      const end = left + (lines.at(-1)?.width ?? 0)
      const number = () => setter.lines([{ text: String(scene.pages.get(entry.id) ?? '') }], style, look.numberWidth * 2)[0]
      place.front(link, (brush) => {
        const shown = number()
        if (shown) brush.line(shown, x + look.width - shown.width, y + down)
      })
      place.back((brush) => brush.dots(end + 3, x + look.width - (number()?.width ?? 0) - 3, y + down - 0.5, colour.ink))
    },
  }))
}
