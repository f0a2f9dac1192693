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
import { takeFile, wasRefused } from '../../../lab/evidence/take-file.ts'
import { useAbout, useLab, useSettings } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { usePhotos } from '../../../lab/use-sessions.ts'
import { newId, nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'

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
  const door = useAbout()?.door
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
    try {
      const { name, width, height } = await takeFile(client, lab, file, door)
      const order = keyAfterLast(readPhotos(doc))
      const made = {
        order,
        session: session.id,
        block,
        name,
        caption: '',
        width,
        height,
        by: me.name,
        at: nowIso(),
      }
      putPhoto(doc, newId<'photo'>(), made, byPerson)
    } catch (error) {
      setTrouble(wasRefused(error) ? refused(file) : troubleOf(error))
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
