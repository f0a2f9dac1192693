/**
 * The office's own trial run of a region's innovation index, from the summary lines of its innovations (domain.md 3.6):
 * points of all innovations / MAX(D, n) + points for their number + the region's own part, in per cent of the most.
 */
import type { IndicatorSet, RegionIndex } from '../model/pack.ts'
import type { InnovationSummary } from '../model/summary.ts'
import type { BothTexts, Language } from '../model/text.ts'
import { maturityWords } from '../text/maturity-words.ts'
import { say } from '../text/messages.ts'
import { countMaturity, mostPoints } from './maturity.ts'
import { formatNumber } from './numbers.ts'

/** The six basic services (domain.md 3.9), by words with which a region may name them. */
const basicServiceWords = {
  pendidikan: /\bpendidikan\b(?! dan pelatihan)/iu,
  kesehatan: /\bkesehatan\b/iu,
  pekerjaan_umum: /\bpekerjaan umum\b|\bpenataan ruang\b|\bpupr\b/iu,
  perumahan: /\bperumahan\b|\bpermukiman\b/iu,
  ketenteraman: /\bketenteraman\b|\bketentraman\b|\bketertiban\b|\bpe?r?lindungan masyarakat\b|\btrantibum\w*/iu,
  sosial: /\bsosial\b/iu,
} as const
export type BasicService = keyof typeof basicServiceWords
export const basicServices: readonly BasicService[] = Object.keys(basicServiceWords) as BasicService[] // the keys of the object above

/** Basic services an urusan names; one innovation may touch several. */
export const basicServicesIn = (urusan: string): readonly BasicService[] =>
  basicServices.filter((service) => basicServiceWords[service].test(urusan))

type Line = Pick<InnovationSummary, 'id' | 'maturity' | 'urusan' | 'archived'>

export type IndexAsk = {
  /** Points of the region's own part, or null while nobody typed them. */
  readonly region: number | null
  /** Trial: this many further innovations, each with so many points; they cover no basic service unless `covered` says so. */
  readonly added?: { readonly count: number; readonly points: number } | undefined
  /** Trial: levels raised, by innovation and indicator; a lower level than the proven one changes nothing. */
  readonly raised?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined
  /** Trial: basic services taken as covered besides those of the innovations. */
  readonly covered?: readonly BasicService[] | undefined
}

export type IndexBand = RegionIndex['bands'][number]
/** One sentence about what is missing. */
export type IndexLack = {
  readonly message: keyof typeof maturityWords
  readonly values: Readonly<Record<string, string | number | readonly BasicService[] | BothTexts>>
}

export type IndexCount = {
  /** Innovations counted: those that are not archived, and the added ones. */
  readonly innovations: number
  /** Σ of points of all innovations. */
  readonly sum: number
  /** MAX(D, n). */
  readonly divisor: number
  /** Sum / divisor. */
  readonly mean: number
  /** Points for the number of innovations; 0 while the basic services are not covered. */
  readonly count: number
  /** What the number would give if the basic services were covered. */
  readonly countPossible: number
  readonly region: number
  /** Mean + count + region. */
  readonly total: number
  readonly most: number
  /** 0 to 100, unrounded. */
  readonly percent: number
  readonly band: IndexBand | null
  readonly covered: readonly BasicService[]
  readonly uncovered: readonly BasicService[]
  /** Whether the rule of basic services holds; null where the set knows none. */
  readonly basicServicesMet: boolean | null
  readonly lacks: readonly IndexLack[]
}

/** Null where the set says nothing about a region's index. */
export function countIndex(set: IndicatorSet, lines: readonly Line[], ask: IndexAsk): IndexCount | null {
  const { index } = set
  if (index === undefined) return null
  const live = lines.filter(({ archived }) => !archived)
  const standings = live.map((line) => countMaturity(set, raisedLevels(line.maturity[set.id] ?? {}, ask.raised?.[line.id] ?? {})))
  const added = { count: Math.max(0, Math.trunc(ask.added?.count ?? 0)), points: within(ask.added?.points ?? 0, mostPoints(set)) }
  const innovations = live.length + added.count
  const sum = standings.reduce((total, { points }) => total + points, 0) + added.count * added.points
  const divisor = Math.max(index.divisor, innovations)
  const covered = coveredServices(live, ask.covered ?? [])
  const met = index.basicServices === undefined ? null : covered.length >= index.basicServices
  const countPossible = tidy(Math.min(innovations, index.count.most) * index.count.points)
  const count = met === false ? 0 : countPossible
  const region = within(ask.region ?? 0, index.regionMost)
  const mean = sum / divisor
  const total = mean + count + region
  const percent = (total / index.most) * 100
  const known = { innovations, sum, divisor, mean, count, countPossible, region, total, most: index.most, percent, covered }
  return {
    ...known,
    uncovered: basicServices.filter((service) => !covered.includes(service)),
    basicServicesMet: met,
    band: bandOf(index, percent),
    lacks: [
      ...lacksOf(index, ask, { innovations, covered, met, percent }),
      ...mandatoryLack(standings.filter(({ missingMandatory }) => missingMandatory.length > 0).length),
    ],
  }
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6
const within = (value: number, most: number): number => (Number.isFinite(value) ? Math.min(most, Math.max(0, value)) : 0)

type Levels = Readonly<Record<string, readonly [number, number]>>
function raisedLevels(found: Levels, raised: Readonly<Record<string, number>>): Levels {
  const levels: Record<string, readonly [number, number]> = { ...found }
  for (const [key, level] of Object.entries(raised)) {
    const [claimed, proven] = levels[key] ?? [0, 0]
    levels[key] = [Math.max(claimed, level), Math.max(proven, level)]
  }
  return levels
}

function coveredServices(lines: readonly Line[], more: readonly BasicService[]): readonly BasicService[] {
  const found = new Set([...lines.flatMap(({ urusan }) => basicServicesIn(urusan)), ...more])
  return basicServices.filter((service) => found.has(service))
}

/** Limits are given to two decimals, so the value is compared as it is shown: 65.006 is 65.01. */
export function bandOf({ bands }: Pick<RegionIndex, 'bands'>, percent: number): IndexBand | null {
  const shown = Math.round(percent * 100) / 100
  return [...bands].sort((a, b) => b.from - a.from).find(({ from }) => shown >= from) ?? null
}

type Standing = {
  readonly innovations: number
  readonly covered: readonly BasicService[]
  readonly met: boolean | null
  readonly percent: number
}

function* lacksOf(index: RegionIndex, ask: IndexAsk, { innovations, covered, met, percent }: Standing): Generator<IndexLack> {
  if (innovations < index.divisor) {
    const values = { count: innovations, divisor: index.divisor, missing: index.divisor - innovations }
    yield { message: 'lackInnovations', values }
  }
  if (met === false) {
    const missing = basicServices.filter((service) => !covered.includes(service))
    yield { message: 'lackBasicServices', values: { covered: covered.length, needed: index.basicServices ?? 0, missing } }
  }
  if (met === null) yield { message: 'basicUnknown', values: {} }
  if (ask.region === null) yield { message: 'lackRegion', values: { most: index.regionMost } }
  if (innovations < index.count.most) yield { message: 'lackMoreCount', values: { points: index.count.points, most: index.count.most } }
  const shown = Math.round(percent * 100) / 100
  const next = [...index.bands].sort((a, b) => a.from - b.from).find(({ from }) => from > shown)
  if (next !== undefined) yield { message: 'lackNextBand', values: { points: tidy(next.from - shown), band: next.label } }
}

const mandatoryLack = (count: number): readonly IndexLack[] => (count === 0 ? [] : [{ message: 'lackMandatory', values: { count } }])

/** The sentence, with numbers as the language writes them. */
export function sayLack({ message, values }: IndexLack, language: Language): string {
  const written = Object.entries(values).map(([key, value]): [string, string] => [key, writtenOut(value, language)])
  return say(maturityWords[message], language, Object.fromEntries(written))
}

function writtenOut(value: IndexLack['values'][string], language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language)
  if (typeof value === 'string') return value
  return 'id' in value ? value[language] : value.map((service) => maturityWords[service][language]).join('; ')
}

/** How often each level of an indicator is proven over a lab, lowest points won first: where the gaps are. */
export type IndicatorGap = {
  readonly key: string
  /** Innovations at level 0, 1, 2 and 3. */
  readonly levels: readonly [number, number, number, number]
  readonly points: number
  readonly most: number
}

export function indicatorGaps(set: IndicatorSet, lines: readonly Line[]): readonly IndicatorGap[] {
  const live = lines.filter(({ archived }) => !archived)
  return set.indicators
    .map(({ key, weight }): IndicatorGap => {
      const levels: [number, number, number, number] = [0, 0, 0, 0]
      let points = 0
      for (const { maturity } of live) {
        const level = Math.min(3, Math.max(0, Math.trunc(maturity[set.id]?.[key]?.[1] ?? 0)))
        levels[level] = (levels[level] ?? 0) + 1
        points += weight * level
      }
      return { key, levels, points: tidy(points), most: weight * 3 * live.length }
    })
    .sort((a, b) => b.most - b.points - (a.most - a.points))
}
