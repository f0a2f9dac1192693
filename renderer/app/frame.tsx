/** What stays around every page: bar, rail, notices, palette, keys. */
import { Menu } from '@mantine/core'
import {
  IconArchive,
  IconBooks,
  IconCalendarEvent,
  IconFiles,
  IconHome,
  IconLayoutDashboard,
  IconListCheck,
  IconMessageCheck,
  IconSearch,
  IconSelector,
  IconSettings,
  IconTrophy,
  IconUsers,
  IconWritingSign,
  type TablerIcon,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'
import type { LabId } from '#shared/model/ids.ts'
import { actions, type Situation } from '../actions/actions.ts'
import { actionFor, isTyping } from '../actions/key-map.ts'
import { samePage } from '../lab/catalogue-address.ts'
import { useAbout, useLabData, useLabs, useSettings } from '../lab/lab-context.tsx'
import { useLabScope } from '../lab/open-lab.tsx'
import { regionName } from '../lab/region-name.ts'
import { useStations } from '../lab/stations.ts'
import { Kbd, River, UndoBar } from '../parts/index.ts'
import { setView, viewStore } from '../state/view.ts'
import { BehindDrawer } from './behind.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import css from './frame.module.css'
import { useKeptFocus } from './keep-focus.ts'
import { KeyList } from './key-list.tsx'
import { Palette } from './palette.tsx'
import { places } from './places.ts'
import { SaveIndicator, SaveTrouble } from './save-indicator.tsx'
import { useText } from './text.ts'

export function Frame({ lab, children }: { readonly lab: LabId | null; readonly children: ReactNode }) {
  const [location] = useLocation()
  // What the hall sees has nothing around it.
  return location.endsWith('/proyektor') ? (
    <ErrorBoundary resetOn={location}>{children}</ErrorBoundary>
  ) : (
    <Framed lab={lab}>{children}</Framed>
  )
}

function Framed({ lab: wanted, children }: { readonly lab: LabId | null; readonly children: ReactNode }) {
  const t = useText()
  const scope = useLabScope()
  // A lab that cannot be opened has no pages to lead to.
  const lab = scope.state === 'refused' ? null : wanted
  const [location] = useLocation()
  const folded = useStore(viewStore, (view) => view.leftFolded)
  const situation = useSituation(lab)
  useKeys(situation)
  const page = useFocusOnMove(location)
  useKeptFocus(page)
  return (
    <div className={css.frame} data-folded={folded || undefined}>
      <button type="button" className={css.skip} onClick={() => page.current?.focus()}>
        {t('app.skip')}
      </button>
      <Bar lab={lab} location={location} />
      <Rail lab={lab} location={location} />
      <main className={css.main} ref={page} tabIndex={-1} data-region="page">
        <SaveTrouble />
        <ErrorBoundary resetOn={location}>{children}</ErrorBoundary>
      </main>
      <UndoBar />
      <BehindDrawer />
      <Palette situation={situation} />
      <KeyList />
    </div>
  )
}

function useSituation(lab: LabId | null): Situation {
  const data = useLabData()
  const settings = useSettings()
  const about = useAbout()
  const scope = useLabScope()
  return useMemo(
    () => ({
      lab,
      stages: scope.state === 'open' ? scope.open.stages.map(({ key }) => key) : [],
      settings,
      // A refused change puts the old value back on the screen by itself.
      changeSettings: (patch) => void data.changeSettings(patch).catch(() => undefined),
      canMakeLabs: about?.reach === 'host' && !about.readOnly,
    }),
    [lab, scope, settings, data, about],
  )
}

function useKeys(situation: Situation): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const action = actionFor(actions, event, isTyping(event.target))
      if (!action?.when(situation)) return
      event.preventDefault()
      action.run(situation)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [situation])
}

/** The page shown last; with another lab the frame is drawn anew and would not know it. Null before the first. */
let shownLast: string | null = null

/** A new page is read from its beginning, by eye and by screen reader. */
function useFocusOnMove(location: string) {
  const page = useRef<HTMLElement>(null)
  const last = useRef(shownLast ?? samePage(location))
  useEffect(() => {
    shownLast = samePage(location)
    if (last.current === shownLast) return
    last.current = samePage(location)
    page.current?.scrollTo(0, 0)
    page.current?.focus({ preventScroll: true })
  }, [location])
  return page
}

function Bar({ lab, location }: { readonly lab: LabId | null; readonly location: string }) {
  const t = useText()
  const scope = useLabScope()
  const stations = useStations()
  // On Ringkasan the river lies in its large form below the bar, and is never drawn twice.
  const opened = location === `/lab/${lab}`
  return (
    <header className={css.bar} data-opened={opened || undefined}>
      <a className={css.logo} href={places.home()} aria-label={t('app.home')}>
        <Logo />
      </a>
      {lab === null ? <strong className={css.appName}>Labinov</strong> : <LabSwitch lab={lab} />}
      <div className={css.river}>{scope.state === 'open' && !opened && <River size="S" stations={stations} label={t('app.stages')} />}</div>
      <button type="button" className={css.find} onClick={() => setView({ palette: true })} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span>{t('app.find')}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <SaveIndicator />
    </header>
  )
}

function LabSwitch({ lab }: { readonly lab: LabId }) {
  const t = useText()
  const labs = useLabs() ?? []
  const scope = useLabScope()
  const now = scope.state === 'open' ? scope.open.lab : labs.find((one) => one.id === lab)
  return (
    <Menu position="bottom-start" width={280} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={css.labSwitch} title={t('app.switchLab')}>
          <span>
            <strong>{now ? regionName(now, t) : '…'}</strong>
            {now && <small>{t('app.labYear', { jilid: now.jilid, year: now.year })}</small>}
          </span>
          <IconSelector size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {labs
          .filter((one) => !one.archived)
          .map((one) => (
            <Menu.Item key={one.id} component="a" href={places.lab(one.id)} aria-current={one.id === lab || undefined}>
              {regionName(one, t)}, {t('app.labYear', { jilid: one.jilid, year: one.year })}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item component="a" href={places.home()} leftSection={<IconHome size={16} stroke={1.75} aria-hidden />}>
          {t('app.allLabs')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Rail({ lab, location }: { readonly lab: LabId | null; readonly location: string }) {
  const t = useText()
  const item = (href: string, word: string, Icon: TablerIcon, on: boolean, end = false) => (
    <a href={href} className={css.railItem} data-end={end || undefined} aria-current={on ? 'page' : undefined}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <span>{word}</span>
    </a>
  )
  const about = useAbout()
  const part = location.split('/')[3] ?? ''
  const documents = location.endsWith('/dokumen')
  // Stages, innovations, figures and rewards are reached from Ringkasan and belong to it.
  const overview = ['', 'tahap', 'inovasi', 'pantauan', 'penghargaan', 'indeks'].includes(part) && !documents
  return (
    <nav className={css.rail} aria-label={t('app.mainMenu')} data-region="rail" tabIndex={-1}>
      {lab === null ? (
        <>
          {item(places.home(), t('app.home'), IconHome, location === '/')}
          {item(places.archive(), t('app.archive'), IconArchive, location === '/arsip')}
          {item(places.catalogue(), t('catalogue.nav'), IconBooks, location.startsWith('/katalog'))}
        </>
      ) : (
        <>
          {item(places.lab(lab), t('app.overview'), IconLayoutDashboard, overview)}
          {item(places.sessions(lab), t('app.sessions'), IconCalendarEvent, part === 'sesi')}
          {item(places.people(lab), t('app.people'), IconUsers, part === 'peserta')}
          {item(places.gates(lab), t('app.gates'), IconWritingSign, part === 'gerbang')}
          {item(places.coach(lab), t('app.coach'), IconMessageCheck, part === 'coach')}
          {item(places.followups(lab), t('app.followups'), IconListCheck, part === 'tindak-lanjut')}
          {about?.reach === 'host' && item(places.conventions(lab), t('jury.link'), IconTrophy, part === 'konvensi')}
          {item(places.documents(lab), t('app.documents'), IconFiles, documents)}
        </>
      )}
      {item(places.settings(), t('app.settings'), IconSettings, location === '/setelan', true)}
    </nav>
  )
}

/** The bamboo shoot: two nested chevrons. */
function Logo() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--lb-deep)" />
      <g fill="none" stroke="#fff" strokeWidth="2.2" strokeLinejoin="round" strokeLinecap="round">
        <path d="M6.5 25.5 16 6.5l9.500 19" />
        <path d="M11.300 25.500 16 15.700l4.700 9.800" opacity=".75" />
      </g>
      <circle cx="16" cy="25.200" r="1.500" fill="#fff" />
    </svg>
  )
}
