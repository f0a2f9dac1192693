/** One field of a form with its label, hint, example, answer, and what the coach said about it. */
import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconRoute } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { answerText, setAnswer, writeAnswer } from '#shared/doc/canvas.ts'
import { addReview, reviewKey } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Review, ReviewState, Value } from '#shared/model/lab.ts'
import type { FormField as FieldDef } from '#shared/model/pack.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import { readNumber } from '../grid/table-text.ts'
import { useMoment } from '../moment.ts'
import { useSessionOf } from '../session.tsx'
import { endKey } from '../trail/chain.ts'
import { BoundText } from './bound-text.tsx'
import style from './form.module.css'
import { type FormMode, isEmpty } from './form.tsx'

export function FormField({ field, mode }: { readonly field: FieldDef; readonly mode: FormMode }) {
  const { def, canvas, value, linked, field: focused, selectField, openLinks } = useSessionOf('form')
  const t = useText()
  const both = useBoth()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const review = value.reviews[reviewKey(def.id, field.key)]
  const answer = canvas.fields[field.key]
  const reviewed = def.review && !field.head
  const words = field.type === 'text' && typeof answer === 'string' && answer.trim() !== '' ? answer.trim().split(/\s+/u).length : 0
  useArrival(box, focused === field.key)
  const group = field.type === 'choice' || field.type === 'multi'
  const label = (
    <>
      {both(field.label)}
      {field.required ? <span className={style.required}> ({t('canvas.required')})</span> : null}
    </>
  )
  return (
    <div ref={box} className={style.field} data-empty={isEmpty(answer) || undefined} data-field={field.key}>
      <div className={style.label}>
        {group ? <span id={`${id}-label`}>{label}</span> : <label htmlFor={id}>{label}</label>}
        {linked.has(endKey({ place: 'field', of: def.id, key: field.key })) || focused === field.key ? (
          <button
            type="button"
            className={style.trail}
            onClick={() => {
              selectField(field.key)
              openLinks()
            }}
          >
            <IconRoute size={16} stroke={1.75} aria-hidden />
            {t('canvas.trail')}
          </button>
        ) : null}
        {reviewed ? <ReviewChip state={review?.state ?? 'belum'} /> : null}
      </div>
      {field.hint === undefined ? null : (
        <p className={style.hint} id={`${id}-hint`}>
          {both(field.hint)}
        </p>
      )}
      {field.example === undefined || !isEmpty(answer) ? null : (
        <p className={style.example}>
          <strong>{t('canvas.example')}</strong> {both(field.example)}
        </p>
      )}
      <Answer
        field={field}
        id={id}
        labelledBy={`${id}-label`}
        describedBy={field.hint === undefined ? undefined : `${id}-hint`}
        value={answer ?? null}
        mode={mode}
      />
      {words > 0 ? <p className={style.words}>{t('canvas.words', { n: words })}</p> : null}
      {reviewed ? <ReviewBlock field={field} review={review} mode={mode} /> : null}
    </div>
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
    node.querySelector<HTMLElement>('input,textarea')?.focus({ preventScroll: true })
  }, [box, here])
}

type AnswerProps = {
  readonly field: FieldDef
  readonly id: string
  readonly labelledBy: string
  readonly describedBy: string | undefined
  readonly value: Value
  readonly mode: FormMode
}

function Answer({ field, id, labelledBy, describedBy, value, mode }: AnswerProps) {
  const { def, desk, act, readOnly, selectField } = useSessionOf('form')
  const both = useBoth()
  const text = useMemo(() => answerText(desk.doc, def.id, field.key), [desk.doc, def.id, field.key])
  const fixed = readOnly || mode === 'review'
  const set = (next: Value): void => void act(() => setAnswer(desk.doc, def.id, field.key, next, byPerson))
  const onFocus = (): void => selectField(field.key)
  switch (field.type) {
    case 'line':
    case 'text':
    case 'phone':
    case 'email':
      return (
        <BoundText
          text={text}
          write={(next) => writeAnswer(desk.doc, def.id, field.key, next, byPerson)}
          lines={field.type === 'text'}
          type={field.type === 'phone' ? 'tel' : field.type === 'email' ? 'email' : 'text'}
          id={id}
          readOnly={fixed}
          className={style.input}
          describedBy={describedBy}
          required={field.required}
          onFocus={onFocus}
        />
      )
    case 'choice':
      return (
        <Radio.Group aria-labelledby={labelledBy} value={typeof value === 'string' ? value : null} onChange={set} onFocus={onFocus}>
          <div className={style.options}>
            {(field.options ?? []).map((option) => (
              <Radio key={option.key} value={option.key} label={both(option.label)} disabled={fixed} />
            ))}
          </div>
        </Radio.Group>
      )
    case 'multi':
      return (
        <Checkbox.Group aria-labelledby={labelledBy} value={Array.isArray(value) ? [...value] : []} onChange={set} onFocus={onFocus}>
          <div className={style.options}>
            {(field.options ?? []).map((option) => (
              <Checkbox key={option.key} value={option.key} label={both(option.label)} disabled={fixed} />
            ))}
          </div>
        </Checkbox.Group>
      )
    case 'date':
      return (
        <TextInput
          id={id}
          type="date"
          value={typeof value === 'string' ? value : ''}
          readOnly={fixed}
          aria-describedby={describedBy}
          onFocus={onFocus}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberAnswer
          id={id}
          value={typeof value === 'number' ? value : null}
          fixed={fixed}
          describedBy={describedBy}
          onFocus={onFocus}
          set={set}
        />
      )
    case 'rupiah':
    case 'scale':
    case 'tick':
    case 'link':
    case 'photo':
    case 'person':
    case 'unit':
      return null
    default:
      return field.type satisfies never
  }
}

type NumberProps = {
  readonly id: string
  readonly value: number | null
  readonly fixed: boolean
  readonly describedBy: string | undefined
  readonly onFocus: () => void
  readonly set: (value: Value) => void
}

function NumberAnswer({ id, value, fixed, describedBy, onFocus, set }: NumberProps) {
  const language = useLanguage()
  const t = useText()
  const [draft, setDraft] = useState<string | null>(null)
  const shown = value === null ? '' : value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')
  const number = draft === null || draft.trim() === '' ? null : readNumber(draft)
  const wrong = draft !== null && draft.trim() !== '' && number === null
  return (
    <TextInput
      id={id}
      inputMode="decimal"
      value={draft ?? shown}
      readOnly={fixed}
      aria-describedby={describedBy}
      error={wrong ? t('canvas.wrongValue') : undefined}
      onFocus={onFocus}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft === null || wrong) return
        set(number)
        setDraft(null)
      }}
    />
  )
}

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

function ReviewBlock({ field, review, mode }: { readonly field: FieldDef; readonly review: Review | undefined; readonly mode: FormMode }) {
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
  const history = review === undefined ? [] : [...review.history].reverse()
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
            {history.map((entry) => (
              <li key={entry.at + entry.state}>
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
