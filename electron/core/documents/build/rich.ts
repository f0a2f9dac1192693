/** Rich text of a proposal section as blocks. */
import type { RichMark, RichNode } from '#shared/model/lab.ts'
import type { Block, Cell, Run } from '#shared/model/outline.ts'
import { anchor, tight } from './blocks.ts'
import type { Build } from './source.ts'
import { fittedWidths } from './widths.ts'

/** Numbers the sources in the order in which they first appear; one source keeps its number in all sections. */
export class SourceNumbers {
  readonly #numbers = new Map<string, number>()

  of(link: string): number {
    const known = this.#numbers.get(link)
    if (known !== undefined) return known
    const next = this.#numbers.size + 1
    this.#numbers.set(link, next)
    return next
  }

  /** Link ids in the order of their numbers. */
  links(): readonly string[] {
    return [...this.#numbers.keys()]
  }
}

type Context = {
  readonly build: Build
  readonly numbers: SourceNumbers
  /** Names the section in anchors and in descriptions of tables. */
  readonly section: { readonly key: string; readonly title: string }
  /** Level of the section's own heading. */
  readonly level: 1 | 2
  headings: number
}

export function richBlocks(
  doc: RichNode,
  build: Build,
  numbers: SourceNumbers,
  section: Context['section'],
  level: 1 | 2 = 1,
): readonly Block[] {
  return blocksOf(doc.content ?? [], { build, numbers, section, level, headings: 0 })
}

/** Inline nodes that stand where blocks are expected become a paragraph. */
function blocksOf(nodes: readonly RichNode[], context: Context): readonly Block[] {
  const blocks: Block[] = []
  let inline: RichNode[] = []
  const flush = (): void => {
    if (inline.length > 0) blocks.push(...paragraph(inline, context))
    inline = []
  }
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'hardBreak') {
      inline.push(node)
      continue
    }
    flush()
    blocks.push(...blockOf(node, context))
  }
  flush()
  return blocks
}

function blockOf(node: RichNode, context: Context): readonly Block[] {
  const content = node.content ?? []
  switch (node.type) {
    case 'paragraph':
      return paragraph(content, context)
    case 'heading':
      return headingOf(node, context)
    case 'bulletList':
    case 'orderedList': {
      const start = node.attrs?.start
      const items = content.map((item) => blocksOf(item.type === 'listItem' ? (item.content ?? []) : [item], context))
      const kept = items.filter((item) => item.length > 0)
      if (kept.length === 0) return []
      const ordered = node.type === 'orderedList'
      return [{ b: 'list', ordered, items: kept, ...(ordered && typeof start === 'number' && start !== 1 ? { start } : {}) }]
    }
    case 'blockquote':
      return blocksOf(content, context).map((block) =>
        block.b === 'para'
          ? { ...block, indent: (block.indent ?? 0) + 24, runs: block.runs.map((run) => ({ ...run, italic: true })) }
          : block,
      )
    case 'table':
      return tableOf(node, context)
    case 'image':
      return [pictureOf(node, context.build)]
    default:
      return blocksOf(content, context)
  }
}

/** An empty paragraph is the writer's spacing and prints as nothing: styles make the space. */
function paragraph(nodes: readonly RichNode[], context: Context): readonly Block[] {
  const pictures = nodes.filter((node) => node.type === 'image')
  const runs = runsOf(
    nodes.filter((node) => node.type !== 'image'),
    context,
  )
  const text: readonly Block[] = runs.some((run) => run.text.trim() !== '') ? [{ b: 'para', runs, align: 'justify' }] : []
  return [...text, ...pictures.map((node) => pictureOf(node, context.build))]
}

function headingOf(node: RichNode, context: Context): readonly Block[] {
  const text = runsOf(node.content ?? [], context)
    .map((run) => run.text)
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (text === '') return []
  const depth = node.attrs?.level === 4 ? 2 : 1
  context.headings += 1
  const level = Math.min(4, context.level + depth) as 2 | 3 | 4 // 1 + 1 at least, 4 at most
  return [{ b: 'heading', level, text, id: anchor(context.section.key, 'h', String(context.headings)), unlisted: depth === 2 }]
}

const marked = (node: RichNode, type: RichMark['type']): RichMark | undefined => node.marks?.find((mark) => mark.type === type)

function runsOf(nodes: readonly RichNode[], { numbers }: Context): readonly Run[] {
  const runs: Run[] = []
  for (const [at, node] of nodes.entries()) {
    const link = linkOf(node)
    const text = node.type === 'hardBreak' ? '\n' : (node.text ?? '')
    if (text === '') continue
    const note = link === null ? undefined : numbers.of(link)
    // The number stands once, behind the last piece of the quoted words.
    const next = nodes[at + 1]
    const ends = link !== null && (next === undefined || linkOf(next) !== link)
    runs.push({
      text,
      ...(marked(node, 'bold') ? { bold: true } : {}),
      ...(marked(node, 'italic') ? { italic: true } : {}),
      ...(marked(node, 'underline') ? { underline: true } : {}),
      ...(ends && note !== undefined ? { note } : {}),
    })
  }
  return runs
}

function linkOf(node: RichNode): string | null {
  const link = marked(node, 'source')?.attrs?.link
  return typeof link === 'string' ? link : null
}

function tableOf(node: RichNode, context: Context): readonly Block[] {
  const rows = (node.content ?? []).filter((row) => row.type === 'tableRow').map((row) => row.content ?? [])
  const cells = rows.map((row) => row.map((one) => cellOf(one, context)))
  const filled = cells.filter((row) => row.length > 0)
  if (filled.length === 0) return []
  const columns = Math.max(...filled.map((row) => row.reduce((sum, one) => sum + (one.colSpan ?? 1), 0)))
  const heads = filled.findIndex((row) => !row.every((one) => one.header === true))
  const { build, section } = context
  const table: Block = {
    b: 'table',
    widths: fittedWidths(widthsFor(rows, columns), filled, 10, build),
    // A table that is nothing but heads repeats none of them.
    headRows: Math.max(0, heads),
    rows: filled,
    ruled: true,
    size: 10,
    alt: build.tell(build.words.tableAlt, { title: section.title }),
  }
  return [table]
}

const spanOf = (node: RichNode, name: 'colspan' | 'rowspan'): number => {
  const span = node.attrs?.[name]
  return typeof span === 'number' && Number.isInteger(span) && span > 1 ? Math.min(span, 60) : 1
}

function cellOf(node: RichNode, context: Context): Cell {
  const header = node.type === 'tableHeader'
  const blocks = blocksOf(node.content ?? [], context).map((block): Block => {
    if (block.b !== 'para') return block
    return { ...block, ...tight, align: 'left', runs: header ? block.runs.map((run) => ({ ...run, bold: true })) : block.runs }
  })
  const [colSpan, rowSpan] = [spanOf(node, 'colspan'), spanOf(node, 'rowspan')]
  return {
    blocks,
    ...(header ? { header: true, shade: '#EEEBE4' } : {}),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  }
}

/** Columns share the page by how much is written in them, within limits that keep the narrow ones readable. */
function widthsFor(rows: readonly (readonly RichNode[])[], columns: number): readonly number[] {
  const most = Array.from({ length: columns }, () => 4)
  for (const row of rows) {
    let at = 0
    for (const node of row) {
      const span = spanOf(node, 'colspan')
      if (span === 1) most[at] = Math.max(most[at] ?? 4, Math.min(48, lettersIn(node)))
      at += span
    }
  }
  return most.map((letters) => Math.sqrt(letters))
}

const lettersIn = (node: RichNode): number =>
  (node.text ?? '').length + (node.content ?? []).reduce((sum, child) => sum + lettersIn(child), 0)

function pictureOf(node: RichNode, build: Build): Block {
  const text = (key: string): string => {
    const value = node.attrs?.[key]
    return typeof value === 'string' ? value : ''
  }
  const size = (key: string): number => {
    const value = node.attrs?.[key]
    return typeof value === 'number' && value > 0 ? value : 320
  }
  const file = build.attachment(text('name'))
  const caption = text('caption')
  return {
    b: 'picture',
    bytes: file?.bytes ?? null,
    type: file?.type ?? 'png',
    width: file?.width ?? size('width'),
    height: file?.height ?? size('height'),
    alt: [text('alt'), caption, build.tell(build.words.pictureAlt)].find((words) => words.trim() !== '') ?? '',
    ...(caption === '' ? {} : { caption }),
  }
}
