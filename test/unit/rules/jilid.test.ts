import { expect, it } from 'vitest'
import type { LabId } from '#shared/model/ids.ts'
import { compareJilid, nextLab } from '#shared/rules/jilid.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'

const one = (over: Parameters<typeof makeInnovation>[0]) => summarise(makeInnovation(over), '')
const from = (innovation: string) => ({ lab: 'dulu' as LabId /* test id */, innovation: makeInnovation({ id: innovation }).id })

it('compares by what was carried over and by unit, also where the units were typed anew', () => {
  const before = {
    units: [
      makeUnit({ id: 'u1', name: 'Dinas Kesehatan' }),
      makeUnit({ id: 'u2', name: 'Kecamatan Tua' }),
      makeUnit({ id: 'u3', name: 'Bappeda' }),
    ],
    innovations: [
      one({ id: 'a', unit: 'u1', stage: 'display' }),
      one({ id: 'b', unit: 'u1' }),
      one({ id: 'c', unit: 'u2' }),
      one({ id: 'd', unit: 'u3' }),
      one({ id: 'gone', unit: 'u1', archived: true }),
    ],
  }
  const now = {
    units: [
      makeUnit({ id: 'n1', name: 'DINAS  KESEHATAN' }),
      makeUnit({ id: 'u3', name: 'Bapperida' }),
      makeUnit({ id: 'kosong', name: 'Kosong' }),
    ],
    innovations: [one({ id: 'a2', unit: 'n1', carriedFrom: from('a') }), one({ id: 'new', unit: 'u3' }), one({ id: 'none', unit: null })],
  }
  const brief = compareJilid(before, now).map(({ name, carried, left, fresh }) => [
    name,
    carried.map((pair) => `${pair.before.id}>${pair.now.id}`),
    left.map(({ id }) => id),
    fresh.map(({ id }) => id),
  ])
  expect(brief).toEqual([
    ['DINAS  KESEHATAN', ['a>a2'], ['b'], []],
    ['Bapperida', [], ['d'], ['new']],
    ['Kecamatan Tua', [], ['c'], []],
    ['', [], [], ['none']],
  ])
})

it('gives the next lab the region and its people, and a programme of its own', () => {
  const before = makeLab({ people: [makePerson()], deadlines: { diagnose: '2026-05-01' }, stage: 'deliver', archived: true })
  const next = nextLab(before, { year: 2027, jilid: 3, theme: 'Baru', method: 'lan-5d', people: 'units' })
  expect(next).toMatchObject({ region: 'Solok', year: 2027, jilid: 3, stage: 'drum_up', continues: before.id, people: [], deadlines: {} })
  expect(next).toMatchObject({ archived: false, units: before.units, kop: before.kop })
})
