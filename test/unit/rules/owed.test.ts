import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { StageDef } from '#shared/model/pack.ts'
import type { Note } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { owedBy as owed, owedGroups } from '#shared/rules/owed.ts'
import { methodOf } from '#shared/rules/packs.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makeUnit } from '#test/makers/lab.ts'

let six: readonly StageDef[]
let five: readonly StageDef[]
beforeAll(async () => {
  const { packs } = await loadPacks(new URL('../../../templates/packs', import.meta.url).pathname)
  six = methodOf(packs, 'lan-6d')?.stages ?? []
  five = methodOf(packs, 'lan-5d')?.stages ?? []
})

const today = '2026-06-10'
type Over = Parameters<typeof makeInnovation>[0]
const one = (over: Over): InnovationSummary => summarise(makeInnovation(over), '2026-06-01T00:00:00Z')
const labOf = (over: Partial<Lab> = {}): Lab => makeLab({ stage: 'diagnose', units: [makeUnit()], ...(over as object) }) // an id is never overridden
const note = (over: Partial<Note> = {}): Note =>
  ({
    id: 'n1',
    order: 'a0',
    session: null,
    block: '',
    kind: 'tindak_lanjut',
    text: 'Kirim data antrean',
    who: 'Contoh',
    unit: null,
    innovation: null,
    due: '',
    doneAt: '',
    by: '',
    at: '2026-05-31T18:00:00Z',
    ...over,
  }) as Note /* ids of a test */
const owedBy = (lab: Lab, innovations: readonly InnovationSummary[], notes: readonly Note[] = [], stages = six) =>
  owed(lab, innovations, notes, stages, today)
const brief = (list: ReturnType<typeof owedBy>) => list.map(({ kind, milestone, daysLate, since }) => [kind, milestone, daysLate, since])

describe('a unit without an innovation', () => {
  it('owes one once Drum Up is over, and is late only past the day of Diagnose', () => {
    expect(brief(owedBy(labOf({ stage: 'drum_up' }), []))).toEqual([])
    expect(brief(owedBy(labOf(), []))).toEqual([['no_innovation', null, 0, '']])
    expect(brief(owedBy(labOf({ stage: 'drum_up', deadlines: { diagnose: '2026-06-01' } }), []))).toEqual([
      ['no_innovation', null, 9, '2026-06-01'],
    ])
    expect(brief(owedBy(labOf({ deadlines: { diagnose: today } }), []))).toEqual([['no_innovation', null, 0, '']])
  })
  it('owes it also when its only innovation is archived; a partner owes none', () => {
    expect(owedBy(labOf(), [one({ archived: true })])).toHaveLength(1)
    expect(owedBy(labOf({ units: [makeUnit({ kind: 'mitra' })] }), [])).toEqual([])
    expect(owedBy(labOf(), [one({})])).toEqual([])
  })
})

describe('an innovation', () => {
  it('is late with the milestone that waits the longest, once, and not with those it came through', () => {
    const lab = labOf({ deadlines: { drum_up: '2026-05-01', diagnose: '2026-05-20', design: '2026-06-05' } })
    expect(brief(owedBy(lab, [one({})]))).toEqual([['deadline', 'diagnose', 21, '2026-05-20']])
    expect(brief(owedBy(lab, [one({ stage: 'design' })]))).toEqual([['deadline', 'design', 5, '2026-06-05']])
    expect(brief(owedBy(lab, [one({ stage: 'deliver', launched: true, monitored: true })]))).toEqual([])
  })
  it('owes launching and monitoring apart, monitoring only after the launch, late by the day set', () => {
    const lab = labOf({ deadlines: { launching: '2026-06-01', monitoring: '2026-06-08' } })
    expect(brief(owedBy(lab, [one({ stage: 'deliver' })]))).toEqual([['launching', 'launching', 9, '2026-06-01']])
    expect(brief(owedBy(lab, [one({ stage: 'deliver', launched: true })]))).toEqual([['monitoring', 'monitoring', 2, '2026-06-08']])
    expect(brief(owedBy(labOf(), [one({ stage: 'deliver' })]))).toEqual([['launching', 'launching', 0, '']])
    expect(brief(owedBy(labOf({ deadlines: { monitoring: '2026-06-08' } }), [one({ stage: 'deliver' })]))).toEqual([
      ['launching', 'launching', 2, '2026-06-08'],
    ])
    expect(brief(owedBy(lab, [one({ stage: 'display' })]))).toEqual([['launching', 'launching', 9, '2026-06-01']])
  })
  it('owes what a coach returned, since the oldest remark, in the zone of the lab', () => {
    const remark = (at: string) => ({ state: 'perlu_perbaikan', remark: 'Belum jelas', by: 'Coach', at, history: [] }) as const
    const reviews: Innovation['reviews'] = {
      'form-ide/tujuan': remark('2026-06-03T18:00:00Z'),
      'form-ide/kebaruan': remark('2026-06-05T01:00:00Z'),
    }
    const [first] = owedBy(labOf(), [one({ reviews })])
    expect(first).toMatchObject({ kind: 'remarks', count: 2, since: '2026-06-04', daysLate: 0, unit: 'disdukcapil' })
  })
  it('of a method that ends with Display is through when the closing checklist is', () => {
    const lab = labOf({ deadlines: { display: '2026-06-01' } })
    const done = { launched: true, monitored: true, stage: 'display' } as const
    expect(brief(owedBy(lab, [one(done)], [], five))).toEqual([['deadline', 'display', 9, '2026-06-01']])
    const override = { reason: 'Pameran ditunda', by: 'Rina', at: '' }
    expect(owedBy(lab, [one({ ...done, gates: { display: { approval: null, override, ticks: {} } } })], [], five)).toEqual([])
  })
})

describe('a follow-up', () => {
  it('is owed until it is done, by the unit it names or that of its innovation', () => {
    const list = owedBy(labOf(), [one({})], [note({ innovation: one({}).id as Note['innovation'], due: '2026-06-09' })])
    expect(list).toMatchObject([{ kind: 'followup', unit: 'disdukcapil', daysLate: 1, since: '2026-06-01', due: '2026-06-09' }])
    expect(owedBy(labOf(), [one({})], [note({ doneAt: today }), note({ kind: 'keputusan' })])).toEqual([])
  })
  it('with a day that is none is never late', () => {
    expect(owedBy(labOf(), [one({})], [note({ due: 'besok' })])).toMatchObject([{ due: '', daysLate: 0, unit: null }])
  })
})

describe('all of it', () => {
  it('without deadlines counts nothing as late', () => {
    const all = owedBy(labOf(), [one({ stage: 'drum_up' }), one({ id: 'b', stage: 'deliver' })], [note()])
    expect(all.length).toBeGreaterThan(1)
    expect(all.every(({ daysLate }) => daysLate === 0)).toBe(true)
  })
  it('comes most overdue first, and so do its groups', () => {
    const units = [makeUnit({ id: 'a' }), makeUnit({ id: 'b' }), makeUnit({ id: 'c' })]
    const lab = labOf({ units, deadlines: { diagnose: '2026-06-01', design: '2026-06-09' } })
    const all = owedBy(
      lab,
      [one({ id: 'x', unit: 'a', stage: 'design' }), one({ id: 'y', unit: 'b' })],
      [note({ unit: 'a' as Note['unit'], due: '2026-01-01' }), note({ id: 'n2' as Note['id'] })],
    )
    expect(all.map(({ daysLate }) => daysLate)).toEqual([160, 9, 9, 1, 0])
    const groups = owedGroups(all, ({ unit }) => unit)
    expect(groups.map(({ of, late, mostLate, owed: own }) => [of, late, mostLate, own.length])).toEqual([
      ['a', 2, 160, 2],
      ['c', 1, 9, 1],
      ['b', 1, 9, 1],
      [null, 0, 0, 1],
    ])
  })
})
