/** The catalogue over the contract: search, compare, take in, ask the units once a year, and look back over the years. */
import { z } from 'zod'
import { catalogueEntry, reuses, standings, unsayables } from '#shared/model/catalogue.ts'
import { innovationForms, innovationKinds } from '#shared/model/innovation-kinds.ts'
import { blob } from './blob.ts'
import { day, id, line } from './inputs.ts'

/** What can be filtered by; each holds keys or words of entries, several of one filter mean any of them. */
export const catalogueFilters = z
  .strictObject({
    kind: z.array(z.enum(innovationKinds)),
    form: z.array(z.enum(innovationForms)),
    standing: z.array(z.enum(standings)),
    reuse: z.array(z.enum(reuses)),
    urusan: z.array(z.string().max(200)),
    unit: z.array(z.string().max(200)),
    region: z.array(z.string().max(200)),
    province: z.array(z.string().max(200)),
    sdg: z.array(z.string().max(4)),
    year: z.array(z.string().max(4)),
    /** Only with adopters; only replications. */
    adopted: z.array(z.enum(['ya', 'tidak'])),
    /** Regions and units that took it over. */
    adopter: z.array(z.string().max(200)),
    lab: z.array(z.string().max(200)),
    /** Entries that do not say any of these. */
    unsaid: z.array(z.enum(unsayables)),
  })
  .partial()
export type CatalogueFilters = z.infer<typeof catalogueFilters>
export type FilterKey = keyof CatalogueFilters

export const catalogueSorts = ['match', 'name', 'newest', 'oldest', 'adopted'] as const
export const catalogueQuery = z.object({
  text: z.string().max(400).default(''),
  filters: catalogueFilters.default({}),
  sort: z.enum(catalogueSorts).default('match'),
  from: z.number().int().nonnegative().default(0),
  count: z.number().int().min(1).max(200).default(50),
  /** Whether numbers beside the filters are wanted: they cost as much as the search. */
  facets: z.boolean().default(true),
})
export type CatalogueQuery = z.input<typeof catalogueQuery>

export const catalogueHit = z.object({
  entry: catalogueEntry,
  /** Words of the entry that answered, for marking them: as they stand in it, lower case. */
  marks: z.array(z.string()),
})
export type CatalogueHit = z.infer<typeof catalogueHit>

export const catalogueAnswer = z.object({
  total: z.number().int(),
  hits: z.array(catalogueHit),
  /** Filter → value → how many entries it would leave, the other filters in force. Most frequent first, at most 200 each. */
  facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.number().int() }))),
  /** Entries searchable by now, of all. */
  ready: z.number().int(),
  of: z.number().int(),
  /** Spent in the search itself, milliseconds. */
  took: z.number(),
})
export type CatalogueAnswer = z.infer<typeof catalogueAnswer>

export const similarWanted = z.object({
  /** Like this entry, or like this text. */
  entry: z.string().max(200).optional(),
  text: z.string().max(8000).default(''),
  /** Leaves these out. */
  except: z.array(z.string().max(200)).max(50).default([]),
  count: z.number().int().min(1).max(50).default(6),
})
/** How alike, 0 to 1, and the words that both have. */
export const similarAnswer = z.array(z.object({ entry: catalogueEntry, likeness: z.number(), shared: z.array(z.string()) }))
export type SimilarAnswer = z.infer<typeof similarAnswer>

export const catalogueSource = z.object({
  id: z.string(),
  name: z.string(),
  entries: z.number().int(),
  takenAt: z.string(),
  /** Said once, when a shared file is taken in: its lines that could not be read and were left out. */
  left: z.number().int().optional(),
})
export type CatalogueSource = z.infer<typeof catalogueSource>

/** Entries as they were read from a table and matched by `catalogueRows` (shared/rules/catalogue-import.ts). */
export const catalogueTake = z.object({
  name: line.min(1),
  /** Replaces a source that is there; absent adds a new one. */
  source: id.optional(),
  entries: z
    .array(catalogueEntry.omit({ id: true, lab: true, innovation: true, source: true, updatedAt: true }))
    .min(1)
    .max(40_000),
})
export type CatalogueTake = z.input<typeof catalogueTake>

/** How often something is met, with the filter that shows it. */
const bar = z.object({ key: z.string(), count: z.number().int(), filters: catalogueFilters })
export const catalogueFigures = z.object({
  of: z.number().int(),
  byYear: z.array(bar),
  byKind: z.array(bar),
  byUrusan: z.array(bar),
  byUnit: z.array(bar),
  byStanding: z.array(bar),
  /** How many do not say it. */
  unsaid: z.object({ year: z.number().int(), kind: z.number().int(), urusan: z.number().int(), unit: z.number().int() }),
  /** Of those born in a year: how many there were, how many have not stopped, and how many stopped within so many years (index). */
  survival: z.array(
    z.object({
      year: z.number().int(),
      born: z.number().int(),
      alive: z.number().int(),
      stopped: z.number().int(),
      filters: catalogueFilters,
    }),
  ),
  /** Region → how many of ours it took over, and how many it gave. */
  replication: z.array(z.object({ region: z.string(), took: z.number().int(), gave: z.number().int(), filters: catalogueFilters })),
})
export type CatalogueFigures = z.infer<typeof catalogueFigures>

/** What threatens an innovation when people move on (domain.md 6.6). */
export const threats = ['one_person', 'leader_changed', 'no_sop', 'no_regulation', 'no_budget', 'no_successor'] as const
export type Threat = (typeof threats)[number]
export const watched = z.object({
  lab: z.string(),
  innovation: z.string(),
  name: z.string(),
  unit: z.string(),
  standing: z.enum(standings),
  threats: z.array(z.enum(threats)),
  /** Threats nobody answered about: the sustainability canvas is empty there. */
  unknown: z.array(z.enum(threats)),
})
export type Watched = z.infer<typeof watched>

/** One answer of a unit in the yearly round. */
export const standingAnswer = z.object({
  lab: id,
  innovation: id,
  key: z.enum(standings),
  since: day.or(z.literal('')),
  reason: z.string().max(2000),
  contact: z.string().max(400),
})
export type StandingAnswer = z.infer<typeof standingAnswer>

/** What stood there before an answer was written, and what the answer wrote: taking it back spares what somebody changed since. */
export const standingBefore = z.object({
  lab: id,
  innovation: id,
  standing: z.unknown(),
  contact: z.string(),
  wrote: z.object({ standing: z.unknown(), contact: z.string() }),
})
export type StandingBefore = z.infer<typeof standingBefore>
/** Innovations that were left as they are. */
export const leftAlone = z.array(z.object({ lab: z.string(), innovation: z.string() }))

/** A row of a list that came back, beside what is there now. `why` says what is wrong with one that is refused. */
export const roundRow = z.object({
  row: z.number().int(),
  lab: z.string(),
  innovation: z.string(),
  name: z.string(),
  now: z.object({ key: z.enum(standings), since: z.string(), reason: z.string(), contact: z.string() }).nullable(),
  answer: z.object({ key: z.enum(standings), since: z.string(), reason: z.string(), contact: z.string() }).nullable(),
  /** `same` changes nothing, `conflict` was changed here after the list went out. */
  state: z.enum(['change', 'same', 'conflict', 'refused']),
  why: z.enum(['', 'unknown', 'status', 'date', 'twice', 'reason']),
})
export type RoundRow = z.infer<typeof roundRow>
export const roundFile = z.object({ file: blob })
