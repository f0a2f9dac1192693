/** A time of day as it is written here, `08.30`; `8`, `830` and `8:30` are understood too. */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatTime } from '#shared/rules/dates.ts'
import { readClock } from '#shared/rules/session-plan.ts'
import { useLanguage } from '../../../app/text.ts'

type Props = {
  readonly label: string
  /** `08:30`, or empty. */
  readonly value: string
  readonly disabled?: boolean
  readonly write: (clock: string) => void
}

/** What is no time is not written and gone when the field is left. */
export function ClockField({ label, value, disabled = false, write }: Props) {
  const language = useLanguage()
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextInput
      label={label}
      disabled={disabled}
      maxLength={8}
      inputMode="numeric"
      autoComplete="off"
      placeholder={formatTime('08:30', language)}
      value={draft ?? formatTime(value, language)}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value)
        const clock = readClock(currentTarget.value)
        if (clock !== null) write(clock)
      }}
      onBlur={() => setDraft(null)}
    />
  )
}
