/** Comparing two versions of a section as a reader sees it. */
import { describe, expect, it } from 'vitest'
import type { RichNode } from '#shared/model/lab.ts'
import { parseBlocks, type WrittenBlock } from '#shared/rules/rich-text.ts'
import { compareSections } from '../../../../renderer/features/proposal/history/compare.ts'

const written = (...blocks: readonly WrittenBlock[]): RichNode =>
  parseBlocks(blocks, { picture: () => ({ name: 'alur.png', width: 40, height: 30 }), link: () => 'link-1' })

/** One line each: what became of it, and its words with what was removed and added. */
const told = (before: RichNode | undefined, after: RichNode | undefined): readonly string[] =>
  compareSections(before, after).lines.map(
    ({ kind, changes }) =>
      `${kind}: ${changes.map(({ kind: one, text }) => (one === 'added' ? `[+${text.trim()}]` : one === 'removed' ? `[-${text.trim()}]` : text.trim())).join(' ')}`,
  )

describe('comparing a section', () => {
  it('says word by word what changed in a paragraph and leaves the others alone', () => {
    expect(
      told(
        written({ p: 'Satu tetap.' }, { p: 'Rata-rata 21 hari kerja.' }),
        written({ p: 'Satu tetap.' }, { p: 'Rata-rata 2 hari kerja.' }),
      ),
    ).toEqual(['same: Satu tetap.', 'changed: Rata-rata [-21] [+2] hari kerja.'])
  })

  it('tells a new paragraph, and one that went, from one that was reworded', () => {
    const before = written({ p: 'Bendahara pulang larut malam.' }, { p: 'Kuitansi tercecer.' })
    const after = written({ p: 'Tenggat tercatat di meja.' }, { p: 'Bendahara kini pulang sore.' })
    expect(told(before, after)).toEqual([
      'added: [+Tenggat tercatat di meja.]',
      'changed: Bendahara [+kini] pulang [-larut malam] [+sore] .',
      'removed: [-Kuitansi tercecer.]',
    ])
  })

  it('marks a paragraph whose formatting alone changed', () => {
    const { lines, added, removed, differs } = compareSections(written({ p: 'Satu **dua** tiga' }), written({ p: 'Satu dua tiga' }))
    expect(lines.map(({ kind }) => kind)).toEqual(['format'])
    expect({ added, removed, differs }).toEqual({ added: 0, removed: 0, differs: true })
  })

  it('marks a paragraph that became a heading or an item of a list', () => {
    expect(told(written({ p: 'Tujuan' }, { p: 'satu' }), written({ h: 'Tujuan' }, { ul: ['satu'] }))).toEqual([
      'format: Tujuan',
      'format: satu',
    ])
  })

  it('does not call it formatting that words got a source, or that only white space differs', () => {
    expect(compareSections(written({ p: 'Pulang {{pohon|larut}} malam' }), written({ p: 'Pulang larut  malam' })).differs).toBe(false)
  })

  it('reads a table row by row and a picture by its caption', () => {
    const table = (days: string) =>
      written({ table: { head: ['Aspek', 'Hari'], rows: [['Waktu', days]] } }, { img: { file: 'a', alt: 'Bagan', caption: 'Alur' } })
    expect(told(table('21'), table('2'))).toEqual(['same: Aspek | Hari', 'changed: Waktu | [-21] [+2]', 'same: Alur · Bagan'])
  })

  it('keeps the depth of nested lists', () => {
    const item = (text: string, inner: readonly RichNode[] = []): RichNode => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }, ...inner],
    })
    const list = (content: readonly RichNode[]): RichNode => ({ type: 'bulletList', content })
    const nested: RichNode = { type: 'doc', content: [list([item('luar', [list([item('dalam')])])])] }
    expect(compareSections(undefined, nested).lines.map(({ after }) => [after?.text, after?.look, after?.depth])).toEqual([
      ['luar', 'bullet', 0],
      ['dalam', 'bullet', 1],
    ])
  })

  it('counts the words that came and went, and nothing where both are empty', () => {
    expect(compareSections(written({ p: 'satu dua tiga' }), written({ p: 'satu tiga empat lima' }))).toMatchObject({ added: 2, removed: 1 })
    expect(compareSections(undefined, written())).toEqual({ lines: [], added: 0, removed: 0, differs: false })
  })

  it('answers at once for two long texts without a word in common', () => {
    const long = (word: string) =>
      written(...Array.from({ length: 400 }, (_, at) => ({ p: Array.from({ length: 13 }, (_one, n) => `${word}${at}x${n}`).join(' ') })))
    const { added, removed } = compareSections(long('a'), long('b'))
    expect({ added, removed }).toEqual({ added: 5200, removed: 5200 })
  }, 5000)
})
