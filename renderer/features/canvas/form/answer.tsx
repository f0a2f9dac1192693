/** The entry field that fits a field of a form, bound to its one place: the shared text, the answer, or the innovation's own fact. */
import { Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { answerText, setAnswer, writeAnswer } from '#shared/doc/canvas.ts'
import { writeFacts } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Value } from '#shared/model/lab.ts'
import type { FormField as FieldDef } from '#shared/model/pack.ts'
import { factPatch, optionsOf } from '#shared/rules/facts.ts'
import { isWritten } from '#shared/rules/field-column.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useDraft } from '../../../collab/use-draft.ts'
import { useSessionOf } from '../session.tsx'
import { BoundText } from './bound-text.tsx'
import style from './form.module.css'
import { AmountInput, ChoiceInput, DateInput, type InputProps, LinkInput, ScaleInput, SuggestInput, TickInput } from './inputs.tsx'
import { usePeople, useUnits } from './names.ts'
import { PhotoInput } from './photo.tsx'

type Props = {
  readonly field: FieldDef
  readonly id: string
  readonly labelledBy: string
  readonly describedBy: string | undefined
  readonly value: Value
  readonly fixed: boolean
}

/** Types whose input is a group of buttons: named by their label instead of wrapped in it. */
export const isGroup = (field: FieldDef): boolean =>
  field.type === 'scale' ||
  field.type === 'photo' ||
  field.type === 'tick' ||
  ((field.type === 'choice' || field.type === 'multi') && !isLong(field))

const isLong = (field: FieldDef): boolean => {
  const options = optionsOf(field)
  return options.length > 9 || options.some((option) => option.group !== undefined)
}

export function Answer({ field, fixed, ...rest }: Props) {
  const { def, desk, act, selectField } = useSessionOf('form')
  const set = (next: Value): void =>
    void act(() =>
      field.fact === undefined
        ? setAnswer(desk.doc, def.id, field.key, next, byPerson)
        : writeFacts(desk.doc, factPatch(field, next), byPerson),
    )
  const input: InputProps = { ...rest, fixed, required: field.required, onFocus: () => selectField(field.key), set }
  if (isWritten(field))
    return field.fact === undefined ? <WrittenAnswer field={field} input={input} /> : <FactWords field={field} input={input} />
  return <SetAnswer field={field} input={input} />
}

const inputTypes = { phone: 'tel', email: 'email' } as const

function WrittenAnswer({ field, input }: { readonly field: FieldDef; readonly input: InputProps }) {
  const { def, desk } = useSessionOf('form')
  const t = useText()
  const text = useMemo(() => answerText(desk.doc, def.id, field.key), [desk.doc, def.id, field.key])
  const words = typeof input.value === 'string' ? input.value.trim() : ''
  return (
    <>
      <BoundText
        text={text}
        write={(next) => writeAnswer(desk.doc, def.id, field.key, next, byPerson)}
        lines={field.type === 'text'}
        type={field.type === 'phone' || field.type === 'email' ? inputTypes[field.type] : 'text'}
        id={input.id}
        readOnly={input.fixed}
        className={style.input}
        describedBy={input.describedBy}
        required={field.required}
        onFocus={input.onFocus ?? (() => undefined)}
      />
      {field.type === 'email' && words !== '' && !words.includes('@') ? <p className={style.warn}>{t('form.wrongEmail')}</p> : null}
      {field.type === 'phone' && /[^\d\s()+./;,-]/u.test(words) ? <p className={style.warn}>{t('form.wrongPhone')}</p> : null}
    </>
  )
}

/** Words that belong to the innovation, not to this form: what is typed here is read everywhere. */
function FactWords({ field, input }: { readonly field: FieldDef; readonly input: InputProps }) {
  const { desk } = useSessionOf('form')
  const draft = useDraft(typeof input.value === 'string' ? input.value : '', (next) =>
    writeFacts(desk.doc, factPatch(field, next), byPerson),
  )
  const common = {
    id: input.id,
    readOnly: input.fixed,
    'aria-describedby': input.describedBy,
    'aria-required': field.required,
    onFocus: input.onFocus,
    value: draft.value,
    onBlur: draft.onBlur,
  }
  if (field.type === 'text' || field.fact === 'longName')
    return <Textarea {...common} autosize minRows={field.type === 'text' ? 3 : 1} maxRows={12} maxLength={2000} onChange={draft.onChange} />
  return <TextInput {...common} maxLength={300} onChange={draft.onChange} />
}

function SetAnswer({ field, input }: { readonly field: FieldDef; readonly input: InputProps }) {
  const both = useBoth()
  const people = usePeople()
  const units = useUnits()
  switch (field.type) {
    case 'choice':
    case 'multi':
      return <ChoiceInput {...input} options={optionsOf(field)} many={field.type === 'multi'} />
    case 'date':
      return <DateInput {...input} />
    case 'number':
    case 'rupiah':
      return <AmountInput {...input} look={field.type} min={field.min} max={field.max} />
    case 'scale':
      return <ScaleInput {...input} min={field.min ?? 1} max={field.max ?? 5} anchors={field.anchors} />
    case 'tick':
      return <TickInput {...input} />
    case 'link':
      return <LinkInput {...input} />
    case 'photo':
      return <PhotoInput {...input} label={both(field.label)} />
    case 'person':
      return <SuggestInput {...input} suggests={people} />
    case 'unit':
      return <SuggestInput {...input} suggests={units} />
    case 'line':
    case 'text':
    case 'phone':
    case 'email':
      return null
    default:
      return field.type satisfies never
  }
}
