/** What a picture of a board or tree shows, once more in words: searchable, editable and readable aloud in every format. */

import { carriedWords } from '#shared/figure/printed-table.ts'
import { boneName } from '#shared/figure/tree-fishbone.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Canvas, Item } from '#shared/model/lab.ts'
import type { Block, Cell, Run } from '#shared/model/outline.ts'
import type { BoardDef, TreeDef } from '#shared/model/pack.ts'
import { evaluateGrid } from '#shared/rules/grid.ts'
import { byOrder } from '#shared/rules/order.ts'
import { notesOf, zoneOf } from '#shared/rules/picks.ts'
import { bonesOf, categorySetOf, levelOf, type TreeNode, treeOf } from '#shared/rules/tree.ts'
import { treeText } from '#shared/text/tree.ts'
import { cell, headCell, muted, runs, tight, written } from './blocks.ts'
import type { CanvasBuild } from './source.ts'
import { fittedWidths } from './widths.ts'

const size = 9

/** The notes of a board by zone, with their cluster, author and votes. */
export function notesInWords(def: BoardDef, canvas: Canvas, build: CanvasBuild): Block {
  const { tell, words, language } = build
  const clusters = new Map(canvas.items.filter((item) => item.role === 'cluster').map((item) => [item.id, item.text]))
  const notes = [...notesOf(canvas.items)].sort(byOrder)
  const worked = workedOut(def, notes, build)
  const more = (note: Item): readonly Block[] => {
    const link = note.link.trim() === '' ? '' : tell(words.seeLink, { link: note.link.trim() })
    const text = [carriedWords(def.columns, note, worked.get(note.id), language), link].filter((part) => part !== '').join('; ')
    return text === '' ? [] : [muted(text, tight)]
  }
  const row = (zone: string, note: Item): readonly Cell[] => [
    cell(zone),
    cell(note.cluster === null ? '' : (clusters.get(note.cluster) ?? '')),
    cell([...written(note.text, tell(words.notFilledCell)), ...more(note)]),
    cell([note.author, note.table].filter((part) => part !== '').join(', ')),
    cell(note.votes === 0 ? '' : String(note.votes), { align: 'center' }),
  ]
  const rows = def.zones.flatMap((zone) =>
    notes.filter((note) => zoneOf(def, note, canvas.items) === zone.key).map((note) => row(zone.label[language], note)),
  )
  const head = [words.zone, words.cluster, words.note, words.author, words.votes].map((word, at) =>
    headCell(tell(word), at === 4 ? { align: 'center' } : {}),
  )
  return {
    b: 'table',
    widths: fittedWidths([2, 2.4, 5, 2.2, 0.9], [head, ...rows], size, build),
    headRows: 1,
    rows: [head, ...rows],
    ruled: true,
    size,
    alt: tell(words.canvasAlt, { title: def.title[language] }),
  }
}

/** The rows of what notes and nodes carry, by item. */
const workedOut = ({ columns }: Pick<BoardDef, 'columns'>, items: readonly Item[], { today }: CanvasBuild) =>
  new Map(evaluateGrid({ columns }, items, today === undefined ? {} : { today }).rows.map((row) => [row.item.id, row]))

/** What each node of an objective tree turns round, by item. */
type Sources = ReadonlyMap<ItemId, string>

/** A tree as a nested list: effects, the core problem, causes down to the roots; under their categories where the team chose some. */
export function treeInWords(def: TreeDef, canvas: Canvas, build: CanvasBuild, sources: Sources = new Map()): readonly Block[] {
  const tree = treeOf(canvas.items)
  const { line, branch, carried } = treeWords(def, canvas, build, sources)
  const set = categorySetOf(def, canvas.settings)
  return [
    ...labelled(def.levels.effect[build.language], tree.effects.map(branch)),
    ...labelled(def.levels.core[build.language], tree.core === null ? [] : [[line(tree.core.text, carried(tree.core))]]),
    ...(set === null
      ? labelled(def.levels.direct[build.language], tree.causes.map(branch))
      : bonesOf(set, tree).flatMap((bone) => labelled(boneName(bone, build.language), bone.causes.map(branch)))),
  ]
}

/** What a fishbone and a chain of whys do not draw: effects, and what the core carries besides its text. */
export function undrawnInWords(def: TreeDef, canvas: Canvas, build: CanvasBuild): readonly Block[] {
  const tree = treeOf(canvas.items)
  const { line, branch, carried } = treeWords(def, canvas, build)
  const more = tree.core === null ? [] : carried(tree.core)
  return [
    ...labelled(def.levels.core[build.language], tree.core === null || more.length === 0 ? [] : [[line(tree.core.text, more)]]),
    ...labelled(def.levels.effect[build.language], tree.effects.map(branch)),
  ]
}

function treeWords(def: TreeDef, canvas: Canvas, build: CanvasBuild, sources: Sources = new Map()) {
  const { tell, words, language } = build
  const worked = workedOut(def, canvas.items, build)
  const carried = (item: Item): readonly Run[] => {
    const source = sources.get(item.id)?.trim() ?? ''
    const from = source === '' ? '' : tell(treeText.from, { text: source })
    const text = [from, carriedWords(def.columns, item, worked.get(item.id), language)].filter((part) => part !== '').join('; ')
    return text === '' ? [] : [{ text: ` (${text})`, muted: true }]
  }
  const line = (text: string, rest: readonly Run[] = []): Block => ({
    ...runs({ text: text.trim() === '' ? tell(words.notFilledCell) : text }, ...rest),
    size,
    ...tight,
  })
  const branch = (node: TreeNode): readonly Block[] => {
    const root: readonly Run[] = levelOf(node) === 'root' ? [{ text: ` (${def.levels.root[language]})`, bold: true }] : []
    const under: readonly Block[] = node.children.length === 0 ? [] : [{ b: 'list', ordered: false, items: node.children.map(branch) }]
    return [line(node.item.text, [...root, ...carried(node.item)]), ...under]
  }
  return { line, branch, carried }
}

const labelled = (label: string, items: readonly (readonly Block[])[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { ...runs({ text: label, bold: true }), size, ...tight, keepNext: true },
        { b: 'list', ordered: false, items },
      ]
