/** A canvas in a document: boards and trees as pictures with their words, a map as picture and table, grids and forms as tables. */
import { canvasFigures } from '#shared/figure/figures.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Canvas } from '#shared/model/lab.ts'
import type { Block } from '#shared/model/outline.ts'
import type { BoardDef, CanvasDef, TreeDef } from '#shared/model/pack.ts'
import { readMirror } from '#shared/rules/tree.ts'
import { muted, para } from './blocks.ts'
import { printable } from './closed.ts'
import { factsIn, formBlocks } from './form-blocks.ts'
import { gridBlocks } from './grid-blocks.ts'
import { notesInWords, treeInWords } from './items-in-words.ts'
import { matrixBlocks } from './matrix-blocks.ts'
import type { CanvasBuild } from './source.ts'

/** Says so when there is nothing on the canvas. */
export function canvasBlocks(def: CanvasDef, all: Canvas | undefined, build: CanvasBuild): readonly Block[] {
  const { tell, words, language } = build
  if (all === undefined || isEmpty(def, all, build)) return [muted(tell(words.notFilled))]
  const canvas = printable(def, all, language)
  switch (def.kind) {
    case 'board':
    case 'tree':
      return pictureBlocks(def, canvas, build)
    case 'grid':
      return gridBlocks(def, canvas, build)
    case 'matrix':
      return matrixBlocks(def, canvas, build)
    case 'form':
      return formBlocks(def, canvas, build)
    default:
      return never(def)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown canvas ${JSON.stringify(value)}`)
}

const noAnswers = (canvas: Canvas): boolean =>
  Object.values(canvas.fields).every((value) => value === null || value === '' || (Array.isArray(value) && value.length === 0))

export function isEmpty(def: CanvasDef, canvas: Canvas, build: Pick<CanvasBuild, 'innovation'>): boolean {
  if (def.kind !== 'form') return canvas.items.length === 0 && noAnswers(canvas)
  return canvas.items.length === 0 && noAnswers(factsIn(def, canvas, build))
}

/** What the picture of a tree shows besides the tree: the cause the team works on, and the problems an objective tree turns round. */
export function treeOptions(
  def: TreeDef,
  canvas: Canvas,
  build: Pick<CanvasBuild, 'innovation'>,
): { readonly chosen?: ItemId; readonly sources?: ReadonlyMap<ItemId, string> } {
  const chosen = chosenCause(def, canvas, build)
  const problem = def.mirror === undefined ? undefined : build.innovation?.canvases[def.mirror]
  if (problem === undefined) return chosen === undefined ? {} : { chosen }
  const { nodes } = readMirror(problem.items, canvas.items, build.innovation?.trail ?? [])
  const sources = new Map([...nodes].map(([id, node]) => [id, node.text]))
  return { sources, ...(chosen === undefined ? {} : { chosen }) }
}

/** The cause the team went on with: the first root that something later in the trail came from. */
function chosenCause(def: TreeDef, canvas: Canvas, { innovation }: Pick<CanvasBuild, 'innovation'>): ItemId | undefined {
  const roots = new Map(canvas.items.filter((item) => item.root).map((item) => [item.id as string, item.id]))
  const link = innovation?.trail.find(({ from }) => from.place === 'item' && from.of === def.id && roots.has(from.key))
  return link === undefined ? undefined : roots.get(link.from.key)
}

/** The picture shows at a glance; the words beside it are what a secretariat can search, copy and correct. */
function pictureBlocks(def: BoardDef | TreeDef, canvas: Canvas, build: CanvasBuild): readonly Block[] {
  const { tell, words, language, figureSize: size } = build
  const drawn = def.kind === 'tree' ? treeOptions(def, canvas, build) : {}
  const { figures } = canvasFigures(def, canvas, { size, language, ...drawn })
  const inWords = def.kind === 'board' ? [notesInWords(def, canvas, build)] : treeInWords(def, canvas, build, drawn.sources)
  return [...figures.map((figure): Block => ({ b: 'figure', figure })), para(tell(words.inWords), { size: 9, keepNext: true }), ...inWords]
}
