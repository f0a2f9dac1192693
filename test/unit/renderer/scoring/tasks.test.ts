import { describe, expect, it } from 'vitest'
import type { EntryId, JudgeId } from '#shared/model/ids.ts'
import type { Entry, Sheet } from '#shared/model/jury.ts'
import type { JuryStage } from '#shared/model/rubric.ts'
import { entryTasks, nextTask } from '../../../../renderer/scoring/tasks.ts'

const id = (text: string) => text as EntryId // matches idPattern
const entry = (name: string): Entry => ({
  id: id(name),
  innovation: null,
  name,
  longName: '',
  unit: null,
  unitName: '',
  category: '',
  code: '',
  summary: '',
  team: [],
  submittedAt: '',
  withdrawn: '',
})
const stage: JuryStage = {
  key: 'proposal',
  title: { id: 'Proposal', en: 'Proposal' },
  weight: 1,
  scoring: 'normal',
  criteria: ['baru', 'dampak'].map((key) => ({ key, title: { id: key, en: key }, weight: 1, min: 1, max: 5, step: 1, descriptors: [] })),
}
const mark = (of: string, criterion: string, value: number | null) => ({
  entry: id(of),
  stage: 'proposal',
  criterion,
  value,
  comment: '',
  turn: 1,
  at: '',
})
const act = (of: string, kind: 'lock' | 'reopen', turn: number) => ({
  entry: id(of),
  stage: 'proposal',
  act: kind,
  by: 'Juri',
  reason: '',
  turn,
  at: `2026-09-14T0${turn}:00:00.000Z`,
})
const sheet: Sheet = {
  judge: 'juri' as JudgeId, // matches idPattern
  marks: [mark('satu', 'baru', 3), mark('satu', 'dampak', null), mark('dua', 'baru', 4), mark('dua', 'dampak', 4)],
  acts: [act('dua', 'lock', 1), act('tiga', 'lock', 1), act('tiga', 'reopen', 2)],
  declared: [],
}
const tasks = entryTasks({
  sheet,
  entries: ['satu', 'dua', 'tiga', 'empat', 'lima'].map(entry),
  stagesOf: (of) => (of === 'lima' ? [] : [stage]),
  recused: (of) => of === 'empat',
  slots: [],
})

describe('what a judge has to do', () => {
  it('is draft, locked, opened again or not his, and leaves out what he has no part in', () => {
    expect(tasks.map((one) => [one.entry.id, one.state])).toEqual([
      ['satu', 'draft'],
      ['dua', 'locked'],
      ['tiga', 'none'],
      ['empat', 'recused'],
    ])
    expect(tasks[0]?.tasks).toEqual([{ entry: 'satu', stage: 'proposal', done: 1, of: 2, locked: false }])
  })

  it('goes on to the next that is not locked, from the end to the beginning, and to none when the rest is done', () => {
    expect(nextTask(tasks, null)?.entry).toBe('satu')
    expect(nextTask(tasks, { entry: id('satu'), stage: 'proposal' })?.entry).toBe('tiga')
    expect(nextTask(tasks, { entry: id('tiga'), stage: 'proposal' })?.entry).toBe('satu')
    expect(nextTask(tasks.slice(0, 2), { entry: id('satu'), stage: 'proposal' })).toBeUndefined()
  })
})
