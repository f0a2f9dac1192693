/** The calculation of one entry as lines of text, down to the marks, for the screen and for the recap. */
import type { EntryId, JudgeId } from '../model/ids.ts'
import type { Convention } from '../model/jury.ts'
import type { Criterion, JuryStage, TieRule } from '../model/rubric.ts'
import type { Language } from '../model/text.ts'
import { juryExplainText as text } from '../text/jury-explain.ts'
import { say } from '../text/messages.ts'
import { alike, counts, levelled } from './jury-numbers.ts'
import { recusalsOf } from './jury-recusal.ts'
import type { ConventionResult, EntryResult, JudgeNumber, StageResult } from './jury-result.ts'
import { formatNumber, formatPercent } from './numbers.ts'

/** `level` 0 the entry, 1 a stage, 2 a judge, 3 a mark. */
export type ExplainLine = { readonly level: 0 | 1 | 2 | 3; readonly text: string }

type About = { readonly result: ConventionResult; readonly convention: Convention; readonly language: Language }

/** Best told from top to bottom: the final number, then what it was made of. Nothing for an entry the result does not know. */
export function explain(result: ConventionResult, convention: Convention, entry: EntryId, language: Language): readonly ExplainLine[] {
  const found = result.entries.find((one) => one.entry === entry)
  if (found === undefined) return []
  const about = { result, convention, language }
  return [...entryLines(found, about), ...found.stages.flatMap((stage) => [...stageLines(stage, found, about)])]
}

/** `18,75`; a minus as it is printed. */
const number = (value: number, language: Language): string => formatNumber(value, language).replace('-', '−')
/** What stands in a calculation: a negative number in brackets. */
const term = (value: number, language: Language): string => (value < 0 ? `(${number(value, language)})` : number(value, language))
/** `= 18,75`, or `≈ 33,33` when digits were left out. */
const equals = (value: number, language: Language): string =>
  `${Math.abs(value * 100 - Math.round(value * 100)) < alike * 100 ? '=' : '≈'} ${number(value, language)}`

/** In words, as it stands in a sentence, on the screen and on paper. */
export function tieRuleText(rule: TieRule, stages: readonly JuryStage[], language: Language): string {
  const named = 'stage' in rule ? stages.find(({ key }) => key === rule.stage) : undefined
  const criterion = 'criterion' in rule ? named?.criteria.find(({ key }) => key === rule.criterion) : undefined
  // Only one stage goes without saying.
  const key = rule.by === 'criterion' && stages.length > 1 ? 'tie_criterionOf' : (`tie_${rule.by}` as const)
  return say(text[key], language, {
    stage: named?.title[language] ?? ('stage' in rule ? rule.stage : ''),
    criterion: criterion?.title[language] ?? ('criterion' in rule ? rule.criterion : ''),
  })
}

function* entryLines(found: EntryResult, { result, convention, language }: About): Generator<ExplainLine> {
  const entry = convention.entries.find(({ id }) => id === found.entry)
  const name = entry?.name ?? ''
  const line = (key: keyof typeof text, values = {}): ExplainLine => ({ level: 0, text: say(text[key], language, values) })
  yield found.value === null ? line('noFinal', { name }) : line('final', { name, sum: finalSum(found, found.value, language) })
  if (result.provisional) yield line('provisional')
  if (entry !== undefined && entry.withdrawn !== '') yield line('withdrawn', { reason: entry.withdrawn })
  if (found.rank !== null) yield line(found.shared ? 'rankShared' : 'rank', { rank: found.rank })
  if (found.equals.length === 0) return
  const names = found.equals.map((id) => convention.entries.find((one) => one.id === id)?.name ?? id).join(', ')
  yield line('equal', { names })
  if (found.decidedBy === null) yield line('undecided')
  else {
    yield line('decided', { rule: tieRuleText(found.decidedBy, convention.stages, language) })
    if (found.decidedBy.by === 'decision') {
      const decision = convention.decisions.findLast(({ entries }) => entries.includes(found.entry))
      if (decision !== undefined) yield line('decision', { reason: decision.reason })
    }
    if (found.shared) yield line('stillShared')
  }
}

/** `80 × 70 % + 90 × 30 % = 83`; one stage is its own number. */
function finalSum({ stages }: EntryResult, value: number, language: Language): string {
  if (stages.length < 2) return number(value, language)
  const parts = stages
    .filter(({ share }) => share > 0)
    .map((stage) => `${term(levelled(stage.value ?? 0, stage), language)} × ${formatPercent(stage.share * 100, language, 2)}`)
  return `${parts.join(' + ')} ${equals(value, language)}`
}

function* stageLines(stage: StageResult, found: EntryResult, about: About): Generator<ExplainLine> {
  const { language, convention, result } = about
  const def = convention.stages.find(({ key }) => key === stage.stage)
  if (def === undefined) return
  const title = def.title[language]
  const line = (key: keyof typeof text, values = {}): ExplainLine => ({
    level: 1,
    text: say(text[key], language, { stage: title, ...values }),
  })
  const counted = stage.judges.filter((one) => counts(one, result.provisional))
  if (stage.share === 0) yield line('noShare')
  else if (stage.value === null) yield line('noStage')
  else {
    yield line('stage', { pooling: poolingText(counted.length, about), sum: poolingSum(counted, stage.value, about) })
    if (found.stages.length > 1 && !(stage.least === 0 && stage.most === 100)) yield line('levelled', { sum: levelSum(stage, language) })
  }
  for (const judge of stage.judges) yield* judgeLines(judge, def, found.entry, about)
}

function poolingText(n: number, { result, language }: About): string {
  const key = result.pooling === 'trimmed' && n < 3 ? 'pool_trimmed_few' : (`pool_${result.pooling}` as const)
  return say(text[key], language, { n })
}

/** `(80 + 90 + 70) ÷ 3 = 80` */
function poolingSum(counted: readonly JudgeNumber[], value: number, { result, language }: About): string {
  const values = counted.filter(({ trimmed }) => !trimmed).map((one) => one.value ?? 0)
  if (values.length === 1) return number(value, language)
  if (result.pooling === 'median') {
    const list = values.toSorted((a, b) => a - b).map((one) => number(one, language))
    return `${say(text.sorted, language, { list: list.join(' · ') })} ${equals(value, language)}`
  }
  return `(${values.map((one) => term(one, language)).join(' + ')}) ÷ ${values.length} ${equals(value, language)}`
}

function levelSum(stage: StageResult, language: Language): string {
  const { least, most, value } = stage
  const n = (one: number) => term(one, language)
  return `(${n(value ?? 0)} − ${n(least)}) ÷ (${n(most)} − ${n(least)}) × 100 ${equals(levelled(value ?? 0, stage), language)}`
}

function* judgeLines(one: JudgeNumber, stage: JuryStage, entry: EntryId, about: About): Generator<ExplainLine> {
  const { convention, result, language } = about
  const judge = convention.judges.find(({ id }) => id === one.judge)?.name ?? one.judge
  const line = (key: keyof typeof text, values = {}): ExplainLine => ({ level: 2, text: say(text[key], language, { judge, ...values }) })
  if (one.state === 'recused') {
    yield line('judgeRecused', { why: recusalText(one.judge, entry, about) })
    return
  }
  if (one.value === null) yield line('judgePart', { done: one.done, of: one.of })
  else {
    const parts = one.marks.map(({ adds }) => term(adds ?? 0, language))
    const sum = parts.length === 1 ? number(one.value, language) : `${parts.join(' + ')} ${equals(one.value, language)}`
    yield line(keyOf(one, result.provisional), { sum })
  }
  const total = one.marks.reduce((sum, { weight }) => sum + weight, 0)
  for (const part of one.marks) {
    const criterion = stage.criteria.find(({ key }) => key === part.criterion)
    if (criterion === undefined) continue
    const title = criterion.title[language]
    const told = (key: 'mark' | 'markMissing' | 'markOutside', values = {}) => say(text[key], language, { criterion: title, ...values })
    if (part.value === null) yield { level: 3, text: told('markMissing') }
    else if (part.adds === null) yield { level: 3, text: told('markOutside', { value: number(part.value, language) }) }
    else {
      const weighed = { ...criterion, weight: part.weight }
      yield {
        level: 3,
        text: told('mark', { sum: `${markSum(weighed, part.value, stage, total, language)} ${equals(part.adds, language)}` }),
      }
    }
  }
}

function keyOf({ trimmed, state }: JudgeNumber, provisional: boolean): 'judge' | 'judgeTrimmed' | 'judgeDraft' | 'judgeDraftCounts' {
  if (trimmed) return 'judgeTrimmed'
  if (state === 'locked') return 'judge'
  return provisional ? 'judgeDraftCounts' : 'judgeDraft'
}

function recusalText(judge: JudgeId, entry: EntryId, { convention, language }: About): string {
  const why = recusalsOf(convention)(judge, entry)
  const told = say(text[`why_${why?.why ?? 'declared'}`], language)
  return why === null || why.reason === '' ? told : `${told} (${why.reason})`
}

/** `(4 − 1) ÷ (5 − 1) × 25`; weights that do not add up to 100 are divided by their sum. */
function markSum({ weight, min, max }: Criterion, value: number, { scoring }: JuryStage, total: number, language: Language): string {
  const n = (one: number) => term(one, language)
  if (scoring === 'sum') return `${n(weight)} × ${n(value)}`
  if (scoring === 'percent') return `${n(weight)} × ${n(value)} ÷ 100`
  const share = Math.abs(total - 100) <= alike ? n(weight) : `${n(weight)} ÷ ${n(total)} × 100`
  return `(${n(value)} − ${n(min)}) ÷ (${n(max)} − ${n(min)}) × ${share}`
}
