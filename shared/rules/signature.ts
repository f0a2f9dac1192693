/** Who signs, and over which place and date (domain.md 5.5). What nobody filled in stays empty and is printed as a line to write on. */

import type { Pejabat } from '../model/evidence.ts'
import type { Innovation, Lab, Unit } from '../model/lab.ts'
import type { Signatory } from '../model/outline.ts'
import type { DocumentDef, SignerKind } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { documentWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { formatDay } from './dates.ts'

/** `Kota Solok`. */
export const regionName = (lab: Pick<Lab, 'region' | 'regionKind'>, language: Language): string =>
  say(words[lab.regionKind], language, { name: lab.region })

export const unitOf = (lab: Lab, innovation: Pick<Innovation, 'unit'>): Unit | undefined =>
  innovation.unit === null ? undefined : lab.units.find((unit) => unit.id === innovation.unit)

/** `Solok, 13 Agustus 2026`; without a day, dots to write it on. */
export function signaturePlace(lab: Pick<Lab, 'region'>, day: string, language: Language): string {
  const date = day === '' ? '.'.repeat(30) : formatDay(day, language)
  return lab.region.trim() === '' ? date : `${lab.region.trim()}, ${date}`
}

export type Signing = {
  readonly lab: Lab
  readonly innovation?: Innovation | undefined
  /** Name of the person in charge, from the form or the team; may be empty. */
  readonly contact: string
  readonly language: Language
  /** Officials chosen for this print, in the order of the `pejabat` of the definition. */
  readonly officials?: readonly Pejabat[] | undefined
}

/** Who stands where, as far as it is known; nothing is made up (domain.md 5.5). */
export function signatories(signers: DocumentDef['signature'], signing: Signing): readonly Signatory[] {
  const chosen = [...(signing.officials ?? [])]
  return signers.map((signer): Signatory => {
    const known = signer.who === 'pejabat' ? official(chosen.shift()) : signatory(signer.who, signing)
    return {
      ...known,
      ...(signer.lead === undefined ? {} : { lead: signer.lead[signing.language] }),
      ...(signer.stamp === undefined ? {} : { stamp: signer.stamp[signing.language] }),
      ...(signer.position === undefined ? {} : { position: signer.position[signing.language] }),
    }
  })
}

const blankPosition = '.'.repeat(30)

function signatory(kind: Exclude<SignerKind, 'pejabat'>, { lab, innovation, contact, language }: Signing): Signatory {
  const unit = innovation === undefined ? undefined : unitOf(lab, innovation)
  switch (kind) {
    case 'pimpinan_unit':
      return unit === undefined
        ? { position: say(words.unitHead, language, { unit: '.'.repeat(24) }), name: '' }
        : {
            position: unit.headPosition.trim() || say(words.unitHead, language, { unit: unit.name }),
            name: unit.head,
            ...nip(unit.headNip),
          }
    case 'penanggung_jawab':
      return { position: say(words.personInCharge, language), name: contact }
    case 'koordinator':
      return { position: coordinatorPosition(lab, language), name: lab.coordinator.name, ...nip(lab.coordinator.nip) }
    case 'kepala_daerah':
      return { position: lab.leader.title.trim() || say(words.regionHead, language), name: lab.leader.name }
    case 'notulis':
      return { position: say(words.notulis, language), name: '' }
    case 'pemimpin_rapat':
      return { position: say(words.chair, language), name: '' }
    case 'kosong':
      return { position: blankPosition, name: '' }
    default:
      return never(kind)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown signatory ${String(value)}`)
}

/** `a.n.` and `u.b.` stand on a line of their own above the position; `Plt.`, `Plh.` and `Pj.` before it. */
function official(pejabat: Pejabat | undefined): Signatory {
  if (pejabat === undefined) return { position: blankPosition, name: '' }
  const { delegation, onBehalfOf, position, name, rank } = pejabat
  const behalf = delegation === 'a.n.' || delegation === 'u.b.'
  return {
    ...(behalf ? { onBehalf: `${delegation} ${onBehalfOf.trim() || '.'.repeat(24)}` } : {}),
    position: [behalf ? '' : delegation, position.trim() || blankPosition].filter((part) => part !== '').join(' '),
    name,
    ...(rank.trim() === '' ? {} : { rank: rank.trim() }),
    ...nip(pejabat.nip),
  }
}

function coordinatorPosition({ coordinator }: Lab, language: Language): string {
  const position = coordinator.position.trim()
  const unit = coordinator.unit.trim()
  if (position === '') return say(words.coordinator, language)
  return unit === '' || position.toLowerCase().includes(unit.toLowerCase()) ? position : `${position} ${unit}`
}

/** Eighteen digits print in groups, `YYYYMMDD YYYYMM G NNN`; anything else as it was written (domain.md 5.5). */
function nip(written: string): { nip?: string } {
  const plain = written.replaceAll(/\s/gu, '')
  if (plain === '') return {}
  const groups = /^(\d{8})(\d{6})(\d)(\d{3})$/u.exec(plain)
  return { nip: groups === null ? written.trim() : groups.slice(1).join(' ') }
}
