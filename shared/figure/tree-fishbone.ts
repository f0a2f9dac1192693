/** A fishbone as pictures of a given size: letters of full size, as many pictures as the bones need, nothing left out. */
import type { Figure, Shape } from '../model/figure.ts'
import type { ItemId } from '../model/ids.ts'
import type { Canvas, Item } from '../model/lab.ts'
import type { TreeDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { type Bone, bonesOf, categorySetOf, nodesOf, otherBone, type Tree, treeOf } from '../rules/tree.ts'
import { figureWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { treeText } from '../text/tree.ts'
import { boxLook, smallest, textAt, votesAt } from './draw.ts'
import {
  type BonePart,
  type FishboneLayout,
  type FishboneOptions,
  fishboneWidth,
  headOf,
  partsOf,
  placeParts,
  rootPad,
  screenFishbone,
} from './fishbone.ts'
import { wrap } from './metrics.ts'
import { palette } from './palette.ts'
import type { FigureSize, Figures } from './sizes.ts'
import { rootPill } from './tree.ts'
import { type Details, treeDetails } from './tree-details.ts'
import { smallHeight } from './tree-layout.ts'
import { branchRows, coreRow, type ListRow, listFigures } from './tree-outline.ts'

/** The name of a bone that is no cause itself. */
export const boneName = (bone: Pick<Bone, 'key' | 'category'>, language: Language): string =>
  bone.category?.label[language] ?? (bone.key === otherBone ? say(treeText.otherBone, language) : '')

const print = {
  ...screenFishbone,
  head: 150,
  size: smallest,
  lead: 15,
  stretch: 1,
  maxLines: 12,
  smallSize: smallest,
  smallLead: 14,
  mostSmall: 8,
  foot: 15,
  shortest: 76,
} as const

type Plan = { readonly set: FishboneOptions; readonly groups: readonly (readonly BonePart[])[] }

export function fishboneFigures(def: TreeDef, canvas: Canvas, size: FigureSize, language: Language): Figures {
  const tree = treeOf(canvas.items)
  const alt = say(words.fishboneAlt, language, {
    title: def.title[language],
    core: tree.core?.text ?? say(words.noCore, language),
    causes: nodesOf(tree.causes).length,
  })
  const details = treeDetails(def, canvas.items, language)
  const bones = bonesOf(categorySetOf(def, canvas.settings), tree)
  const plan = planFor(tree, bones, size, language, details)
  if (plan === null) return listFigures(listRows(def, tree, bones, language), size, language, alt, details)
  const { set, groups } = plan
  const items = new Map(canvas.items.map((item) => [item.id, item]))
  const emptyHead = tree.core === null ? say(words.noCore, language) : null
  return {
    figures: groups.map((parts, at): Figure => {
      const layout = placeParts(tree.core, parts, set)
      const part = groups.length === 1 ? '' : `, ${say(words.page, language, { page: at + 1, pages: groups.length })}`
      return {
        width: layout.width,
        height: layout.height,
        shapes: fishboneShapes(layout, items, emptyHead, set, language),
        alt: alt + part,
      }
    }),
    cut: [],
  }
}

/** The widest boxes among those that need the fewest pictures; null when a text is too long for any. */
function planFor(tree: Tree, bones: readonly Bone[], size: FigureSize, language: Language, details: Details): Plan | null {
  let best: Plan | null = null
  for (const box of [220, 200, 180, 164, 148, 132, 116]) {
    const set: FishboneOptions = { ...print, box, details, longest: Math.floor(size.height / 2) - 28 }
    const parts = bones.flatMap((bone) => numbered(partsOf(bone, set, boneName(bone, language) || (bone.top?.item.text ?? '')), language))
    const head = headOf(tree.core, set)
    if (head.text.cut || head.height > size.height - 12) continue
    if (parts.some((part) => part.height > size.height / 2 - 8 || part.boxes.some((one) => one.cut))) continue
    let pairs = 4
    while (pairs > 0 && fishboneWidth(parts, pairs, set) > size.width) pairs -= 1
    if (pairs === 0) continue
    const count = Math.max(1, Math.ceil(parts.length / (2 * pairs)))
    if (best !== null && best.groups.length <= count) continue
    // Pictures of about equal size, each with whole pairs but the last.
    const each = Math.max(2, 2 * Math.ceil(parts.length / count / 2))
    best = { set, groups: Array.from({ length: count }, (_, at) => parts.slice(at * each, (at + 1) * each)) }
  }
  return best
}

const numbered = (parts: readonly BonePart[], language: Language): readonly BonePart[] =>
  parts.map((part) =>
    part.part === 0 || part.name === null ? part : { ...part, name: [part.name[0] ?? '', say(words.continued, language)] },
  )

function listRows(def: TreeDef, tree: Tree, bones: readonly Bone[], language: Language): readonly ListRow[] {
  return [
    { head: def.levels.core[language] },
    coreRow(tree),
    ...bones.flatMap((bone): readonly ListRow[] =>
      bone.top === null
        ? bone.causes.length === 0
          ? []
          : [{ head: boneName(bone, language) }, ...branchRows(bone.causes)]
        : branchRows([bone.top]),
    ),
  ]
}

const padX = 9
const padY = 6

export function fishboneShapes(
  layout: FishboneLayout,
  items: ReadonlyMap<ItemId, Item>,
  emptyHead: string | null,
  set: FishboneOptions,
  language: Language,
): readonly Shape[] {
  const { head } = layout
  const empty: readonly Shape[] =
    emptyHead === null
      ? []
      : [
          { t: 'rect', ...head, r: 12, fill: palette.white, stroke: palette.lineStrong, width: 1, dash: [4, 3] },
          textAt(head.x + head.w / 2, head.y + 12, wrap(emptyHead, head.w - 20, smallest), { fill: palette.ink3, align: 'center' }),
        ]
  return [
    { t: 'line', points: layout.spine, stroke: palette.deep, width: 3 },
    { t: 'line', points: layout.tail, stroke: palette.deep, width: 3 },
    ...layout.bones.map((bone): Shape => ({ t: 'line', points: bone.line, stroke: palette.ink2, width: 2 })),
    ...layout.ticks.map((tick): Shape => ({ t: 'line', points: tick.points, stroke: palette.lineStrong, width: 1.5 })),
    ...layout.bones.flatMap(({ name }): readonly Shape[] => {
      if (name === null) return []
      const { lines, ...rect } = name
      const top = rect.y + (rect.h - lines.length * set.lead) / 2
      return [
        { t: 'rect', ...rect, r: 8, fill: palette.sunken, stroke: palette.ink2, width: 1.25 },
        textAt(rect.x + rect.w / 2, top, lines, { size: set.size, lead: set.lead, bold: true, align: 'center' }),
      ]
    }),
    ...layout.boxes.flatMap((box) => causeShapes(box, items.get(box.id), set, language)),
    ...empty,
  ]
}

function causeShapes(
  box: FishboneLayout['boxes'][number],
  item: Item | undefined,
  set: FishboneOptions,
  language: Language,
): readonly Shape[] {
  const look = boxLook(box.level)
  const core = box.level === 'core'
  const rect: Shape = { t: 'rect', x: box.x, y: box.y, w: box.w, h: box.h, r: core ? 12 : 6, ...look }
  const lead = set.lead + (core ? 2 : 0)
  const top = core
    ? box.y + (box.h - box.lines.length * lead - smallHeight(box, set)) / 2
    : box.y + padY + (box.level === 'root' ? rootPad : 0)
  const x = core ? box.x + box.w / 2 : box.x + padX
  const align = core ? { align: 'center' as const } : {}
  const small = { size: set.smallSize, lead: set.smallLead, fill: core ? palette.onDeep : palette.ink2, ...align }
  return [
    rect,
    textAt(x, top, box.lines, { size: set.size + (core ? 1 : 0), lead, bold: true, fill: core ? palette.onDeep : palette.ink, ...align }),
    ...(box.small.length === 0 ? [] : [textAt(x, top + box.lines.length * lead + 2, box.small, small)]),
    ...(core || item === undefined ? [] : votesAt(box.x + box.w - padX, box.y + box.h - set.foot - 2, item.votes)),
    ...(box.level === 'root' ? rootPill(box.x + 10, box.y - 11, say(words.root, language)) : []),
  ]
}
