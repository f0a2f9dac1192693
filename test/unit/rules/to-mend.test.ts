import { expect, it } from 'vitest'
import { toMendIn } from '#shared/rules/to-mend.ts'

it('counts what is to mend of each canvas and proposal, the most first, and nothing of what is answered otherwise', () => {
  const of = (state: 'belum' | 'ok' | 'perlu_perbaikan') => ({ state, remark: '', by: '', at: '', history: [] })
  const reviews = {
    'usg/kanvas': of('perlu_perbaikan'),
    'form-ide/masalah': of('perlu_perbaikan'),
    'form-ide/solusi': of('perlu_perbaikan'),
    'form-ide/nama': of('ok'),
    'kipp/latar': of('belum'),
  }
  expect(toMendIn(reviews)).toEqual([
    { of: 'form-ide', n: 2 },
    { of: 'usg', n: 1 },
  ])
})
