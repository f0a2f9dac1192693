import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RichNode } from '#shared/model/lab.ts'
import { countWords, parseBlocks, richTextPlain, wordsOf } from '#shared/rules/rich-text.ts'

const text = (words: string, ...marks: NonNullable<RichNode['marks']>): RichNode =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks }
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content })

describe('countWords', () => {
  it.each([
    ['', 0],
    ['   \n\t ', 0],
    ['satu', 1],
    ['inovasi-inovasi di kota', 3],
    ['Rp3.815.700 atau 25,5%', 3],
    ['25,5 %', 1],
    ['a — b', 2],
    ['- butir', 1],
    ['🙂 senang', 1],
    ['kata tak-putus', 2],
    ['אבג 中文 Ökonomie', 3],
  ])('%j has %i words', (words, count) => expect(countWords(words)).toBe(count))

  it('gives the sum for two texts parted by white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(countWords(`${a} ${b}`)).toBe(countWords(a) + countWords(b))
      }),
      { seed: 20260814 },
    )
  })
})

describe('richTextPlain and wordsOf', () => {
  it('keep a word whole that is bold only in the middle', () => {
    const doc: RichNode = { type: 'doc', content: [paragraph(text('ber'), text('inov', { type: 'bold' }), text('asi'))] }
    expect(richTextPlain(doc)).toBe('berinovasi')
    expect(wordsOf(doc)).toBe(1)
  })

  it('part paragraphs, list items, cells and hard breaks, and leave pictures out', () => {
    const doc = parseBlocks(
      [
        { h: 'Judul' },
        { p: 'baris satu\nbaris dua' },
        { ul: ['a b', 'c'] },
        { ol: ['d'] },
        { table: { head: ['Tahap', 'Waktu'], rows: [['Uji coba', '']] } },
        { img: { file: 'x.png', alt: 'tiga kata alternatif', caption: 'dua kata' } },
        { quote: 'kutip' },
      ],
      { picture: () => ({ name: 'x', width: 1, height: 1 }), link: () => '' },
    )
    expect(richTextPlain(doc)).toBe('Judul\nbaris satu\nbaris dua\na b\nc\nd\nTahap\tWaktu\nUji coba\t\nkutip')
    expect(wordsOf(doc)).toBe(14)
  })

  it('count nothing in an empty document', () => expect(wordsOf({ type: 'doc' })).toBe(0))
})

describe('parseBlocks', () => {
  const inline = (written: string): readonly RichNode[] | undefined => parseBlocks([{ p: written }]).content?.[0]?.content

  it('reads bold, italic, underline and what is inside both', () => {
    expect(inline('a **b *c* d** __e__')).toEqual([
      text('a '),
      text('b ', { type: 'bold' }),
      text('c', { type: 'bold' }, { type: 'italic' }),
      text(' d', { type: 'bold' }),
      text(' '),
      text('e', { type: 'underline' }),
    ])
  })

  it('takes a sign behind a backslash as it stands', () => expect(inline('2 \\* 3 \\{{ \\\\')).toEqual([text('2 * 3 {{ \\')]))

  it('turns quoted words into a source mark and tells who asks', () => {
    const asked: string[][] = []
    const doc = parseBlocks([{ p: 'karena {{pohon-masalah/akar-1|belum **ada** perjanjian}}.' }], {
      picture: () => ({ name: '', width: 0, height: 0 }),
      link: (place, quote) => {
        asked.push([place, quote])
        return 'jejak-1'
      },
    })
    const source = { type: 'source', attrs: { link: 'jejak-1' } } as const
    expect(asked).toEqual([['pohon-masalah/akar-1', 'belum ada perjanjian']])
    expect(doc.content?.[0]?.content).toEqual([
      text('karena '),
      text('belum ', source),
      text('ada', { type: 'bold' }, source),
      text(' perjanjian', source),
      text('.'),
    ])
  })

  it('makes the nodes Tiptap makes', () => {
    const doc = parseBlocks(
      [{ h: 'J', level: 4 }, { ul: ['a'] }, { table: { head: ['k'], rows: [['i']] } }, { img: { file: 'f.png', alt: 'a', caption: 'c' } }],
      { picture: (file) => ({ name: `sha-${file}`, width: 8, height: 4 }), link: () => '' },
    )
    expect(doc).toEqual({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 4 }, content: [text('J')] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('a'))] }] },
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph(text('k'))] }] },
            { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('i'))] }] },
          ],
        },
        { type: 'image', attrs: { name: 'sha-f.png', alt: 'a', caption: 'c', width: 8, height: 4 } },
      ],
    })
  })

  it.each([
    ['never closed **here', /\[0\]\.p: bold is never closed/],
    ['{{pohon-masalah/inti}}', /\[0\]\.p: "\{\{" needs/],
    ['{{a/b|teks', /\[0\]\.p: "\{\{" needs/],
    ['{{a/b|teks}}', /source "a\/b" cannot be resolved here/],
  ])('refuses %j and names the block', (written, message) => expect(() => parseBlocks([{ p: written }])).toThrow(message))

  it('names the cell a mistake is in', () => {
    expect(() => parseBlocks([{ p: 'a' }, { table: { head: ['k'], rows: [['x'], ['*y']] } }])).toThrow(
      '[1].table.rows[1][0]: italic is never closed',
    )
  })
})
