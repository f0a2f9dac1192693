/** A text for WhatsApp: read it, change it, copy it. */
import { Button, Popover, Textarea } from '@mantine/core'
import { IconBrandWhatsapp, IconCopy } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { chatMost } from '#shared/rules/chat-parts.ts'
import { useText } from '../app/text.ts'
import { Kbd } from '../parts/panel.tsx'
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
  const [made, setMade] = useState<string | null>(null)
  const close = () => setMade(null)
  return (
    <Popover
      opened={made !== null}
      onChange={(on) => !on && close()}
      width="min(440px, calc(100vw - 24px))"
      position="bottom-end"
      // On a low screen it may lie over the button, or its own buttons would be out of reach.
      middlewares={{ flip: true, shift: { padding: 12, crossAxis: true } }}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant={variant}
          size={size}
          onClick={() => setMade((now) => (now === null ? make() : null))}
          leftSection={<IconBrandWhatsapp size={16} stroke={1.75} aria-hidden />}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.sheet} aria-label={label}>
        {made !== null && <ChatWriting made={made} onClose={close} closeLabel={t('chat.close')} />}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Rows of the field that leave room for the rest of the sheet above and below it. */
const rowsFor = (height: number): number => Math.max(5, Math.min(18, Math.floor((height - 300) / 20)))

/** The text itself, for places that open it in a sheet of their own. */
export function ChatWriting(props: { readonly made: string; readonly onClose: () => void; readonly closeLabel: string }) {
  const { made, onClose, closeLabel } = props
  const t = useText()
  const [text, setText] = useState(made)
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const [rows] = useState(() => rowsFor(window.innerHeight))
  const change = (next: string) => {
    setText(next)
    setCopied('no')
  }
  const copy = async () => setCopied((await copyText(text)) ? 'yes' : 'refused')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void copy()
  }
  const n = [...text].length
  return (
    <>
      <Textarea
        data-autofocus
        autosize
        minRows={Math.min(8, rows)}
        maxRows={rows}
        label={t('chat.text')}
        description={t('chat.hint')}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <div className={css.state}>
        <span role="status">{copied === 'yes' ? t('chat.copied') : copied === 'refused' ? t('chat.refused') : ''}</span>
        <span className={css.count} data-long={n > chatMost || undefined}>
          {t(n > chatMost ? 'chat.long' : 'chat.letters', { n })}
        </span>
      </div>
      <div className={css.foot}>
        <Button size="sm" variant="subtle" onClick={onClose}>
          {closeLabel}
        </Button>
        {text !== made && (
          <Button size="sm" variant="subtle" onClick={() => change(made)}>
            {t('chat.afresh')}
          </Button>
        )}
        <Button
          size="sm"
          className={css.copy}
          onClick={() => void copy()}
          aria-keyshortcuts="Control+Enter"
          leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
        >
          {t('chat.copy')}
        </Button>
        <span className={css.key}>
          <Kbd>Ctrl Enter</Kbd>
        </span>
      </div>
    </>
  )
}
