/** How innovations stand, and which pass a filter. */
import { expect, it } from 'vitest'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { entryOfSummary, filterKeys, filterValues, matchesFilters, standingOf } from '#shared/rules/catalogue.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'
import { randomInnovation } from '#test/makers/innovation.ts'
import { makeLab } from '#test/makers/lab.ts'

const summary = (over: Partial<InnovationSummary> = {}): InnovationSummary => ({
  ...summarise(randomInnovation(1), '2026-05-05T00:00:00.000Z'),
  launched: false,
  monitored: false,
  ...over,
})
const nothing = summary().catalogue

it.each([
  ['drum_up', {}, 'ide'],
  ['diagnose', {}, 'ide'],
  ['design', {}, 'ide'],
  ['deliver', {}, 'uji_coba'],
  ['deliver', { launched: true }, 'penerapan'],
  ['deliver', { launched: true, monitored: true }, 'berjalan'],
  ['display', {}, 'berjalan'],
  ['documentation', {}, 'berjalan'],
] as const)('reads off %s with %o that it stands at %s, unsaid', (stage, over, key) => {
  expect(standingOf(summary({ stage, ...over, catalogue: { ...nothing, standing: null } }))).toEqual({ key, said: false })
})

it('takes the word of whoever said how it stands, and keeps when and why it stopped', () => {
  const standing = { key: 'berhenti', since: '2025-02-01', reason: 'Penggagas dimutasi', at: '2026-01-01T00:00:00.000Z' } as const
  const entry = entryOfSummary(makeLab(), 'RSUD Contoh', summary({ stage: 'display', catalogue: { ...nothing, standing } }))
  expect(entry).toMatchObject({ standing: 'berhenti', said: true, stoppedOn: '2025-02-01', stopReason: 'Penggagas dimutasi' })
})

it('names the region with its kind, and takes the year from the first day of use, else from the lab', () => {
  const lab = makeLab({ year: 2026 })
  expect(entryOfSummary(lab, '', summary({ startedOn: '2023-06-01' }))).toMatchObject({ region: 'Kota Solok', year: 2023 })
  expect(entryOfSummary(lab, '', summary({ startedOn: '' })).year).toBe(2026)
})

it('passes an entry that has any value of each filter, and keeps out one that says nothing', () => {
  const [entry] = makeCatalogue(1)
  if (entry === undefined) throw new Error('none made')
  expect(matchesFilters(entry, {})).toBe(true)
  expect(matchesFilters(entry, { kind: [] })).toBe(true)
  expect(matchesFilters(entry, { region: ['Kota Lain', entry.region], urusan: [entry.urusan] })).toBe(true)
  expect(matchesFilters(entry, { region: [entry.region], urusan: ['Lain'] })).toBe(false)
  expect(matchesFilters({ ...entry, year: null }, { year: [String(entry.year)] })).toBe(false)
  expect(matchesFilters({ ...entry, adopters: ['Kota Metro'] }, { adopter: ['Kota Metro'], adopted: ['ya'] })).toBe(true)
})

it('finds every entry under each of its own values', () => {
  for (const entry of makeCatalogue(300, 7))
    for (const key of filterKeys) for (const value of filterValues[key](entry)) expect(matchesFilters(entry, { [key]: [value] })).toBe(true)
})
