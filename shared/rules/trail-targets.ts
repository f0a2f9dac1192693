/** What something can become: which canvases are likely, and which part of a canvas it can go to. */
import type { Innovation, TrailLink } from '../model/lab.ts'
import type { CanvasDef, FormField } from '../model/pack.ts'
import type { BothTexts } from '../model/text.ts'
import { treeOf } from './tree.ts'

/** Zone of a board, side of a tree, group of a grid, or field of a form. */
export type TargetPart = { readonly key: string; readonly label: BothTexts }

/** Answers that hold words of any length; what is made goes behind what stands there. */
export const takesWords = ({ type }: Pick<FormField, 'type'>): boolean => type === 'text' || type === 'line'

/** The parts a thing can be put into; empty where there is only one. A core that is written keeps its words and is no target. */
export function partsOf(def: CanvasDef, innovation: Innovation): readonly TargetPart[] {
  switch (def.kind) {
    case 'board':
      return def.zones.length < 2 ? [] : def.zones.map(({ key, label }) => ({ key, label }))
    case 'tree': {
      const sides = [
        { key: 'cause', label: def.levels.direct },
        { key: 'effect', label: def.levels.effect },
      ]
      const core = treeOf(innovation.canvases[def.id]?.items ?? []).core
      return core === null || core.text.trim() === '' ? [{ key: 'core', label: def.levels.core }, ...sides] : sides
    }
    case 'grid':
      return def.columns.find(({ key }) => key === def.groupBy)?.options?.map(({ key, label }) => ({ key, label })) ?? []
    case 'matrix':
      return []
    case 'form':
      return def.fields.filter(takesWords).map(({ key, label }) => ({ key, label }))
    default:
      return def satisfies never
  }
}

/** A form of nothing but choices and dates takes no words. */
export const canTake = (def: CanvasDef): boolean => def.kind !== 'form' || def.fields.some(takesWords)

/** Where a thing of that canvas usually goes: canvases that take from it, then those that things of it became something on. At most `most`. */
export function likelyTargets(
  of: string,
  defs: readonly CanvasDef[],
  trail: readonly TrailLink[],
  most: number,
): readonly { readonly def: CanvasDef /** The part the pack names for it. */; readonly part?: string }[] {
  const takers = defs
    .flatMap((def) => {
      const at = def.id === of ? -1 : def.takes.findIndex(({ pick }) => pick.canvas === of)
      const into = def.takes[at]?.into
      return at < 0 ? [] : [{ at, to: into === undefined ? { def } : { def, part: into } }]
    })
    // A canvas that names this one before all others lives on it.
    .sort((a, b) => a.at - b.at)
    .map(({ to }) => to)
  const own = recentTargets(
    of,
    defs,
    trail.filter(({ from }) => from.of === of),
  ).map((def) => ({ def }))
  const seen = new Set<string>()
  return [...takers, ...own]
    .filter(({ def }) => {
      const fresh = canTake(def) && !seen.has(def.id)
      seen.add(def.id)
      return fresh
    })
    .slice(0, most)
}

/** Canvases that things of this innovation became something on, the latest first. */
export function recentTargets(of: string, defs: readonly CanvasDef[], trail: readonly TrailLink[]): readonly CanvasDef[] {
  const found = new Map<string, CanvasDef>()
  for (const { to } of [...trail].reverse()) {
    const def = to.of === of || found.has(to.of) ? undefined : defs.find(({ id }) => id === to.of)
    if (def !== undefined) found.set(to.of, def)
  }
  return [...found.values()]
}
