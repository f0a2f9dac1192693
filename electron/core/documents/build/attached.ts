/** Brings the attached pictures along that the figures of an outline show. */
import type { Block, Outline, OutlinePicture } from '#shared/model/outline.ts'

/** The outline with every picture its figures name and `attachment` has; each once. */
export function withPictures(outline: Outline, attachment: (name: string) => OutlinePicture | null): Outline {
  const names = new Set([...outline.cover, ...outline.blocks].flatMap(named))
  if (names.size === 0) return outline
  const found = [...names].flatMap((name) => {
    const picture = attachment(name)
    return picture === null ? [] : [[name, picture] as const]
  })
  return { ...outline, pictures: { ...outline.pictures, ...Object.fromEntries(found) } }
}

function named(block: Block): readonly string[] {
  if (block.b === 'figure') return block.figure.shapes.flatMap((shape) => (shape.t === 'image' && shape.name !== '' ? [shape.name] : []))
  if (block.b === 'list') return block.items.flat().flatMap(named)
  return block.b === 'table' ? block.rows.flat().flatMap((cell) => cell.blocks.flatMap(named)) : []
}
