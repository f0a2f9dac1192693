/**
 * What stands between a proposal and handing it in, as one list in which every line leads to its place. Entries fail the administrative
 * check for being too young, incomplete or carelessly answered, and for one title used twice (domain.md 2.7).
 */
import type { Innovation, Lab, Proposal } from '../model/lab.ts'
import type { IndicatorSet, ProposalDef } from '../model/pack.ts'
import type { BothTexts, Language } from '../model/text.ts'
import { say } from '../text/messages.ts'
import { submissionText } from '../text/submission.ts'
import { dayOf, formatDay } from './dates.ts'
import { formatNumber } from './numbers.ts'
import { ageFindings } from './submission-age.ts'
import { attachmentFindings, indicatorFindings, statementFindings } from './submission-papers.ts'
import { headerFindings, sectionFindings } from './submission-text.ts'
import { titleFindings } from './submission-title.ts'

export const findingKinds = [
  'missing_header',
  'no_start_date',
  'start_in_future',
  'too_young',
  'outside_window',
  'date_differs',
  'no_closing',
  'closing_passed',
  'title_doubtful',
  'empty',
  'short',
  'long',
  'careless',
  'sent_back',
  'statement_missing',
  'attachment_missing',
  'attachment_heavy',
  'too_many_attachments',
  'no_evidence',
  'claim_unproven',
  'trail_unused',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Where somebody has to go to mend it. `closing` is the lab's last day of registration for this form. */
export type FindingPlace =
  | { readonly at: 'header'; readonly key: string }
  | { readonly at: 'section'; readonly key: string }
  | { readonly at: 'statement'; readonly key: string }
  | { readonly at: 'indicator'; readonly set: string; readonly key: string }
  | { readonly at: 'evidence'; readonly id: string }
  | { readonly at: 'innovation'; readonly key: 'name' | 'longName' | 'startedOn' }
  | { readonly at: 'closing' }

export type FindingValue = string | number | BothTexts

export type SubmissionFinding = {
  /** The same for the same shortcoming however often it is asked; unique in the list. */
  readonly id: string
  readonly kind: FindingKind
  /** `must`: it would fall at the administrative check. `should`: a jury would stumble over it. */
  readonly severity: 'must' | 'should'
  readonly place: FindingPlace
  readonly message: keyof typeof submissionText
  /** Title of the field, section, statement or indicator, where there is one. */
  readonly label: BothTexts | null
  /** Numbers, names, titles in both languages, and ISO days; `sayFinding` writes them out. */
  readonly values: Readonly<Record<string, FindingValue>>
}

/** A finding before it has a number in the list; what the parts of the rule give. */
export type Found = Omit<SubmissionFinding, 'id' | 'label'> & { readonly label?: BothTexts }

/** Another innovation of the lab; an `InnovationSummary` is one. */
export type Sibling = { readonly id: string; readonly name: string; readonly longName: string; readonly archived?: boolean }

export type SubmissionAsk = {
  readonly lab: Pick<Lab, 'closings'>
  /** ISO day on which registration closes; empty while nobody knows. Absent: that of the lab, else of the form. */
  readonly closing?: string | undefined
  /** ISO day where the lab is. */
  readonly today: string
  readonly siblings?: readonly Sibling[] | undefined
  /** Sets of indicators whose profile is this form; their claims are looked at too. */
  readonly sets?: readonly IndicatorSet[] | undefined
}

/** What the parts of the rule look at. */
export type Looked = {
  readonly form: ProposalDef
  readonly innovation: Innovation
  readonly proposal: Proposal
  /** ISO day, or empty. */
  readonly closing: string
  readonly today: string
  readonly siblings: readonly Sibling[]
  readonly sets: readonly IndicatorSet[]
}

/** The last day of registration: the lab's own, else that of the form; empty while nobody knows. */
export const closingOf = (form: Pick<ProposalDef, 'id' | 'closing'>, lab: Pick<Lab, 'closings'>): string =>
  lab.closings[form.id]?.trim() || (form.closing ?? '')

/** Everything to mend, what must be mended first, each part in the order of the form. Empty: it can be handed in. */
export function submissionFindings(form: ProposalDef, innovation: Innovation, ask: SubmissionAsk): readonly SubmissionFinding[] {
  const looked: Looked = {
    form,
    innovation,
    proposal: innovation.proposals[form.id] ?? { form: form.id, header: {}, sections: {} },
    closing: ask.closing ?? closingOf(form, ask.lab),
    today: ask.today,
    siblings: ask.siblings ?? [],
    sets: (ask.sets ?? []).filter((set) => set.profile === form.id),
  }
  const found = [
    ...headerFindings(looked),
    ...titleFindings(looked),
    ...ageFindings(looked),
    ...sectionFindings(looked),
    ...statementFindings(looked),
    ...attachmentFindings(looked),
    ...indicatorFindings(looked),
  ].map((one) => ({ ...one, id: idOf(one), label: one.label ?? null }))
  return [...found.filter(({ severity }) => severity === 'must'), ...found.filter(({ severity }) => severity === 'should')]
}

function idOf({ kind, message, place, values }: Found): string {
  const where = Object.values(place).join('/')
  // Several doubtful words stand in one title.
  const { word = '' } = values
  return [kind, message, where, ...(typeof word === 'string' && word !== '' ? [word] : [])].join(':')
}

/** How many of either kind. */
export const countFindings = (findings: readonly SubmissionFinding[]): { readonly must: number; readonly should: number } => ({
  must: findings.filter(({ severity }) => severity === 'must').length,
  should: findings.filter(({ severity }) => severity === 'should').length,
})

/** The finding as a sentence; days and numbers as the language writes them. */
export function sayFinding({ message, label, values }: SubmissionFinding, language: Language): string {
  const written = Object.entries(values).map(([key, value]): [string, string] => [key, writtenOut(value, language)])
  return say(submissionText[message], language, { ...Object.fromEntries(written), ...(label && { label: label[language] }) })
}

function writtenOut(value: FindingValue, language: Language): string {
  if (typeof value === 'object') return value[language]
  if (typeof value === 'number') return formatNumber(value, language)
  return dayOf(value) === null ? value : formatDay(value, language)
}
