/** The catalogue in memory: entries with their words, answered by search, filters, order and likeness. Runs in a thread of its own. */

import type { z } from 'zod'
import type { CatalogueAnswer, CatalogueQuery, catalogueQuery, SimilarAnswer, similarWanted } from '#shared/api/catalogue.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { sameKey } from '#shared/rules/catalogue-read.ts'
import { abbreviates, mayAbbreviate, wordsIn } from '#shared/rules/catalogue-words.ts'
import { folded } from '#shared/rules/fold.ts'
import { Columns } from './columns.ts'
import { Dictionary } from './dictionary.ts'
import { marksIn } from './marks.ts'
import { type Index, type Match, match } from './match.ts'
import { type Orders, ordered } from './order.ts'
import { Postings, worth } from './postings.ts'
import { similar } from './similar.ts'

export type Query = z.output<typeof catalogueQuery>
export type Wanted = z.output<typeof similarWanted>
export type Answer = Omit<CatalogueAnswer, 'ready' | 'of' | 'took'>
export type { CatalogueQuery }

/** Short names and long ones looked at with care for one question. */
const mostSpelled = 60

export class Engine {
  private readonly dictionary = new Dictionary()
  private readonly postings = new Postings()
  private readonly columns = new Columns()
  private readonly entries: (CatalogueEntry | null)[] = []
  private readonly numbers = new Map<string, number>()
  private alive = new Uint8Array(1024)
  private gone = 0
  private readonly orders: Orders = { names: [], began: [], adopters: [], ids: [] }
  /** First letter → short names (one word) and, by entry, long names as plain letters. */
  private readonly shortNames = new Map<string, Set<number>>()
  private readonly longNames: string[] = []
  private readonly shared = new Map<string, string>()
  /** Counts up with every change. */
  private state = 0
  private last: { readonly key: string; readonly docs: readonly number[] } | null = null

  /** How many entries can be found. */
  get count(): number {
    return this.entries.length - this.gone
  }

  /** Adds an entry, or puts it in the place of the one with the same id. */
  put(given: CatalogueEntry): void {
    this.drop(given.id)
    const entry = this.withSharedWords(given)
    const doc = this.entries.length
    if (doc >= this.alive.length) {
      const wider = new Uint8Array(Math.ceil(this.alive.length * 1.6))
      wider.set(this.alive)
      this.alive = wider
    }
    this.entries.push(entry)
    this.numbers.set(entry.id, doc)
    this.alive[doc] = 1
    this.columns.add(doc, entry)
    this.addWords(doc, entry)
    this.orders.names[doc] = folded(entry.name)
    this.orders.ids[doc] = entry.id
    this.orders.adopters[doc] = entry.adopters.length
    this.orders.began[doc] = beganAt(entry)
    // Where only the long name is known, the short one people made of it is still asked for.
    this.longNames[doc] = folded(entry.longName === '' ? entry.name : entry.longName)
    this.state += 1
  }

  drop(id: string): void {
    const doc = this.numbers.get(id)
    if (doc === undefined) return
    this.numbers.delete(id)
    this.entries[doc] = null
    this.alive[doc] = 0
    this.gone += 1
    this.state += 1
  }

  dropSource(source: string): void {
    for (const entry of this.entries) if (entry?.lab === null && entry.source === source) this.drop(entry.id)
  }

  search({ text, filters, sort, from, count, facets }: Query): Answer {
    const found = this.find(text)
    const passed = this.columns.pass(found.docs, filters, facets)
    const shown = this.page({ text, filters, sort, from, count }, found, passed.docs)
    const hits = shown.flatMap((doc) => {
      const entry = this.entries[doc]
      return entry ? [{ entry, marks: marksIn(entry, found.terms, this.dictionary) }] : []
    })
    return { total: passed.docs.length, hits, facets: passed.facets }
  }

  /** Everything that answers, in no order. */
  matching({ text, filters }: Pick<Query, 'text' | 'filters'>): readonly CatalogueEntry[] {
    const { docs } = this.columns.pass(this.find(text).docs, filters, false)
    return [...docs].flatMap((doc) => this.entries[doc] ?? [])
  }

  byId(ids: readonly string[]): readonly CatalogueEntry[] {
    return ids.flatMap((id) => this.entries[this.numbers.get(id) ?? -1] ?? [])
  }

  /** Which of these keys (`sameKey`) stand for an entry, outside one source. */
  known(keys: readonly string[], except: string | null): readonly string[] {
    const asked = new Set(keys)
    const found = new Set<string>()
    for (const entry of this.entries) {
      if (entry === null || (except !== null && entry.source === except)) continue
      const key = sameKey(entry.name, entry.region)
      if (asked.has(key)) found.add(key)
    }
    return [...found]
  }

  similar(wanted: Wanted): SimilarAnswer {
    const like = wanted.entry === undefined ? null : (this.byId([wanted.entry])[0] ?? null)
    return similar(this.index(), this.entries, { ...wanted, like }).map((one) => ({ ...one, shared: [...one.shared] }))
  }

  private find(text: string): Match {
    const index = this.index()
    return match(index, text) ?? { docs: this.everyDoc(), scores: noScores, terms: noTerms }
  }

  private everyDoc(): Uint32Array {
    const docs = new Uint32Array(this.count)
    let at = 0
    for (let doc = 0; doc < this.entries.length; doc += 1)
      if (this.alive[doc] === 1) {
        docs[at] = doc
        at += 1
      }
    return docs
  }

  /** Leafing through one answer puts it in order once. */
  private page(query: Omit<Query, 'facets'>, { scores }: Match, docs: Uint32Array): readonly number[] {
    const { from, count, sort, text } = query
    const most = from + count
    const asked = JSON.stringify([this.state, text, query.filters, sort])
    if (this.last?.key === asked && this.last.docs.length >= Math.min(most, docs.length)) return this.last.docs.slice(from, most)
    // The first page comes quickly; who goes on gets all of it in order.
    const wanted = from === 0 ? most : docs.length
    this.last = { key: asked, docs: ordered(docs, wanted, scores === noScores && sort === 'match' ? 'newest' : sort, scores, this.orders) }
    return this.last.docs.slice(from, most)
  }

  private addWords(doc: number, entry: CatalogueEntry): void {
    const weights = new Map<number, number>()
    const add = (text: string, weight: number): void => {
      if (text === '') return
      const seen = new Set<number>()
      for (const word of wordsIn(text)) {
        const term = this.dictionary.add(word)
        if (seen.has(term)) continue
        seen.add(term)
        weights.set(term, (weights.get(term) ?? 0) + weight)
      }
    }
    add(entry.name, worth.name)
    add(entry.longName, worth.longName)
    add(entry.summary, worth.summary)
    add(entry.problem, worth.problem)
    for (const text of [entry.unit, entry.region, entry.province, entry.urusan, entry.replicates, ...entry.team, ...entry.adopters])
      add(text, worth.other)
    for (const [term, weight] of weights) this.postings.add(term, doc, weight)
    this.noteShortName(entry.name)
  }

  private noteShortName(name: string): void {
    const [word = '', ...more] = wordsIn(name)
    if (more.length > 0 || word.length < 3) return
    const term = this.dictionary.add(word)
    const letter = word[0] ?? ''
    const known = this.shortNames.get(letter)
    if (known === undefined) this.shortNames.set(letter, new Set([term]))
    else known.add(term)
  }

  /** The same name of a unit or region is kept once, not once per entry. */
  private withSharedWords(entry: CatalogueEntry): CatalogueEntry {
    const once = (text: string): string => {
      const known = this.shared.get(text)
      if (known === undefined) this.shared.set(text, text)
      return known ?? text
    }
    const { unit, region, province, urusan, source, lab } = entry
    return {
      ...entry,
      unit: once(unit),
      region: once(region),
      province: once(province),
      urusan: once(urusan),
      source: once(source),
      lab: lab === null ? null : once(lab),
    }
  }

  /** Arrays are kept from question to question: making and clearing away a dozen for each key costs more than the search. */
  private readonly kept: Float32Array[] = []
  private taken = 0
  private zeros(): Float32Array {
    const at = this.taken
    this.taken += 1
    const known = this.kept[at]
    if (known !== undefined && known.length >= this.entries.length) return known.fill(0)
    const fresh = new Float32Array(this.alive.length)
    this.kept[at] = fresh
    return fresh
  }

  private index(): Index {
    this.taken = 0
    return {
      zeros: () => this.zeros(),
      dictionary: this.dictionary,
      postings: this.postings,
      alive: this.alive,
      size: this.entries.length,
      namesMadeOf: (words) => {
        const long = words.join(' ')
        const names = [...(this.shortNames.get(long[0] ?? '') ?? [])]
        const may = names.filter((term) => mayAbbreviate(this.dictionary.words[term] ?? '', long)).slice(0, mostSpelled)
        return may.filter((term) => abbreviates(this.dictionary.words[term] ?? '', long))
      },
      entriesSpelling: (word) => {
        const may: number[] = []
        for (let doc = 0; doc < this.longNames.length && may.length < mostSpelled; doc += 1)
          if (this.alive[doc] === 1 && mayAbbreviate(word, this.longNames[doc] ?? '')) may.push(doc)
        return may.filter((doc) => abbreviates(word, this.longNames[doc] ?? ''))
      },
    }
  }
}

const noScores = new Float32Array(0)
const noTerms = new Uint8Array(0)

/** As a number that can be compared, 20260131; 0 where nobody said when. */
function beganAt({ startedOn, year }: CatalogueEntry): number {
  const day = Number(startedOn.slice(0, 10).replaceAll('-', ''))
  if (startedOn !== '' && Number.isInteger(day) && day > 0) return day
  return year === null ? 0 : year * 10_000
}
