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
  /** What the whole bar leads to. */
  readonly filters: CatalogueFilters
  /** What each of two numbers leads to by itself. */
  readonly apart?: readonly [CatalogueFilters, CatalogueFilters]
}
export type CatalogueChart = {
  readonly key: ChartKey
  readonly title: string
  readonly answer: string
  readonly note: string
  /** Those of whom the note speaks, where they can be shown. */
  readonly noteFilters: CatalogueFilters | null
  readonly legend: readonly string[]
  readonly bars: readonly CatalogueBar[]
}

/**
 * One chart for each key, in their order; one that has nothing to show has no bars.
 * @param filters those that were in force when the figures were counted
 */
export function chartsOf(figures: CatalogueFigures, language: Language, filters: CatalogueFilters = {}): readonly CatalogueChart[] {
  const plain = (key: 'year' | 'kind' | 'urusan' | 'unit', bars: Bars, label?: (key: string) => string): CatalogueChart =>
    plainChart(key, bars, unsaidIn(figures, key, filters, language), language, label)
  return [
    plain('year', figures.byYear),
    survivalChart(figures, language),
    standingChart(figures, language),
    plain('kind', figures.byKind, kindLabel(language)),
    plain('urusan', figures.byUrusan),
    plain('unit', figures.byUnit),
    replicationChart(figures, language, filters),
  ]
}

type Note = Pick<CatalogueChart, 'note' | 'noteFilters'>
const noNote: Note = { note: '', noteFilters: null }

/** Several of one filter mean any of them: where another gap is asked for already, those who leave both open cannot be shown. */
function unsaidIn(
  { unsaid }: CatalogueFigures,
  key: keyof CatalogueFigures['unsaid'],
  filters: CatalogueFilters,
  language: Language,
): Note {
  const count = unsaid[key]
  if (count === 0) return noNote
  const asked = filters.unsaid ?? []
  return {
    note: say(text.unsaid, language, { n: number(count, language) }),
    noteFilters: asked.length === 0 ? { ...filters, unsaid: [key] } : null,
  }
}

type Bars = CatalogueFigures['byYear']

const number = (value: number, language: Language): string => formatNumber(value, language)
const most = (bars: Bars): Bars[number] | undefined =>
  bars.reduce<Bars[number] | undefined>((best, one) => (best === undefined || one.count > best.count ? one : best), undefined)
const barsOf = (bars: Bars, label: (key: string) => string): readonly CatalogueBar[] =>
  bars.map(({ key, count, filters }) => ({ key, label: label(key), value: count, said: '', filters }))

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
  key: 'year' | 'kind' | 'urusan' | 'unit',
  bars: Bars,
  note: Note,
  language: Language,
  label: (key: string) => string = (name) => name,
): CatalogueChart {
  return {
    key,
    title: text[key][language],
    answer: mostAnswer(bars, key === 'year' ? text.yearAnswer : text.mostAnswer, label, language),
    ...note,
    legend: [],
    bars: barsOf(bars, label),
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
    ...noNote,
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
    noteFilters: null,
    legend: [text.alive[language], text.stopped[language]],
    bars: survival.map((row) => ({
      key: String(row.year),
      label: String(row.year),
      value: row.alive,
      second: row.stopped,
      said: say(text.aliveOf, language, { alive: number(row.alive, language), born: number(row.born, language) }),
      filters: row.filters,
      apart: [
        { ...row.filters, standing: (row.filters.standing ?? standings).filter((one) => one !== 'berhenti' && one !== 'ide') },
        { ...row.filters, standing: ['berhenti'] },
      ],
    })),
  }
}

function replicationChart({ replication }: CatalogueFigures, language: Language, filters: CatalogueFilters): CatalogueChart {
  const took = replication.filter((row) => row.took > 0).length
  return {
    key: 'replication',
    title: text.replication[language],
    answer: replication.length === 0 ? '' : say(text.replicationAnswer, language, { n: number(took, language) }),
    ...noNote,
    legend: [text.took[language], text.gave[language]],
    bars: replication.map((row) => ({
      key: row.region,
      label: row.region,
      value: row.took,
      second: row.gave,
      said: say(text.tookGave, language, { took: number(row.took, language), gave: number(row.gave, language) }),
      filters: row.filters,
      apart: [
        { ...filters, adopter: [row.region] },
        { ...filters, region: [row.region], adopted: ['ya'] },
      ],
    })),
  }
}

/** Of the charts whose bars stand by size, the first so many. */
export const largestBars = (chart: CatalogueChart, count: number): CatalogueChart =>
  chart.key === 'year' || chart.key === 'survival' ? chart : { ...chart, bars: chart.bars.slice(0, count) }
