import type { RichNode } from '#shared/model/lab.ts'

/** Ids of the trail links that words of a section carry. */
export const quotedLinks = (node: RichNode | undefined): ReadonlySet<string> => new Set(quotedIn(node).keys())

/** Of each link the paragraph, heading, list or table of the section its words stand in first; 1 is the first one. */
export function quotedIn(node: RichNode | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const walk = (one: RichNode, at: number): void => {
    for (const mark of one.marks ?? []) {
      const link = mark.type === 'source' ? mark.attrs?.['link'] : undefined
      if (typeof link === 'string' && !found.has(link)) found.set(link, at)
    }
    for (const child of one.content ?? []) walk(child, at)
  }
  for (const [at, block] of (node?.content ?? []).entries()) walk(block, at + 1)
  return found
}
