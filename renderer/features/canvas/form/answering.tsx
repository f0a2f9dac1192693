/** One respondent answers: one statement at a time with large buttons, by digits as well, forwards and back. */
import { Button, Progress, TextInput } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconChartRadar, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useDraft } from '../../../collab/use-draft.ts'
import { isTyping, useSessionOf } from '../session.tsx'
import { answered, nextOpen, questionsOf, renameRespondent, tellOf } from './edits.ts'
import { ScaleInput } from './inputs.tsx'
import style from './survey.module.css'
import { useRespondentName } from './survey.tsx'
import { ValueField } from './value-input.tsx'

type Props = { readonly item: Item; readonly go: (id: ItemId | null) => void }

export function Answering({ item, go }: Props) {
  const { def, desk, items, act, announce, readOnly } = useSessionOf('form')
  const t = useText()
  const both = useBoth()
  const nameOf = useRespondentName()
  const id = useId()
  const questions = useMemo(() => questionsOf(def), [def])
  const [at, setAt] = useState(() => nextOpen(def, item, -1) ?? 0)
  const box = useRef<HTMLDivElement>(null)
  const field = questions[at]
  const section = def.sections.find((one) => one.key === field?.section)
  const done = answered(def, item)
  const next = items[items.findIndex((one) => one.id === item.id) + 1]
  // A new statement is read out, and digits answer it at once.
  useEffect(() => {
    if (at >= 0) box.current?.focus()
  }, [at])
  if (field === undefined || def.survey === undefined) return null
  const min = field.min ?? def.survey.min
  const max = field.max ?? def.survey.max
  const value = item.values[field.key] ?? null
  const move = (step: number): void => setAt(Math.min(questions.length - 1, Math.max(0, at + step)))
  const answer = (score: Value): void => {
    act(() => tellOf(desk, item.id, field.key, score))
    announce(score === null ? t('form.unanswered') : t('form.answered', { score: String(score) }))
    if (score !== null && at < questions.length - 1) move(1)
  }
  return (
    <section className={style.answering} aria-label={t('form.answering', { name: nameOf(item) })}>
      <div className={style.answerHead}>
        <h2>{t('form.answering', { name: nameOf(item) })}</h2>
        <Button variant="default" size="sm" leftSection={<IconChartRadar size={16} stroke={1.75} aria-hidden />} onClick={() => go(null)}>
          {t('form.backToResults')}
        </Button>
      </div>
      <About item={item} />
      <Progress value={(100 * done) / questions.length} size={6} aria-label={t('form.progress', { n: done, of: questions.length })} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend as the first line of the box */}
      <div
        ref={box}
        role="group"
        tabIndex={-1}
        aria-labelledby={`${id}-at ${id}-statement`}
        className={style.question}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
          const score = Number(event.key)
          if (event.key === 'ArrowRight') move(1)
          else if (event.key === 'ArrowLeft') move(-1)
          else if (
            !readOnly &&
            event.key.trim() !== '' &&
            Number.isInteger(score) &&
            score >= min &&
            score <= max &&
            event.target === event.currentTarget
          )
            answer(score)
          else return
          event.preventDefault()
        }}
      >
        <p className={style.at} id={`${id}-at`}>
          {section === undefined ? null : <b>{both(section.label)}</b>} {t('form.statement', { n: at + 1, of: questions.length })}
        </p>
        <h3 id={`${id}-statement`}>{both(field.label)}</h3>
        {field.hint === undefined ? null : <p className={style.quiet}>{both(field.hint)}</p>}
        <ScaleInput
          id={`${id}-scale`}
          labelledBy={`${id}-statement`}
          value={value}
          fixed={readOnly}
          min={min}
          max={max}
          anchors={field.anchors}
          large
          set={answer}
        />
        <div className={style.move}>
          <Button
            variant="default"
            disabled={at === 0}
            leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
            onClick={() => move(-1)}
          >
            {t('form.previous')}
          </Button>
          <Button
            variant="default"
            disabled={at === questions.length - 1}
            rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
            onClick={() => move(1)}
          >
            {t('form.next')}
          </Button>
        </div>
        <p className={style.keys}>{t('form.answerKeys', { min, max })}</p>
      </div>
      {done === questions.length ? (
        <p className={style.done}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          {t('form.finished')}
          {next === undefined ? null : (
            <Button variant="light" size="sm" onClick={() => go(next.id)}>
              {t('form.nextRespondent')}
            </Button>
          )}
        </p>
      ) : null}
    </section>
  )
}

/** The name, and what else the survey asks about a respondent. */
function About({ item }: { readonly item: Item }) {
  const { def, desk, act, readOnly } = useSessionOf('form')
  const t = useText()
  const name = useDraft(item.text, (next) => renameRespondent(desk, item.id, next))
  return (
    <div className={style.about}>
      <TextInput label={t('form.respondentName')} maxLength={200} readOnly={readOnly} {...name} />
      {(def.survey?.respondent ?? []).map((column) => (
        <ValueField
          key={column.key}
          column={column}
          value={item.values[column.key] ?? null}
          fixed={readOnly}
          set={(next) => void act(() => tellOf(desk, item.id, column.key, next))}
        />
      ))}
    </div>
  )
}
