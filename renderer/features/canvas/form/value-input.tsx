/** The entry field that fits a column: what a respondent says of himself, and what an item of a matrix holds. */
import { Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { monthName } from '#shared/rules/dates.ts'
import { monthsIn, monthsOfYear, yearsShown } from '#shared/rules/months.ts'
import { shortMonthName } from '#shared/rules/read-date.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useSession } from '../session.tsx'
import style from './inputs.module.css'
import { AmountInput, ChoiceInput, DateInput, type InputProps, LinkInput, ScaleInput, SuggestInput, TickInput } from './inputs.tsx'
import { usePeople, useUnits } from './names.ts'
import { PhotoInput } from './photo.tsx'

type Props = {
  readonly column: GridColumn
  readonly value: Value
  readonly fixed: boolean
  readonly set: (value: Value) => void
  readonly children?: ReactNode
}

/** A labelled column. Formulas are not entered and draw nothing here. `children` stand below the field: remarks of the definition. */
export function ValueField({ column, value, fixed, set, children }: Props) {
  const both = useBoth()
  const t = useText()
  const id = useId()
  const grouped = column.type === 'score' || column.type === 'photo' || column.type === 'months' || column.type === 'tick'
  const label = (
    <>
      {both(column.label)}
      {column.required ? <span className={style.required}> ({t('canvas.required')})</span> : null}
    </>
  )
  if (column.type === 'formula') return null
  return (
    <div className={style.value} data-wide={column.type === 'text' || column.width >= 2 || undefined}>
      {grouped ? (
        <span id={`${id}-label`} className={style.valueLabel}>
          {label}
        </span>
      ) : (
        <label id={`${id}-label`} htmlFor={id} className={style.valueLabel}>
          {label}
        </label>
      )}
      {column.help === undefined ? null : (
        <p className={style.hint} id={`${id}-hint`}>
          {both(column.help)}
        </p>
      )}
      <ColumnInput
        column={column}
        id={id}
        labelledBy={`${id}-label`}
        describedBy={column.help === undefined ? undefined : `${id}-hint`}
        value={value}
        fixed={fixed}
        required={column.required}
        set={set}
      />
      {children}
    </div>
  )
}

function ColumnInput({ column, ...input }: InputProps & { readonly column: GridColumn }) {
  const both = useBoth()
  const people = usePeople()
  const units = useUnits()
  switch (column.type) {
    case 'text':
      return <WordsInput {...input} lines={column.width >= 2} />
    case 'score':
      return <ScaleInput {...input} min={column.min ?? 1} max={column.max ?? 5} anchors={column.anchors} compact />
    case 'number':
    case 'rupiah':
    case 'percent':
      return (
        <AmountInput
          {...input}
          look={column.type}
          min={column.min ?? (column.type === 'percent' ? 0 : undefined)}
          max={column.max ?? (column.type === 'percent' ? 100 : undefined)}
        />
      )
    case 'date':
      return <DateInput {...input} />
    case 'choice':
    case 'multi':
      return (
        <ChoiceInput {...input} options={column.options ?? []} many={column.type === 'multi'} roomy={(column.options?.length ?? 0) <= 4} />
      )
    case 'tick':
      return <TickInput {...input} />
    case 'months':
      return <MonthsInput {...input} column={column} />
    case 'person':
      return <SuggestInput {...input} suggests={people} />
    case 'unit':
      return <SuggestInput {...input} suggests={units} />
    case 'measure':
      return <SuggestInput {...input} suggests={column.suggests.map(both)} />
    case 'photo':
      return <PhotoInput {...input} label={both(column.label)} />
    case 'link':
      return <LinkInput {...input} />
    case 'formula':
      return null
    default:
      return column.type satisfies never
  }
}

/** Text that is saved on leaving the field. */
function WordsInput({ id, describedBy, value, fixed, required = false, onFocus, set, lines }: InputProps & { readonly lines: boolean }) {
  const stored = typeof value === 'string' ? value : ''
  const [draft, setDraft] = useState<string | null>(null)
  const common = {
    id,
    value: draft ?? stored,
    readOnly: fixed,
    'aria-describedby': describedBy,
    'aria-required': required,
    onFocus,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setDraft(event.currentTarget.value),
    onBlur: () => {
      if (draft !== null && draft !== stored) set(draft)
      setDraft(null)
    },
  }
  if (!lines) return <TextInput {...common} maxLength={2000} />
  return <Textarea {...common} autosize minRows={2} maxRows={12} maxLength={8000} />
}

/** Twelve boxes for each year shown. */
function MonthsInput({ column, labelledBy, value, fixed, onFocus, set }: InputProps & { readonly column: GridColumn }) {
  const { canvas } = useSession()
  const { lab } = useOpenLab()
  const language = useLanguage()
  const chosen = monthsIn(value)
  const years = yearsShown(column, canvas.items, canvas.settings, String(lab.year))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend as the first line of the box
    <div role="group" aria-labelledby={labelledBy} onFocus={onFocus}>
      {years.map((year) => (
        <div key={year} className={style.months}>
          <b>{year}</b>
          {monthsOfYear(year).map((month) => (
            <button
              key={month}
              type="button"
              disabled={fixed}
              aria-pressed={chosen.includes(month)}
              aria-label={`${monthName(Number(month.slice(5)), language)} ${year}`}
              onClick={() => set(chosen.includes(month) ? chosen.filter((one) => one !== month) : [...chosen, month].sort())}
            >
              {shortMonthName(Number(month.slice(5)), language)}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}
