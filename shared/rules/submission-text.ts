/** Entries and sections of a proposal that are empty, too short, too long, filled for form's sake, or sent back. */
import type { Value } from '../model/lab.ts'
import type { ProposalSection } from '../model/pack.ts'
import { countSections, type SectionCount } from './readiness.ts'
import { countWords, richTextPlain } from './rich-text.ts'
import type { Found, Looked } from './submission.ts'

export const isEmptyValue = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && (value.trim() === '' || fillerOnly.test(value.trim()))) ||
  (Array.isArray(value) && value.length === 0)

/** An answer of dashes or dots alone says nothing. */
const fillerOnly = /^[-–—.…_?*\s]+$/u

/** A required entry; the date the age is counted from has a finding of its own. */
export function* headerFindings({ form, proposal }: Looked): Generator<Found> {
  const counted = form.ageYears !== undefined || form.window !== undefined ? form.ageField : undefined
  for (const { key, label, required } of form.header)
    if (required && key !== counted && isEmptyValue(proposal.header[key]))
      yield { kind: 'missing_header', severity: 'must', place: { at: 'header', key }, message: 'missingHeader', label, values: {} }
}

export function* sectionFindings(looked: Looked): Generator<Found> {
  const { form, innovation } = looked
  const counts = countSections(form, innovation)
  for (const [at, section] of form.sections.entries()) {
    const count = counts[at]
    if (count === undefined) continue
    yield* lengthFindings(section, count, looked)
    if (count.words > 0) {
      yield* carelessFindings(section, at, looked)
      yield* trailFindings(section, looked)
    }
    if (innovation.reviews[`${form.id}/${section.key}`]?.state === 'perlu_perbaikan')
      yield { kind: 'sent_back', severity: 'must', ...of(section), message: 'sentBack', values: {} }
  }
}

const of = ({ key, title }: ProposalSection): Pick<Found, 'place'> & { readonly label: ProposalSection['title'] } => ({
  place: { at: 'section', key },
  label: title,
})

function* lengthFindings(section: ProposalSection, { words, min, max, state }: SectionCount, looked: Looked): Generator<Found> {
  if (state === 'kosong') {
    const count = filledCanvases(section, looked)
    yield count === 0
      ? { kind: 'empty', severity: 'must', ...of(section), message: 'empty', values: {} }
      : { kind: 'empty', severity: 'must', ...of(section), message: 'emptyDraws', values: { count } }
  }
  if (state === 'kurang') yield { kind: 'short', severity: 'must', ...of(section), message: 'short', values: { by: min - words, min } }
  if (state === 'lebih' && max !== null)
    yield { kind: 'long', severity: 'must', ...of(section), message: 'long', values: { by: words - max, max } }
}

const filler = /lorem ipsum|\bx{4,}\b|\basdf\w*/iu
/** Ordinary words in a long text; in a very short one they are all there is. */
const excuse = /\b(?:belum (?:diisi|ada)|isi di sini|(?:akan )?menyusul|sama dengan (?:di )?atas|to be filled|to follow|tbd|n\/a)\b/iu
const shortText = 12

/** Text that stands in for an answer, and an answer given twice. */
function* carelessFindings(section: ProposalSection, at: number, { form, proposal }: Looked): Generator<Found> {
  const text = plainOf(proposal.sections[section.key])
  const quote = (filler.exec(text) ?? (countWords(text) <= shortText ? excuse.exec(text) : null))?.[0]
  if (quote !== undefined) yield { kind: 'careless', severity: 'must', ...of(section), message: 'carelessFiller', values: { quote } }
  const same = form.sections.slice(0, at).find(({ key }) => text !== '' && folded(plainOf(proposal.sections[key])) === folded(text))
  if (same !== undefined)
    yield { kind: 'careless', severity: 'must', ...of(section), message: 'carelessRepeated', values: { other: same.title } }
}

const plainOf = (node: Looked['proposal']['sections'][string] | undefined): string => (node === undefined ? '' : richTextPlain(node))
const folded = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim()

/** Canvases were filled, and yet the section takes nothing from them: the reader cannot follow how it was found out. */
function* trailFindings(section: ProposalSection, looked: Looked): Generator<Found> {
  const { form, innovation } = looked
  const used = innovation.trail.some(({ to }) => to.place === 'section' && to.of === form.id && to.key === section.key)
  const count = used ? 0 : filledCanvases(section, looked)
  if (count > 0) yield { kind: 'trail_unused', severity: 'should', ...of(section), message: 'trailUnused', values: { count } }
}

/** How many of the canvases a section draws on have something in them. */
function filledCanvases({ draws }: ProposalSection, { innovation }: Looked): number {
  const ids = new Set(draws.map(({ canvas }) => canvas))
  return [...ids].filter((id) => {
    const canvas = innovation.canvases[id]
    return canvas !== undefined && (canvas.items.length > 0 || Object.values(canvas.fields).some((value) => !isEmptyValue(value)))
  }).length
}
