import { formatDay, formatMoment, localDay } from '#shared/rules/dates.ts'
import { useLanguage } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'

/** Says an ISO moment as `29 Juni 2026 08.00 WIB`, in the language of the user and the time zone of the lab; nothing for what is no moment. */
export function useMoment(): (iso: string) => string {
  const language = useLanguage()
  const { timeZone } = useOpenLab().lab
  return (iso) =>
    Number.isNaN(Date.parse(iso)) ? '' : `${formatDay(localDay(iso, timeZone), language)} ${formatMoment(iso, language, timeZone)}`
}
