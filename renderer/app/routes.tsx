/** Which page an address shows. */
import { Button } from '@mantine/core'
import { type ReactNode, Suspense, useEffect } from 'react'
import { Route, Switch } from 'wouter'
import { type InnovationId, idPattern, type LabId, type SessionId } from '#shared/model/ids.ts'
import { type StageKey, stageKeys } from '#shared/model/pack.ts'
import { useAbout, useLabData, useSettings } from '../lab/lab-context.tsx'
import { useLabScope } from '../lab/open-lab.tsx'
import { useHeartbeat } from '../lab/use-heartbeat.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { ErrorBanner } from '../parts/error-banner.tsx'
import css from './frame.module.css'
import {
  ArchivePage,
  CanvasPage,
  CatalogueFiguresPage,
  CataloguePage,
  CoachPage,
  ConventionPage,
  ConventionsPage,
  DocumentsPage,
  EvidencePage,
  FollowupsPage,
  GatesPage,
  GuidesPage,
  HomePage,
  IndexPage,
  InnovationPage,
  JudgingPage,
  LabSettingsPage,
  MaturityPage,
  MonitorPage,
  OverviewPage,
  PeoplePage,
  PlanPage,
  ProjectorPage,
  ProposalPage,
  RewardsPage,
  RunPage,
  SessionsPage,
  SettingsPage,
  StagePage,
  SuccessionPage,
} from './pages.tsx'
import { places } from './places.ts'
import { useText } from './text.ts'

type Ids = { readonly lab: LabId; readonly innovation: InnovationId }

export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/">
          <HomePage />
        </Route>
        <Route path="/setelan">
          <SettingsPage />
        </Route>
        <Route path="/pedoman/:pack?">{({ pack }) => <GuidesPage pack={pack ?? null} />}</Route>
        <Route path="/arsip">
          <ArchivePage />
        </Route>
        <Route path="/katalog/angka/:asked?">
          <CatalogueFiguresPage />
        </Route>
        <Route path="/katalog/suksesi">
          <SuccessionPage />
        </Route>
        <Route path="/katalog/:asked?">
          <CataloguePage entry={null} />
        </Route>
        <Route path="/katalog/entri/:entry">{({ entry }) => <CataloguePage entry={entry} />}</Route>
        <Route path="/penilaian/:judging?">{({ judging }) => <JudgingPage key={judging ?? ''} judging={judging ?? null} />}</Route>
        <Route path="/lab/:lab/*?">
          <LabRoutes />
        </Route>
        <Route>
          <NoSuchPage />
        </Route>
      </Switch>
    </Suspense>
  )
}

function LabRoutes() {
  const t = useText()
  const scope = useLabScope()
  if (scope.state === 'loading') return <Loading />
  if (scope.state === 'none') return <NoSuchPage />
  if (scope.state === 'refused') {
    return (
      <div className={css.page}>
        <ErrorBanner
          what={t('app.docRefused')}
          safe={t('app.docRefusedSafe')}
          todo={t('app.docRefusedDo')}
          detail={scope.reason}
          acts={<HomeButton />}
        />
      </div>
    )
  }
  return <OpenLabRoutes lab={scope.open.id} />
}

function OpenLabRoutes({ lab }: { readonly lab: LabId }) {
  useRemembered(lab)
  useHeartbeat()
  return (
    <Switch>
      <Route path="/lab/:lab">
        <OverviewPage />
      </Route>
      <Route path="/lab/:lab/peserta">
        <PeoplePage />
      </Route>
      <Route path="/lab/:lab/setelan">
        <LabSettingsPage />
      </Route>
      <Route path="/lab/:lab/dokumen">
        <DocumentsPage lab={lab} />
      </Route>
      <Route path="/lab/:lab/sesi">
        <SessionsPage />
      </Route>
      <Route path="/lab/:lab/sesi/:session">{({ session }) => withSession(session, (id) => <PlanPage key={id} session={id} />)}</Route>
      <Route path="/lab/:lab/sesi/:session/jalan">{({ session }) => withSession(session, (id) => <RunPage key={id} session={id} />)}</Route>
      <Route path="/lab/:lab/proyektor">
        <ProjectorPage />
      </Route>
      <Route path="/lab/:lab/gerbang/:stage?">
        {({ stage }) => (stage === undefined || isStage(stage) ? <GatesPage stage={stage ?? null} /> : <NoSuchPage />)}
      </Route>
      <Route path="/lab/:lab/tindak-lanjut">
        <FollowupsPage />
      </Route>
      <Route path="/lab/:lab/coach">
        <CoachPage at={null} />
      </Route>
      <Route path="/lab/:lab/coach/:innovation/:of">
        {({ innovation, of }) => withIds(lab, innovation, (ids) => <CoachPage at={{ innovation: ids.innovation, of }} />)}
      </Route>
      <Route path="/lab/:lab/pantauan">
        <MonitorPage />
      </Route>
      <Route path="/lab/:lab/indeks">
        <IndexPage lab={lab} />
      </Route>
      <Route path="/lab/:lab/konvensi">
        <ConventionsPage lab={lab} />
      </Route>
      <Route path="/lab/:lab/konvensi/:convention/:part?">
        {({ convention, part }) => <ConventionPage key={convention} lab={lab} convention={convention} part={part ?? null} />}
      </Route>
      <Route path="/lab/:lab/penghargaan">
        <RewardsPage />
      </Route>
      <Route path="/lab/:lab/tahap/:stage">
        {({ stage }) => (isStage(stage) ? <StagePage key={stage} stage={stage} /> : <NoSuchPage />)}
      </Route>
      <Route path="/lab/:lab/inovasi/:innovation">
        {({ innovation }) => withIds(lab, innovation, (ids) => <InnovationPage key={ids.innovation} {...ids} />)}
      </Route>
      <Route path="/lab/:lab/inovasi/:innovation/kanvas/:canvas">
        {({ innovation, canvas }) =>
          withIds(lab, innovation, (ids) => <CanvasPage key={`${ids.innovation}/${canvas}`} {...ids} canvas={canvas} />)
        }
      </Route>
      <Route path="/lab/:lab/inovasi/:innovation/proposal/:form">
        {({ innovation, form }) =>
          withIds(lab, innovation, (ids) => <ProposalPage key={`${ids.innovation}/${form}`} {...ids} form={form} />)
        }
      </Route>
      <Route path="/lab/:lab/inovasi/:innovation/bukti">
        {({ innovation }) => withIds(lab, innovation, (ids) => <EvidencePage key={ids.innovation} {...ids} />)}
      </Route>
      <Route path="/lab/:lab/inovasi/:innovation/indeks/:set">
        {({ innovation, set }) => withIds(lab, innovation, (ids) => <MaturityPage key={`${ids.innovation}/${set}`} {...ids} set={set} />)}
      </Route>
      <Route path="/lab/:lab/inovasi/:innovation/dokumen">
        {({ innovation }) => withIds(lab, innovation, (ids) => <DocumentsPage key={ids.innovation} {...ids} />)}
      </Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  )
}

/** Beranda begins with the lab that was open last. */
function useRemembered(lab: LabId): void {
  const data = useLabData()
  const { lastLab } = useSettings()
  const about = useAbout()
  useEffect(() => {
    // Forgetting it costs one click, so a refusal is not worth a word.
    if (lastLab !== lab && about?.reach === 'host' && !about.readOnly) void data.changeSettings({ lastLab: lab }).catch(() => undefined)
  }, [data, lastLab, lab, about])
}

const isStage = (word: string | undefined): word is StageKey => stageKeys.some((one) => one === word)

function withIds(lab: LabId, innovation: string | undefined, draw: (ids: Ids) => ReactNode): ReactNode {
  if (innovation === undefined || !idPattern.test(innovation)) return <NoSuchPage />
  return draw({ lab, innovation: innovation as InnovationId /* matches idPattern */ })
}

function withSession(session: string | undefined, draw: (id: SessionId) => ReactNode): ReactNode {
  if (session === undefined || !idPattern.test(session)) return <NoSuchPage />
  return draw(session as SessionId) // matches idPattern
}

function HomeButton() {
  const t = useText()
  return (
    <Button component="a" href={places.home()} variant="default">
      {t('app.goHome')}
    </Button>
  )
}

/** Nothing is shown for what is quick: the words fade in only after 400 ms (design.md 8). */
function Loading() {
  const t = useText()
  return (
    <p className={css.loading} role="status">
      {t('app.loading')}
    </p>
  )
}

function NoSuchPage() {
  const t = useText()
  return (
    <div className={css.page}>
      <EmptyState title={t('app.notFound')} text={t('app.notFoundDo')} acts={<HomeButton />} />
    </div>
  )
}
