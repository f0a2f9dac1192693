import { expect, it } from 'vitest'
import { stageKeys } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { makePerson, makeUnit } from '#test/makers/lab.ts'
import { columnsOf, filterRows, funnelOf, unitRows } from '../../../../../renderer/features/lab/unit-rows.ts'

const summary = (over: Partial<InnovationSummary> & { readonly id: string }): InnovationSummary => ({
  name: over.id.toUpperCase(),
  longName: '',
  unit: null,
  stage: 'diagnose',
  kind: null,
  shape: 2,
  form: null,
  urusan: '',
  startedOn: '',
  createdAt: '',
  carriedFrom: null,
  rounds: {},
  mendSince: '',
  gates: {},
  canvases: {},
  toMend: 0,
  waiting: 0,
  passed: [],
  words: {},
  members: 0,
  launched: false,
  monitored: false,
  archived: false,
  illustration: false,
  updatedAt: '2026-04-14T02:00:00.000Z',
  ...over,
})
const units = ['a', 'b', 'c', 'd'].map((id) => makeUnit({ id, name: `Unit ${id}`, short: '' }))
const rowsOf = (all: readonly InnovationSummary[], people = [makePerson({ unit: 'a' })]) =>
  unitRows({ units, people }, all, stageKeys, 'Tanpa unit')
const cell = (all: readonly InnovationSummary[], unit: string, column: string) =>
  rowsOf(all).find((row) => row.id === unit)?.cells[columnsOf(stageKeys).findIndex(({ key }) => key === column)]

it('puts units without innovation first, then those with something to mend, then the least far', () => {
  const rows = rowsOf([
    summary({ id: 'x', unit: 'a', stage: 'display' }),
    summary({ id: 'y', unit: 'b', stage: 'design' }),
    summary({ id: 'z', unit: 'd', stage: 'display', toMend: 2 }),
  ])
  expect(rows.map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a'])
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
  expect(cell(all, 'a', 'launched')).toEqual({ kind: 'done' })
  expect(cell(all, 'a', 'monitored')).toEqual({ kind: 'here' })
})

it('gathers innovations without a known unit in one row, and leaves archived ones out', () => {
  const rows = rowsOf([summary({ id: 'x' }), summary({ id: 'y', unit: 'gone' }), summary({ id: 'z', archived: true })])
  expect(rows.find((row) => row.id === null)?.innovations.map(({ id }) => id)).toEqual(['x', 'y'])
})

it('filters by what is missing and by words in unit or innovation', () => {
  const rows = rowsOf([summary({ id: 'x', name: 'JAKA SUPER', unit: 'a' })])
  expect(filterRows(rows, { show: 'without', words: '' })).toHaveLength(3)
  expect(filterRows(rows, { show: 'all', words: 'jaka' }).map(({ id }) => id)).toEqual(['a'])
})

it('counts in the funnel how many came at least so far', () => {
  const steps = funnelOf([summary({ id: 'x', stage: 'drum_up' }), summary({ id: 'y', stage: 'display', launched: true })], stageKeys)
  expect(steps.map(({ n }) => n)).toEqual([2, 1, 1, 1, 0, 1, 0])
})
