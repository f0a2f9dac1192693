/** What only the whole of an innovation tells: ideas on its boards, answers to the readiness survey, measured impact. Summed over a lab here too. */
import type { Canvas, Innovation, Value } from '../model/lab.ts'
import type { FormDef, GridDef } from '../model/pack.ts'
import { stageKeys } from '../model/pack.ts'
import type { BothTexts } from '../model/text.ts'
import { folded } from './fold.ts'
import { sumOf, tidy } from './grid-values.ts'
import { urusanField } from './monitoring.ts'
import { allCanvases, canvasOf, type Packs } from './packs.ts'
import { notesOf } from './picks.ts'
import { surveyOf } from './survey.ts'

/** Means over the respondents of one survey of one innovation; `n` of them answered to the component. */
export type SurveyFigure = {
  readonly canvas: string
  readonly respondents: number
  readonly components: readonly { readonly key: string; readonly mean: number | null; readonly n: number }[]
}

export type ImpactFigure = {
  /** The variable as compared between innovations: both languages of a starter are one. */
  readonly key: string
  readonly variable: BothTexts
  /** Unit of measure, as written. */
  readonly measure: string
  readonly better: 'lebih_kecil' | 'lebih_besar' | null
  readonly before: number
  readonly after: number
}

export type InnovationFigures = {
  readonly id: string
  readonly digital: boolean | null
  /** As the innovation says it, else as chosen on its card. */
  readonly urusan: string
  /** Cards on the idea board, without the heads of clusters and empty ones. */
  readonly ideas: number
  readonly surveys: readonly SurveyFigure[]
  readonly impacts: readonly ImpactFigure[]
}

// Ids of the basic pack.
const ideaBoard = 'kartu-ide'
const impactGrid = 'dampak-mikro'
const impactColumns = { measure: 'satuan', better: 'arah', before: 'sebelum', after: 'sesudah' } as const

/** The part of an innovation the sums of a lab are made of. */
export function figuresOf(innovation: Innovation, packs: Packs): InnovationFigures {
  const { canvases } = innovation
  const board = canvases[ideaBoard]
  const grid = canvases[impactGrid]
  const def = canvasOf(packs, impactGrid)
  return {
    id: innovation.id,
    digital: innovation.digital,
    urusan: innovation.urusan.trim() || chosenUrusan(innovation, packs),
    ideas: board === undefined ? 0 : notesOf(board.items).filter(({ text }) => text.trim() !== '').length,
    surveys: surveyDefs(packs).flatMap((survey) => surveyFigure(survey, canvases[survey.id]) ?? []),
    impacts: grid === undefined || def?.kind !== 'grid' ? [] : impactsOf(def, grid),
  }
}

function chosenUrusan({ canvases }: Innovation, packs: Packs): string {
  for (const def of allCanvases(packs)) {
    const field = def.kind === 'form' ? urusanField(def.fields) : undefined
    const answer = field === undefined ? null : (canvases[def.id]?.fields[field.key] ?? null)
    const option = field?.options?.find(({ key }) => key === answer)
    if (option !== undefined) return option.label.id
  }
  return ''
}

/** Surveys of all packs, in the order of the stages they belong to. */
export function surveyDefs(packs: Packs): readonly FormDef[] {
  const stageAt = (def: FormDef) => stageKeys.indexOf(def.stage)
  return allCanvases(packs)
    .flatMap((def) => (def.kind === 'form' && def.survey !== undefined ? [def] : []))
    .sort((a, b) => stageAt(a) - stageAt(b))
}

function surveyFigure(def: FormDef, canvas: Canvas | undefined): SurveyFigure | null {
  const result = canvas === undefined || canvas.items.length === 0 ? null : surveyOf(def, canvas.items)
  if (result === null || result.overall.n === 0) return null
  return {
    canvas: def.id,
    respondents: result.overall.n,
    components: result.components.map(({ key, mean, n }) => ({ key, mean, n })),
  }
}

const numberIn = (value: Value | undefined): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/** Rows with both figures and a unit of measure; the others cannot be compared. */
function impactsOf(def: GridDef, { items }: Canvas): readonly ImpactFigure[] {
  const starters = new Map(def.starters.flatMap(({ text }) => [text.id, text.en].map((one) => [folded(one), text] as const)))
  return items.flatMap((item): readonly ImpactFigure[] => {
    const before = numberIn(item.values[impactColumns.before])
    const after = numberIn(item.values[impactColumns.after])
    const measure = item.values[impactColumns.measure]
    const text = item.text.trim()
    if (before === null || after === null || typeof measure !== 'string' || measure.trim() === '' || text === '') return []
    const starter = starters.get(folded(text))
    const better = item.values[impactColumns.better]
    return [
      {
        key: folded(starter?.id ?? text),
        variable: starter ?? { id: text, en: text },
        measure: measure.trim(),
        better: better === 'lebih_kecil' || better === 'lebih_besar' ? better : null,
        before,
        after,
      },
    ]
  })
}

export type ImpactSum = {
  readonly key: string
  readonly variable: BothTexts
  readonly measure: string
  readonly better: ImpactFigure['better']
  readonly before: number
  readonly after: number
  /** In per cent of `before`; null where that is 0 and no change can be worked out. */
  readonly change: number | null
  /** Who gave it, each with its own figures. */
  readonly from: readonly { readonly id: string; readonly before: number; readonly after: number }[]
}

/** Sums per variable and unit of measure over innovations; different units are never added. Most widely measured first. */
export function sumImpacts(all: readonly InnovationFigures[]): readonly ImpactSum[] {
  const groups = new Map<string, { readonly first: ImpactFigure; readonly rows: { readonly id: string; readonly one: ImpactFigure }[] }>()
  for (const { id, impacts } of all) {
    for (const one of impacts) {
      const key = `${one.key}\n${folded(one.measure)}`
      const group = groups.get(key) ?? { first: one, rows: [] }
      group.rows.push({ id, one })
      groups.set(key, group)
    }
  }
  const sums = [...groups].map(([key, { first, rows }]): ImpactSum => {
    const before = neat(sumOf(rows.map(({ one }) => one.before)))
    const after = neat(sumOf(rows.map(({ one }) => one.after)))
    const directions = new Set(rows.map(({ one }) => one.better))
    return {
      key,
      variable: first.variable,
      measure: first.measure,
      // Innovations that disagree about the direction leave it open.
      better: directions.size === 1 ? first.better : null,
      before,
      after,
      change: before === 0 ? null : neat(((after - before) / before) * 100),
      from: byInnovation(rows),
    }
  })
  return sums.sort((a, b) => b.from.length - a.from.length || a.variable.id.localeCompare(b.variable.id, 'id'))
}

/** Without the dust that binary fractions leave in a sum. */
const neat = (value: number): number => tidy(value) ?? value

function byInnovation(rows: readonly { readonly id: string; readonly one: ImpactFigure }[]): ImpactSum['from'] {
  const found = new Map<string, { before: number; after: number }>()
  for (const { id, one } of rows) {
    const sum = found.get(id) ?? { before: 0, after: 0 }
    found.set(id, { before: sum.before + one.before, after: sum.after + one.after })
  }
  return [...found].map(([id, sum]) => ({ id, ...sum }))
}

export type ReadinessSurvey = {
  readonly canvas: string
  readonly respondents: number
  readonly components: readonly { readonly key: string; readonly mean: number | null; readonly n: number }[]
  /** Innovations whose teams answered. */
  readonly from: readonly { readonly id: string; readonly respondents: number }[]
}

/** The mean per component over all respondents of a survey, whichever innovation they answered in. Null while nobody did. */
export function readinessIn(all: readonly InnovationFigures[], canvas: string): ReadinessSurvey | null {
  const own = all.flatMap(({ id, surveys }) => surveys.filter((one) => one.canvas === canvas).map((one) => ({ id, ...one })))
  if (own.length === 0) return null
  const keys = [...new Set(own.flatMap(({ components }) => components.map(({ key }) => key)))]
  return {
    canvas,
    respondents: sumOf(own.map(({ respondents }) => respondents)),
    components: keys.map((key) => {
      const parts = own.flatMap(({ components }) => components.filter((one) => one.key === key && one.mean !== null))
      const n = sumOf(parts.map((one) => one.n))
      return { key, n, mean: n === 0 ? null : tidy(sumOf(parts.map((one) => (one.mean ?? 0) * one.n)) / n) }
    }),
    from: own.map(({ id, respondents }) => ({ id, respondents })),
  }
}

/** The survey answered first and the one answered last, by the stages they belong to; `after` is null while there is only one. */
export function readinessOf(
  all: readonly InnovationFigures[],
  packs: Packs,
): { readonly before: ReadinessSurvey | null; readonly after: ReadinessSurvey | null } {
  const answered = surveyDefs(packs).flatMap(({ id }) => readinessIn(all, id) ?? [])
  const before = answered[0] ?? null
  const last = answered.at(-1) ?? null
  return { before, after: last === before ? null : last }
}
