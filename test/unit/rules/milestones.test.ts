import { describe, expect, it } from 'vitest'
import { funnel, hasReached, isThrough, milestonesOf, positions, type standsAt } from '#shared/rules/milestones.ts'
import { stagesOf } from '#test/makers/stages.ts'
import { innovationSummaryOf } from '#test/unit/core/workspace/make.ts'

const six = stagesOf('lan-6d')
const five = stagesOf('lan-5d')
const at = (stage: Parameters<typeof standsAt>[0]['stage'], over: Partial<Parameters<typeof standsAt>[0]> = {}) =>
  innovationSummaryOf({ id: `${stage}${JSON.stringify(over)}`, stage, canvases: {}, ...over })

describe('columns', () => {
  it('are the stages with Deliver in two, in 6D and in 5D', () => {
    expect(milestonesOf(six)).toEqual(['drum_up', 'diagnose', 'design', 'launching', 'monitoring', 'display', 'documentation'])
    expect(milestonesOf(five)).toEqual(['drum_up', 'diagnose', 'design', 'launching', 'monitoring', 'display'])
  })
})

describe('reached', () => {
  it('counts every stage up to where it stands', () => {
    expect(milestonesOf(six).filter((one) => hasReached(at('design'), one, six))).toEqual(['drum_up', 'diagnose', 'design'])
  })
  it('counts launching and monitoring only once they are done', () => {
    expect(hasReached(at('display'), 'launching', six)).toBe(false)
    expect(hasReached(at('deliver', { launched: true }), 'launching', six)).toBe(true)
    expect(hasReached(at('deliver', { launched: true }), 'monitoring', six)).toBe(false)
  })
  it('counts documentation from its first canvas on, not by passing the other stages', () => {
    expect(hasReached(at('display'), 'documentation', six)).toBe(false)
    expect(hasReached(at('diagnose', { canvases: { pelajaran: 'berjalan' } }), 'documentation', six)).toBe(true)
  })
})

describe('through', () => {
  it('is a stage when the next one is reached', () => {
    expect(isThrough(at('design'), 'diagnose', six)).toBe(true)
    expect(isThrough(at('design'), 'design', six)).toBe(false)
  })
  it('is the last stage when its closing checklist is done, or passed with a reason', () => {
    const items = five.at(-1)?.gate.items ?? []
    const ticks = Object.fromEntries(items.map(({ key }) => [key, true]))
    const canvases = Object.fromEntries(items.flatMap(({ check }) => ('canvas' in check ? [[check.canvas, 'selesai' as const]] : [])))
    const override = { reason: 'Pameran digabung tahun depan', by: 'Contoh Ketua', at: '2026-06-09T01:00:00Z' }
    expect(isThrough(at('display'), 'display', five)).toBe(false)
    expect(isThrough(at('display', { canvases, gates: { display: { approval: null, override: null, ticks } } }), 'display', five)).toBe(
      true,
    )
    expect(isThrough(at('display', { gates: { display: { approval: null, override, ticks: {} } } }), 'display', five)).toBe(true)
    expect(isThrough(at('display', { gates: { display: { approval: null, override, ticks: {} } } }), 'display', six)).toBe(false)
  })
  it('is documentation when all its canvases are done', () => {
    const own = six.find(({ key }) => key === 'documentation')?.canvases ?? []
    const done = Object.fromEntries(own.map((id) => [id, 'selesai' as const]))
    expect(isThrough(at('documentation', { canvases: done }), 'documentation', six)).toBe(true)
    expect(isThrough(at('documentation', { canvases: { ...done, [own[0] ?? '']: 'berjalan' } }), 'documentation', six)).toBe(false)
  })
})

describe('counting', () => {
  const all = [at('drum_up'), at('design'), at('deliver', { launched: true }), at('display', { archived: true })]
  it('stands each innovation in one column, launched ones at monitoring, archived ones nowhere', () => {
    expect(positions(all, six).map(({ innovations }) => innovations.length)).toEqual([1, 0, 1, 0, 1, 0, 0])
  })
  it('never shrinks a column of the funnel below the stages that lie after it', () => {
    expect(funnel(all, six).map(({ innovations }) => innovations.length)).toEqual([3, 2, 2, 1, 0, 0, 0])
  })
})
