/** A figure's SVG as PNG, for programs that cannot show SVG. */
import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import type { Fonts } from '../fonts.ts'

const widestPng = 3000
/** Bytes of drawn figures that are kept for the next document; canvases change less often than texts. */
const mostKept = 24 * 1024 * 1024

const kept = new Map<string, Uint8Array>()
let keptBytes = 0

/**
 * A figure that was drawn before is not drawn again; very large ones are drawn smaller.
 * @param density pixels of the picture for one of the figure
 */
export function figurePng(svg: string, width: number, fonts: Fonts, density = 2): Uint8Array {
  // Photographs make a drawing's text many megabytes long.
  const key = createHash('sha256').update(`${density}\n`).update(svg).digest('base64')
  const known = kept.get(key)
  if (known) return known
  const fresh = draw(svg, width * density, fonts)
  kept.set(key, fresh)
  keptBytes += fresh.length
  for (const [oldest, bytes] of kept) {
    if (keptBytes <= mostKept || kept.size === 1) break
    kept.delete(oldest)
    keptBytes -= bytes.length
  }
  return fresh
}

function draw(svg: string, width: number, fonts: Fonts): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.max(1, Math.round(Math.min(width, widestPng))) },
    font: { fontFiles: [...fontFiles(svg, fonts)], loadSystemFonts: false, defaultFontFamily: 'Arimo' },
    background: 'white',
  }).render()
  return pngOf(picture.pixels, picture.width, picture.height)
}

/** Every face that is given is read anew for every drawing, so only those go along that the figure needs. */
function fontFiles(svg: string, fonts: Fonts): readonly string[] {
  const { regular, bold, emoji } = fonts.paths
  const needsMore = fonts.split(svg.replaceAll(/ href="[^"]*"/gu, ''), 'regular', () => undefined).some((piece) => piece.face === 'emoji')
  return [regular, bold, needsMore ? emoji : undefined].filter((path) => path !== undefined)
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** An opaque PNG of RGBA pixels. Drawings are plain areas, so the quickest compression serves them as well as the strongest. */
function pngOf(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(height * (1 + width * 3))
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    // The first byte of a row says how it is filtered: not at all.
    to += 1
    for (let x = 0; x < width; x += 1, from += 4, to += 3) {
      rows[to] = pixels[from] ?? 0
      rows[to + 1] = pixels[from + 1] ?? 0
      rows[to + 2] = pixels[from + 2] ?? 0
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from(signature),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 2 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  out.set(body, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
