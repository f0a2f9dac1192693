/** Units as lists name them. */
import type { UnitKind } from '../model/lab.ts'
import { folded } from './fold.ts'

type Named = { readonly name: string; readonly short: string }

const shortForms: Readonly<Record<string, string>> = {
  kec: 'kecamatan',
  kel: 'kelurahan',
  pkm: 'puskesmas',
  disdik: 'dinas pendidikan',
  dinkes: 'dinas kesehatan',
  bag: 'bagian',
  sekda: 'sekretariat daerah',
  setda: 'sekretariat daerah',
  '&': 'dan',
}

/** Equal for two spellings of one unit: case, blanks, signs, `Kec.` for `Kecamatan`, `&` for `dan`. */
export const unitKey = (name: string): string =>
  folded(name.replaceAll('&', ' & '))
    .replaceAll(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => shortForms[word] ?? word)
    .join(' ')

const kinds: readonly (readonly [RegExp, UnitKind])[] = [
  [/^(?:kantor )?(?:kec(?:amatan|\.)|distrik\b)/iu, 'kecamatan'],
  [/^(?:kantor )?kel(?:urahan|\.)/iu, 'kelurahan'],
  [/^(?:(?:uptd?|blud)\s+)*(?:puskesmas|pkm)\b/iu, 'puskesmas'],
  [/^(?:uptd?|blud|rsud|rumah sakit)\b/iu, 'uptd'],
  [/^(?:perumda|perseroda|pdam|bumd|pt\.? bpr|bpr|bank pembangunan)\b/iu, 'bumd'],
  [/^(?:paud|sd|sdn|sdit|smp|smpn|sma|sman|smk|smkn|slb|tk|mi|min|mts|mtsn|man|sekolah)\b/iu, 'sekolah'],
  [/^(?:mitra|universitas|institut|politeknik|akademi|sekolah tinggi|yayasan|perkumpulan|lsm|cv|pt|koperasi|komunitas|forum)\b/iu, 'mitra'],
]

/** What a unit is, told by how its name begins; an OPD where nothing tells. */
export const kindOf = (name: string): UnitKind => {
  const text = name.trim()
  // A college is no school of a region, although its name begins like one.
  if (/^sekolah tinggi\b/iu.test(text)) return 'mitra'
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'opd'
}

/** Finds the unit somebody meant, by its name or short name; the first of the list where two are called the same. */
export function unitFinder<U extends Named>(units: readonly U[]): (name: string) => U | undefined {
  const byName = new Map<string, U>()
  const enter = (name: string, unit: U): void => {
    const keys = [folded(name), unitKey(name)]
    for (const key of keys) if (key !== '' && !byName.has(key)) byName.set(key, unit)
  }
  // Whole names go first: the short name of one unit may be the whole name of another.
  for (const unit of units) enter(unit.name, unit)
  for (const unit of units) enter(unit.short, unit)
  return (name) => byName.get(folded(name)) ?? byName.get(unitKey(name))
}
