import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readItems } from '#shared/doc/canvas.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { savedSearches, withoutSearch, withSearch } from '../../../../renderer/features/catalogue/saved-searches.ts'
import { addToShopping, inShopping, replicatedOf, shoppingCanvas, shoppingRow } from '../../../../renderer/lab/catalogue/replica.ts'
import { makeCatalogue } from '../../../makers/catalogue.ts'

const source = (entry: CatalogueEntry): string => `Katalog: ${entry.name}`
const [entry] = makeCatalogue(1, 3) as [CatalogueEntry] // one was asked for

test('a borrowed entry becomes one row of innovation shopping, with whose it is and where it was read', () => {
  const doc = new Y.Doc()
  const undo = addToShopping(doc, entry, source, 'baris' as ItemId, 'Tim Contoh') // an id made up for the test
  const [row, ...others] = readItems(doc, shoppingCanvas)
  expect(others).toEqual([])
  expect(row?.text).toContain(entry.name)
  expect(row?.values['daerah_asal']).toContain(entry.region)
  expect(row?.values['sumber']).toBe(`Katalog: ${entry.name}`)
  expect(row?.author).toBe('Tim Contoh')
  expect(inShopping(doc, entry, source)).toBe(true)
  undo()
  expect(readItems(doc, shoppingCanvas)).toEqual([])
  expect(inShopping(doc, entry, source)).toBe(false)
})

test('an entry that says little leaves its cells empty and is cut where it says much', () => {
  const bare = { ...entry, longName: '', unit: '', region: '', year: null, summary: '' }
  expect(shoppingRow(bare, source)).toEqual({
    text: entry.name,
    values: { daerah_asal: null, unsur: null, sumber: `Katalog: ${entry.name}` },
  })
  const long = shoppingRow({ ...entry, summary: 'Satu dua tiga empat lima. '.repeat(40) }, source).values['unsur']
  expect(String(long).length).toBeLessThanOrEqual(241)
})

test('what is replicated keeps its name, place, year and source as they were then', () => {
  expect(replicatedOf(entry, source)).toEqual({
    entry: entry.id,
    name: entry.name,
    unit: entry.unit,
    region: entry.region,
    year: entry.year,
    source: `Katalog: ${entry.name}`,
  })
})

test('saved searches keep one of each address, and whatever else lies there is left out', () => {
  const stored = [{ name: 'Antrean', address: '#/katalog/cari=antre' }, { name: 4, address: '#/x' }, null, 'teks']
  const read = savedSearches(stored)
  expect(read).toEqual([{ name: 'Antrean', address: '#/katalog/cari=antre' }])
  expect(savedSearches({ a: 1 })).toEqual([])
  const renamed = withSearch(read, { name: 'Loket', address: '#/katalog/cari=antre' })
  expect(renamed).toEqual([{ name: 'Loket', address: '#/katalog/cari=antre' }])
  expect(withoutSearch(renamed, '#/katalog/cari=antre')).toEqual([])
})
