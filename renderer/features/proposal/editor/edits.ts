/** Edits of a section that reach beyond its text: quotations with their link in the trail, subheadings and pictures. */
import type { Editor } from '@tiptap/core'
import { Fragment, type Mark, type Node as PmNode, type Schema } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { names } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { addLink, removeLink } from '#shared/doc/trail.ts'
import type { LinkId } from '#shared/model/ids.ts'
import type { TrailLink } from '#shared/model/lab.ts'
import { type Picked, trailEndOf } from '#shared/rules/picks.ts'
import type { PictureAttrs } from './picture-node.ts'

/** The undo stack of this editor; the trail belongs to it as well. Call it once after the editor was made. */
export function undoTrailToo(editor: Editor, doc: Y.Doc): void {
  undoOf(editor)?.addToScope(doc.getMap(names.trail))
}

/** From now on what this person changes in those parts is undone together with the text. */
export function undoAlso(editor: Editor, types: readonly Y.AbstractType<unknown>[]): void {
  const undo = undoOf(editor)
  for (const type of types) undo?.addToScope(type)
}

const undoOf = (editor: Editor): Y.UndoManager | undefined =>
  (yUndoPluginKey.getState(editor.state) as { readonly undoManager?: Y.UndoManager } | undefined)?.undoManager // what the plugin keeps; it types it as any

/** Runs a change as an undo step of its own. */
export function asStep(editor: Editor, change: () => void): void {
  const undo = undoOf(editor)
  undo?.stopCapturing()
  change()
  undo?.stopCapturing()
}

export type Quotation = {
  readonly picked: Picked
  readonly form: string
  readonly section: string
  readonly id: LinkId
  readonly by: string
  /** ISO moment. */
  readonly at: string
  /** The section was not written in yet on this visit, so there is no cursor a person chose: put it last. */
  readonly last: boolean
}

/** Puts the words of a canvas at the cursor, marked with where they come from, together with the link in the trail. */
export function insertQuotation(editor: Editor, doc: Y.Doc, wish: Quotation): void {
  const link: TrailLink = {
    id: wish.id,
    from: trailEndOf(wish.picked),
    to: { place: 'section', of: wish.form, key: wish.section, quote: wish.picked.text },
    by: wish.by,
    at: wish.at,
  }
  asStep(editor, () => {
    addLink(doc, link, byPerson)
    editor
      .chain()
      .command(({ tr }) => putQuotation(tr, editor.schema, wish))
      .focus()
      .scrollIntoView()
      .run()
  })
}

function putQuotation(tr: Transaction, schema: Schema, { picked, id, last }: Quotation): true {
  const mark = schema.mark('source', { link: id })
  const words = inlineOf(schema, picked.text, mark)
  const place = last ? lastPlace(tr.doc) : cursorPlace(tr)
  if (place.kind === 'block') {
    tr.replaceWith(place.from, place.to, schema.nodes['paragraph']?.create(null, words) ?? [])
    tr.setSelection(TextSelection.create(tr.doc, place.from + 1 + sizeOf(words)))
  } else {
    const before = charBefore(tr.doc, place.from)
    const after = charAfter(tr.doc, place.to)
    const space = schema.text(' ')
    const ahead = before !== '' && !/[\s(“"'‘/]/u.test(before) ? [space] : []
    const behind = /[\p{L}\p{N}]/u.test(after) ? [space] : []
    tr.replaceWith(place.from, place.to, Fragment.from([...ahead, ...words, ...behind]))
    tr.setSelection(TextSelection.create(tr.doc, place.from + ahead.length + sizeOf(words)))
  }
  tr.removeStoredMark(mark)
  return true
}

type Place = { readonly kind: 'inline' | 'block'; readonly from: number; readonly to: number }

function lastPlace(doc: PmNode): Place {
  const { from, to } = lastLine(doc)
  return from === to ? { kind: 'block', from, to } : { kind: 'inline', from: from + 1, to: from + 1 }
}

function cursorPlace({ selection, doc }: Transaction): Place {
  // A chosen picture stays: the words go below it.
  if (selection instanceof NodeSelection || !selection.$from.parent.isTextblock) return { kind: 'block', ...lineAt(doc, selection.to) }
  // Over several paragraphs only the end is used, so that no writing is lost to an insertion.
  return { kind: 'inline', from: selection.$from.sameParent(selection.$to) ? selection.from : selection.to, to: selection.to }
}

type Line = { readonly from: number; readonly to: number }

const isEmptyLine = (block: PmNode | null): block is PmNode => block !== null && block.type.name === 'paragraph' && block.content.size === 0

/** Where a new block goes when the cursor is at `at`: the empty line there, which it replaces, or right below the block there. */
function lineAt(doc: PmNode, at: number): Line {
  const place = doc.resolve(at)
  if (place.depth === 0) return { from: at, to: at }
  return { from: isEmptyLine(place.node(1)) ? place.before(1) : place.after(1), to: place.after(1) }
}

const lastLine = (doc: PmNode): Line => {
  const to = doc.content.size
  return { from: isEmptyLine(doc.lastChild) ? to - doc.lastChild.nodeSize : to, to }
}

const sizeOf = (nodes: readonly PmNode[]): number => nodes.reduce((sum, one) => sum + one.nodeSize, 0)

const charBefore = (doc: PmNode, at: number): string => {
  const { parent, parentOffset } = doc.resolve(at)
  return parent.textBetween(Math.max(0, parentOffset - 1), parentOffset, '', ' ')
}
const charAfter = (doc: PmNode, at: number): string => {
  const { parent, parentOffset } = doc.resolve(at)
  return parent.textBetween(parentOffset, Math.min(parent.content.size, parentOffset + 1), '', ' ')
}

/** Lines stay lines: an answer of several paragraphs becomes one quotation with breaks in it. */
function inlineOf(schema: Schema, text: string, mark: Mark): readonly PmNode[] {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.flatMap((line, at) => {
    const words = schema.text(line, [mark])
    const pause = schema.nodes['hardBreak']?.create(null, null, [mark])
    return at === 0 || pause === undefined ? [words] : [pause, words]
  })
}

/** Keeps the words and takes away that they come from a canvas; the link goes with the mark. */
export function forgetSource(editor: Editor, doc: Y.Doc, link: string): void {
  asStep(editor, () => {
    editor
      .chain()
      .command(({ tr }) => {
        tr.doc.descendants((node, at) => {
          for (const mark of node.marks)
            if (mark.type.name === 'source' && mark.attrs['link'] === link) tr.removeMark(at, at + node.nodeSize, mark)
        })
        return true
      })
      .focus()
      .run()
    removeLink(doc, link as LinkId /* marks carry the ids of links */, byPerson)
  })
}

/** A heading of that text in a line of its own, with the cursor in the line below it. */
export function insertHeading(editor: Editor, text: string, last: boolean): void {
  asStep(editor, () => {
    editor
      .chain()
      .command(({ tr }) => {
        const { schema } = editor
        const heading = schema.nodes['heading']?.create({ level: 3 }, schema.text(text))
        const line = schema.nodes['paragraph']?.create()
        if (heading === undefined || line === undefined) return false
        const { from, to } = last ? lastLine(tr.doc) : lineAt(tr.doc, tr.selection.to)
        tr.replaceWith(from, to, [heading, line])
        tr.setSelection(TextSelection.create(tr.doc, from + heading.nodeSize + 1))
        return true
      })
      .focus()
      .scrollIntoView()
      .run()
  })
}

/** Puts a picture in the empty line in which the cursor stands, or below its block. */
export function insertPicture(editor: Editor, attrs: PictureAttrs, last: boolean): void {
  asStep(editor, () => {
    editor
      .chain()
      .command(({ tr }) => {
        const picture = editor.schema.nodes['image']?.create(attrs)
        if (picture === undefined) return false
        const { from, to } = last ? lastLine(tr.doc) : lineAt(tr.doc, tr.selection.to)
        tr.replaceWith(from, to, picture)
        keepLineBelow(tr)
        return true
      })
      .scrollIntoView()
      .run()
  })
}

/** A table with a head row at the cursor, with the cursor in its first cell. */
export function insertTable(editor: Editor): void {
  asStep(editor, () => {
    editor
      .chain()
      .focus()
      .insertTable({ rows: 3, cols: 3, withHeaderRow: true })
      .command(({ tr }) => keepLineBelow(tr))
      .run()
  })
}

/** Puts an empty line right below the table in which the cursor stands, and the cursor into it. */
export function lineBelowTable(editor: Editor): void {
  asStep(editor, () => {
    editor
      .chain()
      .focus()
      .command(({ tr }) => {
        const line = editor.schema.nodes['paragraph']?.create()
        if (line === undefined || tr.selection.$to.depth === 0) return false
        const at = tr.selection.$to.after(1)
        tr.insert(at, line)
        tr.setSelection(TextSelection.create(tr.doc, at + 1))
        return true
      })
      .scrollIntoView()
      .run()
  })
}

/** Behind a table or picture that ends the section there would be no place to write on. */
function keepLineBelow(tr: Transaction): true {
  const { doc } = tr
  const line = doc.type.schema.nodes['paragraph']?.create()
  if (doc.lastChild?.isTextblock === false && ['table', 'image'].includes(doc.lastChild.type.name) && line !== undefined)
    tr.insert(doc.content.size, line)
  return true
}
