import type { RichNode } from '#shared/model/lab.ts'

/** Ids of the trail links that words of a section carry. */
export function quotedLinks(node: RichNode | undefined): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (one: RichNode): void => {
    for (const mark of one.marks ?? [])
      if (mark.type === 'source' && typeof mark.attrs?.['link'] === 'string') found.add(mark.attrs['link'])
    for (const child of one.content ?? []) walk(child)
  }
  if (node !== undefined) walk(node)
  return found
}
