/** Writing what needs work, with remarks that come up often one key away. */
import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useText } from '../../app/text.ts'
import { Kbd } from '../../parts/index.ts'
import css from './review.module.css'

export const quickKeys = ['coach.quick1', 'coach.quick2', 'coach.quick3', 'coach.quick4', 'coach.quick5', 'coach.quick6'] as const

/** A quick remark goes on a line of its own behind what is written already. */
export const withQuick = (text: string, quick: string): string => {
  const before = text.trimEnd()
  return before === '' ? quick : before.includes(quick) ? text : `${before}\n${quick}`
}

type Props = {
  readonly label: string
  readonly value: string
  readonly lacks: boolean
  readonly write: (text: string) => void
  readonly save: () => void
  readonly cancel: () => void
}

export function RemarkBox({ label, value, lacks, write, save, cancel }: Props) {
  const t = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const node = field.current
    if (node === null) return
    node.focus({ preventScroll: true })
    node.setSelectionRange(node.value.length, node.value.length)
    node.closest('section')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div className={css.remarkBox}>
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={4000}
        label={label}
        description={t('coach.remarkHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={lacks && value.trim() === '' ? t('coach.remarkNeeded') : undefined}
        value={value}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.preventDefault()
            cancel()
          } else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
            event.preventDefault()
            save()
          }
        }}
      />
      <ul className={css.quick} aria-label={t('coach.quick')}>
        {quickKeys.map((key, at) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => {
                write(withQuick(value, t(key)))
                field.current?.focus()
              }}
            >
              <Kbd>{at + 1}</Kbd> {t(key)}
            </button>
          </li>
        ))}
      </ul>
      <Button size="xs" variant="light" onClick={save}>
        {t('coach.saveRemark')}
      </Button>
    </div>
  )
}
