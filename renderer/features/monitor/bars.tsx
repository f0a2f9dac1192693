/** Rows of a name, a bar and a number that opens its list. */
import type { CSSProperties, ReactNode } from 'react'
import { useText } from '../../app/text.ts'
import { type BehindLine, showBehind } from '../../state/behind.ts'
import css from './monitor.module.css'

export type Bar = {
  readonly key: string
  readonly label: string
  readonly n: number
  /** Said below the name. */
  readonly note?: string
  /** Sets `--s`. */
  readonly style?: CSSProperties
  /** Made when the number is clicked. */
  readonly lines: () => readonly BehindLine[]
}

/** @param most what a full bar stands for; the largest number when absent */
export function Bars({ bars, most }: { readonly bars: readonly Bar[]; readonly most?: number }) {
  const full = Math.max(1, most ?? 0, ...bars.map(({ n }) => n))
  return (
    <ul className={css.bars}>
      {bars.map(({ key, label, n, note, style, lines }) => (
        <li key={key} style={style} data-none={n === 0 || undefined}>
          <span>
            {label}
            {note !== undefined && note !== '' && <small>{note}</small>}
          </span>
          <i aria-hidden>
            <i style={{ width: `${(n / full) * 100}%` }} />
          </i>
          <Count n={n} title={label} lines={lines} />
        </li>
      ))}
    </ul>
  )
}

/** A number with the list behind it; nothing to open at 0. */
export function Count({
  n,
  title,
  lines,
  children,
}: {
  readonly n: number
  readonly title: string
  readonly lines: () => readonly BehindLine[]
  readonly children?: ReactNode
}) {
  const t = useText()
  if (n === 0) return <b className={css.zero}>{children ?? 0}</b>
  return (
    <button
      type="button"
      className={css.count}
      aria-label={t('lab.behindOf', { what: title, n })}
      onClick={() => showBehind({ title, lines: lines() })}
    >
      {children ?? n}
    </button>
  )
}
