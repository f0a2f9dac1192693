import { expect, it } from 'vitest'
import { Dictionary } from '#core/catalogue/dictionary.ts'
import { seeded } from '#test/makers/innovation.ts'

/** Edit distance with neighbours swapped as one error, written plainly. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  const cell = (x: number, y: number) => rows[x]?.[y] ?? 99
  for (let x = 1; x <= a.length; x += 1) {
    rows.push([x])
    for (let y = 1; y <= b.length; y += 1) {
      let best = Math.min(cell(x - 1, y) + 1, cell(x, y - 1) + 1, cell(x - 1, y - 1) + (a[x - 1] === b[y - 1] ? 0 : 1))
      if (x > 1 && y > 1 && a[x - 1] === b[y - 2] && a[x - 2] === b[y - 1]) best = Math.min(best, cell(x - 2, y - 2) + 1)
      rows[x]?.push(best)
    }
  }
  return cell(a.length, b.length)
}

/** Words of few letters, so that many are near each other; more than the dictionary keeps in loose order. */
function wordsOf(seed: number, count: number): readonly string[] {
  const next = seeded(seed)
  const letter = () => 'abkns'[Math.floor(next() * 5)] ?? 'a'
  return [...new Set(Array.from({ length: count }, () => Array.from({ length: 2 + Math.floor(next() * 7) }, letter).join('')))]
}

it('finds exactly the words that are as near as asked, in order or not yet', () => {
  for (const seed of [1, 2, 3]) {
    const words = wordsOf(seed, 1500)
    const dictionary = new Dictionary()
    for (const word of words) dictionary.add(word)
    for (const [word, most] of [
      ['kabasan', 1],
      ['nakabsa', 2],
      ['sban', 1],
    ] as const) {
      const found = new Map<string, number>()
      dictionary.near(word, most, false, (term, edits) => found.set(dictionary.words[term] ?? '', edits))
      const plain = words.filter((other) => distance(word, other) <= most)
      expect([...found.keys()].sort(), `seed ${seed}, ${word}`).toEqual([...plain].sort())
      for (const [other, edits] of found) expect(edits, other).toBe(distance(word, other))
    }
  }
})

it('with an unfinished word also finds those of which only the beginning is near', () => {
  const words = wordsOf(7, 1500)
  const dictionary = new Dictionary()
  for (const word of words) dictionary.add(word)
  const found = new Set<string>()
  dictionary.near('kabs', 1, true, (term) => found.add(dictionary.words[term] ?? ''))
  const begins = (word: string) =>
    Array.from({ length: word.length + 1 }, (_, at) => word.slice(0, at)).some((part) => distance('kabs', part) <= 1)
  expect([...found].sort()).toEqual(words.filter(begins).sort())
})

it('finds by the beginning whatever came first', () => {
  const words = wordsOf(4, 2000)
  const dictionary = new Dictionary()
  for (const [at, word] of words.entries()) {
    dictionary.add(word)
    if (at % 97 !== 0) continue
    const found: string[] = []
    dictionary.startingWith('ka', (term) => found.push(dictionary.words[term] ?? ''))
    expect(found.sort()).toEqual(
      words
        .slice(0, at + 1)
        .filter((one) => one.startsWith('ka'))
        .sort(),
    )
  }
})
