/** What the catalogue says of an innovation: single values, and a row for each adopter. */
import type * as Y from 'yjs'
import { type Adopter, type CatalogueFacts, type Replicated, reuses, type Standing, standings } from '#shared/model/catalogue.ts'
import type { AdopterId } from '#shared/model/ids.ts'
import { names } from './names.ts'
import { byOrder } from './order.ts'
import type { Origin } from './origins.ts'
import { putRow, removeRow, rowsOf } from './rows.ts'
import { type AnyMap, assign, numberOf, oneOf, recordOf, textOf } from './values.ts'

const catalogueMap = (doc: Y.Doc): AnyMap => doc.getMap(names.catalogue)

/** Writes what differs, in one transaction. */
export function writeCatalogue(doc: Y.Doc, patch: Partial<Omit<CatalogueFacts, 'adopters'>>, origin: Origin): void {
  doc.transact(() => assign(catalogueMap(doc), patch), origin)
}

/** Adds an adopter or changes the given parts of it. */
export const putAdopter = (doc: Y.Doc, id: AdopterId, adopter: Partial<Omit<Adopter, 'id'>>, origin: Origin): void =>
  putRow(doc, names.adopters, id, adopter, origin)
export const removeAdopter = (doc: Y.Doc, id: AdopterId, origin: Origin): void => removeRow(doc, names.adopters, id, origin)

function readStanding(value: unknown): Standing | null {
  const row = recordOf(value)
  const key = oneOf(row.key, standings)
  if (key === null) return null
  return { key, since: textOf(row.since), reason: textOf(row.reason), by: textOf(row.by), at: textOf(row.at) }
}

function readReplicated(value: unknown): Replicated | null {
  const row = recordOf(value)
  if (textOf(row.name) === '') return null
  return {
    entry: textOf(row.entry),
    name: textOf(row.name),
    unit: textOf(row.unit),
    region: textOf(row.region),
    year: numberOf(row.year),
    source: textOf(row.source),
  }
}

const readAdopter = (id: string, row: AnyMap): Adopter => ({
  id: id as AdopterId /* the key it was put under */,
  order: textOf(row.get('order')),
  region: textOf(row.get('region')),
  unit: textOf(row.get('unit')),
  date: textOf(row.get('date')),
  form: textOf(row.get('form')),
  taken: textOf(row.get('taken')),
  adapted: textOf(row.get('adapted')),
  evidence: textOf(row.get('evidence')),
})

const readSdgs = (value: unknown): readonly number[] =>
  (Array.isArray(value) ? value : []).filter((one): one is number => Number.isInteger(one) && one >= 1 && one <= 17)

export function readCatalogue(doc: Y.Doc): CatalogueFacts {
  const map = catalogueMap(doc)
  return {
    standing: readStanding(map.get('standing')),
    reuse: oneOf(map.get('reuse'), reuses),
    contact: textOf(map.get('contact')),
    sdgs: readSdgs(map.get('sdgs')),
    adopters: rowsOf(doc, names.adopters)
      .map(([id, row]) => readAdopter(id, row))
      .sort(byOrder),
    replicates: readReplicated(map.get('replicates')),
  }
}

/** Writes all of it into a new document. */
export function fillCatalogue(doc: Y.Doc, { adopters, ...facts }: CatalogueFacts, origin: Origin): void {
  const said = Object.entries(facts).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
  writeCatalogue(doc, Object.fromEntries(said), origin)
  for (const { id, ...adopter } of adopters) putAdopter(doc, id, adopter, origin)
}
