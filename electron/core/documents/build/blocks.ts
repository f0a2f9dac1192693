/** Small pieces of an outline that all builders put together. */
import { measure } from '#shared/figure/metrics.ts'
import type { Block, Cell, Run } from '#shared/model/outline.ts'
import type { CanvasBuild } from './source.ts'

type Para = Extract<Block, { b: 'para' }>

export const para = (text: string, more: Partial<Para> = {}): Para => ({ b: 'para', runs: [{ text }], ...more })
export const muted = (text: string, more: Partial<Para> = {}): Para => ({ b: 'para', runs: [{ text, muted: true }], ...more })

/** One paragraph for each line of a text that was written in a plain field; a muted remark when there is none. */
export function written(text: string, empty: string): readonly Block[] {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length === 0 ? [muted(empty, tight)] : lines.map((line) => para(line, tight))
}

export const tight = { spaceAfter: 2 } as const

export const cell = (content: string | readonly Block[], more: Partial<Cell> = {}): Cell => ({
  blocks: typeof content === 'string' ? [para(content, tight)] : content,
  ...more,
})
export const headCell = (text: string, more: Partial<Cell> = {}): Cell => ({
  blocks: [{ b: 'para', runs: [{ text, bold: true }], ...tight }],
  header: true,
  shade: headShade,
  ...more,
})
export const headShade = '#EEEBE4'

/** Label and value beside each other, without lines. An empty value shows as not filled in. */
export function labelTable(
  rows: readonly { readonly label: string; readonly value: string }[],
  build: CanvasBuild,
  alt: string,
  size?: number,
): Block {
  return {
    b: 'table',
    widths: [3, 0.2, 6],
    headRows: 0,
    ruled: false,
    ...(size === undefined ? {} : { size }),
    alt,
    rows: rows.map(({ label, value }) => [cell(label), cell(':'), cell(written(value, build.tell(build.words.notFilledCell)))]),
  }
}

/** Points around a colon, and between two entries beside each other. */
const colonWidth = 12
const entryGap = 18

/**
 * Short entries beside each other, as many as the page is wide for; a long one has a line of its own. The order stays.
 * @param size of the text in points
 */
export function entriesTable(
  entries: readonly { readonly label: string; readonly value: string }[],
  build: CanvasBuild,
  alt: string,
  size: number,
): Block {
  const empty = build.tell(build.words.notFilledCell)
  const page = (build.figureSize.width * 72) / 96
  const wide = entries.map(({ label, value }) => ({ label: measure(label, size), value: measure(value === '' ? empty : value, size) }))
  const label = Math.min(page * 0.4, Math.max(...wide.map((one) => one.label)) + 8)
  const room = (columns: number): number => page / columns - label - colonWidth - entryGap
  const fits = (columns: number): number => wide.filter((one) => one.value <= room(columns)).length
  const columns =
    [4, 3, 2].find((count) => room(count) > 30 && fits(count) >= Math.max(count, entries.length * (count === 2 ? 0.5 : 0.8))) ?? 1
  const rows: Cell[][] = []
  let used = columns
  entries.forEach((entry, at) => {
    const long = (wide[at]?.value ?? 0) > room(columns)
    if (long || used >= columns) {
      fill(rows.at(-1), columns - used)
      rows.push([])
      used = 0
    }
    const span = long ? columns : 1
    rows.at(-1)?.push(cell(entry.label), cell(':'), cell(written(entry.value, empty), span === 1 ? {} : { colSpan: span * 3 - 2 }))
    used += span
  })
  fill(rows.at(-1), columns - used)
  const widths = Array.from({ length: columns }, () => [label, colonWidth, page / columns - label - colonWidth]).flat()
  return { b: 'table', widths, headRows: 0, ruled: false, size, alt, rows }
}

/** Empty cells for the entries a line has no more of. */
const fill = (row: Cell[] | undefined, entries: number): void => {
  if (row !== undefined && entries > 0) row.push(cell('', { colSpan: entries * 3 }))
}

/** A run list as one paragraph. */
export const runs = (...all: readonly Run[]): Para => ({ b: 'para', runs: all })

/** Anchors are made of letters, digits and `-`, and start with a letter. */
export const anchor = (...parts: readonly string[]): string =>
  parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replace(/^[^a-z]+/u, 's-')
