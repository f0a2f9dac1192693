/** One canvas on paper by itself: its picture as large as the page, or its table, with a small head that says what and whose it is. */
import { canvasFigures } from '#shared/figure/figures.ts'
import { wrap } from '#shared/figure/metrics.ts'
import { carriedWords } from '#shared/figure/printed-table.ts'
import { type FigureSize, sheetFigureSize } from '#shared/figure/sizes.ts'
import type { Figure } from '#shared/model/figure.ts'
import type { Canvas, Innovation } from '#shared/model/lab.ts'
import type { Block, Outline, SheetSize } from '#shared/model/outline.ts'
import type { CanvasDef, TreeLayout } from '#shared/model/pack.ts'
import { emptyCanvas } from '#shared/rules/blank.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { cleanText } from '#shared/rules/clean-text.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { cellOf } from '#shared/rules/grid.ts'
import { methodOf, packOf, stageLabel } from '#shared/rules/packs.ts'
import { regionName, unitOf } from '#shared/rules/signature.ts'
import { documentWords as words } from '#shared/text/documents-words.ts'
import { say } from '#shared/text/messages.ts'
import { cleanOutline } from '../write/clean-outline.ts'
import { withPictures } from './attached.ts'
import { muted, para } from './blocks.ts'
import { canvasBlocks, isEmpty, treeOptions } from './canvas-blocks.ts'
import { printable } from './closed.ts'
import { factsIn } from './form-blocks.ts'
import { signatureWords } from './frame.ts'
import { undrawnInWords } from './items-in-words.ts'
import { matrixTable } from './matrix-blocks.ts'
import { type CanvasBuild, type DocumentSource, illustrations } from './source.ts'

export type SheetWanted = {
  readonly paper: SheetSize
  readonly orientation: 'portrait' | 'landscape'
  readonly layout?: TreeLayout | undefined
  /** `pictures`: the drawn view fills the pages. `words`: as in a document, where everything can be corrected by hand. */
  readonly style: 'pictures' | 'words'
}

export type SheetSource = Omit<DocumentSource, 'paper' | 'date' | 'innovation'> & {
  readonly innovation: Innovation
  readonly today: string
}

/** What the head and the foot of a sheet, and the list of facts in a workbook, say about a canvas. */
export type SheetFacts = {
  readonly title: string
  readonly innovation: string
  readonly unit: string
  readonly stage: string
  readonly region: string
  /** The day it was made, in words. */
  readonly day: string
  /** `kanvas-dasar v1 · belum diverifikasi …` (domain.md 0.2). */
  readonly stamp: string
  readonly illustrations: readonly string[]
}

export function sheetFacts(def: CanvasDef, { lab, innovation, packs, language, today }: SheetSource): SheetFacts {
  const method = methodOf(packs, lab.method)
  const pack = packOf(packs, 'canvas', def.id)
  const known = pack?.status === 'verified' ? words.verified : words.unverified
  return {
    title: def.title[language],
    innovation: innovation.name,
    unit: unitOf(lab, innovation)?.name ?? '',
    stage: method === undefined ? def.stage : stageLabel(method, def.stage, language, lab.stageLabels),
    region: regionName(lab, language),
    day: formatDay(today, language),
    stamp: [...(pack === undefined ? [] : [`${pack.id} v${pack.version}`]), say(known, language)].join(' · '),
    illustrations: illustrations({ lab, innovation }),
  }
}

/** The same source gives the same outline; an empty canvas says that it is empty. */
export function buildCanvasSheet(def: CanvasDef, source: SheetSource, wanted: SheetWanted): Outline {
  const { language, innovation, lab } = source
  const facts = sheetFacts(def, source)
  const head = headBlocks(facts, sheetFigureSize(wanted.paper, wanted.orientation).width)
  const figureSize = roomBelow(head.lines, wanted)
  const build: CanvasBuild = {
    ...source,
    ...wanted,
    figureSize,
    words,
    tell: (message, values) => say(message, language, values),
    date: '',
  }
  const canvas = innovation.canvases[def.id] ?? emptyCanvas(def.id)
  const sample = facts.illustrations.length > 0 ? [say(words.sample, language)] : []
  const outline: Outline = {
    title: [facts.title, facts.innovation].filter((part) => part.trim() !== '').join(': '),
    subject: say(words.canvasSubject, language, { title: facts.title }),
    author: facts.unit || lab.coordinator.unit,
    language: language === 'id' ? 'id-ID' : 'en-GB',
    paper: wanted.paper,
    orientation: wanted.orientation,
    margins: 'narrow',
    foot: [facts.title, facts.innovation, facts.stamp, ...sample].filter((part) => part.trim() !== '').join(' · '),
    words: {
      page: say(words.page, language),
      nip: say(words.nip, language),
      missingPicture: say(words.missingPicture, language),
      emblem: say(words.emblem, language),
      ...signatureWords(build),
    },
    cover: [],
    blocks: [...head.blocks, ...contentBlocks(def, canvas, build, wanted)],
  }
  return cleanOutline(withPictures(outline, source.attachment))
}

/** 16 px a line: how much the head takes more than the usual two. */
const roomBelow = (lines: number, { paper, orientation }: SheetWanted): FigureSize => {
  const { width, height } = sheetFigureSize(paper, orientation)
  return { width, height: Math.max(200, height - Math.max(0, lines - 2) * 18) }
}

function headBlocks(facts: SheetFacts, width: number): { readonly blocks: readonly Block[]; readonly lines: number } {
  const line = [facts.innovation, facts.unit, facts.stage, facts.region, facts.day].filter((part) => part.trim() !== '').join(' · ')
  const titleLines = wrap(facts.title, width, 17.4, true).length
  const metaLines = wrap(line, width, 12).length
  return {
    lines: titleLines + metaLines,
    blocks: [
      { b: 'heading', level: 1, text: facts.title, id: 'kanvas' },
      { b: 'para', runs: [{ text: line, muted: true }], size: 9, align: 'left', spaceAfter: 4, keepNext: true },
    ],
  }
}

function contentBlocks(def: CanvasDef, canvas: Canvas, build: CanvasBuild, wanted: SheetWanted): readonly Block[] {
  const plainForm = def.kind === 'form' && def.survey === undefined
  // An empty form is still a form: its labels are printed to be filled in by hand.
  if (isEmpty(def, canvas, build) && !plainForm) return [muted(build.tell(words.notFilled))]
  if (wanted.style === 'words' || def.kind === 'grid' || (def.kind === 'form' && def.survey !== undefined))
    return canvasBlocks(def, canvas, build)
  const { figureSize: size, language } = build
  const drawn = def.kind === 'form' ? factsIn(def, canvas, build) : canvas
  const draw = (zoom: number): readonly Figure[] =>
    canvasFigures(def, drawn, {
      size: { width: size.width / zoom, height: size.height / zoom },
      language,
      ...(wanted.layout === undefined ? {} : { layout: wanted.layout }),
      ...(def.kind === 'tree' ? treeOptions(def, canvas, build) : {}),
      ...(def.kind === 'matrix' ? { legend: false } : {}),
    }).figures
  const own = draw(1)
  if (own.length === 0) return canvasBlocks(def, canvas, build)
  // Slides, posters and maps fill their sheet by themselves.
  const filling = (def.kind === 'form' && def.layout !== 'sheet') || def.kind === 'matrix'
  // Words below the drawing are not to be pushed to a page of their own.
  const wordy = inFull(def, canvas, own, build).length > 0
  const zoom = filling || wordy ? 1 : (zooms[wanted.paper].find((one) => alike(draw(one), own)) ?? 1)
  const figures = zoom === 1 ? own : draw(zoom)
  return [
    ...figures.map((figure): Block => ({ b: 'figure', figure, ...(zoom === 1 ? {} : { zoom }) })),
    ...inFull(def, canvas, figures, build),
    ...(def.kind === 'matrix' ? matrixTable(def, canvas, build) : []),
    ...(def.kind === 'tree' && (wanted.layout ?? def.layouts[0]) !== 'tree' ? undrawnInWords(def, canvas, build) : []),
  ]
}

/** How many times larger a drawing may be that has room to spare; paper for a wall is read from further away. */
const zooms = { A4: [1.25, 1.12], F4: [1.25, 1.12], A3: [1.6, 1.4, 1.2], A1: [3, 2.6, 2.2, 1.8] } as const satisfies Record<
  SheetSize,
  readonly number[]
>

/** On as many pages, and with the same boxes and lines: the same drawing, only larger. */
const alike = (larger: readonly Figure[], own: readonly Figure[]): boolean =>
  larger.length === own.length && larger.every((figure, at) => bodies(figure) === bodies(own[at]))
const bodies = (figure: Figure | undefined): number => figure?.shapes.filter((shape) => shape.t !== 'text').length ?? 0

const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '')

/** Notes whose text or columns were too long for their box, in words. */
function inFull(def: CanvasDef, all: Canvas, figures: readonly Figure[], build: CanvasBuild): readonly Block[] {
  if (def.kind !== 'board') return []
  const { language } = build
  const drawn = squeezed(figures.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.t === 'text' ? shape.lines : []))).join(''))
  const lines = printable(def, all, language).items.flatMap((item) => {
    const carried = def.columns.map((column) => showCell(column, cellOf(item, column.key), language)).filter((text) => text !== '')
    const texts = [item.text, item.link, ...(def.columns.some(({ type }) => type === 'photo' || type === 'tick') ? [] : carried)]
    if (texts.every((text) => drawn.includes(squeezed(cleanText(text))))) return []
    const more = carriedWords(def.columns, item, undefined, language)
    return [[item.text, more, item.link].filter((text) => text.trim() !== '').join('; ')]
  })
  if (lines.length === 0) return []
  return [
    muted(build.tell(words.inFull), { keepNext: true, size: 9 }),
    ...lines.map((text) => para(text, { size: 9, align: 'left', spaceAfter: 3 })),
  ]
}
