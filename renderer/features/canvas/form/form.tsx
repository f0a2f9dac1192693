/** A form: written by the team and answered by the coach; as one column, or laid out as the paper looks. A survey is a form for many. */
import { useMemo, useState } from 'react'
import { reviewKey } from '#shared/doc/innovation.ts'
import type { Value } from '#shared/model/lab.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { Segmented } from '../../../parts/index.ts'
import { type Mode, useSessionOf } from '../session.tsx'
import { FormField } from './field.tsx'
import style from './form.module.css'
import { reviewCounts } from './reviews.ts'
import { Rounds } from './rounds.tsx'
import { inSections } from './sections.ts'
import { FormSheet } from './sheet.tsx'
import { Survey } from './survey.tsx'

export type FormMode = 'write' | 'review'

export function Form({ view }: { readonly view: Mode }) {
  const { def } = useSessionOf('form')
  return def.survey === undefined ? <WrittenForm view={view} /> : <Survey view={view} />
}

function WrittenForm({ view }: { readonly view: Mode }) {
  const { def, value, canvas } = useSessionOf('form')
  const t = useText()
  const [mode, setMode] = useState<FormMode>('write')
  const answers = useMemo(() => withFacts(def, canvas, value).fields, [def, canvas, value])
  const reviewed = useMemo(() => def.fields.filter((field) => !field.head), [def])
  const counts = reviewCounts(
    def.id,
    reviewed.map((field) => field.key),
    value.reviews,
  )
  const toMend = reviewed.find(({ key }) => value.reviews[reviewKey(def.id, key)]?.state === 'perlu_perbaikan')?.key
  const missing = def.fields.filter((field) => field.required && isEmpty(answers[field.key])).length
  return (
    <div className={style.form} data-view={view} data-layout={view === 'picture' ? def.layout : undefined}>
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
          {def.review && counts.mend > 0 ? (
            <button type="button" className={style.toMend} onClick={() => goToMend(toMend)}>
              {t('canvas.toMend', { n: counts.mend })}
            </button>
          ) : null}
          {def.review && counts.ok > 0 ? <span>{t('canvas.reviewOk', { n: counts.ok, of: reviewed.length })}</span> : null}
        </p>
      </div>
      {def.review ? <Rounds mode={mode} mend={counts.mend} missing={missing} /> : null}
      {view === 'picture' ? <FormSheet answers={answers} mode={mode} /> : <Column answers={answers} mode={mode} />}
    </div>
  )
}

function Column({ answers, mode }: { readonly answers: Readonly<Record<string, Value>>; readonly mode: FormMode }) {
  const { def } = useSessionOf('form')
  const both = useBoth()
  return inSections(def.sections, def.fields).map(({ section, fields }) => (
    <section key={section?.key ?? ''} className={style.section} aria-label={section === null ? both(def.title) : undefined}>
      {section === null ? null : (
        <header>
          <h2>{both(section.label)}</h2>
          {section.help === undefined ? null : <p>{both(section.help)}</p>}
        </header>
      )}
      {fields.map((field) => (
        <FormField key={field.key} field={field} answer={answers[field.key] ?? null} mode={mode} />
      ))}
    </section>
  ))
}

/** To the first answer that needs work. */
function goToMend(key: string | undefined): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(key ?? '')}"]`)
  field?.scrollIntoView({ block: 'center' })
  field?.querySelector<HTMLElement>('input,textarea,button')?.focus({ preventScroll: true })
}

/** A tick taken back is an answer; only what nobody touched is empty. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
