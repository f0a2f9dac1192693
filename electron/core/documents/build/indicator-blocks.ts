/** The indicators of a set with what the team claims, what evidence proves, and what that comes to by the office's own count (domain.md 3.4). */
import type { Innovation } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { IndicatorDef, IndicatorSet } from '#shared/model/pack.ts'
import { provenLevel } from '#shared/rules/maturity.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import { cell, headCell, muted, para, tight } from './blocks.ts'
import { evidenceAt, evidenceLine, evidenceTitle } from './evidence-blocks.ts'
import type { Build } from './source.ts'
import { fittedWidths } from './widths.ts'

const size = 9
/** Highest level of an indicator. */
const most = 3

/** Both levels, weight, points and evidence of every indicator, the sum, and whose count it is. */
export function indicatorTable(set: IndicatorSet, innovation: Innovation, build: Build): readonly Block[] {
  const { tell, words: common } = build
  const heads = [common.number, words.indicator, words.claimed, words.proven, words.weight, words.points, words.evidence]
  const head = heads.map((word, at) => headCell(tell(word), at === 1 || at === 6 ? {} : { align: 'center' }))
  const points = set.indicators.reduce((sum, { key, weight }) => sum + weight * provenLevel(innovation, set.id, key), 0)
  const all = set.indicators.reduce((sum, { weight }) => sum + weight * most, 0)
  const rows = [...bodyRows(set, innovation, build), totalRow(points, build)]
  const widths = fittedWidths([0.6, 4, 1, 1, 0.9, 1, 3.6], [head, ...rows], size, build)
  const number = (value: number): string => formatNumber(value, build.language)
  const percent = formatPercent(all === 0 ? 0 : (points / all) * 100, build.language)
  const band = [...set.ownBands].sort((a, b) => b.from - a.from).find(({ from }) => points >= from)
  return [
    { b: 'table', widths, headRows: 1, rows: [head, ...rows], ruled: true, size, alt: tell(words.indicatorsAlt) },
    para(tell(words.ownCount, { points: number(points), most: number(all), percent }), { size, align: 'left', ...tight }),
    ...(band === undefined ? [] : [para(tell(words.ownBand, { label: band.label[build.language] }), { size, align: 'left' })]),
  ]
}

/** Under the heads of their variables, where the set has some. */
function bodyRows(set: IndicatorSet, innovation: Innovation, build: Build): readonly (readonly Cell[])[] {
  const row = (indicator: IndicatorDef) => indicatorRow(set, indicator, innovation, build)
  const known = new Set(set.variables.map(({ key }) => key))
  const free = set.indicators.filter(({ variable }) => variable === undefined || !known.has(variable))
  return [
    ...free.map(row),
    ...set.variables.flatMap(({ key, label }): readonly (readonly Cell[])[] => {
      const own = set.indicators.filter(({ variable }) => variable === key)
      const text = label[build.language]
      const band: Cell = { colSpan: 7, shade: '#F6F4EF', blocks: [{ b: 'para', runs: [{ text, bold: true }], ...tight, keepNext: true }] }
      return own.length === 0 ? [] : [[band], ...own.map(row)]
    }),
  ]
}

function indicatorRow(set: IndicatorSet, indicator: IndicatorDef, innovation: Innovation, build: Build): readonly Cell[] {
  const { tell, language } = build
  const claim = innovation.maturity[set.id]?.[indicator.key]
  const proven = provenLevel(innovation, set.id, indicator.key)
  const claimed = claim?.level ?? 0
  const title = indicator.title[language]
  const reached = indicator.bases.find(({ key }) => key === claim?.basis)
  const level = Math.max(claimed, proven)
  const note = (claim?.note ?? '').trim()
  const text = level === 0 ? undefined : (reached?.levels ?? indicator.levels)[level - 1]?.[language]
  const evidence = evidenceAt(innovation, 'indicator', set.id, indicator.key)
  const centre = (value: string): Cell => cell(value, { align: 'center' })
  const number = (value: number): string => formatNumber(value, language)
  return [
    centre(String(indicator.no)),
    cell([
      para(indicator.mandatory ? tell(words.mandatory, { title }) : title, tight),
      ...(indicator.bases.length === 0
        ? []
        : [muted(reached === undefined ? tell(words.noBasis) : tell(words.basis, { label: reached.label[language] }), { ...tight })]),
      ...(text === undefined || text.trim() === '' ? [] : [muted(text, { ...tight })]),
      ...(note === '' ? [] : [para(note, tight)]),
    ]),
    centre(claimed === 0 ? '–' : number(claimed)),
    centre(proven === 0 ? '–' : number(proven)),
    centre(number(indicator.weight)),
    centre(number(indicator.weight * proven)),
    cell(
      evidence.length === 0
        ? [muted(tell(build.words.notFilledCell), tight)]
        : evidence.map((one) => para(evidenceTitle(one, build), tight)),
    ),
  ]
}

const totalRow = (points: number, { tell, language }: Build): readonly Cell[] => [
  { colSpan: 5, shade: '#F6F4EF', blocks: [{ b: 'para', runs: [{ text: tell(words.total), bold: true }], ...tight }] },
  { align: 'center', shade: '#F6F4EF', blocks: [{ b: 'para', runs: [{ text: formatNumber(points, language), bold: true }], ...tight }] },
  { shade: '#F6F4EF', blocks: [para('', tight)] },
]

/** Under each indicator its evidence with file, pages and size; indicators without any in one line. */
export function evidenceByIndicator(set: IndicatorSet, innovation: Innovation, build: Build): readonly Block[] {
  const { tell, language } = build
  const bare: string[] = []
  const blocks = set.indicators.flatMap((indicator): readonly Block[] => {
    const list = evidenceAt(innovation, 'indicator', set.id, indicator.key)
    const name = `${indicator.no}. ${indicator.title[language]}`
    if (list.length === 0) {
      bare.push(name)
      return []
    }
    return [
      { b: 'para', runs: [{ text: name, bold: true }], size: 10, align: 'left', keepNext: true, ...tight },
      muted(tell(words.expected, { text: indicator.evidence[language] }), { size, align: 'left', keepNext: true, ...tight }),
      {
        b: 'list',
        ordered: false,
        items: list.map((one) => {
          const levels = one.targets
            .filter(({ kind, of, key, level }) => kind === 'indicator' && of === set.id && key === indicator.key && level > 0)
            .map(({ level }) => tell(words.levelOf, { title: evidenceLine(one, innovation, build), level }))
          const state = tell(words[`state_${one.state}`])
          return [para(`${levels[0] ?? evidenceLine(one, innovation, build)}; ${state}`, { size: 10, align: 'left', ...tight })]
        }),
      },
    ]
  })
  return [
    ...(blocks.length === 0 ? [muted(tell(words.noEvidence))] : blocks),
    ...(blocks.length === 0 || bare.length === 0
      ? []
      : [muted(tell(words.emptyParts, { list: bare.join('; ') }), { size, align: 'left' })]),
  ]
}
