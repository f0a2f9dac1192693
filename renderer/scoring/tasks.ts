/** What a judge has to do, and how far he is. */
import type { EntryId } from '#shared/model/ids.ts'
import type { Entry, Sheet, Slot } from '#shared/model/jury.ts'
import type { JuryStage } from '#shared/model/rubric.ts'
import { locksOf, marksOf } from '#shared/rules/jury-sheet.ts'

export type Task = { readonly entry: EntryId; readonly stage: string; readonly done: number; readonly of: number; readonly locked: boolean }
export type EntryState = 'recused' | 'locked' | 'draft' | 'none'
export type EntryTasks = {
  readonly entry: Entry
  readonly state: EntryState
  /** Local time of the first presentation, or empty. */
  readonly start: string
  readonly tasks: readonly Task[]
}

type Given = {
  readonly sheet: Sheet
  readonly entries: readonly Entry[]
  /** What the judge scores of an entry; an entry without any is left out. */
  readonly stagesOf: (entry: EntryId) => readonly JuryStage[]
  readonly recused: (entry: EntryId) => boolean
  readonly slots: readonly Slot[]
}

/** In the order of the entries. */
export function entryTasks({ sheet, entries, stagesOf, recused, slots }: Given): readonly EntryTasks[] {
  const mark = marksOf(sheet)
  const locked = locksOf(sheet)
  const starts = new Map<string, string>()
  for (const { entry, start } of slots.toSorted((a, b) => b.start.localeCompare(a.start))) starts.set(entry, start)
  return entries.flatMap((entry): readonly EntryTasks[] => {
    const stages = stagesOf(entry.id)
    const start = starts.get(entry.id) ?? ''
    if (recused(entry.id)) return [{ entry, state: 'recused', start, tasks: [] }]
    if (stages.length === 0) return []
    const tasks = stages.map(({ key, criteria }): Task => {
      const done = criteria.filter((one) => (mark(entry.id, key, one.key)?.value ?? null) !== null).length
      return { entry: entry.id, stage: key, done, of: criteria.length, locked: locked(entry.id, key) }
    })
    const state = tasks.every((one) => one.locked) ? 'locked' : tasks.some((one) => one.done > 0 || one.locked) ? 'draft' : 'none'
    return [{ entry, state, start, tasks }]
  })
}

/** The stage of an entry to begin with: the first that is not locked. Asked when the entry is chosen: a lock from elsewhere moves nobody on. */
export const beginning = ({ tasks }: EntryTasks): string => (tasks.find(({ locked }) => !locked) ?? tasks[0])?.stage ?? ''

/** The next task that is not locked, after this one and then from the beginning. */
export function nextTask(all: readonly EntryTasks[], after: Pick<Task, 'entry' | 'stage'> | null): Task | undefined {
  const tasks = all.flatMap((one) => one.tasks)
  const at = tasks.findIndex((one) => one.entry === after?.entry && one.stage === after.stage)
  return [...tasks.slice(at + 1), ...tasks.slice(0, at + 1)].find(
    (one) => !one.locked && !(one.entry === after?.entry && one.stage === after.stage),
  )
}
