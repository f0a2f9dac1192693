/** Pictures on their way into the lab: made smaller and written anew in the page, so that place and camera stay behind. */

/** What the lab takes, in bytes. */
const largest = 12 * 1024 * 1024
const quality = 0.86

/** The kinds the lab takes, as `accept` of a file field wants them. */
export const pictureTypes = ['image/png', 'image/jpeg'] as const

export type ReadyPicture = { readonly file: Blob; readonly width: number; readonly height: number }

/** Width and height that fit, in whole pixels, with the same proportions. */
export function fitted(width: number, height: number, side: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * @param side longest side of the result in pixels
 * @returns null when the browser cannot read it as a picture, or it stays too large
 */
export async function preparePicture(file: Blob, side: number): Promise<ReadyPicture | null> {
  // A camera's orientation is applied here; afterwards nothing in the file tells of it.
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return null
  const size = fitted(bitmap.width, bitmap.height, side)
  // Drawings keep their sharp edges as PNG; everything else is a photograph.
  const drawn = file.type === 'image/png' ? await draw(bitmap, size, 'image/png') : null
  const ready = drawn !== null && drawn.size <= largest ? drawn : await draw(bitmap, size, 'image/jpeg')
  bitmap.close()
  return ready === null || ready.size > largest ? null : { file: ready, ...size }
}

function draw(
  bitmap: ImageBitmap,
  { width, height }: { readonly width: number; readonly height: number },
  type: string,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d')
  if (brush === null) return Promise.resolve(null)
  if (type === 'image/jpeg') {
    // JPEG has no transparency; what was clear would come out black.
    brush.fillStyle = '#fff'
    brush.fillRect(0, 0, width, height)
  }
  brush.imageSmoothingQuality = 'high'
  brush.drawImage(bitmap, 0, 0, width, height)
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality))
}
