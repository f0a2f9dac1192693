/** One judge's marks of one stage as a number, and the numbers of several judges as one (domain.md 6.3). */
import type { EntryId, JudgeId } from '../model/ids.ts'
import type { Mark, Sheet } from '../model/jury.ts'
import type { Criterion, JuryStage, Pooling } from '../model/rubric.ts'
import type { JudgeNumber, MarkPart, StageResult } from './jury-result.ts'
import { fitsScale, locksOf } from './jury-sheet.ts'
import { kept, type Turn } from './jury-turns.ts'

/** Numbers closer than this are the same number: weights and thirds leave a trace in the last digits. */
export const alike = 1e-9

/** A stage with the weights it is counted with, its share of the whole, and what is possible in it. */
export type StagePlan = {
  readonly stage: JuryStage
  readonly share: number
  readonly total: number
  readonly least: number
  readonly most: number
  /** Of a stage that is only asked about nothing is remembered, so that what is remembered of the real one stays. */
  readonly asked: boolean
}

/** What a judge has given so far at one stage of one entry. */
type Given = { readonly done: number; readonly value: number | null; readonly marks: readonly MarkPart[] }
type Cell = { readonly marks: Map<string, Mark>; locked: boolean; counted: { readonly by: JuryStage; readonly given: Given } | null }
type Book = ReadonlyMap<EntryId, ReadonlyMap<string, Cell>>

/** Sheets are never changed in place, so what was read of one stays true: a changed mark has one sheet read anew. */
const books = new WeakMap<Sheet, Book>()

function bookOf(sheet: Sheet): Book {
  const there = books.get(sheet)
  if (there !== undefined) return there
  const locked = locksOf(sheet)
  const book = new Map<EntryId, Map<string, Cell>>()
  const cell = (entry: EntryId, stage: string): Cell =>
    kept(
      kept(book, entry, () => new Map<string, Cell>()),
      stage,
      () => ({ marks: new Map(), locked: false, counted: null }),
    )
  for (const mark of sheet.marks) cell(mark.entry, mark.stage).marks.set(mark.criterion, mark)
  for (const { entry, stage } of sheet.acts) cell(entry, stage).locked = locked(entry, stage)
  books.set(sheet, book)
  return book
}

/** Σ of the weights of the criteria. */
export const totalWeight = (criteria: readonly Criterion[]): number => criteria.reduce((sum, { weight }) => sum + weight, 0)

/** What a mark adds to the number of its judge: `normal` w ÷ Σw × (v − min) ÷ (max − min) × 100, `sum` w·v, `percent` w·v ÷ 100. */
export function added({ weight, min, max }: Criterion, value: number, scoring: JuryStage['scoring'], total: number): number {
  switch (scoring) {
    case 'normal':
      return total > 0 && max > min ? ((weight * (value - min)) / (max - min) / total) * 100 : 0
    case 'sum':
      return weight * value
    case 'percent':
      return (weight * value) / 100
  }
}

/** @param share of the whole, 0 to 1 @param asked whether somebody asks what would be */
export function planOf(stage: JuryStage, share: number, asked = false): StagePlan {
  const total = totalWeight(stage.criteria)
  const edge = (side: 'min' | 'max') => stage.criteria.reduce((sum, one) => sum + added(one, one[side], stage.scoring, total), 0)
  return { stage, share, total, least: edge('min'), most: edge('max'), asked }
}

/** A mark that is not on the scale any more, because the scale was edited since, counts as not given. */
function givenIn(cell: Cell | undefined, plan: StagePlan): Given {
  if (cell?.counted?.by === plan.stage) return cell.counted.given
  let done = 0
  let value = 0
  const marks: MarkPart[] = []
  for (const criterion of plan.stage.criteria) {
    const mark = cell?.marks.get(criterion.key)
    const given = mark?.value ?? null
    const adds = given === null || !fitsScale(criterion, given) ? null : added(criterion, given, plan.stage.scoring, plan.total)
    if (adds !== null) {
      done += 1
      value += adds
    }
    marks.push({ criterion: criterion.key, value: given, comment: mark?.comment ?? '', weight: criterion.weight, adds })
  }
  const whole = done === plan.stage.criteria.length && plan.total > 0
  const given = { done, value: whole ? value : null, marks }
  if (cell !== undefined && !plan.asked) cell.counted = { by: plan.stage, given }
  return given
}

export function judgeNumber(turn: Turn, sheet: Sheet | undefined, entry: EntryId, plan: StagePlan): JudgeNumber {
  const { judge } = turn
  const of = plan.stage.criteria.length
  if (turn.recused) return { judge, state: 'recused', done: 0, of, value: null, marks: [], trimmed: false }
  const cell = sheet === undefined ? undefined : bookOf(sheet).get(entry)?.get(plan.stage.key)
  return { judge, state: cell?.locked === true ? 'locked' : 'draft', of, ...givenIn(cell, plan), trimmed: false }
}

/** Locked with every mark there; a criterion added after the lock still has to be marked. */
export const isDone = ({ state, value }: JudgeNumber): boolean => state === 'locked' && value !== null

/** Whether a number goes into the pooled one. */
export const counts = ({ state, value }: JudgeNumber, provisional: boolean): boolean =>
  value !== null && (state === 'locked' || (provisional && state === 'draft'))

/**
 * Several judges' numbers as one; null of none. Left out are the lowest and the highest under `trimmed`, from three judges on.
 * They are put in order first, so that the order of judges makes no difference even in the last digit.
 */
export function pooled(values: readonly number[], pooling: Pooling): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  if (pooling === 'median') return mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1))
  return mean(pooling === 'trimmed' && sorted.length >= 3 ? sorted.slice(1, -1) : sorted)
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Which of those that count are left out by `trimmed`: one lowest and one highest. */
function trimmedOf(numbers: readonly { readonly judge: JudgeId; readonly value: number }[]): ReadonlySet<JudgeId> {
  if (numbers.length < 3) return new Set()
  const sorted = numbers.toSorted((a, b) => a.value - b.value || (a.judge < b.judge ? -1 : 1))
  return new Set([sorted[0], sorted.at(-1)].flatMap((one) => (one === undefined ? [] : [one.judge])))
}

type Setting = { readonly pooling: Pooling; readonly provisional: boolean }

/** @param turns of this stage of the entry @param sheets by judge */
export function stageResult(
  entry: EntryId,
  plan: StagePlan,
  turns: readonly Turn[],
  sheets: ReadonlyMap<JudgeId, Sheet>,
  { pooling, provisional }: Setting,
): StageResult {
  const numbers = turns.map((turn) => judgeNumber(turn, sheets.get(turn.judge), entry, plan))
  const counted = numbers.flatMap((one) => (one.value !== null && counts(one, provisional) ? [{ judge: one.judge, value: one.value }] : []))
  const values = counted.map(({ value }) => value)
  const left = pooling === 'trimmed' ? trimmedOf(counted) : new Set<JudgeId>()
  const { least, most } = plan
  const judging = numbers.filter(({ state }) => state !== 'recused')
  return {
    stage: plan.stage.key,
    share: plan.share,
    judges: left.size === 0 ? numbers : numbers.map((one) => (left.has(one.judge) ? { ...one, trimmed: true } : one)),
    value: pooled(values, pooling),
    least,
    most,
    spread: values.length < 2 || most <= least ? 0 : ((Math.max(...values) - Math.min(...values)) / (most - least)) * 100,
    complete: judging.length > 0 && judging.every(isDone),
  }
}

/** A number of a stage as 0 to 100 of what is possible in it. */
export const levelled = (value: number, { least, most }: Pick<StageResult, 'least' | 'most'>): number =>
  most > least ? ((value - least) / (most - least)) * 100 : 0
