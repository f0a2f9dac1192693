/** When something was, as a coach wants to know it. */
import { daysBetween, formatDay, formatMoment, localDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { useNow } from '../../state/clock.ts'

export type When = {
  /** `29 Juni 2026 08.00 WIB` */ readonly full: (iso: string) => string /** `3 hari lalu` */
  readonly ago: (iso: string) => string
}

/** Both are empty for what is no moment. */
export function useWhen(): When {
  const t = useText()
  const language = useLanguage()
  const { timeZone } = useOpenLab().lab
  const today = localDay(new Date(useNow(60_000)).toISOString(), timeZone)
  const full = (iso: string): string => {
    const day = localDay(iso, timeZone)
    return day === '' ? '' : `${formatDay(day, language)} ${formatMoment(iso, language, timeZone)}`
  }
  return {
    full,
    ago: (iso) => {
      const days = daysBetween(localDay(iso, timeZone), today)
      if (days === null) return ''
      const time = formatMoment(iso, language, timeZone)
      if (days === 0) return t('coach.today', { time })
      // The clock of another laptop may be ahead.
      if (days < 0) return full(iso)
      return days === 1 ? t('coach.yesterday', { time }) : t('coach.daysAgo', { n: days })
    },
  }
}
