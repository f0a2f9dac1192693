/** A small convention with everything a rule about judges needs, and sheets made from a seed. */
import type { ConventionId, EntryId, JudgeId, PanelId, UnitId } from '#shared/model/ids.ts'
import type { Convention, Entry, Judge, Sheet } from '#shared/model/jury.ts'
import { seeded } from '#test/unit/core/workspace/make.ts'

export { seeded }

export const entryId = (id: string): EntryId => id as EntryId // test id
export const judgeId = (id: string): JudgeId => id as JudgeId // test id
const unitId = (id: string): UnitId => id as UnitId // test id

export const judgeOf = (id: string, over: Partial<Judge> = {}): Judge => ({
  id: judgeId(id),
  name: `Juri ${id.toUpperCase()}`,
  position: 'Peneliti',
  institution: 'Universitas Contoh',
  unit: null,
  person: null,
  ...over,
})

export const entryOf = (id: string, over: Partial<Entry> = {}): Entry => ({
  id: entryId(id),
  innovation: null,
  name: `INOVASI ${id.toUpperCase()}`,
  longName: '',
  unit: null,
  unitName: '',
  category: '',
  code: `C-${id}`,
  summary: '',
  team: [],
  submittedAt: '',
  withdrawn: '',
  ...over,
})

const text = (id: string) => ({ id, en: id })

export const criteria = ['baru', 'dampak'] as const
export const stages = ['proposal', 'presentasi'] as const

/** Judges `a` (of unit `dinkes`) and `b`; entries `satu` (of the same unit), `dua`, `tiga`; one panel with everybody and everything. */
export const conventionOf = (over: Partial<Convention> = {}): Convention => ({
  id: 'konvensi' as ConventionId, // test id
  name: 'Konvensi Contoh',
  date: '2026-09-14',
  place: 'Aula',
  state: 'penilaian',
  rubric: { id: 'contoh', pack: 'contoh', version: 1, title: text('Contoh'), status: 'unverified', source: 'uji', edited: false },
  stages: stages.map((key, at) => ({
    key,
    title: text(key),
    weight: at === 0 ? 60 : 40,
    scoring: 'normal',
    criteria: criteria.map((one) => ({ key: one, title: text(one), weight: 1, min: 1, max: 5, step: 0.5, descriptors: [] })),
  })),
  pooling: 'mean',
  ties: [],
  spread: 25,
  top: 1,
  blind: false,
  categories: [],
  judges: [judgeOf('a', { unit: unitId('dinkes') }), judgeOf('b')],
  panels: [
    {
      id: 'panel' as PanelId,
      name: 'Panel',
      judges: [judgeId('a'), judgeId('b')],
      stages: [],
      entries: ['satu', 'dua', 'tiga'].map(entryId),
    }, // test id
  ],
  entries: [entryOf('satu', { unit: unitId('dinkes'), unitName: 'Dinas Kesehatan' }), entryOf('dua'), entryOf('tiga')],
  recusals: [],
  lifts: [],
  slots: [],
  present: { talk: 10, ask: 10 },
  decisions: [],
  talks: [],
  chair: null,
  closedAt: '',
  createdAt: '2026-09-01T00:00:00.000Z',
  ...over,
})

/** A sheet with marks, acts and interests in any order, some of them alike but for one field; small ranges, so that sheets of two seeds collide often. */
export function wildSheet(next: () => number, judge = judgeId('a')): Sheet {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] ?? (all[0] as T) // lists of the test are never empty
  const entries = ['satu', 'dua', 'tiga'].map(entryId)
  const at = () => `2026-09-14T0${Math.floor(next() * 3)}:00:00.000Z`
  const place = () => ({ entry: pick(entries), stage: pick(stages) })
  const marks = new Map<string, Sheet['marks'][number]>()
  for (let n = Math.floor(next() * 14); n > 0; n -= 1) {
    const mark = {
      ...place(),
      criterion: pick(criteria),
      value: pick([null, 1, 2, 3]),
      comment: pick(['', 'baik']),
      turn: Math.ceil(next() * 3),
      at: at(),
    }
    marks.set(`${mark.entry}/${mark.stage}/${mark.criterion}`, mark)
  }
  const acts = Array.from({ length: Math.floor(next() * 6) }, () => ({
    ...place(),
    act: pick(['lock', 'reopen'] as const),
    by: pick(['Sari', 'Budi']),
    reason: pick(['', 'salah tulis']),
    turn: Math.ceil(next() * 3),
    at: at(),
  }))
  const declared = Array.from({ length: Math.floor(next() * 3) }, () => ({
    entry: pick(entries),
    reason: pick(['saudara', 'pembina']),
    at: at(),
  }))
  return { judge, marks: [...marks.values()], acts, declared }
}

/** A sheet that says of itself which save it was, and is long enough to be cut in the middle. */
export const sheetAt = (judge: string, at: number): Sheet => ({
  judge: judgeId(judge),
  marks: Array.from({ length: 200 }, (_, nth) => ({
    entry: entryId(`e${nth}`),
    stage: 'proposal',
    criterion: 'baru',
    value: at,
    comment: '',
    turn: 1,
    at: '2026-09-14T02:00:00.000Z',
  })),
  acts: [],
  declared: [],
})
