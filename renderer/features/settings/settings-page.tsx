import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Settings } from '#shared/model/settings.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { useAbout, useLabData, useSettings } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf, troubleOfFault } from '../../lab/refusal.ts'
import { ErrorBanner, PageTitle, Panel, Segmented } from '../../parts/index.ts'
import { CheckPanel } from './check-panel.tsx'
import { Folders } from './folders.tsx'
import { PacksPanel } from './packs-panel.tsx'
import css from './settings.module.css'

type Change = (patch: Partial<Settings>) => void

export function SettingsPage() {
  const t = useText()
  usePageTitle(t('settings.title'))
  const data = useLabData()
  const about = useAbout()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  // A refused change puts the old value back on the screen by itself.
  const change: Change = (patch) =>
    void data.changeSettings(patch).then(
      () => setTrouble(null),
      (error: unknown) => setTrouble(troubleOf(error)),
    )
  return (
    <div className={css.page}>
      <PageTitle title={t('settings.title')} lead={t('settings.lead')} />
      {trouble && (
        <div className={css.trouble}>
          <ErrorBanner {...trouble} />
        </div>
      )}
      <div className={css.columns}>
        <div className={css.column}>
          <Looks change={change} />
          <Me change={change} />
          <Folders />
        </div>
        <div className={css.column}>
          <AboutPanel />
          {about?.reach === 'host' && <CheckPanel />}
          <Notices />
          <PacksPanel />
        </div>
      </div>
    </div>
  )
}

const scales = ['0.9', '1', '1.1', '1.25', '1.5'] as const

function Looks({ change }: { readonly change: Change }) {
  const t = useText()
  const settings = useSettings()
  const nearest = scales.reduce((best, one) =>
    Math.abs(Number(one) - settings.textScale) < Math.abs(Number(best) - settings.textScale) ? one : best,
  )
  return (
    <Panel title={t('settings.looks')}>
      <div className={css.choices}>
        <span>{t('settings.language')}</span>
        <Segmented
          label={t('settings.language')}
          value={settings.language}
          segments={[
            { value: 'id', label: t('settings.indonesian') },
            { value: 'en', label: t('settings.english') },
          ]}
          onChange={(language) => change({ language })}
        />
        <span>{t('settings.theme')}</span>
        <Segmented
          label={t('settings.theme')}
          value={settings.theme}
          segments={[
            { value: 'system', label: t('settings.system') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
          ]}
          onChange={(theme) => change({ theme })}
        />
        <span>{t('settings.textScale')}</span>
        <Segmented
          label={t('settings.textScale')}
          value={nearest}
          segments={scales.map((value) => ({ value, label: `${Math.round(Number(value) * 100)}%` }))}
          onChange={(scale) => change({ textScale: Number(scale) })}
        />
      </div>
    </Panel>
  )
}

function Me({ change }: { readonly change: Change }) {
  const t = useText()
  const { me } = useSettings()
  const name = useDraft(me.name, (next) => change({ me: { ...me, name: next } }))
  const position = useDraft(me.position, (next) => change({ me: { ...me, position: next } }))
  return (
    <Panel title={t('settings.me')} note={t('settings.meNote')}>
      <div className={css.pair}>
        <TextInput label={t('settings.name')} maxLength={120} {...name} />
        <TextInput label={t('settings.position')} maxLength={120} {...position} />
      </div>
    </Panel>
  )
}

function AboutPanel() {
  const t = useText()
  const about = useAbout()
  if (!about) return null
  return (
    <Panel title={t('settings.about')}>
      <dl className={css.facts}>
        <dt>{t('settings.version')}</dt>
        <dd>Labinov {about.version}</dd>
        <dt>{t('settings.door')}</dt>
        <dd>{t(about.door === 'window' ? 'settings.window' : 'settings.browser')}</dd>
        <dt>{t('settings.state')}</dt>
        <dd>
          {t(about.readOnly ? 'settings.readOnly' : 'settings.writable')}
          {about.heldBy && <p>{t('settings.heldBy', about.heldBy)}</p>}
        </dd>
      </dl>
    </Panel>
  )
}

function Notices() {
  const t = useText()
  const faults = useStore(useLabData(), (all) => all.faults)
  if (faults.length === 0) return null
  return (
    <Panel title={t('settings.notices')}>
      <div className={css.stack}>
        {faults.map((fault) => (
          <ErrorBanner key={`${fault.kind}:${fault.file}`} tone="warn" {...troubleOfFault(fault)} />
        ))}
      </div>
    </Panel>
  )
}
