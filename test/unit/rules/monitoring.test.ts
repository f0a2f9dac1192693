import { describe, expect, it } from 'vitest'
import type { InnovationSummary } from '#shared/model/summary.ts'
import {
  coverKinds,
  coverUnitKinds,
  coverUrusan,
  lanBehind,
  lanColumns,
  lanCounts,
  lanRow,
  lateUnit,
  tallyOf,
  tookStep,
  urusanOf,
} from '#shared/rules/monitoring.ts'
import { makeUnit } from '#test/makers/lab.ts'
import { shippedPacks, stagesOf } from '#test/makers/stages.ts'
import { innovationSummaryOf, seeded } from '#test/unit/core/workspace/make.ts'

const six = stagesOf('lan-6d')
const one = (over: Partial<InnovationSummary> & { readonly id: string }) =>
  innovationSummaryOf({ canvases: {}, kind: null, unit: null, stage: 'diagnose', passed: [], ...over })

describe('the table of LAN', () => {
  const all = [
    one({ id: 'a', stage: 'drum_up' }),
    one({ id: 'b', stage: 'design' }),
    one({ id: 'c', stage: 'deliver', launched: true }),
    one({ id: 'd', stage: 'documentation', launched: true, monitored: true }),
    one({ id: 'e', stage: 'display', archived: true }),
  ]
  it('counts what has reached each column, and all innovations as the total', () => {
    const tally = tallyOf(all, six)
    expect(tally.total).toBe(4)
    expect(lanRow(tally, 'reached')).toEqual([4, 3, 3, 2, 1, 1])
  })
  it('counts positions once each, with documentation at display, so that the row adds up to the total', () => {
    const tally = tallyOf(all, six)
    const row = lanRow(tally, 'here')
    expect(row).toEqual([1, 0, 1, 0, 1, 1])
    expect(row.reduce((sum, n) => sum + n, 0)).toBe(tally.total)
  })
  it('has behind every number exactly as many innovations as it says, for any lab, in 5D and 6D', () => {
    const seed = 20261122
    const next = seeded(seed)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T /* the list is not empty */
    for (const method of ['lan-5d', 'lan-6d']) {
      const stages = stagesOf(method)
      const many = Array.from({ length: 150 }, (_, at) =>
        one({ id: `i${at}`, stage: pick(stages).key, launched: next() < 0.4, monitored: next() < 0.2, archived: next() < 0.1 }),
      )
      const tally = tallyOf(many, stages)
      for (const count of lanCounts) {
        const behind = lanColumns.map((column) => lanBehind(many, stages, column, count).length)
        expect(lanRow(tally, count), `seed ${seed}, ${method}, ${count}`).toEqual(behind)
      }
    }
  })
})

describe('late units', () => {
  it('owe their first idea past the deadline of Diagnose, partners never', () => {
    const deadlines = { diagnose: '2026-07-03' }
    expect(lateUnit({ kind: 'opd' }, deadlines, '2026-08-13')).toEqual({ milestone: 'diagnose', days: 41, due: '2026-07-03' })
    expect(lateUnit({ kind: 'opd' }, deadlines, '2026-07-03')).toBeNull()
    expect(lateUnit({ kind: 'opd' }, {}, '2026-08-13')).toBeNull()
    expect(lateUnit({ kind: 'mitra' }, deadlines, '2026-08-13')).toBeNull()
  })
})

describe('the way of an idea', () => {
  const approval = { name: 'Contoh Pimpinan', position: '', date: '2026-04-24', document: '', remark: '', file: '' }
  it('counts as approved only what records who approved and when', () => {
    const gate = (over: Partial<typeof approval>) =>
      one({ id: 'a', stage: 'display', gates: { diagnose: { approval: { ...approval, ...over }, override: null, ticks: {} } } })
    expect(tookStep(gate({}), 'approved')).toBe(true)
    expect(tookStep(gate({ date: '' }), 'approved')).toBe(false)
    expect(tookStep(gate({ name: '' }), 'approved')).toBe(false)
    expect(tookStep(one({ id: 'b', stage: 'display' }), 'approved')).toBe(false)
  })
  it('keeps a form that was returned as handed in', () => {
    const returned = one({ id: 'a', rounds: { 'form-ide': { kind: 'returned', by: '', at: '', submitted: 1 } } })
    expect(tookStep(returned, 'handed_in')).toBe(true)
    expect(tookStep(returned, 'chosen')).toBe(true)
    expect(tookStep(one({ id: 'b' }), 'handed_in')).toBe(false)
  })
})

describe('coverage', () => {
  it('names the eight kinds also where nothing is, and those that do not say apart', () => {
    const parts = coverKinds([one({ id: 'a', kind: 'proses' }), one({ id: 'b' }), one({ id: 'c', kind: 'proses', archived: true })])
    expect(parts.map(({ innovations }) => innovations.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1])
    expect(parts.at(-1)?.key).toBe('')
  })
  it('counts by the kind of the unit they belong to', () => {
    const units = [makeUnit({ id: 'k', kind: 'kecamatan' })]
    const parts = coverUnitKinds([one({ id: 'a', unit: 'k' }), one({ id: 'b', unit: 'gone' })], units)
    expect(parts.find(({ key }) => key === 'kecamatan')?.innovations.map(({ id }) => id)).toEqual(['a'])
    expect(parts.at(-1)).toMatchObject({ key: '', innovations: [{ id: 'b' }] })
  })
  it('matches urusan in either language and however it is written, and keeps those of the region', () => {
    const known = urusanOf(shippedPacks)
    expect(known.length).toBeGreaterThan(30)
    const urusan = new Map([
      ['a', ' KESEHATAN'],
      ['b', known.find(({ name }) => name.id === 'Kesehatan')?.name.en ?? ''],
      ['c', 'Adat nagari'],
      ['d', ''],
    ])
    const counts = coverUrusan(
      ['a', 'b', 'c', 'd'].map((id) => one({ id })),
      urusan,
      known,
    )
    expect(counts.find(({ name }) => name.id === 'Kesehatan')?.innovations.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(counts.find(({ name }) => name.id === 'Adat nagari')?.innovations.map(({ id }) => id)).toEqual(['c'])
    expect(counts.at(-1)?.innovations.map(({ id }) => id)).toEqual(['d'])
    expect(counts).toHaveLength(known.length + 2)
  })
})
