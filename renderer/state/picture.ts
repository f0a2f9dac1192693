/** Pictures on their way into the lab: made smaller and written anew in the page, so that place and camera stay behind. */

/** What the lab takes, in bytes. */
const largest = 12 * 1024 * 1024
const quality = 0.9

/** The kinds the lab takes, as `accept` of a file field wants them. */
export const pictureTypes = ['image/png', 'image/jpeg'] as const

/** Width and height that fit into a square, in whole pixels, with the same proportions; never enlarged. */
export function fitted(width: number, height: number, side: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Keeps PNG as PNG, with what is clear in it, and JPEG as JPEG.
 * @param side longest side of the result in pixels
 * @returns null when it is neither, or the browser cannot read it, or it stays too large
 */
export async function smallPicture(file: Blob, side: number): Promise<Blob | null> {
  if (!pictureTypes.some((type) => type === file.type)) return null
  // A camera's orientation is applied here; afterwards nothing in the file tells of it.
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return null
  const canvas = document.createElement('canvas')
  const size = fitted(bitmap.width, bitmap.height, side)
  canvas.width = size.width
  canvas.height = size.height
  const brush = canvas.getContext('2d')
  if (brush !== null) {
    brush.imageSmoothingQuality = 'high'
    brush.drawImage(bitmap, 0, 0, size.width, size.height)
  }
  bitmap.close()
  if (brush === null) return null
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, file.type, quality))
  return small === null || small.size > largest ? null : small
}
