/** Sessions that can serve as an example: templates first, this lab before others. */
import { useMemo } from 'react'
import type { StageKey } from '#shared/model/pack.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useLabs } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { regionName } from '../../../lab/region-name.ts'
import { useSessions } from '../../../lab/use-sessions.ts'

export type Earlier = {
  readonly lab: string
  readonly session: string
  readonly title: string
  readonly stage: StageKey
  readonly start: string
  readonly label: string
  /** What it is listed under. */
  readonly group: string
}

type One = { readonly id: string; readonly title: string; readonly stage: StageKey; readonly date: string; readonly start: string }

export function useEarlier(): readonly Earlier[] {
  const t = useText()
  const language = useLanguage()
  const { id } = useOpenLab()
  const here = useSessions()
  const labs = useLabs()
  return useMemo(() => {
    const line = (lab: string, one: One, template: boolean, group: string): Earlier => {
      const title = one.title || t('session.untitled')
      const day = template || one.date === '' ? '' : `, ${formatShortDay(one.date, language)}`
      return { lab, session: one.id, title, stage: one.stage, start: one.start, label: `${title}${day}`, group }
    }
    const own = (template: boolean, group: string) =>
      here.filter((one) => one.template === template).map((one) => line(id, one, template, group))
    const others = (labs ?? [])
      .filter((lab) => lab.id !== id)
      .flatMap((lab) => {
        const name = `${regionName(lab, t)}, ${t('app.labYear', { jilid: lab.jilid, year: lab.year })}`
        const of = (template: boolean, group: string) =>
          lab.sessions.filter(({ state }) => (state === 'pola') === template).map((one) => line(lab.id, one, template, group))
        return [...of(true, `${t('session.templates')}: ${name}`), ...of(false, name)]
      })
    return [...own(true, t('session.templatesHere')), ...own(false, t('session.sessionsHere')), ...others]
  }, [here, labs, id, language, t])
}
