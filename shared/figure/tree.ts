/**
 * A problem tree as pictures of a given size. A small tree is one picture with its levels named at the left; one that would need
 * smaller letters than 9 pt is drawn as an indented list of boxes that goes on from picture to picture.
 */
import type { Shape } from '../model/figure.ts'
import type { ItemId } from '../model/ids.ts'
import type { Canvas, Item } from '../model/lab.ts'
import type { TreeDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { nodesOf, pathTo, type Tree, treeOf } from '../rules/tree.ts'
import { figureWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { boxLook, footAt, smallest, textAt } from './draw.ts'
import { measure, wrap } from './metrics.ts'
import { palette } from './palette.ts'
import type { FigureSize, Figures } from './sizes.ts'
import { type Details, treeDetails } from './tree-details.ts'
import { layoutTree, smallHeight, type TreeBox, type TreeLayout, type TreeLayoutOptions } from './tree-layout.ts'
import { outlineFigures } from './tree-outline.ts'

const printed = {
  gutter: 78,
  size: smallest,
  lead: 15,
  padX: 8,
  padY: 8,
  rootPad: 5,
  foot: 15,
  mostFoot: 4,
  levelGap: 40,
  gap: 8,
  coreWidth: 340,
  stretch: 1,
  maxLines: 12,
  smallSize: smallest,
  smallLead: 14,
  mostSmall: 8,
} as const

/**
 * @param chosen the cause the team works on: the way from the core to it is drawn strong
 * @param sources the problem sentence each node of an objective tree turns round
 */
export function treeFigures(
  def: TreeDef,
  canvas: Canvas,
  size: FigureSize,
  language: Language,
  chosen?: ItemId,
  sources?: ReadonlyMap<ItemId, string>,
): Figures {
  const tree = treeOf(canvas.items)
  const alt = treeAlt(def, tree, language)
  const details = treeDetails(def, canvas.items, language, sources)
  const layout = fitting(canvas.items, size, details)
  const texts = new Map(canvas.items.map((item) => [item.id, item]))
  if (layout === null) return outlineFigures(def, tree, size, language, alt, details)
  const figure = { width: layout.width, height: layout.height, shapes: treeShapes(def, layout, texts, tree, language, chosen), alt }
  return { figures: [figure], cut: [] }
}

/** The roomiest layout that fits with every word in it; null when none does. */
function fitting(items: readonly Item[], size: FigureSize, details: Details): TreeLayout | null {
  if (items.length > 120) return null
  for (const stack of [false, true]) {
    for (const leaf of [200, 150, 130, 112, 98, 86]) {
      const coreWidth = Math.min(printed.coreWidth, size.width - printed.gutter)
      const layout = layoutTree(items, { ...printed, coreWidth, leaf, stack, details })
      if (layout.width <= size.width && layout.height <= size.height && !layout.boxes.some((box) => box.cut)) return layout
    }
  }
  return null
}

type PrintOptions = Pick<TreeLayoutOptions, 'size' | 'lead' | 'padX' | 'padY' | 'rootPad' | 'mostFoot' | 'smallSize' | 'smallLead'>

export function treeAlt(def: TreeDef, tree: Tree, language: Language): string {
  const causes = nodesOf(tree.causes)
  return say(words.treeAlt, language, {
    title: def.title[language],
    core: tree.core?.text ?? say(words.noCore, language),
    effects: nodesOf(tree.effects).length,
    causes: causes.length,
    roots: causes.filter((node) => node.item.root).length,
  })
}

/** Everything of a laid out tree, also for a picture of the screen's own layout. */
export function treeShapes(
  def: TreeDef,
  layout: TreeLayout,
  items: ReadonlyMap<ItemId, Item>,
  tree: Tree,
  language: Language,
  chosen?: ItemId,
  set: PrintOptions & { readonly gutter: number } = printed,
): readonly Shape[] {
  const strong = new Set(chosen === undefined ? [] : pathTo(tree, chosen))
  const edges = [...layout.edges].sort((a, b) => Number(strong.has(a.to)) - Number(strong.has(b.to)))
  return [
    ...bandShapes(def, layout, language, set),
    ...edges.map((edge): Shape => {
      const marked = strong.has(edge.to)
      return { t: 'line', points: edge.points, stroke: marked ? palette.action : palette.lineStrong, width: marked ? 3 : 1.5 }
    }),
    ...(tree.core === null ? emptyCore(layout, language) : []),
    ...layout.boxes.flatMap((box) => boxShapes(box, items.get(box.id), rootWord(def, language), set)),
  ]
}

function bandShapes(
  def: TreeDef,
  layout: TreeLayout,
  language: Language,
  set: { gutter: number; size: number; lead: number },
): readonly Shape[] {
  const label = (level: TreeLayout['bands'][number]['level']): string => def.levels[level][language]
  return layout.bands.flatMap((band, at): readonly Shape[] => {
    const lines = wrap(label(band.level), set.gutter - 8, set.size, true)
    const rule: Shape = {
      t: 'line',
      points: [
        [0, band.y],
        [layout.width, band.y],
      ],
      stroke: palette.line,
      width: 1,
    }
    const y = band.y + (band.h - lines.length * set.lead) / 2
    const text = textAt(0, y, lines, { size: set.size, lead: set.lead, bold: true, fill: palette.ink2 })
    return at === 0 ? [text] : [rule, text]
  })
}

function emptyCore({ core }: TreeLayout, language: Language): readonly Shape[] {
  const lines = wrap(say(words.noCore, language), core.w - 24, smallest)
  return [
    { t: 'rect', ...core, r: 12, stroke: palette.lineStrong, width: 1, dash: [4, 3] },
    textAt(core.x + core.w / 2, core.y + (core.h - lines.length * 16) / 2, lines, { fill: palette.ink3, align: 'center' }),
  ]
}

function boxShapes(box: TreeBox, item: Item | undefined, root: string, set: PrintOptions): readonly Shape[] {
  const { x, y, w, h, lines } = box
  const { fill, stroke, width } = boxLook(box.level)
  const small = { size: set.smallSize, lead: set.smallLead }
  if (box.level === 'core') {
    const top = y + (h - lines.length * (set.lead + 4) - smallHeight(box, set)) / 2
    const look = { size: set.size + 2, lead: set.lead + 4, bold: true, fill: palette.onDeep, align: 'center' } as const
    const below = textAt(x + w / 2, top + lines.length * (set.lead + 4) + 2, box.small, { ...small, fill: palette.onDeep, align: 'center' })
    return [{ t: 'rect', x, y, w, h, r: 12, fill }, textAt(x + w / 2, top, lines, look), ...(box.small.length === 0 ? [] : [below])]
  }
  const top = y + set.padY + (box.level === 'root' ? set.rootPad : 0)
  const text = [
    textAt(x + set.padX, top, lines, { size: set.size, lead: set.lead, bold: true }),
    ...(box.small.length === 0
      ? []
      : [textAt(x + set.padX, top + lines.length * set.lead + 2, box.small, { ...small, fill: palette.ink2 })]),
  ]
  const foot = item === undefined ? [] : footAt(item, x + set.padX, y + h - 6, w - 2 * set.padX, set.mostFoot)
  const pill = box.level === 'root' ? rootPill(x + 8, y - 10, root) : []
  return [{ t: 'rect', x, y, w, h, r: 8, fill, stroke, width }, ...text, ...foot, ...pill]
}

/** What the mark of a root says; an objective tree has a word of its own for what roots become. */
export const rootWord = (def: Pick<TreeDef, 'mirror' | 'levels'>, language: Language): string =>
  def.mirror === undefined ? say(words.root, language) : def.levels.root[language]

/** The mark of a root, over the upper edge of its box. */
export function rootPill(x: number, y: number, text: string): readonly Shape[] {
  const w = measure(text, smallest, true) + 16
  return [{ t: 'rect', x, y, w, h: 18, r: 9, fill: palette.ok }, textAt(x + 8, y + 2.5, [text], { bold: true, fill: palette.white })]
}
