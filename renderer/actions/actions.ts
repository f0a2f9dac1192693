/** Each act of the frame as one object: the palette, the key map and the list of keys read the same. */

import { type StageKey, stageKeys } from '#shared/model/pack.ts'
import type { Settings } from '#shared/model/settings.ts'
import { go, places } from '../app/places.ts'
import type { TextKey } from '../app/text.ts'
import { setView, viewStore } from '../state/view.ts'

export type Situation = {
  /** The lab whose pages are open. */
  readonly lab: string | null
  readonly stages: readonly StageKey[]
  readonly settings: Settings
  readonly changeSettings: (patch: Partial<Settings>) => void
  readonly canMakeLabs: boolean
}

export type Action = {
  readonly id: string
  readonly label: TextKey
  /** As `KeyboardEvent.key` with `mod+`, `alt+` before it; single letters work only outside of inputs. */
  readonly keys?: string
  readonly when: (now: Situation) => boolean
  readonly run: (now: Situation) => void
  /** False for what only the keyboard needs. */
  readonly inPalette: boolean
}

const always = () => true
const inLab = (now: Situation) => now.lab !== null
const toLab = (place: (lab: string) => string) => (now: Situation) => {
  if (now.lab !== null) go(place(now.lab))
}

const stageActions: readonly Action[] = stageKeys.map((_stage, at) => ({
  id: `stage.${at + 1}`,
  label: 'app.keyStage',
  keys: `alt+${at + 1}`,
  when: (now) => now.lab !== null && at < now.stages.length,
  run: (now) => {
    const stage = now.stages[at]
    if (now.lab !== null && stage !== undefined) go(places.stage(now.lab, stage))
  },
  inPalette: false,
}))

export const actions: readonly Action[] = [
  {
    id: 'find',
    label: 'app.keyFind',
    keys: 'mod+k',
    when: always,
    run: () => setView({ palette: !viewStore.getState().palette }),
    inPalette: false,
  },
  { id: 'keys', label: 'app.showKeys', keys: '?', when: always, run: () => setView({ keys: true }), inPalette: true },
  {
    id: 'left',
    label: 'app.keyLeft',
    keys: '[',
    when: always,
    run: () => setView({ leftFolded: !viewStore.getState().leftFolded }),
    inPalette: true,
  },
  {
    id: 'right',
    label: 'app.keyRight',
    keys: ']',
    when: always,
    run: () => setView({ rightFolded: !viewStore.getState().rightFolded }),
    inPalette: true,
  },
  { id: 'region', label: 'app.keyRegion', keys: 'f6', when: always, run: nextRegion, inPalette: false },
  { id: 'go.home', label: 'app.goHome', when: always, run: () => go(places.home()), inPalette: true },
  { id: 'go.overview', label: 'app.goOverview', when: inLab, run: toLab(places.lab), inPalette: true },
  { id: 'go.people', label: 'app.goPeople', when: inLab, run: toLab(places.people), inPalette: true },
  { id: 'go.documents', label: 'app.goDocuments', when: inLab, run: toLab(places.documents), inPalette: true },
  { id: 'go.sessions', label: 'palette.goSessions', when: inLab, run: toLab(places.sessions), inPalette: true },
  { id: 'go.gates', label: 'palette.goGates', when: inLab, run: toLab((lab) => places.gates(lab)), inPalette: true },
  { id: 'go.coach', label: 'palette.goCoach', when: inLab, run: toLab(places.coach), inPalette: true },
  { id: 'go.followups', label: 'palette.goFollowups', when: inLab, run: toLab(places.followups), inPalette: true },
  { id: 'go.monitor', label: 'palette.goMonitor', when: inLab, run: toLab(places.monitor), inPalette: true },
  { id: 'go.rewards', label: 'palette.goRewards', when: inLab, run: toLab(places.rewards), inPalette: true },
  { id: 'go.index', label: 'palette.goIndex', when: inLab, run: toLab(places.index), inPalette: true },
  { id: 'go.archive', label: 'palette.goArchive', when: always, run: () => go(places.archive()), inPalette: true },
  { id: 'go.catalogue', label: 'catalogue.goCatalogue', when: always, run: () => go(places.catalogue()), inPalette: true },
  { id: 'go.guides', label: 'palette.goGuides', when: always, run: () => go(places.guides()), inPalette: true },
  { id: 'go.settings', label: 'app.goSettings', when: always, run: () => go(places.settings()), inPalette: true },
  {
    id: 'lab.new',
    label: 'app.newLab',
    when: (now) => now.canMakeLabs,
    run: () => {
      go(places.home())
      setView({ newLab: true })
    },
    inPalette: true,
  },
  {
    id: 'language.en',
    label: 'app.toEnglish',
    when: ({ settings }) => settings.language === 'id',
    run: (now) => now.changeSettings({ language: 'en' }),
    inPalette: true,
  },
  {
    id: 'language.id',
    label: 'app.toIndonesian',
    when: ({ settings }) => settings.language === 'en',
    run: (now) => now.changeSettings({ language: 'id' }),
    inPalette: true,
  },
  {
    id: 'theme.dark',
    label: 'app.toDark',
    when: ({ settings }) => settings.theme !== 'dark',
    run: (now) => now.changeSettings({ theme: 'dark' }),
    inPalette: true,
  },
  {
    id: 'theme.light',
    label: 'app.toLight',
    when: ({ settings }) => settings.theme !== 'light',
    run: (now) => now.changeSettings({ theme: 'light' }),
    inPalette: true,
  },
  ...stageActions,
]

/** Moves the focus to the next of: rail, page, panel. */
function nextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (one) => one.offsetParent !== null || one.offsetHeight > 0,
  )
  // The innermost region that holds the focus: a panel lies inside the page.
  const at = regions.findLastIndex((one) => one.contains(document.activeElement))
  const next = regions[(at + 1) % Math.max(1, regions.length)]
  const inside = next?.dataset.region === 'rail' ? next.querySelector<HTMLElement>('a, button') : null
  ;(inside ?? next)?.focus()
}
