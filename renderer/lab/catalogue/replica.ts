/** What is kept of an entry of the catalogue where it is taken over: as the start of an innovation, or as something to borrow from. */

import type * as Y from 'yjs'
import { addItem, readItems, removeItems } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { CatalogueEntry, Replicated } from '#shared/model/catalogue.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Value } from '#shared/model/lab.ts'

/** The canvas on which the field borrows from elsewhere (domain.md 1.3a). */
export const shoppingCanvas = 'innovation-shopping'

/** Where an entry was found, in words that hold outside of this workspace too. */
export type SourceWords = (entry: CatalogueEntry) => string

export const replicatedOf = (entry: CatalogueEntry, source: SourceWords): Replicated => ({
  entry: entry.id,
  name: entry.name,
  unit: entry.unit,
  region: entry.region,
  year: entry.year,
  source: source(entry),
})

type Row = { readonly text: string; readonly values: Readonly<Record<string, Value>> }

/**
 * A row of innovation shopping out of an entry: what it is, whose, and where it was read. The element that makes it work is left to the
 * team where the entry says nothing, and how it is adapted always is.
 */
export function shoppingRow(entry: CatalogueEntry, source: SourceWords): Row {
  const whose = [entry.unit, entry.region, entry.year === null ? '' : String(entry.year)].filter((part) => part !== '')
  const said = entry.longName === '' ? entry.name : `${entry.name} (${entry.longName})`
  return {
    text: said,
    values: {
      daerah_asal: whose.join(', ') || null,
      unsur: firstSentences(entry.summary) || null,
      sumber: source(entry),
    },
  }
}

/** As much as a cell shows without growing beyond a few lines. */
function firstSentences(text: string): string {
  const bare = text.trim().replaceAll(/\s+/gu, ' ')
  if (bare.length <= 240) return bare
  const end = bare.lastIndexOf('. ', 240)
  return end > 80 ? bare.slice(0, end + 1) : `${bare.slice(0, bare.lastIndexOf(' ', 239)).trimEnd()}…`
}

/** Whether this entry stands there already. */
export const inShopping = (doc: Y.Doc, entry: CatalogueEntry, source: SourceWords): boolean => {
  const row = shoppingRow(entry, source)
  return readItems(doc, shoppingCanvas).some((item) => item.text === row.text && item.values['sumber'] === row.values['sumber'])
}

/** Adds the row at the end and gives the way back. */
export function addToShopping(doc: Y.Doc, entry: CatalogueEntry, source: SourceWords, id: ItemId, author: string): () => void {
  addItem(doc, shoppingCanvas, id, { ...shoppingRow(entry, source), author }, byPerson)
  return () => removeItems(doc, shoppingCanvas, [id], byPerson)
}
