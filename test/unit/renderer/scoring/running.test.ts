import { describe, expect, it } from 'vitest'
import type { Criterion, JuryStage } from '#shared/model/rubric.ts'
import { formulaOf, runningNumber } from '../../../../renderer/scoring/running.ts'
import { levelsOf, markOfDigit, readMark } from '../../../../renderer/scoring/scale.ts'

const criterion = (over: Partial<Criterion> = {}): Criterion => ({
  key: 'baru',
  title: { id: 'Kebaruan', en: 'Novelty' },
  weight: 25,
  min: 1,
  max: 5,
  step: 1,
  descriptors: [],
  ...over,
})
const stage = (scoring: JuryStage['scoring'], criteria: Criterion[]): JuryStage => ({
  key: 'proposal',
  title: { id: 'Proposal', en: 'Proposal' },
  weight: 1,
  scoring,
  criteria,
})
const dampak = criterion({ key: 'dampak', weight: 75 })

describe('the number of a judge while it is made', () => {
  it('grows by what each mark adds and says how many marks are there', () => {
    const made = stage('normal', [criterion(), dampak])
    expect(runningNumber(made, {})).toEqual({ value: 0, most: 100, done: 0, of: 2 })
    expect(runningNumber(made, { baru: 4 })).toEqual({ value: 18.75, most: 100, done: 1, of: 2 })
    expect(runningNumber(made, { baru: 4, dampak: 5 })).toEqual({ value: 93.75, most: 100, done: 2, of: 2 })
  })

  it('is the weighted sum or the weighted share where the rubric says so', () => {
    expect(runningNumber(stage('sum', [criterion({ max: 3, weight: 5 })]), { baru: 2 })).toMatchObject({ value: 10, most: 15 })
    expect(runningNumber(stage('percent', [criterion({ min: 0, max: 100, weight: 40 })]), { baru: 80 })).toMatchObject({
      value: 32,
      most: 40,
    })
  })

  it('counts a mark of nothing as a mark, and a mark that was taken away as none', () => {
    const made = stage('percent', [criterion({ min: 0, max: 100, weight: 40 })])
    expect(runningNumber(made, { baru: 0 }).done).toBe(1)
    expect(runningNumber(made, { baru: null }).done).toBe(0)
  })

  it('can be read as a calculation in the language of the judge', () => {
    expect(formulaOf(stage('normal', [criterion(), dampak]), criterion(), 4, 'id')).toBe('(4 − 1) ÷ (5 − 1) × 25')
    expect(formulaOf(stage('normal', [criterion()]), criterion(), 4, 'id')).toBe('(4 − 1) ÷ (5 − 1) × 25 ÷ 25 × 100')
    expect(formulaOf(stage('percent', [criterion()]), criterion({ min: 0, max: 100 }), 82.5, 'id')).toBe('25 × 82,5 ÷ 100')
    expect(formulaOf(stage('sum', [criterion()]), criterion(), 3, 'en')).toBe('25 × 3')
  })
})

describe('a scale', () => {
  it('is shown as buttons while it is short and typed when it is long', () => {
    expect(levelsOf(criterion())).toEqual([1, 2, 3, 4, 5])
    expect(levelsOf(criterion({ min: 0, max: 1, step: 0.1 }))).toHaveLength(11)
    expect(levelsOf(criterion({ min: 0, max: 1, step: 0.1 }))?.[3]).toBe(0.3)
    expect(levelsOf(criterion({ min: 0, max: 100 }))).toBeNull()
  })

  it('takes the digit that is a mark, nought for ten, and no other', () => {
    expect(markOfDigit(criterion(), '3')).toBe(3)
    expect(markOfDigit(criterion(), '6')).toBeUndefined()
    expect(markOfDigit(criterion(), '0')).toBeUndefined()
    expect(markOfDigit(criterion({ max: 10 }), '0')).toBe(10)
    expect(markOfDigit(criterion({ min: 0 }), '0')).toBe(0)
    expect(markOfDigit(criterion({ min: 0, max: 100 }), '5')).toBeUndefined()
  })

  it('reads a typed mark in the language of the judge and refuses what lies outside or between its steps', () => {
    const wide = criterion({ min: 0, max: 100, step: 0.5 })
    expect(readMark(wide, '82,5', 'id')).toBe(82.5)
    expect(readMark(wide, '', 'id')).toBeNull()
    expect(readMark(wide, '82,3', 'id')).toBe('unfit')
    expect(readMark(wide, '101', 'id')).toBe('unfit')
    expect(readMark(wide, 'bagus', 'id')).toBe('unfit')
  })
})
