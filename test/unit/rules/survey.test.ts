import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '#shared/model/lab.ts'
import { type FormDef, formDef } from '#shared/model/pack.ts'
import { surveyOf } from '#shared/rules/survey.ts'
import { makeItems } from '#test/makers/innovation.ts'
import { both } from './columns.ts'

const scale = (key: string) => ({ key, label: both(key), type: 'scale' })
const survey: FormDef = formDef.parse({
  kind: 'form',
  id: 'survei',
  title: both('Survei'),
  stage: 'drum_up',
  help: both('-'),
  example: both('-'),
  status: 'unverified',
  source: 'uji',
  outline: { heading: both('Survei'), lead: both('-') },
  review: false,
  fields: [...['sdm1', 'sdm2', 'reg1', 'mod1'].map(scale), { key: 'catatan', label: both('Catatan'), type: 'text' }],
  survey: {
    min: 0,
    max: 4,
    components: [
      { key: 'sdm', label: both('SDM'), help: both('-'), fields: ['sdm1', 'sdm2'] },
      { key: 'regulasi', label: both('Regulasi'), help: both('-'), fields: ['reg1'] },
      { key: 'modal', label: both('Modal'), help: both('-'), fields: ['mod1'] },
    ],
  },
})
const answers = (...values: readonly Record<string, Value>[]) => surveyOf(survey, makeItems(values.map((one) => ({ values: one }))))

describe('a survey', () => {
  it('takes the mean of each component over the people who answered, each weighing the same', () => {
    const result = answers({ sdm1: 4, sdm2: 2, reg1: 0 }, { sdm1: 1, reg1: 3 }, { reg1: null, catatan: 'x' })
    // SDM: (4 + 2) / 2 = 3 and 1 → 2; regulasi: 0 and 3 → 1,5; all: (2 + 1,5) / 2
    expect(result?.respondents).toBe(3)
    expect(result?.components).toEqual([
      { key: 'sdm', mean: 2, n: 2, unanswered: 3, least: 1, most: 4 },
      { key: 'regulasi', mean: 1.5, n: 2, unanswered: 1, least: 0, most: 3 },
      { key: 'modal', mean: null, n: 0, unanswered: 3, least: null, most: null },
    ])
    expect(result?.overall).toMatchObject({ mean: 1.75, n: 2, unanswered: 7 })
    expect(result?.fields.map(({ key, mean, n }) => [key, mean, n])).toEqual([
      ['sdm1', 2.5, 2],
      ['sdm2', 2, 1],
      ['reg1', 1.5, 2],
      ['mod1', null, 0],
    ])
  })
  it('never counts an answer that was not given, or is off the scale, as 0', () => {
    const result = answers({ sdm1: 5 }, { sdm1: -1 }, { sdm1: 2.5 }, { sdm1: '3' }, { sdm1: Number.NaN }, { sdm1: 3 })
    expect(result?.components[0]).toMatchObject({ mean: 3, n: 1, unanswered: 11 })
  })
  it('without anybody has no mean', () => {
    expect(answers()).toMatchObject({ respondents: 0, overall: { mean: null, n: 0, unanswered: 0 } })
    const { survey: _, ...form } = survey
    expect(surveyOf(form, [])).toBeNull()
  })
  it('has means within its scale, whatever was answered', () => {
    const value = fc.oneof(fc.integer({ min: -1, max: 5 }), fc.double(), fc.constantFrom<Value>(null, 'x', true))
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom('sdm1', 'sdm2', 'reg1', 'mod1', '__proto__'), value), { maxLength: 20 }),
        (list) => {
          const result = answers(...(list as Record<string, Value>[])) // dictionaries of the values above
          for (const { mean, n, unanswered } of [...(result?.components ?? []), ...(result?.fields ?? [])]) {
            expect(mean === null ? n === 0 : mean >= 0 && mean <= 4).toBe(true)
            expect(unanswered).toBeGreaterThanOrEqual(0)
          }
        },
      ),
      { seed: 20_271, numRuns: 300 },
    )
  })
})
