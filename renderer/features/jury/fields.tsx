/** Fields that hand over what was typed once it is done: on Enter or when the field is left. */
import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLanguage } from '../../app/text.ts'

type Base = {
  readonly label: string
  /** The label is for screen readers only, as in a table. */
  readonly bare?: boolean
  readonly disabled?: boolean
  readonly className?: string | undefined
}

export function TextField(
  props: Base & {
    readonly value: string
    readonly write: (value: string) => void
    readonly hint?: string
    readonly type?: 'text' | 'date' | 'time'
    readonly rows?: number
    readonly most?: number
  },
) {
  const { label, bare, value, write, hint, rows, type = 'text', most = 400 } = props
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const done = () => {
    if (draft.trim() !== value) write(draft.trim())
  }
  const same = {
    ...(bare ? { 'aria-label': label } : { label }),
    value: draft,
    maxLength: most,
    disabled: props.disabled ?? false,
    ...(hint === undefined ? {} : { placeholder: hint }),
    ...(props.className === undefined ? {} : { className: props.className }),
    onBlur: done,
  }
  if (rows !== undefined) return <Textarea {...same} minRows={rows} autosize onChange={(event) => setDraft(event.currentTarget.value)} />
  return (
    <TextInput
      {...same}
      type={type}
      size={bare ? 'xs' : 'sm'}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  )
}

export function NumberField(
  props: Base & {
    readonly value: number
    readonly write: (value: number) => void
    readonly min: number
    readonly max: number
    readonly whole?: boolean
    readonly suffix?: string
  },
) {
  const { label, bare, value, write, min, max, whole } = props
  const language = useLanguage()
  const [draft, setDraft] = useState<string | number>(value)
  useEffect(() => setDraft(value), [value])
  const done = () => {
    const next = Number(draft)
    if (draft === '' || !Number.isFinite(next) || next < min || next > max) setDraft(value)
    else if (next !== value) write(next)
  }
  return (
    <NumberInput
      {...(bare ? { 'aria-label': label } : { label })}
      size={bare ? 'xs' : 'sm'}
      hideControls={bare === true}
      value={draft}
      min={min}
      max={max}
      allowDecimal={!whole}
      decimalSeparator={language === 'id' ? ',' : '.'}
      disabled={props.disabled ?? false}
      {...(props.suffix === undefined ? {} : { suffix: props.suffix })}
      {...(props.className === undefined ? {} : { className: props.className })}
      onChange={setDraft}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  )
}
