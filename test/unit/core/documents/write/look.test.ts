import { describe, expect, it } from 'vitest'
import { columnCount, columnWidths, pageOf, placeCells, scaleToFit } from '#core/documents/write/look.ts'
import { emptyName, signatureTables } from '#core/documents/write/signature.ts'
import { anOutline, cell } from '#test/makers/outline.ts'

describe('the look both writers share', () => {
  it('knows A4 and F4, upright and turned', () => {
    expect(pageOf({ paper: 'A4', orientation: 'portrait' })).toMatchObject({ width: 595.3, height: 841.9 })
    expect(pageOf({ paper: 'F4', orientation: 'landscape' })).toMatchObject({ width: 935.45, height: 609.45 })
  })

  it('shares the room among columns by their widths and leaves none without', () => {
    expect(columnWidths([1, 3], 2, 400)).toEqual([100, 300])
    expect(columnWidths([], 4, 400)).toEqual([100, 100, 100, 100])
    for (const width of columnWidths([0, 5, 5], 3, 300)) expect(width).toBeGreaterThan(10)
  })

  it('finds the columns of cells beside merged ones', () => {
    const rows = [[cell('a', { rowSpan: 3 }), cell('b', { colSpan: 2 })], [cell('c', { rowSpan: 9 }), cell('d')], [cell('e')]]
    expect(placeCells(rows).map((row) => row.map((placed) => placed.column))).toEqual([[0, 1], [1, 2], [2]])
    expect(placeCells(rows)[1]?.[0]?.rowSpan).toBe(2)
    expect(columnCount({ widths: [1], rows })).toBe(3)
  })

  it('makes pictures smaller, never larger', () => {
    expect(scaleToFit(100, 100, 400, 400)).toBe(1)
    expect(scaleToFit(800, 100, 400, 400)).toBe(0.5)
    expect(scaleToFit(100, 800, 400, 400)).toBe(0.5)
  })
})

describe('a signature', () => {
  const one = { position: 'Kepala Dinas', name: 'Siti', nip: '1975' }
  const outlineWords = anOutline().words
  const words = (table: unknown): string => JSON.stringify(table)

  it('of one stands in the right half, with a comma after the position', () => {
    const [table] = signatureTables({ b: 'signature', place: 'Solok, 13 Agustus 2026', columns: [one] }, outlineWords, 450)
    expect(table?.rows[0]?.[0]?.blocks).toEqual([])
    expect(words(table?.rows[0]?.[1])).toContain('Kepala Dinas,')
    expect(words(table)).toContain('NIP 1975')
  })

  it('leaves a dotted line for a name nobody gave', () => {
    expect(words(signatureTables({ b: 'signature', place: '', columns: [{ ...one, name: ' ' }] }, outlineWords, 450))).toContain(emptyName)
  })

  it('of four stands two by two, the place only above the first', () => {
    const tables = signatureTables({ b: 'signature', place: 'Solok', columns: [one, one, one, one] }, outlineWords, 450)
    expect(tables.map((table) => table.widths.length)).toEqual([2, 2])
    expect(words(tables[1])).not.toContain('Solok')
  })
})
