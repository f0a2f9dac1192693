import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { figurePng } from '#core/documents/write/docx/figure-png.ts'
import { zip } from '#core/documents/write/docx/zip.ts'
import { loadFonts } from '#core/documents/write/fonts.ts'
import { kopLook } from '#core/documents/write/kop-look.ts'
import { footSize, kop } from '#core/documents/write/look.ts'
import { pictureType } from '#core/documents/write/pictures.ts'
import { signatureTables } from '#core/documents/write/signature.ts'
import { anOutline } from '#test/makers/outline.ts'

const width = 453.5
const letterhead = (baris2: string) => kopLook({ b: 'kop', baris1: 'PEMERINTAH KOTA SOLOK', baris2, lines: [], logo: null }, width)

describe('a letterhead', () => {
  it('is centred on the page while there is room, else beside the emblem', () => {
    expect(letterhead('DINAS PANGAN').width).toBe(width - 2 * (kop.emblem + kop.gap))
    expect(letterhead('BADAN PENELITIAN DAN PENGEMBANGAN')).toMatchObject({ width: width - kop.emblem - kop.gap, second: kop.second })
  })

  it('makes a long name smaller and keeps the ratio of its lines near 3 : 4', () => {
    const { first, second } = letterhead('DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU')
    expect(second).toBeLessThan(kop.second)
    expect(first / second).toBeCloseTo(0.75, 1)
  })
})

describe('columns of a signature', () => {
  const one = (position: string) => ({ position, name: 'Siti' })
  const widths = (...positions: string[]) =>
    signatureTables({ b: 'signature', place: 'Solok', columns: positions.map(one) }, anOutline().words, width)[0]?.widths ?? []

  it('are equal while everything fits', () => {
    expect(new Set(widths('Penanggung jawab inovasi', 'Kepala Dinas Pangan')).size).toBe(1)
  })

  it('give a long position the room its neighbour does not need', () => {
    const [narrow = 0, wide = 0] = widths('Penanggung jawab inovasi', 'Kepala Badan Perencanaan Pembangunan Daerah')
    expect(wide).toBeGreaterThan(narrow)
    expect(narrow + wide).toBeCloseTo(width)
  })
})

describe('the line at the foot', () => {
  it('is set smaller before it takes a second line', () => {
    expect(footSize('Proposal', width)).toBe(8)
    expect(footSize('Dokumen '.repeat(16), width)).toBe(7)
  })
})

describe('a zip', () => {
  it('can be opened and is the same bytes again', () => {
    const entries = [
      { name: 'a/é.xml', bytes: Buffer.from('<a>isi</a>'.repeat(50)), compress: true },
      { name: 'b.png', bytes: new Uint8Array([1, 2, 3]), compress: false },
      { name: 'kosong', bytes: new Uint8Array(), compress: true },
    ]
    const packed = zip(entries)
    const files = unzipSync(packed)
    expect(Object.keys(files)).toEqual(['a/é.xml', 'b.png', 'kosong'])
    expect(strFromU8(files['a/é.xml'] ?? new Uint8Array())).toBe('<a>isi</a>'.repeat(50))
    expect(Buffer.compare(zip(entries), packed)).toBe(0)
  })
})

describe('a figure as PNG', () => {
  it('shows the drawing at twice its size', async () => {
    const fonts = await loadFonts(new URL('../../../../../templates/fonts', import.meta.url).pathname)
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5" viewBox="0 0 10 5"><rect width="10" height="5" fill="#FF0000"/></svg>'
    const png = Buffer.from(figurePng(svg, 10, fonts))
    expect(pictureType(png)).toBe('png')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([20, 10])
    const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))
    expect([...rows.subarray(1, 4)]).toEqual([255, 0, 0])
  })
})
