import { IconAlertTriangle, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { nipFault, nipShown } from '#shared/rules/people-contacts.ts'
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

/** What can be chosen, in the order shown. */
export type Options = readonly (readonly [value: string, text: string])[]

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

/** A NIP with what is odd about it below; it is kept as typed, since the rule is not certain. */
export function NipCell(cell: Cell) {
  const t = useText()
  const fault = nipFault(cell.value)
  return (
    <>
      <TextCell {...cell} value={cell.still ? nipShown(cell.value) : cell.value} />
      {fault !== null && (
        <small className={css.odd} role="status">
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden /> {t(`people.nip_${fault}`)}
        </small>
      )}
    </>
  )
}

/** Holds only the chosen option until somebody comes near: hundreds of rows with a hundred options each are slow to draw. */
export function ChoiceCell({ label, value, write, disabled, still, options }: Cell & { readonly options: Options }) {
  const [touched, setTouched] = useState(false)
  const touch = () => setTouched(true)
  const shown = touched ? options : options.filter(([one]) => one === value)
  if (still) return <span className={css.cell}>{shown[0]?.[1]}</span>
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
      {shown.map(([one, text]) => (
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
