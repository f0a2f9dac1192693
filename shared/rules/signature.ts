/** Who signs, and over which place and date (domain.md 5.5). What nobody filled in stays empty and is printed as a line to write on. */
import type { Innovation, Lab, Unit } from '../model/lab.ts'
import type { Signatory } from '../model/outline.ts'
import type { DocumentDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { documentWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { formatDay } from './dates.ts'

export type SignatoryKind = DocumentDef['signature'][number]

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

/** @param contact name of the person in charge, from the form or the team; may be empty. */
export function signatories(
  kinds: readonly SignatoryKind[],
  { lab, innovation, contact, language }: { lab: Lab; innovation?: Innovation | undefined; contact: string; language: Language },
): readonly Signatory[] {
  const unit = innovation === undefined ? undefined : unitOf(lab, innovation)
  return kinds.map((kind): Signatory => {
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
      default:
        return never(kind)
    }
  })
}

const never = (value: never): never => {
  throw new Error(`unknown signatory ${String(value)}`)
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
