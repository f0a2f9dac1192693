/** Rich text: reading its short written form, its plain text, and its words. */
import type { RichMark, RichNode } from '../model/lab.ts'

/**
 * The written form of one block, as the templates carry it. Text in a block may hold `**bold**`, `*italic*`, `__underline__`,
 * `{{place|quoted words}}` for words taken from a canvas, a line break, and `\` before a sign that is meant as it stands.
 */
export type WrittenBlock =
  | { readonly p: string }
  | { readonly h: string; readonly level?: 3 | 4 | undefined }
  | { readonly ul: readonly string[] }
  | { readonly ol: readonly string[] }
  | { readonly quote: string }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } }
  | { readonly img: { readonly file: string; readonly alt: string; readonly caption: string } }

/** What the written form refers to and only its reader knows. */
export type WrittenSources = {
  /** Attachment name and size in pixels of a picture file; the caption it has here. */
  readonly picture: (file: string, caption: string) => { readonly name: string; readonly width: number; readonly height: number }
  /** The trail link that says where the quoted words come from. */
  readonly link: (place: string, quote: string) => string
}

const noSources: WrittenSources = {
  picture: (file) => {
    throw new Error(`picture "${file}" cannot be resolved here`)
  },
  link: (place) => {
    throw new Error(`source "${place}" cannot be resolved here`)
  },
}

/**
 * Written blocks → a `doc` node.
 * @throws Error naming the block, e.g. `[3].ul[0]: "**" is never closed`.
 */
export function parseBlocks(blocks: readonly WrittenBlock[], sources: WrittenSources = noSources): RichNode {
  return { type: 'doc', content: blocks.map((block, index) => parseBlock(block, `[${index}]`, sources)) }
}

function parseBlock(block: WrittenBlock, at: string, sources: WrittenSources): RichNode {
  const inline = (text: string, where: string): readonly RichNode[] => parseInline(text, `${at}.${where}`, sources)
  const paragraph = (text: string, where: string): RichNode => node('paragraph', inline(text, where))
  const list = (type: 'bulletList' | 'orderedList', lines: readonly string[], where: string): RichNode =>
    node(
      type,
      lines.map((line, index) => node('listItem', [paragraph(line, `${where}[${index}]`)])),
    )
  if ('p' in block) return paragraph(block.p, 'p')
  if ('h' in block) return { ...node('heading', inline(block.h, 'h')), attrs: { level: block.level ?? 3 } }
  if ('ul' in block) return list('bulletList', block.ul, 'ul')
  if ('ol' in block) return list('orderedList', block.ol, 'ol')
  if ('quote' in block) return node('blockquote', [paragraph(block.quote, 'quote')])
  if ('img' in block) {
    const { name, width, height } = sources.picture(block.img.file, block.img.caption)
    return { type: 'image', attrs: { name, alt: block.img.alt, caption: block.img.caption, width, height } }
  }
  const row = (type: 'tableHeader' | 'tableCell', cells: readonly string[], where: string): RichNode =>
    node(
      'tableRow',
      cells.map((cell, index) => node(type, [paragraph(cell, `${where}[${index}]`)])),
    )
  const { head, rows } = block.table
  return node('table', [
    row('tableHeader', head, 'table.head'),
    ...rows.map((cells, index) => row('tableCell', cells, `table.rows[${index}]`)),
  ])
}

/** Empty content is left out: a paragraph without text has none in Tiptap's shape either. */
const node = (type: RichNode['type'], content: readonly RichNode[]): RichNode => (content.length === 0 ? { type } : { type, content })

const toggles = { '**': 'bold', '*': 'italic', __: 'underline' } as const
const markOrder: readonly RichMark['type'][] = ['bold', 'italic', 'underline', 'source']

function parseInline(text: string, at: string, sources: WrittenSources, outer: readonly RichMark[] = []): readonly RichNode[] {
  const nodes: RichNode[] = []
  let marks: readonly RichMark[] = outer
  let run = ''
  const flush = (): void => {
    if (run !== '') nodes.push(marks.length === 0 ? { type: 'text', text: run } : { type: 'text', text: run, marks })
    run = ''
  }
  let from = 0
  while (from < text.length) {
    const sign = /^(?:\\.|\*\*|\*|__|\{\{|\n)/u.exec(text.slice(from, from + 3))?.[0]
    if (sign === undefined) run += text.charAt(from++)
    else if (sign.startsWith('\\')) {
      run += sign.slice(1)
      from += sign.length
    } else if (sign === '{{') {
      if (outer.length > 0) throw new Error(`${at}: a source inside a source`)
      const end = text.indexOf('}}', from)
      const bar = text.indexOf('|', from)
      if (end < 0 || bar < 0 || bar > end) throw new Error(`${at}: "{{" needs "place|words}}"`)
      flush()
      const inside = text.slice(bar + 1, end)
      const link = sources.link(text.slice(from + 2, bar).trim(), plainInline(inside, at))
      nodes.push(...parseInline(inside, at, sources, sorted([...marks, { type: 'source', attrs: { link } }])))
      from = end + 2
    } else {
      flush()
      if (sign === '\n') nodes.push({ type: 'hardBreak' })
      else marks = toggled(marks, toggles[sign as keyof typeof toggles]) // the expression above finds no other sign
      from += sign.length
    }
  }
  flush()
  const open = marks.find((mark) => !outer.includes(mark))
  if (open !== undefined || marks.length !== outer.length) throw new Error(`${at}: ${open?.type ?? 'a mark'} is never closed`)
  return nodes
}

const plainInline = (text: string, at: string): string => parseInline(text, at, noSources).map(richTextPlain).join('')

const toggled = (marks: readonly RichMark[], type: RichMark['type']): readonly RichMark[] =>
  marks.some((mark) => mark.type === type) ? marks.filter((mark) => mark.type !== type) : sorted([...marks, { type }])

const sorted = (marks: readonly RichMark[]): readonly RichMark[] =>
  [...marks].sort((a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type))

const inlineTypes: ReadonlySet<RichNode['type']> = new Set(['text', 'hardBreak'])

/**
 * The text alone: one line per paragraph, heading, list item or table row, cells of a row parted by a tab, a hard break as a new line.
 * Pictures give nothing; their caption is not part of the text a form counts.
 */
export function richTextPlain(node: RichNode): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  const content = node.content ?? []
  if (content.every((child) => inlineTypes.has(child.type))) return content.map(richTextPlain).join('')
  const parts = content.filter((child) => child.type !== 'image').map(richTextPlain)
  return parts.join(node.type === 'tableRow' ? '\t' : '\n')
}

/**
 * Words as domain.md 5.6 counts them: tokens split on white space. A hyphenated reduplication (`inovasi-inovasi`) is one word, and so
 * are `Rp3.815.700` and `25,5%`. Our own addition: a token without a letter or digit (a dash, a bullet, an emoji) is no word.
 */
export function countWords(text: string): number {
  let words = 0
  for (const token of text.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(token)) words += 1
  return words
}

/** Words in a rich text, headings and table cells included; captions and alternative texts of pictures are not. */
export const wordsOf = (node: RichNode): number => countWords(richTextPlain(node))
