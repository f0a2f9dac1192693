/** One photo with its caption. */
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { Photo, Session } from '#shared/model/session.ts'
import { useText } from '../../../app/text.ts'
import { useDraft } from '../../../collab/use-draft.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { usePicture } from '../../../lab/use-picture.ts'
import css from './photos.module.css'
import type { PhotoDesk } from './use-photos.ts'

export function PhotoCard(props: {
  readonly photo: Photo
  readonly session: Session
  readonly desk: PhotoDesk
  readonly first: boolean
  readonly last: boolean
  readonly compact: boolean
  readonly onOpen: () => void
}) {
  const t = useText()
  const { photo, session, desk } = props
  const { id: lab } = useOpenLab()
  const picture = usePicture(lab, photo.name)
  const caption = useDraft(photo.caption, (next) => desk.change(photo.id, { caption: next }))
  const block = session.blocks.find(({ id }) => id === photo.block)
  const press = (event: KeyboardEvent) => {
    const step =
      event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || step === null || desk.readOnly) return
    event.preventDefault()
    event.stopPropagation()
    desk.move(photo, step)
  }
  return (
    <li className={css.card} onKeyDown={press}>
      <button type="button" className={css.picture} onClick={props.onOpen} aria-label={`${t('record.photoOpen')}: ${photo.caption}`}>
        {picture.state === 'ready' ? (
          <img src={picture.url} alt={photo.caption} width={photo.width} height={photo.height} />
        ) : (
          <span>{t(picture.state === 'loading' ? 'record.photoLoading' : 'record.photoMissing')}</span>
        )}
      </button>
      {desk.readOnly ? (
        <p>{photo.caption}</p>
      ) : (
        <TextInput size="xs" aria-label={t('record.photoCaption')} placeholder={t('record.photoCaption')} maxLength={500} {...caption} />
      )}
      <div className={css.foot}>
        {session.blocks.length === 0 || desk.readOnly ? (
          <span className={css.hint}>{block?.title ?? ''}</span>
        ) : (
          <NativeSelect
            size="xs"
            aria-label={t('record.photoBlock')}
            data={[
              { value: '', label: t('record.outside') },
              ...session.blocks.map(({ id, title }) => ({ value: id as string, label: title })),
            ]}
            value={block?.id ?? ''}
            onChange={(event) => desk.change(photo.id, { block: event.currentTarget.value })}
          />
        )}
        {!desk.readOnly && (
          <span className={css.acts}>
            <ActionIcon
              variant="subtle"
              size="md"
              disabled={props.first}
              aria-label={t('record.photoEarlier')}
              onClick={() => desk.move(photo, -1)}
            >
              <IconArrowLeft size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="md"
              disabled={props.last}
              aria-label={t('record.photoLater')}
              onClick={() => desk.move(photo, 1)}
            >
              <IconArrowRight size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="subtle" size="md" aria-label={t('record.remove')} onClick={() => desk.remove(photo)}>
              <IconTrash size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </div>
    </li>
  )
}
