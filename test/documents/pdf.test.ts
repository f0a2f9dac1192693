import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import type { Block } from '#shared/model/outline.ts'
import { anOutline, bookOutline, cell, headCell, heading, para, prose, richOutline, runs, table } from '../makers/outline.ts'
import { frozen, readPdf, roles, squeezed, subtrees, withTool } from './reading.ts'

const print = async (blocks: readonly Block[], over = {}) => {
  const { bytes, report } = await writePdf(anOutline({ blocks, ...over }), frozen)
  return { bytes, report, pdf: await readPdf(bytes) }
}

describe('a PDF', () => {
  it('shows its text in the order of the outline', async () => {
    const { bytes } = await writePdf(richOutline(), frozen)
    const text = squeezed((await readPdf(bytes)).pages.map((page) => page.text).join(''))
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
    const places = wanted.map((words) => text.lastIndexOf(squeezed(words)))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('is the same bytes when written again with the same clock', async () => {
    const [first, again] = [await writePdf(richOutline(), frozen), await writePdf(richOutline(), frozen)]
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
    const later = await writePdf(richOutline(), { ...frozen, clockIso: '2026-08-14T02:00:00.000Z' })
    expect(Buffer.compare(first.bytes, later.bytes)).not.toBe(0)
  })

  it('carries a tree of tags with scopes, alternative text and a language', async () => {
    const { bytes } = await writePdf(richOutline(), frozen)
    const pdf = await readPdf(bytes)
    const all = pdf.pages.flatMap((page) => roles(page.tree))
    for (const role of [
      'Document',
      'H1',
      'H2',
      'H3',
      'H4',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'Caption',
      'THead',
      'TBody',
      'TR',
      'TH',
      'TD',
      'Figure',
      'TOC',
      'TOCI',
      'Reference',
      'Link',
    ])
      expect(all).toContain(role)
    const alts = JSON.stringify(pdf.pages.map((page) => page.tree))
    expect(alts).toContain('Pohon masalah: antrean panjang, dua penyebab')
    expect(alts).toContain('Ruang tunggu sebelum inovasi')
    expect(pdf.lang).toBe('id-ID')
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).toContain('/Scope /Column')
    expect(raw).toMatch(/\/RowSpan 2/)
    expect(raw).toContain('/DisplayDocTitle true')
    expect(raw).not.toContain('Helvetica')
  })

  it('is sound for qpdf', async () => {
    const { bytes } = await writePdf(richOutline(), frozen)
    const said = withTool('qpdf', bytes, 'pdf', (file) => execFileSync('qpdf', ['--check', file], { encoding: 'utf8' }))
    if (said !== null) expect(said).toContain('No syntax or stream encoding errors found')
  })

  it('lists headings with the page they stand on, as links and as bookmarks', async () => {
    const { pages, outline } = await readPdf((await writePdf(bookOutline(6), frozen)).bytes)
    const contents = squeezed(pages[0]?.text ?? '')
    for (let at = 0; at < 6; at += 1) {
      const title = `${at + 1}. Inovasi ${prose(4, at)}`
      const page = pages.findIndex((one, number) => number > 0 && squeezed(one.text).includes(squeezed(title))) + 1
      expect(contents).toContain(squeezed(`${title}${page}`))
      expect(outline).toContainEqual({ title, page })
    }
    expect(pages[0]?.links).toBe(18)
  })

  it('numbers pages from the second on and leaves the cover without one', async () => {
    const pages = (await readPdf((await writePdf(richOutline(), frozen)).bytes)).pages
    const numberOf = (at: number) =>
      pages[at]?.items
        .filter((item) => item.y < 50 && item.y > 40)
        .map((item) => item.text.trim())
        .join('')
    expect(numberOf(0)).toBe('')
    expect(numberOf(1)).toBe('2')
    for (const page of pages) expect(page.text).toContain('Proposal inovasi · paket umum 1.0 · status: draf')
  })

  it('prints nothing smaller than nine points except the foot and superscripts', async () => {
    const pages = (await readPdf((await writePdf(richOutline(), frozen)).bytes)).pages
    const small = pages.flatMap((page) =>
      page.items.filter((item) => item.text.trim() !== '' && item.size < 8.9 && item.y > 40 && item.text !== '1'),
    )
    // Text inside a figure shrinks with the figure.
    expect(
      small.filter((item) => !/Berkas diperiksa|berulang|Data kependudukan|belum tersambung|Antrean|lebih dari|📄|^2$/.test(item.text)),
    ).toEqual([])
  })
})

describe('tables in a PDF', () => {
  const long = (rows: number) =>
    table(
      ['Nomor urut', 'Uraian kegiatan'],
      Array.from({ length: rows }, (_, at) => [`baris-${at + 1}`, `${prose(12, at)} akhir-${at + 1}`]),
    )

  it('repeat their head rows on every page, once for readers and the rest as artifacts', async () => {
    const { pdf } = await print([long(80)])
    expect(pdf.pages.length).toBeGreaterThan(2)
    for (const page of pdf.pages) expect(page.text).toContain('Nomor urut')
    const heads = pdf.pages.map((page) => subtrees(page.tree, 'TH').filter((head) => roles(head).includes('content')).length)
    expect(heads).toEqual([2, ...heads.slice(1).map(() => 0)])
  })

  it('never leave a head row or a heading alone at the foot of a page', async () => {
    for (let room = 0; room < 120; room += 4) {
      const { pdf } = await print([
        ...Array.from({ length: 28 }, () => para('Baris')),
        { b: 'space', height: room },
        heading(2, 'Judul tabel', 'j'),
        long(3),
      ])
      const page = pdf.pages.find((one) => one.text.includes('Judul tabel'))
      expect(page?.text, `${room} points lower`).toMatch(/baris-1\b[\s\S]*akhir-1\b/)
    }
  })

  it('keep a row whole when a page can hold it', async () => {
    const tall = prose(150)
    const { pdf } = await print([
      table(
        ['A', 'B'],
        Array.from({ length: 6 }, (_, at) => [`mulai-${at} ${tall} selesai-${at}`, 'x']),
      ),
    ])
    for (let at = 0; at < 6; at += 1) {
      const page = pdf.pages.find((one) => one.text.includes(`mulai-${at}`))
      expect(squeezed(page?.text ?? '')).toContain(`selesai-${at}`)
    }
  })

  it('split a row that is taller than a page and lose nothing of it', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => `kata${at}`)
    const { pdf } = await print([
      table(
        ['A', 'B'],
        [
          [words.join(' '), 'samping'],
          ['akhir', 'akhir'],
        ],
      ),
    ])
    const text = squeezed(pdf.pages.map((page) => page.text.replace(/\d+\s*Proposal inovasi.*$/s, '')).join(''))
    expect(pdf.pages.length).toBeGreaterThan(2)
    for (const word of words) expect(text).toContain(word)
    for (const page of pdf.pages) for (const item of page.items) if (item.text.startsWith('kata')) expect(item.y).toBeGreaterThan(70)
  })

  it('carry a merged cell over pages', async () => {
    const rows = Array.from({ length: 70 }, (_, at) =>
      at === 0 ? [cell('Gabungan', { rowSpan: 70 }), cell(`isi-${at}`)] : [cell(`isi-${at}`)],
    )
    const { pdf } = await print([
      { b: 'table', widths: [1, 3], headRows: 1, rows: [[headCell('K'), headCell('L')], ...rows], ruled: true, alt: 'uji' },
    ])
    const text = pdf.pages.map((page) => page.text).join('')
    expect(text.match(/Gabungan/g)).toHaveLength(1)
    for (let at = 0; at < 70; at += 1) expect(text).toContain(`isi-${at}`)
  })

  it('of forty columns stay between the margins', async () => {
    const head = Array.from({ length: 40 }, (_, at) => `K${at}`)
    const { pdf } = await print([table(head, [head.map((_, at) => `isi panjang ${at}`)])])
    for (const item of pdf.pages.flatMap((page) => page.items)) if (item.text.trim() !== '') expect(item.x).toBeLessThan(595.3 - 56.7)
    const text = squeezed(pdf.pages.map((page) => page.text).join(''))
    expect(text).toContain('K39')
  })
})

describe('long and odd content in a PDF', () => {
  it('breaks a word of 5,000 letters inside the margins', async () => {
    const word = 'W'.repeat(5000)
    const { pdf } = await print([para(word)])
    expect(
      pdf.pages
        .map((page) => page.text)
        .join('')
        .match(/W/g),
    ).toHaveLength(5000)
    for (const item of pdf.pages.flatMap((page) => page.items)) expect(item.x).toBeGreaterThan(80)
  })

  it('prints a paragraph of 200,000 characters whole', async () => {
    const text = prose(30_000).slice(0, 200_000)
    const { pdf } = await print([para(text)])
    const printed = squeezed(pdf.pages.map((page) => page.text.replace(/\d*\s*Proposal inovasi · paket[\s\S]*$/, '')).join(''))
    expect(printed.length).toBe(squeezed(text).length)
  })

  it('shows a note where a picture cannot be read and counts it', async () => {
    const broken = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
    const picture = { b: 'picture', type: 'png', width: 300, height: 200, alt: 'Foto kegiatan' } as const
    const { pdf, report } = await print([
      { ...picture, bytes: null },
      { ...picture, bytes: broken },
    ])
    expect(report.missingPictures).toBe(2)
    expect(pdf.pages[0]?.text.match(/Gambar tidak dapat dibaca: Foto kegiatan/g)).toHaveLength(2)
  })

  it('prints muted text, notes and forced line ends', async () => {
    const { pdf } = await print([runs({ text: 'baris satu\nbaris dua', note: 7 }, { text: ' belum diisi', muted: true })])
    const [one, two] = ['baris satu', 'baris dua'].map((words) => pdf.pages[0]?.items.find((item) => item.text.includes(words)))
    expect(one?.y).toBeGreaterThan(two?.y ?? 0)
    expect(pdf.pages[0]?.items.find((item) => item.text.trim() === '7')?.size).toBeLessThan(9)
  })

  it('turns the paper for F4 and landscape', async () => {
    const raw = Buffer.from((await print([para('a')], { paper: 'F4', orientation: 'landscape' })).bytes).toString('latin1')
    expect(raw).toMatch(/\/MediaBox \[0 0 935\.4\d* 609\.4\d*\]/)
  })

  it('keeps words of different lines apart for who listens or searches', async () => {
    const words = Array.from({ length: 40 }, (_, at) => `kata${at}`)
    const { bytes } = await print([para(words.join(' ')), { b: 'title', lines: ['JUDUL', 'KEDUA'] }])
    const heard = withTool('pdfinfo', bytes, 'pdf', (file) => execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' }))
    if (heard === null) return
    expect(heard).toContain(words.join(' '))
    expect(heard).toContain('JUDUL KEDUA')
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const writing = writePdf(bookOutline(40), {
      ...frozen,
      signal: stop.signal,
      onProgress: (share) => share > 0 && stop.abort(new Error('dibatalkan')),
    })
    await expect(writing).rejects.toThrow('dibatalkan')
  })
})
