/** Where pages may end: both writers keep together what belongs together. */
import { describe, expect, it } from 'vitest'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import { anOutline, bookOutline, cell, headCell, heading, para, prose, richOutline, table } from '../makers/outline.ts'
import { docxParts, docxText, frozen, readPdf, squeezed } from './reading.ts'

/** Room that pushes what follows down the page, in every step from nothing to a whole page. */
const pushes = Array.from({ length: 52 }, (_, at) => 30 + at * 13)
const space = (height: number): Block => ({ b: 'space', height })
const signature: Block = { b: 'signature', place: 'Solok, 13 Agustus 2026', columns: [{ position: 'Kepala Dinas', name: 'Siti' }] }

const pagesOf = async (blocks: readonly Block[]): Promise<string[]> => {
  const { bytes } = await writePdf(anOutline({ blocks }), frozen)
  return (await readPdf(bytes)).pages.map((page) => squeezed(page.text))
}
const pageWith = (pages: readonly string[], words: string): number => pages.findIndex((page) => page.includes(squeezed(words)))

/** Each paragraph of a DOCX with its text. */
const paragraphs = (xml: string): { readonly text: string; readonly xml: string }[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => ({ text: docxText(one).trim(), xml: one }))
const docxOf = async (blocks: readonly Block[]): Promise<string> =>
  docxParts((await writeDocx(anOutline({ blocks }), frozen)).bytes)['word/document.xml'] ?? ''

describe('a signature', () => {
  it('never stands on a page without the text above it', async () => {
    for (const height of pushes) {
      const pages = await pagesOf([space(height), para(prose(60)), para('Kalimat penutup dokumen ini.'), signature])
      expect(pageWith(pages, 'Solok, 13')).toBe(pageWith(pages, 'Kalimat penutup'))
    }
  })

  it('takes the words above a count of words along, not the count alone', async () => {
    const count = para('12 kata', { size: 9, align: 'right' })
    for (const height of pushes) {
      const pages = await pagesOf([space(height), para('Kalimat penutup dokumen ini.'), count, signature])
      expect(pageWith(pages, 'Solok, 13')).toBe(pageWith(pages, 'Kalimat penutup'))
    }
  })

  it('takes the last two rows of a long table along', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => [`baris ${at}.`, 'isi'])
    for (const height of pushes) {
      const pages = await pagesOf([space(height), table(['Nama', 'Isi'], rows), signature])
      expect(pageWith(pages, 'baris 7.')).toBe(pageWith(pages, 'Solok, 13'))
    }
  })

  it('is bound to the text above it in a DOCX too', async () => {
    const xml = await docxOf([para('Awal.'), para('Tengah.'), para('Kalimat penutup.'), signature])
    const held = ['Awal.', 'Tengah.', 'Kalimat penutup.'].map((words) =>
      paragraphs(xml).some(({ text, xml: own }) => text === words && own.includes('<w:keepNext/>')),
    )
    expect(held).toEqual([false, true, true])
  })
})

describe('a short table', () => {
  const short = table(
    ['Nama', 'Isi'],
    Array.from({ length: 7 }, (_, at) => [`baris ${at}.`, 'isi']),
  )
  const long = table(
    ['Nama', 'Isi'],
    Array.from({ length: 40 }, (_, at) => [`baris ${at}.`, 'isi']),
  )
  const held = async (blocks: readonly Block[]): Promise<boolean[]> =>
    paragraphs(await docxOf(blocks)).flatMap(({ text, xml }) => (text.startsWith('baris') ? [xml.includes('<w:keepNext/>')] : []))

  it('stands on one page, with its heading', async () => {
    for (const height of pushes) {
      const pages = await pagesOf([space(height), heading(1, 'Judul tabel', 'judul'), short])
      const at = pageWith(pages, 'Judul tabel')
      expect([pageWith(pages, 'baris 0.'), pageWith(pages, 'baris 6.')]).toEqual([at, at])
    }
  })

  it('holds its rows together in a DOCX too, where a long one does so only at its ends', async () => {
    expect(await held([short])).toEqual([true, true, true, true, true, true, false])
    expect((await held([long])).filter(Boolean)).toHaveLength(2)
  })
})

describe('a total', () => {
  const bold = (text: string): Cell => ({ blocks: [{ b: 'para', runs: [{ text, bold: true }] }] })
  const rows = Array.from({ length: 14 }, (_, at) => [cell(`baris ${at}.`), cell('Rp0')])
  const sums = [
    [bold('Jumlah bagian'), bold('Rp0')],
    [bold('Jumlah semua'), bold('Rp0')],
  ]
  const all = [[headCell('Nama'), headCell('Biaya')], ...rows, ...sums]
  const block: Block = { b: 'table', widths: [3, 2], headRows: 1, rows: all, ruled: true, alt: 'Biaya' }

  it('takes the last row that it counts along', async () => {
    for (const height of pushes) {
      const pages = await pagesOf([space(height), block])
      expect(pageWith(pages, 'baris 13.')).toBe(pageWith(pages, 'Jumlah semua'))
    }
  })

  it('is bound to it in a DOCX too', async () => {
    const printed = paragraphs(await docxOf([block]))
    const bound = ['baris 12.', 'baris 13.', 'Jumlah bagian'].map((words) =>
      printed.some(({ text, xml }) => text === words && xml.includes('<w:keepNext/>')),
    )
    expect(bound).toEqual([false, true, true])
  })
})

describe('an index', () => {
  it('keeps the name of a group with its first entry without keeping the columns apart', async () => {
    const groups = [{ label: 'Dinas Pangan', entries: [{ text: 'PANEN', id: 'panen' }] }]
    const xml = await docxOf([heading(1, 'PANEN', 'panen'), { b: 'index', columns: 2, groups }])
    const [group] = paragraphs(xml).filter(({ text }) => text.startsWith('Dinas Pangan'))
    expect(group?.text).toContain('PANEN')
    expect(group?.xml).toContain('w:anchor')
  })
})

describe('room to sign', () => {
  it('says in its middle where a revenue stamp goes, and is no higher for it', async () => {
    const columns = [{ position: 'Kepala Dinas', name: 'Siti', stamp: '[ tempat meterai ]' }]
    const pages = await pagesOf([para('Pernyataan.'), { ...signature, columns }])
    expect(pages[0]).toContain(squeezed('Kepala Dinas, [ tempat meterai ] Siti'))
    expect(docxText(await docxOf([para('Pernyataan.'), { ...signature, columns }]))).toContain('[ tempat meterai ]')
  })
})

describe('an introduction', () => {
  const lead = para('Yang dapat langsung ditiru:')
  const list: Block = { b: 'list', ordered: false, items: [[para('formulir satu lembar')], [para('stiker')]] }

  it('stays with the first point of its list', async () => {
    for (const height of pushes) {
      const pages = await pagesOf([space(height), lead, list])
      expect(pageWith(pages, 'langsung ditiru')).toBe(pageWith(pages, 'formulir satu'))
    }
    expect(paragraphs(await docxOf([lead, list])).find(({ text }) => text.startsWith('Yang dapat'))?.xml).toContain('<w:keepNext/>')
  })

  it('of many lines is not held, so that no large hole appears', async () => {
    const long = para(prose(300))
    expect(paragraphs(await docxOf([long, list]))[0]?.xml).not.toContain('<w:keepNext/>')
  })
})

describe('a long table', () => {
  it('neither begins nor ends with a row by itself', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => [`baris ${at}.`, 'isi'])
    for (const height of pushes) {
      const pages = await pagesOf([space(height), table(['Nama', 'Isi'], rows)])
      expect(pageWith(pages, 'baris 0.')).toBe(pageWith(pages, 'baris 1.'))
      expect(pageWith(pages, 'baris 6.')).toBe(pageWith(pages, 'baris 7.'))
    }
  })

  it('keeps the legend of its columns', async () => {
    const legend = para('PIC = penanggung jawab', { size: 9 })
    const rows = Array.from({ length: 8 }, (_, at) => [`baris ${at}.`, 'isi'])
    for (const height of pushes) {
      const pages = await pagesOf([space(height), table(['Nama', 'PIC'], rows), legend])
      expect(pageWith(pages, 'penanggung jawab')).toBe(pageWith(pages, 'baris 7.'))
    }
  })
})

describe('what documents share', () => {
  it('leaves no trace: a document is the same whatever was written before it', async () => {
    const outline = bookOutline(2)
    const first = await writePdf(outline, frozen)
    const docx = docxParts((await writeDocx(outline, frozen)).bytes)
    await writePdf(richOutline(), frozen)
    await writeDocx(richOutline(), frozen)
    expect(Buffer.compare((await writePdf(outline, frozen)).bytes, first.bytes)).toBe(0)
    expect(docxParts((await writeDocx(outline, frozen)).bytes)).toEqual(docx)
  })

  it('gives a changed outline its own page numbers', async () => {
    const outline = bookOutline(3)
    const before = (await writeDocx(outline, frozen)).report.pages
    const longer = { ...outline, blocks: [...outline.blocks, para(prose(4000))] }
    expect((await writeDocx(longer, frozen)).report.pages).toBeGreaterThan(before)
  })
})

describe('an emoji at the end of a line', () => {
  it('is followed by nothing that can be seen', async () => {
    const { bytes } = await writePdf(anOutline({ blocks: [para('Selesai 😀😁😂😃😄😅')] }), frozen)
    expect((await readPdf(bytes)).pages[0]?.text.split('\n')[0]?.trimEnd()).toBe('Selesai 😀😁😂😃😄😅')
  })
})
