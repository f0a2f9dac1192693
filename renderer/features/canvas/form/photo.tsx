/** A photo as an answer: made smaller on its way in, shown small, replaced or taken away with a way back. */
import { Button, FileButton } from '@mantine/core'
import { IconPhoto, IconTrash, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { addAttachment } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { useText } from '../../../app/text.ts'
import { takeFile, wasRefused } from '../../../lab/evidence/take-file.ts'
import { useAbout, useLab } from '../../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { usePicture } from '../../../lab/use-picture.ts'
import { ErrorBanner } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { pictureTypes } from '../../../state/picture.ts'
import { useSession } from '../session.tsx'
import style from './inputs.module.css'
import type { InputProps } from './inputs.tsx'

/** `label` names the photo for those who cannot see it. */
export function PhotoInput({ id, labelledBy, value, fixed, onFocus, set, label }: InputProps & { readonly label: string }) {
  const { lab } = useSession()
  const t = useText()
  const name = typeof value === 'string' ? value : ''
  const photo = usePicture(lab, name)
  const { take, busy, trouble } = useTakePhoto(set)
  const remove = (): void => {
    set(null)
    notify.undoable(t('form.photoRemoved', { field: label }), () => set(name))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend as the first line of the box
    <div role="group" aria-labelledby={labelledBy} className={style.photo} data-has={name === '' ? undefined : true} onFocus={onFocus}>
      {photo.state === 'ready' ? (
        <img src={photo.url} alt={label} />
      ) : (
        <p className={style.photoNone}>
          <IconPhoto size={22} stroke={1.5} aria-hidden />
          {t(photo.state === 'none' ? 'form.photoNone' : photo.state === 'loading' ? 'form.photoLoading' : 'form.photoLost')}
        </p>
      )}
      {fixed ? null : (
        <div className={style.photoActs}>
          <FileButton accept={pictureTypes.join(',')} onChange={take} inputProps={{ 'aria-label': label }}>
            {(open) => (
              <Button
                {...open}
                id={id}
                variant="default"
                size="xs"
                loading={busy}
                leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
              >
                {t(name === '' ? 'form.photoAdd' : 'form.photoReplace')}
              </Button>
            )}
          </FileButton>
          {name === '' ? null : (
            <Button variant="subtle" size="xs" leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />} onClick={remove}>
              {t('form.photoRemove')}
            </Button>
          )}
        </div>
      )}
      {trouble === null ? null : <ErrorBanner {...trouble} />}
    </div>
  )
}

function useTakePhoto(set: (value: string) => void) {
  const { lab, desk } = useSession()
  const client = useLab()
  const door = useAbout()?.door
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const refused = (detail: string): Trouble => ({
    what: t('form.photoRefused'),
    safe: t('form.photoSafe'),
    todo: t('form.photoRefusedDo'),
    detail,
  })
  const store = async (file: File): Promise<void> => {
    setBusy(true)
    setTrouble(null)
    try {
      const attachment = await takeFile(client, lab, file, door)
      addAttachment(desk.doc, attachment, byPerson)
      set(attachment.name)
    } catch (error) {
      setTrouble(wasRefused(error) ? refused(`${file.name} ${file.type} ${file.size}`) : troubleOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, trouble, take: (file: File | null) => void (file === null ? undefined : store(file)) }
}

/** The photo alone, small; nothing while there is none. */
export function Thumbnail({ name, label }: { readonly name: string; readonly label: string }) {
  const { lab } = useSession()
  const photo = usePicture(lab, name)
  return photo.state === 'ready' ? <img className={style.thumbnail} src={photo.url} alt={label} /> : null
}
