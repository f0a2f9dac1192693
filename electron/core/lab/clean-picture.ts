/**
 * Takes out of a picture what a camera or a program noted beside it: place, owner, device, thumbnails, comments. The picture itself is
 * not touched. What a viewer needs to draw it stays: colour profile, colour transform, and how the camera was held.
 */

/** The bytes without the notes; the same bytes where there are none. What is no PNG or JPEG comes back as it is. */
export function withoutNotes(bytes: Uint8Array, type: 'png' | 'jpg'): Uint8Array {
  const kept = type === 'png' ? pngParts(bytes) : jpegParts(bytes)
  const whole = joined(kept)
  return whole.length === bytes.length ? bytes : whole
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Chunks that say something about the picture and nothing about how to draw it. */
const pngNotes: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'caBX'])

function pngParts(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at)
    const name = latin(bytes, at + 4, 4)
    // Cut off in the middle of a chunk: what is left of the picture is kept, what is left of a note is not.
    if (!pngNotes.has(name)) parts.push(bytes.subarray(at, Math.min(end, bytes.length)))
    at = end
    if (name === 'IEND') break
  }
  return parts
}

const latin = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length))
const starts = (bytes: Uint8Array, at: number, text: string): boolean => latin(bytes, at, text.length) === text

/** Two bytes 0xff and a marker, then its length, for all but these. */
const alone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
const endOfImage = 0xd9
const startOfScan = 0xda

function jpegParts(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts = [bytes.subarray(0, 2)]
  let at = 2
  let turned = false
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return [...parts, bytes.subarray(at)]
    const marker = bytes[at + 1] ?? 0
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage) {
      // Phones hang a second picture or a film behind the end.
      parts.push(bytes.subarray(at, at + 2))
      return parts
    }
    if (alone(marker)) {
      parts.push(bytes.subarray(at, at + 2))
      at += 2
      continue
    }
    if (at + 4 > bytes.length) return parts
    const end = Math.min(bytes.length, at + 2 + Math.max(2, view.getUint16(at + 2)))
    if (drawn(bytes, at, marker)) parts.push(bytes.subarray(at, end))
    else if (marker === 0xe1 && !turned) {
      const how = orientationOf(bytes.subarray(at + 4, end))
      turned = how > 1
      if (turned) parts.push(orientationSegment(how))
    }
    at = end
    if (marker !== startOfScan) continue
    const next = endOfScan(bytes, at)
    parts.push(bytes.subarray(at, next))
    at = next
  }
  return parts
}

/** Whether a segment is needed to draw the picture: all but notes of applications and comments. */
function drawn(bytes: Uint8Array, at: number, marker: number): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  // JFIF (without its thumbnail, which few write), the colour profile, and Adobe's colour transform.
  if (marker === 0xe0) return starts(bytes, at + 4, 'JFIF\0')
  if (marker === 0xe2) return starts(bytes, at + 4, 'ICC_PROFILE\0')
  return marker === 0xee && starts(bytes, at + 4, 'Adobe')
}

/** Where the coded picture that begins at `from` ends: at the next marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const orientationTag = 0x0112

/** How the camera was held, 1 to 8, as its EXIF segment says; 1 where it says nothing that can be read. */
export function orientationOf(segment: Uint8Array): number {
  if (segment.length < 14 || !starts(segment, 0, 'Exif\0\0')) return 1
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.length - 6)
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return 1
  const count = tiff.getUint16(first, little)
  for (let n = 0; n < count; n += 1) {
    const entry = first + 2 + n * 12
    if (entry + 12 > tiff.byteLength) return 1
    if (tiff.getUint16(entry, little) !== orientationTag) continue
    const value = tiff.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An EXIF segment that says this one thing. */
function orientationSegment(how: number): Uint8Array {
  const segment = new Uint8Array(36)
  const view = new DataView(segment.buffer)
  view.setUint16(0, 0xffe1)
  view.setUint16(2, 34)
  segment.set(new TextEncoder().encode('Exif\0\0MM\0*'), 4)
  view.setUint32(14, 8)
  view.setUint16(18, 1)
  view.setUint16(20, orientationTag)
  view.setUint16(22, 3)
  view.setUint32(24, 1)
  view.setUint16(28, how)
  return segment
}
