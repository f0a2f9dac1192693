import { describe, expect, it } from 'vitest'
import type { Innovation, RichNode, Value } from '#shared/model/lab.ts'
import { type ProposalDef, proposalDef } from '#shared/model/pack.ts'
import { countSections, shortcomings } from '#shared/rules/readiness.ts'
import { parseBlocks } from '#shared/rules/rich-text.ts'
import { makeInnovation } from '#test/makers/innovation.ts'

const both = (text: string) => ({ id: text, en: text })

const form: ProposalDef = proposalDef.parse({
  kind: 'proposal',
  id: 'kipp',
  title: both('KIPP'),
  short: both('KIPP'),
  status: 'unverified',
  source: 'uji',
  ageYears: 2,
  header: [
    { key: 'judul', label: both('Judul'), type: 'line', required: true },
    { key: 'tanggal_mulai', label: both('Mulai'), type: 'date', required: true },
    { key: 'tpb', label: both('TPB'), type: 'multi', required: true, options: [{ key: 'tpb_1', label: both('TPB 1') }] },
    { key: 'video', label: both('Video'), type: 'line' },
  ],
  sections: [
    { key: 'ringkasan', title: both('Ringkasan'), prompt: both('x'), maxWords: 5 },
    { key: 'ide', title: both('Ide'), prompt: both('x'), minWords: 3, maxWords: 5 },
    { key: 'bebas', title: both('Bebas'), prompt: both('x') },
  ],
})

const words = (n: number): RichNode => parseBlocks([{ p: Array.from({ length: n }, (_, at) => `kata${at}`).join(' ') }])

const filled = { judul: 'LANGKOK', tanggal_mulai: '2024-02-05', tpb: ['tpb_1'] }

const innovation = (
  counts: Readonly<Record<string, number>>,
  header: Readonly<Record<string, Value>> = filled,
  over: Partial<Pick<Innovation, 'reviews'>> = {},
): Innovation => ({
  ...makeInnovation(),
  ...over,
  proposals: {
    kipp: { form: 'kipp', header, sections: Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, words(n)])) },
  },
})

const complete = { ringkasan: 4, ide: 3, bebas: 900 }

describe('words of the sections', () => {
  it('are empty, short, right or too many, with the limits themselves still right', () => {
    const states = (counts: Readonly<Record<string, number>>) => countSections(form, innovation(counts)).map(({ state }) => state)
    expect(states({})).toEqual(['kosong', 'kosong', 'kosong'])
    expect(states({ ringkasan: 5, ide: 2, bebas: 900 })).toEqual(['pas', 'kurang', 'pas'])
    expect(states({ ringkasan: 6, ide: 3, bebas: 1 })).toEqual(['lebih', 'pas', 'pas'])
    expect(states({ ringkasan: 1, ide: 6 })).toEqual(['pas', 'lebih', 'kosong'])
  })

  it('are counted in the order of the form, with its limits', () => {
    expect(countSections(form, innovation({ ide: 2 }))).toEqual([
      { key: 'ringkasan', words: 0, min: 0, max: 5, state: 'kosong' },
      { key: 'ide', words: 2, min: 3, max: 5, state: 'kurang' },
      { key: 'bebas', words: 0, min: 0, max: null, state: 'kosong' },
    ])
  })

  it('are all none in an innovation that never opened the form', () => {
    expect(countSections(form, makeInnovation()).map(({ words: n }) => n)).toEqual([0, 0, 0])
  })
})

describe('what is missing before handing in', () => {
  it('is nothing when everything is there', () => {
    expect(shortcomings(form, innovation(complete), '2026-02-05')).toEqual([])
  })

  it('names each required entry that is empty, also an empty choice, and no other', () => {
    const found = shortcomings(form, innovation(complete, { judul: '', tanggal_mulai: '2024-02-05', tpb: [] }), '2026-02-05')
    expect(found).toEqual([
      { kind: 'header', key: 'judul' },
      { kind: 'header', key: 'tpb' },
    ])
  })

  it('says by how many words a section is short or over', () => {
    expect(shortcomings(form, innovation({ ringkasan: 7, ide: 1 }), '2026-02-05')).toEqual([
      { kind: 'section', key: 'ringkasan', state: 'lebih', by: 2 },
      { kind: 'section', key: 'ide', state: 'kurang', by: 2 },
      { kind: 'section', key: 'bebas', state: 'kosong', by: 0 },
    ])
  })

  it('counts full years up to the closing day itself', () => {
    expect(shortcomings(form, innovation(complete), '2026-02-04')).toEqual([{ kind: 'age', years: 1, needs: 2 }])
    expect(shortcomings(form, innovation(complete), '2026-02-05')).toEqual([])
  })

  it('asks for the date once, not for its age, while the date is missing', () => {
    expect(shortcomings(form, innovation(complete, { ...filled, tanggal_mulai: '' }), '2026-02-05')).toEqual([
      { kind: 'header', key: 'tanggal_mulai' },
    ])
  })

  it('lists a section the coach sent back, and no longer once it is OK', () => {
    const review = (state: 'ok' | 'perlu_perbaikan') => ({
      reviews: { 'kipp/ide': { state, remark: '', by: 'Dian', at: '2026-01-01T00:00:00Z', history: [] } },
    })
    expect(shortcomings(form, innovation(complete, filled, review('perlu_perbaikan')), '2026-02-05')).toEqual([
      { kind: 'review', key: 'ide' },
    ])
    expect(shortcomings(form, innovation(complete, filled, review('ok')), '2026-02-05')).toEqual([])
  })
})
