import { describe, expect, it } from 'vitest'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import type { Block } from '#shared/model/outline.ts'
import { anOutline, bookOutline, heading, para, prose, richOutline, table } from '../makers/outline.ts'
import { docxParts, docxText, frozen, readPdf, squeezed, throughOffice } from './reading.ts'

const print = async (blocks: readonly Block[], over = {}) => {
  const { bytes, report } = await writeDocx(anOutline({ blocks, ...over }), frozen)
  const parts = docxParts(bytes)
  return { bytes, report, parts, xml: parts['word/document.xml'] ?? '' }
}

describe('a DOCX', () => {
  it('holds its text in the order of the outline', async () => {
    const { bytes } = await writeDocx(richOutline(), frozen)
    const text = docxText(docxParts(bytes)['word/document.xml'] ?? '')
    const wanted = [
      'PROPOSAL INOVASI DAERAH',
      'DAFTAR ISI',
      'Waktu tunggu turun',
      'A.1 Latar belakang',
      'jaminan kesehatan.',
      'Tabel 1. Penilaian USG',
      'Gambar 1. Pohon masalah',
      'Pembagian peran',
      '08.00 WIB sampai selesai',
      'Gambar tidak dapat dibaca: Meja pendaftaran',
      'Kepala Dinas Kesehatan,',
      'dr. Siti Rahmawati, M.Kes.',
      'NIP 19750412',
      'BERITA ACARA',
      'Dewi Anggraini',
    ]
    const places = wanted.map((words) => text.lastIndexOf(words))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('has the same parts when written again, also after other documents', async () => {
    const first = docxParts((await writeDocx(richOutline(), frozen)).bytes)
    await writeDocx(bookOutline(2), frozen)
    expect(docxParts((await writeDocx(richOutline(), frozen)).bytes)).toEqual(first)
    expect(first['docProps/core.xml']).toContain('2026-08-13T02:00:00Z')
  })

  it('uses named styles, real numbering and the language of the document', async () => {
    const parts = docxParts((await writeDocx(richOutline(), frozen)).bytes)
    const xml = parts['word/document.xml'] ?? ''
    for (const style of ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Title', 'Caption', 'TableText', 'TOC1'])
      expect(xml).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(xml).toMatch(/<w:numPr><w:ilvl w:val="1"\/>/)
    expect(parts['word/styles.xml']).toContain('w:lang w:val="id-ID"')
    expect(parts['word/styles.xml']).toContain('w:ascii="Arial"')
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).toContain('<w:cantSplit/>')
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>')
  })

  it('gives figures a drawing, a picture to fall back on and alternative text', async () => {
    const parts = docxParts((await writeDocx(richOutline(), frozen)).bytes)
    expect(Object.keys(parts).filter((name) => name.endsWith('.svg'))).toHaveLength(1)
    expect(parts['word/document.xml']).toContain('descr="Pohon masalah: antrean panjang, dua penyebab"')
    expect(parts['word/document.xml']).toContain('descr="Ruang tunggu sebelum inovasi"')
  })

  it('fills the contents with the pages of the PDF and does not ask to update them', async () => {
    const outline = bookOutline(5)
    const { bytes } = await writeDocx(outline, frozen)
    const xml = docxParts(bytes)['word/document.xml'] ?? ''
    const pdf = await readPdf((await writePdf(outline, frozen)).bytes)
    const contents = squeezed(docxText(xml.slice(0, xml.indexOf('w:val="Heading1"'))))
    for (const { title, page } of pdf.outline) expect(contents).toContain(squeezed(`${title}${page}`))
    expect(xml).not.toContain('w:dirty="true"')
    for (const [, anchor] of xml.matchAll(/w:anchor="([^"]+)"/g)) expect(xml).toContain(`w:name="${anchor}"`)
  })

  it('opens in an office program with the same pages as the PDF', async () => {
    const outline = bookOutline(4)
    const office = throughOffice((await writeDocx(outline, frozen)).bytes)
    if (office === null) return
    const pdf = await readPdf((await writePdf(outline, frozen)).bytes)
    const opened = await readPdf(office)
    expect(opened.pages.length).toBe(pdf.pages.length)
    for (const { title, page } of pdf.outline.filter((one) => /Inovasi/.test(one.title)))
      expect(squeezed(opened.pages[page - 1]?.text ?? '')).toContain(squeezed(title))
  }, 180_000)

  it('leaves the cover without a page number and numbers the rest', async () => {
    const parts = docxParts((await writeDocx(richOutline(), frozen)).bytes)
    const footers = Object.entries(parts)
      .filter(([name]) => /word\/footer\d/.test(name))
      .map(([, xml]) => xml)
    expect(footers.filter((xml) => xml.includes('PAGE'))).toHaveLength(1)
    for (const xml of footers) expect(docxText(xml)).toContain('Proposal inovasi · paket umum 1.0 · status: draf')
    const plain = await print([para('satu')])
    expect(plain.xml).toContain('<w:titlePg/>')
  })

  it('restarts every list and honours a start', async () => {
    const item = (text: string) => [para(text)]
    const { xml, parts } = await print([
      { b: 'list', ordered: true, items: [item('a'), item('b')] },
      { b: 'list', ordered: true, items: [item('c')] },
      { b: 'list', ordered: true, start: 5, items: [item('d')] },
    ])
    expect(new Set([...xml.matchAll(/<w:numId w:val="(\d+)"/g)].map((hit) => hit[1])).size).toBe(3)
    expect(parts['word/numbering.xml']).toContain('<w:start w:val="5"/>')
  })

  it('keeps every piece of a table of forty columns between the margins, and every row and cell a paragraph', async () => {
    const head = Array.from({ length: 40 }, (_, at) => `K${at}`)
    const { xml } = await print([table(head, [head.map((_, at) => `isi ${at}`)]), table(['A'], [['x']])])
    for (const [grid] of xml.matchAll(/<w:tblGrid>.*?<\/w:tblGrid>/gs)) {
      const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map((hit) => Number(hit[1]))
      expect(widths.length).toBeLessThan(25)
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9071)
    }
    for (const [at, name] of head.entries()) expect(docxText(xml)).toMatch(new RegExp(`\\b${name}\\b[\\s\\S]*\\bisi ${at}\\b`))
    expect(xml).not.toMatch(/<w:tc>(?:(?!<w:p[ >/]).)*<\/w:tc>/s)
    expect(xml).not.toMatch(/<\/w:tbl><w:tbl>/)
  })

  it('shows a note where a picture cannot be read and counts it', async () => {
    const picture = { b: 'picture', type: 'jpg', width: 300, height: 200, alt: 'Foto' } as const
    const { xml, report } = await print([
      { ...picture, bytes: null },
      { ...picture, bytes: new Uint8Array([0xff, 0xd8, 0]) },
    ])
    expect(report.missingPictures).toBe(2)
    expect(docxText(xml).match(/Gambar tidak dapat dibaca: Foto/g)).toHaveLength(2)
  })

  it('keeps unlisted headings out of the contents', async () => {
    const { xml } = await print([
      { b: 'contents', title: 'DAFTAR ISI', levels: 2 },
      heading(1, 'Kata pengantar', 'k', { unlisted: true }),
      para(prose(10)),
      heading(1, 'Bab', 'b'),
    ])
    const contents = docxText(xml.slice(0, xml.indexOf('</w:sdt>')))
    expect(contents).toContain('Bab')
    expect(contents).not.toContain('Kata pengantar')
  })
})
