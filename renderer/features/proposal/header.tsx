/** Name of the innovation, the form, preview and readiness. */
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowsMaximize, IconChecklist, IconEye, IconHistory, IconLayoutSidebarRight } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { allDocuments } from '#shared/rules/packs.ts'
import { countFindings } from '#shared/rules/submission.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { StatusChip } from '../../parts/index.ts'
import { useDesk } from './desk.tsx'
import { fullKey } from './full-screen.ts'
import css from './proposal.module.css'

export function ProposalHeader({ panelOpen, togglePanel }: { readonly panelOpen: boolean; readonly togglePanel: () => void }) {
  const { lab, innovation, form, value, readOnly, showTab, view, show, section, setFull, findings } = useDesk()
  const t = useText()
  const both = useBoth()
  const packs = usePacks()
  const [, navigate] = useLocation()
  const unit = useOpenLab().lab.units.find(({ id }) => id === value.unit)
  const about = [value.longName, unit === undefined ? '' : unit.short || unit.name].filter((part) => part !== '').join(', ')
  const document = allDocuments(packs).find((def) => def.builder === 'proposal' && def.of === form.id)
  const { must, should } = countFindings(findings)
  const preview = places.innovationDocuments(lab, innovation)
  return (
    <header className={css.head}>
      <div className={css.name}>
        <h1>
          <a href={places.innovation(lab, innovation)} title={t('proposal.back')}>
            {value.name}
          </a>
        </h1>
        <span>{about}</span>
      </div>
      <StatusChip>{both(form.short)}</StatusChip>
      {form.status === 'unverified' && <span className={css.unverified}>{t('proposal.unverified')}</span>}
      {readOnly && <StatusChip>{t('proposal.readOnly')}</StatusChip>}
      <div className={css.acts}>
        <Button
          variant={view === 'history' ? 'light' : 'default'}
          size="xs"
          aria-pressed={view === 'history'}
          leftSection={<IconHistory size={16} stroke={1.75} aria-hidden />}
          onClick={() => show(view === 'history' ? 'write' : 'history')}
        >
          <span className={css.word}>{t('proposal.history')}</span>
        </Button>
        <Button
          component="a"
          href={preview}
          variant="default"
          size="xs"
          leftSection={<IconEye size={16} stroke={1.75} aria-hidden />}
          onClick={(event) => {
            // The page of documents opens with this form's document chosen.
            event.preventDefault()
            navigate(preview.slice(1), { state: { document: document?.id ?? '' } })
          }}
        >
          <span className={css.word}>{t('proposal.preview')}</span>
        </Button>
        <Button size="xs" leftSection={<IconChecklist size={16} stroke={1.75} aria-hidden />} onClick={() => showTab('readiness')}>
          {t('proposal.check')}
          {must + should > 0 && (
            <span className={css.tally}>
              {must > 0 ? must : should}
              <span className={css.spoken}>
                {' '}
                {t(must > 0 ? 'proposal.mustCount' : 'proposal.shouldCount', { n: must > 0 ? must : should })}
              </span>
            </span>
          )}
        </Button>
        {section !== null && view === 'write' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            onClick={() => setFull(true)}
            aria-keyshortcuts={fullKey}
            aria-label={t('proposal.fullScreen')}
            title={`${t('proposal.fullScreen')}  ${fullKey}`}
          >
            <IconArrowsMaximize size={20} stroke={1.75} />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          onClick={togglePanel}
          aria-expanded={panelOpen}
          aria-keyshortcuts="]"
          aria-label={t(panelOpen ? 'proposal.foldPanel' : 'proposal.openPanel')}
          title={`${t(panelOpen ? 'proposal.foldPanel' : 'proposal.openPanel')}  ]`}
        >
          <IconLayoutSidebarRight size={20} stroke={1.75} />
        </ActionIcon>
      </div>
    </header>
  )
}
