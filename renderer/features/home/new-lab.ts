/** What the wizard of a new lab assumes until it is told otherwise. */
import type { RegionKind, TimeZone } from '#shared/model/lab.ts'
import type { Pack } from '#shared/model/pack.ts'
import { linesIn } from '../../state/lines.ts'

export type NewLab = {
  readonly region: string
  readonly regionKind: RegionKind
  readonly year: number
  readonly jilid: number
  readonly theme: string
  /** Id of a method pack. */
  readonly method: string
  readonly units: string
}

/** @param packs the six-stage method comes first where there is one (domain.md 1.2) */
export function newLab(packs: readonly Pack[], year: number): NewLab {
  const methods = packs.filter((pack) => pack.method)
  const method = methods.find((pack) => pack.method?.mode === '6D') ?? methods[0]
  return { region: '', regionKind: 'kota', year, jilid: 1, theme: '', method: method?.head.id ?? '', units: '' }
}

const kindWords: readonly (readonly [RegExp, RegionKind])[] = [
  [/^kota\s+/i, 'kota'],
  [/^kab(?:upaten|\.)?\s+/i, 'kabupaten'],
  [/^prov(?:insi|\.)?\s+/i, 'provinsi'],
]

/** Somebody who types "Kab. Solok Selatan" has said both at once. */
export function splitRegion(typed: string): { readonly region: string; readonly regionKind?: RegionKind } {
  for (const [pattern, regionKind] of kindWords) {
    if (pattern.test(typed)) return { region: typed.replace(pattern, '').trim(), regionKind }
  }
  return { region: typed.trim() }
}

const leaderTitles: Readonly<Record<RegionKind, string>> = { kota: 'Wali Kota', kabupaten: 'Bupati', provinsi: 'Gubernur', lainnya: '' }

/** The zone this laptop runs on, as Indonesia names it; WIB elsewhere. */
export function zoneOf(ianaName: string): TimeZone {
  if (/Makassar|Ujung_Pandang|Singapore|Kuala|Manila|Perth/.test(ianaName)) return 'WITA'
  return /Jayapura|Tokyo/.test(ianaName) ? 'WIT' : 'WIB'
}

/** What `lab.create` takes. */
export function labWanted(form: NewLab, ianaName: string) {
  const { region, regionKind = form.regionKind } = splitRegion(form.region)
  return {
    ...form,
    region,
    regionKind,
    theme: form.theme.trim(),
    timeZone: zoneOf(ianaName),
    leaderTitle: leaderTitles[regionKind] === '' ? '' : `${leaderTitles[regionKind]} ${region}`,
    units: [...linesIn(form.units)],
  }
}
