/** One entry in the log of reviews: of a coach, or the team's answer to it. */
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconMessageReply, type TablerIcon } from '@tabler/icons-react'
import type { ReviewEntry, ReviewState } from '#shared/model/lab.ts'
import { formatDay, localDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { StatusChip, type Tone } from '../../../parts/index.ts'
import css from './panel.module.css'

const looks: Readonly<Record<ReviewState, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  belum: { tone: 'plain', icon: IconCircleDashed },
  ok: { tone: 'ok', icon: IconCircleCheck },
  perlu_perbaikan: { tone: 'warn', icon: IconAlertTriangle },
}

/** The team says it has mended what was asked for: its entry takes the request back to "not looked at yet". */
export const answers = (entry: ReviewEntry, before: ReviewEntry | undefined): boolean =>
  entry.state === 'belum' && before?.state === 'perlu_perbaikan'

export function Entry({ entry, answer = false }: { readonly entry: ReviewEntry; readonly answer?: boolean }) {
  const t = useText()
  const language = useLanguage()
  const { timeZone } = useOpenLab().lab
  const look = looks[entry.state]
  return (
    <div className={css.remark} data-state={answer ? 'dijawab' : entry.state}>
      <p className={css.remarkHead}>
        <b>{entry.by}</b>
        <time dateTime={entry.at}>{formatDay(localDay(entry.at, timeZone), language)}</time>
        {answer ? (
          <StatusChip tone="act" icon={IconMessageReply}>
            {t('proposal.mendedWaits')}
          </StatusChip>
        ) : (
          <StatusChip tone={look.tone} icon={look.icon}>
            {t(`proposal.${entry.state}`)}
          </StatusChip>
        )}
      </p>
      {entry.remark !== '' && <p>{entry.remark}</p>}
    </div>
  )
}
