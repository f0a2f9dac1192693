/** A form canvas as text to be read: its sections are headings, short answers a list of label and value, long ones paragraphs. */
import type { Canvas, Innovation, Value } from '#shared/model/lab.ts'
import type { Block } from '#shared/model/outline.ts'
import type { FormDef, FormField } from '#shared/model/pack.ts'
import { emptyCanvas } from '#shared/rules/blank.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { emptyLine } from '../annex.ts'
import { printedAnswer } from '../answers.ts'
import { anchor, labelTable, muted, para, tight } from '../blocks.ts'
import { lead } from '../change-blocks.ts'
import { factsIn } from '../form-blocks.ts'
import { pictureBlock } from '../printed-blocks.ts'
import { isContact, publicContact } from '../public-text.ts'
import type { Build } from '../source.ts'

/** Those of the definition's `of`. Sections without an answer say so; single gaps are named in one line. */
export function chapterBlocks(innovation: Innovation, build: Build): readonly Block[] {
  const { def, packs, language } = build
  const form = canvasOf(packs, def.of)
  if (form?.kind !== 'form') return []
  const canvas = factsIn(form, innovation.canvases[form.id] ?? emptyCanvas(form.id), build)
  const known = new Set(form.sections.map(({ key }) => key))
  const free = form.fields.filter(({ section }) => section === undefined || !known.has(section))
  return [
    ...answersOf(form, free, canvas, build),
    ...form.sections.flatMap((section): readonly Block[] => {
      const fields = form.fields.filter((field) => field.section === section.key)
      if (fields.length === 0) return []
      const head: Block = { b: 'heading', level: 2, text: section.label[language], id: anchor('bab', form.id, section.key) }
      return [head, ...answersOf(form, fields, canvas, build)]
    }),
  ]
}

/** Answers that are a sentence or more stand on their own; the rest fits beside its label. */
const isLong = (field: FormField, text: string): boolean => field.type === 'text' || text.includes('\n') || text.length > 160

function answersOf(form: FormDef, fields: readonly FormField[], canvas: Canvas, build: Build): readonly Block[] {
  const { tell, words, language } = build
  if (fields.length === 0) return []
  const answers = fields.map((field) => ({ field, label: field.label[language], value: answerOf(field, canvas.fields[field.key], build) }))
  const given = answers.filter(({ value }) => value.text !== '' || value.photo !== '')
  if (given.length === 0) return [muted(tell(words.notFilled))]
  const short = given.filter(({ field, value }) => value.photo === '' && !isLong(field, value.text))
  const others = given.filter((one) => !short.includes(one))
  const rows = short.map(({ label, value }) => ({ label, value: value.text }))
  return [
    ...(rows.length === 0 ? [] : [labelTable(rows, build, form.title[language]), { b: 'space', height: 6 } as const]),
    ...others.flatMap(({ label, value }) => [
      lead(label),
      ...(value.photo === '' ? passage(value.text) : [pictureBlock(value.photo, label, build)]),
    ]),
    ...emptyLine(
      answers.filter((one) => !given.includes(one)).map(({ label }) => label),
      build,
    ),
  ]
}

function answerOf(field: FormField, value: Value | undefined, { language }: Build): { readonly text: string; readonly photo: string } {
  if (field.type === 'photo') return { text: '', photo: typeof value === 'string' ? value : '' }
  const text = printedAnswer(field, value, language).trim()
  return { text: isContact(field) ? publicContact(text) : text, photo: '' }
}

/** One line is a paragraph; several are points. */
export function passage(text: string): readonly Block[] {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length < 2) return lines.map((line) => para(line, { align: 'justify' }))
  return [{ b: 'list', ordered: false, items: lines.map((line) => [para(line, { align: 'left', ...tight })]) }]
}
