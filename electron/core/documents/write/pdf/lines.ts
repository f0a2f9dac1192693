/** Paragraphs as items, one for each line. */
import type { Run } from '#shared/model/outline.ts'
import { naturalDescent, naturalLine } from '../look.ts'
import type { Item } from './sheet.ts'
import type { Node } from './tree.ts'
import type { Line, Setter, TextLook } from './type.ts'

export type ParagraphLook = TextLook & {
  readonly line: number
  readonly width: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly indent?: number
  readonly before?: number
  /** Hold the end to the next item. */
  readonly keepNext?: boolean
  /** Hold all lines together. */
  readonly keepLines?: boolean
}

export const lineHeight = (size: number, line: number): number => size * naturalLine * line

/** From the top of a line to its baseline. */
export const baseline = (size: number, line: number): number => lineHeight(size, line) - size * naturalDescent

/**
 * One item for each line, `before` on the first. At least two lines of a paragraph stand together on either side of a page's end,
 * as word processors have it. An empty paragraph is one empty line.
 */
export function paragraph(setter: Setter, runs: readonly Run[], look: ParagraphLook, node: Node | null): Item[] {
  const indent = look.indent ?? 0
  const room = look.width - indent
  const lines = setter.lines(runs, look, room)
  const height = lineHeight(look.size, look.line)
  const down = baseline(look.size, look.line)
  return lines.map((line, at) => ({
    height,
    before: at === 0 ? (look.before ?? 0) : 0,
    keep: at === lines.length - 1 ? look.keepNext === true : look.keepLines === true || at === 0 || at === lines.length - 2,
    paint: (place, x, y) => {
      if (line.atoms.length === 0) return
      const { left, stretch } = aligned(line, look.align, room)
      place.front(node, (brush) => brush.line(line, x + indent + left, y + down, stretch))
    },
  }))
}

function aligned(line: Line, align: ParagraphLook['align'], room: number): { left: number; stretch: number } {
  const spare = room - line.width
  if (align === 'center') return { left: spare / 2, stretch: 0 }
  if (align === 'right') return { left: spare, stretch: 0 }
  const stretch = align === 'justify' && !line.ended && line.spaces > 0 && spare > 0 ? spare / line.spaces : 0
  return { left: 0, stretch }
}

/** The same items with at least `gap` above the first: of the space below one thing and above the next, word processors keep the larger. */
export function spaced<T extends { readonly before: number }>(items: readonly T[], gap: number): T[] {
  return items.map((item, at) => (at === 0 && gap > item.before ? { ...item, before: gap } : item))
}
