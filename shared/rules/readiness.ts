/** How long the sections of a proposal are, measured by the limits of its form. */
import type { Innovation } from '../model/lab.ts'
import type { ProposalDef } from '../model/pack.ts'
import { wordsOf } from './rich-text.ts'

export type SectionCount = {
  readonly key: string
  readonly words: number
  readonly min: number
  readonly max: number | null
  readonly state: SectionState
}
export type SectionState = 'kosong' | 'kurang' | 'pas' | 'lebih'

/** Words of every section of the form, in its order. */
export function countSections(form: ProposalDef, innovation: Pick<Innovation, 'proposals'>): readonly SectionCount[] {
  const sections = innovation.proposals[form.id]?.sections ?? {}
  return form.sections.map(({ key, minWords, maxWords }) => {
    const node = sections[key]
    const words = node === undefined ? 0 : wordsOf(node)
    return { key, words, min: minWords, max: maxWords ?? null, state: sectionState(words, minWords, maxWords) }
  })
}

/** Warned, never cut (domain.md 7.7). */
function sectionState(words: number, min: number, max: number | undefined): SectionState {
  if (words === 0) return 'kosong'
  if (max !== undefined && words > max) return 'lebih'
  return words < min ? 'kurang' : 'pas'
}
