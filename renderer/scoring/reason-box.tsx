/** An act that is written down with its reason: the reason first, then the act. */
import { Button, Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ReasonField } from './reason-field.tsx'
import css from './scoring.module.css'

type Props = {
  readonly label: string
  /** Says what the reason is for. */
  readonly hint: string
  readonly act: string
  readonly icon?: ReactNode
  readonly variant?: 'default' | 'subtle' | 'light'
  readonly size?: 'xs' | 'sm'
  readonly onGive: (reason: string) => void
}

export function ReasonBox({ label, hint, act, icon, variant = 'default', size = 'sm', onGive }: Props) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const give = (): void => {
    if (reason.trim() === '') return
    onGive(reason.trim())
    setReason('')
    setOpen(false)
  }
  return (
    <Popover opened={open} onChange={setOpen} width="min(360px, calc(100vw - 24px))" position="top-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant={variant} size={size} leftSection={icon} onClick={() => setOpen((now) => !now)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <div className={css.reason}>
          <ReasonField reason={reason} hint={hint} onChange={setReason} onGive={give} />
          <Button onClick={give} disabled={reason.trim() === ''}>
            {act}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
