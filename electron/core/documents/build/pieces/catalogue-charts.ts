/** Charts of the catalogue over the innovations of one lab: how they stand, who they come from, who took them over. */
import { barChartFigure } from '#shared/figure/bar-chart.ts'
import { entryOfSummary } from '#shared/rules/catalogue.ts'
import { type ChartKey, chartsOf, largestBars } from '#shared/rules/catalogue-charts.ts'
import { figuresOf } from '#shared/rules/catalogue-figures.ts'
import { catalogueFiguresText } from '#shared/text/catalogue-figures.ts'
import { muted } from '../blocks.ts'
import { gap, unitName, viewOf } from './lab-base.ts'
import type { Piece } from './pieces.ts'

/** A lab is of one year: what goes by years says nothing of it. Kinds and affairs stand among what the lab covers. */
const drawn: readonly ChartKey[] = ['standing', 'unit', 'replication']
const mostBars = 12

export const catalogueChartsPiece: Piece = (build) => {
  const { lab, language } = build
  const entries = viewOf(build).summaries.map((summary) => entryOfSummary(lab, unitName(build, summary.unit), summary))
  if (entries.length === 0) return [muted(catalogueFiguresText.pieceNone[language])]
  const charts = chartsOf(figuresOf(entries), language).filter(({ key, bars }) => drawn.includes(key) && bars.length > 0)
  // Points are 1/72 inch, figures are drawn in 1/96.
  const width = Math.min(640, build.figureSize.width)
  return charts.flatMap((chart) => [{ b: 'figure' as const, figure: barChartFigure(largestBars(chart, mostBars), width, language) }, gap()])
}
