/** What the pieces about a lab share: the lab as it is counted, and tables that look alike. */
import type { Innovation, StageKey } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { StageDef } from '#shared/model/pack.ts'
import type { Session } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { figuresOf, type InnovationFigures } from '#shared/rules/figures.ts'
import { bareStages } from '#shared/rules/monitoring.ts'
import { methodOf, stageLabel } from '#shared/rules/packs.ts'
import { summarise } from '#shared/rules/summary.ts'
import { cell, headCell, muted, tight, written } from '../blocks.ts'
import type { Build } from '../source.ts'
import { fittedWidths } from '../widths.ts'

export type LabView = {
  /** Not archived, in the order of their units, then by name. */
  readonly live: readonly Innovation[]
  /** The same, as they are counted. */
  readonly summaries: readonly InnovationSummary[]
  readonly figures: readonly InnovationFigures[]
  /** Those of the method; without its pack the six with nothing in them. */
  readonly stages: readonly Pick<StageDef, 'key' | 'canvases'>[]
  /** Those of the method; none without its pack. */
  readonly stageDefs: readonly StageDef[]
  /** Sessions that are no examples, in order. */
  readonly sessions: readonly Session[]
}

const views = new WeakMap<Build, LabView>()

/** Counted once for each print, however many pieces ask. */
export function viewOf(build: Build): LabView {
  const known = views.get(build)
  if (known !== undefined) return known
  const { lab, packs, log, innovations = [] } = build
  const place = new Map<string, number>(lab.units.map(({ id }, at) => [id, at]))
  const placeOf = ({ unit }: Innovation): number => (unit === null ? lab.units.length : (place.get(unit) ?? lab.units.length))
  const live = innovations
    .filter(({ archived }) => !archived)
    .sort((a, b) => placeOf(a) - placeOf(b) || compare(a.name, b.name) || compare(a.id, b.id))
  const stageDefs = methodOf(packs, lab.method)?.stages ?? []
  const view: LabView = {
    live,
    summaries: live.map((one) => summarise(one, '')),
    figures: live.map((one) => figuresOf(one, packs)),
    stages: stageDefs.length === 0 ? bareStages : stageDefs,
    stageDefs,
    sessions: (log?.sessions ?? []).filter(({ template }) => !template),
  }
  views.set(build, view)
  return view
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const unitName = ({ lab }: Pick<Build, 'lab'>, id: string | null): string => lab.units.find((unit) => unit.id === id)?.name ?? ''

export function stageName({ lab, packs, language }: Build, key: StageKey): string {
  const method = methodOf(packs, lab.method)
  return method === undefined ? key : stageLabel(method, key, language, lab.stageLabels)
}

/** The stage this print is about. */
export const stageKeyOf = ({ stage, def }: Build): StageKey => stage ?? def.stage

/** Day by which lateness is told; empty where the print has none, and then nothing is late. */
export const todayOf = ({ today, date }: Build): string => today ?? date

/** How many turns desks take, as sessions count them. */
export const turnCounts = (build: Build) => ({ unit: build.lab.units.length, innovation: viewOf(build).live.length })

export const notFilled = ({ tell, words }: Build): Block => muted(tell(words.notFilled))

export type Column = { readonly head: string; readonly width: number; readonly align?: 'left' | 'center' | 'right' }

/** What stands in a cell: a text (empty: not filled in), blocks, or a cell with a look of its own. */
export type Content = string | readonly Block[] | Cell

const isCell = (content: Content): content is Cell => typeof content === 'object' && 'blocks' in content

/** A band over all columns, as the head of a group of rows. */
export const band = (text: string, columns: number): readonly Cell[] => [
  { blocks: [{ b: 'para', runs: [{ text, bold: true }], ...tight }], colSpan: columns, shade: '#F6F4EF' },
]

/** A ruled table with a head that repeats; without rows the remark that there is nothing yet. */
export function tableOf(
  build: Build,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  { alt, size = 9.5, caption }: { readonly alt: string; readonly size?: number; readonly caption?: string },
): Block {
  if (rows.length === 0) return notFilled(build)
  const empty = build.tell(build.words.notFilledCell)
  const cells = rows.map((row) =>
    row.map((content, at): Cell => {
      if (isCell(content)) return content
      const align = columns[at]?.align
      const look = align === undefined ? {} : { align }
      return typeof content === 'string' ? cell(written(content, empty), look) : cell(content, look)
    }),
  )
  const all = [columns.map(({ head }) => headCell(head)), ...cells]
  return {
    b: 'table',
    widths: fittedWidths(
      columns.map(({ width }) => width),
      all,
      size,
      build,
    ),
    headRows: 1,
    rows: all,
    ruled: true,
    size,
    alt,
    ...(caption === undefined ? {} : { caption }),
  }
}

export const gap = (height = 8): Block => ({ b: 'space', height })

/** Name in bold, what it stands for below. */
export const named = ({ name, longName }: Pick<Innovation, 'name' | 'longName'>): readonly Block[] => [
  { b: 'para', runs: [{ text: name.trim() === '' ? '-' : name, bold: true }], ...tight },
  ...(longName.trim() === '' ? [] : [{ b: 'para', runs: [{ text: longName }], ...tight } as const]),
]
