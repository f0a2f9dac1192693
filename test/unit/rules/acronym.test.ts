import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acronymOf } from '#shared/rules/acronym.ts'

/** The long name with the letters that are used in capitals, all others small. */
const marked = (short: string, long: string): string => {
  const { marks } = acronymOf(short, long)
  return Array.from({ length: long.length }, (_, at) =>
    marks[at] === null ? long.charAt(at).toLowerCase() : long.charAt(at).toUpperCase(),
  ).join('')
}
const missing = (short: string, long: string): string => {
  const { missing: places, letters } = acronymOf(short, long)
  return places.map((at) => letters[at]?.letter).join('')
}

describe('the names of the sample lab', () => {
  it.each([
    ['FASTREN', 'Fasilitator Perencanaan Teladan', 'FASiliTator peREncanaan teladaN', ''],
    ['JAKA SUPER', 'Jadikan Pekarangan Sebagai Sumber Pangan Keluarga', 'JAdikan peKArangan sebagai SUmber Pangan kEluaRga', ''],
    ['KAMPUNG BERDASI', 'Bersih, Indah, Sehat dan Berseri', 'BERsih, inDAh, Sehat dan berserI', 'KAMPUNG'],
    ['LANGKOK', 'Lahir Pulang OK', 'LAhir pulaNG OK', 'K'],
    ['SATE LOKAN', 'Selesai Kegiatan Langsung Laporkan Pertanggungjawaban', 'Selesai kegiATan Langsung lapOrKAn pertaNggungjawaban', 'E'],
    ['SCANDAL TALAK', 'Scan Dokumen Anti Hilang – Tata Laksana', 'SCAN Dokumen Anti hiLang – TAta LAKsana', ''],
    ['SIMESRA', 'Sistem Informasi Ruang Pertemuan Bersama', 'Sistem InforMaSi Ruang pertemuAn bersama', 'E'],
    ["SMASH CARE'S", 'Solok Madinah Sehat Cara Revolusi untuk Sehat', 'Solok MAdinah SeHat CAra REvolusi untuk Sehat', ''],
    ['TAPASO JARWO', 'Tanam Padi Solok Jajar Legowo', 'TAnam PAdi SOlok JAjaR legoWO', ''],
  ])('%s: %s', (short, long, expected, lacks) => {
    expect(marked(short, long)).toBe(expected)
    expect(missing(short, long)).toBe(lacks)
  })
})

describe('an acronym', () => {
  it('passes over digits, hyphens, blanks and signs of the short name, and minds neither case nor accents', () => {
    expect(acronymOf('É-Lapor 5', 'elektronik LAPORan').letters.map(({ letter, index }) => [letter, index])).toEqual([
      ['É', 0],
      ['L', 11],
      ['a', 12],
      ['p', 13],
      ['o', 14],
      ['r', 15],
    ])
    expect(acronymOf('5-5', 'Lima Lima')).toMatchObject({ letters: [], missing: [], proposals: [] })
    expect(acronymOf('', '')).toMatchObject({ letters: [], marks: [], words: [] })
  })
  it('prefers beginnings of words, then capitals somebody wrote inside words', () => {
    expect(marked('AB', 'abab Bunga')).toBe('Abab Bunga')
    const second = (long: string) => acronymOf('AL', long).letters[1]
    expect(second('alat bolala')).toMatchObject({ index: 7, how: 'inside' })
    expect(second('alat bolaLa')).toMatchObject({ index: 9, how: 'capital' })
    expect(second('alat BOLALA'), 'in a word all in capitals none stands out').toMatchObject({ index: 7, how: 'inside' })
  })
  it('passes over as few words as it can, small words not counted', () => {
    expect(acronymOf('SL', 'Satu dari yang Lain').words.map(({ text, used }) => [text, used])).toEqual([
      ['Satu', true],
      ['dari', false],
      ['yang', false],
      ['Lain', true],
    ])
    expect(marked('TA', 'tata karya')).toBe('Tata kArya')
  })
  it('says where a missing letter could come from, and what it would cost', () => {
    const simesra = acronymOf('SIMESRA', 'Sistem Informasi Ruang Pertemuan Bersama')
    const name = (at: number) => simesra.letters[at]?.letter
    expect(
      simesra.proposals.map(({ letter, places }) => [name(letter), places.map(({ text, index, loses }) => [text, index, loses.map(name)])]),
    ).toEqual([
      [
        'E',
        [
          ['Sistem', 4, ['M']],
          ['Pertemuan', 24, ['S']],
          ['Pertemuan', 27, ['R']],
        ],
      ],
    ])
  })
  it('says after which letter a word is missing when there is no place at all', () => {
    const langkok = acronymOf('LANGKOK', 'Lahir Pulang OK')
    expect(langkok.proposals).toEqual([{ letter: 4, places: [], after: 3 }])
    expect(acronymOf('XAB', 'Asal Bukan').proposals).toEqual([{ letter: 0, places: [], after: null }])
  })

  const alphabet = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', ' ', '-', '1', 'é'), maxLength: 14 })
  it('is never worse than any other way to place the letters in order', () => {
    const most = (letters: readonly string[], long: string): number => {
      const table = Array.from({ length: long.length + 1 }, () => 0)
      for (const letter of letters) {
        let corner = 0
        for (let at = 1; at <= long.length; at += 1) {
          const above = table[at] ?? 0
          table[at] = long.charAt(at - 1) === letter ? corner + 1 : Math.max(above, table[at - 1] ?? 0)
          corner = above
        }
      }
      return table[long.length] ?? 0
    }
    const plain = (text: string) => text.toLowerCase().replaceAll('é', 'e')
    fc.assert(
      fc.property(alphabet, alphabet, (short, long) => {
        const { letters, marks, missing: lacks } = acronymOf(short, long)
        const wanted = [...plain(short)].filter((one) => /\p{L}/u.test(one))
        expect(letters.map(({ letter }) => plain(letter))).toEqual(wanted)
        expect(letters.length - lacks.length).toBe(most(wanted, plain(long)))
        const places = letters.flatMap(({ index }) => index ?? [])
        expect([...places].sort((a, b) => a - b)).toEqual(places)
        for (const [at, { index, letter }] of letters.entries())
          if (index !== null) {
            expect(plain(long.charAt(index))).toBe(plain(letter))
            expect(marks[index]).toBe(at)
          }
      }),
      { seed: 20_269, numRuns: 1500 },
    )
  })
  it('proposes only places that cost no more than they win', () => {
    fc.assert(
      fc.property(alphabet, alphabet, (short, long) => {
        const { proposals, letters } = acronymOf(short, long)
        for (const { letter, places } of proposals)
          for (const { index, loses } of places) {
            expect(long.charAt(index).toLowerCase()).toBe(letters[letter]?.letter.toLowerCase())
            expect(loses).not.toContain(letter)
          }
      }),
      { seed: 20_270, numRuns: 500 },
    )
  })
  it('reads a text far too long as far as a name goes', () => {
    const { letters, marks } = acronymOf('ab'.repeat(3000), 'ab '.repeat(30_000))
    expect(letters).toHaveLength(40)
    expect(marks).toHaveLength(90_000)
  })
})
