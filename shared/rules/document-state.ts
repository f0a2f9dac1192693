/** How complete a document is, from the line its innovation has in the index; of the lab from all of them. Nothing is opened or built. */
import type { DocumentDef, FormField } from '../model/pack.ts'
import { anybodyCame, type DocumentSubject, filledParts, isBegun, isGiven } from './filled-parts.ts'
import { countMaturity } from './maturity.ts'
import { canvasOf, formOf, indicatorsOf } from './packs.ts'

export type DocumentState = {
  readonly state: 'belum_diisi' | 'kurang' | 'siap'
  /** Required entries, sections or units that are still missing. */
  readonly missing: number
}

export type { DocumentSubject } from './filled-parts.ts'

/** A document can be printed in any state; this only says how much of it would be empty. */
export function documentStateOfSummary(def: DocumentDef, subject: DocumentSubject): DocumentState {
  switch (def.builder) {
    case 'form':
      return formState(def, subject)
    case 'proposal':
      return proposalState(def, subject)
    case 'idea_recap':
      return recapState(subject)
    case 'parts': {
      const { all, filled } = filledParts(def, subject)
      return stateFor(all === 0 || filled > 0, all - filled)
    }
    case 'certificate':
      return stateFor(certified(def, subject), 0)
    case 'drawn':
      return stateFor(isBegun(subject.innovation, def.of), 0)
    case 'directory':
      return directoryState(subject)
    case 'profile':
      return profileState(def, subject)
    default:
      return never(def.builder)
  }
}

/** Whether there is anybody to get a certificate. */
function certified({ scope }: DocumentDef, subject: DocumentSubject): boolean {
  if (scope === 'convention') return (subject.judged?.winners ?? 0) > 0
  return scope === 'reward' ? isGiven(subject) : anybodyCame(subject)
}

const never = (value: never): never => {
  throw new Error(`unknown builder ${String(value)}`)
}

const blanks = (fields: readonly FormField[], filled: readonly string[]): number =>
  fields.filter(({ key, required }) => required && !filled.includes(key)).length

const stateFor = (anything: boolean, missing: number): DocumentState => ({
  state: !anything ? 'belum_diisi' : missing > 0 ? 'kurang' : 'siap',
  missing,
})

function formState(def: DocumentDef, { innovation, packs }: DocumentSubject): DocumentState {
  const form = canvasOf(packs, def.of)
  const filled = innovation?.answered[def.of] ?? []
  return stateFor(filled.length > 0, form?.kind === 'form' ? blanks(form.fields, filled) : 0)
}

/** A section counts as missing while it is empty or below its minimum of words. */
function proposalState(def: DocumentDef, { innovation, packs }: DocumentSubject): DocumentState {
  const form = formOf(packs, def.of)
  if (form === undefined) return stateFor(false, 0)
  const words = innovation?.sections[def.of] ?? {}
  const counts = form.sections.map(({ key, minWords }) => ({ count: words[key] ?? 0, least: Math.max(1, minWords) }))
  const header = innovation?.headers[def.of] ?? []
  const missing = counts.filter(({ count, least }) => count < least).length + blanks(form.header, header)
  return stateFor(counts.some(({ count }) => count > 0) || header.length > 0, missing)
}

/** Missing are the units without an idea. */
function recapState({ lab, innovations = [] }: DocumentSubject): DocumentState {
  const open = innovations.filter((innovation) => !innovation.archived)
  const having = new Set(open.map((innovation) => innovation.unit))
  return stateFor(open.length > 0, lab.units.filter((unit) => !having.has(unit.id)).length)
}

/** Missing are the innovations that say nothing of themselves yet. */
function directoryState({ innovations = [] }: DocumentSubject): DocumentState {
  const open = innovations.filter(({ archived }) => !archived)
  return stateFor(open.length > 0, open.filter((one) => !one.described && !isBegun(one, directoryProfile)).length)
}

/** Id of the basic pack. */
const directoryProfile = 'profil-direktori'

/** Missing are the mandatory indicators of which nothing is proven. */
function profileState(def: DocumentDef, { innovation, packs }: DocumentSubject): DocumentState {
  const set = indicatorsOf(packs, def.of)
  if (set === undefined || innovation === undefined) return stateFor(false, 0)
  const levels = innovation.maturity[set.id]
  const written = set.profile === undefined ? {} : (innovation.sections[set.profile] ?? {})
  const begun = levels !== undefined || Object.keys(written).length > 0
  return stateFor(begun, countMaturity(set, levels ?? {}).missingMandatory.length)
}
