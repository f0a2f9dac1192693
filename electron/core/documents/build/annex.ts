/** The canvases printed behind a paper: those with something on them, each turned the way it is whole; the empty ones named in one line. */
import type { Canvas, Innovation } from '#shared/model/lab.ts'
import type { Block } from '#shared/model/outline.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { answerFields } from '#shared/rules/facts.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { innovationWords } from '#shared/text/innovation-words.ts'
import { anchor, muted } from './blocks.ts'
import { canvasBlocks } from './canvas-blocks.ts'
import { figureRoom } from './margins.ts'
import { planBlocks, planCanvas } from './pieces/plan.ts'
import type { Build } from './source.ts'

/** Nothing that was put on the canvas itself; what the innovation knows anyway does not fill a form. */
export function untouched(def: CanvasDef, canvas: Canvas | undefined): boolean {
  if (canvas === undefined) return true
  if (canvas.items.length > 0) return false
  const facts = new Set(answerFields(def).flatMap((field) => (field.fact === undefined ? [] : [field.key])))
  return Object.entries(canvas.fields).every(
    ([key, value]) => facts.has(key) || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0),
  )
}

/** What is not there, in one line; nothing when all is there. */
export const emptyLine = (names: readonly string[], { tell }: Pick<Build, 'tell'>): readonly Block[] =>
  names.length === 0 ? [] : [muted(tell(innovationWords.emptyParts, { list: names.join(', ') }), { align: 'left' })]

/**
 * The canvases of the definition's `annex`, in its order, behind a heading of their own.
 * @param level of that heading; the canvases stand one below it
 */
export function annexBlocks(innovation: Innovation, build: Build, level: 1 | 2 = 1): readonly Block[] {
  const { def, packs, language, tell, words } = build
  const canvases = def.annex.flatMap((id) => canvasOf(packs, id) ?? [])
  if (canvases.length === 0) return []
  const bare = canvases.filter((canvas) => untouched(canvas, innovation.canvases[canvas.id]))
  const blocks: Block[] = []
  let now = build.orientation
  const begin = (breaks: boolean): void => {
    if (blocks.some((block) => block.b === 'heading')) return
    blocks.push({ b: 'heading', level, text: tell(words.annex), id: 'lampiran', ...(breaks ? { pageBreakBefore: true } : {}) })
    blocks.push(
      ...emptyLine(
        bare.map((canvas) => canvas.outline.heading[language]),
        build,
      ),
    )
  }
  for (const canvas of canvases) {
    if (bare.includes(canvas)) continue
    const { orientation, content } = bestTurned(canvas, innovation, build)
    const turns = orientation !== now
    if (turns) blocks.push({ b: 'turn', orientation })
    begin(!turns)
    now = orientation
    blocks.push(
      { b: 'heading', level: level === 1 ? 2 : 3, text: canvas.outline.heading[language], id: anchor('lampiran', canvas.id) },
      { b: 'para', runs: [{ text: canvas.outline.lead[language] }], keepNext: true },
      ...content,
    )
  }
  // With nothing but empty canvases the line needs no page of its own.
  begin(false)
  return blocks
}

type Turned = { readonly orientation: Build['orientation']; readonly content: readonly Block[] }

/** As the document lies, unless a table has to be split or a tree cannot be drawn as one there and both are whole the other way. */
function bestTurned(canvas: CanvasDef, innovation: Innovation, build: Build): Turned {
  const filled = innovation.canvases[canvas.id]
  const turned = (orientation: Build['orientation']): Turned => ({
    orientation,
    content: contentOf(canvas, filled, innovation, { ...build, orientation, figureSize: figureRoom(build.lab, build.paper, orientation) }),
  })
  if (build.def.orientation === 'landscape') return turned('landscape')
  const upright = turned('portrait')
  if (canvas.kind === 'board' || parts(upright.content) < 2) return upright
  const lying = turned('landscape')
  return parts(lying.content) < parts(upright.content) ? lying : upright
}

/** The plan goes into an annex without the months in which nothing is done, as it stands in its own paper. */
function contentOf(canvas: CanvasDef, filled: Canvas | undefined, innovation: Innovation, build: Build): readonly Block[] {
  const plan = canvas.id === planCanvas ? planBlocks(innovation, build) : []
  return plan.length > 0 ? plan : canvasBlocks(canvas, filled, build)
}

const parts = (blocks: readonly Block[]): number =>
  blocks.filter((block) => block.b === 'figure' || (block.b === 'table' && block.ruled)).length
