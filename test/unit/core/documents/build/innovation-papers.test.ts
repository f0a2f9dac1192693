import { beforeAll, describe, expect, it } from 'vitest'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import { allDocuments, type Packs } from '#shared/rules/packs.ts'
import { makeCanvas, makeInnovation, makeItems, paragraph, randomInnovation, rich } from '#test/makers/innovation.ts'
import { makeLab } from '#test/makers/lab.ts'
import { prose } from '#test/makers/outline.ts'
import { allText, figureTexts, outlineTexts, squeezed } from '#test/makers/outline-texts.ts'
import { defIn, headingsOf, makeAttachment, makeEvidence, makeTarget, shippedPacks, somePictures, sourceOf } from './innovation-source.ts'

let packs: Packs
beforeAll(async () => {
  packs = await shippedPacks()
})
const build = (id: string, innovation: Innovation, over: Partial<DocumentSource> = {}): Outline => {
  const def = defIn(packs, id)
  return buildDocument(def, sourceOf(packs, { innovation, paper: def.paper ?? 'A4', ...over }))
}
const tables = (outline: Outline) => outline.blocks.flatMap((block) => (block.b === 'table' ? [block] : []))
const write = { clockIso: '2026-08-13T00:00:00Z', fontsFolder: new URL('../../../../../templates/fonts', import.meta.url).pathname }

/** Every paper of one innovation that this pack, the proposals and the profiles print. */
const papers = () => allDocuments(packs).filter(({ scope, builder }) => scope === 'innovation' && builder !== 'certificate')

describe('every paper of an innovation', () => {
  it('is built of an innovation in which nothing was filled in, and says so', () => {
    const bare = makeInnovation({ name: '', longName: '', unit: null, kind: null, form: null, digital: null })
    expect(papers().length).toBeGreaterThan(15)
    for (const def of papers()) {
      const text = allText(build(def.id, bare, { lab: makeLab({ units: [], region: '' }), date: '' })).toLowerCase()
      expect(text, def.id).toMatch(/belumdiisi|\.{20}/u)
    }
  })
  it('is built of hostile text, and both writers take it', async () => {
    const hostile = 'a\u0000b\u0008 <w:t>&amp;]]> =1+1 שלום 😀 \ud800'
    const innovation = { ...randomInnovation(7, 3), name: hostile, longName: hostile, summary: hostile, urusan: hostile }
    for (const id of ['poster-a3', 'memori-alih-tugas', 'daftar-bukti', 'profil-iid-2026']) {
      const outline = build(id, innovation)
      for (const sign of ['\u0000', '\u0008', '\ud800']) expect(outlineTexts(outline).join(' ')).not.toContain(sign)
      expect((await writePdf(outline, write)).report.pages, id).toBeGreaterThan(0)
      expect((await writeDocx(outline, write)).bytes.length, id).toBeGreaterThan(1000)
    }
  })
})

describe('a proposal of any form', () => {
  const section = (key: string) => makeTarget({ kind: 'section', of: 'kipp-tujuh-bagian', key })
  const attachments = {
    'sk.pdf': makeAttachment({ name: 'sk.pdf', pages: 12 }),
    'foto.png': makeAttachment({ name: 'foto.png', width: 1200, height: 800, bytes: 66_000 }),
  }

  it('lists what is attached to a section behind its text, and photographs once more as pictures', () => {
    const evidence = [
      makeEvidence({ id: 'b1', title: 'SK penetapan', file: 'sk.pdf', targets: [section('signifikansi')] }),
      makeEvidence({ id: 'b2', title: 'Hari layanan', file: 'foto.png', targets: [section('signifikansi')] }),
      makeEvidence({ id: 'b3', title: 'Video', link: 'https://contoh.example/v', targets: [section('ringkasan')] }),
    ]
    const sections = { signifikansi: rich(paragraph('Tulisan signifikansi.')) }
    const proposals = { 'kipp-tujuh-bagian': { form: 'kipp-tujuh-bagian', header: {}, sections } }
    const outline = build('proposal-kipp', makeInnovation({ evidence, attachments, proposals }), { attachment: somePictures })
    const texts = outlineTexts(outline)
    const at = (text: string): number => texts.findIndex((one) => one.includes(text))
    expect(at('Video (https://contoh.example/v)')).toBeLessThan(at('Tulisan signifikansi.'))
    expect(at('SK penetapan (PDF, 12 halaman, 2,3 MB)')).toBeGreaterThan(at('Tulisan signifikansi.'))
    expect(at('Hari layanan (PNG, 1.200 × 800 piksel, 64 KB)')).toBeLessThan(at('4. Kontribusi'))
    expect(headingsOf(outline)).toContain('Lampiran Foto')
    expect(texts).toContain('Foto 1. Hari layanan')
  })
  it('tells by the closing date of the lab whether the innovation is old enough', () => {
    const header = (tanggal_mulai: string) => ({
      'kipp-tujuh-bagian': { form: 'kipp-tujuh-bagian', header: { tanggal_mulai }, sections: {} },
    })
    const lab = makeLab({ closings: { 'kipp-tujuh-bagian': '2026-06-30' } })
    const text = (start: string): string => allText(build('proposal-kipp', makeInnovation({ proposals: header(start) }), { lab }))
    expect(text('2024-06-30')).toContain(
      squeezed('2 tahun penuh pada penutupan pendaftaran 30 Juni 2026; syarat paling sedikit 2 tahun terpenuhi'),
    )
    expect(text('2024-07-01')).toContain(squeezed('1 tahun penuh pada penutupan pendaftaran 30 Juni 2026; kurang dari syarat 2 tahun'))
    expect(text('')).toContain(squeezed('belum dapat dihitung'))
  })
  it('names statements that are not attached, and shows the file of those that are', () => {
    const statement = makeTarget({ kind: 'statement', of: 'kipp-tujuh-bagian', key: 'pernyataan_implementasi' })
    const form = packs.flatMap(({ forms }) => forms).find(({ id }) => id === 'kipp-tujuh-bagian')
    const known = form?.statements[0]
    const evidence = [makeEvidence({ title: 'Surat bertanda tangan', file: 'sk.pdf', targets: [{ ...statement, key: known?.key ?? '' }] })]
    const table = tables(build('proposal-kipp', makeInnovation({ evidence, attachments }))).find(
      ({ alt }) => alt === 'Daftar surat dan dokumen yang dilampirkan',
    )
    const rows = table?.rows.map((row) =>
      row.map((one) => allText({ ...build('one-slide', makeInnovation()), cover: [], blocks: one.blocks })),
    )
    expect(rows?.[1]?.[1]).toContain(squeezed(known?.title.id ?? '?'))
    expect(rows?.[1]?.[3]).toBe(squeezed('Surat bertanda tangan (PDF, 12 halaman, 2,3 MB)'))
    expect(rows?.slice(2).some((row) => row[3] === squeezed('belum dilampirkan'))).toBe(true)
  })
  it('keeps every word of a section of 5,000 words and every column of a table of 40', () => {
    const cells = Array.from({ length: 40 }, (_, at) => ({ type: 'tableCell' as const, content: [paragraph(`kolom${at}`)] }))
    const table = { type: 'table' as const, content: [{ type: 'tableRow' as const, content: cells }] }
    const sections = { ringkasan: rich(paragraph(prose(5000)), table) }
    const text = allText(
      build('proposal-kipp', makeInnovation({ proposals: { 'kipp-tujuh-bagian': { form: 'kipp-tujuh-bagian', header: {}, sections } } })),
    )
    expect(text).toContain(squeezed(prose(5000)))
    for (let at = 0; at < 40; at += 1) expect(text).toContain(`kolom${at}`)
  })
})

describe('the profile for the index', () => {
  const set = () => packs.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'iid-2026')

  it('counts weight times the highest proven level, and calls the sum the own count', () => {
    const first = set()?.indicators[0]
    const target = makeTarget({ key: first?.key ?? '', level: 2 })
    const evidence = [makeEvidence({ title: 'SK', link: 'https://contoh.example', targets: [target] })]
    const maturity = { 'iid-2026': { [first?.key ?? '']: { level: 3, basis: '', note: '' } } }
    const outline = build('profil-iid-2026', makeInnovation({ evidence, maturity }))
    const table = tables(outline).find(({ rows }) => rows[0]?.length === 7)
    const row = table?.rows.find(
      (cells) => outlineTexts({ ...outline, cover: [], blocks: cells[0]?.blocks ?? [] })[0] === String(first?.no),
    )
    const printed = row?.map((one) => outlineTexts({ ...outline, cover: [], blocks: one.blocks })[0])
    const points = (first?.weight ?? 0) * 2
    expect(printed?.slice(2)).toEqual(['3', '2', String(first?.weight), String(points), 'SK'])
    const all = (set()?.indicators ?? []).reduce((sum, { weight }) => sum + weight * 3, 0)
    expect(outlineTexts(outline).join(' ')).toContain(`Jumlah ${points} dari ${all}`)
    expect(outlineTexts(outline).join(' ')).toContain('bukan penilaian resmi')
  })
  it('does not count evidence that was turned down', () => {
    const key = set()?.indicators[0]?.key ?? ''
    const evidence = [makeEvidence({ link: 'https://contoh.example', state: 'ditolak', targets: [makeTarget({ key, level: 3 })] })]
    expect(outlineTexts(build('profil-iid-2026', makeInnovation({ evidence }))).join(' ')).toContain('Jumlah 0 dari ')
  })
  it('fills its head with what the innovation knows', () => {
    const text = allText(build('profil-iid-2026', makeInnovation({ name: 'SIGAP', digital: true, urusan: 'Kesehatan' })))
    for (const one of ['SIGAP', 'Digital (daring)', 'Kesehatan', 'Dinas Kependudukan dan Pencatatan Sipil'])
      expect(text).toContain(squeezed(one))
  })
})

describe('posters and slides', () => {
  const poster = (fields: Record<string, string>) =>
    makeInnovation({ canvases: { 'papan-display': makeCanvas({ def: 'papan-display', fields }) } })
  const figures = (outline: Outline) => outline.blocks.flatMap((block) => (block.b === 'figure' ? [block] : []))
  const smallestType = (outline: Outline): number =>
    Math.min(
      ...figures(outline).flatMap(({ figure, zoom = 1 }) =>
        figure.shapes.flatMap((shape) => (shape.t === 'text' ? [shape.size * 0.75 * zoom] : [])),
      ),
    )

  it('print nothing on a wall that cannot be read from it', () => {
    const innovation = poster({ tagline: 'Obat datang', sebelum: prose(40), sesudah: prose(40), tahapan: prose(50) })
    expect(smallestType(build('poster-a3', innovation))).toBeGreaterThanOrEqual(12)
    expect(smallestType(build('poster-a1', innovation))).toBeGreaterThanOrEqual(24)
  })
  it('take one sheet for what a team usually writes, and as few as they can for more', () => {
    const usual = poster({
      tagline: 'Obat datang',
      sebelum: prose(35),
      sesudah: prose(35),
      tahapan: prose(45),
      foto_sebelum: 'foto-a.png',
      foto_sesudah: 'foto-b.png',
    })
    expect(figures(build('poster-a3', usual, { attachment: somePictures }))).toHaveLength(1)
    const long = poster({ sebelum: prose(400), sesudah: prose(400), tahapan: prose(300) })
    const sheets = figures(build('poster-a3', long))
    expect(sheets.length).toBeGreaterThan(1)
    const words = squeezed(sheets.flatMap(({ figure }) => figureTexts(figure)).join(' '))
    expect(words.length).toBeGreaterThan(squeezed(prose(1100)).length)
  })
  it('fill their sheet while nothing was written yet, with the places of the photographs kept', () => {
    for (const { figure } of figures(build('poster-a3', poster({})))) {
      const boxes = figure.shapes.flatMap((shape) => (shape.t === 'rect' && shape.r !== undefined ? [shape] : []))
      const foot = Math.max(...boxes.map(({ y, h }) => y + h))
      expect(foot).toBeGreaterThan(figure.height * 0.95)
      expect(Math.max(...boxes.map(({ h }) => h))).toBeLessThan(figure.height * 0.45)
    }
  })
  it('show no telephone of a contact, and no hint for those who fill in the form', () => {
    const text = allText(build('poster-a3', poster({ kontak: 'Loket, HP 0812-3456-7890, jam 08.00-16.00' })))
    expect(text).toContain(squeezed('Loket, jam 08.00-16.00'))
    expect(text).not.toMatch(/0812|nomorpribadi|Kepalaposter/u)
  })
  it('make a poster of the slide and the first pair of photographs where the board is empty', () => {
    const innovation = makeInnovation({
      canvases: {
        'one-slide': makeCanvas({ def: 'one-slide', fields: { masalah: 'Antre dua jam', manfaat: 'Semua lansia' } }),
        'before-after': makeCanvas({
          def: 'before-after',
          items: makeItems([{ values: { foto_sebelum: 'foto-a.png', foto_sesudah: 'foto-b.png' } }]),
        }),
      },
    })
    const outline = build('poster-a3', innovation, { attachment: somePictures })
    expect(allText(outline)).toContain('Antreduajam')
    expect(Object.keys(outline.pictures ?? {}).sort()).toEqual(['foto-a.png', 'foto-b.png'])
  })
})

describe('the action plan', () => {
  const plan = (months: readonly (readonly string[])[]) =>
    makeInnovation({
      canvases: {
        'rencana-aksi': makeCanvas({
          def: 'rencana-aksi',
          settings: { years: [...new Set(months.flat().map((month) => month.slice(0, 4)))] },
          items: makeItems(months.map((waktu, at) => ({ text: `Langkah ${at}`, values: { fase: 'persiapan', waktu, biaya: 1000 } }))),
        }),
      },
    })
  const heads = (outline: Outline) => {
    const table = tables(outline).find(({ headRows }) => headRows === 2)
    return table?.rows.slice(0, 2).map((row) => row.flatMap((one) => outlineTexts({ ...outline, cover: [], blocks: one.blocks })))
  }

  it('has only the months from the first to the last in which something is done', () => {
    const [, months] = heads(build('rencana-aksi', plan([['2026-05'], ['2026-07', '2026-08']]))) ?? []
    expect(months).toEqual(['M', 'J', 'J', 'A'])
  })
  it('goes over to quarters, which begin anew with the year, where the months are too many for the page', () => {
    const [upper, quarters] = heads(build('rencana-aksi', plan([['2026-05'], ['2027-12']]))) ?? []
    expect(upper?.filter((text) => text.startsWith('Waktu'))).toEqual(['Waktu 2026', 'Waktu 2027'])
    expect(quarters).toEqual(['TW II', 'TW III', 'TW IV', 'TW I', 'TW II', 'TW III', 'TW IV'])
  })
  it('stands in an annex without the months in which nothing is done, too', () => {
    const [, months] = heads(build('panduan-replikasi', plan([['2026-05'], ['2026-07', '2026-08']]))) ?? []
    expect(months).toEqual(['M', 'J', 'J', 'A'])
  })
  it('is signed before its attachments, of which the empty ones are named in one line', () => {
    const { blocks } = build('rencana-aksi', plan([['2026-05']]))
    const signed = blocks.findIndex(({ b }) => b === 'signature')
    const annex = blocks.findIndex((block) => block.b === 'heading' && block.text === 'Lampiran')
    expect(signed).toBeGreaterThan(0)
    expect(annex).toBeGreaterThan(signed)
    expect(blocks.slice(annex + 1).map(({ b }) => b)).toEqual(['para'])
  })
})

describe('photographs and evidence', () => {
  it('leave a visible note for a picture that is gone or damaged', () => {
    const items = makeItems([
      { text: 'Loket', values: { foto_sebelum: 'foto-ada.png', foto_sesudah: 'hilang.png', sebelum: 'a', sesudah: 'b' } },
    ])
    const innovation = makeInnovation({ canvases: { 'before-after': makeCanvas({ def: 'before-after', items }) } })
    const outline = build('sebelum-sesudah', innovation, { attachment: somePictures })
    const pictures = tables(outline).flatMap(({ rows }) =>
      rows.flat().flatMap(({ blocks }) => blocks.filter((block): block is Extract<Block, { b: 'picture' }> => block.b === 'picture')),
    )
    expect(pictures.map(({ bytes }) => bytes !== null)).toEqual([true, false])
    expect(pictures[1]?.alt).toBe('Loket: sesudah')
  })
  it('say of each piece of evidence what it proves, its file, pages, size and state', () => {
    const first = packs.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'iid-2026')?.indicators[0]
    const evidence = [
      makeEvidence({ title: 'SK', file: 'sk.pdf', state: 'sah', targets: [makeTarget({ key: first?.key ?? '', level: 2 })] }),
      makeEvidence({ id: 'b2', title: 'Rekap', file: 'tiada.pdf' }),
    ]
    const attachments = { 'sk.pdf': makeAttachment({ name: 'sk.pdf', pages: 1, bytes: 900_000 }) }
    const text = allText(build('daftar-bukti', makeInnovation({ evidence, attachments })))
    for (const one of [
      'SK',
      `${first?.title.id}, tingkat 2`,
      'PDF, 1 halaman, 879 KB',
      'sah',
      'berkas tidak ada di lab ini',
      'belum dikaitkan',
    ])
      expect(text).toContain(squeezed(one))
  })
})
