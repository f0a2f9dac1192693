/**
 * Typed access to one canvas of an innovation. Board, tree, grid and matrix are sets of items; a form is a set of answers.
 * Item texts and written answers are Y.Text, so two people can type in one note.
 */
import * as Y from 'yjs'
import type { ItemId } from '#shared/model/ids.ts'
import { type Canvas, type CanvasSettings, type CanvasState, canvasStates, type Item, type Value } from '#shared/model/lab.ts'
import { noteColors } from '#shared/model/pack.ts'
import { names } from './names.ts'
import { byOrder, keyAfterLast, keyBetween } from './order.ts'
import type { Origin } from './origins.ts'
import { type AnyMap, assign, flagOf, numberOf, oneOf, plainOf, textOf, writeText } from './values.ts'

const valuePrefix = 'v/'
const votePrefix = 'vote/'
/** `w/<column>/<who>`: flat, because two people who score the same row at once must not take each other's map away. */
const scorePrefix = 'w/'
const itemRoles = ['core', 'cause', 'effect', 'cluster'] as const

export const itemsMap = (doc: Y.Doc, canvas: string): Y.Map<AnyMap> => doc.getMap(names.items(canvas))
export const settingsMap = (doc: Y.Doc, canvas: string): AnyMap => doc.getMap(names.settings(canvas))
export const answersMap = (doc: Y.Doc, canvas: string): AnyMap => doc.getMap(names.answers(canvas))
export const answerText = (doc: Y.Doc, canvas: string, field: string): Y.Text => doc.getText(names.answerText(canvas, field))

/** Everything an undo manager for this canvas has to watch. `fields` are the keys of written answers of a form. */
export const undoScope = (doc: Y.Doc, canvas: string, fields: readonly string[] = []): Y.AbstractType<unknown>[] =>
  [
    itemsMap(doc, canvas),
    answersMap(doc, canvas),
    settingsMap(doc, canvas),
    ...fields.map((field) => answerText(doc, canvas, field)),
  ] as Y.AbstractType<unknown>[] /* the manager only needs the base class */

/** What can be said about an item at once; `text` and `values` are handled apart. */
export type ItemPatch = Partial<Omit<Item, 'id' | 'values' | 'votes' | 'scores'>> & {
  readonly values?: Readonly<Record<string, Value>>
}

function patchItem(item: AnyMap, { text, values, ...plain }: ItemPatch): void {
  assign(item, plain)
  if (text !== undefined) {
    const known = item.get('text')
    if (known instanceof Y.Text) writeText(known, text)
    else item.set('text', new Y.Text(text))
  }
  if (values !== undefined) assign(item, Object.fromEntries(Object.entries(values).map(([key, value]) => [valuePrefix + key, value])))
}

/** Adds an item at the end, or where `order` says. The canvas counts as begun from here on. */
export function addItem(doc: Y.Doc, canvas: string, id: ItemId, patch: ItemPatch, origin: Origin): void {
  doc.transact(() => {
    const item: AnyMap = new Y.Map()
    itemsMap(doc, canvas).set(id, item)
    // Looking for the end reads every item: whoever adds many at once brings the keys along.
    patchItem(item, { text: '', ...patch, order: patch.order ?? keyAfterLast(readItems(doc, canvas)) })
    touch(doc, canvas)
  }, origin)
}

/** Changes the given parts of an item; nothing happens if it is gone. */
export function changeItem(doc: Y.Doc, canvas: string, id: ItemId, patch: ItemPatch, origin: Origin): void {
  const item = itemsMap(doc, canvas).get(id)
  if (item !== undefined) doc.transact(() => patchItem(item, patch), origin)
}

/** Removes items; what named one of them as parent or cluster is read as if it named nothing. */
export function removeItems(doc: Y.Doc, canvas: string, ids: readonly ItemId[], origin: Origin): void {
  doc.transact(() => {
    for (const id of ids) itemsMap(doc, canvas).delete(id)
  }, origin)
}

/** Puts an item between two neighbours of the sorted list; null is the end of the list. */
export function placeItem(doc: Y.Doc, canvas: string, id: ItemId, before: Item | null, after: Item | null, origin: Origin): void {
  changeItem(doc, canvas, id, { order: keyBetween(before?.order ?? null, after?.order ?? null) }, origin)
}

/** Sets how many votes `who` gives an item; 0 takes them back. */
export function setVotes(doc: Y.Doc, canvas: string, id: ItemId, who: string, votes: number, origin: Origin): void {
  const item = itemsMap(doc, canvas).get(id)
  if (item === undefined) return
  doc.transact(() => {
    if (votes > 0) item.set(votePrefix + who, votes)
    else item.delete(votePrefix + who)
  }, origin)
}

/** Sets the score `who` gives an item in one column; null takes it back. */
export function setScore(doc: Y.Doc, canvas: string, id: ItemId, column: string, who: string, score: number | null, origin: Origin): void {
  const item = itemsMap(doc, canvas).get(id)
  if (item === undefined) return
  const key = `${scorePrefix}${column}/${who}`
  doc.transact(() => {
    if (score === null) item.delete(key)
    else assign(item, { [key]: score })
  }, origin)
}

/** Changes how the canvas is used; `undefined` puts a setting back to the definition's own. */
export function setSettings(
  doc: Y.Doc,
  canvas: string,
  patch: { readonly [Key in keyof CanvasSettings]?: CanvasSettings[Key] | undefined },
  origin: Origin,
): void {
  const map = settingsMap(doc, canvas)
  doc.transact(() => {
    for (const [key, value] of Object.entries(patch)) if (value === undefined) map.delete(key)
    assign(map, patch)
  }, origin)
}

/** How many votes `who` has given on the whole canvas. */
export function votesSpent(doc: Y.Doc, canvas: string, who: string): number {
  let sum = 0
  for (const item of itemsMap(doc, canvas).values()) sum += numberOf(item.get(votePrefix + who)) ?? 0
  return sum
}

export const votesBy = (doc: Y.Doc, canvas: string, id: ItemId, who: string): number =>
  numberOf(
    itemsMap(doc, canvas)
      .get(id)
      ?.get(votePrefix + who),
  ) ?? 0

export const itemText = (doc: Y.Doc, canvas: string, id: ItemId): Y.Text | null => {
  const text = itemsMap(doc, canvas).get(id)?.get('text')
  return text instanceof Y.Text ? text : null
}

/** A choice, number or date of a form. Written answers go through `answerText`. */
export function setAnswer(doc: Y.Doc, canvas: string, field: string, value: Value, origin: Origin): void {
  doc.transact(() => {
    assign(answersMap(doc, canvas), { [field]: value })
    touch(doc, canvas)
  }, origin)
}

export function writeAnswer(doc: Y.Doc, canvas: string, field: string, text: string, origin: Origin): void {
  doc.transact(() => {
    writeText(answerText(doc, canvas, field), text)
    touch(doc, canvas)
  }, origin)
}

export const canvasState = (doc: Y.Doc, canvas: string): CanvasState => oneOf(doc.getMap(names.states).get(canvas), canvasStates) ?? 'belum'

export function setCanvasState(doc: Y.Doc, canvas: string, state: CanvasState, origin: Origin): void {
  doc.transact(() => assign(doc.getMap(names.states), { [canvas]: state }), origin)
}

function touch(doc: Y.Doc, canvas: string): void {
  if (canvasState(doc, canvas) === 'belum') doc.getMap(names.states).set(canvas, 'berjalan')
}

export function readItem(id: string, item: AnyMap): Item {
  const values: Record<string, Value> = {}
  const scores: Record<string, Record<string, number>> = {}
  let votes = 0
  for (const [key, value] of item) {
    if (key.startsWith(valuePrefix)) values[key.slice(valuePrefix.length)] = plainOf(value)
    else if (key.startsWith(votePrefix)) votes += Math.max(0, numberOf(value) ?? 0)
    else if (key.startsWith(scorePrefix)) readScore(scores, key.slice(scorePrefix.length), numberOf(value))
  }
  const idOrNull = (key: string): ItemId | null => {
    const text = textOf(item.get(key))
    return text === '' ? null : (text as ItemId) /* stored from an ItemId */
  }
  return {
    id: id as ItemId /* the key it was put under */,
    order: textOf(item.get('order')),
    text: textOf(item.get('text')),
    zone: textOf(item.get('zone')) || null,
    x: numberOf(item.get('x')),
    y: numberOf(item.get('y')),
    color: oneOf(item.get('color'), noteColors),
    cluster: idOrNull('cluster'),
    parent: idOrNull('parent'),
    role: oneOf(item.get('role'), itemRoles),
    root: flagOf(item.get('root')),
    values,
    scores,
    votes,
    author: textOf(item.get('author')),
    table: textOf(item.get('table')),
    picture: textOf(item.get('picture')),
    link: textOf(item.get('link')),
  }
}

function readScore(scores: Record<string, Record<string, number>>, key: string, score: number | null): void {
  const at = key.indexOf('/')
  if (at < 1 || score === null) return
  const column = key.slice(0, at)
  const of = Object.hasOwn(scores, column) ? scores[column] : undefined
  scores[column] = { ...of, [key.slice(at + 1)]: score }
}

/** All items of a canvas in their order. */
export function readItems(doc: Y.Doc, canvas: string): readonly Item[] {
  const items: Item[] = []
  for (const [id, item] of itemsMap(doc, canvas)) if (item instanceof Y.Map) items.push(readItem(id, item))
  return items.sort(byOrder)
}

/** Answers of a form: choices from the map, written answers from their texts. */
export function readAnswers(doc: Y.Doc, canvas: string): Readonly<Record<string, Value>> {
  const answers: Record<string, Value> = {}
  for (const [key, value] of answersMap(doc, canvas)) answers[key] = plainOf(value)
  const prefix = names.answerText(canvas, '')
  for (const name of doc.share.keys()) {
    if (!name.startsWith(prefix)) continue
    const text = doc.getText(name).toString()
    if (text !== '') answers[name.slice(prefix.length)] = text
  }
  return answers
}

export function readSettings(doc: Y.Doc, canvas: string): CanvasSettings {
  const map = settingsMap(doc, canvas)
  const words = (key: string): readonly string[] | undefined => {
    const value = plainOf(map.get(key))
    return Array.isArray(value) ? value : undefined
  }
  const mode = textOf(map.get('mode'))
  const set = textOf(map.get('set'))
  const scoring = oneOf(map.get('scoring'), ['group', 'each'] as const)
  const voters = words('voters')
  const years = words('years')
  const quota = numberOf(map.get('quota'))
  return {
    ...(mode === '' ? {} : { mode }),
    ...(scoring === null ? {} : { scoring }),
    ...(voters === undefined ? {} : { voters }),
    ...(years === undefined ? {} : { years }),
    ...(set === '' ? {} : { set }),
    ...(flagOf(map.get('private')) ? { private: true } : {}),
    ...(quota === null ? {} : { quota }),
  }
}

export const readCanvas = (doc: Y.Doc, canvas: string): Canvas => ({
  def: canvas,
  state: canvasState(doc, canvas),
  items: readItems(doc, canvas),
  fields: readAnswers(doc, canvas),
  settings: readSettings(doc, canvas),
})

/** Ids of all canvases anybody has touched. */
export function canvasesIn(doc: Y.Doc): readonly string[] {
  const found = new Set<string>(doc.getMap(names.states).keys())
  for (const name of doc.share.keys()) {
    const [kind, canvas] = name.split('/')
    if ((kind === 'items' || kind === 'answers' || kind === 'answer' || kind === 'settings') && canvas !== undefined) found.add(canvas)
  }
  return [...found].sort()
}

/** Fills an empty canvas from a plain value; votes are kept as those of nobody in particular. */
export function fillCanvas(doc: Y.Doc, canvas: Canvas, written: (field: string) => boolean, origin: Origin): void {
  doc.transact(() => {
    for (const { id, votes, scores, ...item } of canvas.items) {
      addItem(doc, canvas.def, id, item, origin)
      for (const [column, given] of Object.entries(scores))
        for (const [who, score] of Object.entries(given)) setScore(doc, canvas.def, id, column, who, score, origin)
      if (votes > 0) setVotes(doc, canvas.def, id, 'gabungan', votes, origin)
    }
    for (const [field, value] of Object.entries(canvas.fields)) {
      if (typeof value === 'string' && written(field)) writeAnswer(doc, canvas.def, field, value, origin)
      else setAnswer(doc, canvas.def, field, value, origin)
    }
    setSettings(doc, canvas.def, canvas.settings, origin)
    setCanvasState(doc, canvas.def, canvas.state, origin)
  }, origin)
}
