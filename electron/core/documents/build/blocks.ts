/** Small pieces of an outline that all builders put together. */
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

/** A run list as one paragraph. */
export const runs = (...all: readonly Run[]): Para => ({ b: 'para', runs: all })

/** Anchors are made of letters, digits and `-`, and start with a letter. */
export const anchor = (...parts: readonly string[]): string =>
  parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replace(/^[^a-z]+/u, 's-')
