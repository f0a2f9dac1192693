/** A list of which one entry is open at a time; entries can be moved, removed and added. */
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../app/text.ts'
import { StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import css from './guides.module.css'
import { Inside, useListMarks } from './marks.tsx'

/** How a list follows from what it is at that moment. */
export type ListUpdate<T> = (now: readonly T[]) => readonly T[]

export type Adding<T> = { readonly label: string; readonly make: (now: readonly T[]) => T }

type Props<T> = {
  /** Place within the part: `sections`. */
  readonly at: string
  readonly items: readonly T[]
  readonly onChange: (update: ListUpdate<T>) => void
  readonly nameOf: (item: T, at: number) => string
  /** The few words that tell entries apart while they are folded. */
  readonly noteOf?: (item: T) => string
  readonly draw: (item: T, change: (patch: Partial<T>) => void, at: number) => ReactNode
  readonly add?: readonly Adding<T>[]
  readonly disabled: boolean
}

const fieldsIn = (entry: Element | undefined): readonly HTMLElement[] =>
  entry === undefined ? [] : [...entry.querySelectorAll<HTMLElement>('input, textarea, select, button')]

/** Where the focus goes once the list is drawn anew: the same field of the entry that moved, or the first one of a new entry. */
type Focus = { readonly entry: number; readonly field: number | 'first' }

export function Ordered<T>({ at: step, items, onChange, nameOf, noteOf, draw, add = [], disabled }: Props<T>) {
  const t = useText()
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<number | null>(null)
  const [focus, setFocus] = useState<Focus | null>(null)
  const marks = useListMarks(step)
  const { wanted, wish } = marks
  useEffect(() => {
    if (wish !== null && wanted !== null) setOpen(wanted)
  }, [wanted, wish])
  useEffect(() => {
    if (focus === null) return
    const entry = list.current?.children[focus.entry]
    const body = focus.field === 'first' ? entry?.querySelector<HTMLElement>('input, textarea') : fieldsIn(entry)[focus.field]
    body?.focus()
    setFocus(null)
  }, [focus])
  const move = (at: number, by: -1 | 1, field: number): void => {
    const to = at + by
    if (to < 0 || to >= items.length) return
    onChange((now) => {
      const [here, there] = [now[at], now[to]]
      return here === undefined || there === undefined ? now : now.map((one, n) => (n === at ? there : n === to ? here : one))
    })
    setOpen(open === at ? to : open === to ? at : open)
    setFocus({ entry: to, field })
  }
  const take = (at: number, name: string): void => {
    const gone = items[at]
    if (gone === undefined) return
    onChange((now) => now.filter((_, n) => n !== at))
    setOpen(open === null || open === at ? null : open > at ? open - 1 : open)
    notify.undoable(t('guides.taken', { name }), () => {
      onChange((now) => now.toSpliced(at, 0, gone))
      setOpen(null)
    })
  }
  const keys = (event: KeyboardEvent<HTMLLIElement>, at: number): void => {
    if (disabled || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    move(at, event.key === 'ArrowUp' ? -1 : 1, Math.max(0, fieldsIn(event.currentTarget).indexOf(event.target as HTMLElement))) // a field has the focus
  }
  return (
    <>
      <ol className={css.ordered} ref={list}>
        {items.map((item, at) => {
          const name = nameOf(item, at)
          const note = noteOf?.(item) ?? ''
          const isOpen = open === at
          return (
            // Entries have no name that stays while they are edited; what is open and what has the focus is moved by hand.
            // biome-ignore lint/suspicious/noArrayIndexKey: as said above
            <li key={at} onKeyDown={(event) => keys(event, at)}>
              <div className={css.orderedHead}>
                <button
                  type="button"
                  className={css.fold}
                  aria-expanded={isOpen}
                  aria-controls={`${id}-${at}`}
                  onClick={() => setOpen(isOpen ? null : at)}
                >
                  <IconChevronRight size={16} stroke={1.75} aria-hidden />
                  <b>{name}</b>
                  {note !== '' && <span>{note}</span>}
                  {marks.wrong(at) && <StatusChip tone="bad">{t('guides.mend')}</StatusChip>}
                </button>
                {!disabled && (
                  <span className={css.tools}>
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('guides.up', { name })}
                      aria-disabled={at === 0}
                      onClick={() => move(at, -1, 1)}
                    >
                      <IconArrowUp size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('guides.down', { name })}
                      aria-disabled={at === items.length - 1}
                      onClick={() => move(at, 1, 2)}
                    >
                      <IconArrowDown size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                    <ActionIcon variant="subtle" aria-label={t('guides.take', { name })} onClick={() => take(at, name)}>
                      <IconTrash size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                  </span>
                )}
              </div>
              <div id={`${id}-${at}`} className={css.orderedBody} hidden={!isOpen}>
                {isOpen && (
                  <Inside step={step}>
                    <Inside step={`[${at}]`}>
                      {draw(item, (patch) => onChange((now) => now.map((one, n) => (n === at ? { ...one, ...patch } : one))), at)}
                    </Inside>
                  </Inside>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {!disabled && add.length > 0 && (
        <p className={css.acts}>
          {add.map(({ label, make }) => (
            <Button
              key={label}
              variant="default"
              size="compact-md"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => {
                onChange((now) => [...now, make(now)])
                setOpen(items.length)
                setFocus({ entry: items.length, field: 'first' })
              }}
            >
              {label}
            </Button>
          ))}
        </p>
      )}
    </>
  )
}
