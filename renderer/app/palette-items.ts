/** What the palette can find, and in which order. */

export type Item = {
  readonly id: string
  readonly kind: 'action' | 'lab' | 'innovation' | 'unit' | 'stage'
  readonly label: string
  /** Said beside the label and searched as well, such as the unit of an innovation. */
  readonly more: string
  readonly run: () => void
}

/** At most this many are shown; typing one more letter is quicker than scrolling. */
const mostShown = 40

const fold = (text: string): string => text.toLocaleLowerCase('id').normalize('NFD').replaceAll(/\p{M}/gu, '')

/** Smaller is better; null when a word is missing. Beginning of the label, then beginning of a word, then anywhere. */
function rank(item: Item, words: readonly string[]): number | null {
  const label = fold(item.label)
  const all = `${label} ${fold(item.more)}`
  let sum = 0
  for (const word of words) {
    const at = all.indexOf(word)
    if (at < 0) return null
    sum += label.startsWith(word) ? 0 : at === 0 || all[at - 1] === ' ' ? 1 : 2
    if (!label.includes(word)) sum += 2
  }
  return sum
}

/** All words of the query must occur; accents and case do not matter. */
export function findItems(items: readonly Item[], query: string): readonly Item[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return items.slice(0, mostShown)
  return items
    .flatMap((item) => {
      const at = rank(item, words)
      return at === null ? [] : [{ item, at }]
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, mostShown)
    .map(({ item }) => item)
}
