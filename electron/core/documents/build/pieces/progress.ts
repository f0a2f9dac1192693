/** How far the action plan has come: steps by their state, mean progress, and the obstacles with what is done about them. */
import type { Innovation } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { cellOf } from '#shared/rules/grid.ts'
import { formatPercent } from '#shared/rules/numbers.ts'
import { byOrder } from '#shared/rules/order.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import { cell, headCell, muted, para, written } from '../blocks.ts'
import type { Build } from '../source.ts'

/** The monitoring canvas of the base pack and its columns. */
const at = {
  canvas: 'pemantauan-rencana-aksi',
  state: 'status',
  progress: 'progres',
  obstacle: 'kendala',
  cause: 'sumber_kendala',
  way: 'solusi',
} as const

export function progressBlocks(innovation: Innovation, build: Build): readonly Block[] {
  const { packs, language, tell, words: common } = build
  const def = canvasOf(packs, at.canvas)
  const steps = [...(innovation.canvases[at.canvas]?.items ?? [])].sort(byOrder)
  if (def?.kind !== 'grid' || steps.length === 0) return [muted(tell(words.progressNone))]
  const column = (key: string) => def.columns.find((one) => one.key === key)
  const options = column(at.state)?.options ?? []
  const counts = options.map(({ key, label }) => ({
    label: label[language],
    count: steps.filter(({ values }) => values[at.state] === key).length,
  }))
  const list = counts.map(({ label, count }) => tell(words.countOf, { label: label.toLowerCase(), count })).join(', ')
  const known = steps.flatMap(({ values }) => (typeof values[at.progress] === 'number' ? [Number(values[at.progress])] : []))
  const mean = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length
  const sentences = [
    tell(words.progressSteps, { list }),
    mean === null ? '' : tell(words.progressMean, { mean: formatPercent(mean, language, 0) }),
  ]
  const text = (item: (typeof steps)[number], key: string): string => {
    const found = column(key)
    return found === undefined ? '' : showCell(found, cellOf(item, key), language)
  }
  const held = steps.filter((item) => text(item, at.obstacle).trim() !== '')
  const empty = tell(common.notFilledCell)
  const rows = held.map((item): readonly Cell[] => [
    cell(written(item.text, empty)),
    cell(written(text(item, at.obstacle), empty)),
    cell(written(text(item, at.cause), empty)),
    cell(written(text(item, at.way), empty)),
  ])
  const head = [words.step, words.obstacle, words.cause, words.solution].map((word) => headCell(tell(word)))
  return [
    para(sentences.filter((part) => part !== '').join(' '), { align: 'left' }),
    ...(rows.length === 0
      ? []
      : [
          {
            b: 'table',
            widths: [2.6, 3, 1.6, 3],
            headRows: 1,
            rows: [head, ...rows],
            ruled: true,
            size: 9,
            alt: tell(words.obstaclesAlt),
          } as const,
        ]),
  ]
}
