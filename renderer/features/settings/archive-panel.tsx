import { Button } from '@mantine/core'
import { IconArchive, IconArchiveOff } from '@tabler/icons-react'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { Panel } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { usePut } from './lab-fields.tsx'
import css from './settings.module.css'

/** Puts the whole lab away and takes it out again. Nothing is deleted. */
export function ArchivePanel() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const put = usePut()
  const archive = () => {
    put({ archived: true })
    notify.undoable(t('settings.archivedNow', { name: regionName(lab, t) }), () => put({ archived: false }))
  }
  return (
    <Panel title={t('settings.archive')}>
      <p className={css.soft}>{t(lab.archived ? 'settings.isArchived' : 'settings.archiveText')}</p>
      {lab.archived ? (
        <Button
          variant="light"
          disabled={readOnly}
          leftSection={<IconArchiveOff size={16} stroke={1.75} aria-hidden />}
          onClick={() => put({ archived: false })}
        >
          {t('settings.restoreLab')}
        </Button>
      ) : (
        <Button variant="default" disabled={readOnly} leftSection={<IconArchive size={16} stroke={1.75} aria-hidden />} onClick={archive}>
          {t('settings.archiveLab')}
        </Button>
      )}
    </Panel>
  )
}
