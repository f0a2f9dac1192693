import { beforeAll, describe, expect, it } from 'vitest'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { publicContact, publicText } from '#core/documents/build/public-text.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { Packs } from '#shared/rules/packs.ts'
import { makeCanvas, makeInnovation, makeItems, randomInnovation } from '#test/makers/innovation.ts'
import { makeLab, makeUnit } from '#test/makers/lab.ts'
import { prose } from '#test/makers/outline.ts'
import { allText, outlineTexts, squeezed } from '#test/makers/outline-texts.ts'
import { defIn, headingsOf, idsOf, shippedPacks, somePictures, sourceOf } from './innovation-source.ts'

let packs: Packs
beforeAll(async () => {
  packs = await shippedPacks()
})
const directory = (innovations: readonly Innovation[], over: Partial<DocumentSource> = {}): Outline =>
  buildDocument(defIn(packs, 'direktori-inovasi'), sourceOf(packs, { innovations, ...over }))

const profile = (fields: Record<string, string>) => ({ 'profil-direktori': makeCanvas({ def: 'profil-direktori', fields }) })
const entries = (outline: Outline) =>
  outline.blocks.flatMap((block) => (block.b === 'heading' && block.id.startsWith('inovasi-') ? [block.text] : []))

describe('the directory', () => {
  it('goes by unit, then by name, and leaves out what is archived', () => {
    const lab = makeLab({ units: [makeUnit({ id: 'z', name: 'Dinas Pangan' }), makeUnit({ id: 'a', name: 'Bagian Hukum' })] })
    const outline = directory(
      [
        makeInnovation({ id: '1', name: 'ZEBRA', unit: 'z' }),
        makeInnovation({ id: '2', name: 'Bunga', unit: 'z' }),
        makeInnovation({ id: '3', name: 'Ayam', unit: null }),
        makeInnovation({ id: '4', name: 'Cicak', unit: 'a' }),
        makeInnovation({ id: '5', name: 'Diarsipkan', unit: 'a', archived: true }),
      ],
      { lab },
    )
    expect(entries(outline)).toEqual(['Cicak', 'Bunga', 'ZEBRA', 'Ayam'])
    expect(headingsOf(outline).filter((text) => /^(?:Dinas|Bagian|Unit)/u.test(text))).toEqual([
      'Bagian Hukum',
      'Dinas Pangan',
      'Unit belum ditentukan',
    ])
    expect(allText(outline)).not.toContain('Diarsipkan')
  })
  it('tells of an innovation in the order in which a reader asks', () => {
    const canvases = {
      ...profile({
        latar_belakang: 'Antre dua jam.',
        tahapan_proses: 'Ambil nomor\nDatang',
        manfaat: 'Lebih cepat',
        prasyarat_replikasi: 'Satu printer',
        kontak: 'Loket utama',
      }),
      'form-ide': makeCanvas({ def: 'form-ide', fields: { ide_inovasi: 'Nomor dari rumah.' } }),
      'before-after': makeCanvas({
        def: 'before-after',
        items: makeItems([{ text: 'Waktu tunggu', values: { sebelum: '120 menit', sesudah: '20 menit' } }]),
      }),
      'dampak-mikro': makeCanvas({
        def: 'dampak-mikro',
        items: makeItems([{ text: 'Persyaratan', values: { satuan: 'berkas', sebelum: 8, sesudah: 4 } }]),
      }),
    }
    const texts = outlineTexts(directory([makeInnovation({ summary: 'Antre dari rumah.', canvases })]))
    const places = [
      'Antre dari rumah.',
      'Antre dua jam.',
      'Nomor dari rumah.',
      'Ambil nomor',
      '120 menit',
      'Persyaratan',
      '-50 %',
      'Lebih cepat',
      'Satu printer',
      'Loket utama',
    ].map((text) => texts.findIndex((one) => one.replaceAll('\u00a0', ' ').includes(text)))
    expect(places.every((place) => place > 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })
  it('names what is not there in one line for each innovation', () => {
    const texts = outlineTexts(directory([makeInnovation()]))
    expect(texts.filter((text) => text.startsWith('Belum diisi: '))).toEqual([
      'Belum diisi: Ringkasan, Masalah, Gagasan, Cara kerja, Sebelum dan sesudah, Hasil terukur, Manfaat, Yang disiapkan untuk meniru.',
    ])
  })
  it('shows on its cover pictures of innovations, where there are two at least', () => {
    const pictured = (id: string) =>
      makeInnovation({ id, name: id, canvases: { 'one-slide': makeCanvas({ def: 'one-slide', fields: { foto: `foto-${id}.png` } }) } })
    const shown = (innovations: readonly Innovation[]) =>
      directory(innovations, { attachment: somePictures }).cover.flatMap((block) => (block.b === 'table' ? (block.rows[0] ?? []) : []))
        .length
    expect([1, 2, 5].map((n) => shown(Array.from({ length: n }, (_, at) => pictured(`i${at}`))))).toEqual([0, 2, 3])
  })
  it('lists every innovation in every index, under a heading that exists', () => {
    const innovations = Array.from({ length: 12 }, (_, at) =>
      makeInnovation({
        id: `i${at}`,
        name: `Inovasi ${at}`,
        urusan: at % 2 === 0 ? 'Kesehatan' : '',
        kind: at % 3 === 0 ? 'produk' : null,
      }),
    )
    const outline = directory(innovations)
    const indexes = outline.blocks.filter((block): block is Extract<Block, { b: 'index' }> => block.b === 'index')
    expect(indexes).toHaveLength(4)
    const ids = new Set(idsOf(outline))
    for (const { groups } of indexes) {
      const all = groups.flatMap((group) => group.entries)
      expect(all.map(({ text }) => text).sort()).toEqual(innovations.map(({ name }) => name).sort())
      for (const { id } of all) expect(ids.has(id)).toBe(true)
    }
    expect(ids.size).toBe(idsOf(outline).length)
  })
  it('shows neither NIP nor telephone, wherever somebody wrote one', () => {
    const canvases = profile({
      kontak: 'Loket, telp (0755) 20001, jam 08.00-16.00',
      latar_belakang: 'Hubungi Rina 081234567890, NIP 198001012005011002.',
    })
    const text = allText(directory([makeInnovation({ canvases, summary: 'WA +62 812-3456-7890' })]))
    expect(text).not.toMatch(/20001|81234567890|812-3456|198001012005011002/u)
    expect(text).toContain(squeezed('Loket, jam 08.00-16.00'))
  })
  it('keeps amounts of money, years and postal codes', () => {
    expect(publicText('Rp3.815.700 pada 2024-2026, 12.500.000 orang')).toBe('Rp3.815.700 pada 2024-2026, 12.500.000 orang')
    expect(publicContact('Jalan Contoh 12, Solok 27317, posel a@b.example')).toBe('Jalan Contoh 12, Solok 27317, posel a@b.example')
  })
  it('asks only for the pictures it shows, one for each innovation', () => {
    const asked: string[] = []
    const one = (at: number): Innovation => {
      const items = makeItems([{ values: { foto_sebelum: `foto-a${at}.png`, foto_sesudah: `foto-b${at}.png`, sesudah: 'x' } }])
      return makeInnovation({ id: `i${at}`, canvases: { 'before-after': makeCanvas({ def: 'before-after', items }) } })
    }
    directory([one(1), one(2)], {
      attachment: (name) => {
        asked.push(name)
        return somePictures(name)
      },
    })
    expect([...new Set(asked.filter((name) => name !== ''))].sort()).toEqual(['foto-b1.png', 'foto-b2.png'])
  })
  it('is built of nothing, of hostile text and of a very long answer', () => {
    expect(allText(directory([]))).toContain(squeezed('Belum ada inovasi di lab ini.'))
    const hostile = 'a\u0000 <w:t>&amp;]]> שלום 😀 \ud800'
    const text = allText(directory([makeInnovation({ name: hostile, longName: hostile, summary: prose(5000) })]))
    expect(text).toContain(squeezed(prose(5000)))
    for (const sign of ['\u0000', '\ud800']) expect(text).not.toContain(sign)
  })
  it('builds 190 innovations well under a second', () => {
    const innovations = Array.from({ length: 190 }, (_, at) => randomInnovation(at + 1, 12))
    directory(innovations.slice(0, 5))
    const began = process.cpuUsage()
    const outline = directory(innovations)
    // What this process itself worked: others may be busy beside it.
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(900)
    expect(entries(outline)).toHaveLength(190)
  })
})
