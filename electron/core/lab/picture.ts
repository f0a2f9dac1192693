/** Looks into a picture file without decoding it: is it one we print, and how large is it. */

export type PictureFacts = { readonly type: 'png' | 'jpg'; readonly width: number; readonly height: number }

/** The facts of a PNG or JPEG, or null when the bytes are neither or are cut off before the size. Width and height in pixels. */
export const readPicture = (bytes: Uint8Array): PictureFacts | null => readPng(bytes) ?? readJpeg(bytes)

/** A PDF, which has no size in pixels; null when the bytes are none. */
export const readPdf = (bytes: Uint8Array): { readonly type: 'pdf'; readonly width: 0; readonly height: 0 } | null =>
  [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, at) => bytes[at] === byte) ? { type: 'pdf', width: 0, height: 0 } : null

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function readPng(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 24 || pngSignature.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return facts('png', view.getUint32(16), view.getUint32(20))
}

/** JPEG is a chain of segments; the first start-of-frame carries height and width. */
function readJpeg(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return facts('jpg', view.getUint16(at + 7), view.getUint16(at + 5))
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

const facts = (type: PictureFacts['type'], width: number, height: number): PictureFacts | null =>
  width > 0 && height > 0 ? { type, width, height } : null
