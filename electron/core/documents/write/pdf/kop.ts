/** The letterhead: emblem to the left, lines centred beside it, double rule below (domain.md 5.2). */
import type { Block } from '#shared/model/outline.ts'
import { kopLook } from '../kop-look.ts'
import { colour, kop as look, scaleToFit, smallest } from '../look.ts'
import { paragraph, spaced } from './lines.ts'
import { placeholder } from './placeholder.ts'
import type { Room, Scene } from './scene.ts'
import type { Item } from './sheet.ts'
import { glue } from './table.ts'
import { grow, type Node } from './tree.ts'

type Kop = Extract<Block, { b: 'kop' }>

export function kopItem(block: Kop, room: Room, scene: Scene, parent: Node): Item {
  const node = grow(parent, 'Div')
  const emblem = emblemItem(block, scene, node)
  const { left, width, first, second } = kopLook(block, room.width)
  const line = (text: string, size: number, bold: boolean): Item[] =>
    text === '' ? [] : paragraph(scene.setter, [{ text }], { size, bold, line: 1, width, align: 'center' }, grow(node, 'P'))
  const words = glue([
    ...line(block.baris1, first, false),
    ...line(block.baris2, second, true),
    ...spaced(
      block.lines.flatMap((text) => line(text, look.small, false)),
      look.beforeSmall,
    ),
  ])
  const height = Math.max(emblem.height, words.height)
  return {
    height: height + 9 + look.after,
    before: 0,
    keep: false,
    paint: (place, x, y, page) => {
      emblem.paint(place, x, y + (height - emblem.height) / 2, page)
      words.paint(place, x + left, y + (height - words.height) / 2, page)
      place.back((brush) => {
        const rule = y + height + 5
        brush.stroke(x, rule, x + room.width, rule, 2.25, colour.line)
        brush.stroke(x, rule + 2.6, x + room.width, rule + 2.6, 0.75, colour.line)
      })
    },
  }
}

/** The logo in the emblem's place, or a dashed frame that says what belongs there. */
function emblemItem(block: Kop, scene: Scene, parent: Node): Item {
  const logo = block.logo
  const picture = logo ? scene.picture(logo.bytes) : null
  if (!logo || !picture) {
    if (logo) scene.tally.missingPictures += 1
    return placeholder(scene.outline.words.emblem, { width: look.emblem, height: look.emblem * 1.1 }, smallest, scene, grow(parent, 'P'))
  }
  const node = grow(parent, 'Figure', { alt: scene.outline.words.emblem })
  const enlarged = Math.max(logo.width, logo.height) < look.emblem ? look.emblem / Math.max(logo.width, logo.height) : 1
  const scale = enlarged > 1 ? enlarged : scaleToFit(logo.width, logo.height, look.emblem, look.emblem * 1.15)
  const size = { width: logo.width * scale, height: logo.height * scale }
  return {
    height: size.height,
    before: 0,
    keep: false,
    paint: (place, x, y) => {
      const box = { x: x + (look.emblem - size.width) / 2, y, ...size }
      place.front(node, (brush) => {
        brush.bounds(node, box)
        brush.picture(picture, box)
      })
    },
  }
}
