/** A photo as an answer: made smaller on its way in, shown small, replaced or taken away with a way back. */
import { Button, FileButton } from '@mantine/core'
import { IconPhoto, IconTrash, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { addAttachment } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { useText } from '../../../app/text.ts'
import { useLab } from '../../../lab/lab-context.tsx'
import { codeOf, type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { usePicture } from '../../../lab/use-picture.ts'
import { ErrorBanner } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { pictureTypes, preparePicture } from '../../../state/picture.ts'
import { useSession } from '../session.tsx'
import style from './inputs.module.css'
import type { InputProps } from './inputs.tsx'

/** Longest side in pixels: sharp on a poster, small enough for a laptop full of innovations. */
const longestSide = 2048

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
      const ready = await preparePicture(file, longestSide)
      if (ready === null) {
        setTrouble(refused(`${file.name} ${file.type} ${file.size}`))
        return
      }
      const attachment = await client.attachment.put({ lab, title: file.name.slice(0, 300), file: ready.file })
      addAttachment(desk.doc, attachment, byPerson)
      set(attachment.name)
    } catch (error) {
      setTrouble(codeOf(error) === 'UNREADABLE' ? refused(String(error)) : troubleOf(error))
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
