/** The acts of one line of an outline: a button that unfolds them in place, so that nothing covers the list. */
import { ActionIcon, Button } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import style from './outline.module.css'

export type OutlineAct = { readonly key: string; readonly label: string; readonly run: () => void; readonly pressed?: boolean }

export function OutlineActs({
  label,
  acts,
  children,
}: {
  readonly label: string
  readonly acts: readonly OutlineAct[]
  readonly children?: ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconDots size={18} stroke={1.75} />
      </ActionIcon>
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc folds all controls inside
        <div className={style.acts} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
          {acts.map((act) => (
            <Button
              key={act.key}
              variant={act.pressed === true ? 'light' : 'default'}
              size="xs"
              aria-pressed={act.pressed}
              onClick={act.run}
            >
              {act.label}
            </Button>
          ))}
          {children}
        </div>
      ) : null}
    </>
  )
}
