/** Lines of the catalogue: made from the index, said how they stand, and held against filters. */
import type { CatalogueFilters, FilterKey } from '../api/catalogue.ts'
import { type CatalogueEntry, type StandingKey, unsayables } from '../model/catalogue.ts'
import type { InnovationSummary, LabSummary } from '../model/summary.ts'
import { regionName } from './signature.ts'

type Stands = Pick<InnovationSummary, 'catalogue' | 'stage' | 'launched' | 'monitored'>

/**
 * How an innovation stands. What somebody said holds (`said`); until then it is read off the stage: being thought out is an idea, in
 * Deliver a trial until its launch, then in use, and running once it is monitored or shown. The reading is ours, unverified.
 */
export function standingOf({ catalogue, stage, launched, monitored }: Stands): { readonly key: StandingKey; readonly said: boolean } {
  if (catalogue.standing !== null) return { key: catalogue.standing.key, said: true }
  if (monitored || stage === 'display' || stage === 'documentation') return { key: 'berjalan', said: false }
  if (launched) return { key: 'penerapan', said: false }
  return { key: stage === 'deliver' ? 'uji_coba' : 'ide', said: false }
}

export const entryId = (lab: string, innovation: string): string => `${lab}/${innovation}`

/** A line of one of our own. Its year is the one it began in, and the lab's year until that is known. */
export function entryOfSummary(
  lab: Pick<LabSummary, 'id' | 'region' | 'regionKind' | 'province' | 'year'>,
  unitName: string,
  summary: InnovationSummary,
): CatalogueEntry {
  const { catalogue } = summary
  const standing = standingOf(summary)
  const stopped = catalogue.standing?.key === 'berhenti' ? catalogue.standing : null
  return {
    id: entryId(lab.id, summary.id),
    lab: lab.id,
    innovation: summary.id,
    source: '',
    name: summary.name,
    longName: summary.longName,
    summary: summary.summary,
    problem: summary.problem,
    unit: unitName,
    // With its kind, as lists of others write it: a kota and a kabupaten may share a name.
    region: regionName(lab, 'id'),
    province: lab.province,
    year: yearIn(summary.startedOn) ?? lab.year,
    startedOn: summary.startedOn,
    kind: summary.kind,
    form: summary.form,
    urusan: summary.urusan,
    sdgs: [...catalogue.sdgs],
    standing: standing.key,
    said: standing.said,
    stoppedOn: stopped?.since ?? '',
    stopReason: stopped?.reason ?? '',
    adopters: [...catalogue.adopters],
    reuse: catalogue.reuse,
    contact: catalogue.contact,
    team: [...summary.team],
    replicates: catalogue.replicates,
    updatedAt: summary.updatedAt,
  }
}

/** Of an ISO day or moment; null where there is none. */
export function yearIn(day: string): number | null {
  const year = Number(/^(\d{4})-/.exec(day)?.[1])
  return Number.isInteger(year) && year > 0 ? year : null
}

const some = (text: string | null): readonly string[] => (text === null || text === '' ? [] : [text])

/** Filter → the values under which an entry is found; an entry that does not say has none. One taken in belongs to its source. */
export const filterValues: { readonly [K in FilterKey]-?: (entry: CatalogueEntry) => readonly string[] } = {
  kind: ({ kind }) => some(kind),
  form: ({ form }) => some(form),
  standing: ({ standing }) => [standing],
  reuse: ({ reuse }) => some(reuse),
  urusan: ({ urusan }) => some(urusan),
  unit: ({ unit }) => some(unit),
  region: ({ region }) => some(region),
  province: ({ province }) => some(province),
  sdg: ({ sdgs }) => sdgs.map(String),
  year: ({ year }) => (year === null ? [] : [String(year)]),
  adopted: ({ adopters }) => [adopters.length > 0 ? 'ya' : 'tidak'],
  adopter: ({ adopters }) => adopters,
  lab: ({ lab, source }) => some(lab ?? source),
  unsaid: (entry) => unsayables.filter((key) => filterValues[key](entry).length === 0),
}

export const filterKeys = Object.keys(filterValues) as readonly FilterKey[] /* the record above has exactly these keys */

/** Whether an entry passes: any value of one filter is enough, every filter has to be met; an empty filter asks for nothing. */
export function matchesFilters(entry: CatalogueEntry, filters: CatalogueFilters): boolean {
  for (const key of filterKeys) {
    const wanted: readonly string[] | undefined = filters[key]
    if (wanted === undefined || wanted.length === 0) continue
    if (!filterValues[key](entry).some((value) => wanted.includes(value))) return false
  }
  return true
}
