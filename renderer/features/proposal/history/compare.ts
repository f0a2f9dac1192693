/** What differs between two versions of a section, paragraph by paragraph and in them word by word. */
import type { RichMark, RichNode, Value } from '#shared/model/lab.ts'
import type { FormField } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { alignLines } from '#shared/rules/alignment.ts'
import { answerText } from '#shared/rules/picks.ts'
import { countWords, richTextPlain } from '#shared/rules/rich-text.ts'
import { isChanged, type TextChange, textChanges } from '#shared/rules/text-changes.ts'

/** A paragraph, heading, item of a list, row of a table or picture. */
export type TextLine = {
  readonly look: 'text' | 'heading' | 'small' | 'bullet' | 'number' | 'quote' | 'row' | 'head' | 'picture'
  /** Of an item in a list: 0 for the outermost. */
  readonly depth: number
  readonly text: string
  /** Equal for words that are formatted the same way. */
  readonly format: string
}

export type ComparedLine = {
  /** `format`: the words are the same, how they look is not. */
  readonly kind: 'same' | 'changed' | 'format' | 'added' | 'removed'
  readonly before: TextLine | null
  readonly after: TextLine | null
  readonly changes: readonly TextChange[]
}

export type Comparison = {
  readonly lines: readonly ComparedLine[]
  /** Words. */
  readonly added: number
  readonly removed: number
  readonly differs: boolean
}

export function compareSections(before: RichNode | undefined, after: RichNode | undefined): Comparison {
  const [old, now] = [linesOf(before), linesOf(after)]
  const kindOf = ({ look, depth, text }: TextLine) => ({ kind: `${look}/${depth}`, text })
  const lines = alignLines(old.map(kindOf), now.map(kindOf)).map(([a, b]) =>
    compareLines(a === null ? null : (old[a] ?? null), b === null ? null : (now[b] ?? null)),
  )
  const words = (kind: TextChange['kind']): number =>
    lines.flatMap(({ changes }) => changes.filter((one) => one.kind === kind)).reduce((sum, { text }) => sum + countWords(text), 0)
  return { lines, added: words('added'), removed: words('removed'), differs: lines.some(({ kind }) => kind !== 'same') }
}

function compareLines(before: TextLine | null, after: TextLine | null): ComparedLine {
  const changes = textChanges(before?.text ?? '', after?.text ?? '')
  if (before === null) return { kind: 'added', before, after, changes }
  if (after === null) return { kind: 'removed', before, after, changes }
  if (isChanged(changes)) return { kind: 'changed', before, after, changes }
  const alike = before.look === after.look && before.depth === after.depth && before.format === after.format
  return { kind: alike ? 'same' : 'format', before, after, changes }
}

const linesOf = (node: RichNode | undefined): readonly TextLine[] => (node?.content ?? []).flatMap((child) => blockLines(child, 'text', 0))

function blockLines(node: RichNode, look: TextLine['look'], depth: number): readonly TextLine[] {
  const children = node.content ?? []
  switch (node.type) {
    case 'heading':
      return [lineOf(node, node.attrs?.['level'] === 4 ? 'small' : 'heading', 0)]
    case 'bulletList':
    case 'orderedList':
      return children.flatMap((item) => itemLines(item, node.type === 'bulletList' ? 'bullet' : 'number', depth))
    case 'blockquote':
      return children.flatMap((child) => blockLines(child, 'quote', depth))
    case 'table':
      return children.map(rowLine)
    case 'image':
      return [pictureLine(node)]
    default:
      return [lineOf(node, look, depth)]
  }
}

/** Only the first paragraph of an item carries the sign of the list. */
const itemLines = (item: RichNode, look: 'bullet' | 'number', depth: number): readonly TextLine[] =>
  (item.content ?? []).flatMap((child, at) =>
    child.type === 'bulletList' || child.type === 'orderedList'
      ? blockLines(child, 'text', depth + 1)
      : blockLines(child, at === 0 ? look : 'text', depth),
  )

const lineOf = (node: RichNode, look: TextLine['look'], depth: number): TextLine => ({
  look,
  depth,
  text: richTextPlain(node),
  format: formatOf(node),
})

function rowLine(row: RichNode): TextLine {
  const cells = row.content ?? []
  const head = cells.length > 0 && cells.every(({ type }) => type === 'tableHeader')
  const text = cells.map((cell) => richTextPlain(cell).replaceAll('\n', ' ').trim()).join(' | ')
  return { look: head ? 'head' : 'row', depth: 0, text, format: cells.map((cell) => `${cell.type}${formatOf(cell)}`).join('|') }
}

function pictureLine({ attrs = {} }: RichNode): TextLine {
  const words = [attrs['caption'], attrs['alt']].filter((one): one is string => typeof one === 'string' && one.trim() !== '')
  return { look: 'picture', depth: 0, text: [...new Set(words)].join(' · '), format: String(attrs['name'] ?? '') }
}

/** Where words came from is no formatting. */
function formatOf(node: RichNode): string {
  const names = (marks: readonly RichMark[] = []): string =>
    marks
      .map(({ type }) => type)
      .filter((type) => type !== 'source')
      .sort()
      .join('+')
  const runs: [string, number][] = []
  const walk = (one: RichNode): void => {
    if (one.type === 'text') {
      const last = runs.at(-1)
      // Changed white space is nothing to be seen.
      const size = (one.text ?? '').replaceAll(/\s+/gu, '').length
      if (last?.[0] === names(one.marks)) last[1] += size
      else if (size > 0) runs.push([names(one.marks), size])
    }
    for (const child of one.content ?? []) walk(child)
  }
  walk(node)
  return runs.map(([marks, size]) => `${marks}:${size}`).join(' ')
}

export type ComparedField = {
  readonly key: string
  readonly label: string
  readonly changes: readonly TextChange[]
}

/** Entries of the head of the form that differ, in its order. */
export function compareHeaders(
  fields: readonly FormField[],
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  language: Language,
): readonly ComparedField[] {
  return fields.flatMap((field) => {
    const say = (value: Value | undefined): string => answerText(field, value ?? null, language)
    const changes = textChanges(say(before[field.key]), say(after[field.key]))
    return isChanged(changes) ? [{ key: field.key, label: field.label[language], changes }] : []
  })
}
