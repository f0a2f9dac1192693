/** Pictures of a session: chosen, dropped or pasted; with a caption and the part of the agenda they belong to. */
import { Button, FileButton } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { Photo } from '#shared/model/session.ts'
import { useText } from '../../../app/text.ts'
import { EmptyState, ErrorBanner, Panel } from '../../../parts/index.ts'
import { pictureTypes } from '../../../state/picture.ts'
import type { RecordProps } from './panel-props.ts'
import { PhotoCard } from './photo-card.tsx'
import { PhotoLarge } from './photo-large.tsx'
import css from './photos.module.css'
import { picturesIn, useSessionPhotos } from './use-photos.ts'

/** @param stage where a large photo is shown instead of in a window of its own: no dialog covers a running session (design.md 1) */
export function PhotosPanel({ session, block = '', compact = false, stage = null }: RecordProps & { readonly stage?: HTMLElement | null }) {
  const t = useText()
  const desk = useSessionPhotos(session)
  const [large, setLarge] = useState<Photo['id'] | null>(null)
  const [over, setOver] = useState(false)
  usePastedPictures(desk.readOnly ? null : (files) => desk.take(files, block))
  const drop = (event: DragEvent) => {
    setOver(false)
    const files = picturesIn(event.dataTransfer)
    if (files.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    desk.take(files, block)
  }
  const hover = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const shownAt = desk.photos.findIndex(({ id }) => id === large)
  const add = !desk.readOnly && (
    <FileButton multiple accept={pictureTypes.join(',')} onChange={(files) => desk.take(files, block)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          size="xs"
          loading={desk.busy !== null}
          leftSection={<IconCamera size={16} stroke={1.75} aria-hidden />}
        >
          {t('record.photoAdd')}
        </Button>
      )}
    </FileButton>
  )
  const dropping = desk.readOnly ? {} : { onDragOver: hover, onDragLeave: () => setOver(false), onDrop: drop }
  const body = (
    <div className={css.body} data-over={over || undefined} {...dropping}>
      {compact && add}
      {!desk.readOnly && (
        <p className={css.hint} role="status">
          {desk.busy === null ? t('record.photoDrop') : t('record.photoBusy', desk.busy)}
        </p>
      )}
      {desk.trouble !== null && <ErrorBanner {...desk.trouble} />}
      {desk.photos.length === 0 ? (
        <EmptyState inside text={t('record.noPhotos')} />
      ) : (
        <ul className={compact ? css.narrow : css.grid}>
          {desk.photos.map((photo, at) => (
            <PhotoCard
              key={photo.id}
              photo={photo}
              session={session}
              desk={desk}
              first={at === 0}
              last={at === desk.photos.length - 1}
              compact={compact}
              onOpen={() => setLarge(photo.id)}
            />
          ))}
        </ul>
      )}
      {shownAt !== -1 && (
        <PhotoLarge
          photos={desk.photos}
          at={shownAt}
          stage={stage}
          onGo={(at) => setLarge(desk.photos[at]?.id ?? null)}
          onClose={() => setLarge(null)}
        />
      )}
    </div>
  )
  if (compact) return body
  return (
    <Panel title={t('record.photos')} side={add || undefined}>
      {body}
    </Panel>
  )
}

/** Pictures on the clipboard, wherever the focus is; texts go where they are pasted. */
function usePastedPictures(take: ((files: readonly File[]) => void) | null): void {
  const now = useRef(take)
  now.current = take
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = picturesIn(event.clipboardData)
      // A copied table brings its picture along; its text is what is meant.
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return
      event.preventDefault()
      now.current?.(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
