/** Hands the lab to every component: `useLab()` to ask it something, the other hooks for what is already known. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { About, LabCard } from '#shared/api/contract.ts'
import type { MethodDef, Pack } from '#shared/model/pack.ts'
import type { Settings } from '#shared/model/settings.ts'
import { methodOf } from '#shared/rules/packs.ts'
import { anyCatalogue, anyTurn, type LabData, type LabDataStore, type Overview } from './data.ts'
import { type Trouble, troubleOf } from './refusal.ts'
import type { LabClient, Wire } from './wire.ts'

type LabHold = { readonly wire: Wire; readonly data: LabDataStore }

export const LabContext = createContext<LabHold | null>(null)

export function LabProvider({ wire, data, children }: LabHold & { readonly children: ReactNode }) {
  const hold = useMemo(() => ({ wire, data }), [wire, data])
  return <LabContext.Provider value={hold}>{children}</LabContext.Provider>
}

function useHold(): LabHold {
  const hold = useContext(LabContext)
  if (!hold) throw new Error('LabProvider is missing above this component.')
  return hold
}

/** The client: `useLab().innovation.create({ … })`. */
export const useLab = (): LabClient => useHold().wire.client
export const useLabData = (): LabDataStore => useHold().data

const useData = <T,>(pick: (data: LabData) => T): T => useStore(useHold().data, pick)

/** Known before the first page is drawn. */
export const useAbout = (): About | null => useData((data) => data.about)
export const useSettings = (): Settings => useData((data) => data.settings)
export const usePacks = (): readonly Pack[] => useData((data) => data.packs)
/** Grows whenever the catalogue says that it has changed: what was asked of it is asked again. */
export const useCatalogueTurn = (): number => useData(({ turns }) => (turns[anyCatalogue] ?? 0) + (turns[anyTurn] ?? 0))
export const useLabs = (): readonly LabCard[] | null => useData((data) => data.labs)
/** The method pack of that id, for the names of stages and what belongs to them. */
export function useMethod(id: string): MethodDef | undefined {
  const packs = usePacks()
  return useMemo(() => methodOf(packs, id), [packs, id])
}

/** Another number each time the core told of a change of a convention, of any of a lab, of a package; ask again then. */
export const useConventionTurn = (of: string): number => useData(({ turns }) => (turns[of] ?? 0) + (turns[anyTurn] ?? 0))

export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly trouble: Trouble; readonly again: () => void }
  | { readonly state: 'ready'; readonly value: T }

/** One lab and the summaries of its innovations; follows every save. */
export function useOverview(lab: string): Asked<Overview> {
  const data = useLabData()
  const overview = useData((all) => all.overviews[lab])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [attempt, setAttempt] = useState(0)
  const known = overview !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again after a failure
  useEffect(() => {
    if (known) return
    setTrouble(null)
    data.loadOverview(lab).catch((error: unknown) => setTrouble(troubleOf(error)))
  }, [data, lab, known, attempt])
  if (overview) return { state: 'ready', value: overview }
  if (trouble) return { state: 'failed', trouble, again: () => setAttempt((n) => n + 1) }
  return { state: 'loading' }
}
