import { describe, expect, it } from 'vitest'
import type { ProposalDef } from '#shared/model/pack.ts'
import { mostPoints } from '#shared/rules/maturity.ts'
import { basicServicesIn } from '#shared/rules/maturity-index.ts'
import { allDocuments, allForms, allIndicators, canvasOf, formOf, indicatorsOf } from '#shared/rules/packs.ts'
import { picked } from '#shared/rules/picks.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { filled, packs } from './shipped.ts'

const form = (id: string): ProposalDef => {
  const found = formOf(packs, id)
  if (!found) throw new Error(`no form ${id}`)
  return found
}
const set = (id: string) => {
  const found = indicatorsOf(packs, id)
  if (!found) throw new Error(`no set ${id}`)
  return found
}
const limits = (id: string) => form(id).sections.map(({ key, maxWords, weight }) => `${key} ${maxWords} ${weight ?? '–'}`)
const words = (id: string) => form(id).sections.reduce((sum, { maxWords }) => sum + (maxWords ?? 0), 0)

describe('the proposal forms', () => {
  it('have the limits and weights of the field reference', () => {
    expect(limits('kipp-2023-terpisah')).toEqual([
      'ringkasan 200 –',
      'latar_belakang 300 10',
      'kebaruan 200 15',
      'implementasi 200 5',
      'signifikansi 600 30',
      'replikasi 100 10',
      'potensi_replikasi 200 10',
      'sumber_daya 200 5',
      'strategi_keberlanjutan 500 15',
    ])
    expect(words('kipp-2023-terpisah')).toBe(2500)
    expect(limits('kipp-khusus-2022')).toEqual([
      'ringkasan 200 –',
      'pembaruan 200 –',
      'adaptabilitas 200 –',
      'penguatan_keberlanjutan 300 –',
      'evaluasi 300 –',
    ])
    expect(limits('kipp-replikasi-2022')).toEqual(['ringkasan 200 –', 'inspirasi 100 –', 'proses_replikasi 200 –', 'faktor_pembeda 100 –'])
    expect(form('unpsa-2014-dua-belas').sections).toHaveLength(12)
  })

  it('ask the IID profile for 300 words of rancang bangun in six parts, and for no other length', () => {
    for (const id of ['profil-iid-2026', 'profil-iid-2022']) {
      const [first, ...others] = form(id).sections
      expect(first).toMatchObject({ key: 'rancang_bangun', minWords: 300 })
      expect(first?.subheads.map(({ key }) => key)).toEqual([
        'dasar_hukum',
        'permasalahan',
        'isu_strategis',
        'metode_pembaharuan',
        'keunggulan',
        'tahapan_inovasi',
      ])
      expect(others.map(({ key, minWords }) => `${key} ${minWords}`)).toEqual(['tujuan 0', 'manfaat 0', 'hasil 0'])
    }
    expect(form('profil-iid-2026')).toMatchObject({ ageField: 'waktu_penerapan', window: { from: '2024-01-01', until: '2025-12-31' } })
    const options = (key: string) => form('profil-iid-2026').header.find((field) => field.key === key)?.options ?? []
    expect(options('urusan')).toHaveLength(41)
    expect(options('urusan').filter(({ label }) => basicServicesIn(label.id).length > 0)).toHaveLength(6)
  })

  it('ask for the three statements, and for the SPBE form only of applications', () => {
    const { statements } = form('kipp-tujuh-bagian')
    expect(statements.filter(({ required }) => required).map(({ key }) => key)).toEqual([
      'implementasi',
      'identitas',
      'kesediaan_replikasi',
      'formulir_spbe',
    ])
    expect(statements.find(({ key }) => key === 'formulir_spbe')?.when).toEqual({ field: 'aplikasi', is: 'ya' })
  })

  it.each(allForms(packs).map((def) => [def.id, def] as const))('%s guides every section and draws on what a canvas can give', (_, def) => {
    expect(def.titleField).toBeDefined()
    for (const section of def.sections) {
      expect(section.guidance.length, section.key).toBeGreaterThan(1)
      expect(section.draws.length, section.key).toBeGreaterThan(0)
      expect(new Set(section.draws.map((pick) => JSON.stringify(pick))).size, section.key).toBe(section.draws.length)
      for (const pick of section.draws) {
        const canvas = canvasOf(packs, pick.canvas)
        if (canvas === undefined) throw new Error(`${section.key}: no canvas ${pick.canvas}`)
        if (pick.part === 'top') continue
        const innovation = makeInnovation({ canvases: { [canvas.id]: filled(canvas) } })
        expect(picked(canvas, innovation, pick), `${section.key} ${JSON.stringify(pick)}`).not.toEqual([])
      }
    }
  })

  it.each(allForms(packs).map(({ id }) => [id] as const))('%s can be printed', (id) => {
    const profile = allIndicators(packs).find((one) => one.profile === id)
    const printed = allDocuments(packs).filter(
      ({ builder, of }) => (builder === 'proposal' && of === id) || (builder === 'profile' && of === profile?.id),
    )
    expect(printed).toHaveLength(1)
  })
})

describe('the sets of indicators', () => {
  it('add up to 37 and 111 in the one of 2026, to 50 and 150 in the older one', () => {
    const sums = ['iid-2026', 'iid-2022'].map((id) => {
      const { indicators } = set(id)
      return [indicators.length, indicators.reduce((sum, { weight }) => sum + weight, 0), mostPoints(set(id))]
    })
    expect(sums).toEqual([
      [20, 37, 111],
      [20, 50, 150],
    ])
  })

  it('number the indicators of 2026 from 16 to 35, mark the mandatory ones, and give kemanfaatan six bases', () => {
    const { indicators } = set('iid-2026')
    expect(indicators.map(({ no }) => no)).toEqual(Array.from({ length: 20 }, (_, at) => at + 16))
    expect(indicators.filter(({ mandatory }) => mandatory).map(({ key }) => key)).toEqual([
      'regulasi',
      'sdm',
      'kecepatan',
      'kemanfaatan',
      'video',
    ])
    expect(indicators.find(({ key }) => key === 'kemanfaatan')?.bases).toHaveLength(6)
    expect(indicators.filter(({ bases }) => bases.length > 0)).toHaveLength(1)
    for (const { variable, key } of indicators) expect(variable, key).toBeDefined()
  })

  it('hold the index of 2026 and none for the years whose formula nobody read', () => {
    expect(set('iid-2026').index).toMatchObject({
      divisor: 12,
      count: { points: 0.38, most: 200 },
      regionMost: 63,
      most: 250,
      basicServices: 5,
    })
    expect(set('iid-2026').index?.bands.map(({ from }) => from)).toEqual([65.01, 40.01, 0.01, 0])
    expect(set('iid-2022').index).toBeUndefined()
    // Shares on the official slides of 2023: 25.2 and 74.8 per cent, of which 44.4 and 30.4.
    expect([63, 111, 0.38 * 200].map((part) => Math.round((part / 250) * 1000) / 10)).toEqual([25.2, 44.4, 30.4])
  })
})
