/** A form canvas of an innovation drawn as large as its sheet: a slide for a screen, a poster for a wall (domain.md 1.3, D4 and D5). */
import { sheetFigureSize } from '#shared/figure/sizes.ts'
import type { Figure } from '#shared/model/figure.ts'
import type { Canvas, Innovation, Value } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { CanvasDef, FormDef } from '#shared/model/pack.ts'
import { emptyCanvas } from '#shared/rules/blank.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { answerText } from '#shared/rules/picks.ts'
import { unitOf } from '#shared/rules/signature.ts'
import { muted } from './blocks.ts'
import { canvasBlocks } from './canvas-blocks.ts'
import { factsIn } from './form-blocks.ts'
import { illustrationBlocks, outlineFrame, titleBlock } from './frame.ts'
import { posterFigures } from './poster-figure.ts'
import { isContact, publicContact, publicText } from './public-text.ts'
import type { Build } from './source.ts'

/** Points of the smallest type on paper of each size: what hangs on a wall is read from further away. */
const readableAt = { A4: 9, F4: 9, A3: 12, A1: 24 } as const

export function buildDrawn(build: Build, innovation: Innovation): Outline {
  const { def, language, packs } = build
  const canvas = canvasOf(packs, def.of)
  if (canvas === undefined) throw new Error(`document ${def.id}: the canvas ${def.of} is missing`)
  const frame = outlineFrame(build, `${def.title[language]}: ${innovation.name}`)
  if (canvas.kind !== 'form' || canvas.layout === 'sheet' || canvas.survey !== undefined) {
    const blocks = [titleBlock([def.title[language].toUpperCase(), innovation.name]), ...illustrationBlocks(build)]
    return { ...frame, cover: [], blocks: [...blocks, ...canvasBlocks(canvas, innovation.canvases[canvas.id], build)] }
  }
  const figures = figuresOf(canvas, completed(canvas, innovation, build), build)
  const foot = (): Block => muted(frame.foot, { size: footSize[build.paper], align: 'center', spaceAfter: 0 })
  return {
    ...frame,
    margins: 'narrow',
    bare: true,
    cover: [],
    // Without a line at the foot of the page, the stamp of the packs stands below the drawing.
    blocks: figures.flatMap((figure, at): readonly Block[] => [
      ...(at === 0 ? [] : [{ b: 'pageBreak' } as const]),
      { b: 'figure', figure },
      ...(at === figures.length - 1 ? [foot()] : []),
    ]),
  }
}

const footSize = { A4: 9, F4: 9, A3: 11, A1: 20 } as const

/** Pixels of a point. */
const pixels = 96 / 72

const figuresOf = (def: FormDef, canvas: Canvas, { paper, orientation, language }: Build): readonly Figure[] =>
  posterFigures(def, canvas, { size: sheetFigureSize(paper, orientation), language, least: readableAt[paper] * pixels })

/**
 * The answers of the canvas; where there are none, what the slide says of the same, the unit, and the first pair of photographs. So a
 * team that has only made its slide still has a poster.
 */
function completed(def: FormDef, innovation: Innovation, build: Build): Canvas {
  const own = factsIn(def, innovation.canvases[def.id] ?? emptyCanvas(def.id), build)
  const known: Record<string, Value> = { ...own.fields }
  for (const field of def.fields) {
    if (!blank(known[field.key])) continue
    const found = field.type === 'photo' ? pairedPhoto(field.key, innovation, build) : fieldFrom(def, field.key, innovation, build)
    if (found !== '') known[field.key] = found
    else if (field.type === 'unit') known[field.key] = unitOf(build.lab, innovation)?.name ?? ''
  }
  // It hangs where everybody reads it.
  for (const field of def.fields) {
    const value = known[field.key]
    if (typeof value === 'string' && field.type !== 'photo') known[field.key] = isContact(field) ? publicContact(value) : publicText(value)
  }
  return { ...own, fields: known }
}

const blank = (value: Value | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** What another drawn form says, where this canvas takes its answer from there. */
function fieldFrom(def: FormDef, key: string, innovation: Innovation, { packs, language }: Build): string {
  for (const { pick, into } of def.takes) {
    if (into !== key || pick.part !== 'field') continue
    const from = canvasOf(packs, pick.canvas)
    if (from?.kind !== 'form' || from.layout === 'sheet') continue
    const field = from.fields.find((one) => one.key === pick.field)
    const text = field === undefined ? '' : answerText(field, innovation.canvases[from.id]?.fields[pick.field] ?? null, language).trim()
    if (text !== '') return text
  }
  return ''
}

/** The photograph in the column of the same name of a grid, from the first row that has one. */
function pairedPhoto(key: string, innovation: Innovation, { packs }: Build): string {
  for (const [id, canvas] of Object.entries(innovation.canvases)) {
    if (!hasPhotoColumn(canvasOf(packs, id), key)) continue
    for (const item of canvas.items) {
      const name = item.values[key]
      if (typeof name === 'string' && name !== '') return name
    }
  }
  return ''
}

const hasPhotoColumn = (def: CanvasDef | undefined, key: string): boolean =>
  def?.kind === 'grid' && def.columns.some((column) => column.key === key && column.type === 'photo')
