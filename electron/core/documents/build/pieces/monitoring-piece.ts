/** How the action plans go: step by step, with what stands in the way, whether will or ability, and what helps (domain.md 1.3, D4). */
import type { Innovation, Item } from '#shared/model/lab.ts'
import type { Block } from '#shared/model/outline.ts'
import type { GridDef } from '#shared/model/pack.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { cellOf, evaluateGrid } from '#shared/rules/grid.ts'
import { formatPercent } from '#shared/rules/numbers.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import { muted, para, tight } from '../blocks.ts'
import type { Build } from '../source.ts'
import { band, type Content, gap, named, notFilled, tableOf, unitName, viewOf } from './lab-base.ts'
import { barsBlocks } from './lab-counts.ts'
import { countBy } from './lab-lists.ts'
import type { Piece } from './pieces.ts'

/** Ids of the basic pack. */
const monitoringGrid = 'pemantauan-rencana-aksi'

export type Monitored = {
  readonly innovation: Innovation
  readonly steps: readonly Item[]
  readonly done: number
  /** Mean of the percentages that were given. */
  readonly progress: number | null
  /** Steps in whose way something stands. */
  readonly hindered: readonly Item[]
  readonly unsolved: number
  /** ISO day, or empty. */
  readonly last: string
}

const words = (item: Item, key: string): string => {
  const value = cellOf(item, key)
  return typeof value === 'string' ? value.trim() : ''
}

export function monitoredOf(innovation: Innovation, def: GridDef): Monitored {
  const canvas = innovation.canvases[monitoringGrid]
  const steps = canvas?.items ?? []
  const hindered = steps.filter((item) => words(item, 'kendala') !== '')
  const last = canvas?.fields['tanggal']
  return {
    innovation,
    steps,
    done: steps.filter((item) => words(item, 'status') === 'selesai').length,
    progress: canvas === undefined ? null : (evaluateGrid(def, steps, { settings: canvas.settings }).totals['progres'] ?? null),
    hindered,
    unsolved: hindered.filter((item) => words(item, 'solusi') === '').length,
    last: typeof last === 'string' ? last : '',
  }
}

export const monitoringPiece: Piece = (build) => {
  const { packs, tell } = build
  const def = canvasOf(packs, monitoringGrid)
  const { live } = viewOf(build)
  if (def?.kind !== 'grid' || live.length === 0) return [notFilled(build)]
  const all = live.map((one) => monitoredOf(one, def))
  return [
    leadOf(all, build),
    heading(tell(own.monevTable)),
    progressTable(all, build),
    gap(),
    heading(tell(own.monevCauses)),
    ...causes(all, def, build),
    heading(tell(own.monevDetails)),
    detailTable(all, def, build),
    gap(),
  ]
}

const heading = (text: string): Block => ({ b: 'para', runs: [{ text, bold: true }], keepNext: true })

function leadOf(all: readonly Monitored[], { tell, language }: Build): Block {
  const begun = all.filter(({ steps }) => steps.length > 0)
  if (begun.length === 0) return muted(tell(own.monevNone))
  const known = begun.flatMap(({ progress }) => (progress === null ? [] : [progress]))
  const mean = known.length === 0 ? '-' : formatPercent(known.reduce((sum, one) => sum + one, 0) / known.length, language, 0)
  const done = begun.reduce((sum, one) => sum + one.done, 0)
  const steps = begun.reduce((sum, one) => sum + one.steps.length, 0)
  return para(tell(own.monevLead, { begun: begun.length, of: all.length, done, steps, mean }), { align: 'justify' })
}

function progressTable(all: readonly Monitored[], build: Build): Block {
  const { tell, language } = build
  const rows = all.map(({ innovation, steps, done, progress, hindered, unsolved, last }, at): readonly Content[] => [
    String(at + 1),
    [...named({ ...innovation, longName: '' }), muted(unitName(build, innovation.unit) || tell(own.noUnit), tight)],
    ...(steps.length === 0
      ? [{ blocks: [muted(tell(own.notMonitored), tight)], colSpan: 4 }]
      : [
          tell(own.presentOf, { n: done, of: steps.length }),
          progress === null ? '-' : formatPercent(progress, language, 0),
          hindered.length === 0
            ? '-'
            : [para(String(hindered.length), tight), ...(unsolved === 0 ? [] : [para(tell(own.withoutSolution, { n: unsolved }), tight)])],
          last === '' ? '' : formatDay(last, language),
        ]),
  ])
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.innovation), width: 4 },
    { head: tell(own.stepsDone), width: 1.5, align: 'center' },
    { head: tell(own.progress), width: 1.2, align: 'right' },
    { head: tell(own.obstacles), width: 1.5, align: 'center' },
    { head: tell(own.lastSeen), width: 1.6 },
  ] as const
  return tableOf(build, columns, rows, { alt: tell(own.monevTable) })
}

function causes(all: readonly Monitored[], def: GridDef, build: Build): readonly Block[] {
  const { tell, language } = build
  const counts = countBy(all.flatMap(({ hindered }) => hindered.map((item) => words(item, 'sumber_kendala'))))
  if (counts.size === 0) return [muted(tell(own.monevNoObstacle))]
  const options = def.columns.find(({ key }) => key === 'sumber_kendala')?.options ?? []
  const known = options.map(({ key, label }) => ({ label: label[language], value: counts.get(key) ?? 0 }))
  const unsaid = counts.get('') ?? 0
  const sources = unsaid === 0 ? known : [...known, { label: tell(own.causeUnsaid), value: unsaid }]
  return [
    ...barsBlocks(
      build,
      sources.map((one) => ({ ...one, text: String(one.value) })),
      Math.max(...sources.map(({ value }) => value)),
    ),
    gap(),
  ]
}

function detailTable(all: readonly Monitored[], def: GridDef, build: Build): Block {
  const { tell, language } = build
  const column = (key: string) => def.columns.find((one) => one.key === key)
  const shown = (item: Item, key: string): string => {
    const of = column(key)
    return of === undefined ? '' : showCell(of, cellOf(item, key), language)
  }
  const rows = all.flatMap(({ innovation, hindered }): readonly (readonly Content[])[] =>
    hindered.length === 0
      ? []
      : [
          band(innovation.name, 5),
          ...hindered.map((item) => [
            item.text,
            [shown(item, 'status'), shown(item, 'progres')].filter((text) => text !== '').join(', '),
            words(item, 'kendala'),
            shown(item, 'sumber_kendala'),
            words(item, 'solusi'),
          ]),
        ],
  )
  if (rows.length === 0) return muted(tell(own.monevNoObstacle))
  const columns = [
    { head: tell(own.planStep), width: 2.6 },
    { head: tell(own.state), width: 1.4 },
    { head: tell(own.obstacle), width: 2.6 },
    { head: tell(own.cause), width: 1.6 },
    { head: tell(own.solution), width: 2.6 },
  ] as const
  return tableOf(build, columns, rows, { alt: tell(own.monevDetails), size: 9 })
}
