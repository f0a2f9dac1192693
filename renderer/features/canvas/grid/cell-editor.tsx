/** The editor that fits a column, for one cell. */
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { readCell } from '#shared/rules/cell-text.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { MonthsEditor } from './months-editor.tsx'
import { PhotoEditor } from './photo-editor.tsx'
import { PickEditor } from './pick-editor.tsx'
import { picking, useOffers } from './suggestions.ts'
import { TextEditor, type Then } from './text-editor.tsx'
import { editText } from './values.ts'

type Props = {
  readonly column: GridColumn
  readonly value: Value
  readonly years: readonly string[]
  /** What was typed to begin with; null keeps what is there. */
  readonly begun: string | null
  readonly file: File | null
  /** Stores without ending. */
  readonly onSet: (value: Value) => void
  readonly onDone: (value: Value | undefined, then: Then) => void
}

export function CellEditor({ column, value, years, begun, file, onSet, onDone }: Props) {
  const both = useBoth()
  const language = useLanguage()
  const wants = useWanted(column)
  const label = both(column.label)
  const kind = picking(column)
  if (kind !== null) return <Picker column={column} kind={kind} value={value} begun={begun} label={label} onDone={onDone} />
  if (column.type === 'photo')
    return (
      <PhotoEditor
        label={label}
        name={typeof value === 'string' ? value : ''}
        file={file}
        onSet={onSet}
        onDone={() => onDone(undefined, 'stay')}
      />
    )
  if (column.type === 'months')
    return (
      <MonthsEditor
        label={label}
        value={value}
        years={years}
        readOnly={false}
        grabs
        onChange={onSet}
        onLeave={() => onDone(undefined, 'away')}
        onKeyDown={(event) => {
          if (event.key === ' ') event.stopPropagation()
          const then = ({ Escape: 'stay', Enter: event.shiftKey ? 'up' : 'down', Tab: event.shiftKey ? 'back' : 'next' } as const)[
            event.key
          ]
          if (then === undefined) return
          event.preventDefault()
          event.stopPropagation()
          onDone(undefined, then)
        }}
      />
    )
  const read = (text: string): Value | undefined => readCell(column, text, language)
  return (
    <TextEditor
      label={label}
      text={begun ?? editText(column, value, language)}
      begun={begun !== null}
      lines={column.type === 'text'}
      numeric={column.type === 'number' || column.type === 'rupiah' || column.type === 'percent'}
      day={
        column.type === 'date'
          ? (text) => {
              const iso = read(text)
              return typeof iso === 'string' ? iso : ''
            }
          : undefined
      }
      wrong={(text) => (read(text) === undefined ? wants : null)}
      onSave={(text, then) => onDone(read(text), then)}
      onCancel={() => onDone(undefined, 'stay')}
    />
  )
}

type PickerProps = Pick<Props, 'column' | 'value' | 'begun' | 'onDone'> & {
  readonly kind: 'one' | 'many' | 'suggest'
  readonly label: string
}

function Picker({ column, kind, value, begun, label, onDone }: PickerProps) {
  const offers = useOffers(column)
  const chosen = Array.isArray(value) ? value : value === null || value === '' ? [] : [String(value)]
  return (
    <PickEditor
      label={label}
      offers={offers}
      kind={kind}
      chosen={chosen}
      begun={begun}
      onSave={(picked, then) => {
        const [one] = picked
        if (kind === 'many') onDone(picked.length === 0 ? null : picked, then)
        else if (column.type === 'score') onDone(one === undefined ? null : Number(one), then)
        else onDone(one ?? (kind === 'suggest' ? '' : null), then)
      }}
      onCancel={() => onDone(undefined, 'stay')}
    />
  )
}

/** What a column takes, said to somebody whose entry it did not take. */
export function useWanted(column: GridColumn): string {
  const t = useText()
  const [least, most] = [
    column.min ?? (column.type === 'percent' ? 0 : undefined),
    column.max ?? (column.type === 'percent' ? 100 : undefined),
  ]
  switch (column.type) {
    case 'score':
      return t('grid.wantScore', { least: column.min ?? 1, most: column.max ?? 5 })
    case 'number':
    case 'percent':
    case 'rupiah': {
      const what = t(column.type === 'rupiah' ? 'grid.wantRupiah' : 'grid.wantNumber')
      if (least !== undefined && most !== undefined) return `${what}; ${t('grid.wantBetween', { least, most })}`
      if (least !== undefined) return `${what}; ${t('grid.wantAtLeast', { least })}`
      return most === undefined ? what : `${what}; ${t('grid.wantAtMost', { most })}`
    }
    case 'date':
      return t('grid.wantDate')
    case 'months':
      return t('grid.wantMonths')
    default:
      return t('canvas.wrongValue')
  }
}
