import { expect, it } from 'vitest'
import { labText } from '#shared/rules/chat-lab.ts'
import { owedBy } from '#shared/rules/owed.ts'
import { summarise, summariseLab } from '#shared/rules/summary.ts'
import { unitsWithout } from '#shared/rules/units-without.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makeUnit } from '#test/makers/lab.ts'
import { stagesOf } from '#test/makers/stages.ts'

const units = [
  makeUnit({ id: 'bappeda', name: 'Bappeda', short: '' }),
  makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan', short: '' }),
  makeUnit({ id: 'disdik', name: 'Dinas Pendidikan', short: '' }),
  makeUnit({ id: 'kampus', name: 'Universitas Contoh', kind: 'mitra' }),
]
const lab = makeLab({ units, stage: 'diagnose' })
const one = (id: string, unit: string, archived = false) => summarise(makeInnovation({ id, unit, archived }), '2026-07-01T00:00:00.000Z')
const all = [one('a', 'dinkes'), one('b', 'disdik', true)]
const stages = stagesOf('lan-6d')

it('are those nobody works for, in order; a partner owes none and an archived innovation does not count', () => {
  expect(unitsWithout(units, all).map(({ id }) => id)).toEqual(['bappeda', 'disdik'])
  expect(unitsWithout(units, []).map(({ id }) => id)).toEqual(['bappeda', 'dinkes', 'disdik'])
})

it('are the same in what is owed, in the text for the group and in the summary of the lab', () => {
  const owed = owedBy(lab, all, [], stages, '2026-06-10').filter(({ kind }) => kind === 'no_innovation')
  expect(owed.map(({ unit }) => unit)).toEqual(['bappeda', 'disdik'])
  const chat = stages.map((def) => ({ key: def.key, label: def.label.id, def }))
  const text = labText({ lab, innovations: all, stages: chat, next: null, today: '2026-06-10' }, 'id')
  expect(text).toMatch(/^2 unit.*: Bappeda, Dinas Pendidikan$/m)
  expect(text).not.toContain('Universitas Contoh')
  expect(summariseLab(lab, [], '').owing).toEqual(['bappeda', 'dinkes', 'disdik'])
})
