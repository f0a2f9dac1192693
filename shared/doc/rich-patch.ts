/**
 * Brings a rich text to what another one says by changing only what differs: words that stay are the same ones as before, so whoever
 * writes in them keeps the cursor, and what somebody adds there at the same moment is not lost.
 */
import * as Y from 'yjs'
import type { RichMark, RichNode } from '#shared/model/lab.ts'
import { alignLines, type Line, sameInOrder } from '#shared/rules/alignment.ts'
import { richTextPlain } from '#shared/rules/rich-text.ts'
import { makeChildren, readElement, readText } from './rich.ts'

/** What stands where a node of the editor is one shared part: a run of text, or one element. */
type Part = { readonly nodes: readonly RichNode[]; readonly kind: string; readonly shape: string }

/** Run it inside a transaction with the right origin. */
export function patchRich(fragment: Y.XmlFragment, doc: RichNode): void {
  patchChildren(fragment, partsOf(doc.content ?? []))
}

function patchChildren(parent: Y.XmlFragment, wanted: readonly Part[]): void {
  const children = parent.toArray()
  const there = children.map(partOf)
  const line = ({ nodes, kind, shape }: Part): Line => ({ kind, text: nodes.map(richTextPlain).join('') || shape })
  const [one, other] = [there[0], wanted[0]]
  const alone = there.length === 1 && wanted.length === 1 && one !== undefined && other !== undefined && one.kind === other.kind
  const pairs = alone ? ([[0, 0]] as const) : alignLines(there.map(line), wanted.map(line))
  let at = 0
  for (const [before, after] of pairs) {
    const was = before === null ? undefined : there[before]
    const child = before === null ? undefined : children[before]
    const will = after === null ? undefined : wanted[after]
    if (was !== undefined && child !== undefined && will !== undefined && canBecome(child, was, will)) {
      if (was.shape !== will.shape) patchChild(child, will)
      at += 1
      continue
    }
    if (was !== undefined) parent.delete(at, 1)
    if (will === undefined) continue
    parent.insert(at, makeChildren(will.nodes))
    at += 1
  }
}

const canBecome = (child: unknown, was: Part, will: Part): boolean =>
  was.kind === will.kind && (child instanceof Y.XmlText || child instanceof Y.XmlElement)

function patchChild(child: unknown, { nodes }: Part): void {
  const [node] = nodes
  if (child instanceof Y.XmlText) patchText(child, nodes)
  else if (child instanceof Y.XmlElement && node !== undefined) {
    patchAttributes(child, node)
    patchChildren(child, partsOf(node.content ?? []))
  }
}

function patchAttributes(element: Y.XmlElement, { attrs = {} }: RichNode): void {
  for (const key of Object.keys(element.getAttributes())) if (isAbsent(attrs[key])) element.removeAttribute(key)
  const now: Readonly<Record<string, unknown>> = element.getAttributes()
  // Yjs types attributes as strings, but keeps and gives back any plain value, as Tiptap relies on.
  for (const [key, value] of Object.entries(attrs))
    if (!isAbsent(value) && JSON.stringify(now[key]) !== JSON.stringify(value)) element.setAttribute(key, value as string)
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null

type Delta = { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> }
type Step = { retain: number; attributes?: Record<string, unknown> } | { delete: number } | { insert: string }

function patchText(text: Y.XmlText, wanted: readonly RichNode[]): void {
  const runs = text.toDelta() as readonly Delta[] // yjs types it loosely; both parts are checked below
  // What is no text counts one, as it does in Yjs.
  const before = runs.map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('')
  const after = wanted.map(({ text: words }) => words ?? '').join('')
  if (before !== after) text.applyDelta(wordSteps(before, after))
  const keys = new Set(runs.flatMap(({ attributes }) => Object.keys(attributes ?? {})))
  const steps = wanted.map(({ text: words = '', marks = [] }): Step => {
    const put = Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs ?? {}]))
    const gone = Object.fromEntries([...keys].filter((key) => !(key in put)).map((key) => [key, null]))
    return { retain: words.length, attributes: { ...gone, ...put } }
  })
  if (shapeOfRuns(readText(text)) !== shapeOfRuns(wanted)) text.applyDelta(steps)
}

function wordSteps(before: string, after: string): Step[] {
  const cut = (text: string): readonly string[] => text.match(/\s+|[^\s]+/gu) ?? []
  const [old, now] = [cut(before), cut(after)]
  const sizeOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0)
  const steps: Step[] = []
  let [a, b] = [0, 0]
  for (const [x, y] of [...sameInOrder(old, now), [old.length, now.length] as const]) {
    const [gone, come] = [sizeOf(old.slice(a, x)), now.slice(b, y).join('')]
    if (gone > 0) steps.push({ delete: gone })
    if (come !== '') steps.push({ insert: come })
    const stays = old[x]
    if (stays !== undefined) steps.push({ retain: stays.length })
    a = x + 1
    b = y + 1
  }
  return steps
}

function partsOf(nodes: readonly RichNode[]): readonly Part[] {
  const parts: Part[] = []
  let run: RichNode[] = []
  const flush = (): void => {
    if (run.length > 0) parts.push(textPart(run))
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'text') run.push(node)
    else {
      flush()
      parts.push({ nodes: [node], kind: node.type, shape: shapeOf(node) })
    }
  }
  flush()
  return parts
}

const textPart = (nodes: readonly RichNode[]): Part => ({ nodes, kind: 'text', shape: shapeOfRuns(nodes) })

function partOf(child: unknown): Part {
  if (child instanceof Y.XmlText) return textPart(readText(child))
  const node = child instanceof Y.XmlElement ? readElement(child) : null
  // What we do not know cannot be asked for, so it is equal to nothing.
  return node === null ? { nodes: [], kind: 'unknown', shape: 'unknown' } : { nodes: [node], kind: node.type, shape: shapeOf(node) }
}

const sorted = (value: Readonly<Record<string, unknown>> = {}): readonly (readonly [string, unknown])[] =>
  Object.entries(value)
    .filter(([, one]) => !isAbsent(one))
    .sort(([a], [b]) => (a < b ? -1 : 1))

const marksShape = (marks: readonly RichMark[] = []): string =>
  JSON.stringify(marks.map(({ type, attrs }) => [type, sorted(attrs)]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))

/** Neighbouring runs with the same marks are one, however they are cut. */
function shapeOfRuns(nodes: readonly RichNode[]): string {
  const runs: [marks: string, text: string][] = []
  for (const { text = '', marks } of nodes) {
    const shape = marksShape(marks)
    const last = runs.at(-1)
    if (last?.[0] === shape) last[1] += text
    else if (text !== '') runs.push([shape, text])
  }
  return JSON.stringify(runs)
}

/** Equal for nodes that look the same, in whichever order their attributes and marks were written. */
export const shapeOf = (node: RichNode): string =>
  JSON.stringify([node.type, sorted(node.attrs), partsOf(node.content ?? []).map(({ shape }) => shape)])
