import { describe, expect, it } from 'vitest'
import type { Unit } from '#shared/model/lab.ts'
import type { Run, SessionBlock } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { deskRounds } from '#shared/rules/desk-rounds.ts'
import { linesOf, progressOf, teamState, teamsOf } from '#shared/rules/session-teams.ts'
import { emptyBlockRun, emptyRun } from '#shared/rules/session-time.ts'

// Only what the rules read is written out.
const team = (id: string, unit: string | null, patch: Partial<InnovationSummary> = {}) =>
  ({ id, name: id, unit, archived: false, canvases: {}, ...patch }) as InnovationSummary
const unit = (id: string, kind: Unit['kind'] = 'opd') => ({ id, name: `Dinas ${id}`, short: id.toUpperCase(), kind }) as Unit
const block = (patch: Partial<SessionBlock> = {}) =>
  ({ id: 'b', kind: 'activity', canvas: 'kartu-ide', turns: [], deskLeads: [], ...patch }) as SessionBlock
const marked = (done: Record<string, boolean>): { readonly run: Run } => ({
  run: { ...emptyRun, blocks: { b: { ...emptyBlockRun, done } } },
})

describe('the teams of a session', () => {
  const all = [team('z', 'dinkes'), team('a', 'bappeda'), team('b', null), team('old', 'dinkes', { archived: true })]
  const units = [unit('bappeda'), unit('dinkes'), unit('bpbd'), unit('unand', 'mitra')]

  it('come in the order of their units, those without one last and archived ones not at all', () => {
    expect(teamsOf([], all, units).map(({ id }) => id)).toEqual(['a', 'z', 'b'])
  })
  it('are those that were picked, also archived ones', () => {
    expect(teamsOf(['old', 'a'], all, units).map(({ id }) => id)).toEqual(['a', 'old'])
  })
})

describe('how far a team is', () => {
  const done = team('a', null, { canvases: { 'kartu-ide': 'selesai' } })
  const busy = team('b', null, { canvases: { 'kartu-ide': 'berjalan' } })
  const idle = team('c', null, { canvases: { lain: 'selesai' } })

  it('is what its canvas says', () => {
    expect([done, busy, idle].map((one) => teamState(marked({}), block(), one))).toEqual(['selesai', 'mengisi', 'belum'])
  })
  it('is what was said by hand where somebody did', () => {
    const hand = marked({ a: false, b: true, c: false })
    expect([done, busy, idle].map((one) => teamState(hand, block(), one))).toEqual(['mengisi', 'selesai', 'belum'])
  })
  it('is counted only where something tells it', () => {
    expect(progressOf(marked({}), block(), [done, busy, idle])).toEqual({ selesai: 1, mengisi: 1, belum: 1, all: 3, counted: true })
    expect(progressOf(marked({}), block({ canvas: '' }), [done]).counted).toBe(false)
    expect(progressOf(marked({ a: true }), block({ canvas: '' }), [done, busy])).toMatchObject({ selesai: 1, counted: true })
    expect(progressOf(marked({}), block({ kind: 'break' }), [done]).counted).toBe(false)
    expect(progressOf(marked({}), block(), []).counted).toBe(false)
  })
})

describe('desks', () => {
  const units = ['a', 'b', 'c', 'd', 'e'].map((id) => unit(id))
  const desks = block({ kind: 'desks', per: 'unit', desks: 2, each: 10, deskLeads: ['Sari', ''] })
  const rounds = deskRounds(desks, units, [])
  const minute = 60_000

  it('say who sits there now and who is next', () => {
    expect(rounds.count).toBe(3)
    expect(rounds.at(0)).toEqual({
      at: 0,
      leftMs: 10 * minute,
      desks: [
        { desk: 0, lead: 'Sari', now: 'A', next: 'C' },
        { desk: 1, lead: '', now: 'B', next: 'D' },
      ],
    })
    expect(rounds.at(24 * minute)).toMatchObject({
      at: 2,
      leftMs: 6 * minute,
      desks: [
        { now: 'E', next: null },
        { now: null, next: null },
      ],
    })
  })
  it('are empty when all rounds are over', () => {
    expect(rounds.at(45 * minute)).toMatchObject({ at: 3, leftMs: 0, desks: [{ now: null }, { now: null }] })
  })
})

it('lines of steps leave out what is empty', () => {
  expect(linesOf(' satu \n\n  dua\n')).toEqual(['satu', 'dua'])
})
