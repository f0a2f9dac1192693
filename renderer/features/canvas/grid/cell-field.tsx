/** One value of a row as a labelled field: for the outline of a grid and the list beside a matrix. */
import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Item, Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { cellValue } from './edits.ts'
import { readCell, showCell } from './table-text.ts'

type Props = {
  readonly column: GridColumn
  readonly item: Item
  readonly readOnly: boolean
  readonly onChange: (value: Value) => void
  readonly hideLabel?: boolean
}

export function CellField({ column, item, readOnly, onChange, hideLabel = false }: Props) {
  const both = useBoth()
  const language = useLanguage()
  const value = cellValue(item, column)
  const label = both(column.label)
  const named = hideLabel ? { 'aria-label': label, placeholder: label } : { label }
  if (column.type === 'choice' || (column.type === 'score' && (column.max ?? 5) - (column.min ?? 1) < 12)) {
    const data =
      column.type === 'choice'
        ? (column.options ?? []).map((option) => ({ value: option.key, label: both(option.label) }))
        : scoreChoices(column, both)
    return (
      <Select
        {...named}
        clearable
        disabled={readOnly}
        value={value === null ? null : String(value)}
        data={data}
        onChange={(next) => onChange(next === null ? null : (readCell(column, next) ?? null))}
      />
    )
  }
  return (
    <TypedField
      key={`${item.id}/${column.key}`}
      column={column}
      text={showCell(column, value, language)}
      named={named}
      readOnly={readOnly}
      onChange={onChange}
    />
  )
}

/** Scores with what they mean, highest first. */
export function scoreChoices(column: GridColumn, both: ReturnType<typeof useBoth>): { value: string; label: string }[] {
  const min = column.min ?? 1
  const max = column.max ?? 5
  return Array.from({ length: max - min + 1 }, (_, at) => max - at).map((score) => {
    const anchor = column.anchors.find((one) => one.score === score)
    return { value: String(score), label: anchor === undefined ? String(score) : `${score}: ${both(anchor.label)}` }
  })
}

type TypedProps = {
  readonly column: GridColumn
  readonly text: string
  readonly named: { readonly label?: string; readonly 'aria-label'?: string; readonly placeholder?: string }
  readonly readOnly: boolean
  readonly onChange: (value: Value) => void
}

/** Saves on leaving the field and on Enter; a text that means nothing here stays and is marked. */
function TypedField({ column, text, named, readOnly, onChange }: TypedProps) {
  const t = useText()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const save = (): void => {
    const value = draft === null || draft === text ? null : readCell(column, draft)
    setWrong(value === undefined)
    if (value === undefined) return
    if (draft !== null && draft !== text) onChange(value)
    setDraft(null)
  }
  return (
    <TextInput
      {...named}
      readOnly={readOnly}
      value={draft ?? text}
      error={wrong ? t('canvas.wrongValue') : undefined}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') {
          setDraft(null)
          setWrong(false)
        }
      }}
    />
  )
}
