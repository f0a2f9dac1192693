/** A text for WhatsApp: read it, change it, copy it. */
import { Button, Popover, Textarea } from '@mantine/core'
import { IconBrandWhatsapp, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../app/text.ts'
import { copyText } from '../state/copy-text.ts'
import css from './chat-text.module.css'

type Props = {
  /** On the button, such as `Salin ringkasan`. */
  readonly label: string
  /** Makes the text afresh each time it is opened. */
  readonly make: () => string
  readonly variant?: 'default' | 'subtle' | 'light'
  readonly size?: 'xs' | 'sm'
}

/** A button that opens the text. What is changed there is copied and kept nowhere. */
export function ChatText({ label, make, variant = 'default', size = 'sm' }: Props) {
  const t = useText()
  const [text, setText] = useState<string | null>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const open = () => {
    setText(make())
    setCopied('no')
  }
  const copy = async () => setCopied((await copyText(text ?? '')) ? 'yes' : 'refused')
  return (
    <Popover opened={text !== null} onChange={(on) => !on && setText(null)} width={420} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant={variant}
          size={size}
          onClick={text === null ? open : () => setText(null)}
          leftSection={<IconBrandWhatsapp size={16} stroke={1.75} aria-hidden />}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Textarea
          data-autofocus
          autosize
          minRows={8}
          maxRows={18}
          label={t('chat.text')}
          description={t('chat.hint')}
          value={text ?? ''}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setCopied('no')
          }}
        />
        <div className={css.foot}>
          <span role="status">{copied === 'yes' ? t('chat.copied') : copied === 'refused' ? t('chat.refused') : ''}</span>
          <Button size="sm" onClick={() => void copy()} leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}>
            {t('chat.copy')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
