/** The paper signed with a partner: a PDF as it is, or a photo of it without what the camera noted. */
import { Button } from '@mantine/core'
import { IconDownload, IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Partner } from '#shared/model/session.ts'
import { useText } from '../../app/text.ts'
import { takeFile, wasRefused } from '../../lab/evidence/take-file.ts'
import { useAbout, useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { ErrorBanner } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { pictureTypes } from '../../state/picture.ts'
import { saveAs } from '../../state/save-as.ts'
import css from './partners.module.css'

type Put = (patch: Pick<Partner, 'file' | 'fileTitle'>) => void

export function PartnerFile({ partner, put }: { readonly partner: Partner; readonly put: Put }) {
  const t = useText()
  const client = useLab()
  const door = useAbout()?.door
  const { id: lab, readOnly } = useOpenLab()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const { file, fileTitle } = partner
  const title = fileTitle || t('partners.fileName')
  const attach = async (chosen: File): Promise<void> => {
    const kept = await takeFile(client, lab, chosen, door)
    put({ file: kept.name, fileTitle: chosen.name.slice(0, 200) })
  }
  const run = (name: string, work: () => Promise<void>): void => {
    setTrouble(null)
    setBusy(name)
    work()
      .catch((error: unknown) => {
        const said = wasRefused(error) ? { what: t('partners.notPicture'), detail: name } : troubleOf(error)
        setTrouble({ ...said, safe: t('partners.notPictureSafe'), todo: t('partners.notPictureDo') })
      })
      .finally(() => setBusy(null))
  }
  const download = async (): Promise<void> => {
    const found = await client.attachment.get({ lab, name: file })
    const ending = /\.[a-z0-9]+$/u.exec(file)?.[0] ?? ''
    saveAs(new Blob([await found.arrayBuffer()], { type: found.type }), title.toLowerCase().endsWith(ending) ? title : title + ending)
  }
  const detach = (): void => {
    put({ file: '', fileTitle: '' })
    notify.undoable(t('partners.detached', { name: title }), () => put({ file, fileTitle }))
  }
  return (
    <div className={css.field} data-kind="text">
      <span className={css.label}>{t('partners.file')}</span>
      <div className={css.file}>
        {file !== '' && (
          <Button
            variant="default"
            size="sm"
            disabled={busy !== null}
            onClick={() => run(title, download)}
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          >
            {t('partners.open', { name: title })}
          </Button>
        )}
        {file !== '' && !readOnly && (
          <Button variant="subtle" color="gray" size="sm" onClick={detach} leftSection={<IconX size={16} stroke={1.75} aria-hidden />}>
            {t('partners.detach')}
          </Button>
        )}
        {file === '' && !readOnly && (
          <Button
            variant="default"
            size="sm"
            disabled={busy !== null}
            onClick={() => picker.current?.click()}
            leftSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
          >
            {t('partners.attach')}
          </Button>
        )}
        {file === '' && readOnly && <span>{t('partners.noFile')}</span>}
        <span role="status">{busy !== null && file === '' ? t('partners.attaching', { name: busy }) : ''}</span>
        <input
          ref={picker}
          type="file"
          hidden
          accept={[...pictureTypes, 'application/pdf'].join(',')}
          aria-label={t('partners.attach')}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            if (chosen !== undefined) run(chosen.name, () => attach(chosen))
            // The same file may be chosen again after a failure.
            event.target.value = ''
          }}
        />
      </div>
      {trouble && <ErrorBanner what={trouble.what} safe={trouble.safe} todo={trouble.todo} detail={trouble.detail} />}
    </div>
  )
}
