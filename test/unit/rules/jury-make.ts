/** Small conventions and sheets for tests of the arithmetic. */
import type { ConventionId, EntryId, JudgeId, PanelId, UnitId } from '#shared/model/ids.ts'
import type { Convention, Entry, Judge, Panel, Sheet } from '#shared/model/jury.ts'
import type { Criterion, JuryStage, RubricDef } from '#shared/model/rubric.ts'
import { newConvention } from '#shared/rules/jury-setup.ts'

export const entryId = (id: string) => id as EntryId // test id
export const judgeId = (id: string) => id as JudgeId // test id
export const panelId = (id: string) => id as PanelId // test id
export const unitId = (id: string) => id as UnitId // test id

export const criterion = (key: string, over: Partial<Criterion> = {}): Criterion => ({
  key,
  title: { id: `Kriteria ${key}`, en: `Criterion ${key}` },
  weight: 1,
  min: 1,
  max: 5,
  step: 1,
  descriptors: [],
  ...over,
})

export const stage = (key: string, criteria: readonly Criterion[], over: Partial<JuryStage> = {}): JuryStage => ({
  key,
  title: { id: `Tahap ${key}`, en: `Stage ${key}` },
  weight: 100,
  scoring: 'sum',
  criteria: [...criteria],
  ...over,
})

export const rubric = (over: Partial<RubricDef> = {}): RubricDef => ({
  kind: 'rubric',
  id: 'contoh',
  title: { id: 'Contoh', en: 'Example' },
  short: { id: 'Contoh', en: 'Example' },
  status: 'unverified',
  source: 'contoh',
  stages: [stage('proposal', [criterion('baru'), criterion('dampak')])],
  pooling: 'mean',
  ties: [],
  spread: 25,
  ...over,
})

export const entry = (id: string, over: Partial<Omit<Entry, 'id'>> = {}): Entry => ({
  id: entryId(id),
  innovation: null,
  name: `Inovasi ${id}`,
  longName: '',
  unit: null,
  unitName: '',
  category: '',
  code: `K-${id}`,
  summary: '',
  team: [],
  submittedAt: '',
  withdrawn: '',
  ...over,
})

export const judge = (id: string, over: Partial<Omit<Judge, 'id'>> = {}): Judge => ({
  id: judgeId(id),
  name: `Juri ${id}`,
  position: '',
  institution: '',
  unit: null,
  person: null,
  ...over,
})

export const panel = (id: string, judges: readonly string[], entries: readonly string[], stages: readonly string[] = []): Panel => ({
  id: panelId(id),
  name: `Panel ${id}`,
  judges: judges.map(judgeId),
  stages: [...stages],
  entries: entries.map(entryId),
})

type Parts = Omit<Partial<Convention>, 'judges' | 'entries'> & {
  readonly judges?: readonly (string | Judge)[]
  readonly entries?: readonly (string | Entry)[]
}

/** One panel of all judges over all entries, unless said otherwise. */
export function convention(of: RubricDef, { judges = [], entries = [], ...over }: Parts = {}): Convention {
  const sitting = judges.map((one) => (typeof one === 'string' ? judge(one) : one))
  const taking = entries.map((one) => (typeof one === 'string' ? entry(one) : one))
  return {
    ...newConvention(of, { id: 'contoh', version: 1 }, { name: 'Konvensi contoh', date: '2026-09-14', place: '' }),
    id: 'konvensi' as ConventionId, // test id
    createdAt: '',
    judges: sitting,
    entries: taking,
    panels: [
      panel(
        'satu',
        sitting.map(({ id }) => id),
        taking.map(({ id }) => id),
      ),
    ],
    ...over,
  }
}

/** Entry → stage → criterion → mark. */
export type Given = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | null>>>>>>

/** @param locked whether every stage that has a mark is locked */
export function sheet(of: string, given: Given, locked = true): Sheet {
  const all = Object.entries(given).flatMap(([id, stages]) =>
    Object.entries(stages).map(([key, marks]) => ({ entry: entryId(id), stage: key, marks })),
  )
  const at = '2026-09-14T02:00:00Z'
  return {
    judge: judgeId(of),
    marks: all.flatMap(({ marks, ...place }) =>
      Object.entries(marks).map(([key, value]) => ({ ...place, criterion: key, value, comment: '', turn: 1, at })),
    ),
    acts: locked ? all.map(({ entry: id, stage: key }) => ({ entry: id, stage: key, act: 'lock', by: of, reason: '', turn: 1, at })) : [],
    declared: [],
  }
}

/** Numbers that look drawn by lot, the same again for the same seed: 0 to 1. */
export function drawn(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
