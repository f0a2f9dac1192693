/** What stands between the open proposal and handing it in, live. */
import { useDeferredValue, useMemo } from 'react'
import type { Innovation } from '#shared/model/lab.ts'
import type { ProposalDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { dayOf, formatDay, localDay } from '#shared/rules/dates.ts'
import { allIndicators } from '#shared/rules/packs.ts'
import { closingOf, type SubmissionFinding, sayFinding, submissionFindings } from '#shared/rules/submission.ts'
import { ageBetween, startOf } from '#shared/rules/submission-age.ts'
import type { Say } from '../../../app/text.ts'
import { useOverview, usePacks } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { nowIso } from '../../../state/fresh.ts'

export function useToday(): string {
  const { timeZone } = useOpenLab().lab
  return localDay(nowIso(), timeZone)
}

export function useFindings(form: ProposalDef, value: Innovation): readonly SubmissionFinding[] {
  const { id, lab } = useOpenLab()
  const packs = usePacks()
  const asked = useOverview(id)
  const today = useToday()
  // Letters show at once; the list may come a moment later.
  const innovation = useDeferredValue(value)
  const siblings = asked.state === 'ready' ? asked.value.innovations : undefined
  return useMemo(
    () => submissionFindings(form, innovation, { lab, today, siblings, sets: allIndicators(packs) }),
    [form, innovation, lab, today, siblings, packs],
  )
}

export type Age = {
  readonly years: number
  readonly months: number
  /** Full years the form asks for; 0: none. */
  readonly needs: number
  /** ISO day it is counted on, and whether that is the day registration closes. */
  readonly day: string
  readonly onClosing: boolean
}

/** Null while nobody said when implementation began, or it lies after the day that counts. */
export function ageOf(form: ProposalDef, innovation: Innovation, closing: string, today: string): Age | null {
  const proposal = innovation.proposals[form.id] ?? { form: form.id, header: {}, sections: {} }
  const onClosing = dayOf(closing) !== null
  const day = onClosing ? closing : today
  const age = ageBetween(startOf({ form, proposal, innovation }), day)
  return age === null ? null : { ...age, needs: form.ageYears ?? 0, day, onClosing }
}

export function useAge(form: ProposalDef, innovation: Innovation): Age | null {
  const { lab } = useOpenLab()
  const today = useToday()
  return ageOf(form, innovation, closingOf(form, lab), today)
}

/** `Usia 1 tahun 9 bulan pada penutupan, 30 April 2026. Perlu 2 tahun.` */
export function sayAge({ years, months, needs, day, onClosing }: Age, language: Language, t: Say): string {
  const parts = [years > 0 && t('proposal.years', { n: years }), (months > 0 || years === 0) && t('proposal.months', { n: months })]
  const age = parts.filter((part) => part !== false).join(' ')
  const said = t(onClosing ? 'proposal.ageOnClosing' : 'proposal.ageToday', { age, day: formatDay(day, language) })
  return needs > 0 ? `${said} ${t('proposal.ageNeeds', { n: needs })}` : said
}

type Told = {
  readonly name: string
  readonly form: string
  readonly findings: readonly SubmissionFinding[]
  readonly age: Age | null
  readonly closing: string
}

/** The list as a message to the team; stars make a line bold in WhatsApp. */
export function findingsText({ name, form, findings, age, closing }: Told, language: Language, t: Say): string {
  const list = (severity: SubmissionFinding['severity'], title: string): readonly string[] => {
    const found = findings.filter((one) => one.severity === severity)
    return found.length === 0 ? [] : ['', `*${title}*`, ...found.map((one, at) => `${at + 1}. ${sayFinding(one, language)}`)]
  }
  return [
    `*${name}* (${form})`,
    findings.length === 0 ? t('proposal.readyNow') : t('proposal.notReady', { n: findings.length }),
    ...(closing === '' ? [] : [t('proposal.closesOn', { day: formatDay(closing, language) })]),
    ...(age === null ? [] : [sayAge(age, language, t)]),
    ...list('must', t('proposal.mustTitle')),
    ...list('should', t('proposal.shouldTitle')),
  ].join('\n')
}
