import { beforeAll, describe, expect, it } from 'vitest'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { loadPacks } from '#core/packs/packs.ts'
import type { Outline } from '#shared/model/outline.ts'
import { emptyKop } from '#shared/rules/blank.ts'
import { documentOf, type Packs } from '#shared/rules/packs.ts'
import { makeCanvas, makeInnovation, makeItems } from '#test/makers/innovation.ts'
import { makeLab, makeUnit } from '#test/makers/lab.ts'
import { blockTexts, outlineTexts } from '#test/makers/outline-texts.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../../../templates/packs', import.meta.url).pathname)).packs
})
function build(id: string, over: Partial<DocumentSource> = {}): Outline {
  const def = documentOf(packs, id)
  if (def === undefined) throw new Error(`no document ${id}`)
  return buildDocument(def, { lab: makeLab(), packs, language: 'id', paper: 'A4', date: '2026-08-13', attachment: () => null, ...over })
}

describe('the idea form', () => {
  it("keeps LAN's halves and quarters: rows of twelve twelfths", () => {
    const outline = build('form-ide', { innovation: makeInnovation() })
    const boxes = outline.blocks.find((block) => block.b === 'table' && block.ruled)
    const spans = boxes?.b === 'table' ? boxes.rows.map((row) => row.map((cell) => cell.colSpan)) : []
    expect(spans).toEqual([[12], [12], [6, 6], [3, 3, 3, 3], [12], [12], [12]])
  })
  it('lets the last box of a short row take the rest of it', () => {
    // Without its last field the form ends in a half.
    const shorter = packs.map((pack) => ({
      ...pack,
      canvases: pack.canvases.map((canvas) => (canvas.kind === 'form' ? { ...canvas, fields: canvas.fields.slice(0, -1) } : canvas)),
    }))
    const boxes = build('form-ide', { innovation: makeInnovation(), packs: shorter }).blocks.find(
      (block) => block.b === 'table' && block.ruled,
    )
    expect(boxes?.b === 'table' && boxes.rows.at(-1)?.map((cell) => cell.colSpan)).toEqual([12])
  })
  it('holds every answer and every response of the coach with what came before it', () => {
    const innovation = makeInnovation({
      canvases: {
        'form-ide': makeCanvas({
          def: 'form-ide',
          fields: { contact: 'Rina', latar_belakang: 'Baris satu\nBaris dua', usulan: 'replikasi', isian_lama: 'Tetap ada' },
        }),
      },
      reviews: {
        'form-ide/latar_belakang': {
          state: 'ok',
          remark: 'Cukup',
          by: 'Dian',
          at: '2026-04-24T02:10:00Z',
          history: [{ state: 'perlu_perbaikan', remark: 'Tambah angka', by: 'Dian', at: '2026-04-18T03:05:00Z' }],
        },
      },
      rounds: { 'form-ide': [{ kind: 'submitted', by: 'Rina', at: '2026-04-17T18:00:00Z', remark: '' }] },
    })
    const texts = outlineTexts(build('form-ide', { innovation }))
    expect(texts).toEqual(
      expect.arrayContaining([
        'Baris satu',
        'Baris dua',
        'Replikasi',
        'Tetap ada',
        'Sudah OK',
        'Cukup',
        'Dian',
        '24 Apr 2026',
        'Sebelumnya: perlu perbaikan. Tambah angka',
      ]),
    )
    // 18.00 UTC is already the next day in Solok.
    expect(texts).toContain('Diajukan (Rina, 18 Apr 2026)')
    expect(texts.filter((text) => text === 'Belum ditinjau')).toHaveLength(10)
  })
  it('is signed by the person in charge and the head of the unit', () => {
    const innovation = makeInnovation({ canvases: { 'form-ide': makeCanvas({ def: 'form-ide', fields: { contact: 'Rina' } }) } })
    const signature = build('form-ide', { innovation }).blocks.at(-1)
    expect(signature?.b === 'signature' && signature.columns.map((one) => one.name)).toEqual(['Rina', 'Contoh Kepala'])
  })
  it('needs an innovation', () => {
    expect(() => build('form-ide')).toThrow(/needs an innovation/)
  })
})

describe('the recap of ideas', () => {
  const lab = makeLab({
    units: [makeUnit({ id: 'a', name: 'Dinas A' }), makeUnit({ id: 'b', name: 'Dinas B' }), makeUnit({ id: 'c', name: 'Dinas C' })],
  })
  it('lists innovations by unit, with the problem from the tree or else from the form', () => {
    const innovations = [
      makeInnovation({
        id: '2',
        name: 'Z',
        unit: 'b',
        canvases: {
          'form-ide': makeCanvas({
            def: 'form-ide',
            fields: { latar_belakang: 'Dari formulir', ide_inovasi: 'Gagasan', usulan: 'ide_baru' },
          }),
        },
      }),
      makeInnovation({
        id: '1',
        name: 'A',
        unit: 'b',
        canvases: { 'pohon-masalah': makeCanvas({ def: 'pohon-masalah', items: makeItems([{ role: 'core', text: 'Dari pohon' }]) }) },
      }),
      makeInnovation({ id: '3', name: 'TANPA', unit: 'hilang' }),
      makeInnovation({ id: '4', name: 'ARSIP', unit: 'a', archived: true }),
      makeInnovation({ id: '5', name: 'PERTAMA', unit: 'a' }),
    ]
    const outline = build('rekap-ide', { lab, innovations })
    expect(outline.orientation).toBe('landscape')
    const table = outline.blocks.find((block) => block.b === 'table')
    const rows =
      table?.b === 'table' ? table.rows.slice(1).map((row) => row.flatMap((cell) => cell.blocks.flatMap(blockTexts)).join('|')) : []
    expect(rows.map((row) => row.split('|').slice(0, 3).join(' '))).toEqual([
      '1 Dinas A PERTAMA',
      '2 Dinas B A',
      '3 Dinas B Z',
      '4 Unit belum ditentukan TANPA',
    ])
    expect(rows[1]).toContain('Dari pohon')
    expect(rows[2]).toContain('Dari formulir|Gagasan|Proses|Ide baru|Diagnose|Belum diajukan')
    const texts = outlineTexts(outline)
    expect(texts).toContain('Jumlah: 4 inovasi dari 2 unit.')
    expect(texts).toContain('Unit yang belum mempunyai ide (1): Dinas C.')
  })
  it('builds for a lab without any innovation', () => {
    expect(outlineTexts(build('rekap-ide', { lab, innovations: [] }))).toContain(
      'Unit yang belum mempunyai ide (3): Dinas A; Dinas B; Dinas C.',
    )
  })
})

describe('the letterhead', () => {
  it('prints the lines that are filled in and joins the contacts', () => {
    const [kop] = build('form-ide', {
      innovation: makeInnovation(),
      lab: makeLab({
        kop: { ...emptyKop, baris1: 'PEMERINTAH KOTA SOLOK', alamat: 'Jalan A', telepon: '(0755) 1', laman: 'solok.example' },
      }),
    }).blocks
    expect(kop).toEqual({
      b: 'kop',
      kind: 'perangkat_daerah',
      baris1: 'PEMERINTAH KOTA SOLOK',
      baris2: '',
      lines: ['Jalan A', 'Telepon (0755) 1 · Laman solok.example'],
      logo: null,
    })
  })
})
