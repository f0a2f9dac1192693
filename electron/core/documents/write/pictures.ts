/** Looks at picture bytes before a writer trusts them: what they really are, and whether they can be shown. */
import { createHash } from 'node:crypto'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture that pdfkit can place without decoding anything later, in its own time. */
export type PdfPicture = { readonly type: 'png' | 'jpg'; readonly open: (doc: PDFKit.PDFDocument) => unknown }

type Png = {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly color: number
  readonly interlaced: boolean
  readonly palette: Uint8Array | null
  readonly transparent: Uint8Array | null
  readonly rows: Uint8Array
}

/** What the bytes are, whatever their name says; null when they cannot be shown. */
export function pictureType(bytes: Uint8Array | null): 'png' | 'jpg' | null {
  if (bytes === null) return null
  const known = types.get(bytes)
  if (known !== undefined) return known
  const fresh = isJpeg(bytes) ? 'jpg' : readPng(bytes) === null ? null : 'png'
  types.set(bytes, fresh)
  return fresh
}

/** What pictures turned out to be; nobody writes into the bytes of a picture. */
const types = new WeakMap<Uint8Array, 'png' | 'jpg' | null>()

/** The same, ready for a PDF; transparent parts become white, as paper is. */
export function pdfPicture(bytes: Uint8Array | null): PdfPicture | null {
  if (bytes === null) return null
  if (isJpeg(bytes)) return { type: 'jpg', open: (doc) => openImage(doc, bytes) }
  const png = readPng(bytes)
  if (png === null) return null
  const direct = !png.interlaced && !png.transparent && png.color < 4
  return { type: 'png', open: (doc) => (direct ? openImage(doc, bytes) : flatImage(doc, bytes, png)) }
}

const openImage = (doc: PDFKit.PDFDocument, bytes: Uint8Array): unknown =>
  (doc as unknown as { openImage(bytes: Uint8Array): unknown }).openImage(bytes) // public method that the published types leave out

/** An image object in pdfkit's own shape, decoded here because pdfkit would decode later and in no fixed order. */
function flatImage(doc: PDFKit.PDFDocument, bytes: Uint8Array, png: Png): unknown {
  const { width, height } = png
  const label = `P${width}x${height}n${crc32(png.rows)}`
  const image = {
    label,
    width,
    height,
    obj: null as unknown,
    embed: (): void => {
      if (image.obj) return
      const data = {
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceRGB',
        Filter: 'FlateDecode',
      }
      const object = doc.ref(data)
      image.obj = object
      object.end(flattened(bytes, png))
    },
  }
  return image
}

/** Bytes of flattened pictures that are kept for the next document: a preview is made again and again with the same photographs. */
const mostKept = 24 * 1024 * 1024
const kept = new Map<string, Uint8Array>()
let keptBytes = 0

function flattened(bytes: Uint8Array, png: Png): Uint8Array {
  const key = createHash('sha256').update(bytes).digest('base64')
  const known = kept.get(key)
  if (known) return known
  const fresh = deflateSync(flatten(png))
  kept.set(key, fresh)
  keptBytes += fresh.length
  for (const [oldest, old] of kept) {
    if (keptBytes <= mostKept || kept.size === 1) break
    kept.delete(oldest)
    keptBytes -= old.length
  }
  return fresh
}

/** A JPEG with a frame of some size and the start of its scan. */
function isJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let framed = false
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return framed
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) framed = view.getUint16(at + 5) > 0 && view.getUint16(at + 7) > 0 && [1, 3, 4].includes(bytes[at + 9] ?? 0)
    at += 2 + view.getUint16(at + 2)
  }
  return false
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Passes of Adam7: first column and row, then the steps. A plain PNG is one pass over everything. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const onePass = [[0, 0, 1, 1]] as const
/** Nothing a lab prints is larger; a forged header must not ask for all memory. */
const mostPixels = 60_000_000

const passesOf = (
  png: Pick<Png, 'width' | 'height' | 'interlaced'>,
): { x: number; y: number; dx: number; dy: number; width: number; height: number }[] =>
  (png.interlaced ? adam7 : onePass)
    .map(([x, y, dx, dy]) => ({ x, y, dx, dy, width: Math.ceil((png.width - x) / dx), height: Math.ceil((png.height - y) / dy) }))
    .filter((pass) => pass.width > 0 && pass.height > 0)

/** Reads and checks a whole PNG: checksums, sizes and the amount of pixel data. */
function readPng(bytes: Uint8Array): Png | null {
  const magic = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  if (magic.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const data: Uint8Array[] = []
  let head: DataView | null = null
  let palette: Uint8Array | null = null
  let transparent: Uint8Array | null = null
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) return null
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) return null
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const chunk = bytes.subarray(at + 8, at + 8 + length)
    if (kind === 'IHDR') head = new DataView(chunk.buffer, chunk.byteOffset, length)
    if (kind === 'PLTE') palette = chunk
    if (kind === 'tRNS') transparent = chunk
    if (kind === 'IDAT') data.push(chunk)
    if (kind === 'IEND') break
    at += 12 + length
  }
  if (!head || head.byteLength < 13) return null
  const [width, height, bits, color] = [head.getUint32(0), head.getUint32(4), head.getUint8(8), head.getUint8(9)]
  const channels = channelsOf[color]
  const sound = channels !== undefined && [1, 2, 4, 8, 16].includes(bits) && width > 0 && height > 0 && width * height <= mostPixels
  if (!sound || (color === 3 && !palette)) return null
  const shape = { width, height, interlaced: head.getUint8(12) === 1 }
  const need = passesOf(shape).reduce((sum, pass) => sum + pass.height * (1 + Math.ceil((pass.width * channels * bits) / 8)), 0)
  const rows = inflate(data, need)
  return rows ? { ...shape, bits, color, palette, transparent, rows } : null
}

function inflate(data: readonly Uint8Array[], need: number): Uint8Array | null {
  try {
    const rows = inflateSync(Buffer.concat(data), { maxOutputLength: need + 4096 })
    return rows.length >= need ? rows : null
  } catch {
    return null
  }
}

/** Pixels as RGB on white. */
function flatten(png: Png): Uint8Array {
  const out = new Uint8Array(png.width * png.height * 3).fill(255)
  const channels = channelsOf[png.color] ?? 1
  const pixel = Math.max(1, (channels * png.bits) >> 3)
  let from = 0
  for (const pass of passesOf(png)) {
    const stride = Math.ceil((pass.width * channels * png.bits) / 8)
    let above: Uint8Array = new Uint8Array(stride)
    for (let row = 0; row < pass.height; row += 1) {
      const line = unfilter(png.rows[from] ?? 0, png.rows.subarray(from + 1, from + 1 + stride), above, pixel)
      from += 1 + stride
      if (png.bits === 8 && png.color === 6 && !png.interlaced) mixRow(line, out, row * png.width * 3)
      else
        for (let column = 0; column < pass.width; column += 1) {
          const to = ((pass.y + row * pass.dy) * png.width + pass.x + column * pass.dx) * 3
          out.set(pixelOnWhite(png, line, column * channels), to)
        }
      above = line
    }
  }
  return out
}

/** The commonest kind, RGBA with eight bits, without a step for each pixel. */
function mixRow(line: Uint8Array, out: Uint8Array, to: number): void {
  for (let from = 0, at = to; from + 3 < line.length; from += 4, at += 3) {
    const alpha = (line[from + 3] ?? 255) / 255
    for (let part = 0; part < 3; part += 1) out[at + part] = Math.round((line[from + part] ?? 0) * alpha + 255 * (1 - alpha))
  }
}

function unfilter(filter: number, raw: Uint8Array, above: Uint8Array, pixel: number): Uint8Array {
  const line = new Uint8Array(raw.length)
  for (let at = 0; at < raw.length; at += 1) {
    const left = line[at - pixel] ?? 0
    const up = above[at] ?? 0
    const corner = above[at - pixel] ?? 0
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0
    line[at] = (raw[at] ?? 0) + guess
  }
  return line
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The sample with this number in a row, as it is stored. */
function sample(png: Png, line: Uint8Array, index: number): number {
  if (png.bits === 8) return line[index] ?? 0
  if (png.bits === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0)
  const bit = index * png.bits
  return ((line[bit >> 3] ?? 0) >> (8 - png.bits - (bit & 7))) & ((1 << png.bits) - 1)
}

function pixelOnWhite(png: Png, line: Uint8Array, first: number): [number, number, number] {
  const raw = Array.from({ length: channelsOf[png.color] ?? 1 }, (_, at) => sample(png, line, first + at))
  const top = 2 ** png.bits - 1
  const [a = 0, b = 0, c = 0] = raw
  if (png.color === 3) {
    const alpha = (png.transparent?.[a] ?? 255) / 255
    return onWhite([png.palette?.[a * 3] ?? 0, png.palette?.[a * 3 + 1] ?? 0, png.palette?.[a * 3 + 2] ?? 0], alpha)
  }
  const grey = png.color === 0 || png.color === 4
  const tint: [number, number, number] = grey ? [a, a, a] : [a, b, c]
  const alpha = png.color === 4 ? b / top : png.color === 6 ? (raw[3] ?? top) / top : isKeyed(png, raw) ? 0 : 1
  return onWhite([(tint[0] * 255) / top, (tint[1] * 255) / top, (tint[2] * 255) / top], alpha)
}

/** A PNG may name one colour that is to be seen through. */
const isKeyed = (png: Png, raw: readonly number[]): boolean =>
  png.transparent !== null &&
  raw.every((value, at) => value === (((png.transparent?.[at * 2] ?? 0) << 8) | (png.transparent?.[at * 2 + 1] ?? 0)))

const onWhite = (tint: readonly [number, number, number], alpha: number): [number, number, number] => {
  const mix = (value: number): number => Math.round(value * alpha + 255 * (1 - alpha))
  return [mix(tint[0]), mix(tint[1]), mix(tint[2])]
}
