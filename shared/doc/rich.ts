/**
 * Rich text between Yjs and plain values. Tiptap's collaboration keeps a node as a Y.XmlElement named like its type, its
 * attributes as attributes, and a run of text as a Y.XmlText whose formatting keys are the marks. The same layout is written
 * here, so that a section filled from the sample or the command line opens in the editor as if it had been typed there.
 */
import * as Y from 'yjs'
import type { RichMark, RichNode } from '#shared/model/lab.ts'
import { recordOf } from './values.ts'

const nodeTypes: readonly RichNode['type'][] = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'hardBreak',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'image',
  'blockquote',
]
const markTypes: readonly RichMark['type'][] = ['bold', 'italic', 'underline', 'source']

type Delta = {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

function readMarks(attributes: Readonly<Record<string, unknown>> | undefined): readonly RichMark[] {
  const marks: RichMark[] = []
  for (const [key, value] of Object.entries(attributes ?? {})) {
    // Marks that may overlap with themselves carry a hash behind two dashes.
    const type = markTypes.find((one) => one === key.replace(/--.*$/, ''))
    if (type === undefined || value === null) continue
    const attrs = recordOf(value)
    const plain = Object.fromEntries(
      Object.entries(attrs).filter(([, one]) => typeof one === 'string' || typeof one === 'number'),
    ) as NonNullable<RichMark['attrs']> /* strings and numbers only, by the filter */
    marks.push(Object.keys(plain).length > 0 ? { type, attrs: plain } : { type })
  }
  return marks
}

/** The runs of one text. */
export function readText(text: Y.XmlText): readonly RichNode[] {
  const nodes: RichNode[] = []
  for (const { insert, attributes } of text.toDelta() as readonly Delta[] /* yjs types it loosely; both parts are checked below */) {
    if (typeof insert !== 'string' || insert === '') continue
    const marks = readMarks(attributes)
    nodes.push(marks.length > 0 ? { type: 'text', text: insert, marks } : { type: 'text', text: insert })
  }
  return nodes
}

/** Null when it is none of the nodes we know. */
export function readElement(element: Y.XmlElement): RichNode | null {
  const type = nodeTypes.find((one) => one === element.nodeName)
  if (type === undefined) return null
  const attrs = Object.fromEntries(Object.entries(element.getAttributes()).filter(([, value]) => value !== null && value !== undefined))
  const content = readChildren(element)
  return {
    type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

function readChildren(parent: Y.XmlFragment): readonly RichNode[] {
  return parent.toArray().flatMap((child): readonly RichNode[] => {
    if (child instanceof Y.XmlText) return readText(child)
    if (!(child instanceof Y.XmlElement)) return []
    const node = readElement(child)
    return node === null ? [] : [node]
  })
}

/** The fragment as a `doc` node. Nodes and marks we do not know are left out. */
export const readRich = (fragment: Y.XmlFragment): RichNode => ({
  type: 'doc',
  content: readChildren(fragment),
})

const isText = (node: RichNode): boolean => node.type === 'text'

function makeText(nodes: readonly RichNode[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    nodes.map((node) => ({
      insert: node.text ?? '',
      attributes: Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
    })),
  )
  return text
}

/** New shared parts of those nodes, to be put into one that is there. */
export function makeChildren(nodes: readonly RichNode[]): (Y.XmlElement | Y.XmlText)[] {
  const made: (Y.XmlElement | Y.XmlText)[] = []
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at]
    if (node === undefined) break
    if (isText(node)) {
      let end = at
      while (end < nodes.length && nodes[end]?.type === 'text') end += 1
      made.push(makeText(nodes.slice(at, end)))
      at = end
    } else {
      made.push(makeElement(node))
      at += 1
    }
  }
  return made
}

function makeElement(node: RichNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  for (const [key, value] of Object.entries(node.attrs ?? {})) {
    // Yjs types attributes as strings, but keeps and gives back any plain value, as Tiptap relies on.
    if (value !== null && value !== undefined) element.setAttribute(key, value as string)
  }
  const children = makeChildren(node.content ?? [])
  if (children.length > 0) element.insert(0, children)
  return element
}

/** Appends the children of a `doc` node. Run it inside a transaction with the right origin. */
export function appendRich(fragment: Y.XmlFragment, doc: RichNode): void {
  fragment.insert(fragment.length, makeChildren(doc.content ?? []))
}
