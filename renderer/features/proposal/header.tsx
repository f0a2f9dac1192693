/** Name of the innovation, the form, preview and readiness. */
import { ActionIcon, Button } from '@mantine/core'
import { IconChecklist, IconEye, IconLayoutSidebarRight } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { allDocuments } from '#shared/rules/packs.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { StatusChip } from '../../parts/index.ts'
import { useDesk } from './desk.tsx'
import css from './proposal.module.css'

export function ProposalHeader({ panelOpen, togglePanel }: { readonly panelOpen: boolean; readonly togglePanel: () => void }) {
  const { lab, innovation, form, value, readOnly, showTab } = useDesk()
  const t = useText()
  const both = useBoth()
  const packs = usePacks()
  const [, navigate] = useLocation()
  const unit = useOpenLab().lab.units.find(({ id }) => id === value.unit)
  const about = [value.longName, unit === undefined ? '' : unit.short || unit.name].filter((part) => part !== '').join(', ')
  const document = allDocuments(packs).find((def) => def.builder === 'proposal' && def.of === form.id)
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
          {t('proposal.preview')}
        </Button>
        <Button size="xs" leftSection={<IconChecklist size={16} stroke={1.75} aria-hidden />} onClick={() => showTab('readiness')}>
          {t('proposal.check')}
        </Button>
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
