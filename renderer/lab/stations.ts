/** The stages of a lab as stations of the river. */
import { useMemo } from 'react'
import type { MethodDef, StageKey } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { stageLabel } from '#shared/rules/packs.ts'
import { places } from '../app/places.ts'
import { useBoth } from '../app/text.ts'
import type { Station } from '../parts/river.tsx'
import { useLabScope } from './open-lab.tsx'

/** Stations before the lab's stage are done, those after it are not begun. */
export function stationState(at: number, now: number): 'belum' | 'sekarang' | 'selesai' {
  return at < now ? 'selesai' : at === now ? 'sekarang' : 'belum'
}

/** For a lab that is not open, from its summary. */
export function stationsOf(method: MethodDef | undefined, stage: StageKey, language: Language): readonly Station[] {
  const keys = method?.stages.map(({ key }) => key) ?? []
  const now = keys.indexOf(stage)
  return method ? keys.map((key, at) => ({ stage: key, label: stageLabel(method, key, language), state: stationState(at, now) })) : []
}

/** The open lab's stations, each leading to the page of its stage; empty while no lab is open. */
export function useStations(): readonly Station[] {
  const scope = useLabScope()
  const say = useBoth()
  return useMemo(() => {
    if (scope.state !== 'open') return []
    const { id, lab, stages } = scope.open
    const now = stages.findIndex(({ key }) => key === lab.stage)
    return stages.map(({ key, label, def }, at) => ({
      stage: key,
      label,
      state: stationState(at, now),
      hint: `${say(def.purpose)}\n${say(def.gate.label)}`,
      href: places.stage(id, key),
    }))
  }, [scope, say])
}
