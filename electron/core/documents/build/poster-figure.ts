/**
 * A poster or a slide: the name, one sentence and one figure that are read from across a hall, and below them boxes in rows that are read from two
 * steps away. Hints and section heads, which help those who fill in the form, are not printed. Lengths in px.
 */
import { textAt } from '#shared/figure/draw.ts'
import { answerWords, type FormRow, formRows } from '#shared/figure/form-boxes.ts'
import { layRows, type Sheet } from '#shared/figure/form-layout.ts'
import { wrap } from '#shared/figure/metrics.ts'
import { notePaper, palette } from '#shared/figure/palette.ts'
import type { FigureSize } from '#shared/figure/sizes.ts'
import type { Figure, Shape } from '#shared/model/figure.ts'
import type { Canvas } from '#shared/model/lab.ts'
import type { FormDef, FormField } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { figureWords } from '#shared/text/documents-words.ts'
import { formText } from '#shared/text/form.ts'
import { say } from '#shared/text/messages.ts'

export type PosterOptions = {
  readonly size: FigureSize
  readonly language: Language
  /** Smallest type. */
  readonly least: number
}

type Page = FigureSize & {
  /** What margins and the type of the head are measured by: the width of a sheet that stands. */
  readonly unit: number
  /** Share of its width that a photograph is high at least. */
  readonly photo: number
  /** Largest type of the boxes. */
  readonly most: number
}

/** The proportions of A3 and A1, standing. */
function posterPage({ width, height }: FigureSize): Page {
  const wide = Math.floor(Math.min(width, height / Math.SQRT2))
  return { width: wide, height: Math.round(wide * Math.SQRT2), unit: wide, photo: 0.45, most: wide * 0.026 }
}

/** 16:9. */
function slidePage({ width, height }: FigureSize): Page {
  const wide = Math.floor(Math.min(width, (height * 16) / 9))
  return { width: wide, height: Math.round((wide * 9) / 16), unit: wide * 0.56, photo: 0.3, most: wide * 0.021 }
}

const soft = '#C9D1F0'

/** On as few sheets as the smallest type allows, and then in the largest type that takes no more of them. */
export function posterFigures(def: FormDef, canvas: Canvas, { size, language, least }: PosterOptions): readonly Figure[] {
  const page = def.layout === 'slide' ? slidePage(size) : posterPage(size)
  const { width, height } = page
  const { said, boxes } = partsOf(def, canvas)
  const rows = formRows({ ...def, sections: [] }, boxes, canvas, language)
  const head = headOf(def, said, canvas, page, language)
  const lay = (text: number) => layRows(rows, sheetOf(text, head.height, page, least, language), true)
  const sheets = lay(least).pages.length
  const sizes = Array.from({ length: 12 }, (_, at) => Math.max(least, Math.round(page.most - ((page.most - least) * at) / 11)))
  const text = sizes.find((one) => lay(one).pages.length === sheets) ?? least
  const alt = altOf(def, canvas, rows, head.texts, language)
  return lay(text).pages.map((shapes, at) => ({
    width,
    height,
    shapes: [
      { t: 'rect', x: 0, y: 0, w: width, h: height, fill: palette.paper },
      ...(at === 0 ? head.shapes : smallHead(head.name, page, language)),
      ...shapes,
    ],
    alt,
  }))
}

const marginOf = (unit: number): number => unit * 0.04
const smallHeadHeight = (unit: number): number => Math.round(unit * 0.07)

const sheetOf = (text: number, head: number, page: Page, least: number, language: Language): Sheet => ({
  x: marginOf(page.unit),
  width: page.width - 2 * marginOf(page.unit),
  first: head + marginOf(page.unit) * 0.6,
  next: smallHeadHeight(page.unit) + marginOf(page.unit) * 0.6,
  bottom: page.height - marginOf(page.unit) * 0.7,
  text,
  label: Math.max(least, Math.round(text * 0.78)),
  photo: page.photo,
  language,
})

const isFilled = (canvas: Canvas, { key }: FormField): boolean => {
  const value = canvas.fields[key]
  return value !== undefined && value !== null && value !== ''
}

/** Answers of one line, which share a row. */
const brief: readonly FormField['type'][] = ['line', 'unit', 'link', 'person', 'phone', 'email', 'date', 'number']
const shares: Readonly<Record<number, FormField['width']>> = { 2: 'half', 3: 'third', 4: 'quarter' }

/** Lines as wide as the form are said large in the head; the rest stands in boxes, but those that may stay empty and are. */
function partsOf(def: FormDef, canvas: Canvas): { readonly said: readonly FormField[]; readonly boxes: readonly FormField[] } {
  const kept = def.fields.filter((field) => field.fact === undefined && (field.required || isFilled(canvas, field)))
  const said = kept.filter(({ type, width }) => type === 'line' && width === 'full').slice(0, 2)
  const others = kept.filter((field) => !said.includes(field))
  const boxes = others.map((field) => {
    const row = others.filter(({ section }) => section === field.section)
    const width = row.every(({ type }) => brief.includes(type)) ? (shares[row.length] ?? field.width) : field.width
    const { section: _, ...rest } = field
    return { ...rest, width }
  })
  return { said, boxes }
}

type Head = { readonly name: string; readonly texts: readonly string[]; readonly shapes: readonly Shape[]; readonly height: number }
type Line = {
  readonly lines: readonly string[]
  readonly size: number
  readonly lead: number
  readonly bold: boolean
  readonly fill: string
}

/** The largest of some sizes in which a text takes no more lines than that; the smallest when none does. */
const lineOf = (text: string, room: number, sizes: readonly number[], most: number, bold: boolean, fill: string): Line => {
  const size = sizes.find((one) => wrap(text, room, one, bold).length <= most) ?? sizes.at(-1) ?? 12
  return { lines: text === '' ? [] : wrap(text, room, size, bold), size, lead: Math.round(size * 1.18), bold, fill }
}

/** Name, what it stands for and the sentence on the left; the figure on the right. */
function headOf(def: FormDef, said: readonly FormField[], canvas: Canvas, page: Page, language: Language): Head {
  const { width, unit } = page
  const margin = marginOf(unit)
  const inner = width - 2 * margin
  const answer = (field: FormField | undefined): string =>
    field === undefined ? '' : answerWords(field, canvas.fields[field.key], language)
  const fact = (of: 'name' | 'longName'): string => answer(def.fields.find((field) => field.fact === of))
  const [sentence, figure] = said
  const name = fact('name') || say(formText.noName, language)
  const number = answer(figure)
  const left = number === '' ? inner : inner * 0.6
  const right = inner - left - margin
  const scaled = (...parts: readonly number[]): readonly number[] => parts.map((part) => Math.round(unit * part))
  const tagline = sentence === undefined ? '' : answer(sentence) || `${sentence.label[language]}: ${say(formText.notFilled, language)}`
  const lines = [
    lineOf(name, left, scaled(0.088, 0.072, 0.058, 0.046, 0.036), 2, true, palette.onDeep),
    lineOf(fact('longName'), left, scaled(0.028, 0.024, 0.02), 2, false, soft),
    lineOf(tagline, left, scaled(0.04, 0.034, 0.028, 0.024), 2, true, notePaper.kunyit.fill),
  ]
  // The figure says itself what it counts; its label is for whoever fills in the form.
  const beside = number === '' ? [] : [lineOf(number, right, scaled(0.082, 0.066, 0.054, 0.042, 0.034), 3, true, notePaper.kunyit.fill)]
  const gap = margin * 0.3
  const tall = (all: readonly Line[]): number =>
    all.filter((one) => one.lines.length > 0).reduce((sum, one, at) => sum + one.lines.length * one.lead + (at === 0 ? 0 : gap), 0)
  const height = Math.round(Math.max(tall(lines), tall(beside)) + margin * 1.3)
  const put = (all: readonly Line[], x: number, align: 'left' | 'right'): readonly Shape[] => {
    let y = (height - tall(all)) / 2
    return all.flatMap(({ lines: own, ...look }) => {
      if (own.length === 0) return []
      const shape = textAt(x, y, own, { ...look, align })
      y += own.length * look.lead + gap
      return [shape]
    })
  }
  return {
    name,
    texts: [fact('longName'), tagline, number],
    height,
    shapes: [...band(width, height), ...put(lines, margin, 'left'), ...put(beside, width - margin, 'right')],
  }
}

const band = (width: number, height: number): readonly Shape[] => [
  { t: 'rect', x: 0, y: 0, w: width, h: height, fill: palette.deep },
  { t: 'rect', x: 0, y: height, w: width, h: Math.max(3, width * 0.005), fill: notePaper.kunyit.edge },
]

function smallHead(name: string, { width, unit }: Page, language: Language): readonly Shape[] {
  const height = smallHeadHeight(unit)
  const size = Math.round(unit * 0.032)
  const lines = wrap(`${name} ${say(figureWords.continued, language)}`, width - 2 * marginOf(unit), size, true, 1)
  return [...band(width, height), textAt(marginOf(unit), (height - size * 1.15) / 2, lines, { size, bold: true, fill: palette.onDeep })]
}

/** For those who listen: what the poster is and everything it says. */
function altOf(def: FormDef, canvas: Canvas, rows: readonly FormRow[], head: readonly string[], language: Language): string {
  const n = def.fields.filter((field) => isFilled(canvas, field)).length
  const about = say(formText.alt, language, { title: def.title[language], n, of: def.fields.length })
  const boxes = rows.flatMap((row) =>
    row.row === 'boxes' ? row.boxes.map(({ label, text }) => (text === '' ? label : `${label}: ${text}`)) : [],
  )
  return [about, ...head.filter((text) => text !== ''), ...boxes].join('. ')
}
