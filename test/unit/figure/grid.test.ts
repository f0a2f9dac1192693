import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { canvasFigures } from '#shared/figure/figures.ts'
import { measure } from '#shared/figure/metrics.ts'
import { type PrintedTable, printedGrid } from '#shared/figure/printed-table.ts'
import { splitTable } from '#shared/figure/split-table.ts'
import { figureToSvg } from '#shared/figure/svg.ts'
import type { Figure } from '#shared/model/figure.ts'
import type { Canvas } from '#shared/model/lab.ts'
import type { GridDef } from '#shared/model/pack.ts'
import { canvasOf, type Packs } from '#shared/rules/packs.ts'
import { filled } from '#test/documents/filled.ts'
import { makeCanvas, makeItems } from '#test/makers/innovation.ts'
import { figureTexts, squeezed } from '#test/makers/outline-texts.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../templates/packs', import.meta.url).pathname)).packs
})
function gridOf(id: string): GridDef {
  const def = canvasOf(packs, id)
  if (def?.kind !== 'grid') throw new Error(`no grid ${id}`)
  return def
}
const draw = (def: GridDef, canvas: Canvas, width = 900, height = 600): readonly Figure[] =>
  canvasFigures(def, canvas, { size: { width, height }, language: 'id', today: '2026-06-29' }).figures
const allText = (figures: readonly Figure[]): string => squeezed(figures.flatMap(figureTexts).join(''))
const cells = (table: PrintedTable): readonly (readonly string[])[] =>
  table.rows.map((row) => (row.kind === 'group' ? [`# ${row.title}`] : row.cells.map(({ text }) => text)))

describe('a grid as pictures', () => {
  it('shows every text of every grid of the packs, on pages no larger than asked for', () => {
    for (const def of packs.flatMap((pack) => pack.canvases)) {
      if (def.kind !== 'grid') continue
      const { canvas, texts } = filled(def, { seed: 6, items: 14 })
      const figures = draw(def, canvas)
      const heads = new Set(Object.values(canvas.fields))
      const text = allText(figures)
      for (const one of texts) if (!heads.has(one)) expect(text, `${def.id}: ${one}`).toContain(squeezed(one))
      for (const figure of figures) {
        expect(figure.width).toBeLessThanOrEqual(900)
        expect(figure.height).toBeLessThanOrEqual(601)
        for (const shape of figure.shapes)
          if (shape.t === 'text') expect(shape.y + (shape.lines.length - 1) * shape.lead).toBeLessThanOrEqual(figure.height)
      }
    }
  })
  it('repeats its head on every page and goes on with a row that is taller than a page', () => {
    const def = gridOf('usg')
    const long = Array.from({ length: 500 }, (_, at) => `kata${at}`).join(' ')
    const figures = draw(def, makeCanvas({ def: 'usg', items: makeItems([{ text: long }, { text: 'pendek' }]) }), 600, 300)
    expect(figures.length).toBeGreaterThan(3)
    for (const figure of figures.slice(0, -1)) expect(figureTexts(figure)).toContain('Isu')
    const text = allText(figures)
    for (let at = 0; at < 500; at += 1) expect(text).toContain(`kata${at}`)
    expect(text).toContain('pendek')
  })
  it('is one well-formed picture whatever is written in it, also on paper too narrow for a letter', () => {
    const def = gridOf('rencana-aksi')
    const { canvas } = filled(def, { poison: ' <b>&\u0000\ud800 👩‍⚕️' })
    for (const figure of draw(def, canvas, 40, 60)) {
      const svg = figureToSvg(figure, 'Arimo')
      expect(svg.startsWith('<svg')).toBe(true)
      expect(svg).not.toMatch(/<b>|\p{Cc}|NaN|Infinity/u)
    }
  })
})

describe('the table of a grid', () => {
  it('puts rows under their groups with totals, and says what is empty', () => {
    const def = gridOf('rencana-aksi')
    const biaya = def.columns.find(({ total }) => total === 'sum')
    const phase = def.columns.find(({ key }) => key === def.groupBy)?.options ?? []
    if (biaya === undefined) throw new Error('no total')
    const items = makeItems([
      { text: 'A', values: { [def.groupBy ?? '']: phase[0]?.key ?? '', [biaya.key]: 1_000_000 } },
      { text: 'B', values: { [def.groupBy ?? '']: phase[0]?.key ?? '', [biaya.key]: 250_000 } },
    ])
    const rows = cells(printedGrid(def, makeCanvas({ def: def.id, items }), { language: 'id', year: '2026' }).table)
    expect(rows[0]).toEqual([`# ${phase[0]?.label.id}`])
    expect(rows[3]).toContain('Rp1.250.000')
    expect(rows[3]).toContain(`Jumlah ${phase[0]?.label.id}`)
    expect(rows[4]).toEqual([
      `# ${phase
        .slice(1)
        .map(({ label }) => label.id)
        .join(', ')}: belum ada baris`,
    ])
    expect(rows.at(-1)).toContain('Rp1.250.000')
  })
  it('gives a missing score as a dash, and the spread of what several people gave', () => {
    const def = gridOf('usg')
    const items = makeItems([{ text: 'A', scores: { u: { Rina: 2, Dian: 5 } } }, { text: 'B' }])
    const settings = { scoring: 'each' as const, voters: ['Rina', 'Dian'] }
    const { table, legend } = printedGrid(def, makeCanvas({ def: 'usg', items, settings }), { language: 'id' })
    const row = table.rows.find((one) => one.kind === 'row' && one.cells.some(({ text }) => text === 'A'))
    expect(row?.kind === 'row' ? row.cells[2] : null).toMatchObject({ text: '3,5', under: '2–5 (2)' })
    expect(legend.some((line) => line.includes('banyaknya penilai'))).toBe(true)
    expect(legend[0]).toBe('U = Urgency (kemendesakan); S = Seriousness (kegawatan); G = Growth (pertumbuhan)')
    expect(cells(table).find((one) => one.includes('B'))).toContain('–')
  })
})

describe('a table that is too wide', () => {
  const column = (head: string, more: object = {}) => ({ head, align: 'left' as const, wish: 1, ...more })
  const wide: PrintedTable = {
    columns: [
      column('No.', { key: true }),
      column('Isi', { key: true }),
      ...Array.from({ length: 30 }, (_, at) => column(`Kolom${at}`)),
      ...Array.from({ length: 12 }, () => column('J', { over: 'Waktu 2026', wish: 0.3 })),
    ],
    rows: [{ kind: 'row', cells: Array.from({ length: 44 }, (_, at) => ({ text: at > 31 ? '' : `isi${at}` })) }],
  }
  it('is split into parts that fit, each with the text of the row; months of a year stay together', () => {
    const parts = splitTable(wide, { width: 500, size: 9, padding: 11 })
    expect(parts.length).toBeGreaterThan(2)
    const seen = new Set<string>()
    for (const part of parts) {
      expect(part.widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(500.001)
      expect(part.columns.slice(0, 2).map(({ head }) => head)).toEqual(['No.', 'Isi'])
      expect([0, 12]).toContain(part.columns.filter(({ over }) => over !== undefined).length)
      for (const row of part.rows) if (row.kind === 'row') for (const { text } of row.cells) seen.add(text)
    }
    for (let at = 0; at < 32; at += 1) expect(seen).toContain(`isi${at}`)
  })
  it('keeps a line of totals only where something was added up', () => {
    const { columns, rows } = wide
    const total = {
      kind: 'total' as const,
      cells: Array.from({ length: 44 }, (_, at) => ({ text: at === 1 ? 'Jumlah' : at === 2 ? '12' : '' })),
    }
    const parts = splitTable({ columns, rows: [...rows, total] }, { width: 500, size: 9, padding: 11 })
    expect(parts.map((part) => part.rows.filter(({ kind }) => kind === 'total').length)).toEqual(parts.map((_, at) => (at === 0 ? 1 : 0)))
  })
  it('fills its parts about equally: no part is left with a single narrow column', () => {
    const columns = [
      column('No.', { key: true }),
      column('Isi', { key: true }),
      ...Array.from({ length: 9 }, (_, at) => column(`Kolom nomor${at}`)),
    ]
    const rows = [{ kind: 'row' as const, cells: columns.map((_, at) => ({ text: `isi nomor ${at}` })) }]
    const parts = splitTable({ columns, rows }, { width: 480, size: 9, padding: 11 })
    expect(parts.length).toBe(2)
    expect(Math.abs((parts[0]?.columns.length ?? 0) - (parts[1]?.columns.length ?? 0))).toBeLessThanOrEqual(1)
  })
  it('gives short texts one line before it gives long texts more room', () => {
    const columns = [column('Isi', { wish: 5 }), column('Tanggal')]
    const rows = [{ kind: 'row' as const, cells: [{ text: 'antrean loket '.repeat(8).trim() }, { text: '31 Desember 2026' }] }]
    const [part] = splitTable({ columns, rows }, { width: 450, size: 9, padding: 11 })
    expect(part?.widths[1]).toBeGreaterThanOrEqual(measure('31 Desember 2026', 9) + 11)
  })
  it('stays one table where there is room', () => {
    expect(splitTable(wide, { width: 5000, size: 9, padding: 11 })).toHaveLength(1)
  })
})
