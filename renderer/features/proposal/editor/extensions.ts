/** What a section may contain, and how it is tied to the shared document. Nothing here draws React, so tests use it as it is. */
import type { Extensions, NodeViewRenderer } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import type * as Y from 'yjs'
import { byPerson } from '#shared/doc/origins.ts'
import { pictureNode } from './picture-node.ts'
import { SourceMark } from './source-mark.ts'

export type SectionWish = {
  readonly fragment: Y.XmlFragment
  readonly pictureView?: NodeViewRenderer | undefined
}

/**
 * The same nodes and marks as `RichNode` in shared/model/lab.ts. Opening an editor over them writes nothing into the fragment:
 * nothing is normalised, and no empty paragraph is kept at the end.
 */
export const sectionExtensions = ({ fragment, pictureView }: SectionWish): Extensions => [
  StarterKit.configure({
    // Undo belongs to the shared document, so that only one's own edits are taken back.
    undoRedo: false,
    trailingNode: false,
    link: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    heading: { levels: [3, 4] },
  }),
  TableKit.configure({ table: { resizable: false } }),
  pictureNode(pictureView),
  SourceMark,
  // Links of the trail are written by the person too; they are undone together with the words they belong to.
  Collaboration.configure({ fragment, yUndoOptions: { trackedOrigins: [byPerson] } }),
]
