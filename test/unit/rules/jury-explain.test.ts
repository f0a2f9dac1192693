import { describe, expect, it } from 'vitest'
import { explain, tieRuleText } from '#shared/rules/jury-explain.ts'
import { conventionResult, type ResultOptions } from '#shared/rules/jury-result.ts'
import { convention, criterion, entry, entryId, type Given, judge, judgeId, rubric, sheet, stage, unitId } from './jury-make.ts'

const lines = (
  of: ReturnType<typeof convention>,
  sheets: Parameters<typeof conventionResult>[1],
  options?: ResultOptions,
  language: 'id' | 'en' = 'id',
) =>
  explain(conventionResult(of, sheets, options), of, entryId('x'), language).map(
    ({ level, text }) => `${level} ${text.replaceAll('\u00a0', ' ')}`,
  )
const one = (marks: Readonly<Record<string, number>>): Given => ({ x: { proposal: marks } })

describe('the calculation in words', () => {
  it('goes down to the marks, in Indonesian numbers', () => {
    const criteria = [criterion('baru', { weight: 25 }), criterion('dampak', { weight: 75 })]
    const of = convention(rubric({ stages: [stage('proposal', criteria, { scoring: 'normal' })] }), { judges: ['a', 'b'], entries: ['x'] })
    expect(lines(of, [sheet('a', one({ baru: 4, dampak: 5 })), sheet('b', one({ baru: 2, dampak: 3 }))])).toEqual([
      '0 Nilai akhir Inovasi x: 68,75',
      '0 Peringkat 1',
      '1 Tahap proposal, rata-rata 2 juri: (93,75 + 43,75) ÷ 2 = 68,75',
      '2 Juri a: 18,75 + 75 = 93,75',
      '3 Kriteria baru: (4 − 1) ÷ (5 − 1) × 25 = 18,75',
      '3 Kriteria dampak: (5 − 1) ÷ (5 − 1) × 75 = 75',
      '2 Juri b: 6,25 + 37,5 = 43,75',
      '3 Kriteria baru: (2 − 1) ÷ (5 − 1) × 25 = 6,25',
      '3 Kriteria dampak: (3 − 1) ÷ (5 − 1) × 75 = 37,5',
    ])
  })

  it('says so where digits were left out, and divides by weights that do not make a hundred', () => {
    const criteria = [criterion('baru'), criterion('dampak', { weight: 2 })]
    const of = convention(rubric({ stages: [stage('proposal', criteria, { scoring: 'normal' })] }), { judges: ['a'], entries: ['x'] })
    expect(lines(of, [sheet('a', one({ baru: 4, dampak: 2 }))], {}, 'en').slice(-2)).toEqual([
      '3 Criterion baru: (4 − 1) ÷ (5 − 1) × 1 ÷ 3 × 100 = 25',
      '3 Criterion dampak: (2 − 1) ÷ (5 − 1) × 2 ÷ 3 × 100 ≈ 16.67',
    ])
  })

  it('tells of stages and how they are brought together', () => {
    const stages = [
      stage('proposal', [criterion('baru', { weight: 5, max: 3 })], { weight: 70 }),
      stage('presentasi', [criterion('paparan', { weight: 100, min: 0, max: 100 })], { weight: 30, scoring: 'percent' }),
    ]
    const of = convention(rubric({ stages }), { judges: ['a'], entries: ['x'] })
    expect(lines(of, [sheet('a', { x: { proposal: { baru: 2 }, presentasi: { paparan: 80 } } })])).toEqual([
      '0 Nilai akhir Inovasi x: 50 × 70 % + 80 × 30 % = 59',
      '0 Peringkat 1',
      '1 Tahap proposal, rata-rata 1 juri: 10',
      '1 Disamakan ke 0–100: (10 − 5) ÷ (15 − 5) × 100 = 50',
      '2 Juri a: 10',
      '3 Kriteria baru: 5 × 2 = 10',
      '1 Tahap presentasi, rata-rata 1 juri: 80',
      '2 Juri a: 80',
      '3 Kriteria paparan: 100 × 80 ÷ 100 = 80',
    ])
  })

  it('names who does not count and why: recused, not locked, not finished, left out', () => {
    const own = unitId('dinas')
    const def = rubric({ pooling: 'trimmed', stages: [stage('proposal', [criterion('baru'), criterion('dampak')])] })
    const of = convention(def, {
      judges: [judge('a', { unit: own }), 'b', 'c', 'd', 'e', 'f'],
      entries: [entry('x', { unit: own })],
      recusals: [{ judge: judgeId('f'), entry: entryId('x'), reason: 'pembimbing tim', by: '', at: '' }],
    })
    const sheets = [
      sheet('b', one({ baru: 1, dampak: 1 })),
      sheet('c', one({ baru: 5, dampak: 5 })),
      sheet('d', one({ baru: 3, dampak: 3 }), false),
      sheet('e', one({ baru: 3 }), false),
    ]
    const judges = (options?: ResultOptions) => lines(of, sheets, options).filter((line) => /^[12]/.test(line))
    expect(judges()).toEqual([
      '1 Tahap proposal, rata-rata 2 juri (kurang dari tiga, tidak ada yang dibuang): (2 + 10) ÷ 2 = 6',
      '2 Juri a: tidak menilai, satu unit; tidak ikut dirata-rata',
      '2 Juri b: 1 + 1 = 2',
      '2 Juri c: 5 + 5 = 10',
      '2 Juri d: 3 + 3 = 6 (draf, belum dihitung)',
      '2 Juri e: 1 dari 2 kriteria, belum dihitung',
      '2 Juri f: tidak menilai, menyatakan kepentingan (pembimbing tim); tidak ikut dirata-rata',
    ])
    expect(judges({ provisional: true }).slice(0, 5)).toEqual([
      '1 Tahap proposal, rata-rata tanpa nilai terendah dan tertinggi dari 3 juri: 6',
      '2 Juri a: tidak menilai, satu unit; tidak ikut dirata-rata',
      '2 Juri b: 1 + 1 = 2 (terendah atau tertinggi, dibuang)',
      '2 Juri c: 5 + 5 = 10 (terendah atau tertinggi, dibuang)',
      '2 Juri d: 3 + 3 = 6 (draf)',
    ])
  })

  it('says which rule decided between equals', () => {
    const def = rubric({ ties: [{ by: 'criterion', stage: 'proposal', criterion: 'baru' }] })
    const of = convention(def, { judges: ['a'], entries: ['x', 'y'] })
    const marks = { x: { proposal: { baru: 2, dampak: 4 } }, y: { proposal: { baru: 4, dampak: 2 } } }
    expect(lines(of, [sheet('a', marks)]).filter((line) => line.startsWith('0'))).toEqual([
      '0 Nilai akhir Inovasi x: 6',
      '0 Peringkat 2',
      '0 Nilainya sama dengan Inovasi y.',
      '0 Yang membedakan: nilai Kriteria baru yang lebih tinggi.',
    ])
  })

  it('names the stage of a rule only where there are several', () => {
    const [criteria, rule] = [[criterion('baru')], { by: 'criterion', stage: 'proposal', criterion: 'baru' } as const]
    const stages = [stage('proposal', criteria), stage('paparan', criteria)]
    expect(tieRuleText(rule, stages, 'id')).toBe('nilai Kriteria baru yang lebih tinggi (Tahap proposal)')
    expect(tieRuleText(rule, stages.slice(0, 1), 'id')).toBe('nilai Kriteria baru yang lebih tinggi')
  })

  it('of an entry nobody knows is empty', () => {
    const of = convention(rubric(), { judges: ['a'], entries: ['y'] })
    expect(lines(of, [])).toEqual([])
  })
})
