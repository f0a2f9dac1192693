/** Reading the trail of one innovation: where something came from and what it became. */
import type { Innovation, TrailEnd, TrailLink } from '#shared/model/lab.ts'
import { richTextPlain } from '#shared/rules/rich-text.ts'

export type TrailStep = {
  readonly link: TrailLink
  /** The far end, seen from where the chain was asked for. */
  readonly end: TrailEnd
  /** 1 is linked directly. */
  readonly depth: number
}

export const endKey = (end: Pick<TrailEnd, 'place' | 'of' | 'key'>): string => `${end.place}/${end.of}/${end.key}`

/** Everything upstream, furthest first, and everything downstream, nearest first. Circles end where they close. */
export function chainOf(
  trail: readonly TrailLink[],
  start: Pick<TrailEnd, 'place' | 'of' | 'key'>,
): { readonly before: readonly TrailStep[]; readonly after: readonly TrailStep[] } {
  const walk = (near: 'from' | 'to', far: 'from' | 'to'): readonly TrailStep[] => {
    const seen = new Set([endKey(start)])
    const steps: TrailStep[] = []
    let edge = [endKey(start)]
    for (let depth = 1; edge.length > 0; depth += 1) {
      const next: string[] = []
      for (const link of trail) {
        if (!edge.includes(endKey(link[near])) || seen.has(endKey(link[far]))) continue
        seen.add(endKey(link[far]))
        steps.push({ link, end: link[far], depth })
        next.push(endKey(link[far]))
      }
      edge = next
    }
    return steps
  }
  return { before: [...walk('to', 'from')].reverse(), after: walk('from', 'to') }
}

/** Items, fields and sections that take part in any link, as `endKey`s. */
export const linkedEnds = (trail: readonly TrailLink[]): ReadonlySet<string> =>
  new Set(trail.flatMap((link) => [endKey(link.from), endKey(link.to)]))

/** What this end says today; null when it is gone and only the quote is left. */
export function textAt(innovation: Innovation, end: Pick<TrailEnd, 'place' | 'of' | 'key'>): string | null {
  switch (end.place) {
    case 'item':
      return innovation.canvases[end.of]?.items.find((item) => item.id === end.key)?.text ?? null
    case 'field': {
      const value = innovation.canvases[end.of]?.fields[end.key]
      return typeof value === 'string' && value !== '' ? value : null
    }
    case 'section': {
      const section = innovation.proposals[end.of]?.sections[end.key]
      return section === undefined ? null : richTextPlain(section)
    }
    default:
      return end.place satisfies never
  }
}
