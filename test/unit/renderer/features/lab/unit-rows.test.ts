import { expect, it } from 'vitest'
import type { Lab, Milestone } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { milestonesOf } from '#shared/rules/milestones.ts'
import { makePerson, makeUnit } from '#test/makers/lab.ts'
import { stagesOf } from '#test/makers/stages.ts'
import { innovationSummaryOf } from '#test/unit/core/workspace/make.ts'
import { filterRows, unitRows } from '../../../../../renderer/features/lab/unit-rows.ts'

const stages = stagesOf('lan-6d')
const summary = (over: Partial<InnovationSummary> & { readonly id: string }): InnovationSummary =>
  innovationSummaryOf({ name: over.id.toUpperCase(), unit: null, stage: 'diagnose', canvases: {}, toMend: 0, passed: [], ...over })
const units = ['a', 'b', 'c', 'd'].map((id) => makeUnit({ id, name: `Unit ${id}`, short: '' }))
const now = { deadlines: {} as Lab['deadlines'], today: '2026-08-13' }
const rowsOf = (all: readonly InnovationSummary[], deadlines: Lab['deadlines'] = {}) =>
  unitRows({ units, people: [makePerson({ unit: 'a' })] }, all, stages, 'Tanpa unit', { ...now, deadlines })
const cell = (all: readonly InnovationSummary[], unit: string, column: Milestone, deadlines: Lab['deadlines'] = {}) =>
  rowsOf(all, deadlines).find((row) => row.id === unit)?.cells[milestonesOf(stages).indexOf(column)]

it('puts units without innovation first where nothing is late, then those with something to mend, then the least far', () => {
  const rows = rowsOf([
    summary({ id: 'x', unit: 'a', stage: 'display' }),
    summary({ id: 'y', unit: 'b', stage: 'design' }),
    summary({ id: 'z', unit: 'd', stage: 'display', toMend: 2 }),
  ])
  expect(rows.map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a'])
})

it('puts the latest unit first and says the days in the column that is owed', () => {
  const deadlines = { diagnose: '2026-07-14', design: '2026-08-12' }
  const all = [
    summary({ id: 'x', unit: 'a', stage: 'design' }),
    summary({ id: 'y', unit: 'b', stage: 'diagnose' }),
    summary({ id: 'z', unit: 'c', stage: 'deliver' }),
  ]
  const rows = rowsOf(all, deadlines)
  expect(rows.map(({ id, late }) => [id, late])).toEqual([
    ['b', 30],
    ['d', 30],
    ['a', 1],
    ['c', 0],
  ])
  expect(cell(all, 'b', 'diagnose', deadlines)).toEqual({ kind: 'late', days: 30 })
  expect(cell(all, 'd', 'diagnose', deadlines)).toEqual({ kind: 'late', days: 30 })
  expect(cell(all, 'a', 'design', deadlines)).toEqual({ kind: 'late', days: 1 })
  expect(cell(all, 'c', 'design', deadlines)).toEqual({ kind: 'done' })
})

it('is not late on the day of the deadline itself', () => {
  expect(rowsOf([summary({ id: 'x', unit: 'a' })], { diagnose: '2026-08-13' }).every(({ late }) => late === 0)).toBe(true)
})

it('asks no innovation of a partner', () => {
  const partner = makeUnit({ id: 'p', name: 'Universitas Contoh', kind: 'mitra' })
  const [row] = unitRows({ units: [partner], people: [] }, [], stages, '', { ...now, deadlines: { diagnose: '2026-01-01' } })
  expect(row).toMatchObject({ without: false, late: 0 })
})

it('counts Drum Up as done for a unit that sent somebody, though it has no innovation', () => {
  expect(cell([], 'a', 'drum_up')).toEqual({ kind: 'done' })
  expect(cell([], 'b', 'drum_up')).toEqual({ kind: 'none' })
})

it('shows a share where some innovations of a unit are through and others are not', () => {
  const all = [
    summary({ id: 'x', unit: 'a', stage: 'design' }),
    summary({ id: 'y', unit: 'a', stage: 'diagnose' }),
    summary({ id: 'z', unit: 'a', stage: 'deliver' }),
  ]
  expect(cell(all, 'a', 'diagnose')).toEqual({ kind: 'part', n: 2, of: 3 })
  expect(cell(all.slice(1, 2), 'a', 'diagnose')).toEqual({ kind: 'here' })
})

it('takes launching and monitoring from their own marks, not from the stage', () => {
  const all = [summary({ id: 'x', unit: 'a', stage: 'deliver', launched: true })]
  expect(cell(all, 'a', 'launching')).toEqual({ kind: 'done' })
  expect(cell(all, 'a', 'monitoring')).toEqual({ kind: 'here' })
})

it('shows documentation as running with its first canvas, whatever the stage', () => {
  const all = [summary({ id: 'x', unit: 'a', stage: 'diagnose', canvases: { 'profil-direktori': 'berjalan' } })]
  expect(cell(all, 'a', 'documentation')).toEqual({ kind: 'here' })
})

it('gathers innovations without a known unit in one row, and leaves archived ones out', () => {
  const rows = rowsOf([summary({ id: 'x' }), summary({ id: 'y', unit: 'gone' }), summary({ id: 'z', archived: true })])
  expect(rows.find((row) => row.id === null)?.innovations.map(({ id }) => id)).toEqual(['x', 'y'])
})

it('filters by what is missing, by what is late and by words in unit or innovation', () => {
  const rows = rowsOf([summary({ id: 'x', name: 'JAKA SUPER', unit: 'a' })], { diagnose: '2026-08-01' })
  expect(filterRows(rows, { show: 'without', words: '' })).toHaveLength(3)
  expect(filterRows(rows, { show: 'late', words: '' })).toHaveLength(4)
  expect(filterRows(rows, { show: 'all', words: 'jaka' }).map(({ id }) => id)).toEqual(['a'])
})
