/**
 * Every shipped rubric, counted a second time by hand: the weights and scales below were typed from the text the rubrics come from, and
 * nothing of the code that is tested is used to count with them.
 */
import { describe, expect, it } from 'vitest'
import type { RubricDef } from '#shared/model/rubric.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { allRubrics } from '#shared/rules/packs.ts'
import { packs, refused } from '../templates/shipped.ts'
import { convention, drawn, entryId, type Given, sheet } from './jury-make.ts'

const rubricOf = (id: string): RubricDef => {
  const found = allRubrics(packs).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rubric ${id}`)
  return found
}

type Marks = Readonly<Record<string, readonly number[]>>
type Text = {
  readonly id: string
  /** Criteria of each stage in order, marks from and to. */
  readonly stages: readonly (readonly [key: string, criteria: readonly string[], from: number, to: number])[]
  /** The final number of an entry from the marks of its judges, by stage. */
  readonly count: (judges: readonly Marks[]) => number
}

const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b) / all.length
const times = (weights: readonly number[], marks: readonly number[] = []): number =>
  weights.reduce((sum, weight, at) => sum + weight * (marks[at] ?? Number.NaN), 0)
/** Marks of 1 to 5 as a share of what is possible, weighed by weights that add up to 100. */
const ofFive = (weights: readonly number[], marks: readonly number[] = []): number =>
  times(
    weights,
    marks.map((mark) => (mark - 1) / 4),
  )

const texts: readonly Text[] = [
  {
    id: 'rubrik-lan-display',
    stages: [['display', ['kebaruan', 'manfaat'], 1, 5]],
    count: (judges) => mean(judges.map(({ display }) => ofFive([50, 50], display))),
  },
  {
    id: 'rubrik-kota-metro-judul',
    stages: [['gagasan', ['kebaruan', 'dampak', 'kelayakan', 'keberlanjutan', 'kolaborasi', 'dokumentasi'], 1, 3]],
    count: (judges) => mean(judges.map(({ gagasan }) => times([5, 5, 4, 3, 2, 2], gagasan))),
  },
  {
    id: 'rubrik-kipp-provinsi',
    stages: [
      ['proposal', ['latar_belakang', 'kebaruan', 'implementasi', 'signifikansi', 'adaptabilitas', 'sumber_daya', 'keberlanjutan'], 0, 100],
      ['presentasi', ['paparan', 'materi', 'video', 'kehadiran'], 0, 100],
    ],
    count: (judges) =>
      0.7 * mean(judges.map(({ proposal }) => times([10, 15, 5, 30, 20, 5, 15], proposal) / 100)) +
      0.3 * mean(judges.map(({ presentasi }) => times([30, 50, 10, 10], presentasi) / 100)),
  },
  {
    id: 'rubrik-sulsel-kipp',
    stages: [
      ['substansi', ['urgensi', 'kebaruan', 'implementasi', 'dampak', 'transferabilitas'], 0, 100],
      ['presentasi', ['penyajian', 'penguasaan', 'jawaban'], 0, 100],
    ],
    count: (judges) =>
      0.7 * mean(judges.map(({ substansi = [] }) => mean(substansi))) + 0.3 * mean(judges.map(({ presentasi = [] }) => mean(presentasi))),
  },
  {
    id: 'rubrik-iga-presentasi-2023',
    stages: [['presentasi', ['kebaharuan', 'kemanfaatan', 'replikasi', 'kolaborasi', 'penguasaan'], 0, 100]],
    count: (judges) => mean(judges.map(({ presentasi }) => times([30, 25, 20, 15, 10], presentasi) / 100)),
  },
  {
    id: 'rubrik-umum-konvensi',
    stages: [
      ['proposal', ['kebaruan', 'dampak', 'kelayakan', 'replikasi', 'keberlanjutan'], 1, 5],
      ['presentasi', ['kejelasan', 'penguasaan', 'jawaban'], 1, 5],
      ['lapangan', ['kesesuaian', 'pemakaian', 'dukungan'], 1, 5],
    ],
    count: (judges) =>
      0.5 * mean(judges.map(({ proposal }) => ofFive([25, 30, 15, 15, 15], proposal))) +
      0.3 * mean(judges.map(({ presentasi }) => ofFive([30, 40, 30], presentasi))) +
      0.2 * mean(judges.map(({ lapangan }) => ofFive([40, 40, 20], lapangan))),
  },
]

const seed = 20260914
const entries = Array.from({ length: 12 }, (_, at) => `e${at}`)
const judges = ['a', 'b', 'c', 'd']

/** Judge → entry → stage → marks in the order of the criteria. */
function draw({ stages }: Text, lot: () => number): Readonly<Record<string, Readonly<Record<string, Marks>>>> {
  const mark = (from: number, to: number) => from + Math.floor(lot() * (to - from + 1))
  const entryMarks = (): Marks => Object.fromEntries(stages.map(([key, criteria, from, to]) => [key, criteria.map(() => mark(from, to))]))
  return Object.fromEntries(judges.map((one) => [one, Object.fromEntries(entries.map((id) => [id, entryMarks()]))]))
}

const written = ({ stages }: Text, marks: Readonly<Record<string, Marks>>): Given =>
  Object.fromEntries(
    Object.entries(marks).map(([id, of]) => [
      id,
      Object.fromEntries(
        stages.map(([key, criteria]) => [key, Object.fromEntries(criteria.map((name, at) => [name, of[key]?.[at] ?? null]))]),
      ),
    ]),
  )

describe('the shipped rubrics', () => {
  it('are all read, and each is counted again below', () => {
    expect(refused).toEqual([])
    expect(
      allRubrics(packs)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(texts.map(({ id }) => id).toSorted())
  })

  it('say that they are not verified, and where they come from', () => {
    for (const { status, source } of allRubrics(packs)) {
      expect(status).toBe('unverified')
      expect(source).toMatch(/belum diverifikasi|usulan kami/i)
    }
  })

  it.each(texts)('$id gives what its text says, for marks drawn by lot', (text) => {
    const def = rubricOf(text.id)
    expect(def.stages.map(({ key, criteria }) => [key, criteria.map((one) => one.key)])).toEqual(
      text.stages.map(([key, criteria]) => [key, criteria]),
    )
    const marks = draw(text, drawn(seed))
    const result = conventionResult(
      convention(def, { judges, entries }),
      judges.map((one) => sheet(one, written(text, marks[one] ?? {}))),
    )
    const byHand = entries
      .map((id) => ({ id, value: text.count(judges.map((one) => marks[one]?.[id] ?? {})) }))
      .sort((a, b) => b.value - a.value)
    for (const { id, value } of byHand)
      expect(result.entries.find(({ entry }) => entry === id)?.value, `seed ${seed}, ${id}`).toBeCloseTo(value, 9)
    for (const { entry, rank, complete } of result.entries) {
      const value = byHand.find(({ id }) => id === entry)?.value ?? 0
      expect(complete).toBe(true)
      const ahead = byHand.filter((one) => one.value > value + 1e-9).length
      const alike = byHand.filter((one) => Math.abs(one.value - value) <= 1e-9).length
      expect(rank).toBeGreaterThan(ahead)
      expect(rank).toBeLessThanOrEqual(ahead + alike)
    }
  })

  it('of Kota Metro gives 63 at most and 21 at least', () => {
    const def = rubricOf('rubrik-kota-metro-judul')
    const all = (mark: number): Given => ({
      x: { gagasan: Object.fromEntries(def.stages[0]?.criteria.map(({ key }) => [key, mark]) ?? []) },
    })
    const numberOf = (mark: number) =>
      conventionResult(convention(def, { judges: ['a'], entries: ['x'] }), [sheet('a', all(mark))]).entries[0]
    expect(numberOf(3)).toMatchObject({ entry: entryId('x'), value: 63, stages: [{ least: 21, most: 63 }] })
    expect(numberOf(1)?.value).toBe(21)
  })

  it('of Kota Metro tells what each of the three levels means', () => {
    for (const { descriptors } of rubricOf('rubrik-kota-metro-judul').stages[0]?.criteria ?? [])
      expect(descriptors.map(({ mark }) => mark)).toEqual([1, 2, 3])
  })
})
