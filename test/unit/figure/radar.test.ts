import { describe, expect, it } from 'vitest'
import { type Radar, radarFigure, radarLines, radarPoint, radarRings } from '#shared/figure/radar.ts'

const radar = (values: readonly (number | null)[]): Radar => ({
  title: 'Kesiapan',
  min: 0,
  max: 4,
  spokes: values.map((value, at) => ({ key: `k${at}`, label: `Unsur ${at}`, value, n: value === null ? 0 : 3 })),
  respondents: 3,
  overall: null,
})

describe('a radar', () => {
  it('begins at the top and goes round clockwise', () => {
    const [x, y] = radarPoint(0, 4, 1, 10, [100, 100])
    expect([Math.round(x), Math.round(y)]).toEqual([100, 90])
    const [right, level] = radarPoint(1, 4, 1, 10, [100, 100])
    expect([Math.round(right), Math.round(level)]).toEqual([110, 100])
  })
  it('has a ring for every step of the scale', () => {
    expect(radarRings({ min: 0, max: 4 })).toEqual([1, 2, 3, 4])
  })
  it('closes the line over all spokes and parts it where nobody answered, instead of drawing a 0', () => {
    const whole = radarLines(radar([1, 2, 3, 4]), 100, [0, 0])
    expect(whole).toHaveLength(1)
    expect(whole[0]).toHaveLength(5)
    const parted = radarLines(radar([1, null, 3, 4]), 100, [0, 0])
    expect(parted.map((line) => line.length)).toEqual([3])
    expect(parted.flat()).not.toContainEqual([0, 0])
    expect(radarLines(radar([null, null, null]), 100, [0, 0])).toEqual([])
  })
  it('says every value beside its spoke and once more in a table', () => {
    const figure = radarFigure(radar([1.5, null, 4]), { width: 605, height: 800 }, 'id')
    const texts = figure.shapes.flatMap((shape) => (shape.t === 'text' ? shape.lines : []))
    expect(texts.filter((line) => line === '1,5')).toHaveLength(2)
    expect(texts).toEqual(expect.arrayContaining(['belum ada jawaban', '–', '3 / 3', '0 / 3']))
    expect(texts.filter((line) => line === '4,0')).toHaveLength(2)
    expect(figure.shapes.filter((shape) => shape.t === 'circle')).toHaveLength(2)
    expect(figure.alt).toContain('Unsur 1 belum ada jawaban')
    expect(figure.height).toBeLessThanOrEqual(800)
  })
  it('shades what the line encloses, and nothing while a spoke has no value', () => {
    const filled = (values: readonly (number | null)[]) =>
      radarFigure(radar(values), { width: 605, height: 800 }, 'id').shapes.filter((shape) => shape.t === 'line' && shape.fill !== undefined)
    expect(filled([1, 2, 3, 4])).toHaveLength(1)
    expect(filled([1, null, 3, 4])).toHaveLength(0)
  })
})
