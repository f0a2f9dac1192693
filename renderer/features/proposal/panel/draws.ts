/** What the sections of a proposal can draw from the canvases, and which of it is used. */
import type { Innovation, TrailLink } from '#shared/model/lab.ts'
import type { Pack, ProposalDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import type { Say } from '../../../app/text.ts'
import { drawnSources, type Source, sourceKey } from '../place-words.ts'

export type Draws = {
  /** In the order of the form. */
  readonly sections: readonly { readonly key: string; readonly sources: readonly Source[]; readonly unused: number }[]
  /** Things no section uses, each counted once although several sections may point at it. */
  readonly unused: number
}

export function drawsOf(form: ProposalDef, packs: readonly Pack[], innovation: Innovation, language: Language, t: Say): Draws {
  const used = usesOf(form.id, innovation.trail)
  const all = new Set<string>()
  const sections = form.sections.map(({ key, draws }) => {
    const sources = drawnSources(draws, packs, innovation, language, t)
    const unused = sources.filter((source) => !used.has(sourceKey(source)))
    for (const source of unused) all.add(sourceKey(source))
    return { key, sources, unused: unused.length }
  })
  return { sections, unused: all.size }
}

/** Canvas and key of everything the sections of a form draw on → the sections. */
export function usesOf(form: string, trail: readonly TrailLink[]): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>()
  for (const { from, to } of trail) {
    if (to.place !== 'section' || to.of !== form) continue
    const key = sourceKey(from)
    uses.set(key, (uses.get(key) ?? new Set()).add(to.key))
  }
  return uses
}
