import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { readItems } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { parseCsv } from '#shared/rules/cell-text.ts'
import { planIncoming } from '#shared/rules/incoming.ts'
import { canvasOf, type Packs } from '#shared/rules/packs.ts'
import { nodesOf, treeOf } from '#shared/rules/tree.ts'
import { filled } from '#test/documents/filled.ts'
import { makeInnovation, makeLink } from '#test/makers/innovation.ts'
import { canvasCsv, canvasJson, canvasPictures, picturesIn, svgOf } from '../../../../renderer/features/canvas/export.ts'
import { addRows } from '../../../../renderer/features/canvas/transfer/import-edits.ts'
import { decoded, fileTable, looksBinary, looksLikeWorkbook, pastedTable } from '../../../../renderer/lab/read-table.ts'
import { makeDesk } from './desk.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../../templates/packs', import.meta.url).pathname)).packs
})
const defOf = (id: string): CanvasDef => {
  const def = canvasOf(packs, id)
  if (def === undefined) throw new Error(`no canvas ${id}`)
  return def
}
const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => new Uint8Array(Buffer.from(text, encoding))

describe('a file of text', () => {
  it('is read as whatever wrote it', () => {
    const text = 'Nama;Unit\r\nSëkda – "Rp";é'
    expect(decoded(bytes(`\ufeff${text}`)).replace('\ufeff', '')).toBe(text)
    expect(decoded(bytes(text))).toBe(text)
    expect(decoded(bytes(`\ufeff${text}`, 'utf16le')).replace('\ufeff', '')).toBe(text)
    expect(decoded(bytes('Nama\tUnit\r\nRina\tDinkes', 'utf16le'))).toBe('Nama\tUnit\r\nRina\tDinkes')
    expect(decoded(new Uint8Array([0x53, 0xeb, 0x6b, 0x64, 0x61, 0x20, 0x96, 0x20, 0x93, 0x52, 0x70, 0x94]))).toBe('Sëkda – “Rp”')
  })
  it('has its cells parted by whatever parts them, quotes and line ends inside kept', () => {
    expect(fileTable(bytes('A;B\n"satu; dua";"baris\nkedua"\n;;\n'), 'csv')).toEqual([
      ['A', 'B'],
      ['satu; dua', 'baris\nkedua'],
    ])
    expect(fileTable(bytes('A,B\n1,2\n'), 'csv')).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ])
    expect(fileTable(bytes('A\tB\n1\t2'), 'tsv')).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ])
  })
  it('is told from a workbook and from what is no text', () => {
    expect(looksLikeWorkbook(bytes('PK\u0003\u0004'))).toBe(true)
    expect(looksBinary(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 0, 3]))).toBe(true)
    expect(looksBinary(bytes('Nama;Unit', 'utf16le'))).toBe(false)
    expect(looksBinary(bytes('Nama;Unit'))).toBe(false)
  })
})

describe('what is pasted', () => {
  it('is one row a line, without signs of a list, where nothing parts cells', () => {
    expect(pastedTable('- Antrean panjang, tiap Senin\n2. Berkas hilang\n\n')).toEqual([['Antrean panjang, tiap Senin'], ['Berkas hilang']])
  })
  it('is a table where it comes from a spreadsheet', () => {
    expect(pastedTable('Isu\tU\tS\nA\t4\t5\nB\t3')).toEqual([
      ['Isu', 'U', 'S'],
      ['A', '4', '5'],
      ['B', '3', ''],
    ])
  })
  it('is nothing when there is nothing', () => expect(pastedTable(' \n ')).toEqual([]))
})

describe('rows that come in', () => {
  const desk = () => makeDesk(byPerson)
  const plan = (id: string, table: readonly (readonly string[])[]) => planIncoming(defOf(id), {}, table, 'id').rows
  it('stand behind what is there, in their order, and change nothing', () => {
    const here = desk()
    addRows(
      here,
      defOf('usg'),
      plan('usg', [
        ['Isu', 'U'],
        ['Pertama', '4'],
      ]),
    )
    const before = readItems(here.doc, here.canvas)
    const ids = addRows(
      here,
      defOf('usg'),
      plan('usg', [['Isu', 'U', 'S'], ...Array.from({ length: 300 }, (_, at) => [`Isu ${at}`, '3', '5'])]),
    )
    const after = readItems(here.doc, here.canvas)
    expect(after.slice(0, 1)).toEqual(before)
    expect(after.slice(1).map(({ id }) => id)).toEqual(ids)
    expect(after.slice(1).map(({ text }) => text)).toEqual(Array.from({ length: 300 }, (_, at) => `Isu ${at}`))
    expect(after[5]?.values).toEqual({ u: 3, s: 5 })
  })
  it('become notes in their zone with its colour, signed by whom they name', () => {
    const here = desk()
    const def = defOf('harapan-kekhawatiran')
    if (def.kind !== 'board') throw new Error('no board')
    const zone = def.zones[1]
    addRows(
      here,
      def,
      plan(def.id, [
        ['Isi', 'Kolom', 'Penulis'],
        ['Takut gagal', zone?.label.id ?? '', 'Tuti'],
      ]),
    )
    expect(readItems(here.doc, here.canvas)[0]).toMatchObject({ text: 'Takut gagal', zone: zone?.key, color: zone?.color, author: 'Tuti' })
  })
  it('hang under the core of a tree, or under the node they name, here or on the canvas', () => {
    const here = desk()
    const def = defOf('pohon-masalah')
    addRows(
      here,
      def,
      plan(def.id, [
        ['Isi', 'Tingkat'],
        ['Akta terlambat', def.kind === 'tree' ? def.levels.core.id : ''],
      ]),
    )
    addRows(
      here,
      def,
      plan(def.id, [
        ['Isi', 'Induk'],
        ['Loket jauh', ''],
        ['Jalan rusak', 'loket jauh'],
        ['Inti kedua', 'akta terlambat'],
      ]),
    )
    const tree = treeOf(readItems(here.doc, here.canvas))
    expect(tree.core?.text).toBe('Akta terlambat')
    expect(tree.causes.map((node) => [node.item.text, node.children.map((child) => child.item.text)])).toEqual([
      ['Loket jauh', ['Jalan rusak']],
      ['Inti kedua', []],
    ])
  })
  it('never make a circle, however their parents are named', () => {
    const here = desk()
    const def = defOf('pohon-masalah')
    addRows(
      here,
      def,
      plan(def.id, [
        ['Isi', 'Induk'],
        ['A', 'C'],
        ['B', 'A'],
        ['C', 'B'],
        ['D', 'D'],
        ['E', 'A'],
      ]),
    )
    const tree = treeOf(readItems(here.doc, here.canvas))
    expect(
      nodesOf([...tree.effects, ...tree.causes])
        .map((node) => node.item.text)
        .sort(),
    ).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(tree.causes.length).toBeGreaterThan(0)
  })
  it('become respondents of a survey', () => {
    const here = desk()
    const def = defOf('survei-kesiapan')
    const question = def.kind === 'form' ? def.fields.find((field) => field.type === 'scale') : undefined
    addRows(
      here,
      def,
      plan(def.id, [
        ['Responden', question?.label.id ?? ''],
        ['Rina', '3'],
      ]),
    )
    expect(readItems(here.doc, here.canvas)[0]).toMatchObject({ text: 'Rina', values: { [question?.key ?? '']: 3 } })
  })
})

describe('a canvas as a file of the page', () => {
  it('has a picture of every kind that is well-formed, with its photos in it', () => {
    for (const def of packs.flatMap((pack) => pack.canvases)) {
      const { canvas } = filled(def, { seed: 2, photo: 'foto.png' })
      const figures = canvasPictures(def, makeInnovation({ canvases: { [def.id]: canvas } }), canvas, {
        language: 'id',
        today: '2026-06-29',
      })
      expect(figures.length, def.id).toBeGreaterThan(0)
      const svg = figures.map((figure) => svgOf(figure, (name) => `data:image/png;base64,${name}`)).join('')
      expect(svg, def.id).not.toMatch(/NaN|Infinity|undefined/u)
      if (picturesIn(figures).length > 0) expect(svg).toContain('href="data:image/png;base64,foto.png"')
    }
  })
  it('gives rows that come back as they went out', () => {
    const def = defOf('rencana-aksi')
    const { canvas } = filled(def, { items: 5 })
    const table = parseCsv(canvasCsv(def, canvas, 'id', '2026-06-29'))
    const back = planIncoming(def, {}, table, 'id')
    expect(back.refused).toEqual([])
    const byText = new Map(canvas.items.map((item) => [item.text, item.values]))
    expect(back.rows).toHaveLength(5)
    for (const row of back.rows)
      expect(row.values).toMatchObject({ biaya: byText.get(row.text)?.biaya, waktu: byText.get(row.text)?.waktu })
  })
  it('keeps all there is to know as data: entries, settings, trail, reviews and the pack', () => {
    const def = defOf('usg')
    const { canvas } = filled(def, { items: 2 })
    const link = makeLink({ from: { place: 'item', of: 'usg', key: 'i0', quote: 'x' } })
    const innovation = makeInnovation({ canvases: { usg: canvas }, trail: [link, makeLink({ id: 'lain' })] })
    const json = JSON.parse(
      canvasJson(def, innovation, { ...canvas, settings: { scoring: 'each' } }, { id: 'kanvas-dasar', version: 2 }),
    ) as Record<string, unknown> // our own file
    expect(json).toMatchObject({
      definition: { id: 'usg', pack: { id: 'kanvas-dasar', version: 2 } },
      settings: { scoring: 'each' },
      trail: [{ id: 'link-1' }],
    })
    expect(json.items).toHaveLength(2)
  })
})
