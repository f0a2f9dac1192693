/** What the sample lab gives the dashboards to show. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import { figuresOf, readinessOf, sumImpacts } from '#shared/rules/figures.ts'

const templates = new URL('../../../../templates', import.meta.url).pathname
const sample = await readSample(join(templates, 'samples/kota-solok'), { ...systemPorts, clock: () => Date.UTC(2026, 7, 14) })
const { packs } = await loadPacks(join(templates, 'packs'))
const all = sample.innovations.map((one) => figuresOf(one, packs))

describe('the figures of the sample lab', () => {
  it('compare readiness at Drum Up with that at the end, component by component, by the same teams', () => {
    const { before, after } = readinessOf(all, packs)
    expect([before?.canvas, after?.canvas]).toEqual(['survei-kesiapan', 'survei-kesiapan-akhir'])
    expect(after?.components.map(({ key }) => key)).toEqual(before?.components.map(({ key }) => key))
    expect(after?.from).toEqual(before?.from)
  })

  it('improve modestly: every component by less than one of four points, and not all alike', () => {
    const { before, after } = readinessOf(all, packs)
    const changes = (before?.components ?? []).map(({ mean }, at) => (after?.components[at]?.mean ?? 0) - (mean ?? 0))
    expect(changes).toHaveLength(6)
    for (const change of changes) expect(change).toBeLessThan(1)
    expect(Math.max(...changes)).toBeGreaterThan(0.4)
    expect(Math.min(...changes)).toBeLessThan(0.2)
  })

  it('sum before and after over several innovations, and never over different units of measure', () => {
    expect(all.filter(({ impacts }) => impacts.length > 0).length).toBeGreaterThanOrEqual(4)
    const sums = sumImpacts(all)
    expect(sums.filter(({ from }) => from.length >= 4).length).toBeGreaterThanOrEqual(3)
    const speed = sums.filter(({ variable }) => variable.id === 'Kecepatan mendapatkan layanan')
    expect(new Set(speed.map(({ measure }) => measure))).toEqual(new Set(['hari', 'menit']))
  })
})
