/** Conventions for tests of papers: one with nothing in it, and one of any size. */
import type { SampleConvention } from '#core/samples/convention.ts'
import type { ConventionId, EntryId, JudgeId, PanelId } from '#shared/model/ids.ts'
import type { Convention } from '#shared/model/jury.ts'
import type { RubricDef } from '#shared/model/rubric.ts'
import { newConvention } from '#shared/rules/jury-setup.ts'

const both = (text: string) => ({ id: text, en: text })
const twoDigits = (n: number): string => String(n).padStart(2, '0')

const rubric: RubricDef = {
  kind: 'rubric',
  id: 'rubrik',
  title: both('Rubrik uji'),
  short: both('Rubrik uji'),
  status: 'unverified',
  source: 'Karangan',
  stages: [
    {
      key: 'proposal',
      title: both('Proposal'),
      weight: 1,
      scoring: 'normal',
      criteria: [
        { key: 'baru', title: both('Kebaruan'), weight: 2, min: 1, max: 5, step: 1, descriptors: [] },
        { key: 'guna', title: both('Manfaat'), weight: 1, min: 1, max: 5, step: 1, descriptors: [] },
      ],
    },
  ],
  pooling: 'mean',
  ties: [],
  spread: 25,
}

export const emptyConvention = (over: Partial<Convention> = {}): Convention => ({
  ...newConvention(rubric, { id: 'paket', version: 1 }, { name: '', date: '', place: '' }),
  id: 'konvensi' as ConventionId, // of a test
  createdAt: '2026-08-01T00:00:00.000Z',
  ...over,
})

/** Every judge has locked every entry; marks differ by their places. */
export function largeConvention(entries: number, judges: number): SampleConvention {
  const at = '2026-08-09T03:00:00.000Z'
  const judgeIds = Array.from({ length: judges }, (_, n) => `j${n}` as JudgeId) // of a test
  const entryIds = Array.from({ length: entries }, (_, n) => `e${n}` as EntryId) // of a test
  const panel = 'p' as PanelId // of a test
  const convention = emptyConvention({
    name: 'Konvensi besar',
    date: '2026-08-09',
    place: 'Aula Contoh',
    state: 'selesai',
    judges: judgeIds.map((id, n) => ({ id, name: `Juri Contoh ${n}`, position: '', institution: '', unit: null, person: null })),
    entries: entryIds.map((id, n) => ({
      id,
      innovation: null,
      name: `INOVASI ${n}`,
      longName: '',
      unit: null,
      unitName: `Unit Contoh ${n}`,
      category: '',
      code: `K-${n + 1}`,
      summary: '',
      team: [],
      submittedAt: '',
      withdrawn: '',
    })),
    panels: [{ id: panel, name: 'Panel', judges: judgeIds, stages: [], entries: entryIds }],
    slots: entryIds.map((entry, n) => ({
      entry,
      panel,
      stage: 'proposal',
      start: `2026-08-${twoDigits(9 + Math.floor(n / 40))}T${twoDigits(8 + Math.floor((n % 40) / 4))}:${twoDigits((n % 4) * 15)}`,
      minutes: 15,
    })),
  })
  const sheets = judgeIds.map((judge, j) => ({
    judge,
    marks: entryIds.flatMap((entry, n) =>
      ['baru', 'guna'].map((criterion, c) => ({
        entry,
        stage: 'proposal',
        criterion,
        value: 1 + ((n * 7 + j + c) % 5),
        comment: '',
        turn: 1,
        at,
      })),
    ),
    acts: entryIds.map((entry) => ({ entry, stage: 'proposal', act: 'lock' as const, by: '', reason: '', turn: 1, at })),
    declared: [],
  }))
  return { convention, sheets, visitors: { votes: Object.fromEntries(entryIds.map((id, n) => [id, n])), feedback: [] } }
}
