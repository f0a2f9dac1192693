/** Photos of a session: made smaller here, stored by content, and named in the lab's document. */
import { useCallback, useMemo, useState } from 'react'
import { putPhoto, readPhotos, removePhoto } from '#shared/doc/log.ts'
import { names } from '#shared/doc/names.ts'
import { keyAfterLast, keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { rowMap } from '#shared/doc/rows.ts'
import type { PhotoId } from '#shared/model/ids.ts'
import type { Photo, Session } from '#shared/model/session.ts'
import { useText } from '../../../app/text.ts'
import { useLab, useSettings } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { codeOf, type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { usePhotos } from '../../../lab/use-sessions.ts'
import { newId, nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import { preparePicture } from '../../../state/picture.ts'

/** Longest side in px: enough for half a printed page and for the hall. */
const longestSide = 1920

export type PhotoDesk = {
  /** Of this session, in order. */
  readonly photos: readonly Photo[]
  readonly readOnly: boolean
  /** What is being stored now, of how many; null at rest. */
  readonly busy: { readonly n: number; readonly all: number } | null
  readonly trouble: Trouble | null
  readonly take: (files: readonly File[], block: string) => void
  readonly change: (id: PhotoId, patch: Partial<Pick<Photo, 'caption' | 'block'>>) => void
  readonly remove: (photo: Photo) => void
  /** One place earlier or later. */
  readonly move: (photo: Photo, step: 1 | -1) => void
}

export function useSessionPhotos(session: Session): PhotoDesk {
  const t = useText()
  const client = useLab()
  const { id: lab, doc, readOnly } = useOpenLab()
  const { me } = useSettings()
  const all = usePhotos()
  const photos = useMemo(() => all.filter((photo) => photo.session === session.id), [all, session.id])
  const [busy, setBusy] = useState<PhotoDesk['busy']>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const refused = (file: File): Trouble => ({
    what: t('record.photoRefused', { name: file.name }),
    safe: t('record.photoSafe'),
    todo: t('record.photoRefusedDo'),
    detail: `${file.name} ${file.type} ${file.size}`,
  })
  const store = async (file: File, block: string) => {
    const ready = await preparePicture(file, longestSide)
    if (ready === null) {
      setTrouble(refused(file))
      return
    }
    try {
      const { name } = await client.attachment.put({ lab, title: file.name.slice(0, 300), file: ready.file })
      const order = keyAfterLast(readPhotos(doc))
      const made = {
        order,
        session: session.id,
        block,
        name,
        caption: '',
        width: ready.width,
        height: ready.height,
        by: me.name,
        at: nowIso(),
      }
      putPhoto(doc, newId<'photo'>(), made, byPerson)
    } catch (error) {
      setTrouble(codeOf(error) === 'UNREADABLE' ? refused(file) : troubleOf(error))
    }
  }
  const storeAll = async (files: readonly File[], block: string) => {
    setTrouble(null)
    // One after another: a phone's photos are large, and each is unpacked whole.
    for (const [at, file] of files.entries()) {
      setBusy({ n: at + 1, all: files.length })
      await store(file, block)
    }
    setBusy(null)
  }
  const change = useCallback(
    (id: PhotoId, patch: Partial<Pick<Photo, 'caption' | 'block'>>) => {
      if (rowMap(doc, names.photos).has(id)) putPhoto(doc, id, patch, byPerson)
    },
    [doc],
  )
  const remove = (photo: Photo) => {
    const { id, ...rest } = photo
    removePhoto(doc, id, byPerson)
    notify.undoable(t('record.photoRemoved'), () => putPhoto(doc, id, rest, byPerson))
  }
  const move = (photo: Photo, step: 1 | -1) => {
    const rest = photos.filter(({ id }) => id !== photo.id)
    // Where it will stand among the others.
    const at = photos.findIndex(({ id }) => id === photo.id) + step
    if (at < 0 || at > rest.length) return
    putPhoto(doc, photo.id, { order: keyBetween(rest[at - 1]?.order ?? null, rest[at]?.order ?? null) }, byPerson)
  }
  return {
    photos,
    readOnly,
    busy,
    trouble,
    take: (files, block) => void (files.length > 0 && storeAll(files, block)),
    change,
    remove,
    move,
  }
}

/** The pictures among what was dropped or pasted. */
export const picturesIn = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
