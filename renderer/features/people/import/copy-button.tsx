import { Button } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../app/text.ts'
import { copyText } from '../../../state/copy-text.ts'

export function CopyButton({
  text,
  label,
  icon: Icon,
}: {
  readonly text: () => string
  readonly label: string
  readonly icon: TablerIcon
}) {
  const t = useText()
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
        onClick={() => void copyText(text()).then(setCopied)}
      >
        {label}
      </Button>
      <span role="status">{copied !== null && t(copied ? 'people.copied' : 'people.notCopied')}</span>
    </>
  )
}
