/** One criterion: what it looks at, the mark, what the mark adds, and a comment. */
import { Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { Criterion, JuryStage } from '#shared/model/rubric.ts'
import { numberText } from '#shared/rules/number-text.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../app/text.ts'
import { Kbd } from '../parts/index.ts'
import { addedBy, formulaOf } from './running.ts'
import { levelsOf, markOfDigit, readMark } from './scale.ts'
import css from './scoring.module.css'

type Props = {
  readonly stage: JuryStage
  readonly criterion: Criterion
  readonly number: number
  readonly value: number | null
  readonly comment: string
  /** Locked, closed or read-only: shows and takes nothing. */
  readonly fixed: boolean
  readonly onValue: (value: number | null) => void
  readonly onComment: (comment: string) => void
  /** To the criterion before (-1) or after (1). */
  readonly onMove: (by: 1 | -1) => void
}

export function CriterionField(props: Props) {
  const { stage, criterion, number, value, comment, fixed } = props
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const levels = levelsOf(criterion)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const writes = event.target instanceof HTMLTextAreaElement
    if (writes) {
      if (event.key === 'Escape') focusMark(event.currentTarget)
      return
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      props.onMove(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      props.onMove(1)
    } else if (!fixed && levels !== null) pressed(event, props)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the fields in it are heard here once
    <div className={css.criterion} data-criterion={criterion.key} data-given={value !== null || undefined} onKeyDown={onKeyDown}>
      <div className={css.criterionHead}>
        <h3>
          <span>{number}</span> {both(criterion.title)}
        </h3>
        <small>{t('scoring.weight', { n: formatNumber(criterion.weight, language) })}</small>
      </div>
      {criterion.hint && <p className={css.hint}>{both(criterion.hint)}</p>}
      {levels === null ? <NumberMark {...props} /> : <Levels {...props} levels={levels} />}
      <div className={css.below}>
        <Adds stage={stage} criterion={criterion} value={value} />
        <Comment title={both(criterion.title)} comment={comment} fixed={fixed} onComment={props.onComment} />
      </div>
    </div>
  )
}

const focusMark = (place: HTMLElement): void =>
  (place.querySelector<HTMLElement>('input:checked') ?? place.querySelector<HTMLElement>('input'))?.focus()

function pressed(event: KeyboardEvent<HTMLElement>, { criterion, onValue }: Props): void {
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault()
    onValue(null)
    return
  }
  const mark = markOfDigit(criterion, event.key)
  if (mark === undefined) return
  event.preventDefault()
  onValue(mark)
  event.currentTarget.querySelector<HTMLElement>(`[data-level="${mark}"]`)?.focus({ preventScroll: true })
}

function Levels({ criterion, levels, value, fixed, onValue }: Props & { readonly levels: readonly number[] }) {
  const both = useBoth()
  const language = useLanguage()
  const group = useId()
  const said = criterion.descriptors.length > 0
  return (
    <div className={css.levels} role="radiogroup" aria-label={both(criterion.title)} data-said={said || undefined}>
      {levels.map((level) => {
        const text = criterion.descriptors.find(({ mark }) => mark === level)?.text
        return (
          <label key={level}>
            <input
              type="radio"
              name={group}
              checked={value === level}
              disabled={fixed}
              data-mark
              data-level={level}
              onChange={() => onValue(level)}
              // A second press takes the mark away again.
              onClick={() => value === level && onValue(null)}
            />
            <b>{formatNumber(level, language)}</b>
            {text && <span>{both(text)}</span>}
          </label>
        )
      })}
    </div>
  )
}

function NumberMark({ criterion, value, fixed, onValue }: Props) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const [text, setText] = useState(value === null ? '' : numberText(value, language))
  // A mark that came from elsewhere is shown; what is being typed and means the same stays as it was typed.
  useEffect(() => {
    setText((now) => {
      const read = readMark(criterion, now, language)
      if (read === value || (read === 'unfit' && value === null)) return now
      return value === null ? '' : numberText(value, language)
    })
  }, [criterion, value, language])
  const unfit = readMark(criterion, text, language) === 'unfit'
  const scale = {
    min: formatNumber(criterion.min, language),
    max: formatNumber(criterion.max, language),
    step: formatNumber(criterion.step, language),
  }
  const change = (next: string): void => {
    setText(next)
    const read = readMark(criterion, next, language)
    // What is no mark must not leave the mark before it standing unseen.
    onValue(read === 'unfit' ? null : read)
  }
  return (
    <div className={css.numberMark}>
      <TextInput
        aria-label={both(criterion.title)}
        data-mark
        inputMode="decimal"
        value={text}
        disabled={fixed}
        error={unfit}
        onChange={(event) => change(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      {unfit ? (
        <span role="alert">{t('scoring.unfit', scale)}</span>
      ) : (
        <span>{t(criterion.step === 1 ? 'scoring.scale' : 'scoring.scaleStep', scale)}</span>
      )}
    </div>
  )
}

function Adds({ stage, criterion, value }: Pick<Props, 'stage' | 'criterion' | 'value'>) {
  const t = useText()
  const language = useLanguage()
  if (value === null) return <p className={css.adds}>{t('scoring.noMark')}</p>
  return (
    <p className={css.adds}>
      {formulaOf(stage, criterion, value, language)} = <b>{formatNumber(addedBy(stage, criterion, value), language)}</b>
    </p>
  )
}

function Comment(props: {
  readonly title: string
  readonly comment: string
  readonly fixed: boolean
  readonly onComment: (text: string) => void
}) {
  const t = useText()
  const { title, comment, fixed, onComment } = props
  if (fixed) return comment === '' ? null : <p className={css.comment}>{comment}</p>
  return (
    <Textarea
      aria-label={t('scoring.commentOn', { what: title })}
      placeholder={t('scoring.comment')}
      autosize
      size="xs"
      minRows={1}
      maxRows={8}
      maxLength={4000}
      value={comment}
      onChange={(event) => onComment(event.currentTarget.value)}
    />
  )
}

/** The keys of the form, for whoever reads instructions. */
export function ScoringKeys() {
  const t = useText()
  return (
    <p className={css.keys}>
      <span>
        <Kbd>1</Kbd>–<Kbd>9</Kbd> {t('scoring.keyMark')}
      </span>
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('scoring.keyMove')}
      </span>
      <span>
        <Kbd>Ctrl</Kbd>+<Kbd>Enter</Kbd> {t('scoring.keyLock')}
      </span>
    </p>
  )
}
