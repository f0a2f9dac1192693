/** The letterhead: emblem to the left or above, lines centred beside or below it, double rule below (domain.md 5.2). */
import type { Block } from '#shared/model/outline.ts'
import { type KopLook, kopLook } from '../kop-look.ts'
import { colour, kop as sizes, smallest } from '../look.ts'
import { paragraph, spaced } from './lines.ts'
import { placeholder } from './placeholder.ts'
import type { Room, Scene } from './scene.ts'
import type { Item } from './sheet.ts'
import { glue } from './table.ts'
import { grow, type Node } from './tree.ts'

type Kop = Extract<Block, { b: 'kop' }>

export function kopItem(block: Kop, room: Room, scene: Scene, parent: Node): Item {
  const node = grow(parent, 'Div')
  const look = kopLook(block, room.width)
  const emblem = emblemItem(block, look, scene, node)
  const line = (text: string, size: number, bold: boolean): Item[] =>
    text === '' ? [] : paragraph(scene.setter, [{ text }], { size, bold, line: 1, width: look.width, align: 'center' }, grow(node, 'P'))
  const words = glue([
    ...line(block.baris1, look.first, false),
    ...line(block.baris2, look.second, true),
    ...spaced(
      block.lines.flatMap((text) => line(text, sizes.small, false)),
      sizes.beforeSmall,
    ),
  ])
  const height = look.above ? emblem.height + sizes.below + words.height : Math.max(emblem.height, words.height)
  return {
    height: height + (look.ruled ? 9 : 0) + sizes.after,
    before: 0,
    keep: false,
    paint: (place, x, y, page) => {
      emblem.paint(place, look.above ? x + (room.width - look.place.width) / 2 : x, look.above ? y : y + (height - emblem.height) / 2, page)
      words.paint(place, x + look.left, look.above ? y + height - words.height : y + (height - words.height) / 2, page)
      if (!look.ruled) return
      place.back((brush) => {
        const rule = y + height + 5
        brush.stroke(x, rule, x + room.width, rule, 2.25, colour.line)
        brush.stroke(x, rule + 2.6, x + room.width, rule + 2.6, 0.75, colour.line)
      })
    },
  }
}

/** The logo in the emblem's place, or a dashed frame that says what belongs there. */
function emblemItem(block: Kop, { place: kept, emblem }: KopLook, scene: Scene, parent: Node): Item {
  const { logo } = block
  const picture = logo ? scene.picture(logo.bytes) : null
  if (!logo || !picture) {
    if (logo) scene.tally.missingPictures += 1
    return placeholder(scene.outline.words.emblem, kept, smallest, scene, grow(parent, 'P'))
  }
  const node = grow(parent, 'Figure', { alt: scene.outline.words.emblem })
  return {
    height: emblem.height,
    before: 0,
    keep: false,
    paint: (place, x, y) => {
      const box = { x: x + (kept.width - emblem.width) / 2, y, ...emblem }
      place.front(node, (brush) => {
        brush.bounds(node, box)
        brush.picture(picture, box)
      })
    },
  }
}
