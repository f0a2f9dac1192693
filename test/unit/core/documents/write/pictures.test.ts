import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import { pdfPicture, pictureType } from '#core/documents/write/pictures.ts'
import { anOutline, aPng } from '#test/makers/outline.ts'

const frozen = { clockIso: '2026-08-13T02:00:00.000Z', fontsFolder: new URL('../../../../../templates/fonts', import.meta.url).pathname }

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

function png(
  head: { width: number; height: number; bits: number; color: number; interlaced?: boolean },
  rows: readonly number[],
  extra: Buffer[] = [],
): Uint8Array {
  const ihdr = Buffer.alloc(13)
  ihdr.writeUInt32BE(head.width, 0)
  ihdr.writeUInt32BE(head.height, 4)
  ihdr.set([head.bits, head.color, 0, 0, head.interlaced ? 1 : 0], 8)
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(
    Buffer.concat([magic, chunk('IHDR', ihdr), ...extra, chunk('IDAT', deflateSync(Buffer.from(rows))), chunk('IEND', Buffer.alloc(0))]),
  )
}

/** What the writer hands to the PDF: raw RGB pixels, caught from a document that only collects. */
function flattened(bytes: Uint8Array): number[] {
  let pixels: Uint8Array = new Uint8Array()
  const keep = (data: Uint8Array): void => {
    pixels = data
  }
  const collector = { ref: () => ({ end: (data: Uint8Array) => keep(data) }) }
  const image = pdfPicture(bytes)?.open(collector as unknown as PDFKit.PDFDocument) as { embed(): void } // only `ref` is asked of it
  image.embed()
  return [...inflateSync(pixels)]
}

describe('pictures', () => {
  it('are known by their bytes, not their name', () => {
    expect(pictureType(aPng(4, 4))).toBe('png')
    expect(pictureType(null)).toBeNull()
    expect(pictureType(new Uint8Array())).toBeNull()
    expect(pictureType(new TextEncoder().encode('<svg/>'))).toBeNull()
  })

  it('are refused when bytes are missing or changed', () => {
    const whole = aPng(40, 40)
    for (let cut = 0; cut < whole.length; cut += 7) if (cut < whole.length - 12) expect(pictureType(whole.slice(0, cut))).toBeNull()
    const bent = whole.slice()
    bent[60] = (bent[60] ?? 0) ^ 0xff
    expect(pictureType(bent)).toBeNull()
  })

  it('lie on white where they are transparent', () => {
    expect(flattened(png({ width: 2, height: 1, bits: 8, color: 6 }, [0, 255, 0, 0, 255, 255, 0, 0, 0]))).toEqual([
      255, 0, 0, 255, 255, 255,
    ])
    expect(flattened(png({ width: 2, height: 1, bits: 8, color: 4 }, [0, 0, 255, 0, 0]))).toEqual([0, 0, 0, 255, 255, 255])
    const palette = chunk('PLTE', Buffer.from([10, 20, 30, 40, 50, 60]))
    expect(
      flattened(png({ width: 2, height: 1, bits: 1, color: 3 }, [0, 0b01000000], [palette, chunk('tRNS', Buffer.from([255, 0]))])),
    ).toEqual([10, 20, 30, 255, 255, 255])
  })

  it('are put together again from interlaced rows', () => {
    // Three by two grey pixels: pass 1 holds the first, pass 4 the third, pass 6 the second, pass 7 the lower row.
    const interlaced = png({ width: 3, height: 2, bits: 8, color: 0, interlaced: true }, [0, 10, 0, 30, 0, 20, 0, 40, 50, 60])
    expect(flattened(interlaced)).toEqual([10, 20, 30, 40, 50, 60].flatMap((grey) => [grey, grey, grey]))
  })

  it.each(['pdf', 'docx'] as const)('that claim another type are still shown in a %s', async (format) => {
    const outline = anOutline({ blocks: [{ b: 'picture', bytes: aPng(20, 20, true), type: 'jpg', width: 100, height: 100, alt: 'Logo' }] })
    const { report } = await (format === 'pdf' ? writePdf : writeDocx)(outline, frozen)
    expect(report.missingPictures).toBe(0)
  })

  it('drawn by another program are read the same', () => {
    const drawn = new Resvg(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="5"><rect width="9" height="5" fill="#204060"/></svg>',
    ).render()
    expect(flattened(drawn.asPng()).slice(0, 6)).toEqual([0x20, 0x40, 0x60, 0x20, 0x40, 0x60])
  })
})
