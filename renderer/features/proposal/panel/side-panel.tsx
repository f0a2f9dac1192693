/** What helps to write the open section: sources, guidance, the coach, and what is missing before handing in. */
import { Tabs } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { reviewKey } from '#shared/doc/innovation.ts'
import { useText } from '../../../app/text.ts'
import { tabs, useDesk } from '../desk.tsx'
import { Coach } from './coach.tsx'
import { Guide } from './guide.tsx'
import css from './panel.module.css'
import { Readiness, useShortcomings } from './readiness.tsx'
import { Sources } from './sources.tsx'

/** @param close given where the panel is a drawer over the sheet */
export function SidePanel({ close }: { readonly close: (() => void) | null }) {
  const { tab, showTab, section, form, value } = useDesk()
  const t = useText()
  const missing = useShortcomings().length
  const toMend = form.sections.filter(({ key }) => value.reviews[reviewKey(form.id, key)]?.state === 'perlu_perbaikan').length
  const numbers = { sources: 0, guide: 0, coach: toMend, readiness: missing }
  const panel = useRef<HTMLElement>(null)
  const drawer = close !== null
  useEffect(() => {
    if (drawer) panel.current?.focus()
  }, [drawer])
  return (
    <aside
      ref={panel}
      className={css.panel}
      data-drawer={drawer || undefined}
      data-region="panel"
      tabIndex={-1}
      aria-label={t('proposal.panels')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close?.()
      }}
    >
      {drawer && (
        <button type="button" className={css.panelClose} aria-label={t('proposal.foldPanel')} onClick={close}>
          <IconX size={18} stroke={1.75} aria-hidden />
        </button>
      )}
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
            {tab !== one ? null : one === 'readiness' ? (
              <Readiness />
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
    </aside>
  )
}
