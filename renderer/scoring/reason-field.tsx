/** A reason in words, as every act that needs one asks for it. Ctrl+Enter gives it. */
import { Textarea } from '@mantine/core'
import { useText } from '../app/text.ts'

type Props = { readonly reason: string; readonly hint?: string; readonly onChange: (reason: string) => void; readonly onGive: () => void }

export function ReasonField({ reason, hint, onChange, onGive }: Props) {
  const t = useText()
  return (
    <Textarea
      data-autofocus
      label={t('scoring.reason')}
      {...(hint === undefined ? {} : { description: hint })}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={400}
      value={reason}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.stopPropagation()
        onGive()
      }}
    />
  )
}
