/** Which letters of a text answered a search. */

export type Piece = { readonly text: string; readonly on: boolean }

/**
 * Cuts a text at the words that answered.
 * @param marks words as they stand in the text, lower case
 */
export function piecesOf(text: string, marks: readonly string[]): readonly Piece[] {
  const words = [...new Set(marks.filter((mark) => mark !== ''))].sort((a, b) => b.length - a.length)
  if (words.length === 0 || text === '') return text === '' ? [] : [{ text, on: false }]
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(found)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), on: false })
    pieces.push({ text: match[0], on: true })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), on: false })
  return pieces
}

const escaped = (word: string): string => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

/** As much of a long text as a hit shows, beginning shortly before the first word that answered. */
export function excerptOf(text: string, marks: readonly string[], most = 200): string {
  if (text.length <= most) return text
  const first = piecesOf(text, marks)
  const before = first[0]?.on === false && first.length > 1 ? first[0].text.length : 0
  const from = before < most * 0.7 ? 0 : text.lastIndexOf(' ', before - 40) + 1
  const end = from + most >= text.length ? text.length : text.lastIndexOf(' ', from + most)
  return `${from === 0 ? '' : '…'}${text.slice(from, end <= from ? from + most : end)}${end >= text.length ? '' : '…'}`
}
