/** One act of one person on each kind of canvas, through the same functions as the app: on something of his own, or on what all share. */
import { addItem, changeItem, itemText, readAnswers, readItems, setScore, writeAnswer } from '#shared/doc/canvas.ts'
import { byPerson, bySystem } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import type { GridDef, MatrixDef } from '#shared/model/pack.ts'
import { numberedItems } from '#shared/rules/matrix.ts'
import { treeOf } from '#shared/rules/tree.ts'
import * as board from '../../renderer/features/canvas/board/edits.ts'
import { vote } from '../../renderer/features/canvas/board/votes.ts'
import { removeForNow } from '../../renderer/features/canvas/desk.ts'
import * as grid from '../../renderer/features/canvas/grid/edits.ts'
import * as matrix from '../../renderer/features/canvas/matrix/edits.ts'
import * as tree from '../../renderer/features/canvas/tree/edits.ts'
import { isShared, ownedBy, type Person } from './canvas-people.ts'

export type Dice = { next(): number; below(count: number): number; pick<T>(from: readonly T[]): T | undefined }

export const diceOf = (next: () => number): Dice => ({
  next,
  below: (count) => Math.floor(next() * count),
  pick: (from) => from[Math.floor(next() * from.length)],
})

export type Storm = {
  readonly def: string
  /** What all share, put there by nobody in particular. */
  lay(person: Person): void
  own(person: Person, dice: Dice): void
  shared(person: Person, dice: Dice): void
}

const itemsOf = ({ peer, desk }: Person): readonly Item[] => readItems(peer.doc, desk.canvas)
const words = (dice: Dice): string => `catatan ${dice.below(1_000_000)}`

/** Types his letter somewhere into a text of all, or takes one of his letters out. */
function retyped(text: string, person: Person, dice: Dice): string {
  const mine = [...text].flatMap((letter, at) => (letter === person.letter ? [at] : []))
  const gone = dice.next() < 0.3 ? dice.pick(mine) : undefined
  if (gone !== undefined) return text.slice(0, gone) + text.slice(gone + 1)
  const at = dice.below(text.length + 1)
  return text.slice(0, at) + person.letter + text.slice(at)
}

/** Deletes; the button that puts it back is pressed now and then. */
function remove(person: Person, ids: readonly ItemId[], dice: Dice): void {
  const restore = removeForNow(person.desk, ids)
  if (dice.next() < 0.3) restore()
}

function layItems(person: Person, count: number, patch: (at: number) => Parameters<typeof addItem>[3]): void {
  const { doc, canvas } = person.desk
  for (let at = 0; at < count; at += 1) addItem(doc, canvas, `bersama-${at}` as ItemId /* test id */, patch(at), bySystem)
}

const zones = ['ide_baru', 'replikasi', 'pengembangan'] as const

export const boardStorm: Storm = {
  def: 'kartu-ide',
  lay: (person) => layItems(person, 12, (at) => ({ text: `kartu ${at}`, zone: zones[at % 3] ?? null })),
  own(person, dice) {
    const items = itemsOf(person)
    const mine = items.filter((item) => ownedBy(person.name, item) && item.role !== 'cluster')
    const frames = items.filter((item) => ownedBy(person.name, item) && item.role === 'cluster')
    const one = dice.pick(mine)
    const zone = dice.pick(zones) ?? 'ide_baru'
    const dot = dice.next()
    const { desk } = person
    if (one === undefined || dot < 0.3) {
      const notes = Array.from({ length: 1 + dice.below(3) }, () => ({ zone, text: words(dice), color: 'kunyit' as const }))
      board.addNotes(desk, notes)
    } else if (dot < 0.42) board.writeNote(desk, one.id, words(dice))
    else if (dot < 0.54) board.dropNotes(desk, [{ id: one.id, zone, cluster: null, x: dice.below(900), y: dice.below(900) }])
    else if (dot < 0.6) board.moveToZone(desk, items, [one.id], zone)
    else if (dot < 0.66) board.colourNotes(desk, [one.id], 'jambu')
    else if (dot < 0.72) board.clusterNotes(desk, items, [one.id, dice.pick(mine)?.id ?? one.id], words(dice))
    else if (dot < 0.78) board.setCluster(desk, items, [one.id], dice.pick(frames)?.id ?? null)
    else if (dot < 0.82) board.shiftNote(desk, items, one.id, dice.next() < 0.5 ? -1 : 1)
    else if (dot < 0.88) board.duplicate(desk, items, [one.id])
    else remove(person, [one.id], dice)
  },
  shared(person, dice) {
    const one = dice.pick(itemsOf(person).filter(isShared))
    if (one === undefined) return
    const dot = dice.next()
    if (dot < 0.4) board.writeNote(person.desk, one.id, retyped(one.text, person, dice))
    else if (dot < 0.7) vote(person.desk, one.id, 40, dice.next() < 0.7 ? 1 : -1)
    else
      board.dropNotes(person.desk, [
        { id: one.id, zone: dice.pick(zones) ?? 'ide_baru', cluster: null, x: person.number, y: dice.below(900) },
      ])
  },
}

export const treeStorm: Storm = {
  def: 'pohon-masalah',
  lay: (person) =>
    layItems(person, 14, (at) =>
      at === 0
        ? { text: 'inti', role: 'core' }
        : { text: `sebab ${at}`, role: at % 4 === 1 ? 'effect' : 'cause', parent: 'bersama-0' as ItemId /* the core */ },
    ),
  own(person, dice) {
    const { desk } = person
    const index = tree.indexTree(treeOf(itemsOf(person)))
    const core = index.tree.core?.id ?? ('bersama-0' as ItemId) /* the core, which nobody deletes */
    const mine = [...index.nodes.keys()].filter((id) => ownedBy(person.name, { id }))
    const one = dice.pick(mine)
    const dot = dice.next()
    if (one === undefined || dot < 0.3) tree.addChild(desk, index, dice.pick([core, ...mine]) ?? core, words(dice))
    else if (dot < 0.38) tree.addSibling(desk, index, one, words(dice))
    else if (dot < 0.46) changeItem(desk.doc, desk.canvas, one, { text: words(dice) }, byPerson)
    else if (dot < 0.64) tree.hang(desk, index, one, dice.pick([core, ...mine]) ?? core, dice.next() < 0.5 ? 'cause' : 'effect')
    else if (dot < 0.72) tree.shift(desk, index, one, dice.next() < 0.5 ? -1 : 1)
    else if (dot < 0.78) tree.outdent(desk, index, one)
    else if (dot < 0.84) tree.markRoot(desk, index, one)
    else if (dot < 0.9) tree.vote(desk, one, 40, 1)
    else {
      const gone = tree.removeBranch(desk, index, one)
      if (dice.next() < 0.3) gone.restore()
    }
  },
  shared(person, dice) {
    const { desk } = person
    const index = tree.indexTree(treeOf(itemsOf(person)))
    const shared = [...index.nodes.keys()].filter((id) => isShared({ id }))
    const one = dice.pick(shared)
    if (one === undefined) return
    const dot = dice.next()
    if (dot < 0.35)
      changeItem(
        desk.doc,
        desk.canvas,
        one,
        { text: retyped(itemText(desk.doc, desk.canvas, one)?.toString() ?? '', person, dice) },
        byPerson,
      )
    else if (dot < 0.6) tree.vote(desk, one, 40, dice.next() < 0.7 ? 1 : -1)
    else tree.hang(desk, index, one, dice.pick(shared) ?? one)
  },
}

export const gridStorm = ({ columns }: GridDef): Storm => {
  const voted = columns.filter((column) => column.voted)
  const scored = columns.filter((column) => column.type === 'score')
  const text = columns.find((column) => column.key === 'text')
  return {
    def: 'usg',
    lay: (person) => layItems(person, 12, (at) => ({ text: `isu ${at}` })),
    own(person, dice) {
      const { desk } = person
      const items = itemsOf(person)
      const mine = items.filter((item) => ownedBy(person.name, item))
      const one = dice.pick(mine)
      const column = dice.pick(scored)
      const dot = dice.next()
      if (one === undefined || column === undefined || text === undefined || dot < 0.2) grid.addRow(desk, words(dice))
      else if (dot < 0.3) grid.insertRows(desk, [{ text: words(dice) }, { text: words(dice) }], one, items[items.indexOf(one) + 1] ?? null)
      else if (dot < 0.4) grid.setCell(desk, one.id, text, words(dice))
      else if (dot < 0.6) grid.writeCell(desk, one.id, column, 1 + dice.below(5), dice.next() < 0.5 ? person.name : null)
      else if (dot < 0.68) grid.clearCells(desk, [one.id, dice.pick(mine)?.id ?? one.id], scored, null)
      else if (dot < 0.76) grid.shiftRow(desk, items, one.id, dice.next() < 0.5 ? -1 : 1)
      else if (dot < 0.88) {
        const pasted = grid.applyWrites(
          desk,
          columns,
          [one],
          [0, 1].map((row) => ({ row, column: 0, value: words(dice) })),
        )
        if (dice.next() < 0.3) pasted.restore()
      } else remove(person, [one.id], dice)
    },
    shared(person, dice) {
      const { desk } = person
      const one = dice.pick(itemsOf(person).filter(isShared))
      if (one === undefined || text === undefined) return
      const dot = dice.next()
      const [plain, own] = [dice.pick(scored), dice.pick(voted)]
      if (dot < 0.3) grid.setCell(desk, one.id, text, retyped(one.text, person, dice))
      else if (dot < 0.6 && plain !== undefined) grid.setCell(desk, one.id, plain, person.number)
      else if (own !== undefined)
        setScore(desk.doc, desk.canvas, one.id, own.key, person.name, dice.next() < 0.8 ? 1 + dice.below(5) : null, byPerson)
    },
  }
}

export const matrixStorm = (def: MatrixDef): Storm => ({
  def: def.id,
  lay: (person) => layItems(person, 10, (at) => ({ text: `pihak ${at}` })),
  own(person, dice) {
    const { desk } = person
    const items = itemsOf(person)
    const one = dice.pick(items.filter((item) => ownedBy(person.name, item)))
    const dot = dice.next()
    const at = { x: 1 + dice.below(5), y: 1 + dice.below(5) }
    if (one === undefined || dot < 0.3) matrix.addPoints(desk, def, [words(dice), words(dice)], dice.next() < 0.5 ? at : null)
    else if (dot < 0.55) matrix.putPoint(desk, def, one.id, at)
    else if (dot < 0.65) matrix.putPoint(desk, def, one.id, matrix.nudged(def, one, 1, -1))
    else if (dot < 0.75) matrix.takeOff(desk, def, one.id)
    else if (dot < 0.85) matrix.moveItem(desk, items, numberedItems(def, items), one.id, dice.below(items.length))
    else remove(person, [one.id], dice)
  },
  shared(person, dice) {
    const { desk } = person
    const one = dice.pick(itemsOf(person).filter(isShared))
    if (one === undefined) return
    if (dice.next() < 0.5) changeItem(desk.doc, desk.canvas, one.id, { text: retyped(one.text, person, dice) }, byPerson)
    else matrix.putPoint(desk, def, one.id, { x: person.number, y: person.number })
  },
})

const sharedFields = ['latar_belakang', 'ide_inovasi', 'tujuan'] as const

export const formStorm: Storm = {
  def: 'form-ide',
  lay: ({ desk }) => {
    for (const field of sharedFields) writeAnswer(desk.doc, desk.canvas, field, 'isi ', bySystem)
  },
  // Of his own each has only his letters here: a form has no things of one person.
  own: (person, dice) => formStorm.shared(person, dice),
  shared(person, dice) {
    const { doc, canvas } = person.desk
    const field = dice.pick(sharedFields) ?? 'tujuan'
    const now = readAnswers(doc, canvas)[field]
    writeAnswer(doc, canvas, field, retyped(typeof now === 'string' ? now : '', person, dice), byPerson)
  },
}
