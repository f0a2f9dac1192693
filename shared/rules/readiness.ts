/** What still stands between a proposal and handing it in, as a list in which every line leads to its place. */
import type { Innovation, Value } from '../model/lab.ts'
import type { ProposalDef } from '../model/pack.ts'
import { fullYears } from './dates.ts'
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

export type Shortcoming =
  | { readonly kind: 'header'; readonly key: string }
  | { readonly kind: 'section'; readonly key: string; readonly state: Exclude<SectionState, 'pas'>; readonly by: number }
  /** Implemented for fewer full years than the form asks, counted back from the closing date (domain.md 2.7). */
  | { readonly kind: 'age'; readonly years: number; readonly needs: number }
  | { readonly kind: 'review'; readonly key: string }

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * Everything that is missing, too short, too long, too young or sent back by the coach, in the order of the form.
 * @param closing ISO day on which registration closes
 */
export function shortcomings(
  form: ProposalDef,
  innovation: Pick<Innovation, 'proposals' | 'reviews'>,
  closing: string,
): readonly Shortcoming[] {
  const header = innovation.proposals[form.id]?.header ?? {}
  const found: Shortcoming[] = form.header
    .filter((field) => field.required && isEmpty(header[field.key]))
    .map(({ key }) => ({ kind: 'header', key }))
  const started = header['tanggal_mulai']
  const years = typeof started === 'string' && started !== '' ? fullYears(started, closing) : null
  if (form.ageYears !== undefined && years !== null && years < form.ageYears) found.push({ kind: 'age', years, needs: form.ageYears })
  for (const { key, words, min, max, state } of countSections(form, innovation)) {
    if (state !== 'pas') found.push({ kind: 'section', key, state, by: state === 'lebih' ? words - (max ?? 0) : min - words })
    if (innovation.reviews[`${form.id}/${key}`]?.state === 'perlu_perbaikan') found.push({ kind: 'review', key })
  }
  return found
}
