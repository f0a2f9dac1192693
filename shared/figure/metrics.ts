/**
 * Measures and breaks text without a browser, so that every door draws the same figure. Widths are those of Arimo; a sign outside
 * the table counts as wide as the widest face that may stand in for it, so a line may come out short but never too long.
 */
import { bold as boldRuns, regular as regularRuns, unitsPerEm, type WidthRun } from './arimo-widths.ts'

const table = (runs: readonly WidthRun[]): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>()
  for (const [start, of] of runs) for (const [at, width] of of.entries()) if (width >= 0) widths.set(start + at, width)
  return widths
}
const widthsOf = { regular: table(regularRuns), bold: table(boldRuns) } as const

/** In em: full-width scripts fill the square, the emoji face is wider than it; the rest is a generous guess. */
const wide = 1
const emoji = 1.3
const unknown = 0.8

const isWide = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]$/u
const isEmoji = /^\p{Extended_Pictographic}|^\p{Regional_Indicator}/u
const isSilent = /^[\p{M}\p{Cf}\p{Cc}]$/u

function emOf(char: string, widths: ReadonlyMap<number, number>): number {
  const code = char.codePointAt(0) ?? 0
  const known = widths.get(code)
  if (known !== undefined) return known / unitsPerEm
  if (isSilent.test(char)) return 0
  // A letter with marks is as wide as the letter.
  const base = char.normalize('NFD').codePointAt(0) ?? 0
  const plain = base === code ? undefined : widths.get(base)
  if (plain !== undefined) return plain / unitsPerEm
  return isWide.test(char) ? wide : isEmoji.test(char) ? emoji : unknown
}

/** Width of one line of text in the unit of `size`. */
export function measure(text: string, size: number, bold = false): number {
  const widths = bold ? widthsOf.bold : widthsOf.regular
  let em = 0
  for (const char of text) em += emOf(char, widths)
  return em * size
}

const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' })
/** What a reader sees as one letter; an emoji of several parts and a letter with its marks stay whole. */
const letters = (text: string): readonly string[] => Array.from(segmenter.segment(text), (one) => one.segment)

/**
 * Breaks text into lines no wider than `width`: at spaces, after a hyphen or slash, and inside a word only when the word alone is too wide.
 * Line breaks in the text are kept. With `maxLines` the last line ends in `…` when something had to be left out.
 */
export function wrap(text: string, width: number, size: number, bold = false, maxLines = Number.POSITIVE_INFINITY): readonly string[] {
  const lines: string[] = []
  for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029\v\f]/u)) {
    lines.push(...wrapParagraph(paragraph, width, size, bold))
    if (lines.length > maxLines) break
  }
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, Math.max(1, maxLines))
  kept[kept.length - 1] = shorten(kept.at(-1) ?? '', width, size, bold)
  return kept
}

function wrapParagraph(text: string, width: number, size: number, bold: boolean): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces(text)) {
    const bare = piece.trimEnd()
    if (used + measure(bare, size, bold) <= width) {
      line += piece
      used += measure(piece, size, bold)
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = ''
    used = 0
    // A word wider than the line is broken between letters; each line takes at least one, or a very narrow box would never end.
    for (const letter of measure(bare, size, bold) <= width ? [piece] : letters(piece)) {
      if (line === '' && letter.trim() === '') continue
      const more = measure(letter, size, bold)
      if (line !== '' && used + measure(letter.trimEnd(), size, bold) > width) {
        lines.push(line.trimEnd())
        line = ''
        used = 0
      }
      line += letter
      used += more
    }
  }
  lines.push(line.trimEnd())
  return lines
}

/** Words with the space behind them; a word also ends after a hyphen or slash inside it. Leading space belongs to nothing. */
const pieces = (text: string): readonly string[] => text.trim().match(/[^\s/-]*[/-]+(?=[^\s/-])|\S+\s*/gu) ?? []

/** The text with `…` at its end, cut so far that both fit. */
function shorten(text: string, width: number, size: number, bold: boolean): string {
  let kept = [...letters(text)]
  while (kept.length > 0 && measure(`${kept.join('').trimEnd()}…`, size, bold) > width) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}
