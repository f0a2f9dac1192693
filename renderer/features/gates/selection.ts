/** Which lines of a list are chosen: one by one, a stretch with Shift, all that are shown. */

export type Selection = {
  readonly ids: ReadonlySet<string>
  /** Where a stretch begins: the line that was chosen last. */
  readonly anchor: string | null
}

export const noSelection: Selection = { ids: new Set(), anchor: null }

/** @param shown ids of the lines in their order on the screen; `stretch` gives all from the anchor to `id` the state `id` changes to */
export function toggled({ ids, anchor }: Selection, id: string, shown: readonly string[], stretch: boolean): Selection {
  const on = !ids.has(id)
  const next = new Set(ids)
  const from = stretch && anchor !== null ? shown.indexOf(anchor) : -1
  const to = shown.indexOf(id)
  const touched = from === -1 || to === -1 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1)
  for (const one of touched) {
    if (on) next.add(one)
    else next.delete(one)
  }
  return { ids: next, anchor: id }
}

/** Chooses all of these beside what is chosen; where all of them are, none of them is any more. */
export function toggledAll({ ids }: Selection, shown: readonly string[]): Selection {
  const all = shown.length > 0 && shown.every((id) => ids.has(id))
  const next = new Set(ids)
  for (const id of shown) {
    if (all) next.delete(id)
    else next.add(id)
  }
  return { ids: next, anchor: null }
}
