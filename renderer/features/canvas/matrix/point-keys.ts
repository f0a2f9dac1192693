/** Keys of a point on the map, and of one that waits for its place. */
import type { Item } from '#shared/model/lab.ts'
import type { MatrixActs } from './use-matrix.ts'

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

type On = { readonly acts: MatrixActs; readonly item: Item; readonly openLinks: () => void; readonly leave: () => void }

/** Arrows move by one step, with Alt through the list; Delete deletes, J opens the trail, Escape goes back to the list. */
export function pointKey(event: React.KeyboardEvent, { acts, item, openLinks, leave }: On): void {
  if (event.ctrlKey || event.metaKey) return
  const run = (what: () => void): void => {
    event.preventDefault()
    what()
  }
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
  if (step !== undefined && !acts.readOnly) {
    if (!event.altKey) run(() => acts.nudge(item, step[0], step[1]))
    else if (step[1] !== 0) run(() => acts.shift(item.id, step[1] > 0 ? -1 : 1))
  } else if (event.key === 'Delete' && !acts.readOnly) run(() => acts.remove(item))
  else if (event.key === 'Escape') run(leave)
  else if (event.key.toLowerCase() === 'j') run(openLinks)
}
