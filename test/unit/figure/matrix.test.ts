import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { matrixFigures } from '#shared/figure/matrix.ts'
import { measure } from '#shared/figure/metrics.ts'
import { pageFigureSize, sheetFigureSize } from '#shared/figure/sizes.ts'
import type { Figure } from '#shared/model/figure.ts'
import type { MatrixDef } from '#shared/model/pack.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { makeCanvas, makeItems } from '#test/makers/innovation.ts'

let risk: MatrixDef
let effort: MatrixDef
beforeAll(async () => {
  const { packs } = await loadPacks([new URL('../../../templates/packs', import.meta.url).pathname])
  const found = canvasOf(packs, 'risiko')
  if (found?.kind !== 'matrix') throw new Error('no risk matrix')
  risk = found
  const other = canvasOf(packs, 'dampak-upaya')
  if (other?.kind !== 'matrix') throw new Error('no impact and effort')
  effort = other
})

const size = { width: 605, height: 842 }
const draw = (items: Parameters<typeof makeItems>[0], language: 'id' | 'en' = 'id') =>
  matrixFigures(risk, makeCanvas({ def: 'risiko', items: makeItems(items) }), size, language).figures
const textsOf = (figures: readonly Figure[]) =>
  figures.flatMap((figure) => figure.shapes.flatMap((shape) => (shape.t === 'text' ? [shape] : [])))
const linesOf = (figures: readonly Figure[]): readonly string[] => textsOf(figures).flatMap((shape) => shape.lines)

describe('a risk matrix as a figure', () => {
  it('shows the value of every cell, the bands in words, and the names of the steps without cutting one', () => {
    for (const language of ['id', 'en'] as const) {
      const figures = draw([], language)
      const lines = linesOf(figures)
      for (let value = 1; value <= 25; value += 1) expect(lines).toContain(String(value))
      for (const band of ['sangat_rendah', 'sangat_tinggi']) {
        const column = risk.columns.find((one) => one.formula?.op === 'band')
        const label = column?.formula?.op === 'band' ? column.formula.bands.find((one) => one.key === band)?.label[language] : undefined
        expect(lines).toContain(label)
      }
      expect(lines.join(' ')).not.toContain('…')
    }
  })
  it('keeps every text on the page and at 9 pt or more', () => {
    const figures = draw([{ text: 'Pimpinan berganti', values: { dampak: 5, kemungkinan: 5 } }])
    for (const figure of figures) {
      expect(figure.width).toBeLessThanOrEqual(size.width)
      for (const shape of textsOf([figure])) {
        expect(shape.size).toBeGreaterThanOrEqual(12)
        for (const line of shape.lines) {
          const width = measure(line, shape.size, shape.bold)
          const from = shape.align === 'right' ? shape.x - width : shape.align === 'center' ? shape.x - width / 2 : shape.x
          expect(from).toBeGreaterThanOrEqual(-0.5)
          expect(from + width).toBeLessThanOrEqual(figure.width + 0.5)
        }
      }
    }
  })
  it('says how many there are where a hundred share one cell, and lists them all with their place', () => {
    const many = Array.from({ length: 100 }, (_, at) => ({ text: `Risiko ${at}`, values: { dampak: 3, kemungkinan: 4 } }))
    const figures = draw([...many, { text: 'Belum dinilai' }])
    const lines = linesOf(figures)
    expect(lines).toContain('100 butir')
    for (let at = 0; at < 100; at += 1) expect(lines).toContain(`Risiko ${at} (Dampak 3, Kemungkinan 4)`)
    expect(lines).toContain('Belum dinilai (belum diletakkan)')
  })
  it('breaks no word beside the axis, and keeps the names under the square clear of the arrow', () => {
    for (const page of [size, pageFigureSize('A4', 'landscape'), sheetFigureSize('A4', 'portrait')]) {
      const [figure] = matrixFigures(risk, makeCanvas({ def: 'risiko', items: [] }), page, 'id').figures
      const texts = textsOf(figure === undefined ? [] : [figure])
      expect(texts.map((shape) => shape.lines)).toContainEqual(['Kemungkinan'])
      const across = figure?.shapes.find((shape) => shape.t === 'line' && shape.points[0]?.[1] === shape.points[1]?.[1])
      const arrow = across?.t === 'line' ? (across.points[0]?.[1] ?? 0) : 0
      const names = texts.filter((shape) => shape.align === 'center' && shape.lead === 14)
      expect(names).toHaveLength(5)
      for (const shape of names) expect(shape.y + (shape.lines.length - 1) * shape.lead + 3).toBeLessThan(arrow)
      expect(figure?.height).toBeLessThanOrEqual(page.height)
    }
  })
})

describe('quadrants as a figure', () => {
  it('are tinted only where the definition says that lying there is good or bad', () => {
    const [figure] = matrixFigures(effort, makeCanvas({ def: 'dampak-upaya', items: [] }), size, 'id').figures
    const fills = (figure?.shapes ?? []).flatMap((shape) => (shape.t === 'rect' ? [shape.fill] : []))
    expect(fills).toEqual(['#E6F4DC', '#FFFFFF', '#FFFFFF', '#FFFFFF'])
  })
})
