/** The directory in figures: how many innovations of each kind, stage and affair, in tables and one chart. */
import { measure } from '#shared/figure/metrics.ts'
import { palette } from '#shared/figure/palette.ts'
import type { Figure, Shape } from '#shared/model/figure.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import type { Message } from '#shared/text/messages.ts'
import { cell, headCell, muted, para } from './blocks.ts'
import type { Listed } from './directory.ts'
import type { Build } from './source.ts'

type Count = { readonly label: string; readonly count: number }

export function overviewBlocks(listed: readonly Listed[], build: Build): readonly Block[] {
  const { tell, language } = build
  if (listed.length === 0) return [muted(tell(words.noInnovations))]
  const number = (value: number): string => formatNumber(value, language)
  const units = new Set(listed.map(({ unit }) => unit)).size
  const kinds = counted(listed, ({ kind }) => kind)
  return [
    para(tell(words.overviewLead, { innovations: number(listed.length), units: number(units) })),
    {
      b: 'figure',
      figure: barChart(kinds, tell(words.overviewAlt, { by: tell(words.byKind) }), build),
      caption: tell(words.chartCaption, { by: tell(words.byKind) }),
    },
    ...table(
      counted(listed, ({ stage }) => stage),
      words.byStage,
      build,
    ),
    ...table(
      counted(listed, ({ urusan }) => urusan),
      words.byUrusan,
      build,
    ),
  ]
}

/** Most first; equal ones by label. */
function counted(listed: readonly Listed[], of: (one: Listed) => string): readonly Count[] {
  const counts = new Map<string, number>()
  for (const one of listed) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1)
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}

function table(counts: readonly Count[], by: Message, build: Build): readonly Block[] {
  const { tell, language } = build
  const title = tell(by)
  const rows = counts.map(({ label, count }): readonly Cell[] => [cell(label), cell(formatNumber(count, language), { align: 'right' })])
  const head = [headCell(title.charAt(0).toUpperCase() + title.slice(1)), headCell(tell(words.count), { align: 'right' })]
  return [
    {
      b: 'table',
      widths: [5, 1.4],
      headRows: 1,
      rows: [head, ...rows],
      ruled: true,
      size: 10,
      alt: tell(words.overviewAlt, { by: title }),
    },
    { b: 'space', height: 10 },
  ]
}

/** Pixels. */
const bar = { height: 18, gap: 8, text: 13 } as const

function barChart(counts: readonly Count[], alt: string, { figureSize, language }: Build): Figure {
  const width = Math.min(figureSize.width, 620)
  const labels = Math.min(width * 0.45, Math.max(...counts.map(({ label }) => measure(label, bar.text))) + 12)
  const room = width - labels - 48
  const most = Math.max(1, ...counts.map(({ count }) => count))
  const shapes = counts.flatMap(({ label, count }, at): readonly Shape[] => {
    const y = at * (bar.height + bar.gap)
    const long = Math.max(2, (room * count) / most)
    const base = y + bar.height * 0.72
    return [
      { t: 'text', x: labels - 8, y: base, lines: [label], size: bar.text, lead: 16, fill: palette.ink, align: 'right' },
      { t: 'rect', x: labels, y, w: long, h: bar.height, r: 3, fill: palette.action },
      {
        t: 'text',
        x: labels + long + 6,
        y: base,
        lines: [formatNumber(count, language)],
        size: bar.text,
        lead: 16,
        bold: true,
        fill: palette.ink,
      },
    ]
  })
  return {
    width,
    height: Math.max(1, counts.length * (bar.height + bar.gap) - bar.gap),
    shapes,
    alt: `${alt}: ${counts.map(({ label, count }) => `${label} ${count}`).join(', ')}`,
  }
}
