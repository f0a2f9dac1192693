import { describe, expect, it } from 'vitest'
import { isChanged, type TextChange, textChanges } from '#shared/rules/text-changes.ts'

const told = (changes: readonly TextChange[]): string =>
  changes.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`)).join('')

const without = (changes: readonly TextChange[], kind: TextChange['kind']): string =>
  changes
    .filter((one) => one.kind !== kind)
    .map(({ text }) => text)
    .join('')

const bare = (text: string): string => text.replaceAll(/\s+/gu, '')

/** Numbers from a seed, 0 to below 1. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

describe('changes of a text', () => {
  it('are told word by word, what was removed before what was added', () => {
    const before = 'Tahun lalu 312 dari 890 lansia tidak pernah datang ke posyandu.'
    const after = 'Tahun lalu 340 dari 890 lansia di tiga kelurahan tidak pernah datang ke posyandu.'
    expect(told(textChanges(before, after))).toBe(
      'Tahun lalu[- 312][+ 340] dari 890 lansia[+ di tiga kelurahan] tidak pernah datang ke posyandu.',
    )
  })
  it('hold numbers, amounts and doubled words together', () => {
    expect(told(textChanges('Rp3.815.700 untuk ibu-ibu', 'Rp3.815.900 untuk ibu-ibu'))).toBe('[-Rp3.815.700][+Rp3.815.900] untuk ibu-ibu')
    expect(told(textChanges('naik 25,5%', 'naik 25,6%'))).toBe('naik[- 25,5][+ 25,6]%')
  })
  it('do not mark a word because a comma or a blank came after it', () => {
    expect(told(textChanges('bidan dan kader', 'bidan, kader'))).toBe('bidan[- dan][+,] kader')
    const spaced = textChanges('satu dua\ntiga', 'satu  dua\n\ntiga ')
    expect(isChanged(spaced)).toBe(false)
    expect(without(spaced, 'removed')).toBe('satu  dua\n\ntiga ')
  })
  it('leave a sentence that was added or removed its own full stop', () => {
    expect(told(textChanges('Satu dua.', 'Satu dua. Tiga empat.'))).toBe('Satu dua.[+ Tiga empat.]')
    expect(told(textChanges('Satu dua. Tiga empat.', 'Satu dua.'))).toBe('Satu dua.[- Tiga empat.]')
    expect(told(textChanges('Satu, dua', 'Satu, tiga, dua'))).toBe('Satu,[+ tiga,] dua')
  })
  it('of something empty are all new or all gone, and of nothing none', () => {
    expect(textChanges('', 'baru saja')).toEqual([{ kind: 'added', text: 'baru saja' }])
    expect(textChanges('yang lama', '')).toEqual([{ kind: 'removed', text: 'yang lama' }])
    expect(textChanges('', '')).toEqual([])
    expect(textChanges('sama', 'sama')).toEqual([{ kind: 'same', text: 'sama' }])
  })
  it('keep emoji, letters with marks and other scripts whole', () => {
    expect(told(textChanges('halo 👩‍🌾 é عربي', 'halo é عربي baru'))).toContain('[+ baru]')
    expect(without(textChanges('a\u0301 b', 'a\u0301 c'), 'removed')).toBe('a\u0301 c')
  })
  it('give back both texts, whatever was done to one', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const next = seeded(seed)
      const words = Array.from({ length: Math.floor(next() * 40) }, () => `k${Math.floor(next() * 8)}`)
      const changed = words.flatMap((word) => (next() < 0.2 ? [] : next() < 0.2 ? [word, `k${Math.floor(next() * 8)}`] : [word]))
      const [before, after] = [words.join(' '), changed.join('\n')]
      const changes = textChanges(before, after)
      expect(without(changes, 'removed'), `seed ${seed}`).toBe(after)
      expect(bare(without(changes, 'added')), `seed ${seed}`).toBe(bare(before))
    }
  })
  it('are the fewest where all words are alike', () => {
    const before = 'a b a b a b a b'
    expect(textChanges(before, 'a b a b b a b a b').filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: ' b' }])
  })
  it('of 5,000 words are found at once, also where nothing is alike or every word is', () => {
    const next = seeded(7)
    const words = Array.from({ length: 5000 }, () => `kata${Math.floor(next() * 900)}`)
    const edited = words.map((word, at) => (at % 50 === 0 ? 'baru' : word))
    const other = Array.from({ length: 5000 }, (_, at) => `lain${at % 700}`)
    const two = Array.from({ length: 5000 }, () => (next() < 0.5 ? 'ya' : 'tidak'))
    const pairs = [
      [words.join(' '), edited.join(' ')],
      [words.join(' '), other.join(' ')],
      [words.join(' '), words.toReversed().join(' ')],
      [two.join(' '), two.toReversed().join(' ')],
      ['x '.repeat(5000), 'x '.repeat(4000)],
    ] as const
    for (const [before, after] of pairs) {
      const began = process.cpuUsage().user
      expect(without(textChanges(before, after), 'removed')).toBe(after)
      // Far above what it takes, far below what a table of all pairs would.
      expect(process.cpuUsage().user - began).toBeLessThan(1_000_000)
    }
    const marked = textChanges(words.join(' '), edited.join(' ')).filter(({ kind }) => kind === 'added')
    expect(marked.length).toBe(100)
  })
})
