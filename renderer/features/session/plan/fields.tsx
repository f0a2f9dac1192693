/** Fields of the plan that look like text until they are touched. */
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useDraft } from '../../../collab/use-draft.ts'
import css from './plan.module.css'

type Field = { readonly label: string; readonly disabled: boolean }

export function PlainText(
  props: Field & {
    readonly value: string
    readonly write: (next: string) => void
    readonly strong?: boolean
    readonly list?: string
    readonly part?: string
  },
) {
  const { label, value, write, disabled, strong = false, list, part } = props
  const draft = useDraft(value, write)
  return (
    <input
      className={css.cell}
      data-strong={strong || undefined}
      data-part={part}
      aria-label={label}
      placeholder={label}
      disabled={disabled}
      maxLength={300}
      list={list}
      autoComplete="off"
      {...draft}
    />
  )
}

/** A whole number; what is no number of the range is not written and gone when the field is left. */
export function PlainNumber(
  props: Field & {
    readonly value: number
    readonly write: (next: number) => void
    readonly min: number
    readonly max: number
    readonly step?: number
    readonly boxed?: boolean
  },
) {
  const { label, value, write, disabled, min, max, step = 1, boxed = false } = props
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <input
      type="number"
      className={css.cell}
      data-number
      data-boxed={boxed || undefined}
      aria-label={label}
      disabled={disabled}
      min={min}
      max={max}
      step={step}
      value={draft ?? String(value)}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value)
        const next = Number(currentTarget.value)
        if (currentTarget.value !== '' && Number.isInteger(next) && next >= min && next <= max) write(next)
      }}
      onBlur={() => setDraft(null)}
    />
  )
}

export type Choice = { readonly value: string; readonly label: string; readonly group?: string }

/** Holds only the chosen option until somebody comes near: a plan has many rows and a choice of all canvases in each. */
export function PlainChoice(
  props: Field & { readonly value: string; readonly write: (next: string) => void; readonly choices: readonly Choice[] },
) {
  const { label, value, write, disabled, choices } = props
  const [touched, setTouched] = useState(false)
  const touch = () => setTouched(true)
  const shown = touched ? choices : choices.filter((one) => one.value === value)
  const groups = [...new Set(shown.map(({ group }) => group ?? ''))]
  const option = (one: Choice) => (
    <option key={one.value} value={one.value}>
      {one.label}
    </option>
  )
  return (
    <select
      className={css.cell}
      aria-label={label}
      value={value}
      disabled={disabled}
      onPointerEnter={touch}
      onFocus={touch}
      onChange={(event) => write(event.currentTarget.value)}
    >
      {groups.map((group) => {
        const options = shown.filter((one) => (one.group ?? '') === group).map(option)
        return group === '' ? (
          options
        ) : (
          <optgroup key={group} label={group}>
            {options}
          </optgroup>
        )
      })}
    </select>
  )
}

export function LongText(
  props: Field & { readonly hint: string; readonly value: string; readonly write: (next: string) => void; readonly rows?: number },
) {
  const { label, hint, value, write, disabled, rows = 2 } = props
  const draft = useDraft(value, write)
  return <Textarea autosize minRows={rows} maxRows={12} label={label} description={hint} disabled={disabled} maxLength={8000} {...draft} />
}
