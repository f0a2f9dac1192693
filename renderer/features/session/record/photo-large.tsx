/** One photo as large as the window, with the next and the one before under the arrow keys. */
import { Modal } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { Photo } from '#shared/model/session.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { usePicture } from '../../../lab/use-picture.ts'
import css from './photos.module.css'

export function PhotoLarge(props: {
  readonly photos: readonly Photo[]
  readonly at: number
  readonly onGo: (at: number) => void
  readonly onClose: () => void
}) {
  const t = useText()
  const { id: lab } = useOpenLab()
  const { photos, at, onGo, onClose } = props
  const photo = photos[at]
  const picture = usePicture(lab, photo?.name ?? '')
  const press = (event: KeyboardEvent) => {
    const next = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : null
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    if (photos[next] !== undefined) onGo(next)
  }
  const title = photo?.caption || `${t('record.photos')} ${at + 1}/${photos.length}`
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
      <div className={css.large}>
        {picture.state === 'ready' ? (
          <img src={picture.url} alt={photo?.caption ?? ''} />
        ) : (
          <span className={css.hint}>{t(picture.state === 'loading' ? 'record.photoLoading' : 'record.photoMissing')}</span>
        )}
      </div>
    </Modal>
  )
}
