/** Figures and pictures as items: centred, made to fit. */
import type { Block } from '#shared/model/outline.ts'
import { unshown } from '../figure-pictures.ts'
import { body, pointsPerPixel, scaleToFit, tallest } from '../look.ts'
import { placeholder } from './placeholder.ts'
import type { Room, Scene } from './scene.ts'
import type { Item } from './sheet.ts'
import { grow, type Node } from './tree.ts'

/** Cells keep pictures smaller, so that a row of them stays on a page. */
const mostHeight = (room: Room, scene: Scene): number => tallest(scene.page) * (room.inCell ? 0.6 : 1)

export function figureItem(block: Extract<Block, { b: 'figure' }>, room: Room, scene: Scene, node: Node): Item {
  const { figure, zoom = 1 } = block
  scene.tally.missingPictures += unshown(scene.outline, figure)
  const width = figure.width * pointsPerPixel * zoom
  const height = figure.height * pointsPerPixel * zoom
  const scale = scaleToFit(width, height, room.width, Math.min(block.maxHeight ?? Number.POSITIVE_INFINITY, mostHeight(room, scene)))
  return {
    height: height * scale,
    before: 4,
    keep: false,
    paint: (place, x, y) => {
      const left = x + (room.width - width * scale) / 2
      place.front(node, (brush) => {
        brush.bounds(node, { x: left, y, width: width * scale, height: height * scale })
        brush.figure(figure, left, y, scale * zoom)
      })
    },
  }
}

export function pictureItem(block: Extract<Block, { b: 'picture' }>, room: Room, scene: Scene, parent: Node): Item {
  const scale = scaleToFit(
    block.width,
    block.height,
    room.width,
    Math.min(block.maxHeight ?? Number.POSITIVE_INFINITY, mostHeight(room, scene)),
  )
  const width = Math.max(1, block.width * scale)
  const height = Math.max(1, block.height * scale)
  const picture = scene.picture(block.bytes)
  if (!picture) {
    scene.tally.missingPictures += 1
    const words = [scene.outline.words.missingPicture, block.alt].filter((text) => text !== '').join(': ')
    return {
      ...placeholder(
        words,
        { width: room.width, height: Math.min(120, block.maxHeight ?? 120, Math.max(48, height)) },
        Math.min(body.size, room.size),
        scene,
        grow(parent, 'P'),
      ),
      before: 4,
    }
  }
  const node = grow(parent, 'Figure', { alt: block.alt })
  return {
    height,
    before: 4,
    keep: false,
    paint: (place, x, y) => {
      const box = { x: x + (room.width - width) / 2, y, width, height }
      place.front(node, (brush) => {
        brush.bounds(node, box)
        brush.picture(picture, box)
      })
    },
  }
}
