/** What a picture of a board or tree shows, once more in words: searchable, editable and readable aloud in every format. */
import type { Canvas, Item } from '#shared/model/lab.ts'
import type { Block, Cell, Run } from '#shared/model/outline.ts'
import type { BoardDef, TreeDef } from '#shared/model/pack.ts'
import { byOrder } from '#shared/rules/order.ts'
import { notesOf, zoneOf } from '#shared/rules/picks.ts'
import { levelOf, type TreeNode, treeOf } from '#shared/rules/tree.ts'
import { cell, headCell, runs, tight, written } from './blocks.ts'
import type { Build } from './source.ts'
import { fittedWidths } from './widths.ts'

const size = 9

/** The notes of a board by zone, with their cluster, author and votes. */
export function notesInWords(def: BoardDef, canvas: Canvas, build: Build): Block {
  const { tell, words, language } = build
  const clusters = new Map(canvas.items.filter((item) => item.role === 'cluster').map((item) => [item.id, item.text]))
  const notes = [...notesOf(canvas.items)].sort(byOrder)
  const row = (zone: string, note: Item): readonly Cell[] => [
    cell(zone),
    cell(note.cluster === null ? '' : (clusters.get(note.cluster) ?? '')),
    cell(written(note.text, tell(words.notFilledCell))),
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

/** A tree as a nested list: effects, the core problem, causes down to the roots. */
export function treeInWords(def: TreeDef, canvas: Canvas, build: Build): readonly Block[] {
  const { tell, words, language } = build
  const tree = treeOf(canvas.items)
  const line = (text: string, rest: readonly Run[] = []): Block => ({
    ...runs({ text: text.trim() === '' ? tell(words.notFilledCell) : text }, ...rest),
    size,
    ...tight,
  })
  const branch = (node: TreeNode): readonly Block[] => {
    const root: readonly Run[] = levelOf(node) === 'root' ? [{ text: ` (${def.levels.root[language]})`, bold: true }] : []
    const under: readonly Block[] = node.children.length === 0 ? [] : [{ b: 'list', ordered: false, items: node.children.map(branch) }]
    return [line(node.item.text, root), ...under]
  }
  const part = (label: string, items: readonly (readonly Block[])[]): readonly Block[] =>
    items.length === 0
      ? []
      : [
          { ...runs({ text: label, bold: true }), size, ...tight, keepNext: true },
          { b: 'list', ordered: false, items },
        ]
  return [
    ...part(def.levels.effect[language], tree.effects.map(branch)),
    ...part(def.levels.core[language], tree.core === null ? [] : [[line(tree.core.text)]]),
    ...part(def.levels.direct[language], tree.causes.map(branch)),
  ]
}
