import { beforeAll, describe, expect, it } from 'vitest'
import { bookOf } from '#core/documents/build/book.ts'
import { buildDocument } from '#core/documents/build/build.ts'
import { stretchesOf } from '#core/documents/write/look.ts'
import type { Outline } from '#shared/model/outline.ts'
import type { Packs } from '#shared/rules/packs.ts'
import { randomInnovation } from '#test/makers/innovation.ts'
import { anOutline, heading, para } from '#test/makers/outline.ts'
import { blockTexts, outlineTexts } from '#test/makers/outline-texts.ts'
import { defIn, headingsOf, idsOf, shippedPacks, sourceOf } from './innovation-source.ts'

let packs: Packs
beforeAll(async () => {
  packs = await shippedPacks()
})
const book = (outlines: readonly Outline[]): Outline => bookOf(defIn(packs, 'proposal-kipp'), sourceOf(packs), outlines)

describe('a book of documents', () => {
  it('makes each document a chapter on a new page, its headings one level lower and its own contents gone', () => {
    const one = (title: string): Outline =>
      anOutline({
        title,
        blocks: [
          { b: 'contents', title: 'Isi', levels: 2 },
          heading(1, 'Awal', 'awal', { pageBreakBefore: true }),
          heading(4, 'Kecil', 'kecil'),
          para('x'),
        ],
      })
    const { blocks } = book([one('Satu'), one('Dua')])
    expect(
      blocks.map((block) => (block.b === 'heading' ? `${block.level} ${block.text} ${block.pageBreakBefore === true}` : block.b)),
    ).toEqual(['contents', '1 Satu true', '2 Awal false', '4 Kecil false', 'para', '1 Dua true', '2 Awal false', '4 Kecil false', 'para'])
  })
  it('keeps every text of every document but its cover, in order, and every id unique', () => {
    const outlines = [1, 2, 3].map((seed) =>
      buildDocument(defIn(packs, 'proposal-kipp'), sourceOf(packs, { innovation: randomInnovation(seed, 8) })),
    )
    const whole = book(outlines)
    const expected = outlines.flatMap(({ title, blocks }) => [title, ...blocks.filter(({ b }) => b !== 'contents').flatMap(blockTexts)])
    const found = outlineTexts({ ...whole, cover: [] })
    expect(found.slice(found.indexOf(outlines[0]?.title ?? ''))).toEqual(expected)
    expect(new Set(idsOf(whole)).size).toBe(idsOf(whole).length)
    expect(headingsOf(whole).filter((text) => text.startsWith('Proposal KIPP: '))).toHaveLength(3)
  })
  it('turns the page where a document lies, and back for the next one that stands', () => {
    const upright = anOutline({ title: 'Tegak', blocks: [para('a')] })
    const lying = anOutline({ title: 'Rebah', orientation: 'landscape', blocks: [para('b')] })
    const stretches = stretchesOf(book([upright, lying, upright]))
    expect(stretches.map(({ orientation }) => orientation)).toEqual(['portrait', 'landscape', 'portrait'])
    expect(stretches[1]?.blocks[0]).toMatchObject({ b: 'heading', text: 'Rebah' })
  })
  it('takes the ids of an index along', () => {
    const index = anOutline({
      title: 'Dengan indeks',
      blocks: [heading(1, 'A', 'a'), { b: 'index', columns: 2, groups: [{ label: 'A', entries: [{ text: 'A', id: 'a' }] }] }],
    })
    const whole = book([index, index])
    const named = whole.blocks.flatMap((block) =>
      block.b === 'index' ? block.groups.flatMap(({ entries }) => entries.map(({ id }) => id)) : [],
    )
    expect(new Set(named).size).toBe(2)
    for (const id of named) expect(idsOf(whole)).toContain(id)
  })
  it('lists only chapters where sections would make the contents long, and says so when there are none', () => {
    const levels = (count: number): unknown => {
      const first = book(Array.from({ length: count }, (_, at) => anOutline({ title: `Bab ${at}` }))).blocks[0]
      return first?.b === 'contents' ? first.levels : undefined
    }
    expect([levels(3), levels(200)]).toEqual([2, 1])
    expect(outlineTexts(book([]))).toContain('Tidak ada dokumen yang dipilih untuk buku ini.')
  })
})
