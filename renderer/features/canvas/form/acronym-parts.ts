/** A long name cut where its letters give the short one. */

export type Part = { readonly text: string; readonly marked: boolean; readonly at: number }

/** The text in stretches that are marked or not; what belongs to a letter (a mark over it) stays with it. */
export function splitAt(text: string, marks: readonly (number | null)[]): readonly Part[] {
  const parts: { text: string; marked: boolean; at: number }[] = []
  for (const match of text.matchAll(/.\p{M}*/gsu)) {
    const marked = (marks[match.index] ?? null) !== null
    const last = parts.at(-1)
    if (last !== undefined && !last.marked && !marked) last.text += match[0]
    else parts.push({ text: match[0], marked, at: match.index })
  }
  return parts
}
