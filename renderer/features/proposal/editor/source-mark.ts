/** Words taken from a canvas: they keep the id of the trail link that says where they come from. */
import { Mark } from '@tiptap/core'

export const SourceMark = Mark.create({
  name: 'source',
  // Outside of bold and italic, so that one quotation is one element and gets one number.
  priority: 1100,
  // What is typed behind a quotation is not quoted.
  inclusive: false,
  addAttributes: () => ({
    link: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['source'] ?? '',
      renderHTML: ({ link }: { readonly link?: unknown }) => ({ 'data-source': typeof link === 'string' ? link : '' }),
    },
  }),
  parseHTML: () => [{ tag: 'mark[data-source]' }],
  renderHTML: ({ HTMLAttributes }) => ['mark', HTMLAttributes, 0],
})
