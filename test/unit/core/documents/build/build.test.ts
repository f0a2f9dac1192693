import { beforeAll, describe, expect, it } from 'vitest'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { wordLine } from '#core/documents/build/proposal.ts'
import { startBuild } from '#core/documents/build/source.ts'
import { loadPacks } from '#core/packs/packs.ts'
import type { Innovation, RichNode, TrailLink } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { emptyKop } from '#shared/rules/blank.ts'
import { documentOf, type Packs } from '#shared/rules/packs.ts'
import { makeCanvas, makeInnovation, makeItems, makeLink, paragraph, randomInnovation, rich } from '#test/makers/innovation.ts'
import { makeLab } from '#test/makers/lab.ts'
import { allText, blockTexts, outlineTexts, squeezed } from '#test/makers/outline-texts.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../../../templates/packs', import.meta.url).pathname)).packs
})
function defOf(id: string): DocumentDef {
  const found = documentOf(packs, id)
  if (found === undefined) throw new Error(`no document ${id}`)
  return found
}
const source = (over: Partial<DocumentSource> = {}): DocumentSource => ({
  lab: makeLab(),
  packs,
  language: 'id',
  paper: 'A4',
  date: '2026-08-13',
  attachment: () => null,
  ...over,
})
const build = (id: string, over: Partial<DocumentSource> = {}): Outline => buildDocument(defOf(id), source(over))
const proposal = (innovation: Innovation, over: Partial<DocumentSource> = {}) => build('proposal-kipp', { innovation, ...over })
const headings = (outline: Outline) => outline.blocks.flatMap((block) => (block.b === 'heading' ? [block.text] : []))

/** Every text somebody wrote, in the order in which the proposal prints it. */
function writtenTexts(innovation: Innovation): readonly string[] {
  const items = Object.values(innovation.canvases).flatMap((canvas) =>
    canvas.items.flatMap((item) => [
      item.text,
      item.author,
      ...Object.values(item.values).filter((value) => typeof value === 'string' && value.includes('#')),
    ]),
  )
  return [
    innovation.name,
    innovation.longName,
    ...items.map(String),
    ...Object.values(innovation.canvases['form-ide']?.fields ?? {})
      .filter((value) => String(value).includes('#'))
      .map(String),
  ]
}

describe('a proposal', () => {
  it('holds every text of the innovation, from all canvases, header and sections', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const innovation = randomInnovation(seed, 14)
      const text = allText(proposal(innovation))
      for (const one of writtenTexts(innovation)) expect(text, `seed ${seed}: ${one}`).toContain(squeezed(one))
      for (const section of Object.values(innovation.proposals['kipp-tujuh-bagian']?.sections ?? {})) {
        for (const block of section.content ?? []) expect(text).toContain(squeezed(block.content?.[0]?.text ?? '?'))
      }
    }
  })
  it('goes from identity through the sections of the form to the annex in the order of the definition', () => {
    const canvases = randomInnovation(3, 6).canvases
    expect(headings(proposal(makeInnovation({ canvases })))).toEqual([
      'Identitas Inovasi',
      '1. Ringkasan',
      '2. Ide Inovatif',
      '3. Signifikansi',
      '4. Kontribusi terhadap Capaian TPB',
      '5. Adaptabilitas',
      '6. Keberlanjutan',
      '7. Kolaborasi Pemangku Kepentingan',
      'Surat Pernyataan dan Dokumen Pendukung',
      'Lampiran',
      'Form Ide Inovasi',
      'Kartu Ide',
      'Pohon Masalah',
      'Peringkat Isu dengan USG',
      'Peta Pengaruh–Kepentingan',
    ])
  })
  it('prints a section in the order in which it was written', () => {
    const sections = { ide_inovatif: rich(...Array.from({ length: 30 }, (_, at) => paragraph(`Alinea ke-${at}.`))) }
    const outline = proposal(makeInnovation({ proposals: { 'kipp-tujuh-bagian': { form: 'kipp-tujuh-bagian', header: {}, sections } } }))
    const found = outlineTexts(outline).filter((text) => text.startsWith('Alinea'))
    expect(found).toEqual(Array.from({ length: 30 }, (_, at) => `Alinea ke-${at}.`))
  })
  it('says of everything that is empty that it is not filled in, and builds all the same', () => {
    const outline = proposal(makeInnovation({ name: '', longName: '', unit: null }), {
      lab: makeLab({ kop: emptyKop, units: [] }),
      date: '',
    })
    const texts = outlineTexts(outline)
    expect(texts.filter((text) => text === 'Belum diisi')).toHaveLength(7)
    expect(texts).toContain(
      'Belum diisi: Form Ide Inovasi, Kartu Ide, Pohon Masalah, Peringkat Isu dengan USG, Peta Pengaruh–Kepentingan, ' +
        'Keterlibatan Unsur Helix, Rencana Aksi Inovasi, Dampak Inovasi Level Mikro, Sebelum dan Sesudah, Klaim, Bukti, dan Sumber.',
    )
    expect(outline.cover.some((block) => block.b === 'kop')).toBe(false)
    const signature = outline.blocks.find((block) => block.b === 'signature')
    expect(signature?.b === 'signature' && signature.columns[0]?.name).toBe('')
    expect(signature?.b === 'signature' && signature.place).toMatch(/^Solok, \.+$/)
  })
  it('keeps bold, italic, lists, tables and pictures of the text', () => {
    const text = (of: string): RichNode => ({ type: 'text', text: of })
    const cell = (type: 'tableHeader' | 'tableCell', of: string): RichNode => ({
      type,
      content: [{ type: 'paragraph', content: [text(of)] }],
    })
    const section = rich(
      { type: 'heading', attrs: { level: 3 }, content: [text('Latar belakang')] },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'tebal', marks: [{ type: 'bold' }, { type: 'italic' }] }, { type: 'hardBreak' }, text('biasa')],
      },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', content: [text('satu')] },
              { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('dalam')] }] }] },
            ],
          },
        ],
      },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Kepala'), cell('tableHeader', 'Isi')] },
          { type: 'tableRow', content: [cell('tableCell', 'a'), cell('tableCell', 'b')] },
        ],
      },
      { type: 'image', attrs: { name: 'ada.png', alt: 'Alur', caption: 'Gambar alur', width: 10, height: 5 } },
      { type: 'image', attrs: { name: 'hilang.png', alt: 'Hilang', width: 10, height: 5 } },
    )
    const innovation = makeInnovation({
      proposals: { 'kipp-tujuh-bagian': { form: 'kipp-tujuh-bagian', header: {}, sections: { ringkasan: section } } },
    })
    const bytes = new Uint8Array([1, 2, 3])
    const { blocks } = proposal(innovation, {
      attachment: (name) => (name === 'ada.png' ? { bytes, type: 'png', width: 640, height: 320 } : null),
    })
    const at = blocks.findIndex((block) => block.b === 'heading' && block.text === '1. Ringkasan')
    const [heading, para, list, table, picture, gone, count] = blocks.slice(at + 1)
    expect(heading).toMatchObject({ b: 'heading', level: 2, text: 'Latar belakang' })
    expect(para).toMatchObject({ b: 'para', runs: [{ text: 'tebal', bold: true, italic: true }, { text: '\n' }, { text: 'biasa' }] })
    expect(list).toMatchObject({ b: 'list', ordered: true, start: 3, items: [[{ b: 'para' }, { b: 'list', ordered: false }]] })
    expect(table).toMatchObject({ b: 'table', headRows: 1, ruled: true })
    expect(picture).toMatchObject({ b: 'picture', bytes, width: 640, caption: 'Gambar alur' })
    expect(gone).toMatchObject({ b: 'picture', bytes: null, alt: 'Hilang' })
    expect(count && blockTexts(count)).toEqual(['10 dari paling banyak 200 kata'])
  })
  it('numbers each source once, behind the quoted words, and lists it with its place', () => {
    const innovation = quoting()
    const outline = proposal(innovation)
    const notes = outline.blocks.flatMap((block) =>
      block.b === 'para' ? block.runs.filter((run) => run.note !== undefined).map((run) => [run.text, run.note]) : [],
    )
    expect(notes).toEqual([
      [' kerja sama', 1],
      ['terlambat', 2],
      ['lagi', 1],
      ['hilang', 3],
    ])
    const list = outline.blocks[outline.blocks.findIndex((block) => block.b === 'heading' && block.text === 'Jejak') + 2] as Block // it is there, or blockTexts fails
    expect(blockTexts(list).slice(4)).toEqual([
      ...['1', 'Pohon Masalah, Akar masalah', 'belum ada kerja sama', 'Ide Inovatif'],
      ...['2', 'USG, peringkat 1', 'terlambat', 'Ide Inovatif'],
      ...['3', 'Sumber tidak ada lagi', '', ''],
      ...['–', 'Form Ide Inovasi, Kebaruan. Sumber tidak ada lagi', 'baru', 'Ringkasan'],
    ])
  })
  it('tells by how many words a limit is missed', () => {
    const context = startBuild(defOf('proposal-kipp'), source())
    expect(wordLine({ minWords: 0, maxWords: 600 }, 412, context)).toBe('412 dari paling banyak 600 kata')
    expect(wordLine({ minWords: 0, maxWords: 600 }, 655, context)).toBe('655 kata, lebih 55 dari paling banyak 600 kata')
    expect(wordLine({ minWords: 300, maxWords: undefined }, 1, context)).toBe('1 kata, kurang 299 dari paling sedikit 300 kata')
    expect(wordLine({ minWords: 0, maxWords: undefined }, 1200, context)).toBe('1.200 kata')
  })
  it('keeps a section and answers whose definition is gone', () => {
    const proposals = {
      'kipp-tujuh-bagian': {
        form: 'kipp-tujuh-bagian',
        header: { nomor_lama: 'A-17' },
        sections: { bagian_lama: rich(paragraph('Naskah lama')) },
      },
    }
    expect(outlineTexts(proposal(makeInnovation({ proposals })))).toEqual(
      expect.arrayContaining(['Bagian lain yang pernah ditulis', 'Naskah lama', 'A-17']),
    )
  })
  it('names pack, version and status at the foot, and a sample as one', () => {
    expect(proposal(makeInnovation()).foot).toBe('Proposal KIPP · kipp-2022 v1 · belum diverifikasi dengan pedoman resmi')
    const sample = proposal(makeInnovation({ illustration: 'Angka karangan.' }), { lab: makeLab({ illustration: 'Lab contoh.' }) })
    expect(sample.foot).toContain('contoh ilustrasi, bukan dokumen resmi')
    expect(sample.cover.flatMap(blockTexts)).toEqual(expect.arrayContaining(['Lab contoh.', 'Angka karangan.']))
  })
  it('speaks English when asked', () => {
    const outline = proposal(makeInnovation(), { language: 'en' })
    expect(outline.language).toBe('en-GB')
    expect(headings(outline)).toEqual(expect.arrayContaining(['Identity of the Innovation', 'Annex']))
    expect(outlineTexts(outline)).toContain('Solok, 13 August 2026')
  })
  it('prints what cannot be in a file as nothing, and the rest', () => {
    const hostile = 'a\u0000b\u0008c\ufffe <w:t>&amp;]]> שלום 😀 \ud800'
    const sections = { ringkasan: rich(paragraph(hostile)) }
    const innovation = makeInnovation({
      name: hostile,
      proposals: { 'kipp-tujuh-bagian': { form: 'kipp-tujuh-bagian', header: { judul: hostile }, sections } },
    })
    const text = JSON.stringify(proposal(innovation))
    expect(text).not.toMatch(/\\u0000|\\u0008|\ufffe|\\ud800/)
    expect(text).toContain('abc <w:t>&amp;]]> שלום 😀 \ufffd')
  })
  it('is the same for the same innovation', () => {
    expect(proposal(randomInnovation(3))).toEqual(proposal(randomInnovation(3)))
  })
  it('takes a board of 200 notes, a tree of 300 nodes and a grid of 500 rows', () => {
    const [notes, nodes, rows] = [randomInnovation(1, 200), randomInnovation(2, 300), randomInnovation(3, 500)].map((one) => one.canvases)
    const outline = proposal(
      makeInnovation({
        canvases: { ...rows, ...nodes, 'kartu-ide': notes?.['kartu-ide'] ?? makeCanvas(), usg: rows?.usg ?? makeCanvas() },
      }),
    )
    const grid = outline.blocks.find((block) => block.b === 'table' && block.rows.length === 501)
    expect(grid).toMatchObject({ headRows: 1 })
    expect(outline.blocks.filter((block) => block.b === 'figure').length).toBeGreaterThan(10)
  })
  it('prints a note that is too long for its paper in full below the board', () => {
    const long = `Awal ${'kata '.repeat(900)}akhir.`
    const innovation = makeInnovation({ canvases: { 'kartu-ide': makeCanvas({ items: makeItems([{ text: long }]) }) } })
    expect(allText(proposal(innovation))).toContain(squeezed(long))
  })
})

function quoting(): Innovation {
  const mark = (text: string, link: string, bold = false): RichNode => ({
    type: 'text',
    text,
    marks: [...(bold ? [{ type: 'bold' as const }] : []), { type: 'source', attrs: { link } }],
  })
  const section = rich({
    type: 'paragraph',
    content: [
      mark('belum ada', 'l1'),
      mark(' kerja sama', 'l1', true),
      { type: 'text', text: ', ' },
      mark('terlambat', 'l2'),
      { type: 'text', text: ' ' },
      mark('lagi', 'l1'),
      { type: 'text', text: ' ' },
      mark('hilang', 'l9'),
    ],
  })
  const to = { place: 'section', of: 'kipp-tujuh-bagian', key: 'ide_inovatif', quote: '' } as const
  const trail: readonly TrailLink[] = [
    makeLink({ id: 'l1', from: { place: 'item', of: 'pohon-masalah', key: 'r', quote: 'belum ada kerja sama' }, to }),
    makeLink({ id: 'l2', from: { place: 'item', of: 'usg', key: 'u', quote: 'terlambat' }, to }),
    makeLink({ id: 'l3', from: { place: 'field', of: 'form-ide', key: 'kebaruan', quote: 'baru' }, to: { ...to, key: 'ringkasan' } }),
    makeLink({
      id: 'l4',
      from: { place: 'item', of: 'usg', key: 'u', quote: 'x' },
      to: { place: 'field', of: 'form-ide', key: 'tujuan', quote: '' },
    }),
  ]
  return makeInnovation({
    trail,
    canvases: {
      'pohon-masalah': makeCanvas({
        def: 'pohon-masalah',
        items: makeItems([{ role: 'core' }, { id: 'r', role: 'cause', parent: 'i1', root: true }]),
      }),
      usg: makeCanvas({ def: 'usg', items: makeItems([{ id: 'u', values: { u: 5, s: 5, g: 5 } }]) }),
    },
    proposals: { 'kipp-tujuh-bagian': { form: 'kipp-tujuh-bagian', header: {}, sections: { ide_inovatif: section } } },
  })
}

describe('a grid in a document', () => {
  it('is sorted by rank, shows a missing score as a dash, and explains ties with the rule', () => {
    const items = makeItems([
      { text: 'Tengah', values: { u: 3, s: 4, g: 4 } },
      { text: 'Atas', values: { u: 4, s: 4, g: 3 } },
      { text: 'Belum dinilai', values: { u: 5, s: 5 } },
    ])
    const { blocks } = proposal(makeInnovation({ canvases: { usg: makeCanvas({ def: 'usg', items }) } }))
    const table = blocks.find((block) => block.b === 'table' && blockTexts(block).includes('Peringkat')) as Block // it is there, or blockTexts fails
    expect(blockTexts(table)).toEqual([
      ...['No.', 'Isu', 'U', 'S', 'G', 'Jumlah', 'Peringkat'],
      ...['1', 'Atas', '4', '4', '3', '11', '1'],
      ...['2', 'Tengah', '3', '4', '4', '11', '2'],
      ...['3', 'Belum dinilai', '5', '5', '–', '–', '–'],
    ])
    const texts = blocks.flatMap(blockTexts)
    expect(texts).toContain('"Atas" di atas "Tengah": jumlah sama, ditentukan oleh Urgency (kemendesakan).')
    expect(texts).toContain('Tanpa peringkat karena nilainya belum lengkap: Belum dinilai.')
  })
})
