/** Making things on a canvas out of others, with their link in the trail. What is undone or deleted here leaves the quotes alone. */
import type * as Y from 'yjs'
import type { ItemId, LinkId } from '#shared/model/ids.ts'
import type { Innovation, TrailEnd, TrailLink, Value } from '#shared/model/lab.ts'
import type { CanvasDef, FormDef, FormField, TreeDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { factPatch } from '#shared/rules/facts.ts'
import { columnOfField } from '#shared/rules/field-column.ts'
import { converted } from '#shared/rules/taking.ts'
import { takesWords } from '#shared/rules/trail-targets.ts'
import { treeOf } from '#shared/rules/tree.ts'
import { addItem, answerText, changeItem, type ItemPatch, readAnswers, readItems, removeItems, setAnswer, writeAnswer } from './canvas.ts'
import { readFacts, writeFacts } from './innovation.ts'
import { keyBetween } from './order.ts'
import type { Origin } from './origins.ts'
import { addLink, removeLink } from './trail.ts'

/** Where things are made; `part` is a zone of a board, a side of a tree, a group of a grid or a field of a form. */
export type Target = { readonly def: CanvasDef; readonly part?: string }
export type Making = {
  readonly doc: Y.Doc
  readonly newId: () => ItemId
  readonly newLinkId: () => LinkId
  /** Signs what is made. */
  readonly me: string
  /** ISO moment. */
  readonly now: string
  readonly origin: Origin
  readonly language?: Language
}
export type Source = { readonly from: TrailEnd; readonly text: string; readonly values?: Readonly<Record<string, Value>> }
export type Made = {
  readonly link: TrailLink
  /** Ends that stand there only because of this; of an answer what it said before and after. */
  readonly fresh: boolean
  readonly answer?: { readonly before: string; readonly after: string }
}

/** Makes one thing of each source and ties it to where it came from. One change. */
export function makeFrom(making: Making, target: Target, sources: readonly Source[]): readonly Made[] {
  const made: Made[] = []
  making.doc.transact(() => {
    const put = putter(making, target)
    for (const source of sources) {
      const end = put(source)
      if (end === null) continue
      const link = { id: making.newLinkId(), from: source.from, to: end.to, by: making.me, at: making.now }
      addLink(making.doc, link, making.origin)
      made.push({ link, fresh: end.fresh, ...(end.answer === undefined ? {} : { answer: end.answer }) })
    }
  }, making.origin)
  return made
}

/** Makes one thing of several sources, tied to each of them. The words stand below each other. */
export function makeJoined(making: Making, target: Target, sources: readonly Source[]): readonly Made[] {
  const [first, ...rest] = sources
  if (first === undefined) return []
  let made: readonly Made[] = []
  making.doc.transact(() => {
    made = makeFrom(making, target, [{ ...first, text: sources.map(({ text }) => text.trim()).join('\n') }])
    const to = made[0]?.link.to
    if (to === undefined) return
    const more = rest.map(({ from }): Made => {
      const link = { id: making.newLinkId(), from, to, by: making.me, at: making.now }
      addLink(making.doc, link, making.origin)
      return { link, fresh: false }
    })
    made = [...made, ...more]
  }, making.origin)
  return made
}

/** Takes back what was made, as far as nobody wrote in it since: an answer that was changed keeps its words. */
export function unmake(doc: Y.Doc, defs: readonly CanvasDef[], made: readonly Made[], origin: Origin): void {
  doc.transact(() => {
    for (const { link, fresh, answer } of [...made].reverse()) {
      removeLink(doc, link.id, origin)
      const { to } = link
      if (fresh && to.place === 'item') removeItems(doc, to.of, [to.key as ItemId] /* an item end is keyed by an item id */, origin)
      const def = defs.find(({ id }) => id === to.of)
      const field = def?.kind === 'form' ? def.fields.find(({ key }) => key === to.key) : undefined
      if (answer !== undefined && def?.kind === 'form' && field !== undefined && wordsOf(doc, def, field) === answer.after)
        writeWords(doc, def, field, answer.before, origin)
    }
  }, origin)
}

/**
 * Says in the trail that a source was seen as it is now; with `rewrite` what was made from it gets the new words too, where it still has
 * the old ones. One change.
 */
export function renewLink(doc: Y.Doc, def: CanvasDef, link: TrailLink, now: string, rewrite: boolean, origin: Origin): void {
  const { to } = link
  doc.transact(() => {
    if (rewrite) {
      const field = def.kind === 'form' ? def.fields.find(({ key }) => key === to.key) : undefined
      if (to.place === 'item') changeItem(doc, to.of, to.key as ItemId /* an item end is keyed by an item id */, { text: now }, origin)
      else if (def.kind === 'form' && field !== undefined)
        // A function, because `$` in a text would otherwise mean something.
        writeWords(
          doc,
          def,
          field,
          wordsOf(doc, def, field).replace(to.quote, () => now),
          origin,
        )
    }
    addLink(doc, { ...link, from: { ...link.from, quote: now }, to: rewrite ? { ...to, quote: now } : to }, origin)
  }, origin)
}

type Put = { readonly to: TrailEnd; readonly fresh: boolean; readonly answer?: Made['answer'] }

/** Looks for the end of a long canvas once, not for every thing. */
function putter(making: Making, { def, part }: Target): (source: Source) => Put | null {
  if (def.kind === 'form') return (source) => putAnswer(making, def, part, source)
  const { doc, origin } = making
  const there = readItems(doc, def.id)
  let order = there.reduce<string | null>((last, item) => (last === null || item.order > last ? item.order : last), null)
  const tree = def.kind === 'tree' ? treePlace(making, def, part) : null
  return ({ text, values }) => {
    const core = tree?.core(text) ?? null
    if (core !== null) return { to: { place: 'item', of: def.id, key: core, quote: text }, fresh: false }
    const id = making.newId()
    order = keyBetween(order, null)
    const shape = tree === null ? shapeOn(def, part, values ?? {}) : { ...tree.shape(id), values: values ?? {} }
    addItem(doc, def.id, id, { ...shape, text, author: making.me, order }, origin)
    return { to: { place: 'item', of: def.id, key: id, quote: text }, fresh: true }
  }
}

function shapeOn(def: Exclude<CanvasDef, FormDef>, part: string | undefined, values: Readonly<Record<string, Value>>): ItemPatch {
  if (def.kind === 'board') {
    const zone = def.zones.find((one) => one.key === part) ?? def.zones[0]
    return { zone: zone?.key ?? null, color: zone?.color ?? 'kunyit', values }
  }
  return def.kind === 'grid' && def.groupBy !== undefined && part !== undefined
    ? { values: { [def.groupBy]: part, ...values } }
    : { values }
}

/** The first thing in a tree without a core becomes the core; a core that is written is tied and keeps its words. */
function treePlace({ doc, origin }: Making, def: TreeDef, part: string | undefined) {
  const known = treeOf(readItems(doc, def.id)).core
  let core: ItemId | null = known?.id ?? null
  let blank = known !== null && known.text.trim() === ''
  return {
    core: (text: string): ItemId | null => {
      if (part !== 'core' || core === null) return null
      if (blank) changeItem(doc, def.id, core, { text }, origin)
      blank = false
      return core
    },
    shape: (id: ItemId): ItemPatch => {
      if (core === null && (part === undefined || part === 'core')) {
        core = id
        return { role: 'core' }
      }
      return { role: part === 'effect' ? 'effect' : 'cause', parent: core }
    },
  }
}

function putAnswer({ doc, origin, language = 'id' }: Making, def: FormDef, part: string | undefined, { text }: Source): Put | null {
  const field = def.fields.find(({ key }) => key === part) ?? def.fields.find(takesWords)
  if (field === undefined) return null
  const to: TrailEnd = { place: 'field', of: def.id, key: field.key, quote: text }
  if (!takesWords(field)) return putValue(doc, def, field, text, language, origin) ? { to, fresh: false } : null
  const before = wordsOf(doc, def, field)
  const line = field.type === 'line' ? text.replaceAll(/\s*\n\s*/gu, '; ') : text
  const after = before.trim() === '' ? line : `${before.trimEnd()}${field.type === 'line' ? '; ' : '\n'}${line}`
  writeWords(doc, def, field, after, origin)
  return { to: { ...to, quote: line }, fresh: false, answer: { before, after } }
}

/** An answer that is no writing is only filled in while it is empty. */
function putValue(doc: Y.Doc, def: FormDef, field: FormField, text: string, language: Language, origin: Origin): boolean {
  const column = columnOfField(field)
  const value = converted({ ...column, key: 'text', type: 'text' }, column, text, language)
  if (value === null) return false
  const now = readAnswers(doc, def.id)[field.key] ?? null
  if (field.fact !== undefined) writeFacts(doc, factPatch(field, value), origin)
  else if (now === null || now === '') setAnswer(doc, def.id, field.key, value, origin)
  return true
}

/** What the innovation itself knows is kept there and not in the form. */
function wordsOf(doc: Y.Doc, def: FormDef, field: FormField): string {
  if (field.fact === undefined) return answerText(doc, def.id, field.key).toString()
  const value: Innovation[typeof field.fact] = readFacts(doc)[field.fact]
  return typeof value === 'string' ? value : ''
}

function writeWords(doc: Y.Doc, def: FormDef, field: FormField, text: string, origin: Origin): void {
  if (field.fact === undefined) writeAnswer(doc, def.id, field.key, text, origin)
  else writeFacts(doc, factPatch(field, text), origin)
}
