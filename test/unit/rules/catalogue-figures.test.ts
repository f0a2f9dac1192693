/** Counts over the years, each held against counting the entries that its filters leave. */
import { expect, it } from 'vitest'
import type { CatalogueFilters } from '#shared/api/catalogue.ts'
import { matchesFilters } from '#shared/rules/catalogue.ts'
import { chartsOf, largestBars } from '#shared/rules/catalogue-charts.ts'
import { figuresOf } from '#shared/rules/catalogue-figures.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'

const entries = makeCatalogue(2000, 3)
const figures = figuresOf(entries)

it('shows behind every bar as many innovations as the bar says', () => {
  for (const bar of [...figures.byYear, ...figures.byKind, ...figures.byUrusan, ...figures.byUnit, ...figures.byStanding])
    expect(entries.filter((entry) => matchesFilters(entry, bar.filters)).length).toBe(bar.count)
  for (const row of figures.survival) expect(entries.filter((entry) => matchesFilters(entry, row.filters)).length).toBe(row.born)
  for (const row of figures.replication)
    expect(entries.filter((entry) => matchesFilters(entry, row.filters)).length).toBe(row.took > 0 ? row.took : row.gave)
})

it('counts no idea among those born, and everybody else as alive or stopped', () => {
  const ideas = entries.filter(({ standing }) => standing === 'ide').length
  expect(figures.survival.reduce((sum, { born }) => sum + born, 0)).toBe(entries.length - ideas)
  expect(figures.survival.every(({ born, alive, stopped }) => born === alive + stopped)).toBe(true)
  expect(figures.survival.reduce((sum, { stopped }) => sum + stopped, 0)).toBe(entries.filter((one) => one.standing === 'berhenti').length)
})

it('counts those that do not say, and its filter finds just those', () => {
  const some = entries.map((entry, at) => ({
    ...entry,
    kind: at % 3 === 0 ? null : entry.kind,
    unit: at % 5 === 0 ? '' : entry.unit,
    year: at % 7 === 0 ? null : entry.year,
  }))
  const { unsaid } = figuresOf(some)
  expect(unsaid.year).toBeGreaterThan(0)
  for (const key of ['year', 'kind', 'urusan', 'unit'] as const)
    expect(some.filter((entry) => matchesFilters(entry, { unsaid: [key] })).length).toBe(unsaid[key])
})

it('leads from each number of a pair to just those it counts, and from a note to those who do not say', () => {
  const filters = { province: ['Jawa Barat'] }
  const some = entries
    .filter((entry) => matchesFilters(entry, filters))
    .map((entry, at) => (at % 4 === 0 ? { ...entry, urusan: '' } : entry))
  const found = (wanted: CatalogueFilters) => some.filter((entry) => matchesFilters(entry, wanted)).length
  const charts = chartsOf(figuresOf(some, filters), 'id', filters)
  for (const { bars } of charts)
    for (const { apart, value, second } of bars) if (apart !== undefined) expect(apart.map(found)).toEqual([value, second])
  const note = charts.find(({ key }) => key === 'urusan')?.noteFilters ?? {}
  expect(found(note)).toBe(some.filter(({ urusan }) => urusan === '').length)
  // Another gap is asked for already: those who leave both open cannot be asked for.
  expect(chartsOf(figuresOf(some), 'id', { unsaid: ['kind'] }).every(({ noteFilters }) => noteFilters === null)).toBe(true)
})

it('shows of adopters that were asked for only those', () => {
  const adopter = figures.replication.slice(0, 2).map(({ region }) => region)
  const filters = { adopter }
  const some = entries.filter((entry) => matchesFilters(entry, filters))
  for (const row of figuresOf(some, filters).replication)
    if (row.took > 0) expect(entries.filter((entry) => matchesFilters(entry, row.filters)).length).toBe(row.took)
})

it('keeps the filters in force in those of its bars', () => {
  const filters = { province: ['Jawa Barat'], standing: ['berhenti', 'ide'] as ('berhenti' | 'ide')[] }
  const some = entries.filter((entry) => matchesFilters(entry, filters))
  const found = figuresOf(some, filters)
  expect(found.of).toBe(some.length)
  for (const bar of found.byYear) expect(entries.filter((entry) => matchesFilters(entry, bar.filters)).length).toBe(bar.count)
  for (const row of found.survival) expect(entries.filter((entry) => matchesFilters(entry, row.filters)).length).toBe(row.born)
})

it('answers every question in both languages, and cuts only what stands by size', () => {
  for (const language of ['id', 'en'] as const) {
    const charts = chartsOf(figures, language)
    expect(charts.every(({ title, answer }) => title.endsWith('?') && answer !== '' && !answer.includes('{{'))).toBe(true)
    expect(charts.map((chart) => largestBars(chart, 5).bars.length)).toEqual([17, 17, 5, 5, 5, 5, 5])
  }
  expect(chartsOf(figuresOf([]), 'id').every(({ bars, answer }) => bars.length === 0 && answer === '')).toBe(true)
})
