/**
 * A judge's sheet: what it says, how it is changed, and how two of them become one. Pure; sheets are values and never changed in place.
 * Marks and acts carry a turn, counted for each of them by itself, so that no clock of any laptop decides unless two turns are equal.
 */
import type { MarkRefusal, SheetChange } from '../api/jury.ts'
import type { EntryId, JudgeId } from '../model/ids.ts'
import type { Assignment, Convention, Mark, Sheet, SheetAct, Visitors } from '../model/jury.ts'
import type { Criterion, JuryStage } from '../model/rubric.ts'
import { assignedTo, recusalsOf } from './jury-recusal.ts'

export const emptySheet = (judge: JudgeId): Sheet => ({ judge, marks: [], acts: [], declared: [] })
export const noVisitors: Visitors = { votes: {}, feedback: [] }

type MarkKey = Pick<Mark, 'entry' | 'stage' | 'criterion'>

/** The length stands before the stage, so that no two keys of other parts can ever be the same text. */
const keyOf = ({ entry, stage, criterion }: MarkKey): string => `${entry}/${stage.length}/${stage}/${criterion}`
const stageKey = ({ entry, stage }: Pick<SheetAct, 'entry' | 'stage'>): string => `${entry}/${stage}`

/** The mark, or undefined when there never was one; one that was taken away has the value null. */
export const markOf = (sheet: Sheet, entry: EntryId, stage: string, criterion: string): Mark | undefined =>
  sheet.marks.find((mark) => mark.entry === entry && mark.stage === stage && mark.criterion === criterion)

/** Marks by key, for whoever asks for many. */
export function marksOf(sheet: Sheet): (entry: EntryId, stage: string, criterion: string) => Mark | undefined {
  const found = new Map(sheet.marks.map((mark) => [keyOf(mark), mark]))
  return (entry, stage, criterion) => found.get(keyOf({ entry, stage, criterion }))
}

/** Whether the judge is done with a stage of an entry: its last act is a lock. */
export const isLocked = (sheet: Sheet, entry: EntryId, stage: string): boolean =>
  lastAct(sheet.acts.filter((act) => act.entry === entry && act.stage === stage))?.act === 'lock'

/** The same for whoever asks for many. */
export function locksOf(sheet: Sheet): (entry: EntryId, stage: string) => boolean {
  const last = lastActs(sheet.acts)
  return (entry, stage) => last.get(stageKey({ entry, stage }))?.act === 'lock'
}

const lastAct = (acts: readonly SheetAct[]): SheetAct | undefined => acts.reduce<SheetAct | undefined>(laterAct, undefined)
const laterAct = (a: SheetAct | undefined, b: SheetAct): SheetAct => (a === undefined || compareTurns(a, b, actText) < 0 ? b : a)

function lastActs(acts: readonly SheetAct[]): Map<string, SheetAct> {
  const last = new Map<string, SheetAct>()
  for (const act of acts) last.set(stageKey(act), laterAct(last.get(stageKey(act)), act))
  return last
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Turned = { readonly turn: number; readonly at: string }

/** Later turn, then later moment, then a comparison that is the same on every machine. */
function compareTurns<T extends Turned>(a: T, b: T, text: (value: T) => string): number {
  if (a.turn !== b.turn) return a.turn - b.turn
  return compare(a.at, b.at) || compare(text(a), text(b))
}

const markText = ({ value, comment }: Mark): string => JSON.stringify([value, comment])
const actText = ({ act, by, reason, entry, stage }: SheetAct): string => JSON.stringify([act, by, reason, entry, stage])

const declaredText = ({ entry, reason, at }: Sheet['declared'][number]): string => JSON.stringify([entry, reason, at])

/** Which of two marks under one key stands: positive for `a`, negative for `b`, zero when they are the same. */
export const compareMarks = (a: Mark, b: Mark): number => compareTurns(a, b, markText)

/**
 * Both sheets in one: under each key the mark of the higher turn, then of the later moment, then by a fixed comparison; acts and declared
 * interests of both. The order of merging makes no difference, and merging again changes nothing.
 * @throws when they are not of the same judge
 */
export function mergeSheets(a: Sheet, b: Sheet): Sheet {
  if (a.judge !== b.judge) throw new Error('sheets of two judges cannot be merged')
  const marks = new Map<string, Mark>()
  for (const mark of [...a.marks, ...b.marks]) {
    const key = keyOf(mark)
    const there = marks.get(key)
    if (there === undefined || compareMarks(mark, there) > 0) marks.set(key, mark)
  }
  return {
    judge: a.judge,
    marks: sorted(marks),
    acts: once([...a.acts, ...b.acts], (act) => JSON.stringify([act.turn, act.at, actText(act)])).sort(
      (one, other) => compare(one.at, other.at) || compareTurns(one, other, actText),
    ),
    declared: once([...a.declared, ...b.declared], declaredText).sort(
      (one, other) => compare(one.at, other.at) || compare(one.entry, other.entry) || compare(one.reason, other.reason),
    ),
  }
}

/** The sheet in the order in which every merge leaves it. */
export const inOrder = (sheet: Sheet): Sheet => mergeSheets(sheet, emptySheet(sheet.judge))

const sorted = (marks: ReadonlyMap<string, Mark>): Mark[] => [...marks].sort(([a], [b]) => compare(a, b)).map(([, mark]) => mark)

const once = <T>(all: readonly T[], text: (value: T) => string): T[] => [...new Map(all.map((one) => [text(one), one])).values()]

/** What a judge may score, whoever asks: the secretariat's convention or the package on the judge's laptop. */
export type Scope = {
  readonly stages: readonly JuryStage[]
  readonly closed: boolean
  /** Keys of the stages the judge scores of an entry; none when it is not his. */
  readonly stagesOf: (entry: EntryId) => readonly string[]
  readonly recused: (entry: EntryId) => boolean
}

export function scopeOfConvention(convention: Convention, judge: JudgeId): Scope {
  const recused = recusalsOf(convention)
  const turns = new Map(
    assignedTo(convention, judge, { all: true })
      .filter(({ entry }) => entry.withdrawn === '')
      .map(({ entry, stages }) => [entry.id, stages]),
  )
  return {
    stages: convention.stages,
    closed: convention.state === 'selesai',
    stagesOf: (entry) => turns.get(entry) ?? [],
    recused: (entry) => recused(judge, entry) !== null,
  }
}

/** An interest the judge declared here holds at once, before the secretariat knows of it. */
export function scopeOfAssignment(assignment: Assignment, sheet: Sheet): Scope {
  const recused = recusedHere(assignment, sheet)
  return {
    stages: assignment.convention.stages,
    closed: false,
    stagesOf: (entry) => (Object.hasOwn(assignment.turns, entry) ? assignment.turns[entry] : undefined) ?? [],
    recused: (entry) => recused.has(entry),
  }
}

/** Entries the judge does not score on his own laptop: what the package says, and what he declared and nobody set aside since. */
export function recusedHere({ recused, lifted = [] }: Pick<Assignment, 'recused' | 'lifted'>, sheet: Sheet): ReadonlySet<string> {
  const until = new Map<string, string>(lifted.map(({ entry, at }) => [entry, at]))
  const declared = sheet.declared.filter(({ entry, at }) => at > (until.get(entry) ?? ''))
  return new Set<string>([...recused, ...declared.map(({ entry }) => entry)])
}

export type Refused = { readonly refused: MarkRefusal; readonly entry: string; readonly stage: string }

/**
 * Applies all of a change or none of it: first what is opened again, then marks, then interests, then locks.
 * What says again what is there already adds no turn.
 * @param on who acts (where the change does not say) and the present moment, ISO
 */
export function applyChange(
  scope: Scope,
  sheet: Sheet,
  change: SheetChange,
  on: { readonly by: string; readonly at: string },
): { readonly sheet: Sheet } | Refused {
  const { marks = [], acts = [], declared = [] } = change
  const refused = firstRefusal(scope, change)
  if (refused !== null) return refused
  const book = new Map(sheet.marks.map((mark) => [keyOf(mark), mark]))
  const last = lastActs(sheet.acts)
  const added: SheetAct[] = []
  const act = (one: (typeof acts)[number]) => {
    const before = last.get(stageKey(one))
    if ((before?.act ?? 'reopen') === one.act) return
    const made: SheetAct = { ...one, by: one.by === '' ? on.by : one.by, turn: (before?.turn ?? 0) + 1, at: on.at }
    last.set(stageKey(made), made)
    added.push(made)
  }
  for (const one of acts) if (one.act === 'reopen') act(one)
  for (const one of marks) {
    if (last.get(stageKey(one))?.act === 'lock') return { refused: 'locked', entry: one.entry, stage: one.stage }
    const before = book.get(keyOf(one))
    if (before === undefined ? one.value === null && one.comment === '' : before.value === one.value && before.comment === one.comment)
      continue
    book.set(keyOf(one), { ...one, turn: (before?.turn ?? 0) + 1, at: on.at })
  }
  for (const one of acts) if (one.act === 'lock') act(one)
  const interests = declared.map(({ entry, reason }) => ({ entry: entry as EntryId, reason, at: on.at })) // checked against the id pattern at the door
  return {
    sheet: inOrder({ ...sheet, marks: [...book.values()], acts: [...sheet.acts, ...added], declared: [...sheet.declared, ...interests] }),
  }
}

function firstRefusal(scope: Scope, { marks = [], acts = [], declared = [] }: SheetChange): Refused | null {
  const criteria = criteriaOf(scope.stages)
  const first = [...marks, ...acts][0]
  if (scope.closed) return { refused: 'closed', entry: first?.entry ?? declared[0]?.entry ?? '', stage: first?.stage ?? '' }
  for (const { entry, reason } of declared) if (reason.trim() === '') return { refused: 'no_reason', entry, stage: '' }
  for (const { entry, stage, ...act } of acts) {
    const why = mayTouch(scope, entry, stage) ?? (act.act === 'reopen' && act.reason.trim() === '' ? 'no_reason' : null)
    if (why !== null) return { refused: why, entry, stage }
  }
  for (const { entry, stage, criterion, value } of marks) {
    const def = criteria(stage, criterion)
    const why = mayTouch(scope, entry, stage) ?? (def === undefined || (value !== null && !fitsScale(def, value)) ? 'out_of_scale' : null)
    if (why !== null) return { refused: why, entry, stage }
  }
  return null
}

function mayTouch(scope: Scope, entry: EntryId, stage: string): MarkRefusal | null {
  if (scope.recused(entry)) return 'recused'
  return scope.stagesOf(entry).includes(stage) ? null : 'not_assigned'
}

function criteriaOf(stages: readonly JuryStage[]): (stage: string, criterion: string) => Criterion | undefined {
  const found = new Map(stages.map(({ key, criteria }) => [key, new Map(criteria.map((one) => [one.key, one]))]))
  return (stage, criterion) => found.get(stage)?.get(criterion)
}

/** Whether a mark is on the scale: not below the least, not above the most, and a whole number of steps up. */
export function fitsScale({ min, max, step }: Pick<Criterion, 'min' | 'max' | 'step'>, value: number): boolean {
  if (!(value >= min && value <= max)) return false
  const steps = (value - min) / step
  return Math.abs(steps - Math.round(steps)) < 1e-6
}

/** Parts a sheet that came from elsewhere into what fits the convention and the number of marks and acts that do not: other entries, criteria, scales. */
export function fitting(
  convention: Pick<Convention, 'stages' | 'entries'>,
  sheet: Sheet,
): { readonly sheet: Sheet; readonly stray: number } {
  const entries = new Set<string>(convention.entries.map(({ id }) => id))
  const stages = new Set(convention.stages.map(({ key }) => key))
  const criteria = criteriaOf(convention.stages)
  const marks = sheet.marks.filter(({ entry, stage, criterion, value }) => {
    const def = criteria(stage, criterion)
    return entries.has(entry) && def !== undefined && (value === null || fitsScale(def, value))
  })
  const acts = sheet.acts.filter(
    ({ entry, stage, act, reason }) => entries.has(entry) && stages.has(stage) && (act === 'lock' || reason.trim() !== ''),
  )
  const declared = sheet.declared.filter(({ entry }) => entries.has(entry))
  return { sheet: { ...sheet, marks, acts, declared }, stray: sheet.marks.length - marks.length }
}

/**
 * What of a sheet from elsewhere may be merged into the one that is here. A stage that is locked here keeps its marks, unless the other
 * sheet has a later act on it: then it was opened again, with a reason, by somebody who knew of the lock.
 */
export function unheld(here: Sheet, from: Sheet): { readonly sheet: Sheet; readonly held: number } {
  const own = lastActs(here.acts)
  const other = lastActs(from.acts)
  const known = marksOf(here)
  let held = 0
  const marks = from.marks.filter((mark) => {
    const last = own.get(stageKey(mark))
    if (last?.act !== 'lock') return true
    const theirs = other.get(stageKey(mark))
    if (theirs !== undefined && compareTurns(theirs, last, actText) > 0) return true
    const there = known(mark.entry, mark.stage, mark.criterion)
    if (there !== undefined ? compareMarks(mark, there) <= 0 : mark.value === null && mark.comment === '') return true
    held += 1
    return false
  })
  return { sheet: { ...from, marks }, held }
}

export type Merged = {
  readonly sheet: Sheet
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly older: number
  readonly held: number
  /** Stages that are locked now and were not before. */
  readonly locked: number
  /** Interests nobody here knew of. */
  readonly declared: Sheet['declared']
}

/** Takes a sheet from elsewhere into the one that is here, and counts what that means. */
export function takeSheet(here: Sheet, from: Sheet): Merged {
  const { sheet: fair, held } = unheld(here, from)
  const known = marksOf(here)
  const count = { added: 0, changed: 0, same: 0, older: 0 }
  for (const mark of fair.marks) {
    const there = known(mark.entry, mark.stage, mark.criterion)
    const order = there === undefined ? null : compareMarks(mark, there)
    count[order === null ? 'added' : order > 0 ? 'changed' : order < 0 ? 'older' : 'same'] += 1
  }
  const sheet = mergeSheets(here, fair)
  const before = lastActs(here.acts)
  const locked = [...lastActs(sheet.acts)].filter(([key, { act }]) => act === 'lock' && before.get(key)?.act !== 'lock').length
  const said = new Set(here.declared.map(declaredText))
  return { sheet, ...count, held, locked, declared: sheet.declared.filter((one) => !said.has(declaredText(one))) }
}

export type VisitChange = {
  readonly votes: readonly { readonly entry: string; readonly by: number }[]
  readonly feedback: readonly { readonly entry: string; readonly text: string }[]
  readonly drop: readonly string[]
}

/** Counts votes (never below none), adds and drops feedback. @param made gives the id of a new line of feedback, and the present moment */
export function applyVisits(visitors: Visitors, change: VisitChange, made: { readonly id: () => string; readonly at: string }): Visitors {
  const votes = new Map(Object.entries(visitors.votes))
  for (const { entry, by } of change.votes) votes.set(entry, Math.max(0, (votes.get(entry) ?? 0) + by))
  const dropped = new Set(change.drop)
  const added = change.feedback.map(({ entry, text }) => ({ id: made.id(), entry: entry as EntryId, text, at: made.at })) // checked against the id pattern at the door
  return {
    votes: Object.fromEntries([...votes].filter(([, count]) => count > 0)),
    feedback: [...visitors.feedback.filter(({ id }) => !dropped.has(id)), ...added],
  }
}
