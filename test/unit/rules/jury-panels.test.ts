/** Who judges what, and who presents when. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Convention } from '#shared/model/jury.ts'
import { assignmentIssues, type Balance, balanced } from '#shared/rules/jury-assign.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { clashes, type Plan, scheduled, withSlots } from '#shared/rules/jury-schedule.ts'
import { convention, criterion, entry, entryId, judge, panel, panelId, rubric, stage, unitId } from './jury-make.ts'

const counted: Balance = { perEntry: 4, by: 'count' }
const two = (entries: Convention['entries'], over: Partial<Convention> = {}): Convention => ({
  ...convention(rubric(), { judges: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], entries }),
  panels: [panel('satu', ['a', 'b', 'c', 'd'], []), panel('dua', ['e', 'f', 'g', 'h'], [])],
  ...over,
})
const many = (n: number, over: (at: number) => object = () => ({})) => Array.from({ length: n }, (_, at) => entry(`e${at}`, over(at)))
const share = (of: Convention, balance: Balance = counted) => ({ ...of, panels: [...balanced(of, balance, 'lot')] })

describe('sharing out', () => {
  it('gives every entry to one panel and each panel as many', () => {
    const of = share(two(many(41)))
    expect(of.panels.map(({ entries }) => entries.length).toSorted()).toEqual([20, 21])
    expect(new Set(of.panels.flatMap(({ entries }) => entries)).size).toBe(41)
    expect(assignmentIssues(of, 4)).toEqual([])
  })

  it('is the same again for the same lot, in whatever order entries stand, and another for another lot', () => {
    const of = two(many(12))
    const ids = (which: Convention, lot: string) => balanced(which, counted, lot).map(({ entries }) => entries.toSorted())
    expect(ids({ ...of, entries: of.entries.toReversed() }, 'lot')).toEqual(ids(of, 'lot'))
    expect(ids(of, 'lain')).not.toEqual(ids(of, 'lot'))
  })

  it('keeps entries away from panels that have to stand aside for them', () => {
    const own = unitId('dinas')
    const of = two(
      many(20, (at) => (at < 6 ? { unit: own } : {})),
      { judges: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => judge(id, id === 'b' ? { unit: own } : {})) },
    )
    const shared = share(of)
    expect(shared.panels[0]?.entries.filter((id) => of.entries.find((one) => one.id === id)?.unit === own)).toEqual([])
    expect(shared.panels.map(({ entries }) => entries.length)).toEqual([10, 10])
  })

  it('keeps the entries of a category together', () => {
    const categories = ['opd', 'desa', 'sekolah', 'puskesmas']
    const of = share(two(many(40, (at) => ({ category: categories[at % 4] }))), { perEntry: 4, by: 'category' })
    for (const { entries } of of.panels) {
      const inside = new Set(entries.map((id) => of.entries.find((one) => one.id === id)?.category))
      expect([entries.length, inside.size]).toEqual([20, 2])
    }
  })

  it('has a second panel help out where one alone has too few judges', () => {
    const of = share(two(many(3)), { perEntry: 6, by: 'count' })
    expect(of.panels.map(({ entries }) => entries.length)).toEqual([3, 3])
  })

  it('leaves withdrawn entries and empty panels alone, and shares out each stage by itself', () => {
    const stages = [stage('proposal', [criterion('baru')]), stage('presentasi', [criterion('paparan')])]
    const of = share({
      ...convention(rubric({ stages }), { judges: ['a', 'b', 'c'], entries: [...many(4), entry('keluar', { withdrawn: 'pindah' })] }),
      panels: [panel('p', ['a', 'b'], [], ['proposal']), panel('q', ['c'], [], ['presentasi']), panel('kosong', [], [])],
    })
    expect(of.panels.map(({ entries }) => entries.length)).toEqual([4, 4, 0])
  })

  it('gives judges equal work, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 5 }), fc.string(), (n, panels, lot) => {
        const judges = Array.from({ length: panels * 2 }, (_, at) => `j${at}`)
        const of = {
          ...convention(rubric(), { judges, entries: many(n) }),
          panels: Array.from({ length: panels }, (_, at) => panel(`p${at}`, [`j${at * 2}`, `j${at * 2 + 1}`], [])),
        }
        const sizes = balanced(of, { perEntry: 2, by: 'count' }, lot).map(({ entries }) => entries.length)
        expect(sizes.reduce((a, b) => a + b)).toBe(n)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('what is wrong with an assignment', () => {
  it('is named: no panel, too few judges after recusal, nobody in a panel, nothing to judge', () => {
    const own = unitId('dinas')
    const of: Convention = {
      ...convention(rubric(), {
        judges: [judge('a', { unit: own }), 'b', 'c'],
        entries: [entry('x', { unit: own }), 'y', entry('z', { withdrawn: 'x' })],
      }),
      panels: [panel('satu', ['a', 'b'], ['x']), panel('dua', [], [])],
    }
    expect(assignmentIssues(of, 2)).toEqual([
      { issue: 'panelWithoutJudges', panel: 'dua' },
      { issue: 'fewJudges', entry: 'x', stage: 'proposal', judges: 1, wanted: 2 },
      { issue: 'entryWithoutPanel', entry: 'y', stage: 'proposal' },
      { issue: 'judgeWithoutEntries', judge: 'a' },
      { issue: 'judgeWithoutEntries', judge: 'c' },
    ])
    expect(conventionResult(of, []).of).toBe(1)
  })
})

describe('the schedule', () => {
  const plan: Plan = { from: '2026-09-14T09:00', stage: 'proposal', breaks: [{ at: '10:00', minutes: 15 }] }
  const times = (of: Convention, over: Partial<Plan> = {}) =>
    scheduled(of, { ...plan, ...over }).map(({ entry: id, panel: at, start }) => `${at} ${id} ${start.slice(5)}`)

  it('gives each panel a line of its own, with breaks', () => {
    const of = two(
      ['x', 'y', 'z', 'w', 'v', 'u'].map((id) => entry(id)),
      {
        panels: [panel('satu', ['a', 'b'], ['x', 'y', 'z', 'w']), panel('dua', ['e', 'f'], ['v', 'u'])],
      },
    )
    expect(times(of)).toEqual([
      'satu x 09-14T09:00',
      'dua v 09-14T09:00',
      'satu y 09-14T09:20',
      'dua u 09-14T09:20',
      'satu z 09-14T09:40',
      'satu w 09-14T10:15',
    ])
    expect(times(of, { panels: [panelId('dua')] })).toEqual(['dua v 09-14T09:00', 'dua u 09-14T09:20'])
  })

  it('goes on the next day when the day is over', () => {
    const of = { ...two(many(3)), panels: [panel('satu', ['a'], ['e0', 'e1', 'e2'])] }
    expect(times(of, { until: '09:45' })).toEqual(['satu e0 09-14T09:00', 'satu e1 09-14T09:20', 'satu e2 09-15T09:00'])
    expect(times(of, { until: '09:10' })).toEqual([])
    expect(times(of, { from: 'besok' })).toEqual([])
  })

  it('keeps a judge of two panels in one place at a time, unless recused', () => {
    const of = { ...two(many(2)), panels: [panel('satu', ['a', 'b'], ['e0']), panel('dua', ['a', 'e'], ['e1'])] }
    expect(times(of)).toEqual(['satu e0 09-14T09:00', 'dua e1 09-14T09:20'])
    const recusals = [{ judge: judge('a').id, entry: entryId('e1'), reason: 'x', by: '', at: '' }]
    expect(times({ ...of, recusals })).toEqual(['satu e0 09-14T09:00', 'dua e1 09-14T09:00'])
  })

  it('keeps clear of what other panels have already, and replaces its own', () => {
    const of = { ...two(many(2)), panels: [panel('satu', ['a', 'b'], ['e0']), panel('dua', ['a', 'e'], ['e1'])] }
    const first = withSlots(of, 'proposal', [panelId('satu')], scheduled(of, { ...plan, panels: [panelId('satu')] }))
    const next = scheduled(first, { ...plan, panels: [panelId('dua')] })
    expect(next.map(({ start }) => start)).toEqual(['2026-09-14T09:20'])
    const both = withSlots(first, 'proposal', [panelId('dua')], next)
    expect(withSlots(both, 'proposal', [panelId('dua')], next).slots).toEqual(both.slots)
    expect(clashes(both.slots, both)).toEqual([])
  })

  it('never clashes, whatever panels share; what is moved by hand is named', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }), { minLength: 1, maxLength: 4 }), (sitting) => {
        const panels = sitting.map((judges, at) =>
          panel(`p${at}`, [...new Set(judges)], [`e${at}`, `e${(at + 1) % 5}`, `e${(at + 2) % 5}`]),
        )
        const of = { ...two(many(5)), panels }
        const slots = scheduled(of, plan)
        expect(slots.length).toBe(panels.length * 3)
        expect(clashes(slots, of)).toEqual([])
      }),
    )
    const of = { ...two(many(2)), panels: [panel('satu', ['a', 'b'], ['e0']), panel('dua', ['a', 'e'], ['e1'])] }
    const moved = scheduled(of, plan).map((slot) => ({ ...slot, start: '2026-09-14T09:00' }))
    expect(clashes(moved, of)).toMatchObject([{ judges: ['a'], entry: null, panel: null }])
  })
})
