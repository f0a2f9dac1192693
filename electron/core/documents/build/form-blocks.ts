/** A form, or a survey, in an annex: label and answer beside each other; a survey as its radar and what it comes to. */
import { canvasFigures } from '#shared/figure/figures.ts'
import type { PrintedTable } from '#shared/figure/printed-table.ts'
import { meanWords } from '#shared/figure/radar.ts'
import type { Canvas, Item, Value } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { CanvasDef, FormDef, FormField } from '#shared/model/pack.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { cellOf } from '#shared/rules/grid.ts'
import { answerText } from '#shared/rules/picks.ts'
import { type SurveyMean, type SurveyResult, surveyAnswer, surveyOf } from '#shared/rules/survey.ts'
import { leftoverKeys, printedAnswer } from './answers.ts'
import { cell, headShade, tight, written } from './blocks.ts'
import { small } from './grid-blocks.ts'
import { pictureBlock, tableBlocks } from './printed-blocks.ts'
import type { CanvasBuild } from './source.ts'

/** The canvas with what the innovation itself knows among its answers. */
export const factsIn = (def: CanvasDef, canvas: Canvas, { innovation }: Pick<CanvasBuild, 'innovation'>): Canvas =>
  innovation === undefined ? canvas : withFacts(def, canvas, innovation)

export function formBlocks(def: FormDef, canvas: Canvas, build: CanvasBuild): readonly Block[] {
  const survey = surveyOf(def, canvas.items)
  return survey === null ? [formTable(def, factsIn(def, canvas, build), build)] : surveyBlocks(def, canvas, survey, build)
}

/** An answer as it stands in a table: a photo as a picture, what is empty as such. */
export function answerBlocks(field: FormField, value: Value | undefined, build: CanvasBuild): readonly Block[] {
  const { language, tell, words } = build
  if (field.type === 'photo' && typeof value === 'string' && value !== '') return [pictureBlock(value, field.label[language], build)]
  return written(printedAnswer(field, value, language), tell(words.notFilledCell))
}

function formTable(def: FormDef, canvas: Canvas, build: CanvasBuild): Block {
  const { language, tell, words } = build
  const known = new Set(def.sections.map(({ key }) => key))
  const row = (field: FormField): readonly Cell[] => [
    cell(field.label[language]),
    cell(answerBlocks(field, canvas.fields[field.key], build)),
  ]
  const free = def.fields.filter((field) => field.section === undefined || !known.has(field.section)).map(row)
  const sections = def.sections.flatMap((section): readonly (readonly Cell[])[] => {
    const own = def.fields.filter((field) => field.section === section.key)
    return own.length === 0 ? [] : [[sectionCell(section.label[language], 2)], ...own.map(row)]
  })
  const leftover = leftoverKeys(def.fields, canvas.fields).map((key): readonly Cell[] => [
    cell(key),
    cell(written(answerText({}, canvas.fields[key] ?? null, language), tell(words.notFilledCell))),
  ])
  const alt = tell(words.canvasAlt, { title: def.title[language] })
  return { b: 'table', widths: [3, 7], headRows: 0, ruled: true, size: 10, alt, rows: [...free, ...sections, ...leftover] }
}

export const sectionCell = (text: string, columns: number): Cell => ({
  colSpan: columns,
  shade: headShade,
  blocks: [{ b: 'para', runs: [{ text, bold: true }], ...tight, keepNext: true }],
})

/** The picture, then means by component, by question, and what each respondent answered. */
function surveyBlocks(def: FormDef, canvas: Canvas, survey: SurveyResult, build: CanvasBuild): readonly Block[] {
  const { tell, words, language, figureSize: size } = build
  const { figures } = canvasFigures(def, canvas, { size, language })
  const blanks = survey.overall.unanswered
  const asked = new Set((def.survey?.components ?? []).flatMap(({ fields }) => fields))
  const others = def.fields.filter(({ key }) => !asked.has(key))
  const counted = [
    tell(words.respondents, { count: survey.respondents }),
    ...(blanks === 0 ? [] : [tell(words.unansweredCount, { count: blanks })]),
  ]
  return [
    ...figures.map((figure): Block => ({ b: 'figure', figure })),
    small(counted.join(' '), true),
    ...tableBlocks(meansTable(def, survey, build), 10, tell(words.canvasAlt, { title: def.title[language] }), build),
    ...(canvas.items.length === 0
      ? []
      : [
          { b: 'para', runs: [{ text: tell(words.answers), bold: true }], size: 10, keepNext: true, spaceAfter: 2 } as const,
          ...tableBlocks(answersTable(def, canvas.items, build), 9, tell(words.answers), build),
        ]),
    ...(others.length === 0
      ? []
      : [{ b: 'space', height: 8 } as const, formTable({ ...def, fields: others }, factsIn(def, canvas, build), build)]),
  ]
}

const printedMean = ({ mean }: SurveyMean, { language }: CanvasBuild): string => (mean === null ? '–' : meanWords(mean, language))
const rangeWords = ({ least, most }: SurveyMean): string => (least === null || most === null ? '–' : `${least}–${most}`)

function meansTable(def: FormDef, survey: SurveyResult, build: CanvasBuild): PrintedTable {
  const { tell, words, language } = build
  const numbers = (part: SurveyMean) => [{ text: printedMean(part, build) }, { text: rangeWords(part) }, { text: String(part.n) }]
  const labelOf = new Map(def.fields.map((field) => [field.key, field.label[language]]))
  return {
    columns: [
      { head: `${tell(words.component)} / ${tell(words.question).toLowerCase()}`, align: 'left', wish: 5 },
      { head: tell(words.meanWord), align: 'center', wish: 1 },
      { head: tell(words.spreadWord), align: 'center', wish: 1.2 },
      { head: tell(words.answeredBy), align: 'center', wish: 1 },
    ],
    rows: [
      ...(def.survey?.components ?? []).flatMap((component) => {
        const part = survey.components.find(({ key }) => key === component.key)
        const fields = survey.fields.filter(({ key }) => component.fields.includes(key))
        return [
          ...(part === undefined ? [] : [{ kind: 'total' as const, cells: [{ text: component.label[language] }, ...numbers(part)] }]),
          ...fields.map((field) => ({ kind: 'row' as const, cells: [{ text: labelOf.get(field.key) ?? field.key }, ...numbers(field)] })),
        ]
      }),
      { kind: 'total', cells: [{ text: tell(words.overall) }, ...numbers(survey.overall)] },
    ],
  }
}

/** A line for each question, a column for each respondent: names are short, questions are not. */
function answersTable(def: FormDef, items: readonly Item[], { tell, words, language }: CanvasBuild): PrintedTable {
  const scale = def.survey ?? { min: 0, max: 4 }
  const asked = new Set((def.survey?.components ?? []).flatMap((component) => component.fields))
  const about = (def.survey?.respondent ?? []).filter(({ key }) => key !== 'text')
  const name = (item: Item, at: number): string => (item.text.trim() === '' ? tell(words.anonymous, { number: at + 1 }) : item.text)
  return {
    columns: [
      { head: tell(words.question), align: 'left', wish: 5, key: true },
      ...items.map((item, at) => ({ head: name(item, at), align: 'center' as const, wish: 1 })),
    ],
    rows: [
      ...about.map((column) => ({
        kind: 'row' as const,
        cells: [
          { text: column.label[language] },
          ...items.map((item) => ({ text: showCell(column, cellOf(item, column.key), language) || '–' })),
        ],
      })),
      ...def.fields
        .filter((field) => asked.has(field.key))
        .map((field) => ({
          kind: 'row' as const,
          cells: [{ text: field.label[language] }, ...items.map((item) => ({ text: surveyAnswer(field, item, scale)?.toString() ?? '–' }))],
        })),
    ],
  }
}
