/** What is wrong inside one file of a pack: where, and which sentence says it. */
import type { z } from 'zod'
import { say } from '#shared/text/messages.ts'
import { packText, typeText } from '#shared/text/packs.ts'

/** A key or a position in a list. */
export type Step = string | number
export type Reason = keyof typeof packText
type Values = Readonly<Record<string, string | number>>
export type Finding = { readonly path: readonly Step[]; readonly reason: string; readonly reasonEn: string }

export const finding = (path: readonly Step[], reason: Reason, values: Values = {}): Finding => ({
  path,
  reason: say(packText[reason], 'id', values),
  reasonEn: say(packText[reason], 'en', values),
})

/** `['stages', 2, 'agenda', 0, 'minutes']` → `stages[2].agenda[0].minutes` */
export function pathText(path: readonly Step[]): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')
}

/** The issues of a schema in our words. One issue that names several unknown keys becomes one finding for each. */
export function findingsOf(error: z.ZodError, input: unknown): readonly Finding[] {
  return error.issues.flatMap((issue) => issueFindings(issue, input))
}

function issueFindings(issue: z.core.$ZodIssue, input: unknown): readonly Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  if (path.length > 0 && valueAt(input, path) === undefined) return [finding(path, 'missing')]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => finding([...path, key], 'unknownKey'))
    case 'invalid_type':
      return [typeFinding(path, issue)]
    case 'invalid_value':
      return [finding(path, 'notOneOf', { options: issue.values.map(String).join(', ') })]
    case 'invalid_union':
      return [unionFinding(path, issue)]
    case 'too_small':
      return [smallFinding(path, issue)]
    case 'too_big':
      return [finding(path, issue.origin === 'array' ? 'tooMany' : 'tooBig', { max: String(issue.maximum) })]
    case 'invalid_format':
      return [finding(path, issue.pattern?.includes('_') ? 'invalidKey' : 'invalidSlug')]
    default:
      return [finding(path, 'invalidOther')]
  }
}

function valueAt(input: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), input)
}

function typeFinding(path: readonly Step[], issue: z.core.$ZodIssueInvalidType): Finding {
  const word = Object.hasOwn(typeText, issue.expected) ? typeText[issue.expected as keyof typeof typeText] : typeText.object // own key, checked just before
  return { path, reason: say(packText.wrongType, 'id', { type: word.id }), reasonEn: say(packText.wrongType, 'en', { type: word.en }) }
}

function unionFinding(path: readonly Step[], issue: z.core.$ZodIssueInvalidUnion): Finding {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
  return options.length > 0 ? finding(path, 'notOneOf', { options: options.join(', ') }) : finding(path, 'invalidOther')
}

function smallFinding(path: readonly Step[], issue: z.core.$ZodIssueTooSmall): Finding {
  const min = String(issue.minimum)
  if (issue.origin === 'string') return finding(path, 'notEmpty')
  if (issue.origin === 'array') return finding(path, 'tooFew', { min })
  return finding(path, issue.inclusive === false ? 'tooSmallExclusive' : 'tooSmall', { min })
}
