import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './parts.module.css'

export type Tone = 'plain' | 'ok' | 'warn' | 'bad' | 'act'

/** A state in a word; the icon carries it where colour cannot. */
export function StatusChip({
  tone = 'plain',
  icon: Icon,
  children,
}: {
  readonly tone?: Tone
  readonly icon?: TablerIcon
  readonly children: ReactNode
}) {
  return (
    <span className={css.chip} data-tone={tone}>
      {Icon && <Icon size={14} stroke={1.75} aria-hidden />}
      {children}
    </span>
  )
}
