/** What the catalogue says of an innovation (domain.md 1.6.5, 6.5): its standing, who took it over, how easily it is reused. */
import { z } from 'zod'
import type { AdopterId } from './ids.ts'
import { innovationForms, innovationKinds } from './innovation-kinds.ts'

export const standings = ['ide', 'uji_coba', 'penerapan', 'berjalan', 'berhenti'] as const
export type StandingKey = (typeof standings)[number]

/** How easily others can reuse it. */
export const reuses = ['mudah', 'sedang', 'sulit'] as const
export type Reuse = (typeof reuses)[number]

/** What an entry may leave open; it can be found by what it does not say. */
export const unsayables = ['kind', 'form', 'urusan', 'unit', 'region', 'province', 'year', 'sdg', 'reuse'] as const
export type Unsayable = (typeof unsayables)[number]

/** Where somebody said how it stands; while nobody did, it follows from the stage (`standingOf` in shared/rules/catalogue.ts). */
export type Standing = {
  readonly key: StandingKey
  /** ISO day since when. */
  readonly since: string
  /** Of `berhenti`: why. */
  readonly reason: string
  readonly by: string
  /** ISO moment. */
  readonly at: string
}

/** One region or unit that took it over (domain.md 6.5). */
export type Adopter = {
  readonly id: AdopterId
  readonly order: string
  readonly region: string
  readonly unit: string
  /** ISO day, or empty. */
  readonly date: string
  /** PKS, MoU, surat permohonan, surat pernyataan … in words. */
  readonly form: string
  readonly taken: string
  readonly adapted: string
  readonly evidence: string
}

/** The innovation that this one took over from elsewhere, as the catalogue had it then. */
export type Replicated = {
  /** Id in the catalogue, or empty. */
  readonly entry: string
  readonly name: string
  readonly unit: string
  readonly region: string
  readonly year: number | null
  /** File or publication it was found in. */
  readonly source: string
}

export type CatalogueFacts = {
  readonly standing: Standing | null
  readonly reuse: Reuse | null
  /** Of the office; private numbers do not belong here. */
  readonly contact: string
  /** 1 to 17. */
  readonly sdgs: readonly number[]
  readonly adopters: readonly Adopter[]
  readonly replicates: Replicated | null
}

export const noCatalogue: CatalogueFacts = { standing: null, reuse: null, contact: '', sdgs: [], adopters: [], replicates: null }

/** One line of the catalogue, from this workspace or taken in from a file. Everything a search, a filter or a list needs. */
export const catalogueEntry = z.object({
  /** `<lab>/<innovation>` of our own, `<source>/<number>` of one taken in. */
  id: z.string(),
  /** Null of one taken in. */
  lab: z.string().nullable(),
  innovation: z.string().nullable(),
  /** The file it came in with; empty of our own. */
  source: z.string(),
  name: z.string(),
  longName: z.string(),
  summary: z.string(),
  problem: z.string(),
  unit: z.string(),
  region: z.string(),
  province: z.string(),
  year: z.number().int().nullable(),
  /** ISO day on which implementation began, or empty. */
  startedOn: z.string(),
  kind: z.enum(innovationKinds).nullable(),
  form: z.enum(innovationForms).nullable(),
  urusan: z.string(),
  sdgs: z.array(z.number().int()),
  standing: z.enum(standings),
  /** Said by somebody, not read off the stage. */
  said: z.boolean(),
  stoppedOn: z.string(),
  stopReason: z.string(),
  /** Regions that took it over. */
  adopters: z.array(z.string()),
  reuse: z.enum(reuses).nullable(),
  contact: z.string(),
  team: z.array(z.string()),
  replicates: z.string(),
  updatedAt: z.string(),
})
export type CatalogueEntry = z.infer<typeof catalogueEntry>
