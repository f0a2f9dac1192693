/** Runs in the browser of editor.test.ts: sections over real documents, driven by name from the test. */
import { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import { names } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { appendRich, readRich } from '#shared/doc/rich.ts'
import { readTrail } from '#shared/doc/trail.ts'
import { restoreVersion } from '#shared/doc/versions.ts'
import type { LinkId, VersionId } from '#shared/model/ids.ts'
import type { RichNode } from '#shared/model/lab.ts'
import { richTextPlain } from '#shared/rules/rich-text.ts'
import * as edits from '../../../../renderer/features/proposal/editor/edits.ts'
import { sectionExtensions } from '../../../../renderer/features/proposal/editor/extensions.ts'
import { cleanPasted, tableOfTabs } from '../../../../renderer/features/proposal/editor/paste.ts'

type Desk = { readonly doc: Y.Doc; readonly editor: Editor; readonly changes: () => number }

const form = 'kipp'
const section = 'ide'

function open(doc: Y.Doc): Desk {
  let changes = 0
  doc.on('update', () => {
    changes += 1
  })
  const place = document.createElement('div')
  document.body.append(place)
  const editor = new Editor({
    element: place,
    extensions: sectionExtensions({ fragment: doc.getXmlFragment(names.section(form, section)) }),
    injectCSS: false,
    editorProps: {
      transformPastedHTML: (html) => cleanPasted(html, { picture: (name) => name === 'ours.png', link: (id) => id === 'ours' }),
    },
  })
  edits.undoTrailToo(editor, doc)
  return { doc, editor, changes: () => changes }
}

const docOf = (content: RichNode): Y.Doc => {
  const doc = new Y.Doc()
  appendRich(doc.getXmlFragment(names.section(form, section)), content)
  return doc
}

function join(one: Y.Doc, other: Y.Doc): void {
  one.on('update', (update: Uint8Array, origin: unknown) => origin === other || Y.applyUpdate(other, update, one))
  other.on('update', (update: Uint8Array, origin: unknown) => origin === one || Y.applyUpdate(one, update, other))
}

const richOf = ({ doc }: Desk): RichNode => readRich(doc.getXmlFragment(names.section(form, section)))

const bench = {
  /** Opens a section with that content; `two` opens it for a second person whose document follows the first. */
  one: (content: RichNode): Desk => open(docOf(content)),
  two: (content: RichNode): readonly [Desk, Desk] => {
    const first = docOf(content)
    const second = new Y.Doc()
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
    join(first, second)
    return [open(first), open(second)]
  },
  rich: richOf,
  text: (desk: Desk): string => richTextPlain(richOf(desk)),
  trail: ({ doc }: Desk) => readTrail(doc),
  type: ({ editor }: Desk, text: string): void => {
    for (const letter of text) editor.view.dispatch(editor.state.tr.insertText(letter))
  },
  paste: ({ editor }: Desk, html: string): boolean => editor.view.pasteHTML(html),
  /** Puts the cursor behind the first place where these words stand. */
  behind: ({ editor }: Desk, words: string): void => {
    editor.state.doc.descendants((node, at) => {
      const found = node.isText ? (node.text ?? '').indexOf(words) : -1
      if (found >= 0) editor.commands.setTextSelection(at + found + words.length)
      return true
    })
  },
  quote: ({ editor, doc }: Desk, text: string, last = false): void =>
    edits.insertQuotation(editor, doc, {
      picked: { text, place: 'item', of: 'pohon-masalah', key: 'akar-1' },
      form,
      section,
      id: 'link-1' as LinkId /* test id */,
      by: 'Rina',
      at: '2026-08-10T02:00:00Z',
      last,
    }),
  forget: ({ editor, doc }: Desk): void => edits.forgetSource(editor, doc, 'link-1'),
  heading: ({ editor }: Desk, text: string, last: boolean): void => edits.insertHeading(editor, text, last),
  picture: ({ editor }: Desk): void =>
    edits.insertPicture(editor, { name: 'ours.png', alt: 'Bagan', caption: '', width: 40, height: 30 }, false),
  tabs: tableOfTabs,
  /** Brings the section back to that content, as going back to a version does. */
  restore: ({ doc }: Desk, content: RichNode): void => {
    const at = { id: 'v1' as VersionId /* test id */, form, kind: 'saved', label: '', by: 'Rina', at: '' } as const
    restoreVersion(doc, { ...at, header: {}, sections: { [section]: content } }, { sections: [section], header: false }, byPerson)
  },
  table: ({ editor }: Desk): void => edits.insertTable(editor),
  clean: (html: string): string => cleanPasted(html, { picture: (name) => name === 'ours.png', link: (id) => id === 'ours' }),
}

declare global {
  interface Window {
    bench: typeof bench
  }
}
window.bench = bench

export type Bench = typeof bench
