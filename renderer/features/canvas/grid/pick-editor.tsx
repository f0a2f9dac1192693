/** Choosing in a cell: type to find, arrows to go through, Enter to take. People, units and measures may also be written freely. */
import { Popover } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../../../app/text.ts'
import style from './editor.module.css'
import { matching, type Offer } from './suggestions.ts'
import type { Then } from './text-editor.tsx'

type Props = {
  readonly label: string
  readonly offers: readonly Offer[]
  readonly kind: 'one' | 'many' | 'suggest'
  /** Keys of what is chosen; of a suggestion the text itself. */
  readonly chosen: readonly string[]
  /** What was typed outside to begin with. */
  readonly begun: string | null
  readonly onSave: (chosen: readonly string[], then: Then) => void
  readonly onCancel: () => void
}

/** More would only be scrolled past; typing narrows them. */
const most = 60

export function PickEditor({ label, offers, kind, chosen, begun, onSave, onCancel }: Props) {
  const t = useText()
  const first = chosen[0] ?? ''
  const [query, setQuery] = useState(begun ?? (kind === 'suggest' ? first : ''))
  const [touched, setTouched] = useState(begun !== null)
  const [marked, setMarked] = useState<readonly string[]>(chosen)
  const found = useMemo(() => matching(offers, touched ? query : '').slice(0, most), [offers, query, touched])
  const start = kind === 'suggest' || begun !== null ? -1 : found.findIndex((offer) => offer.value === first)
  const [moved, setActive] = useState<number | null>(null)
  const active = moved ?? (touched && kind !== 'suggest' && query.trim() !== '' ? 0 : start)
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const ended = useRef(false)
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    if (begun === null) field.current?.select()
  }, [begun])
  useLayoutEffect(() => {
    if (active >= 0) document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, list])
  const end = (how: () => void): void => {
    if (ended.current) return
    ended.current = true
    how()
  }
  const toggle = (value: string): void => {
    setMarked((now) => (now.includes(value) ? now.filter((one) => one !== value) : [...now, value]))
    setQuery('')
    setTouched(false)
    field.current?.focus()
  }
  const take = (offer: Offer, then: Then): void => (kind === 'many' ? toggle(offer.value) : end(() => onSave([offer.value], then)))
  const save = (then: Then): void => {
    const offer = found[active]
    if (kind === 'many') {
      const typed = touched && query.trim() !== '' && offer !== undefined && !marked.includes(offer.value) ? [offer.value] : []
      end(() => onSave([...marked, ...typed], then))
    } else if (offer !== undefined && (touched || moved !== null)) end(() => onSave([offer.value], then))
    else if (kind === 'suggest') end(() => onSave(query.trim() === '' ? [] : [query.trim()], then))
    else end(onCancel)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const run = (what: () => void): void => {
      event.preventDefault()
      what()
    }
    const offer = found[active]
    if (event.key === 'Escape') end(onCancel)
    else if (event.key === 'ArrowDown') run(() => setActive(Math.min(found.length - 1, active + 1)))
    else if (event.key === 'ArrowUp') run(() => setActive(Math.max(0, active - 1)))
    else if (event.key === 'Tab') run(() => save(event.shiftKey ? 'back' : 'next'))
    else if (event.key === 'Enter' && kind === 'many' && touched && query.trim() !== '' && offer !== undefined)
      run(() => toggle(offer.value))
    else if (event.key === 'Enter') run(() => save(event.ctrlKey ? 'insert' : event.shiftKey ? 'up' : 'down'))
    else if (event.key === ' ' && kind === 'many' && query === '' && offer !== undefined) run(() => toggle(offer.value))
  }
  return (
    <Popover
      opened
      shadow="md"
      position="bottom-start"
      offset={2}
      withinPortal
      trapFocus={false}
      returnFocus={false}
      closeOnEscape={false}
      withRoles={false}
    >
      <Popover.Target>
        <input
          ref={field}
          className={style.editor}
          role="combobox"
          aria-label={label}
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 && active < found.length ? `${list}-${active}` : undefined}
          autoComplete="off"
          placeholder={
            kind === 'many' ? t('grid.chosen', { n: marked.length }) : (offers.find((offer) => offer.value === first)?.label ?? '')
          }
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setTouched(true)
            setActive(null)
          }}
          onBlur={() => (kind === 'one' ? end(onCancel) : save('away'))}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown className={style.list} onMouseDown={(event) => event.preventDefault()}>
        <div id={list} role="listbox" aria-label={label} aria-multiselectable={kind === 'many' || undefined}>
          {found.map((offer, at) => (
            <OfferLine
              key={offer.value}
              id={`${list}-${at}`}
              offer={offer}
              group={offer.group !== undefined && offer.group !== found[at - 1]?.group ? offer.group : undefined}
              active={at === active}
              on={marked.includes(offer.value)}
              onTake={() => take(offer, 'stay')}
            />
          ))}
        </div>
        {found.length === 0 ? <p className={style.none}>{t(kind === 'suggest' ? 'grid.newName' : 'grid.noOffer')}</p> : null}
        {marked.length === 0 || kind === 'suggest' ? null : (
          <button type="button" className={style.none} tabIndex={-1} onClick={() => end(() => onSave([], 'stay'))}>
            {t('grid.emptyCell')}
          </button>
        )}
        {kind === 'many' ? <p className={style.none}>{t('grid.manyKeys')}</p> : null}
      </Popover.Dropdown>
    </Popover>
  )
}

type LineProps = {
  readonly id: string
  readonly offer: Offer
  readonly group: string | undefined
  readonly active: boolean
  readonly on: boolean
  readonly onTake: () => void
}

function OfferLine({ id, offer, group, active, on, onTake }: LineProps) {
  return (
    <>
      {group === undefined ? null : (
        <div role="presentation" className={style.offerGroup}>
          {group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys of the whole list */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option */}
      <div id={id} role="option" aria-selected={on} data-active={active || undefined} className={style.offer} onClick={onTake}>
        <span>
          {offer.label}
          {offer.help === undefined || offer.help === '' ? null : <small>{offer.help}</small>}
        </span>
        {on ? <IconCheck size={16} stroke={2} aria-hidden /> : null}
      </div>
    </>
  )
}
