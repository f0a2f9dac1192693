/** Every page is loaded when it is first opened; one that is known to come is fetched ahead, and is then drawn at once. */
import { type ComponentType, lazy, useState } from 'react'
import { partsOf } from './needed.ts'

function page<P extends object>(load: () => Promise<ComponentType<P>>) {
  let ready: ComponentType<P> | undefined
  const ahead = async (): Promise<ComponentType<P>> => {
    ready = await load()
    return ready
  }
  const Later = lazy(async () => ({ default: await ahead() }))
  function Page(props: P) {
    // Stays what it was at first: another component would begin the page anew.
    const [{ Drawn }] = useState((): { readonly Drawn: ComponentType<P> } => ({ Drawn: ready ?? Later }))
    return <Drawn {...props} />
  }
  return Object.assign(Page, { ahead })
}

export const HomePage = page(async () => (await import('../features/home/home-page.tsx')).HomePage)
export const OverviewPage = page(async () => (await import('../features/lab/overview-page.tsx')).OverviewPage)
export const StagePage = page(async () => (await import('../features/lab/stage-page.tsx')).StagePage)
export const PeoplePage = page(async () => (await import('../features/people/people-page.tsx')).PeoplePage)
export const SettingsPage = page(async () => (await import('../features/settings/settings-page.tsx')).SettingsPage)
export const LabSettingsPage = page(async () => (await import('../features/settings/lab-settings-page.tsx')).LabSettingsPage)
export const InnovationPage = page(async () => (await import('../features/innovation/innovation-page.tsx')).InnovationPage)
export const CanvasPage = page(async () => (await import('../features/canvas/canvas-page.tsx')).CanvasPage)
export const ProposalPage = page(async () => (await import('../features/proposal/proposal-page.tsx')).ProposalPage)
export const SessionsPage = page(async () => (await import('../features/session/sessions-page.tsx')).SessionsPage)
export const PlanPage = page(async () => (await import('../features/session/plan-page.tsx')).PlanPage)
export const RunPage = page(async () => (await import('../features/session/run-page.tsx')).RunPage)
export const ProjectorPage = page(async () => (await import('../projector/projector-page.tsx')).ProjectorPage)
export const GatesPage = page(async () => (await import('../features/gates/gates-page.tsx')).GatesPage)
export const FollowupsPage = page(async () => (await import('../features/followups/followups-page.tsx')).FollowupsPage)
export const CoachPage = page(async () => (await import('../features/coach/coach-page.tsx')).CoachPage)
export const MonitorPage = page(async () => (await import('../features/monitor/monitor-page.tsx')).MonitorPage)
export const ArchivePage = page(async () => (await import('../features/archive/archive-page.tsx')).ArchivePage)
export const RewardsPage = page(async () => (await import('../features/rewards/rewards-page.tsx')).RewardsPage)
export const EvidencePage = page(async () => (await import('../features/evidence/evidence-page.tsx')).EvidencePage)
export const MaturityPage = page(async () => (await import('../features/maturity/maturity-page.tsx')).MaturityPage)
export const IndexPage = page(async () => (await import('../features/index/index-page.tsx')).IndexPage)
export const GuidesPage = page(async () => (await import('../features/guides/guides-page.tsx')).GuidesPage)
export const ConventionsPage = page(async () => (await import('../features/jury/conventions-page.tsx')).ConventionsPage)
export const ConventionPage = page(async () => (await import('../features/jury/convention-page.tsx')).ConventionPage)
export const JudgingPage = page(async () => (await import('../features/judging/judging-page.tsx')).JudgingPage)
export const CataloguePage = page(async () => (await import('../features/catalogue/catalogue-page.tsx')).CataloguePage)
export const CatalogueFiguresPage = page(async () => (await import('../features/catalogue-figures/figures-page.tsx')).CatalogueFiguresPage)
export const SuccessionPage = page(async () => (await import('../features/catalogue-figures/succession-page.tsx')).SuccessionPage)
export const DocumentsPage = page(async () => (await import('../features/documents/documents-page.tsx')).DocumentsPage)

/** The page of an address, to be fetched. */
export function pageOf(hash: string): () => Promise<unknown> {
  const { area, lab, part, id, below } = partsOf(hash)
  if (area === 'arsip') return ArchivePage.ahead
  if (area === 'pedoman') return GuidesPage.ahead
  if (area === 'penilaian') return JudgingPage.ahead
  if (area === 'katalog') return CataloguePage.ahead
  if (area === 'setelan') return SettingsPage.ahead
  if (area !== 'lab' || lab === '') return HomePage.ahead
  if (part === 'sesi') return (below === 'jalan' ? RunPage : id === '' ? SessionsPage : PlanPage).ahead
  const ofLab = {
    peserta: PeoplePage,
    setelan: LabSettingsPage,
    dokumen: DocumentsPage,
    tahap: StagePage,
    proyektor: ProjectorPage,
    gerbang: GatesPage,
    'tindak-lanjut': FollowupsPage,
    coach: CoachPage,
    pantauan: MonitorPage,
    penghargaan: RewardsPage,
    indeks: IndexPage,
  }
  if (part === 'konvensi') return (id === '' ? ConventionsPage : ConventionPage).ahead
  if (part !== 'inovasi') return pick(ofLab, part, OverviewPage).ahead
  return pick(
    { kanvas: CanvasPage, proposal: ProposalPage, dokumen: DocumentsPage, bukti: EvidencePage, indeks: MaturityPage },
    below,
    InnovationPage,
  ).ahead
}

type Fetched = { readonly ahead: () => Promise<unknown> }
const pick = (pages: Readonly<Record<string, Fetched>>, name: string, otherwise: Fetched): Fetched =>
  Object.entries(pages).find(([key]) => key === name)?.[1] ?? otherwise

/** Fetches, while nothing else is to be done, the pages people mostly go to next. */
export function fetchMore(window: Window): void {
  const next = [OverviewPage, InnovationPage, CanvasPage, StagePage]
  const one = (): void => {
    // A page that cannot be fetched now says so when it is opened.
    next.shift()?.ahead().then(rest, rest)
  }
  const rest = (): void => {
    if (next.length === 0) return
    if ('requestIdleCallback' in window) window.requestIdleCallback(one)
    else setTimeout(one, 200)
  }
  rest()
}
