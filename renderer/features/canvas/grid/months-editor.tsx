/** Months as buttons: arrows move, Space ticks, Shift with an arrow takes the neighbour along. In a cell and in the outline. */
import { useLayoutEffect, useRef, useState } from 'react'
import type { Value } from '#shared/model/lab.ts'
import { monthName } from '#shared/rules/dates.ts'
import { monthsIn, monthsOfYear } from '#shared/rules/months.ts'
import { useLanguage } from '../../../app/text.ts'
import style from './cell.module.css'

type Props = {
  readonly label: string
  readonly value: Value
  readonly years: readonly string[]
  readonly readOnly: boolean
  /** Takes the focus at once. */
  readonly grabs?: boolean
  readonly onChange: (months: readonly string[]) => void
  readonly onKeyDown?: (event: React.KeyboardEvent) => void
  readonly onLeave?: () => void
}

export function MonthsEditor({ label, value, years, readOnly, grabs = false, onChange, onKeyDown, onLeave }: Props) {
  const language = useLanguage()
  const on = new Set(monthsIn(value))
  const all = years.flatMap(monthsOfYear)
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      all.findIndex((month) => on.has(month)),
    ),
  )
  const box = useRef<HTMLSpanElement>(null)
  const go = (next: number): void => {
    const place = Math.max(0, Math.min(all.length - 1, next))
    setAt(place)
    box.current?.querySelectorAll<HTMLElement>('button')[place]?.focus({ preventScroll: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when it appears
  useLayoutEffect(() => {
    if (grabs) go(at)
  }, [])
  const set = (months: readonly string[], ticked: boolean): void => {
    if (readOnly) return
    const next = new Set(on)
    for (const month of months) {
      if (ticked) next.add(month)
      else next.delete(month)
    }
    onChange([...next].sort())
  }
  const keys = (event: React.KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -12, ArrowDown: 12 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      const next = at + step
      if (next < 0 || next >= all.length) return
      const [here, there] = [all[at], all[next]]
      if (event.shiftKey && here !== undefined && there !== undefined) set([here, there], true)
      go(next)
      return
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      event.stopPropagation()
      if (!readOnly) onChange([])
      return
    }
    onKeyDown?.(event)
  }
  const name = (month: string): string => `${monthName(Number(month.slice(5)), language)} ${month.slice(0, 4)}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line of a cell
    <span
      ref={box}
      role="group"
      aria-label={label}
      className={style.months}
      data-open
      onKeyDown={keys}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.()
      }}
    >
      {years.map((year) => (
        <span key={year} className={style.year}>
          <small aria-hidden>{year}</small>
          {monthsOfYear(year).map((month) => {
            const place = all.indexOf(month)
            return (
              <button
                key={month}
                type="button"
                tabIndex={place === at ? 0 : -1}
                aria-label={name(month)}
                aria-pressed={on.has(month)}
                aria-disabled={readOnly}
                title={name(month)}
                onFocus={() => setAt(place)}
                onClick={() => set([month], !on.has(month))}
              >
                {monthName(Number(month.slice(5)), language).slice(0, 1)}
              </button>
            )
          })}
        </span>
      ))}
    </span>
  )
}
