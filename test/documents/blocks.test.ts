/** Indexes, signatures, letterheads, photographs in rows, wide tables, papers and faces: both writers print the same of each. */
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { layoutPages, writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import { anOutline, aPng, heading, para, prose, table } from '../makers/outline.ts'
import { docxParts, docxText, frozen, readPdf, roles, squeezed, throughOffice, withTool } from './reading.ts'

const both = async (blocks: readonly Block[], over: Partial<Outline> = {}) => {
  const outline = anOutline({ blocks, ...over })
  const pdf = await writePdf(outline, frozen)
  const docx = await writeDocx(outline, frozen)
  const parts = docxParts(docx.bytes)
  const xml = parts['word/document.xml'] ?? ''
  return { outline, pdf, read: await readPdf(pdf.bytes), docx, parts, xml }
}
type Both = Awaited<ReturnType<typeof both>>

/** All words stand in both documents in this order. */
function inOrder({ read, xml }: Both, wanted: readonly string[]): void {
  const printed = { PDF: squeezed(read.pages.map((page) => page.text).join('')), DOCX: squeezed(docxText(xml)) }
  for (const [name, text] of Object.entries(printed)) {
    let from = 0
    for (const words of wanted) {
      const at = text.indexOf(squeezed(words), from)
      expect(at, `${words} in ${name}`).toBeGreaterThanOrEqual(0)
      from = at + squeezed(words).length
    }
  }
}

const sound = (bytes: Uint8Array): void => {
  const said = withTool('qpdf', bytes, 'pdf', (file) => execFileSync('qpdf', ['--check', file], { encoding: 'utf8' }))
  if (said !== null) expect(said).toContain('No syntax or stream encoding errors found')
}

const entries = Array.from({ length: 60 }, (_, at) => ({ text: `Entri nomor ${at + 1}.`, id: `e${at}` }))
const headings = entries.flatMap(({ text, id }, at) => [
  heading(1, `Judul ${text}`, id, { pageBreakBefore: at % 4 === 0 }),
  para(prose(90)),
])
const index = (columns: 1 | 2 | 3): Block => ({
  b: 'index',
  columns,
  groups: [
    { label: 'Dinas Kesehatan', entries: entries.slice(0, 25) },
    { label: 'Kecamatan', entries: entries.slice(25) },
  ],
})

describe('an index', () => {
  it.each([1, 2, 3] as const)('of %i columns names the page of every entry and leads there', async (columns) => {
    const made = await both([heading(1, 'Indeks', 'ix'), index(columns), ...headings])
    inOrder(made, [
      'Indeks',
      'Dinas Kesehatan',
      'Entri nomor 1.',
      'Entri nomor 25.',
      'Kecamatan',
      'Entri nomor 26.',
      'Entri nomor 60.',
      'Judul Entri nomor 1.',
    ])
    const { headings: pages } = await layoutPages(made.outline, frozen)
    const [pdf, docx] = [squeezed(made.read.pages.map((page) => page.text).join('')), squeezed(docxText(made.xml))]
    for (const { text, id } of entries) {
      expect(pdf).toContain(squeezed(`${text}${pages.get(id)}`))
      expect(docx).toContain(squeezed(`${text}${pages.get(id)}`))
    }
    expect(made.read.pages.reduce((sum, page) => sum + page.links, 0)).toBe(60)
    expect(made.xml.match(/PAGEREF/g)).toHaveLength(60)
    for (const [, anchor] of made.xml.matchAll(/w:anchor="([^"]+)"/g)) expect(made.xml).toContain(`w:name="${anchor}"`)
    expect(roles(made.read.pages[0]?.tree ?? null)).toContain('Index')
    sound(made.pdf.bytes)
  })

  it('has columns of about the same length', async () => {
    const { read } = await both([index(2), ...headings])
    const lines = read.pages[0]?.items.filter((item) => item.text.startsWith('Entri')) ?? []
    const left = lines.filter((item) => item.x < 200).length
    expect(Math.abs(lines.length - 2 * left)).toBeLessThanOrEqual(3)
    expect(lines.length).toBe(60)
  })

  it('gives the same number of pages in an office program', async () => {
    const made = await both([heading(1, 'Indeks', 'ix'), index(2), heading(1, 'Indeks lagi', 'iy'), index(3), ...headings])
    const office = throughOffice(made.docx.bytes)
    if (office !== null) expect((await readPdf(office)).pages).toHaveLength(made.read.pages.length)
  }, 180_000)

  it('prints an entry whose heading is missing without a number or a link', async () => {
    const made = await both([{ b: 'index', columns: 1, groups: [{ label: '', entries: [{ text: 'Tanpa tujuan', id: 'tidak-ada' }] }] }])
    inOrder(made, ['Tanpa tujuan'])
    expect(made.read.pages[0]?.links).toBe(0)
    expect(made.xml).not.toContain('w:anchor')
  })
})

const signer = (name: string, more = {}) => ({
  position: `Jabatan ${name}`,
  name,
  rank: 'Pembina (IV/a)',
  nip: '19800101 200501 1 001',
  ...more,
})
const place = 'Solok, 13 Agustus 2026'

describe('signatures', () => {
  it('begin with who knows of them and in whose name', async () => {
    const columns = [signer('Ana Contoh', { lead: 'Mengetahui,', onBehalf: 'a.n. WALI KOTA SOLOK' }), signer('Budi Contoh')]
    const made = await both([para('Akhir.'), { b: 'signature', place, columns }])
    inOrder(made, ['Akhir.', 'Mengetahui,', 'a.n. WALI KOTA SOLOK', 'Jabatan Ana Contoh,'])
    inOrder(made, [place, 'Jabatan Budi Contoh,', 'Budi Contoh'])
    const lines = made.read.pages[0]?.items ?? []
    const [lead, day] = ['Mengetahui,', 'Solok,'].map((words) => lines.find((item) => item.text.startsWith(words))?.y)
    expect(lead).toBeCloseTo(day ?? 0, 0)
  })

  it('leave a box for the electronic one instead of room for ink', async () => {
    const made = await both([{ b: 'signature', place, columns: [signer('Ana Contoh')], tte: true }])
    inOrder(made, [place, 'Jabatan Ana Contoh,', 'tempat tanda tangan elektronik', 'Ana Contoh', 'NIP 1980'])
    expect(made.xml).toContain('w:val="dashed"')
  })

  it('of many stand in a table that repeats its head and tears no row', async () => {
    const columns = Array.from({ length: 45 }, (_, at) => signer(`Nama-${at + 1}.`))
    const made = await both([para('Akhir.'), { b: 'signature', place: '', layout: 'table', columns }])
    inOrder(made, ['No.', 'Nama', 'Jabatan', 'Tanda tangan', '1.', 'Nama-1.', 'Jabatan Nama-1.', '45.', 'Nama-45.'])
    expect(made.read.pages.length).toBeGreaterThan(2)
    for (const page of made.read.pages) expect(page.text).toContain('Tanda tangan')
    for (let at = 1; at <= 45; at += 1) {
      const page = made.read.pages.find((one) => squeezed(one.text).includes(`Nama-${at}.Pembina`))
      expect(squeezed(page?.text ?? '')).toContain(`JabatanNama-${at}.`)
    }
    expect(docxText(made.xml)).not.toContain('Solok')
    const [first, second] = made.read.pages[0]?.items.filter((item) => /\.{5}/.test(item.text)) ?? []
    expect(second?.x ?? 0).toBeGreaterThan((first?.x ?? 0) + 30)
  })
})

describe('a letterhead', () => {
  const kop = (kind: 'perangkat_daerah' | 'jabatan' | 'lan', lines: readonly string[] = ['Jalan Contoh 1']): Block => ({
    b: 'kop',
    kind,
    baris1: 'PEMERINTAH KOTA SOLOK',
    baris2: 'WALI KOTA',
    lines,
    logo: null,
  })
  it.each([
    ['perangkat_daerah', false],
    ['lan', false],
    ['jabatan', true],
  ] as const)('of %s has its emblem beside or above the lines', async (kind, above) => {
    const made = await both([kop(kind), para('Isi surat.')])
    inOrder(made, ['Lambang', 'PEMERINTAH KOTA SOLOK', 'WALI KOTA', 'Jalan Contoh 1', 'Isi surat.'])
    const items = made.read.pages[0]?.items ?? []
    const [emblem, name] = ['Lambang', 'WALI'].map((words) => items.find((item) => item.text.includes(words)))
    expect((emblem?.y ?? 0) > (name?.y ?? 0) + 25).toBe(above)
  })
})

describe('photographs in rows', () => {
  const photo = (at: number, bytes: Uint8Array | null) =>
    ({ b: 'picture', bytes, type: 'png', width: 640, height: 400, alt: `Foto ${at}`, caption: `Keterangan ${at}.`, maxHeight: 90 }) as const
  it('stand with their words below them, a damaged one as a note', async () => {
    const cells = Array.from({ length: 12 }, (_, at) => ({ blocks: [photo(at, at === 4 ? new Uint8Array([9]) : aPng(64, 40))] }))
    const rows = [0, 3, 6, 9].map((from) => cells.slice(from, from + 3))
    const made = await both([{ b: 'table', widths: [1, 1, 1], headRows: 0, rows, ruled: false, alt: 'Foto' }])
    inOrder(made, ['Keterangan 0.', 'Keterangan 3.', 'Gambar tidak dapat dibaca: Foto 4', 'Keterangan 4.', 'Keterangan 11.'])
    expect([made.pdf.report.missingPictures, made.docx.report.missingPictures]).toEqual([1, 1])
    expect(made.read.pages.flatMap((page) => roles(page.tree)).filter((role) => role === 'Figure')).toHaveLength(11)
    for (const [, height] of made.xml.matchAll(/<wp:extent cx="\d+" cy="(\d+)"/g)) expect(Number(height)).toBeLessThanOrEqual(91 * 12_700)
  })

  it('with the same bytes are embedded once', async () => {
    const twins = [aPng(300, 200), new Uint8Array(aPng(300, 200))]
    const made = await both(twins.map((bytes, at) => photo(at, bytes)))
    expect(
      Buffer.from(made.pdf.bytes)
        .toString('latin1')
        .match(/\/Subtype \/Image/g),
    ).toHaveLength(1)
    expect(Object.keys(made.parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  })
})

describe('the page', () => {
  it('of a certificate has a frame and nothing at its foot', async () => {
    const made = await both([para('Piagam')], { border: 'certificate', bare: true, orientation: 'landscape' })
    expect(made.read.pages.map((page) => page.text.trim())).toEqual(['Piagam'])
    expect(made.xml).toContain('<w:pgBorders')
    expect(Object.keys(made.parts).filter((name) => name.includes('footer'))).toEqual([])
  })

  it('keeps the margins an office asks for, and room for its foot', async () => {
    const made = await both([para(prose(400))], { margins: { top: 100, right: 50, bottom: 10, left: 150 } })
    const items = made.read.pages[0]?.items.filter((item) => item.text.trim() !== '') ?? []
    const text = items.filter((item) => item.size > 10.5)
    expect(Math.min(...text.map((item) => item.x))).toBeCloseTo(150, 0)
    expect(Math.max(...text.map((item) => item.y))).toBeLessThan(841.9 - 100)
    expect(made.xml).toMatch(/<w:pgMar [^>]*w:left="3000"/)
    expect(text.every((item) => item.y > 56)).toBe(true)
  })

  it('is as wide apart as asked for', async () => {
    const lines = async (lineSpacing: number) => (await both([para(prose(600))], { lineSpacing })).read.pages.length
    expect(await lines(2)).toBeGreaterThan(await lines(1))
  })

  it('is set in the twin of Times New Roman, and says so in Word', async () => {
    const made = await both([para('Teks'), { b: 'list', ordered: true, items: [[para('satu')]] }], { font: 'times' })
    const raw = Buffer.from(made.pdf.bytes).toString('latin1')
    expect(raw).toContain('Tinos')
    expect(raw).not.toContain('Arimo')
    expect(made.parts['word/styles.xml']).toContain('w:ascii="Times New Roman"')
    for (const name of ['word/styles.xml', 'word/numbering.xml', 'word/document.xml']) expect(made.parts[name]).not.toContain('Arial')
  })

  it('of a poster is the largest paper, which Word gets half as large', async () => {
    const made = await both([para('Poster', { size: 60 })], { paper: 'A1', bare: true })
    expect(Buffer.from(made.pdf.bytes).toString('latin1')).toMatch(/\/MediaBox \[0 0 1683\.8\d* 2383\.9/)
    expect(made.xml).toMatch(/<w:pgSz [^>]*w:h="23811"/)
    expect(made.xml).toContain('<w:sz w:val="60"/>')
  })
})

it('a table of too many columns is cut into pieces that say what they hold and repeat the first column', async () => {
  const head = Array.from({ length: 40 }, (_, at) => `Kolom-${at}.`)
  const made = await both([table(head, [head.map((_, at) => (at === 0 ? 'Baris-pertama.' : `nilai-${at}.`))]), para('Sesudah.')])
  inOrder(made, ['kolom 1–', 'Kolom-0.', 'Baris-pertama.', 'kolom ', 'Kolom-39.', 'nilai-39.', 'Sesudah.'])
  for (let at = 1; at < 40; at += 1) expect(docxText(made.xml).split(`nilai-${at}.`)).toHaveLength(2)
  expect(docxText(made.xml).split('Baris-pertama.').length).toBeGreaterThan(3)
  expect(
    Math.max(...[...made.xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid]) => grid?.match(/gridCol/g)?.length ?? 0)),
  ).toBeLessThan(14)
})

it('texts that look like marks of the writer print as they are, and everything is the same when written again', async () => {
  const text = 'raw 0 <held n="0"/> <list n="1"/> \\h & $& $1'
  const blocks: Block[] = [
    heading(1, text, text),
    para(text),
    { b: 'index', columns: 2, groups: [{ label: text, entries: [{ text, id: text }] }] },
    { b: 'signature', place: text, layout: 'table', columns: [signer(text, { lead: text, onBehalf: text })] },
    { b: 'signature', place: text, tte: true, columns: [signer(text, { lead: text, onBehalf: text })] },
    { b: 'kop', kind: 'jabatan', baris1: text, baris2: text, lines: [text], logo: null },
    { b: 'list', ordered: true, items: [[para(text)]] },
    { b: 'title', lines: [text] },
  ]
  const [made, again] = [await both(blocks), await both(blocks)]
  expect(squeezed(docxText(made.xml)).split(squeezed(text)).length).toBeGreaterThan(14)
  expect(squeezed(made.read.pages.map((page) => page.text).join('')).split(squeezed(text)).length).toBeGreaterThan(10)
  expect(Buffer.compare(made.pdf.bytes, again.pdf.bytes)).toBe(0)
  expect(again.parts).toEqual(made.parts)
  sound(made.pdf.bytes)
})
