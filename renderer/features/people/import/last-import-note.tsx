/** What the last import did, with its report and the way back, until somebody closes it. */
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCopy, IconX } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { useText } from '../../../app/text.ts'
import { useLabData } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { notify } from '../../../state/notify.ts'
import css from '../people.module.css'
import { CopyButton } from './copy-button.tsx'
import { keepImport, lastImports } from './last-import.ts'
import { undoImport } from './undo-import.ts'

export function LastImportNote() {
  const t = useText()
  const { lab, doc, readOnly } = useOpenLab()
  const data = useLabData()
  const last = useStore(lastImports, (all) => all[lab.id])
  if (last === undefined) return null
  return (
    <section className={css.lastImport} aria-label={t('people.lastImport')}>
      <p role="status">{last.text}</p>
      {last.report !== '' && <CopyButton text={() => last.report} icon={IconCopy} label={t('people.copyReport')} />}
      {last.receipt !== null && !readOnly && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
          onClick={() => {
            notify.hide()
            undoImport(doc, lab.id, data)
          }}
        >
          {t('people.undoImport')}
        </Button>
      )}
      <button type="button" className={css.remove} aria-label={t('people.close')} onClick={() => keepImport(lab.id, undefined)}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </button>
    </section>
  )
}
