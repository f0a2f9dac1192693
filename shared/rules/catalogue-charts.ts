/** Figures of the catalogue as charts that answer a question: the same in the page, in pictures and in documents. */
import type { CatalogueFigures, CatalogueFilters } from '../api/catalogue.ts'
import { standings } from '../model/catalogue.ts'
import { innovationKinds } from '../model/innovation-kinds.ts'
import type { Language } from '../model/text.ts'
import { catalogueFiguresText as text } from '../text/catalogue-figures.ts'
import { catalogueWords } from '../text/catalogue-words.ts'
import { innovationText } from '../text/innovation.ts'
import { type Message, say } from '../text/messages.ts'
import { formatNumber } from './numbers.ts'

/** Those of the same height stand beside each other. */
export const chartKeys = ['year', 'survival', 'standing', 'kind', 'urusan', 'unit', 'replication'] as const
export type ChartKey = (typeof chartKeys)[number]

export type CatalogueBar = {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly second?: number
  /** The numbers in words, where there are two. */
  readonly said: string
  readonly filters: CatalogueFilters
}
export type CatalogueChart = {
  readonly key: ChartKey
  readonly title: string
  readonly answer: string
  readonly note: string
  readonly legend: readonly string[]
  readonly bars: readonly CatalogueBar[]
}

/** One chart for each key, in their order; one that has nothing to show has no bars. */
export function chartsOf(figures: CatalogueFigures, language: Language): readonly CatalogueChart[] {
  return [
    yearChart(figures, language),
    survivalChart(figures, language),
    standingChart(figures, language),
    plainChart('kind', figures.byKind, figures.of, language, kindLabel(language)),
    plainChart('urusan', figures.byUrusan, figures.of, language),
    plainChart('unit', figures.byUnit, figures.of, language),
    replicationChart(figures, language),
  ]
}

type Bars = CatalogueFigures['byYear']

const number = (value: number, language: Language): string => formatNumber(value, language)
const most = (bars: Bars): Bars[number] | undefined =>
  bars.reduce<Bars[number] | undefined>((best, one) => (best === undefined || one.count > best.count ? one : best), undefined)
const barsOf = (bars: Bars, label: (key: string) => string): readonly CatalogueBar[] =>
  bars.map(({ key, count, filters }) => ({ key, label: label(key), value: count, said: '', filters }))
const total = (bars: Bars): number => bars.reduce((sum, { count }) => sum + count, 0)

/** Of several that are equal none is the most. */
function mostAnswer(bars: Bars, message: Message, label: (key: string) => string, language: Language): string {
  const first = most(bars)
  if (first === undefined) return ''
  const n = number(first.count, language)
  const equal = bars.filter(({ count }) => count === first.count).length
  return equal > 1
    ? say(text.tieAnswer, language, { k: number(equal, language), n })
    : say(message, language, { label: label(first.key), n })
}

const kindLabel =
  (language: Language) =>
  (key: string): string => {
    const kind = innovationKinds.find((one) => one === key)
    return kind === undefined ? key : innovationText[`kind_${kind}`][language]
  }

function plainChart(
  key: 'kind' | 'urusan' | 'unit',
  bars: Bars,
  of: number,
  language: Language,
  label: (key: string) => string = (name) => name,
): CatalogueChart {
  const unsaid = of - total(bars)
  return {
    key,
    title: text[key][language],
    answer: mostAnswer(bars, text.mostAnswer, label, language),
    note: unsaid > 0 && bars.length > 0 ? say(text.unsaid, language, { n: number(unsaid, language) }) : '',
    legend: [],
    bars: barsOf(bars, label),
  }
}

function yearChart({ byYear, of }: CatalogueFigures, language: Language): CatalogueChart {
  const unsaid = of - total(byYear)
  return {
    key: 'year',
    title: text.year[language],
    answer: mostAnswer(byYear, text.yearAnswer, (year) => year, language),
    note: unsaid > 0 && byYear.length > 0 ? say(text.unsaid, language, { n: number(unsaid, language) }) : '',
    legend: [],
    bars: barsOf(byYear, (year) => year),
  }
}

function standingChart({ byStanding, of }: CatalogueFigures, language: Language): CatalogueChart {
  const running = byStanding.filter(({ key }) => key === 'berjalan' || key === 'penerapan').reduce((sum, { count }) => sum + count, 0)
  const label = (key: string): string => {
    const standing = standings.find((one) => one === key)
    return standing === undefined ? key : catalogueWords[`st_${standing}`][language]
  }
  return {
    key: 'standing',
    title: text.standing[language],
    answer: of === 0 ? '' : say(text.standingAnswer, language, { n: number(running, language), of: number(of, language) }),
    note: '',
    legend: [],
    bars: barsOf(byStanding, label),
  }
}

function survivalChart({ survival }: CatalogueFigures, language: Language): CatalogueChart {
  const born = survival.reduce((sum, row) => sum + row.born, 0)
  const alive = survival.reduce((sum, row) => sum + row.alive, 0)
  const share = born === 0 ? 0 : Math.round((alive / born) * 100)
  return {
    key: 'survival',
    title: text.survival[language],
    answer: born === 0 ? '' : say(text.survivalAnswer, language, { n: number(alive, language), of: number(born, language), share }),
    note: text.survivalNote[language],
    legend: [text.alive[language], text.stopped[language]],
    bars: survival.map((row) => ({
      key: String(row.year),
      label: String(row.year),
      value: row.alive,
      second: row.stopped,
      said: say(text.aliveOf, language, { alive: number(row.alive, language), born: number(row.born, language) }),
      filters: row.filters,
    })),
  }
}

function replicationChart({ replication }: CatalogueFigures, language: Language): CatalogueChart {
  const took = replication.filter((row) => row.took > 0).length
  return {
    key: 'replication',
    title: text.replication[language],
    answer: replication.length === 0 ? '' : say(text.replicationAnswer, language, { n: number(took, language) }),
    note: '',
    legend: [text.took[language], text.gave[language]],
    bars: replication.map((row) => ({
      key: row.region,
      label: row.region,
      value: row.took,
      second: row.gave,
      said: say(text.tookGave, language, { took: number(row.took, language), gave: number(row.gave, language) }),
      filters: row.filters,
    })),
  }
}

/** Of the charts whose bars stand by size, the first so many. */
export const largestBars = (chart: CatalogueChart, count: number): CatalogueChart =>
  chart.key === 'year' || chart.key === 'survival' ? chart : { ...chart, bars: chart.bars.slice(0, count) }
