import { colour } from '../look.ts'
import { lineHeight, paragraph } from './lines.ts'
import type { Scene } from './scene.ts'
import type { Item } from './sheet.ts'
import type { Node } from './tree.ts'

/** A visible note in place of something that cannot be shown: a dashed frame with words in it. */
export function placeholder(
  text: string,
  box: { readonly width: number; readonly height: number },
  size: number,
  scene: Scene,
  node: Node,
): Item {
  const inner = paragraph(scene.setter, [{ text }], { size, line: 1, width: box.width - 8, align: 'center', color: colour.muted }, node)
  const textHeight = inner.length * lineHeight(size, 1)
  return {
    height: box.height,
    before: 0,
    keep: false,
    paint: (place, x, y, page) => {
      place.back((brush) => brush.frame({ x, y, width: box.width, height: box.height }, colour.faint, 0.75, [3, 3]))
      let top = y + Math.max(2, (box.height - textHeight) / 2)
      for (const item of inner) {
        item.paint(place, x + 4, top, page)
        top += item.height
      }
    },
  }
}
