/** Where pages may end: both writers keep together what belongs together. */
import { describe, expect, it } from 'vitest'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import type { Block } from '#shared/model/outline.ts'
import { anOutline, bookOutline, para, prose, richOutline, table } from '../makers/outline.ts'
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
