/** What can be filtered by, as numbers in columns: filters and the counts beside them are one pass over what was found. */
import type { CatalogueFilters, FilterKey } from '#shared/api/catalogue.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { filterKeys, filterValues } from '#shared/rules/catalogue.ts'

export type Facets = Record<string, { value: string; count: number }[]>

/** Values shown beside one filter. */
const mostValues = 200

/** Filters of which an entry may have several values at once. */
const manyValued: ReadonlySet<FilterKey> = new Set(['sdg', 'adopter', 'unsaid'])

/** Values of one filter. Entry → number of its value; where there may be several, entry → where its list stands. */
class Column {
  readonly values: string[] = ['']
  private readonly numbers = new Map<string, number>([['', 0]])
  of: Uint32Array
  /** Lists one after the other, each with its length in front; the first is empty. Null where entries have one value. */
  readonly lists: number[] | null

  constructor(several: boolean, room: number) {
    this.lists = several ? [0] : null
    this.of = new Uint32Array(room)
  }

  put(doc: number, values: readonly string[]): void {
    const numbers = [...new Set(values)].map((value) => this.number(value))
    if (this.lists === null) this.of[doc] = numbers[0] ?? 0
    else if (numbers.length === 0) this.of[doc] = 0
    else this.of[doc] = this.lists.push(numbers.length, ...numbers) - numbers.length - 1
  }

  /** Whether any value of the entry is wanted. */
  passes(doc: number, wanted: Uint8Array): boolean {
    const at = this.of[doc] ?? 0
    if (this.lists === null) return wanted[at] === 1
    const end = at + (this.lists[at] ?? 0)
    for (let place = at + 1; place <= end; place += 1) if (wanted[this.lists[place] ?? 0] === 1) return true
    return false
  }

  number(value: string): number {
    const known = this.numbers.get(value)
    if (known !== undefined) return known
    const fresh = this.values.length
    this.values.push(value)
    this.numbers.set(value, fresh)
    return fresh
  }

  find(value: string): number | undefined {
    return this.numbers.get(value)
  }
}

export class Columns {
  private room = 1024
  private readonly columns: readonly Column[] = filterKeys.map((key) => new Column(manyValued.has(key), this.room))

  add(doc: number, entry: CatalogueEntry): void {
    if (doc >= this.room) this.widen(doc)
    for (const [at, column] of this.columns.entries()) {
      const key = filterKeys[at]
      if (key === undefined) continue
      column.put(doc, filterValues[key](entry))
    }
  }

  private widen(doc: number): void {
    this.room = Math.max(doc + 1, Math.ceil(this.room * 1.6))
    for (const column of this.columns) {
      const wider = new Uint32Array(this.room)
      wider.set(column.of)
      column.of = wider
    }
  }

  /** Those of `docs` that pass all filters, in their order; with `counted` also how many each value would leave, the other filters in force. */
  pass(docs: Uint32Array, filters: CatalogueFilters, counted: boolean): { readonly docs: Uint32Array; readonly facets: Facets } {
    const { passed, alone } = this.tried(docs, filters)
    if (!counted) return { docs: passed, facets: {} }
    const counts = this.columns.map((column, at) => {
      const into = new Uint32Array(column.values.length)
      tally(column, passed, into)
      tally(column, Uint32Array.from(alone[at] ?? []), into)
      return into
    })
    return { docs: passed, facets: this.facets(counts, filters) }
  }

  /** `alone`: by filter, entries that fail this one only; they are what its other values would bring. */
  private tried(docs: Uint32Array, filters: CatalogueFilters): { readonly passed: Uint32Array; readonly alone: readonly number[][] } {
    const tests = this.columns.flatMap((column, at) => {
      const wanted: readonly string[] = filters[filterKeys[at] ?? 'kind'] ?? []
      return wanted.length === 0 ? [] : [{ at, column, wanted: wantedOf(column, wanted) }]
    })
    const alone: number[][] = this.columns.map(() => [])
    if (tests.length === 0) return { passed: docs, alone }
    const passed = new Uint32Array(docs.length)
    let kept = 0
    for (const doc of docs) {
      let failed = -1
      let failures = 0
      for (const { at, column, wanted } of tests) {
        if (column.passes(doc, wanted)) continue
        failed = at
        failures += 1
        if (failures > 1) break
      }
      if (failures === 0) {
        passed[kept] = doc
        kept += 1
      } else if (failures === 1) alone[failed]?.push(doc)
    }
    return { passed: passed.subarray(0, kept), alone }
  }

  /** A value that is set stays in the list, however few it leaves: it must be possible to unset it. */
  private facets(counts: readonly Uint32Array[], filters: CatalogueFilters): Facets {
    const facets: Facets = {}
    for (const [at, column] of this.columns.entries()) {
      const key: FilterKey | undefined = filterKeys[at]
      if (key === undefined) continue
      const set = new Set<string>(filters[key] ?? [])
      const found = [...set].filter((value) => column.find(value) === undefined).map((value) => ({ value, count: 0 }))
      for (let number = 1; number < column.values.length; number += 1) {
        const value = column.values[number] ?? ''
        const count = counts[at]?.[number] ?? 0
        if (count > 0 || set.has(value)) found.push({ value, count })
      }
      found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      facets[key] = found.filter(({ value }, place) => place < mostValues || set.has(value))
    }
    return facets
  }
}

/** One column at a time: this is the tightest loop of a search. */
function tally({ of, lists }: Column, docs: Uint32Array, into: Uint32Array): void {
  for (const doc of docs) {
    const at = of[doc] ?? 0
    if (lists === null) into[at] = (into[at] ?? 0) + 1
    else
      for (let place = at + 1, end = at + (lists[at] ?? 0); place <= end; place += 1) {
        const number = lists[place] ?? 0
        into[number] = (into[number] ?? 0) + 1
      }
  }
}

/** By number of the value, 1 where it is wanted. */
function wantedOf(column: Column, values: readonly string[]): Uint8Array {
  const wanted = new Uint8Array(column.values.length)
  for (const value of values) {
    const number = column.find(value)
    if (number !== undefined && value !== '') wanted[number] = 1
  }
  return wanted
}
