/** A form: one column of fields, written by the team and answered by the coach. */
import { useMemo, useState } from 'react'
import { useText } from '../../../app/text.ts'
import { Segmented } from '../../../parts/index.ts'
import { useSessionOf } from '../session.tsx'
import { FormField } from './field.tsx'
import style from './form.module.css'
import { reviewCounts } from './reviews.ts'
import { Rounds } from './rounds.tsx'

export type FormMode = 'write' | 'review'

export function Form() {
  const { def, value, canvas } = useSessionOf('form')
  const t = useText()
  const [mode, setMode] = useState<FormMode>('write')
  const reviewed = useMemo(() => def.fields.filter((field) => !field.head), [def])
  const counts = reviewCounts(
    def.id,
    reviewed.map((field) => field.key),
    value.reviews,
  )
  const missing = def.fields.filter((field) => field.required && isEmpty(canvas.fields[field.key])).length
  return (
    <div className={style.form}>
      <div className={style.top}>
        {def.review ? (
          <Segmented
            label={t('canvas.formMode')}
            value={mode}
            segments={[
              { value: 'write', label: t('canvas.modeWrite') },
              { value: 'review', label: t('canvas.modeReview') },
            ]}
            onChange={setMode}
          />
        ) : null}
        <p className={style.counts}>
          {missing > 0 ? <span>{t('canvas.requiredMissing', { n: missing })}</span> : <span>{t('canvas.requiredDone')}</span>}
          {def.review && counts.mend > 0 ? <strong>{t('canvas.toMend', { n: counts.mend })}</strong> : null}
          {def.review && counts.ok > 0 ? <span>{t('canvas.reviewOk', { n: counts.ok, of: reviewed.length })}</span> : null}
        </p>
      </div>
      {def.review ? <Rounds mode={mode} mend={counts.mend} missing={missing} /> : null}
      {def.fields.map((field) => (
        <FormField key={field.key} field={field} mode={mode} />
      ))}
    </div>
  )
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
