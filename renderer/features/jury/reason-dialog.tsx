/** Asks for a reason in words that is kept; without one nothing happens. */
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../app/text.ts'
import { ReasonField } from '../../scoring/reason-field.tsx'
import css from './jury.module.css'

export function ReasonDialog(props: {
  readonly title: string
  readonly text: string
  readonly act: string
  readonly done: (reason: string) => void
  readonly close: () => void
}) {
  const t = useText()
  const [reason, setReason] = useState('')
  const give = (): void => {
    if (reason.trim() === '') return
    props.done(reason.trim())
    props.close()
  }
  return (
    <Modal
      opened
      onClose={props.close}
      title={<strong>{props.title}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size={480}
      returnFocus
    >
      <form
        className={css.stack}
        onSubmit={(event) => {
          event.preventDefault()
          give()
        }}
      >
        <p className={css.quiet}>{props.text}</p>
        <ReasonField reason={reason} onChange={setReason} onGive={give} />
        <div className={`${css.acts} ${css.end}`}>
          <Button variant="default" onClick={props.close}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            {props.act}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
