/** Walking the trail: where one came from on the way, over all pages, so that one key leads back. */
import { createStore } from 'zustand/vanilla'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { TrailEnd } from '#shared/model/lab.ts'

export type Stop = { readonly lab: LabId; readonly innovation: InnovationId; readonly end: TrailEnd }

/** The last one is where `Kembali` leads. */
export const walkStore = createStore<{ readonly path: readonly Stop[] }>(() => ({ path: [] }))

/** Longer walks forget their beginning. */
const most = 40

/** Remembers where one stands before going on. */
export const leave = (stop: Stop): void => walkStore.setState(({ path }) => ({ path: [...path, stop].slice(-most) }))

/** Takes the last stop of this innovation off the path and gives it; null when the walk began here or elsewhere. */
export function back(innovation: InnovationId): Stop | null {
  const { path } = walkStore.getState()
  const last = path.at(-1)
  if (last === undefined || last.innovation !== innovation) return null
  walkStore.setState({ path: path.slice(0, -1) })
  return last
}

export type WalkKey = 'source' | 'result' | 'back' | 'become'

/**
 * Alt+, to the source, Alt+. to the result, Alt+K back, Alt+J to make something of it. All with Alt, so that they work while somebody
 * writes; by the place of the key, since Alt changes what comma and dot type on some layouts.
 */
export function walkKey(event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code'>): WalkKey | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null
  switch (event.code) {
    case 'Comma':
      return 'source'
    case 'Period':
      return 'result'
    case 'KeyK':
      return 'back'
    case 'KeyJ':
      return 'become'
    default:
      return null
  }
}
