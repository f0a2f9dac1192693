/** Attached pictures that figures show: found by name among those that came with the outline. */
import type { Figure } from '#shared/model/figure.ts'
import type { Outline } from '#shared/model/outline.ts'
import { pictureType } from './pictures.ts'

type Pictured = Pick<Outline, 'pictures'>

/** Bytes of a picture, or null when they did not come along. */
export const pictureBytes = ({ pictures = {} }: Pictured, name: string): Uint8Array | null =>
  Object.hasOwn(pictures, name) ? (pictures[name]?.bytes ?? null) : null

/** Addresses with the bytes in them; each picture is looked at once. */
export function createHref(outline: Pictured): (name: string) => string | null {
  const known = new Map<string, string | null>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const bytes = pictureBytes(outline, name)
    const type = pictureType(bytes)
    const fresh =
      bytes === null || type === null
        ? null
        : `data:image/${type === 'png' ? 'png' : 'jpeg'};base64,${Buffer.from(bytes).toString('base64')}`
    known.set(name, fresh)
    return fresh
  }
}

/** How many pictures of a figure cannot be shown and leave a dashed box. */
export const unshown = (outline: Pictured, figure: Figure): number =>
  figure.shapes.filter((shape) => shape.t === 'image' && pictureType(pictureBytes(outline, shape.name)) === null).length
