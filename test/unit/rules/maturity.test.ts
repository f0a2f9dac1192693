import { describe, expect, it } from 'vitest'
import type { Evidence, EvidenceState } from '#shared/model/evidence.ts'
import type { EvidenceId } from '#shared/model/ids.ts'
import { type IndicatorSet, indicatorSet } from '#shared/model/pack.ts'
import { countMaturity, evidenceOf, levelTexts, maturityOf, mostPoints, uncountedEvidence } from '#shared/rules/maturity.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeInnovation, seeded } from '#test/makers/innovation.ts'

const both = (text: string) => ({ id: text, en: `${text} en` })
const levels = (prefix: string) => [1, 2, 3].map((level) => both(`${prefix} ${level}`))
const indicator = (key: string, no: number, weight: number, more: object = {}) => ({
  key,
  no,
  title: both(key),
  weight,
  levels: levels(key),
  evidence: both('SK'),
  accept: ['pdf'],
  ...more,
})
const set: IndicatorSet = indicatorSet.parse({
  kind: 'indicators',
  id: 'iid',
  title: both('IID'),
  short: both('IID'),
  status: 'unverified',
  source: 'uji',
  indicators: [
    indicator('regulasi', 1, 3, { mandatory: true }),
    indicator('aktor', 2, 1),
    indicator('manfaat', 3, 4, {
      mandatory: true,
      bases: ['orang', 'unit'].map((key) => ({ key, label: both(key), levels: levels(key) })),
    }),
  ],
  ownBands: [
    { key: 'kuning', label: both('cukup'), from: 10 },
    { key: 'merah', label: both('lemah'), from: 0 },
    { key: 'hijau', label: both('kuat'), from: 20 },
  ],
})

type Row = {
  readonly key: string
  readonly level: number
  readonly basis?: string
  readonly state?: EvidenceState
  readonly file?: string
  readonly of?: string
}
const evidence = (rows: readonly Row[]): readonly Evidence[] =>
  rows.map(({ key, level, basis = '', state = 'belum', file = 'a.pdf', of = 'iid' }, at) => ({
    id: `e${at}` as EvidenceId /* test id */,
    order: `a${at}`,
    title: '',
    file,
    link: '',
    date: '',
    note: '',
    targets: [{ kind: 'indicator', of, key, level, basis }],
    state,
    by: '',
    at: '',
  }))
const claim = (level: number, basis = '') => ({ level, basis, note: '' })
const counted = (rows: readonly Row[], claims: Readonly<Record<string, ReturnType<typeof claim>>> = {}) =>
  maturityOf(set, makeInnovation({ evidence: evidence(rows), maturity: { iid: claims } }))
const standing = (rows: readonly Row[], key: string, claims = {}) => counted(rows, claims).indicators.find(({ def }) => def.key === key)

describe('the count of an innovation', () => {
  it('is nothing without evidence, whatever is claimed', () => {
    const count = counted([], { regulasi: claim(3), aktor: claim(1) })
    expect(count).toMatchObject({ points: 0, most: 24, percent: 0, claimedPoints: 10, band: { key: 'merah' } })
    expect(count.missingMandatory.map(({ def }) => def.key)).toEqual(['regulasi', 'manfaat'])
    expect(count.unproven.map(({ def }) => def.key)).toEqual(['regulasi', 'aktor'])
  })

  it('takes the highest proven level, weight by level', () => {
    const rows = [
      { key: 'regulasi', level: 1 },
      { key: 'regulasi', level: 3 },
      { key: 'aktor', level: 2 },
    ]
    expect(counted(rows)).toMatchObject({ points: 11, most: 24, band: { key: 'kuning' } })
    expect(counted(rows).percent).toBeCloseTo((11 / 24) * 100)
    expect(standing(rows, 'regulasi')).toMatchObject({ proven: 3, points: 9, next: null })
    expect(standing(rows, 'aktor')).toMatchObject({ proven: 2, points: 2, most: 3, next: { level: 3, earns: 1, asks: both('aktor 3') } })
  })

  it('names the highest own band that is reached, in whatever order they stand', () => {
    const band = (level: number) => countMaturity(set, Object.fromEntries(set.indicators.map(({ key }) => [key, [0, level]]))).band?.key
    expect([0, 1, 2, 3].map(band)).toEqual(['merah', 'merah', 'kuning', 'hijau'])
  })

  it('leaves out what has no file, was turned down, or belongs to another set', () => {
    const out: readonly Row[] = [
      { key: 'aktor', level: 3, file: '' },
      { key: 'aktor', level: 3, state: 'ditolak' },
      { key: 'aktor', level: 3, of: 'iid-lama' },
    ]
    expect(standing(out, 'aktor')?.proven).toBe(0)
    expect(standing([{ key: 'aktor', level: 3, state: 'sah' }], 'aktor')?.proven).toBe(3)
  })

  it('counts only evidence of the chosen basis, and asks in its words', () => {
    const rows = [
      { key: 'manfaat', level: 3, basis: 'orang' },
      { key: 'manfaat', level: 1, basis: 'unit' },
    ]
    const chosen = (basis: string) => standing(rows, 'manfaat', { manfaat: claim(3, basis) })
    expect(chosen('orang')).toMatchObject({ proven: 3, points: 12 })
    expect(chosen('unit')).toMatchObject({ proven: 1, points: 4, next: { level: 2, earns: 4, asks: both('unit 2') } })
    expect(chosen('')).toMatchObject({ proven: 0 })
  })

  it('is the same from the summary line as from the whole innovation, for whatever was captured', () => {
    const next = seeded(20260615)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T /* never empty, below its length */
    for (let round = 0; round < 200; round += 1) {
      const rows = Array.from({ length: Math.floor(next() * 8) }, () => ({
        key: pick(['regulasi', 'aktor', 'manfaat', 'hilang']),
        level: pick([1, 2, 3]),
        basis: pick(['', 'orang', 'unit']),
        state: pick(['belum', 'sah', 'ditolak'] as const),
        file: pick(['', 'a.pdf']),
      }))
      const maturity = { iid: { manfaat: claim(pick([0, 2]), pick(['', 'orang', 'unit'])), aktor: claim(pick([0, 1, 3])) } }
      const innovation = makeInnovation({ evidence: evidence(rows), maturity })
      const whole = maturityOf(set, innovation)
      const line = countMaturity(set, summarise(innovation, '2026-06-15T00:00:00Z').maturity['iid'] ?? {})
      const numbers = ({ points, percent, claimedPoints, band, indicators, missingMandatory, unproven }: typeof whole) => ({
        points,
        percent,
        claimedPoints,
        band,
        levels: indicators.map(({ claimed, proven, points: own }) => [claimed, proven, own]),
        missing: missingMandatory.length,
        unproven: unproven.length,
      })
      expect(numbers(line), JSON.stringify({ rows, maturity })).toEqual(numbers(whole))
    }
  })

  it('bears levels that are out of range and weights with crumbs', () => {
    const crumbs = { ...set, indicators: set.indicators.map((one) => ({ ...one, weight: 0.1 })) }
    expect(mostPoints(crumbs)).toBe(0.9)
    expect(countMaturity(crumbs, { regulasi: [9, 7], aktor: [-1, -2] }).points).toBe(0.3)
  })
})

describe('evidence of an indicator', () => {
  it('says why it does not count', () => {
    const rows: readonly Row[] = [
      { key: 'aktor', level: 1 },
      { key: 'aktor', level: 1, file: '' },
      { key: 'aktor', level: 1, state: 'ditolak' },
      { key: 'manfaat', level: 1, basis: 'unit' },
      { key: 'hilang', level: 1 },
    ]
    const reasons = (basis: string) =>
      uncountedEvidence(set, makeInnovation({ evidence: evidence(rows), maturity: { iid: { manfaat: claim(1, basis) } } })).map(
        ({ evidence: { id }, reason }) => `${id} ${reason}`,
      )
    expect(reasons('orang')).toEqual(['e1 no_file', 'e2 rejected', 'e3 other_basis', 'e4 unknown_indicator'])
    expect(reasons('')).toContain('e3 basis_missing')
    expect(reasons('unit')).not.toContain('e3 other_basis')
  })

  it('stands with the highest level first', () => {
    const rows = [
      { key: 'aktor', level: 1 },
      { key: 'aktor', level: 3 },
      { key: 'regulasi', level: 2 },
    ]
    expect(evidenceOf(set, 'aktor', makeInnovation({ evidence: evidence(rows) })).map(({ id }) => id)).toEqual(['e1', 'e0'])
  })

  it('is asked for in the words of the basis, else of the indicator', () => {
    const def = set.indicators[2]
    if (def === undefined) throw new Error('no indicator')
    expect([levelTexts(def)[0].id, levelTexts(def, 'orang')[2].id, levelTexts(def, 'lain')[1].id]).toEqual([
      'manfaat 1',
      'orang 3',
      'manfaat 2',
    ])
  })
})
