/** The shipped methods of Diagnose: trees, SWOT, knowing the user, creative techniques (domain.md 4.3 to 4.6, 4.14). */
import { describe, expect, it } from 'vitest'
import { evaluateGrid } from '#shared/rules/grid.ts'
import { treeNeeds, treeOf } from '#shared/rules/tree.ts'
import { makeItems } from '#test/makers/innovation.ts'
import { canvas, keys } from './shipped.ts'

describe('the trees', () => {
  it('fishbone offers the three sets of main bones, each with its source, with the codes of the first', () => {
    const def = canvas('fishbone', 'tree')
    expect(def.layouts).toEqual(['fishbone', 'tree'])
    expect(def.categorySets.map((set) => keys(set.categories).join(' '))).toEqual([
      'mn my md mr mc ex',
      'people process technology data_resources environment policy',
      'policy procedure people plant',
    ])
    const [codes] = def.categorySets
    expect(codes?.categories.map((one) => one.label.id)).toEqual([
      'Man (manusia), MN',
      'Money (dana), MY',
      'Method (metode), MD',
      'Material (bahan), MR',
      'Machine (alat), MC',
      'External (luar), EX',
    ])
    expect(codes?.source).toMatch(/BPKP/)
    for (const set of def.categorySets.slice(1)) expect(set.source, set.key).toMatch(/belum diverifikasi/)
  })

  it('lima-mengapa is done after three whys that all rest on evidence and end at a root', () => {
    const def = canvas('lima-mengapa', 'tree')
    expect(def.layouts).toEqual(['whys', 'tree'])
    expect(def.ready).toEqual(['three_whys', 'every_answer_has_evidence', 'has_root'])
    const chain = (evidence: string) =>
      makeItems([
        { text: 'Akta terbit dua belas hari', role: 'core' },
        { parent: 'i1', role: 'cause', values: { bukti: 'buku ekspedisi' } },
        { parent: 'i2', role: 'cause', values: { bukti: 'wawancara' } },
        { parent: 'i3', role: 'cause', root: true, values: { [def.columns[0]?.key ?? '']: evidence } },
      ])
    const holds = (evidence: string) => treeNeeds(def.ready, treeOf(chain(evidence))).map((need) => need.holds)
    expect(holds('tidak ada perjanjian')).toEqual([true, true, true])
    expect(holds('')).toEqual([true, false, true])
  })

  it('pohon-tujuan turns the problem tree over: effects into impacts, core into objective, causes into means', () => {
    const def = canvas('pohon-tujuan', 'tree')
    expect(canvas('pohon-masalah', 'tree').id).toBe(def.mirror)
    expect([def.levels.effect.id, def.levels.core.id, def.levels.direct.id, def.levels.indirect.id]).toEqual([
      'Dampak',
      'Tujuan',
      'Sarana langsung',
      'Sarana tidak langsung',
    ])
  })
})

describe('SWOT', () => {
  it('has the four sides and the four strategies, two in a row', () => {
    const def = canvas('swot', 'board')
    expect(keys(def.zones)).toEqual(['kekuatan', 'kelemahan', 'peluang', 'ancaman', 'so', 'wo', 'st', 'wt'])
    expect(def.perRow).toBe(2)
  })

  const weighted = canvas('swot-berbobot', 'grid')
  type Side = 's' | 'w' | 'o' | 't'
  const figures = (ratings: Readonly<Record<Side, number>>, weight = 0.5) => {
    const sides: readonly Side[] = ['s', 'w', 'o', 't']
    const items = makeItems(sides.map((sisi) => ({ values: { sisi, bobot: weight, rating: ratings[sisi] } })))
    return evaluateGrid(weighted, items).figures
  }
  const figure = (found: ReturnType<typeof figures>, key: string) => found.find((one) => one.def.key === key)

  it('takes each side of the SWOT board into the group of that side', () => {
    expect(weighted.takes.map(({ pick, into }) => [pick.part === 'zone' ? pick.zone : pick.part, into])).toEqual([
      ['kekuatan', 's'],
      ['kelemahan', 'w'],
      ['peluang', 'o'],
      ['ancaman', 't'],
    ])
  })

  it('multiplies weight by rating and expects weights of 1 inside and 1 outside', () => {
    const fine = figures({ s: 4, w: 2, o: 3, t: 1 })
    expect([figure(fine, 'bobot_ifas')?.value, figure(fine, 'bobot_efas')?.value]).toEqual([1, 1])
    expect([figure(fine, 'x')?.value, figure(fine, 'y')?.value]).toEqual([1, 1])
    expect(fine.every((one) => one.asExpected)).toBe(true)
    const short = figures({ s: 4, w: 2, o: 3, t: 1 }, 0.4)
    expect(short.filter((one) => !one.asExpected).map((one) => one.def.key)).toEqual(['bobot_ifas', 'bobot_efas'])
    const uneven = makeItems([
      { values: { sisi: 's', bobot: 0.1 } },
      { values: { sisi: 'w', bobot: 0.2 } },
      { values: { sisi: 's', bobot: 0.7 } },
    ])
    expect(evaluateGrid(weighted, uneven).figures[0]?.asExpected).toBe(true)
  })

  it.each([
    ['I', 'agresif', { s: 4, w: 2, o: 4, t: 2 }],
    ['II', 'diversifikasi', { s: 4, w: 2, o: 2, t: 4 }],
    ['III', 'turnaround', { s: 2, w: 4, o: 4, t: 2 }],
    ['IV', 'defensif', { s: 2, w: 4, o: 2, t: 4 }],
  ])('lies in quadrant %s, %s, with %o', (number, name, ratings) => {
    const found = figure(figures(ratings), 'kuadran')
    if (found?.def.op !== 'quadrant') throw new Error('no quadrant')
    const names: Readonly<Record<string, { readonly id: string }>> = found.def.names
    expect(names[found.words ?? '']?.id).toMatch(new RegExp(`^Kuadran ${number}: ${name}`))
  })
})

describe('knowing the user', () => {
  it('peta-empati has six zones and a colour for guesses', () => {
    const def = canvas('peta-empati', 'board')
    expect(keys(def.zones)).toEqual(['berkata', 'berpikir', 'melakukan', 'merasakan', 'hambatan', 'harapan'])
    expect(def.zones.map((zone) => zone.color)).not.toContain(def.legend[0]?.color)
  })

  it('perjalanan-pengguna rates the feeling of each step from −2 to 2 and marks the hard ones', () => {
    const def = canvas('perjalanan-pengguna', 'grid')
    expect(keys(def.columns)).toEqual(['text', 'tindakan', 'titik_kontak', 'perasaan', 'hambatan', 'peluang'])
    const feeling = def.columns.find((column) => column.key === 'perasaan')
    expect(feeling?.anchors.map((anchor) => anchor.score)).toEqual([-2, -1, 0, 1, 2])
    const { rows, figures } = evaluateGrid(def, makeItems([-2, 0, 1].map((perasaan) => ({ values: { perasaan } }))))
    expect(rows.map((row) => row.marks.perasaan?.length ?? 0)).toEqual([1, 0, 0])
    expect(figures[0]?.value).toBeCloseTo(-1 / 3)
    expect(def.starters.length).toBeGreaterThan(4)
  })
})

describe('the creative techniques', () => {
  it('have the columns of the field', () => {
    const columns = (id: string) => keys(canvas(id, 'grid').columns)
    expect(columns('innovation-shopping').slice(0, 4)).toEqual(['text', 'daerah_asal', 'unsur', 'penyesuaian'])
    expect(columns('berpikir-terbalik')).toEqual(['text', 'kebalikan', 'ide'])
    expect(canvas('innovation-shopping', 'grid').rowLabel.id).toBe('Inovasi acuan')
  })

  it('analisis-morfologi strings the chosen options together', () => {
    const def = canvas('analisis-morfologi', 'grid')
    const choice = def.columns.find((column) => column.type === 'choice')
    expect(keys(choice?.options ?? [])).toEqual(keys(def.columns.filter((column) => column.key.startsWith('opsi_'))))
    const items = makeItems([
      { values: { opsi_a: 'petugas', opsi_b: 'kader', pilihan: 'opsi_b' } },
      { values: { opsi_a: 'malam', pilihan: 'opsi_a' } },
      { values: { opsi_a: 'tidak dipilih' } },
    ])
    expect(evaluateGrid(def, items).figures[0]?.words).toBe('kader; malam')
    for (const one of def.starters) expect(Object.keys(one.values), one.text.id).toEqual(['opsi_a', 'opsi_b', 'opsi_c', 'opsi_d'])
  })

  it('lensa-tren looks through three lenses', () => {
    expect(keys(canvas('lensa-tren', 'board').zones)).toEqual(['pelanggan', 'ekonomi_berbagi', 'industri_4_0'])
  })

  it('dampak-upaya puts great impact with little effort first', () => {
    const def = canvas('dampak-upaya', 'matrix')
    for (const axis of [def.x, def.y]) {
      expect([axis.min, axis.max, axis.threshold], axis.key).toEqual([1, 5, 3])
      expect(
        axis.anchors.map((anchor) => anchor.score),
        axis.key,
      ).toEqual([1, 2, 3, 4, 5])
    }
    expect([def.x.key, def.y.key]).toEqual(['upaya', 'dampak'])
    expect(def.quadrants?.high_low.key).toBe('kerjakan_segera')
    expect(def.quadrants?.low_high.key).toBe('tinggalkan')
  })
})
