import { describe, expect, it } from 'vitest'
import type { Innovation, ReviewRound } from '#shared/model/lab.ts'
import { summarise } from '#shared/rules/summary.ts'
import { type DeskFilter, deskCounts, deskRows, filterDesk, type Reviewable, stepIn } from '#shared/rules/waiting.ts'
import { makeCanvas, makeInnovation } from '#test/makers/innovation.ts'
import { makeUnit } from '#test/makers/lab.ts'

const units = [
  makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan' }),
  makeUnit({ id: 'disdik', name: 'Dinas Pendidikan' }),
  makeUnit({ id: 'kampus', name: 'Universitas Contoh', kind: 'mitra' }),
]
const things: readonly Reviewable[] = [
  { of: 'form-ide', kind: 'form', title: 'Form Ide Inovasi' },
  { of: 'usg', kind: 'canvas', title: 'USG' },
  { of: 'kipp', kind: 'proposal', title: 'Proposal KIPP' },
]
const round = (kind: ReviewRound['kind'], at: string): ReviewRound => ({ kind, by: 'Tim', at: `${at}T01:00:00.000Z`, remark: '' })
const one = (id: string, over: Partial<Omit<Innovation, 'id' | 'unit'>> & { unit?: string | null } = {}) =>
  summarise(makeInnovation({ id, name: id.toUpperCase(), unit: 'dinkes', ...over }), '2026-07-01T00:00:00.000Z')
const rowsOf = (...all: Parameters<typeof deskRows>[0]) => deskRows(all, units, things)
const every: DeskFilter = { show: 'all', stage: '', unit: '', of: '', words: '' }

describe('the desk', () => {
  it('puts what waits first, the oldest before the others, then what is with the teams', () => {
    const rows = rowsOf(
      one('a', { rounds: { 'form-ide': [round('submitted', '2026-06-03')] } }),
      one('b', {
        rounds: { 'form-ide': [round('submitted', '2026-05-01'), round('returned', '2026-05-02'), round('submitted', '2026-06-02')] },
      }),
      one('c', { rounds: { 'form-ide': [round('submitted', '2026-05-01'), round('returned', '2026-05-09')] } }),
      one('d', { rounds: { 'form-ide': [round('accepted', '2026-05-01')] } }),
      one('e', { canvases: { 'form-ide': makeCanvas({ def: 'form-ide' }) } }),
    )
    expect(rows.map(({ key, state }) => [key, state])).toEqual([
      ['b/form-ide', 'waiting'],
      ['a/form-ide', 'waiting'],
      ['c/form-ide', 'returned'],
      ['e/form-ide', 'draft'],
      ['d/form-ide', 'accepted'],
    ])
    expect(rows[0]).toMatchObject({ unit: 'Dinas Kesehatan', title: 'Form Ide Inovasi', by: 'Tim', submitted: 2 })
    expect(deskCounts(rows)).toEqual({ waiting: 2, returned: 1, accepted: 1, draft: 1 })
  })
  it('marks what was handed in after a coach last looked, and only while it waits', () => {
    const looks = { 'form-ide': { by: 'Coach', at: '2026-06-02T05:00:00.000Z', answers: {} } }
    const handed = [round('submitted', '2026-06-01'), round('returned', '2026-06-02'), round('submitted', '2026-06-03')]
    const changed = (rounds: readonly ReviewRound[], seen: Partial<Innovation> = { looks }) =>
      rowsOf(one('a', { rounds: { 'form-ide': rounds }, ...seen }))[0]?.changed
    expect(changed(handed)).toBe(true)
    expect(changed(handed, {})).toBe(false)
    expect(changed(handed.slice(0, 1))).toBe(false)
    expect(changed([...handed, round('returned', '2026-06-04')])).toBe(false)
  })
  it('counts a submission that was written twice once', () => {
    const twice = [round('submitted', '2026-06-01'), round('submitted', '2026-06-01'), round('submitted', '2026-06-02')]
    expect(rowsOf(one('a', { rounds: { 'form-ide': twice } }))[0]?.submitted).toBe(2)
  })
  it('lists what was begun without being handed in, and nothing of archived innovations', () => {
    const canvases = {
      usg: makeCanvas({ def: 'usg' }),
      'kartu-ide': makeCanvas(),
      'form-ide': makeCanvas({ def: 'form-ide', state: 'belum' }),
    }
    expect(rowsOf(one('a', { canvases })).map(({ of }) => of)).toEqual(['usg'])
    expect(rowsOf(one('a', { archived: true, canvases }))).toEqual([])
  })
  it('names what was handed in by its id when no pack has it any more', () => {
    const [row] = rowsOf(one('a', { rounds: { 'form-lama': [round('submitted', '2026-06-03')] } }))
    expect(row).toMatchObject({ title: 'form-lama', state: 'waiting' })
  })
  it('finds by innovation, unit, form and who handed it in, without regard to capitals', () => {
    const rows = rowsOf(
      one('siaga', { unit: 'disdik', stage: 'design', rounds: { 'form-ide': [round('submitted', '2026-06-03')] } }),
      one('b', { rounds: { 'form-ide': [round('returned', '2026-06-03')], kipp: [round('submitted', '2026-06-01')] } }),
    )
    const keys = (filter: Partial<DeskFilter>) => filterDesk(rows, { ...every, ...filter }).map(({ key }) => key)
    expect(keys({ words: 'SIAGA pendidikan form' })).toEqual(['siaga/form-ide'])
    expect(keys({ words: 'siaga kesehatan' })).toEqual([])
    expect(keys({ show: 'waiting' })).toEqual(['b/kipp', 'siaga/form-ide'])
    expect(keys({ show: 'returned' })).toEqual(['b/form-ide'])
    expect(keys({ stage: 'design' })).toEqual(['siaga/form-ide'])
    expect(keys({ unit: 'dinkes', of: 'kipp' })).toEqual(['b/kipp'])
  })
  it('sorts and searches a lab of 200 innovations with ten things each within a blink', () => {
    const canvases = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`k${at}`, makeCanvas({ def: `k${at}` })]))
    const many = Array.from({ length: 9 }, (_, at): Reviewable => ({ of: `k${at}`, kind: 'canvas', title: `Kanvas ${at}` }))
    const all = Array.from({ length: 200 }, (_, at) =>
      one(`i${at}`, { canvases, rounds: { 'form-ide': [round('submitted', `2026-06-${String((at % 28) + 1).padStart(2, '0')}`)] } }),
    )
    const began = process.cpuUsage().user
    const rows = deskRows(all, units, [...things, ...many])
    expect(filterDesk(rows, { ...every, words: 'i199 kanvas 3' })).toHaveLength(1)
    expect(process.cpuUsage().user - began).toBeLessThan(500_000)
    expect(rows).toHaveLength(2000)
  })
})

describe('going through', () => {
  const queue = ['a', 'b', 'c', 'd']
  it('steps to the neighbours and stops at both ends', () => {
    expect(stepIn(queue, 'b', 1)).toBe('c')
    expect(stepIn(queue, 'b', -1)).toBe('a')
    expect(stepIn(queue, 'd', 1)).toBeNull()
    expect(stepIn(queue, 'a', -1)).toBeNull()
  })
  it('goes on to the next that is still open, round the end, and to none when all are done', () => {
    const open =
      (...keys: readonly string[]) =>
      (key: string) =>
        keys.includes(key)
    expect(stepIn(queue, 'b', 1, open('a', 'd'))).toBe('d')
    expect(stepIn(queue, 'd', 1, open('a', 'd'))).toBe('a')
    expect(stepIn(queue, 'c', 1, open('c'))).toBeNull()
  })
})
