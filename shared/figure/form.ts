/** A form as a picture: a sheet of paper, one wide slide, or a poster. Empty entries say so, and a long text goes on on the next page. */
import type { Figure, Shape } from '../model/figure.ts'
import type { Canvas } from '../model/lab.ts'
import type { FormDef, FormField } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { figureWords } from '../text/documents-words.ts'
import { formText } from '../text/form.ts'
import { say } from '../text/messages.ts'
import { smallest, textAt } from './draw.ts'
import { answerWords, formRows } from './form-boxes.ts'
import { layRows, type Sheet } from './form-layout.ts'
import { wrap } from './metrics.ts'
import { notePaper, palette } from './palette.ts'
import { radarFigure, radarOf } from './radar.ts'
import type { FigureSize, Figures } from './sizes.ts'

export { answerWords } from './form-boxes.ts'

export type FormFigureOptions = { readonly size: FigureSize; readonly language: Language }

/**
 * A survey is drawn as its radar.
 * @param canvas with the innovation's facts among its answers (`withFacts`)
 */
export function formFigures(def: FormDef, canvas: Canvas, { size, language }: FormFigureOptions): Figures {
  const radar = radarOf(def, canvas.items, language)
  if (radar !== null) return { figures: [radarFigure(radar, size, language)], cut: [] }
  if (def.layout === 'sheet') return sheetFigures(def, canvas, size, language)
  const page = def.layout === 'slide' ? slidePage(size) : posterPage(size)
  return { figures: pagesOf(def, canvas, page, language), cut: [] }
}

const altOf = (def: FormDef, canvas: Canvas, language: Language): string => {
  const filled = def.fields.filter((field) => {
    const value = canvas.fields[field.key]
    return value !== undefined && value !== null && value !== ''
  }).length
  return say(formText.alt, language, { title: def.title[language], n: filled, of: def.fields.length })
}

/** As it would look on paper, in its own size: 12 px are 9 pt. */
function sheetFigures(def: FormDef, canvas: Canvas, size: FigureSize, language: Language): Figures {
  const width = Math.min(size.width, 1000)
  const sheet: Sheet = {
    x: 1,
    width: width - 2,
    first: 1,
    next: 1,
    bottom: size.height - 1,
    text: 13,
    label: smallest,
    photo: 0.62,
    language,
  }
  const { pages, heights } = layRows(formRows(def, def.fields, canvas, language), sheet, false)
  const alt = altOf(def, canvas, language)
  return { figures: pages.map((shapes, at) => ({ width, height: (heights[at] ?? 0) + 1, shapes, alt })), cut: [] }
}

type PageKind = {
  readonly width: number
  readonly height: number
  /** Sizes of text tried, largest first. */
  readonly sizes: readonly number[]
  readonly margin: number
  readonly title: number
  readonly photo: number
}

const sizesBetween = (from: number, to: number): readonly number[] =>
  Array.from({ length: 9 }, (_, at) => Math.max(smallest, Math.round((from + ((to - from) * at) / 8) * 2) / 2))

/** 16:9, as wide as there is room. Texts are read from a seat, so they stay larger than on paper. */
function slidePage(size: FigureSize): PageKind {
  const width = Math.floor(Math.min(size.width, (size.height * 16) / 9, 1600))
  const height = Math.round((width * 9) / 16)
  return {
    width,
    height,
    sizes: sizesBetween(width * 0.021, Math.max(smallest, width * 0.0125)),
    margin: width * 0.03,
    title: width * 0.04,
    photo: 0.3,
  }
}

/** The proportions of A3 and A1, standing. */
function posterPage(size: FigureSize): PageKind {
  const width = Math.floor(Math.min(size.width, size.height / Math.SQRT2, 1600))
  const height = Math.round(width * Math.SQRT2)
  return {
    width,
    height,
    sizes: sizesBetween(width * 0.024, Math.max(smallest, width * 0.012)),
    margin: width * 0.04,
    title: width * 0.06,
    photo: 0.45,
  }
}

type Head = {
  readonly name: string
  readonly lines: readonly string[]
  readonly title: number
  readonly longName: readonly string[]
  readonly tag: readonly string[]
  readonly height: number
}

/** The name stands large at the top, with what it stands for below; those fields are not boxes any more. */
const inHead = (field: FormField): boolean => field.fact === 'name' || field.fact === 'longName'

function pagesOf(def: FormDef, canvas: Canvas, page: PageKind, language: Language): readonly Figure[] {
  const rows = formRows(
    def,
    def.fields.filter((field) => !inHead(field)),
    canvas,
    language,
  )
  const head = headOf(def, canvas, page, language)
  const small = Math.round(page.title * 0.75 + page.margin * 0.8)
  const lay = (text: number): ReturnType<typeof layRows> =>
    layRows(
      rows,
      {
        x: page.margin,
        width: page.width - 2 * page.margin,
        first: head.height + page.margin * 0.5,
        next: small + page.margin * 0.5,
        bottom: page.height - page.margin * 0.6,
        text,
        label: Math.max(smallest, Math.round(text * 0.78)),
        photo: page.photo,
        language,
      },
      true,
    )
  const last = page.sizes.at(-1) ?? smallest
  const fitting = page.sizes.find((text) => lay(text).pages.length === 1) ?? last
  const alt = altOf(def, canvas, language)
  return lay(fitting).pages.map((shapes, at) => ({
    width: page.width,
    height: page.height,
    shapes: [
      { t: 'rect', x: 0, y: 0, w: page.width, h: page.height, fill: palette.paper },
      ...(at === 0 ? headShapes(head, page) : smallHead(head, page, small, language)),
      ...shapes,
    ],
    alt,
  }))
}

function headOf(def: FormDef, canvas: Canvas, page: PageKind, language: Language): Head {
  const words = (fact: 'name' | 'longName'): string => {
    const field = def.fields.find((one) => one.fact === fact)
    return field === undefined ? '' : answerWords(field, canvas.fields[field.key], language)
  }
  const bound = def.fields.some((field) => field.fact === 'name')
  const name = words('name') || (bound ? say(formText.noName, language) : def.title[language])
  const inner = page.width - 2 * page.margin
  // A long name is set smaller rather than over many lines.
  const title =
    [1, 0.85, 0.7, 0.58].map((share) => Math.round(page.title * share)).find((one) => wrap(name, inner, one, true).length <= 2) ??
    Math.round(page.title * 0.5)
  const lines = wrap(name, inner, title, true)
  const under = Math.max(smallest, Math.round(page.title * 0.38))
  const longName = words('longName') === '' ? [] : wrap(words('longName'), inner, under)
  const tag = bound ? [def.title[language]] : []
  const height =
    page.margin * 0.55 + tag.length * under * 1.3 + lines.length * title * 1.15 + longName.length * under * 1.32 + page.margin * 0.5
  return { name, lines, title, longName, tag, height }
}

function band(page: PageKind, height: number): readonly Shape[] {
  return [
    { t: 'rect', x: 0, y: 0, w: page.width, h: height, fill: palette.deep },
    { t: 'rect', x: 0, y: height, w: page.width, h: Math.max(3, page.width * 0.004), fill: notePaper.kunyit.edge },
  ]
}

function headShapes(head: Head, page: PageKind): readonly Shape[] {
  const under = Math.max(smallest, Math.round(page.title * 0.38))
  let y = page.margin * 0.55
  const shapes: Shape[] = [...band(page, head.height)]
  const put = (lines: readonly string[], size: number, lead: number, bold: boolean, fill: string): void => {
    if (lines.length === 0) return
    shapes.push(textAt(page.margin, y, lines, { size, lead, bold, fill }))
    y += lines.length * lead
  }
  put(head.tag, Math.max(smallest, Math.round(under * 0.8)), under * 1.3, true, '#C9D1F0')
  put(head.lines, head.title, head.title * 1.15, true, palette.onDeep)
  put(head.longName, under, under * 1.32, false, '#C9D1F0')
  return shapes
}

function smallHead(head: Head, page: PageKind, height: number, language: Language): readonly Shape[] {
  const size = Math.round(page.title * 0.5)
  const lines = wrap(`${head.name} ${say(figureWords.continued, language)}`, page.width - 2 * page.margin, size, true, 1)
  return [...band(page, height), textAt(page.margin, (height - size * 1.15) / 2, lines, { size, bold: true, fill: palette.onDeep })]
}
