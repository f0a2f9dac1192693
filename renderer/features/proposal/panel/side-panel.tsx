/** What helps to write the open section: sources, evidence, guidance and the coach; or what is missing before handing in. */
import { Button, Tabs } from '@mantine/core'
import { IconArrowLeft, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { reviewKey } from '#shared/doc/innovation.ts'
import { evidenceFor } from '#shared/rules/submission-papers.ts'
import { useText } from '../../../app/text.ts'
import { tabs, useDesk } from '../desk.tsx'
import { Coach } from './coach.tsx'
import { EvidencePanel } from './evidence.tsx'
import { Guide } from './guide.tsx'
import margin from './margin.module.css'
import css from './panel.module.css'
import { Readiness } from './readiness.tsx'
import { Remarks } from './remarks.tsx'
import { Sources } from './sources.tsx'

/** @param close given where the panel is a drawer over the sheet */
export function SidePanel({ close }: { readonly close: (() => void) | null }) {
  const { tab, section, beside } = useDesk()
  const t = useText()
  const panel = useRef<HTMLElement>(null)
  const drawer = close !== null
  const checking = tab === 'readiness'
  useEffect(() => {
    // The list was asked for from outside of the panel.
    if (drawer || checking) panel.current?.focus()
  }, [drawer, checking])
  return (
    <aside
      ref={panel}
      className={css.panel}
      data-drawer={drawer || undefined}
      data-region="panel"
      tabIndex={-1}
      aria-label={t(checking ? 'proposal.readiness' : 'proposal.panels')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close?.()
      }}
    >
      {drawer && (
        <button type="button" className={css.panelClose} aria-label={t('proposal.foldPanel')} onClick={close}>
          <IconX size={18} stroke={1.75} aria-hidden />
        </button>
      )}
      <div className={css.panelBody}>{checking ? <Checking /> : <PanelTabs />}</div>
      {beside && section !== null && !checking && tab !== 'coach' && <Remarks key={section.key} />}
    </aside>
  )
}

function Checking() {
  const { showTab } = useDesk()
  const t = useText()
  return (
    <>
      <div className={margin.checkingHead}>
        <h2 className={css.panelTitle}>{t('proposal.readiness')}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={14} stroke={1.75} aria-hidden />}
          onClick={() => showTab('sources')}
        >
          {t('proposal.leaveCheck')}
        </Button>
      </div>
      <Readiness />
    </>
  )
}

function PanelTabs() {
  const { tab, showTab, section, form, value } = useDesk()
  const t = useText()
  const toMend = form.sections.filter(({ key }) => value.reviews[reviewKey(form.id, key)]?.state === 'perlu_perbaikan').length
  const attached = section === null ? 0 : evidenceFor(value.evidence, 'section', form.id, section.key).length
  const numbers = { sources: 0, evidence: attached, guide: 0, coach: toMend }
  return (
    <Tabs
      value={tab}
      onChange={(next) => showTab(tabs.find((one) => one === next) ?? 'sources')}
      classNames={{ list: css.tabs ?? '', tab: css.tab ?? '', panel: css.tabPanel ?? '' }}
    >
      <Tabs.List aria-label={t('proposal.panels')}>
        {tabs.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`proposal.${one}`)}
            {numbers[one] > 0 ? ` ${numbers[one]}` : ''}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((one) => (
        <Tabs.Panel key={one} value={one}>
          {tab !== one ? null : one === 'evidence' ? (
            <EvidencePanel key={section?.key} />
          ) : section === null ? (
            <p className={css.quiet}>{t('proposal.notForIdentity')}</p>
          ) : one === 'sources' ? (
            <Sources />
          ) : one === 'guide' ? (
            <Guide />
          ) : (
            <Coach key={section.key} />
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
