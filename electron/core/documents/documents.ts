/** What the list of documents shows before anything is built: how complete each one is, and what its file is called. */
import type { Value } from '#shared/model/lab.ts'
import type { DocumentDef, FormField } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { maturityOf } from '#shared/rules/maturity.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import { canvasOf, formOf, indicatorsOf } from '#shared/rules/packs.ts'
import { wordsOf } from '#shared/rules/rich-text.ts'
import { regionName } from '#shared/rules/signature.ts'
import { anybodyCame, type DocumentSubject, filledParts, isBegun, isGiven } from './filled.ts'

export type DocumentState = {
  readonly state: 'belum_diisi' | 'kurang' | 'siap'
  /** Required entries, sections or units that are still missing. */
  readonly missing: number
}

export type { DocumentSubject } from './filled.ts'

/** A document can be printed in any state; this only says how much of it would be empty. */
export function documentState(def: DocumentDef, subject: DocumentSubject): DocumentState {
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
      return stateFor(def.scope === 'reward' ? isGiven(subject) : anybodyCame(subject), 0)
    case 'drawn':
      return stateFor(isBegun(subject.innovation?.canvases[def.of]), 0)
    case 'directory':
      return directoryState(subject)
    case 'profile':
      return profileState(def, subject)
    default:
      return never(def.builder)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown builder ${String(value)}`)
}

const isBlank = (value: Value | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)

const blanks = (fields: readonly FormField[], values: Readonly<Record<string, Value>>): number =>
  fields.filter((field) => field.required && isBlank(values[field.key])).length

const stateFor = (anything: boolean, missing: number): DocumentState => ({
  state: !anything ? 'belum_diisi' : missing > 0 ? 'kurang' : 'siap',
  missing,
})

function formState(def: DocumentDef, { innovation, packs }: DocumentSubject): DocumentState {
  const form = canvasOf(packs, def.of)
  const values = innovation?.canvases[def.of]?.fields ?? {}
  const missing = form?.kind === 'form' ? blanks(form.fields, values) : 0
  return stateFor(
    Object.values(values).some((value) => !isBlank(value)),
    missing,
  )
}

/** A section counts as missing while it is empty or below its minimum of words. */
function proposalState(def: DocumentDef, { innovation, packs }: DocumentSubject): DocumentState {
  const form = formOf(packs, def.of)
  const proposal = innovation?.proposals[def.of]
  if (form === undefined) return stateFor(false, 0)
  const counts = form.sections.map((section) => {
    const doc = proposal?.sections[section.key]
    return { count: doc === undefined ? 0 : wordsOf(doc), least: Math.max(1, section.minWords) }
  })
  const header = proposal?.header ?? {}
  const missing = counts.filter(({ count, least }) => count < least).length + blanks(form.header, header)
  const anything = counts.some(({ count }) => count > 0) || Object.values(header).some((value) => !isBlank(value))
  return stateFor(anything, missing)
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
  return stateFor(
    open.length > 0,
    open.filter(({ summary, canvases }) => summary.trim() === '' && !isBegun(canvases[directoryProfile])).length,
  )
}

/** Id of the basic pack. */
const directoryProfile = 'profil-direktori'

/** Missing are the mandatory indicators of which nothing is proven. */
function profileState(def: DocumentDef, { innovation, packs }: DocumentSubject): DocumentState {
  const set = indicatorsOf(packs, def.of)
  if (set === undefined || innovation === undefined) return stateFor(false, 0)
  const profile = set.profile === undefined ? undefined : innovation.proposals[set.profile]
  const begun = innovation.maturity[set.id] !== undefined || Object.keys(profile?.sections ?? {}).length > 0
  return stateFor(begun, maturityOf(set, innovation).missingMandatory.length)
}

/** The name of the file without its extension: `Proposal KIPP - LANGKOK`, `Rekap Ide Inovasi - Kota Solok, jilid 2`. */
export function documentFileName(
  def: DocumentDef,
  { lab, innovation, language }: Pick<DocumentSubject, 'lab' | 'innovation'> & { language: Language },
): string {
  const about = def.scope === 'innovation' ? (innovation?.name ?? '') : `${regionName(lab, language)} ${lab.year} jilid ${lab.jilid}`
  // The longest extension is part of the limit the name must keep.
  const extension = 'docx'
  return fileNameFor([def.title[language], about], extension).slice(0, -(extension.length + 1))
}
