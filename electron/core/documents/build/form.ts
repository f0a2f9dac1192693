/** A form canvas as a document: LAN's Form Ide Inovasi with its boxes and the coach's response to each of them (domain.md 1.6.1). */
import type { Canvas, Innovation, Review, ReviewEntry } from '#shared/model/lab.ts'
import type { Block, Cell, Outline } from '#shared/model/outline.ts'
import type { FormDef, FormField } from '#shared/model/pack.ts'
import { emptyCanvas } from '#shared/rules/blank.ts'
import { formatShortDay, localDay } from '#shared/rules/dates.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { answerText } from '#shared/rules/picks.ts'
import { unitOf } from '#shared/rules/signature.ts'
import { leftoverKeys, printedAnswer } from './answers.ts'
import { cell, headCell, headShade, labelTable, muted, para, tight, written } from './blocks.ts'
import { answerBlocks, factsIn, sectionCell } from './form-blocks.ts'
import { illustrationBlocks, kopBlocks, outlineFrame, signatureBlocks, titleBlock } from './frame.ts'
import type { Build } from './source.ts'

export function buildForm(build: Build, innovation: Innovation): Outline {
  const { language, packs, def, lab } = build
  const form = canvasOf(packs, def.of)
  if (form?.kind !== 'form') throw new Error(`document ${def.id}: ${def.of} is no form`)
  const canvas = factsIn(form, innovation.canvases[form.id] ?? emptyCanvas(form.id), build)
  const unit = unitOf(lab, innovation)
  return {
    ...outlineFrame(build, `${form.title[language]}: ${innovation.name}`),
    cover: [],
    blocks: [
      ...kopBlocks(build),
      titleBlock([form.title[language].toUpperCase(), innovation.name]),
      ...illustrationBlocks(build),
      labelTable(headRows(form, canvas, innovation, unit?.name ?? '', build), build, build.tell(build.words.identityAlt)),
      { b: 'space', height: 8 },
      boxTable(form, canvas, build),
      ...(form.review ? reviewBlocks(form, innovation, build) : []),
      ...signatureBlocks(build),
    ],
  }
}

function headRows(form: FormDef, canvas: Canvas, innovation: Innovation, unit: string, { tell, words, language }: Build) {
  return [
    { label: tell(words.innovationName), value: innovation.name },
    { label: tell(words.longName), value: innovation.longName },
    { label: tell(words.unit), value: unit },
    ...form.fields
      .filter((field) => field.head)
      .map((field) => ({ label: field.label[language], value: printedAnswer(field, canvas.fields[field.key], language) })),
    { label: tell(words.team), value: teamText(innovation) },
  ]
}

/** One member on each line: name, position. */
export const teamText = (innovation: Innovation): string =>
  innovation.members
    .filter((member) => member.name.trim() !== '' || member.position.trim() !== '')
    .map((member) => [member.name.trim(), member.position.trim()].filter((part) => part !== '').join(', '))
    .join('\n')

/** Twelfths of a row. */
const spans = { full: 12, half: 6, third: 4, quarter: 3 } as const satisfies Record<FormField['width'], number>

/** Fields in rows of twelve twelfths; the last box of a short row takes what is left. */
function boxTable(form: FormDef, canvas: Canvas, build: Build): Block {
  const { language, tell, words } = build
  const rows: Cell[][] = []
  let used = 12
  let section: string | undefined
  for (const field of inSections(form)) {
    if (field.section !== section) {
      stretch(rows.at(-1), 12 - used)
      used = 12
      section = field.section
      const label = form.sections.find(({ key }) => key === section)?.label[language]
      if (label !== undefined) rows.push([sectionCell(label, 12)])
    }
    const span = spans[field.width]
    if (used + span > 12) {
      stretch(rows.at(-1), 12 - used)
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(box(field.label[language], answerBlocks(field, canvas.fields[field.key], build), span))
    used += span
  }
  stretch(rows.at(-1), 12 - used)
  for (const key of leftoverKeys(form.fields, canvas.fields))
    rows.push([box(key, written(answerText({}, canvas.fields[key] ?? null, language), tell(words.notFilledCell)), 12)])
  return {
    b: 'table',
    widths: Array.from({ length: 12 }, () => 1),
    headRows: 0,
    rows,
    ruled: true,
    size: 10,
    alt: tell(words.canvasAlt, { title: form.title[language] }),
  }
}

function stretch(row: Cell[] | undefined, by: number): void {
  const last = row?.pop()
  if (row !== undefined && last !== undefined) row.push({ ...last, colSpan: (last.colSpan ?? 1) + by })
}

const box = (label: string, value: readonly Block[], span: number): Cell => ({
  colSpan: span,
  blocks: [{ b: 'para', runs: [{ text: label.toUpperCase(), bold: true }], size: 9, ...tight }, ...value],
})

/** The boxes of the form: those of no section first, then section by section. */
function inSections({ fields, sections }: FormDef): readonly FormField[] {
  const known = new Set(sections.map(({ key }) => key))
  const boxes = fields.filter((field) => !field.head)
  const free = boxes
    .filter((field) => field.section === undefined || !known.has(field.section))
    .map((field) => ({ ...field, section: undefined }))
  return [...free, ...sections.flatMap(({ key }) => boxes.filter((field) => field.section === key))]
}

function reviewBlocks(form: FormDef, innovation: Innovation, build: Build): readonly Block[] {
  const { tell, words, language } = build
  const fields = form.fields.filter((field) => !field.head)
  const rows = fields.map((field): readonly Cell[] => {
    const review = innovation.reviews[`${form.id}/${field.key}`]
    return [
      cell(field.label[language]),
      cell(review === undefined ? [muted(tell(words.review_belum), tight)] : tell(words[`review_${review.state}`])),
      cell(review === undefined ? [] : remarkBlocks(review, build)),
      cell(review === undefined ? '' : [para(review.by, tight), muted(dayText(review, build), tight)]),
    ]
  })
  return [
    { b: 'heading', level: 2, text: tell(words.reviewTitle), id: 'tanggapan' },
    {
      b: 'table',
      widths: [2.4, 1.6, 4.4, 2],
      headRows: 1,
      rows: [[words.field, words.state, words.remark, words.byAndWhen].map((word) => headCell(tell(word), { shade: headShade })), ...rows],
      ruled: true,
      size: 9,
      alt: tell(words.reviewAlt),
    },
    ...roundBlocks(form, innovation, build),
  ]
}

/** The newest remark first, then what came before it, newest first. */
function remarkBlocks(review: Review, { tell, words }: Build): readonly Block[] {
  const earlier = review.history.filter((entry) => entry.remark.trim() !== '').reverse()
  return [
    ...(review.remark.trim() === '' ? [] : [para(review.remark, tight)]),
    ...earlier.map((entry): Block => {
      const lead = tell(words.earlier, { state: tell(words[`review_${entry.state}`]).toLowerCase() })
      return {
        b: 'para',
        runs: [
          { text: `${lead}. `, muted: true },
          { text: entry.remark, muted: true },
        ],
        ...tight,
      }
    }),
  ]
}

const dayText = ({ at }: Pick<ReviewEntry, 'at'>, { lab, language }: Build): string => formatShortDay(localDay(at, lab.timeZone), language)

const signed = (entry: Pick<ReviewEntry, 'by' | 'at'>, build: Build): string =>
  [entry.by, dayText(entry, build)].filter((part) => part !== '').join(', ')

function roundBlocks(form: FormDef, innovation: Innovation, build: Build): readonly Block[] {
  const rounds = innovation.rounds[form.id] ?? []
  if (rounds.length === 0) return []
  const { tell, words } = build
  const lines = rounds.map((round) => {
    const remark = round.remark.trim() === '' ? '' : `: ${round.remark.trim()}`
    return [para(`${tell(words[`round_${round.kind}`])} (${signed(round, build)})${remark}`, { size: 9, ...tight })]
  })
  return [
    { b: 'para', runs: [{ text: tell(words.rounds), bold: true }], keepNext: true, size: 10 },
    { b: 'list', ordered: true, items: lines },
  ]
}
