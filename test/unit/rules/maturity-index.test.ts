import { describe, expect, it } from 'vitest'
import type { IndicatorSet } from '#shared/model/pack.ts'
import { bandOf, basicServicesIn, countIndex, type IndexAsk, indicatorGaps, sayLack } from '#shared/rules/maturity-index.ts'
import { indicatorsOf } from '#shared/rules/packs.ts'
import { packs } from '#test/unit/templates/shipped.ts'

const shipped = indicatorsOf(packs, 'iid-2026')
if (shipped === undefined) throw new Error('no iid-2026')
const set: IndicatorSet = shipped

const six = [
  'Pendidikan',
  'Kesehatan',
  'Pekerjaan umum dan penataan ruang',
  'Perumahan rakyat',
  'Ketenteraman dan ketertiban umum',
  'Sosial',
]
const all = (level: number) => Object.fromEntries(set.indicators.map(({ key }) => [key, [level, level] as [number, number]]))
const line = (at: number, over: { urusan?: string; level?: number; archived?: boolean } = {}) => ({
  id: `i${at}`,
  urusan: over.urusan ?? six[at % six.length] ?? '',
  archived: over.archived ?? false,
  maturity: { 'iid-2026': all(over.level ?? 1) },
})
const lines = (count: number, over: Parameters<typeof line>[1] = {}) => Array.from({ length: count }, (_, at) => line(at, over))
const count = (of: ReturnType<typeof lines>, ask: Partial<IndexAsk> = {}) => {
  const found = countIndex(set, of, { region: 0, ...ask })
  if (found === null) throw new Error('no index')
  return found
}

describe('the trial of the index', () => {
  it('is 100 per cent with everything at its most', () => {
    const found = count(lines(200, { level: 3 }), { region: 63 })
    expect(found).toMatchObject({ innovations: 200, divisor: 200, mean: 111, count: 76, region: 63, total: 250, percent: 100 })
    expect(found.band?.key).toBe('sangat_inovatif')
    expect(found.lacks).toEqual([])
  })

  it('divides by at least twelve', () => {
    const few = count(lines(6, { level: 3 }))
    expect(few).toMatchObject({ sum: 666, divisor: 12, mean: 55.5, count: 2.28 })
    expect(count(lines(12, { level: 3 }))).toMatchObject({ divisor: 12, mean: 111 })
    expect(count(lines(13, { level: 3 }))).toMatchObject({ divisor: 13, mean: 111 })
    expect(few.lacks[0]).toMatchObject({ message: 'lackInnovations', values: { count: 6, divisor: 12, missing: 6 } })
  })

  it('gives no points for the number while fewer than five basic services are covered', () => {
    const four = count(six.slice(0, 4).map((urusan, at) => line(at, { urusan })))
    expect(four).toMatchObject({ count: 0, countPossible: 1.52, basicServicesMet: false, uncovered: ['ketenteraman', 'sosial'] })
    const lack = four.lacks.find(({ message }) => message === 'lackBasicServices')
    expect(lack && sayLack(lack, 'id')).toContain('4 dari paling sedikit 5')
    expect(lack && sayLack(lack, 'id')).toContain('ketenteraman, ketertiban umum, dan pelindungan masyarakat; sosial')
    expect(count(six.slice(0, 5).map((urusan, at) => line(at, { urusan })))).toMatchObject({ count: 1.9, basicServicesMet: true })
    expect(
      count(
        six.slice(0, 4).map((urusan, at) => line(at, { urusan })),
        { covered: ['sosial'] },
      ).basicServicesMet,
    ).toBe(true)
  })

  it('counts 200 innovations at most, and no archived one', () => {
    expect(count(lines(250)).count).toBe(76)
    expect(count([...lines(6), line(7, { archived: true })]).innovations).toBe(6)
  })

  it('takes the part of the region as typed, within its limits, and says when nobody typed it', () => {
    expect(count(lines(6), { region: 40 }).region).toBe(40)
    expect(count(lines(6), { region: 999 }).region).toBe(63)
    expect(count(lines(6), { region: Number.NaN }).region).toBe(0)
    expect(count(lines(6), { region: null }).lacks.map(({ message }) => message)).toContain('lackRegion')
  })

  it('is nothing that can be assessed without anything', () => {
    expect(count([])).toMatchObject({ innovations: 0, total: 0, percent: 0, band: { key: 'tidak_dinilai' } })
  })

  it('tries out raised levels and further innovations without touching what is there', () => {
    const mine = lines(6)
    const before = JSON.stringify(mine)
    const base = count(mine)
    const raised = count(mine, { raised: { i0: { regulasi: 3 } } })
    expect(raised.sum - base.sum).toBe(6)
    expect(count(mine, { raised: { i0: { regulasi: 0 } } }).sum).toBe(base.sum)
    const added = count(mine, { added: { count: 10, points: 60 } })
    expect(added).toMatchObject({ innovations: 16, divisor: 16, sum: base.sum + 600 })
    expect(count(mine, { added: { count: -3, points: 500 } }).sum).toBe(base.sum)
    expect(JSON.stringify(mine)).toBe(before)
  })

  it('leaves the rule of basic services out where the set knows none, and says so', () => {
    const { basicServices: _, ...index } = set.index ?? {}
    const free = { ...set, index: index as NonNullable<IndicatorSet['index']> } // only the optional part was taken away
    const found = countIndex(free, lines(1), { region: 0 })
    expect(found).toMatchObject({ basicServicesMet: null, count: 0.38 })
    expect(found?.lacks.map(({ message }) => message)).toContain('basicUnknown')
    expect(countIndex({ ...set, index: undefined }, lines(1), { region: 0 })).toBeNull()
  })

  it('says how far the next band is', () => {
    const lack = count(lines(12, { level: 2 }), { region: 20 }).lacks.find(({ message }) => message === 'lackNextBand')
    // (74 + 4.56 + 20) / 250 = 39.42 per cent
    expect(lack && sayLack(lack, 'id')).toBe('Kurang 0,59 poin indeks menuju "Inovatif".')
  })
})

describe('bands', () => {
  it('begin at the value as it is shown', () => {
    if (set.index === undefined) throw new Error('no index')
    const band = (percent: number) => bandOf(set.index as NonNullable<IndicatorSet['index']>, percent)?.key // checked the line before
    expect([100, 65.01, 65.006, 65.004, 40.01, 40, 0.01, 0.004, 0].map(band)).toEqual([
      'sangat_inovatif',
      'sangat_inovatif',
      'sangat_inovatif',
      'inovatif',
      'inovatif',
      'kurang_inovatif',
      'kurang_inovatif',
      'tidak_dinilai',
      'tidak_dinilai',
    ])
  })
})

describe('basic services', () => {
  it('are read off the words a region uses, and not off others that look alike', () => {
    expect(six.map((urusan) => basicServicesIn(urusan).length)).toEqual([1, 1, 1, 1, 1, 1])
    expect(basicServicesIn('Kesehatan; sosial')).toEqual(['kesehatan', 'sosial'])
    for (const none of ['Pendidikan dan pelatihan', 'Administrasi kependudukan', 'Perencanaan', ''])
      expect(basicServicesIn(none)).toEqual([])
  })
})

describe('the gaps of a lab', () => {
  it('put the indicator first that leaves most points unearned', () => {
    const mine = lines(2).map((one) => ({
      ...one,
      maturity: { 'iid-2026': { ...all(3), video: [3, 1], sdm: [3, 0] } as Record<string, [number, number]> },
    }))
    const gaps = indicatorGaps(set, mine)
    expect(gaps.slice(0, 2).map(({ key, most, points }) => [key, most - points])).toEqual([
      ['video', 16],
      ['sdm', 12],
    ])
    expect(gaps.find(({ key }) => key === 'sdm')?.levels).toEqual([2, 0, 0, 0])
  })
})
