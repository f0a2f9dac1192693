/** One photo as large as the window or the place it is given, with the next and the one before under the arrow keys. */
import { Button, Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Photo } from '#shared/model/session.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { usePicture } from '../../../lab/use-picture.ts'
import css from './photos.module.css'

export function PhotoLarge(props: {
  readonly photos: readonly Photo[]
  readonly at: number
  readonly stage: HTMLElement | null
  readonly onGo: (at: number) => void
  readonly onClose: () => void
}) {
  const t = useText()
  const { id: lab } = useOpenLab()
  const { photos, at, stage, onGo, onClose } = props
  const photo = photos[at]
  const picture = usePicture(lab, photo?.name ?? '')
  const press = (event: KeyboardEvent) => {
    if (stage !== null && event.key === 'Escape') onClose()
    const next = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : null
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    if (photos[next] !== undefined) onGo(next)
  }
  const title = photo?.caption || `${t('record.photos')} ${at + 1}/${photos.length}`
  const picked = (
    <div className={css.large}>
      {picture.state === 'ready' ? (
        <img src={picture.url} alt={photo?.caption ?? ''} />
      ) : (
        <span className={css.hint}>{t(picture.state === 'loading' ? 'record.photoLoading' : 'record.photoMissing')}</span>
      )}
    </div>
  )
  if (stage !== null)
    return createPortal(
      <OnStage title={title} onClose={onClose} onKeyDown={press}>
        {picked}
      </OnStage>,
      stage,
    )
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="auto"
      centered
      closeButtonProps={{ 'aria-label': t('record.close') }}
      onKeyDown={press}
    >
      {picked}
    </Modal>
  )
}

/** Takes the place of what stood there; timer and agenda stay in sight and in reach. */
function OnStage(props: {
  readonly title: string
  readonly onClose: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly children: ReactNode
}) {
  const t = useText()
  const box = useRef<HTMLElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    box.current?.scrollIntoView({ block: 'nearest' })
    close.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <section className={css.onStage} data-photo aria-label={props.title} ref={box} onKeyDown={props.onKeyDown}>
      <div className={css.stageHead}>
        <h2>{props.title}</h2>
        <Button
          ref={close}
          variant="default"
          leftSection={<IconX size={18} stroke={1.75} aria-hidden />}
          aria-keyshortcuts="Escape"
          onClick={props.onClose}
        >
          {t('record.close')}
        </Button>
      </div>
      {props.children}
    </section>
  )
}
