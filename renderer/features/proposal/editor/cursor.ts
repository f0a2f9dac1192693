/** Whether a person has chosen a place in this editor yet; before that, what is inserted goes to the end. */
import type { Editor } from '@tiptap/core'

const chosen = new WeakSet<Editor>()

/** To be called when the editor got the focus. */
export const noteCursor = (editor: Editor): void => {
  chosen.add(editor)
}

export const wasWritten = (editor: Editor): boolean => chosen.has(editor)
