import { describe, expect, it } from 'vitest'
import type { Convention } from '#shared/model/jury.ts'
import { convention as conventionSchema } from '#shared/model/jury.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { freeCodes } from '#shared/rules/jury-codes.ts'
import {
  handedIn,
  withCounting,
  withCriterion,
  withEntriesOf,
  withNewCriterion,
  withNewStage,
  withoutCriterion,
  withoutStage,
  withStage,
} from '#shared/rules/jury-setup.ts'
import { allRubrics } from '#shared/rules/packs.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeUnit } from '#test/makers/lab.ts'
import { packs } from '../templates/shipped.ts'
import { convention, criterion, entry, entryId, rubric, stage } from './jury-make.ts'

const innovation = (id: string, over: Partial<InnovationSummary> = {}): InnovationSummary => ({
  ...summarise(makeInnovation({ id, name: id.toUpperCase() }), ''),
  ...over,
})
const round = (kind: 'submitted' | 'accepted', at: string) => ({ kind, by: '', at, submitted: 1 })
const counter = () => {
  let n = 0
  return () => {
    n += 1
    return entryId(`p${n}`)
  }
}
const units = [makeUnit({ id: 'pangan', name: 'Dinas Pangan' })]

describe('a new convention', () => {
  it.each(allRubrics(packs).map((one) => [one.id, one] as const))('of %s is one the workspace takes', (_, of) => {
    const made = convention(of)
    expect(conventionSchema.safeParse(made).error).toBeUndefined()
    expect(made).toMatchObject({
      state: 'persiapan',
      top: 10,
      rubric: { id: of.id, edited: false, status: 'unverified' },
      stages: of.stages,
    })
  })
})

describe('taking in the innovations of a lab', () => {
  const empty = convention(rubric())

  it('gives each a code, its unit, its team and a category, and leaves those that take part', () => {
    const all = [
      innovation('a', { unit: 'pangan', team: ['Contoh Satu'], kind: 'proses' }),
      innovation('b', { unit: 'hilang', kind: null }),
    ]
    const categoryOf = ({ kind }: InnovationSummary) => (kind === null ? null : { key: kind, label: 'Proses' })
    const id = counter()
    const once = withEntriesOf(empty, all, { units }, id, { categoryOf })
    expect(once.entries).toMatchObject([
      { id: 'p1', innovation: 'a', name: 'A', unitName: 'Dinas Pangan', code: 'K-01', category: 'proses', team: ['Contoh Satu'] },
      { id: 'p2', innovation: 'b', unitName: '', code: 'K-02', category: '' },
    ])
    expect(once.categories).toEqual([{ key: 'proses', label: 'Proses' }])
    const twice = withEntriesOf(once, [...all, innovation('c', { kind: 'proses' })], { units }, id, { categoryOf })
    expect(twice.entries.map(({ code }) => code)).toEqual(['K-01', 'K-02', 'K-03'])
    expect(twice.categories).toEqual(once.categories)
  })

  it('never gives a code again that is taken', () => {
    const of = { ...empty, entries: [entry('x', { code: 'K-07' }), entry('y', { code: 'MANDIRI' })] }
    expect(withEntriesOf(of, [innovation('a')], { units }, counter()).entries.at(-1)?.code).toBe('K-08')
  })

  it('takes as handed in the last paper that waits, or the one that is asked for', () => {
    const rounds = { 'form-ide': round('accepted', '2026-05-01T00:00:00Z'), kipp: round('submitted', '2026-04-01T00:00:00Z') }
    expect(handedIn({ rounds })).toBe('2026-04-01T00:00:00Z')
    expect(handedIn({ rounds }, 'form-ide')).toBe('2026-05-01T00:00:00Z')
    expect(handedIn({ rounds: {} })).toBe('')
  })
})

describe('editing the rubric of a convention', () => {
  const of = convention(
    rubric({
      stages: [stage('satu', [criterion('a'), criterion('b')]), stage('dua', [criterion('c')])],
      ties: [{ by: 'criterion', stage: 'satu', criterion: 'a' }, { by: 'stage', stage: 'dua' }, { by: 'earlier' }],
    }),
  )

  it.each([
    ['a weight', (one: Convention) => withCriterion(one, 'satu', 'a', { weight: 9 })],
    ['a stage', (one: Convention) => withStage(one, 'satu', { weight: 30 })],
    ['a new stage', (one: Convention) => withNewStage(one, stage('tiga', [criterion('d')]))],
    ['a new criterion', (one: Convention) => withNewCriterion(one, 'dua', criterion('d'))],
    ['the counting', (one: Convention) => withCounting(one, { pooling: 'median' })],
  ])('%s says that it is not the one of the pack any more, and leaves the first as it was', (_, change) => {
    const before = JSON.stringify(of)
    const after = change(of)
    expect(after.rubric.edited).toBe(true)
    expect(after).not.toEqual({ ...of, rubric: after.rubric })
    expect(conventionSchema.safeParse(after).success).toBe(true)
    expect(JSON.stringify(of)).toBe(before)
  })

  it('takes the tie rules along that would point nowhere', () => {
    expect(withoutCriterion(of, 'satu', 'a').ties).toEqual([{ by: 'stage', stage: 'dua' }, { by: 'earlier' }])
    expect(withoutStage(of, 'dua').ties).toEqual([{ by: 'criterion', stage: 'satu', criterion: 'a' }, { by: 'earlier' }])
  })

  it('keeps the last stage and the last criterion', () => {
    expect(withoutCriterion(of, 'dua', 'c').stages[1]?.criteria.length).toBe(1)
    expect(withoutStage(withoutStage(of, 'dua'), 'satu').stages.length).toBe(1)
  })
})

it('codes go on from the highest there is, also past a hundred', () => {
  const entries = ['K-07', 'K-99', 'lain'].map((code) => entry(code.toLowerCase(), { code }))
  expect(freeCodes({ entries }, 2)).toEqual(['K-100', 'K-101'])
  expect(freeCodes({ entries: [] }, 1)).toEqual(['K-01'])
})
