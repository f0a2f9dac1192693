/** Pages that are turned in the middle of a document, for what is too wide for a page that stands. */
import { expect, it } from 'vitest'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { layoutPages, writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import type { Figure } from '#shared/model/figure.ts'
import type { Block } from '#shared/model/outline.ts'
import { anOutline, heading, para } from '../makers/outline.ts'
import { docxParts, frozen, readPdf, throughOffice } from './reading.ts'

const many = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, at) =>
    para(`Alinea ${at}. ${'Antrean loket akta kelahiran memanjang pada awal tahun ajaran. '.repeat(5)}`),
  )
const turn = (orientation: 'portrait' | 'landscape'): Block => ({ b: 'turn', orientation })
const blocks: readonly Block[] = [
  { b: 'contents', title: 'Daftar Isi', levels: 1 },
  heading(1, 'Berdiri', 'berdiri', { pageBreakBefore: true }),
  ...many(6),
  turn('landscape'),
  heading(1, 'Rebah', 'rebah', { pageBreakBefore: true }),
  ...many(30),
  turn('portrait'),
  heading(1, 'Berdiri lagi', 'lagi'),
  para('penutup'),
]
const sizes = (bytes: Uint8Array): readonly string[] =>
  [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu),
  ].map(([, width, height]) => (Number(width) > Number(height) ? 'rebah' : 'berdiri'))

it('lie and stand where the outline says so in a PDF, without an empty page, each with its number', async () => {
  const { bytes } = await writePdf(anOutline({ blocks }), frozen)
  const { pages } = await readPdf(bytes)
  const lying = sizes(bytes).flatMap((size, at) => (size === 'rebah' ? [at] : []))
  expect(lying.length).toBeGreaterThan(1)
  expect(lying).toEqual(lying.map((_, at) => (lying[0] ?? 0) + at))
  expect(pages[lying[0] ?? 0]?.text).toContain('Rebah')
  expect(pages[(lying.at(-1) ?? 0) + 1]?.text).toContain('Berdiri lagi')
  for (const [at, page] of pages.entries()) if (at > 0) expect(page.text).toContain(String(at + 1))
  expect(pages.every((page) => page.text.replaceAll(/\d|Proposal inovasi.*/gu, '').trim() !== '')).toBe(true)
})

it('are sections of their own in a DOCX, on the pages that its contents name', async () => {
  const { bytes } = await writeDocx(anOutline({ blocks }), frozen)
  const xml = docxParts(bytes)['word/document.xml'] ?? ''
  const turned = [...xml.matchAll(/<w:pgSz [^>]*>/gu)].map(([size]) => size.includes('landscape'))
  expect(turned).toEqual([false, true, false])
  expect(xml.match(/<w:titlePg\/>/gu) ?? []).toHaveLength(1)
  const { headings, report } = await layoutPages(anOutline({ blocks }), frozen)
  const office = throughOffice(bytes)
  if (office === null) return
  const { pages } = await readPdf(office)
  expect(pages).toHaveLength(report.pages)
  for (const [id, text] of [
    ['rebah', 'Rebah'],
    ['lagi', 'Berdiri lagi'],
  ] as const)
    expect(pages[(headings.get(id) ?? 0) - 1]?.text).toContain(text)
}, 120_000)

it('breaks the page where a turn stands inside a list, and turns nothing there', async () => {
  const inside: Block = { b: 'list', ordered: false, items: [[para('sebelum'), turn('landscape'), para('sesudah')]] }
  const { bytes } = await writePdf(anOutline({ blocks: [inside] }), frozen)
  expect(new Set(sizes(bytes))).toEqual(new Set(['berdiri']))
  expect((await writeDocx(anOutline({ blocks: [inside] }), frozen)).bytes.byteLength).toBeGreaterThan(0)
})

it('shows a drawing as many times larger as asked for, and never wider than its page', async () => {
  const figure: Figure = { width: 200, height: 40, alt: 'kotak', shapes: [{ t: 'rect', x: 0, y: 0, w: 200, h: 40, fill: '#000000' }] }
  const extent = async (zoom: number): Promise<number> => {
    const { bytes } = await writeDocx(anOutline({ blocks: [{ b: 'figure', figure, zoom }] }), frozen)
    return Number(/<wp:extent cx="(\d+)"/u.exec(docxParts(bytes)['word/document.xml'] ?? '')?.[1])
  }
  const [plain, half, huge] = await Promise.all([extent(1), extent(1.5), extent(50)])
  expect(half / plain).toBeCloseTo(1.5, 1)
  expect(huge / 12_700).toBeLessThanOrEqual(454)
})
