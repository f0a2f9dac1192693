import { describe, expect, it } from 'vitest'
import type { Innovation, RichNode } from '#shared/model/lab.ts'
import { type ProposalDef, proposalDef } from '#shared/model/pack.ts'
import { countSections } from '#shared/rules/readiness.ts'
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
  header: [],
  sections: [
    { key: 'ringkasan', title: both('Ringkasan'), prompt: both('x'), maxWords: 5 },
    { key: 'ide', title: both('Ide'), prompt: both('x'), minWords: 3, maxWords: 5 },
    { key: 'bebas', title: both('Bebas'), prompt: both('x') },
  ],
})

const words = (n: number): RichNode => parseBlocks([{ p: Array.from({ length: n }, (_, at) => `kata${at}`).join(' ') }])

const innovation = (counts: Readonly<Record<string, number>>): Innovation => ({
  ...makeInnovation(),
  proposals: {
    kipp: { form: 'kipp', header: {}, sections: Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, words(n)])) },
  },
})

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
