/** What the coach said about one field, what was said before, and saying something now. */
import { Button, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useState } from 'react'
import { addReview, reviewKey } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Review, ReviewState } from '#shared/model/lab.ts'
import type { FormField as FieldDef } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import { useMoment } from '../moment.ts'
import { useSessionOf } from '../session.tsx'
import style from './form.module.css'
import type { FormMode } from './form.tsx'

const looks = {
  belum: { tone: 'plain', icon: IconCircleDashed },
  ok: { tone: 'ok', icon: IconCircleCheck },
  perlu_perbaikan: { tone: 'warn', icon: IconAlertTriangle },
} as const

export function ReviewChip({ state }: { readonly state: ReviewState }) {
  const t = useText()
  return (
    <StatusChip tone={looks[state].tone} icon={looks[state].icon}>
      {t(`canvas.review_${state}`)}
    </StatusChip>
  )
}

export function ReviewBlock({
  field,
  review,
  mode,
}: {
  readonly field: FieldDef
  readonly review: Review | undefined
  readonly mode: FormMode
}) {
  const { def, desk, act, readOnly } = useSessionOf('form')
  const t = useText()
  const both = useBoth()
  const moment = useMoment()
  const [remark, setRemark] = useState<string | null>(null)
  const give = (state: ReviewState): void => {
    act(() =>
      addReview(desk.doc, reviewKey(def.id, field.key), { state, remark: (remark ?? '').trim(), by: desk.me, at: nowIso() }, byPerson),
    )
    setRemark(null)
  }
  const history = review === undefined ? [] : [...review.history.entries()].reverse()
  return (
    <div className={style.review}>
      {review === undefined || (review.remark === '' && review.state === 'belum') ? null : (
        <p className={style.remark} data-state={review.state}>
          {review.remark}
          <small>
            {review.by}, {moment(review.at)}
          </small>
        </p>
      )}
      {history.length === 0 ? null : (
        <details className={style.history}>
          <summary>{t('canvas.history', { n: history.length })}</summary>
          <ol>
            {history.map(([at, entry]) => (
              // What was taken back is written once more, so the same entry may stand there twice.
              <li key={`${at}${entry.at}`}>
                <ReviewChip state={entry.state} /> {entry.remark === '' ? t('canvas.noRemark') : entry.remark}
                <small>
                  {entry.by}, {moment(entry.at)}
                </small>
              </li>
            ))}
          </ol>
        </details>
      )}
      {mode === 'review' && !readOnly ? (
        <div className={style.give}>
          <Textarea
            aria-label={t('canvas.remarkFor', { field: both(field.label) })}
            placeholder={t('canvas.remark')}
            autosize
            minRows={1}
            maxRows={6}
            value={remark ?? ''}
            onChange={(event) => setRemark(event.currentTarget.value)}
          />
          <Button variant="default" size="xs" leftSection={<IconCircleCheck size={16} stroke={1.75} />} onClick={() => give('ok')}>
            {t('canvas.review_ok')}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconAlertTriangle size={16} stroke={1.75} />}
            disabled={(remark ?? '').trim() === ''}
            onClick={() => give('perlu_perbaikan')}
          >
            {t('canvas.askMend')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
