import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { useText } from '../../../app/text.ts'
import { tableFiles } from '../../../lab/read-file.ts'
import css from './import.module.css'

/** A place to paste into, or the file that was chosen instead. */
export function ImportSource(props: {
  readonly name: string | null
  readonly busy: boolean
  readonly pasted: string
  readonly onPaste: (text: string) => void
  readonly onFile: (file: File) => void
  readonly onForget: () => void
}) {
  const t = useText()
  const field = useId()
  const picker = useRef<HTMLInputElement>(null)
  const { name, busy, pasted, onPaste, onFile, onForget } = props
  const drop = (files: FileList | null): void => {
    const chosen = files?.[0]
    if (chosen !== undefined) onFile(chosen)
  }
  const input = (
    <input
      ref={picker}
      type="file"
      hidden
      accept={tableFiles}
      aria-label={t('people.chooseFile')}
      onChange={(event) => {
        drop(event.target.files)
        // The same file may be chosen again after it was mended.
        event.target.value = ''
      }}
    />
  )
  const area = {
    onDragOver: (event: React.DragEvent) => event.preventDefault(),
    onDrop: (event: React.DragEvent) => {
      event.preventDefault()
      drop(event.dataTransfer.files)
    },
  }
  const pick = () => picker.current?.click()
  if (name !== null)
    return (
      <section className={css.fileName} aria-label={t('people.chooseFile')} {...area}>
        <strong>{t(busy ? 'people.reading' : 'people.fromFile', { name })}</strong>
        <Button variant="default" size="xs" onClick={pick}>
          {t('people.again')}
        </Button>
        <Button variant="subtle" size="xs" onClick={onForget}>
          {t('people.paste')}
        </Button>
        {input}
      </section>
    )
  return (
    <section className={css.source} aria-label={t('people.chooseFile')} {...area}>
      <p className={css.lead}>{t('people.importLead')}</p>
      <div className={css.sourceActs}>
        <Button variant="default" onClick={pick} leftSection={<IconFileUpload size={16} stroke={1.75} aria-hidden />}>
          {t('people.chooseFile')}
        </Button>
        <span className={css.quiet}>{t('people.fileKinds')}</span>
        {input}
      </div>
      <label htmlFor={field}>{t('people.paste')}</label>
      <textarea
        id={field}
        rows={pasted === '' ? 6 : 3}
        value={pasted}
        spellCheck={false}
        onChange={(event) => onPaste(event.target.value)}
      />
      <p className={css.quiet}>{t('people.importColumns')}</p>
    </section>
  )
}
