/** One value as a labelled field, for every type of column: for outlines, the heads of grids and the lists beside other canvases. */
import { Autocomplete, Checkbox, Input, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Item, Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { readCell, showCell } from '#shared/rules/cell-text.ts'
import { monthsIn } from '#shared/rules/months.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useWanted } from './cell-editor.tsx'
import { LinkShow } from './cell-show.tsx'
import style from './editor.module.css'
import { MonthsEditor } from './months-editor.tsx'
import { PhotoField } from './photo-editor.tsx'
import { useOffers } from './suggestions.ts'
import { DayPicker } from './text-editor.tsx'
import { cellValue, editText, shownText } from './values.ts'

type Props = {
  readonly column: GridColumn
  readonly item: Item
  readonly readOnly: boolean
  readonly onChange: (value: Value) => void
  readonly hideLabel?: boolean
  /** Years of a months column. */
  readonly years?: readonly string[]
}

const order = ['label', 'input', 'description', 'error'] as const

export function CellField({ column, item, years = [], ...rest }: Props) {
  return <ValueField key={`${item.id}/${column.key}`} {...rest} column={column} value={cellValue(item, column)} years={years} />
}

type FieldProps = Omit<Props, 'item' | 'years'> & {
  readonly value: Value
  readonly years: readonly string[]
  /** A text over several lines. */
  readonly lines?: boolean
  readonly required?: boolean
  readonly placeholder?: string | undefined
}

export function ValueField(props: FieldProps) {
  const { column, value, readOnly, onChange, hideLabel = false } = props
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const label = both(column.label)
  const named = {
    ...(hideLabel ? { 'aria-label': label, placeholder: props.placeholder ?? label } : { label, placeholder: props.placeholder ?? '' }),
    ...(column.help === undefined || hideLabel ? {} : { description: both(column.help) }),
    withAsterisk: props.required ?? column.required,
    // Side by side, labels and entries stand in one line whatever help there is.
    inputWrapperOrder: [...order],
  }
  switch (column.type) {
    case 'choice':
    case 'score':
      return <OneOf {...props} named={named} />
    case 'multi':
      return <ManyOf {...props} named={named} />
    case 'person':
    case 'unit':
    case 'measure':
      return <Suggested {...props} named={named} />
    case 'tick':
      return (
        <Checkbox
          className={style.checkField ?? ''}
          label={label}
          checked={value === true}
          disabled={readOnly}
          onChange={(event) => onChange(event.currentTarget.checked ? true : null)}
        />
      )
    case 'months':
      return <MonthsField {...props} />
    case 'photo':
      return (
        <Input.Wrapper label={label} labelElement="div">
          <PhotoField label={label} name={typeof value === 'string' ? value : ''} readOnly={readOnly} onSet={onChange} />
        </Input.Wrapper>
      )
    case 'formula':
      return <TextInput {...named} readOnly value={showCell(column, value, language)} aria-description={t('grid.workedOut')} />
    default:
      return <TypedField {...props} named={named} text={editText(column, value, language)} shown={shownText(column, value, language)} />
  }
}

type Named = {
  readonly named: {
    readonly label?: string
    readonly 'aria-label'?: string
    readonly placeholder: string
    readonly description?: string
    readonly withAsterisk: boolean
  }
}

/** Without years of a canvas, those with a month in them and the lab's own. */
function MonthsField({ column, value, years, readOnly, onChange }: FieldProps) {
  const both = useBoth()
  const { lab } = useOpenLab()
  const own = [...new Set([...monthsIn(value).map((month) => month.slice(0, 4)), String(lab.year)])].sort()
  return (
    <Input.Wrapper label={both(column.label)} labelElement="div">
      <MonthsEditor
        label={both(column.label)}
        value={value}
        years={years.length === 0 ? own : years}
        readOnly={readOnly}
        onChange={(months) => onChange(months.length === 0 ? null : months)}
      />
    </Input.Wrapper>
  )
}

/** More choices than this are searched by typing. */
const fewOffers = 8

function OneOf({ column, value, readOnly, onChange, named }: FieldProps & Named) {
  const offers = useOffers(column)
  const data = offers.map((offer) => ({
    value: offer.value,
    label: column.type === 'score' && offer.help !== undefined ? `${offer.label}: ${offer.help}` : offer.label,
    group: offer.group,
  }))
  const chosen = value === null || value === '' ? null : String(value)
  // A value the definition no longer has is shown as it is and not lost by looking at it.
  const known =
    chosen === null || data.some((one) => one.value === chosen) ? data : [...data, { value: chosen, label: chosen, group: undefined }]
  return (
    <Select
      {...named}
      clearable
      searchable={data.length > fewOffers}
      disabled={readOnly}
      value={chosen}
      data={grouped(known)}
      onChange={(next) => onChange(next === null ? null : column.type === 'score' ? Number(next) : next)}
    />
  )
}

function ManyOf({ column, value, readOnly, onChange, named }: FieldProps & Named) {
  const offers = useOffers(column)
  return (
    <MultiSelect
      {...named}
      clearable
      searchable={offers.length > fewOffers}
      disabled={readOnly}
      hidePickedOptions
      value={Array.isArray(value) ? [...value] : []}
      data={grouped(offers)}
      onChange={(next) => onChange(next.length === 0 ? null : next)}
    />
  )
}

type Choice = { readonly value: string; readonly label: string; readonly group?: string | undefined }

/** Under their headings, where there are any. */
function grouped(choices: readonly Choice[]): (Choice | { group: string; items: Choice[] })[] {
  if (!choices.some(({ group }) => group !== undefined)) return choices.map(({ value, label }) => ({ value, label }))
  const groups = new Map<string, Choice[]>()
  for (const { value, label, group = '' } of choices) groups.set(group, [...(groups.get(group) ?? []), { value, label }])
  return [...groups].map(([group, items]) => ({ group, items }))
}

function Suggested({ column, value, readOnly, onChange, named }: FieldProps & Named) {
  const offers = useOffers(column)
  const [draft, setDraft] = useState<string | null>(null)
  const stored = typeof value === 'string' ? value : ''
  const save = (text: string): void => {
    if (text.trim() !== stored) onChange(text.trim())
    setDraft(null)
  }
  return (
    <Autocomplete
      {...named}
      readOnly={readOnly}
      value={draft ?? stored}
      data={offers.map((offer) => offer.value)}
      limit={30}
      onChange={setDraft}
      onOptionSubmit={save}
      onBlur={() => draft !== null && save(draft)}
      onKeyDown={(event) => keepKeys(event, draft !== null, () => setDraft(null))}
    />
  )
}

/** While something is being typed, undo is that of the text; Esc takes the typing back. */
function keepKeys(event: React.KeyboardEvent, typing: boolean, cancel: () => void): void {
  if (typing && (event.ctrlKey || event.metaKey)) event.stopPropagation()
  if (event.key === 'Escape') cancel()
}

/** Saves on leaving the field and on Enter; a text that means nothing here stays and is marked with what is wanted. */
function TypedField({
  column,
  text,
  shown,
  named,
  readOnly,
  onChange,
  lines,
}: FieldProps & Named & { readonly text: string; readonly shown: string }) {
  const language = useLanguage()
  const wanted = useWanted(column)
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const several = lines ?? (column.type === 'text' && column.key === 'text')
  const save = (typed: string | null = draft): void => {
    if (typed === null) return
    const value = typed === text ? null : readCell(column, typed, language)
    setWrong(value === undefined)
    if (value === undefined) return
    if (typed !== text) onChange(value)
    setDraft(null)
  }
  const common = {
    ...named,
    readOnly,
    value: draft ?? shown,
    error: wrong ? wanted : undefined,
    onFocus: () => {
      if (!readOnly && draft === null && text !== shown) setDraft(text)
    },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setDraft(event.currentTarget.value),
    onBlur: () => save(),
    onKeyDown: (event: React.KeyboardEvent) => {
      keepKeys(event, draft !== null && draft !== text, () => {
        setDraft(null)
        setWrong(false)
      })
      if (event.key === 'Enter' && (!several || event.ctrlKey)) save()
    },
  }
  if (several) return <Textarea {...common} autosize minRows={1} maxRows={12} />
  const number = column.type === 'number' || column.type === 'rupiah' || column.type === 'percent'
  return (
    <TextInput
      {...common}
      inputMode={number ? 'decimal' : undefined}
      rightSection={
        column.type === 'date' && !readOnly ? (
          <DayPicker day={isoOf(readCell(column, draft ?? text, language))} onPick={(iso) => save(showCell(column, iso, language))} />
        ) : column.type === 'link' && shown !== '' && draft === null ? (
          <LinkShow text={shown} bare />
        ) : undefined
      }
      rightSectionPointerEvents="all"
    />
  )
}

const isoOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
