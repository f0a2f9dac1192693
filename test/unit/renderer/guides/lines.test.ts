import { describe, expect, it } from 'vitest'
import { keyed, keyFrom, relined, withoutBlankLines } from '../../../../renderer/features/guides/lines.ts'

const line = (id: string, en = id.toUpperCase()) => ({ id, en })
const entry = (key: string, text: string) => ({ key, label: line(text) })
const make = (key: string, label: { id: string; en: string }) => ({ key, label })

describe('lines in two languages', () => {
  const three = [line('a'), line('b'), line('c')]

  it('stay with their own when a line is put between them, broken or taken out in Indonesian', () => {
    expect(relined(three, 'id', 'a\n\nb\nc')).toEqual([line('a'), line('', ''), line('b'), line('c')])
    expect(relined(three, 'id', 'a\nb\nc\n')).toEqual([...three, line('', '')])
    expect(relined(three, 'id', 'a\nc')).toEqual([line('a'), line('c')])
    expect(relined([line('satu dua'), line('b')], 'id', 'satu\n dua\nb')).toEqual([line('satu', 'SATU DUA'), line(' dua', ''), line('b')])
  })

  it('of English never move the Indonesian ones', () => {
    expect(relined(three, 'en', 'A\nC').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(relined(three, 'en', '')).toEqual([line('a', ''), line('b', ''), line('c', '')])
  })

  it('are none when nothing is left', () => {
    expect(relined([line('a')], 'id', '')).toEqual([])
  })
})

describe('keys of lines', () => {
  const before = [entry('ya', 'Ya'), entry('tidak', 'Tidak'), entry('ragu', 'Ragu')]
  const saved = ['ya', 'tidak', 'ragu']
  const keys = (lines: readonly { id: string; en: string }[]) => keyed(lines, before, saved, make).map(({ key }) => key)

  it('go with their line when others come and go', () => {
    expect(keys([line('Ya'), line('Mungkin'), line('Tidak'), line('Ragu')])).toEqual(['ya', 'mungkin', 'tidak', 'ragu'])
    expect(keys([line('Tidak'), line('Ragu')])).toEqual(['tidak', 'ragu'])
    expect(keys([line('Ya'), line('Tidak sama sekali'), line('Ragu')])).toEqual(saved)
  })

  it('are never those of something that was removed', () => {
    const fewer = keyed([line('Ya'), line('Tidak')], before, saved, make)
    expect(keyed([line('Ya'), line('Tidak'), line('Ragu')], fewer, saved, make).map(({ key }) => key)).toEqual(['ya', 'tidak', 'ragu_2'])
  })

  it('follow the words until they are saved', () => {
    const once = keyed([...before.map(({ label }) => label), line('Ba')], before, saved, make)
    const twice = keyed([...before.map(({ label }) => label), line('Barangkali')], once, saved, make)
    expect(twice.at(-1)?.key).toBe('barangkali')
  })

  it('are words of the text, fit for a file', () => {
    expect(keyFrom('2. Dampak & Manfaat (Ringkas)', [])).toBe('dampak_manfaat_ringkas')
    expect(keyFrom('Dampak', ['dampak', 'dampak_2'])).toBe('dampak_3')
    expect(keyFrom('  ', [], 'bagian')).toBe('bagian')
  })
})

describe('a part that is saved', () => {
  it('has no lines on which nothing was written, and keeps everything else', () => {
    const form = {
      title: line('', ''),
      sections: [{ key: 'a', title: line('', ''), guidance: [line('x'), line('', ' '), line('', '')], subheads: [entry('k', '')] }],
      header: [{ key: 'h', label: line('', ''), type: 'line', options: [entry('o', 'O'), entry('p', ' ')] }],
    }
    expect(withoutBlankLines(form)).toEqual({
      ...form,
      sections: [{ ...form.sections[0], guidance: [line('x')], subheads: [] }],
      header: [{ ...form.header[0], options: [entry('o', 'O')] }],
    })
  })
})
