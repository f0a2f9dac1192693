/** What the lab told us outside of the shared documents: settings, packs, lists. Kept fresh by the stream of changes. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { About, Change, LabCard, RefusedPack } from '#shared/api/contract.ts'
import type { Fault } from '#shared/model/faults.ts'
import type { Pack } from '#shared/model/pack.ts'
import { defaultSettings, type Settings } from '#shared/model/settings.ts'
import type { InnovationSummary, LabSummary } from '#shared/model/summary.ts'
import { keepSame } from '../collab/keep-same.ts'
import type { LabClient } from './wire.ts'

export type Overview = { readonly lab: LabSummary; readonly innovations: readonly InnovationSummary[] }

export type LabData = {
  readonly about: About | null
  readonly settings: Settings
  readonly packs: readonly Pack[]
  /** Ids of those that lie in the workspace. */
  readonly ownPacks: readonly string[]
  readonly refused: readonly RefusedPack[]
  /** Null until the first answer. */
  readonly labs: readonly LabCard[] | null
  readonly faults: readonly Fault[]
  readonly overviews: Readonly<Record<string, Overview>>
  /** How often a change of a convention or of a judge's package (by its id), or of any convention of a lab (by the lab's), was told. */
  readonly turns: Readonly<Record<string, number>>
}

export type LabDataStore = StoreApi<LabData> & {
  /** Asks for everything a page cannot do without; refuses only when the lab cannot be reached or does not let us in. */
  begin(): Promise<void>
  loadLabs(): Promise<void>
  loadOverview(lab: string): Promise<void>
  changeSettings(patch: Partial<Settings>): Promise<void>
  /** Listens until the signal ends it; asks for everything again after each gap. */
  follow(signal: AbortSignal): Promise<void>
}

const retryAfter = 1500

export function createLabData(client: LabClient): LabDataStore {
  const store = createStore<LabData>(() => ({
    about: null,
    settings: defaultSettings(),
    packs: [],
    ownPacks: [],
    refused: [],
    labs: null,
    faults: [],
    overviews: {},
    turns: {},
  }))

  const loadLabs = async () => {
    // A team's laptop may not see the list of labs; it comes with the address of one.
    const labs = await client.workspace.labs().catch(() => [])
    // After the labs, because reading them is what finds a damaged file.
    const faults = await client.workspace.faults().catch(() => [])
    store.setState(({ labs: before }) => ({ labs: keepSame(before, labs), faults }))
  }
  /** What is heard while an overview is on its way may be missing in it. */
  const asking = new Set<Change[]>()
  const loadOverview = async (lab: string) => {
    const heard: Change[] = []
    asking.add(heard)
    try {
      const overview = await client.lab.overview({ lab })
      store.setState((now) => {
        let then: LabData = { ...now, overviews: { ...now.overviews, [lab]: overview } }
        for (const change of heard) then = { ...then, ...afterChange(then, change) }
        return { overviews: keepSame(now.overviews, then.overviews) }
      })
    } finally {
      asking.delete(heard)
    }
  }
  const begin = async () => {
    const [about, settings, packs] = await Promise.all([client.app.about(), client.app.settings(), client.packs.all()])
    store.setState({ about, settings, packs: packs.packs, ownPacks: packs.own, refused: packs.refused })
  }

  const loadPacks = async () => {
    const { packs, refused, own } = await client.packs.all()
    store.setState({ packs, refused, ownPacks: own })
  }

  /** Where exports go now is for the server to say: an empty setting means its own folder. */
  const loadAbout = async () => store.setState({ about: await client.app.about() })

  const hear = (change: Change) => {
    const before = store.getState()
    for (const heard of asking) heard.push(change)
    store.setState((now) => afterChange(now, change))
    if (change.kind === 'settings' && change.settings.outputFolder !== before.settings.outputFolder) loadAbout().catch(() => undefined)
    if (change.kind === 'packs') loadPacks().catch(() => undefined)
    if (changesCounts(before, change)) recount()
  }
  // The counts on the lab cards come from the server; a burst of saves asks for them once.
  let counting: ReturnType<typeof setTimeout> | undefined
  const recount = () => {
    clearTimeout(counting)
    counting = setTimeout(() => void loadLabs(), 400)
  }

  const follow = async (signal: AbortSignal) => {
    let first = true
    while (!signal.aborted) {
      try {
        for await (const change of await client.app.changes(undefined, { signal })) {
          if (change.kind === 'hello' && !first) await refresh()
          first = false
          hear(change)
        }
      } catch {
        // The document connection says that we are cut off; here we only try again.
      }
      await new Promise((resolve) => setTimeout(resolve, retryAfter))
    }
  }
  const refresh = async () => {
    // Changes may have been missed: whatever follows them asks again.
    store.setState(({ turns }) => ({ turns: turned(turns, anyTurn) }))
    await Promise.all([begin(), loadLabs(), ...Object.keys(store.getState().overviews).map(loadOverview)])
  }

  const changeSettings = async (patch: Partial<Settings>) => {
    const before = store.getState().settings
    store.setState({ settings: { ...before, ...patch } })
    try {
      store.setState({ settings: await client.app.changeSettings(patch) })
    } catch (error) {
      store.setState({ settings: before })
      throw error
    }
    if (patch.outputFolder !== undefined) await loadAbout().catch(() => undefined)
  }
  return { ...store, begin, loadLabs, loadOverview, changeSettings, follow }
}

/** Folds one change into what we know. */
export function afterChange(now: LabData, change: Change): Partial<LabData> {
  switch (change.kind) {
    case 'hello':
    case 'packs':
      return {}
    case 'settings':
      return { settings: change.settings }
    case 'catalogue':
      return { turns: turned(now.turns, anyCatalogue) }
    case 'fault':
      return { faults: [...now.faults.filter((one) => one.file !== change.fault.file || one.kind !== change.fault.kind), change.fault] }
    case 'lab': {
      const known = now.overviews[change.lab.id]
      const labs = now.labs?.map((card) => (card.id === change.lab.id ? { ...card, ...change.lab } : card)) ?? null
      return {
        labs: keepSame(now.labs, labs),
        overviews: known ? keepSame(now.overviews, { ...now.overviews, [change.lab.id]: { ...known, lab: change.lab } }) : now.overviews,
      }
    }
    case 'convention':
      return { turns: turned(now.turns, change.lab, change.convention) }
    case 'judging':
      return { turns: turned(now.turns, change.id, anyJudging) }
    case 'innovation': {
      const known = now.overviews[change.lab]
      if (!known) return {}
      const others = known.innovations.filter((one) => one.id !== change.innovation.id)
      return { overviews: { ...now.overviews, [change.lab]: { ...known, innovations: [...others, change.innovation] } } }
    }
  }
}

/** Counts for the list of packages on this laptop. */
export const anyJudging = 'judging'
/** Counts for the catalogue: taken in, or more of it can be searched. */
export const anyCatalogue = 'katalog'
/** Counts for everything: after a gap nobody knows what was missed. */
export const anyTurn = ''

const turned = (turns: LabData['turns'], ...of: readonly string[]): LabData['turns'] => ({
  ...turns,
  ...Object.fromEntries(of.map((one) => [one, (turns[one] ?? 0) + 1])),
})

/** What a lab's card counts its innovations by. */
const countedBy = ({ stage, passed, launched, monitored, archived, canvases }: InnovationSummary): string =>
  JSON.stringify([stage, passed, launched, monitored, archived, canvases])

/** Whether a card may count otherwise now: most saves are words, and the list of all labs is long. */
export function changesCounts(before: LabData, change: Change): boolean {
  if (change.kind === 'lab') {
    const card = before.labs?.find(({ id }) => id === change.lab.id)
    return card === undefined || card.method !== change.lab.method
  }
  if (change.kind !== 'innovation') return false
  const known = before.overviews[change.lab]?.innovations.find(({ id }) => id === change.innovation.id)
  return known === undefined || countedBy(known) !== countedBy(change.innovation)
}
