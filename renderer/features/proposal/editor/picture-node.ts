/** A picture of the lab: the node keeps the name of the attachment, its size and its words, never the bytes. */
import { mergeAttributes, Node, type NodeViewRenderer } from '@tiptap/core'

export type PictureAttrs = {
  /** Attachment name, `<sha256>.<ext>`. */
  readonly name: string
  readonly alt: string
  readonly caption: string
  /** Pixels; 0 when unknown. */
  readonly width: number
  readonly height: number
}

const text = (name: string) => ({ default: '', parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '' })
const pixels = (name: string) => ({ default: 0, parseHTML: (element: HTMLElement) => Number(element.getAttribute(`data-${name}`)) || 0 })

/** @param view draws it in the editor; without one, as in tests, the plain element below is shown */
export const pictureNode = (view?: NodeViewRenderer) =>
  Node.create({
    name: 'image',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      name: text('name'),
      alt: text('alt'),
      caption: text('caption'),
      width: pixels('width'),
      height: pixels('height'),
    }),
    // Only our own pictures: an address in pasted text would be fetched from somewhere else, or lead nowhere.
    parseHTML: () => [{ tag: 'img[data-name]' }],
    renderHTML: ({ node }) => [
      'img',
      mergeAttributes(Object.fromEntries(Object.entries(node.attrs).map(([key, value]) => [`data-${key}`, String(value)]))),
    ],
    ...(view === undefined ? {} : { addNodeView: () => view }),
  })
