/** Edits between a section and the canvases: bringing quoted words up to date, and making something of what is written. */
import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { undoScope } from '#shared/doc/canvas.ts'
import { type Made, type Making, makeFrom, makeJoined, type Target } from '#shared/doc/making.ts'
import { names } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { addLink } from '#shared/doc/trail.ts'
import type { TrailEnd, TrailLink } from '#shared/model/lab.ts'
import { asStep, undoAlso } from '../editor/edits.ts'

type Range = { readonly from: number; readonly to: number }

/** Where the words of a link stand, if they stand in one piece. */
export function quotedRange(editor: Editor, link: string): Range | null {
  const ranges: Range[] = []
  editor.state.doc.descendants((node, at) => {
    if (node.isText && node.marks.some((mark) => mark.type.name === 'source' && mark.attrs['link'] === link))
      ranges.push({ from: at, to: at + node.nodeSize })
  })
  const [first] = ranges
  const last = ranges.at(-1)
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

const wordsIn = (editor: Editor, { from, to }: Range): string => editor.state.doc.textBetween(from, to, '\n', '\n').trim()

/** The text still says what was quoted, so new words can take its place without losing anybody's writing. */
export function saysStill(editor: Editor, link: TrailLink): boolean {
  const range = quotedRange(editor, link.id)
  return range !== null && wordsIn(editor, range) === link.to.quote.trim()
}

/** The section was seen with what its source says now; with `rewrite` the quoted words become the new ones. One undo step. */
export function renewQuotation(editor: Editor, doc: Y.Doc, link: TrailLink, now: string, rewrite: boolean): void {
  asStep(editor, () => {
    const range = rewrite && saysStill(editor, link) ? quotedRange(editor, link.id) : null
    addLink(doc, { ...link, from: { ...link.from, quote: now }, to: range === null ? link.to : { ...link.to, quote: now } }, byPerson)
    if (range === null) return
    editor
      .chain()
      .command(({ tr }) => {
        tr.replaceWith(
          range.from,
          range.to,
          editor.schema.text(now.replaceAll(/\s*\n\s*/gu, ' '), [editor.schema.mark('source', { link: link.id })]),
        )
        return true
      })
      .run()
  })
}

/** Puts the cursor on the words of a link. */
export function showQuotation(editor: Editor, link: string): void {
  const range = quotedRange(editor, link)
  if (range !== null) editor.chain().setTextSelection(range).focus().scrollIntoView().run()
}

/** What is selected, else the paragraph the cursor stands in. */
export function chosenText(editor: Editor): string {
  const { selection, doc } = editor.state
  if (!selection.empty) return doc.textBetween(selection.from, selection.to, '\n', '\n').trim()
  return selection.$from.parent.isTextblock
    ? selection.$from.parent.textBetween(0, selection.$from.parent.content.size, '\n', '\n').trim()
    : ''
}

/** Makes something on a canvas of words of this section. It is undone together with what is written here. */
export function makeOfSection(
  editor: Editor,
  making: Omit<Making, 'origin'>,
  from: TrailEnd,
  target: Target,
  joined: boolean,
): readonly Made[] {
  const { doc } = making
  const { def, part } = target
  const shared = [doc.getMap(names.states), doc.getMap(names.facts)] as unknown as Y.AbstractType<unknown>[] // the manager only needs the base class
  undoAlso(editor, [...undoScope(doc, def.id, part === undefined ? [] : [part]), ...shared])
  let made: readonly Made[] = []
  asStep(editor, () => {
    made = (joined ? makeJoined : makeFrom)({ ...making, origin: byPerson }, target, [{ from, text: from.quote }])
  })
  return made
}
