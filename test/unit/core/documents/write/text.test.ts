import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadFonts } from '#core/documents/write/fonts.ts'
import { cleanText } from '#shared/rules/clean-text.ts'

const fontsFolder = new URL('../../../../../templates/fonts', import.meta.url).pathname

describe('cleanText', () => {
  it('strips what XML cannot carry and mends half pairs', () => {
    expect(cleanText('a\u0000\u0008\u000b\u001fb\ufffe\uffffc')).toBe('abc')
    expect(cleanText('a\ud800b\udc00c')).toBe('a\ufffdb\ufffdc')
    expect(cleanText('satu\r\ndua\rtiga\n\tempat')).toBe('satu\ndua\ntiga\n\tempat')
  })

  it('keeps emoji, joiners, flags and right-to-left text', () => {
    for (const text of ['👩‍⚕️🇮🇩👍🏽', 'שלום', 'بسم الله', '中文', '\u202eabc\u200f']) expect(cleanText(text)).toBe(text)
  })

  it('gives only what XML carries, and the same again when cleaned twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text)
        expect(once).not.toMatch(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
        expect(cleanText(once)).toBe(once)
      }),
      { seed: 20260813, verbose: true },
    )
  })
})

describe('fonts', () => {
  const split = async (text: string) => {
    const missed: string[] = []
    const pieces = (await loadFonts(fontsFolder)).split(text, 'bold', (char) => void missed.push(char))
    return { pieces, missed }
  }

  it('keep plain text in the wanted face', async () => {
    expect(await split('Laporan “Inovasi” – 25,5 % ≥ 1\nbaris dua')).toEqual({
      pieces: [{ face: 'bold', text: 'Laporan “Inovasi” – 25,5 % ≥ 1\nbaris dua' }],
      missed: [],
    })
  })

  it('take emoji from the emoji face, whole clusters at a time', async () => {
    const { pieces, missed } = await split('ya 👩‍⚕️🇮🇩 1️⃣ 1')
    expect(pieces).toEqual([
      { face: 'bold', text: 'ya ' },
      { face: 'emoji', text: '👩‍⚕️🇮🇩' },
      { face: 'bold', text: ' ' },
      { face: 'emoji', text: '1️⃣' },
      { face: 'bold', text: ' 1' },
    ])
    expect(missed).toEqual([])
  })

  it('print a box for what no face has and tell of each', async () => {
    expect(await split('中文 a')).toEqual({ pieces: [{ face: 'bold', text: '□□ a' }], missed: ['中', '文'] })
  })

  it('drop invisible signs silently and stand in for ticks', async () => {
    expect((await split('a\u200d\u202e\u00adb')).pieces).toEqual([{ face: 'bold', text: 'ab' }])
    expect((await split('✓')).pieces).toEqual([{ face: 'emoji', text: '✔' }])
  })

  it('are read once for a folder', () => {
    expect(loadFonts(fontsFolder)).toBe(loadFonts(fontsFolder))
  })

  it('name the file that is missing', async () => {
    await expect(loadFonts('/tidak/ada')).rejects.toThrow(/Arimo-\w+\.ttf/)
  })
})
