import { Button } from '@mantine/core'
import { IconFiles, IconPlayerPlay, IconPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { LabCard as Card } from '#shared/api/contract.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { go, places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useAbout, useLab, useLabData, useLabs, useSettings } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf, troubleOfFault } from '../../lab/refusal.ts'
import { EmptyState, ErrorBanner, PageTitle, Panel } from '../../parts/index.ts'
import { setView } from '../../state/view.ts'
import { ArchivedLabs } from './archived-labs.tsx'
import { Attention } from './attention.tsx'
import { Hero } from './hero.tsx'
import css from './home.module.css'
import { JudgingPanel } from './judging-panel.tsx'
import { LabCard } from './lab-card.tsx'
import { LabWizard } from './lab-wizard.tsx'

export function HomePage() {
  const t = useText()
  usePageTitle(t('app.home'))
  const labs = useLabs()?.filter((lab) => !lab.archived)
  const recent = useRecent(labs ?? [])
  const sample = useSample()
  return (
    <div className={css.page}>
      <Greeting />
      <Faults />
      {sample.trouble && <ErrorBanner {...sample.trouble} />}
      {labs && (recent ? <Full labs={labs} recent={recent} sample={sample} /> : <FirstRun sample={sample} />)}
      <LabWizard />
    </div>
  )
}

type Sample = { readonly open: () => void; readonly opening: boolean; readonly trouble: Trouble | null }

function useSample(): Sample {
  const lab = useLab()
  const data = useLabData()
  const [opening, setOpening] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const open = async () => {
    setOpening(true)
    setTrouble(null)
    try {
      const sample = await lab.lab.openSample()
      await data.loadLabs()
      go(places.lab(sample.id))
    } catch (error) {
      setTrouble(troubleOf(error))
      setOpening(false)
    }
  }
  return { open: () => void open(), opening, trouble }
}

/** The lab opened last, else the one changed last. */
function useRecent(labs: readonly Card[]): Card | undefined {
  const { lastLab } = useSettings()
  return labs.find((lab) => lab.id === lastLab) ?? [...labs].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]
}

const greetingAt = (hour: number) => (hour < 11 ? 'home.morning' : hour < 15 ? 'home.noon' : hour < 18 ? 'home.afternoon' : 'home.evening')

function Greeting() {
  const t = useText()
  const language = useLanguage()
  const { me } = useSettings()
  const now = new Date()
  const greeting = t(greetingAt(now.getHours()))
  const day = now.toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return <PageTitle title={me.name.trim() === '' ? greeting : t('home.greet', { greeting, name: me.name.trim() })} lead={day} />
}

const mostFaults = 3

function Faults() {
  const t = useText()
  const data = useLabData()
  const about = useAbout()
  // The banner below says the same and who holds it.
  const faults = useStore(data, (all) => all.faults).filter((fault) => fault.kind !== 'locked')
  if (faults.length === 0 && !about?.readOnly) return null
  return (
    <div className={css.faults}>
      {about?.readOnly && (
        <ErrorBanner
          tone="warn"
          what={t('app.readOnlyWhat')}
          safe={t('app.readOnlySafe')}
          todo={t('app.readOnlyDo')}
          detail={about.heldBy ? t('settings.heldBy', about.heldBy) : undefined}
        />
      )}
      {faults.slice(0, mostFaults).map((fault) => (
        <ErrorBanner key={`${fault.kind}:${fault.file}`} tone="warn" {...troubleOfFault(fault)} />
      ))}
      {faults.length > mostFaults && <p>{t('home.moreFaults', { n: faults.length - mostFaults })}</p>}
    </div>
  )
}

function useMayMake(): boolean {
  const about = useAbout()
  return about?.reach === 'host' && !about.readOnly
}

function useHasSample(): boolean {
  return useLabs()?.some((lab) => lab.sample) ?? false
}

/** Cards drawn here; every lab is in the archive, behind "Semua lab". */
const mostCards = 12

/** As they stand while there are few; of many, those changed last. */
const newest = (labs: readonly Card[], most: number): readonly Card[] =>
  labs.length <= most ? labs : [...labs].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, most)

function Full({ labs, recent, sample }: { readonly labs: readonly Card[]; readonly recent: Card; readonly sample: Sample }) {
  const t = useText()
  const mayMake = useMayMake()
  const hasSample = useHasSample()
  return (
    <div className={css.columns}>
      <div>
        <Hero lab={recent} />
        <div className={css.labsHead}>
          <h2>{t('home.myLabs')}</h2>
          <span className={css.quiet}>{t('home.labCount', { n: labs.length })}</span>
          {mayMake && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setView({ newLab: true })}
            >
              {t('home.newLab')}
            </Button>
          )}
        </div>
        <ul className={css.labs}>
          {newest(labs, mostCards).map((lab) => (
            <LabCard key={lab.id} lab={lab} />
          ))}
        </ul>
        <ArchivedLabs />
      </div>
      <aside className={css.side} data-region="panel" tabIndex={-1}>
        <Attention key={recent.id} lab={recent} />
        <JudgingPanel />
        {mayMake && !hasSample && <SamplePanel sample={sample} />}
      </aside>
    </div>
  )
}

function FirstRun({ sample }: { readonly sample: Sample }) {
  const t = useText()
  const mayMake = useMayMake()
  const hasSample = useHasSample()
  return (
    <div className={css.columns}>
      <div>
        <Panel>
          <EmptyState
            title={t('home.emptyTitle')}
            text={t('home.emptyText')}
            acts={
              mayMake ? (
                <Button size="md" leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={() => setView({ newLab: true })}>
                  {t('home.newLab')}
                </Button>
              ) : (
                <p>{t('home.readOnly')}</p>
              )
            }
          />
        </Panel>
        <ArchivedLabs />
      </div>
      <aside className={css.side} data-region="panel" tabIndex={-1}>
        {mayMake && !hasSample && <SamplePanel sample={sample} />}
        <JudgingPanel />
      </aside>
    </div>
  )
}

function SamplePanel({ sample }: { readonly sample: Sample }) {
  const t = useText()
  return (
    <Panel title={t('home.sampleTitle')}>
      <p className={css.soft}>{t('home.sampleText')}</p>
      <ul className={css.sampleList}>
        <li>
          <IconUsers size={18} stroke={1.75} aria-hidden />
          {t('home.sampleUnits')}
        </li>
        <li>
          <IconFiles size={18} stroke={1.75} aria-hidden />
          {t('home.sampleDocuments')}
        </li>
      </ul>
      <Button
        variant="default"
        loading={sample.opening}
        leftSection={<IconPlayerPlay size={16} stroke={1.75} aria-hidden />}
        onClick={sample.open}
      >
        {t('home.openSample')}
      </Button>
    </Panel>
  )
}
