/** What the catalogue's thread is told and asked, and what it says. */
import type { CatalogueAnswer, CatalogueFigures, CatalogueFilters, SimilarAnswer } from '#shared/api/catalogue.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import type { Query, Wanted } from './engine.ts'

export type Chosen = { readonly text: string; readonly filters: CatalogueFilters }

/** Question → its answer. */
export type Questions = {
  search: { readonly ask: Query; readonly answer: CatalogueAnswer }
  entries: { readonly ask: { readonly ids: readonly string[] }; readonly answer: readonly CatalogueEntry[] }
  similar: { readonly ask: Wanted; readonly answer: SimilarAnswer }
  /** Which of the keys (`sameKey`) are there, outside the source `except`. */
  known: { readonly ask: { readonly keys: readonly string[]; readonly except: string | null }; readonly answer: readonly string[] }
  figures: { readonly ask: Chosen; readonly answer: CatalogueFigures }
  /** Everything that answers, by name; `from` on, at most `count`. */
  matching: {
    readonly ask: Chosen & { readonly from: number; readonly count: number }
    readonly answer: { readonly total: number; readonly entries: readonly CatalogueEntry[] }
  }
  /** What answers as one file for another office. */
  share: { readonly ask: Chosen & { readonly about: ShareAbout }; readonly answer: Uint8Array }
}
export type ShareAbout = { readonly name: string; readonly version: string; readonly madeAt: string }
export type QuestionKind = keyof Questions

export type ToWorker =
  /** A source as it lies on disk, without its head: one entry a line. */
  | { readonly kind: 'source'; readonly source: string; readonly bytes: Uint8Array }
  | { readonly kind: 'put'; readonly entries: readonly CatalogueEntry[] }
  | { readonly kind: 'drop'; readonly ids: readonly string[] }
  | { readonly kind: 'dropSource'; readonly source: string }
  /** Whether more will be handed over, whose number is not known yet. */
  | { readonly kind: 'coming'; readonly more: boolean }
  | { [K in QuestionKind]: { readonly kind: 'ask'; readonly id: number; readonly of: K; readonly ask: Questions[K]['ask'] } }[QuestionKind]
  /** Nobody waits for it any more. */
  | { readonly kind: 'forget'; readonly id: number }

export type Told =
  | { readonly kind: 'progress'; readonly ready: number; readonly of: number }
  /** Lines (from 1, the head being the first) that are no entries; the others are used. */
  | { readonly kind: 'damaged'; readonly source: string; readonly lines: readonly number[] }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Questions[QuestionKind]['answer'] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
