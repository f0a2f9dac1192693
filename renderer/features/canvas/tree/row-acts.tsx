/** The acts of one line: a button that unfolds them in place, so that nothing covers the list. What it holds is drawn only when open. */
import { ActionIcon, Button } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import outline from '../outline/outline.module.css'

export type RowAct = { readonly key: string; readonly label: string; readonly run: () => void; readonly pressed?: boolean }

type Props = { readonly label: string; readonly acts: readonly RowAct[]; readonly more?: () => ReactNode }

export function RowActs({ label, acts, more }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconDots size={18} stroke={1.75} />
      </ActionIcon>
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc folds all controls inside
        <div className={outline.acts} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
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
          {more?.()}
        </div>
      ) : null}
    </>
  )
}
