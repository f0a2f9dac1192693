import { IconTrash } from '@tabler/icons-react'
import { useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import css from './people.module.css'

type Cell = {
  readonly label: string
  readonly value: string
  readonly write: (next: string) => void
  readonly disabled: boolean
  /** Too far from the screen to be written in: the text alone, which costs a hundredth. */
  readonly still: boolean
}

/** A text that looks like text until it is touched. */
export function TextCell({ label, value, write, disabled, still, strong = false }: Cell & { readonly strong?: boolean }) {
  const draft = useDraft(value, write)
  if (still)
    return (
      <span className={css.cell} data-strong={strong || undefined}>
        {value}
      </span>
    )
  return (
    <input
      className={css.cell}
      data-strong={strong || undefined}
      aria-label={label}
      placeholder={label}
      disabled={disabled}
      maxLength={300}
      {...draft}
    />
  )
}

export function ChoiceCell({
  label,
  value,
  write,
  disabled,
  still,
  options,
}: Cell & { readonly options: readonly (readonly [value: string, text: string])[] }) {
  if (still) return <span className={css.cell}>{options.find(([one]) => one === value)?.[1]}</span>
  return (
    <select
      className={css.cell}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => write(event.currentTarget.value)}
    >
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  )
}

export function RemoveCell({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const t = useText()
  return (
    <button type="button" className={css.remove} aria-label={t('people.remove', { name: name || t('people.unnamed') })} onClick={onRemove}>
      <IconTrash size={16} stroke={1.75} aria-hidden />
    </button>
  )
}
