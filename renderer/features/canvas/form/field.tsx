/** One field of a form with its label, hint, example, answer, and what the coach said about it. */
import { IconRoute } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { reviewKey } from '#shared/doc/innovation.ts'
import type { Value } from '#shared/model/lab.ts'
import type { FormField as FieldDef } from '#shared/model/pack.ts'
import { endKey } from '#shared/rules/trail.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { AcronymHelp } from './acronym.tsx'
import { countWords } from './amount.ts'
import { Answer, isGroup } from './answer.tsx'
import style from './form.module.css'
import { type FormMode, isEmpty } from './form.tsx'
import { ReviewBlock, ReviewChip } from './review.tsx'

type Props = {
  readonly field: FieldDef
  readonly answer: Value
  readonly mode: FormMode
  /** In the laid out view, which leaves examples and letter by letter help to the one column. */
  readonly drawn?: boolean
}

export function FormField({ field, answer, mode, drawn = false }: Props) {
  const { def, value, linked, field: focused, readOnly, selectField, openLinks } = useSessionOf('form')
  const t = useText()
  const both = useBoth()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const review = value.reviews[reviewKey(def.id, field.key)]
  const reviewed = def.review && !field.head
  useArrival(box, focused === field.key)
  const label = (
    <>
      {both(field.label)}
      {field.required ? <span className={style.required}> ({t('canvas.required')})</span> : null}
    </>
  )
  return (
    <div
      ref={box}
      className={style.field}
      data-empty={isEmpty(answer) || undefined}
      data-field={field.key}
      data-width={field.width}
      data-drawn={drawn || undefined}
      data-fact={field.fact}
    >
      <div className={style.label}>
        {isGroup(field) ? (
          <span id={`${id}-label`}>{label}</span>
        ) : (
          <label id={`${id}-label`} htmlFor={id}>
            {label}
          </label>
        )}
        {linked.has(endKey({ place: 'field', of: def.id, key: field.key })) || focused === field.key ? (
          <button
            type="button"
            className={style.trail}
            title={drawn ? t('canvas.trail') : undefined}
            onClick={() => {
              selectField(field.key)
              openLinks()
            }}
          >
            <IconRoute size={16} stroke={1.75} aria-hidden />
            <span>{t('canvas.trail')}</span>
          </button>
        ) : null}
        {reviewed && (!drawn || review !== undefined) ? <ReviewChip state={review?.state ?? 'belum'} /> : null}
      </div>
      <div id={`${id}-hint`}>
        {field.hint === undefined ? null : <p className={style.hint}>{both(field.hint)}</p>}
        {field.fact === 'kind' ? <p className={style.hint}>{t('form.ours')}</p> : null}
      </div>
      <Answer
        field={field}
        id={id}
        labelledBy={`${id}-label`}
        describedBy={field.hint === undefined && field.fact !== 'kind' ? undefined : `${id}-hint`}
        value={answer}
        fixed={readOnly || mode === 'review'}
      />
      <Words field={field} answer={answer} />
      {field.acronym === undefined || drawn ? null : <AcronymHelp long={answer} of={field.acronym.of} />}
      {field.example === undefined || mode === 'review' || drawn ? null : (
        <details className={style.example} open={isEmpty(answer) || undefined}>
          <summary>{t('form.example')}</summary>
          <p>{both(field.example)}</p>
        </details>
      )}
      {reviewed ? <ReviewBlock field={field} review={review} mode={mode} /> : null}
    </div>
  )
}

/** Words so far; how many are left, or over. Warned, never cut (domain.md 7.7). */
function Words({ field, answer }: { readonly field: FieldDef; readonly answer: Value }) {
  const t = useText()
  const written = field.type === 'text' || (field.type === 'line' && field.maxWords !== undefined)
  const n = written && typeof answer === 'string' ? countWords(answer) : 0
  if (n === 0) return null
  const { maxWords } = field
  if (maxWords === undefined) return <p className={style.words}>{t('canvas.words', { n })}</p>
  if (n <= maxWords) return <p className={style.words}>{t('form.wordsOf', { n, left: maxWords - n })}</p>
  return (
    <p className={style.words} data-over="true">
      {t('form.wordsOver', { over: n - maxWords, max: maxWords })}
    </p>
  )
}

/** Scrolls to the field somebody jumped to, and puts the caret in it. */
function useArrival(box: React.RefObject<HTMLDivElement | null>, here: boolean): void {
  const arrived = useRef(false)
  useEffect(() => {
    if (!here || arrived.current) return
    arrived.current = true
    const node = box.current
    if (node === null || node.contains(document.activeElement)) return
    node.scrollIntoView({ block: 'center' })
    node.querySelector<HTMLElement>('input,textarea,button')?.focus({ preventScroll: true })
  }, [box, here])
}
