import { expect, it } from 'vitest'
import { Engine, type Query } from '#core/catalogue/engine.ts'
import type { CatalogueFilters } from '#shared/api/catalogue.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { filterKeys, filterValues, matchesFilters } from '#shared/rules/catalogue.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'
import { anEntry } from './entries.ts'

const query = (text: string, over: Partial<Query> = {}): Query => ({
  text,
  filters: {},
  sort: 'match',
  from: 0,
  count: 50,
  facets: true,
  ...over,
})

function engineOf(entries: readonly CatalogueEntry[]): Engine {
  const engine = new Engine()
  for (const entry of entries) engine.put(entry)
  return engine
}
const ids = (engine: Engine, text: string, over: Partial<Query> = {}) => engine.search(query(text, over)).hits.map(({ entry }) => entry.id)

const some = engineOf([
  anEntry('a/1', { name: 'GERCEP', longName: 'Gerakan Cepat Tanggap Stunting', summary: 'Kader melayani balita di posyandu.' }),
  anEntry('a/2', { name: 'Antrean Pintar', summary: 'Pelayanan puskesmas tanpa menunggu.', region: 'Kota Contoh' }),
  anEntry('a/3', { name: 'Bank Sampah Melati', summary: 'Warga menabung sampah.' }),
  anEntry('a/4', { name: 'SIGAP', summary: 'Siaga bencana di desa.' }),
  anEntry('a/5', { name: 'Rumah Belajar', longName: 'Sistem Informasi Gampong Peduli', summary: 'Anak-anak belajar membaca.' }),
])

it('finds while a word is being typed, letter by letter', () => {
  for (let length = 1; length <= 'stunting'.length; length += 1) expect(ids(some, 'stunting'.slice(0, length))).toContain('a/1')
})

it('forgives one error from four letters on, two from eight, and none in shorter words', () => {
  expect(ids(some, 'stuntng')).toEqual(['a/1'])
  expect(ids(some, 'psokesmas')).toEqual(['a/2'])
  expect(ids(some, 'sampha')).toEqual(['a/3'])
  expect(ids(some, 'xsampaah')).toEqual(['a/3'])
  expect(ids(some, 'xqa')).toEqual([])
  // Four letters with an error are not taken for the beginning of another word.
  expect(ids(engineOf([anEntry('b/1', { summary: 'Sudah berjalan.' }), anEntry('b/2', { name: 'Warga' })]), 'rsud')).toEqual([])
})

it('finds forms of a word: layanan, melayani and pelayanan are one', () => {
  expect(ids(some, 'layanan').sort()).toEqual(['a/1', 'a/2'])
  expect(ids(some, 'pembelajaran')).toEqual(['a/5'])
})

it('finds a short form by its long one and back', () => {
  expect(ids(some, 'pusat kesehatan masyarakat')).toEqual(['a/2'])
  expect(ids(engineOf([anEntry('b/1', { summary: 'Dipakai pusat kesehatan masyarakat.' })]), 'puskesmas')).toEqual(['b/1'])
})

it('finds an acronym by what it may stand for and a long name by its acronym, where the other is not written', () => {
  const engine = engineOf([anEntry('b/1', { name: 'GERCEP' }), anEntry('b/2', { name: 'Lain', longName: 'Sistem Informasi Pelayanan' })])
  expect(ids(engine, 'gerakan cepat')).toEqual(['b/1'])
  expect(ids(engine, 'simpel')).toEqual(['b/2'])
})

it('wants every word, and shows what has most of them when nothing has all', () => {
  expect(ids(some, 'sampah warga')).toEqual(['a/3'])
  expect(ids(some, 'sampah posyandu balita')).toEqual(['a/1'])
  expect(ids(some, 'zzzz qqqq')).toEqual([])
})

it('puts a name before a long name and that before a text', () => {
  const engine = engineOf([
    anEntry('b/1', { name: 'Satu', summary: 'Tentang irigasi.' }),
    anEntry('b/2', { name: 'Dua', longName: 'Gerakan Irigasi' }),
    anEntry('b/3', { name: 'Irigasi' }),
  ])
  expect(ids(engine, 'irigasi')).toEqual(['b/3', 'b/2', 'b/1'])
})

it('gives the words that answered as they stand in the entry', () => {
  const [hit] = some.search(query('pelayanan')).hits
  expect(
    some
      .search(query('layanan'))
      .hits.flatMap(({ marks }) => marks)
      .sort(),
  ).toEqual(['melayani', 'pelayanan'])
  expect(hit?.marks).toEqual(['pelayanan'])
})

it('takes any text for a question: signs, emoji, patterns, hundreds of letters', () => {
  for (const text of [
    '(.*)+$',
    '😀',
    '\u0000',
    'a'.repeat(400),
    '%%%',
    '__proto__',
    'constructor',
    '\ud800',
    Array(80).fill('pelayanan').join(' '),
  ])
    expect(some.search(query(text)).total, text).toBeGreaterThanOrEqual(0)
  expect(ids(some, '😀')).toHaveLength(5)
})

it('replaces an entry and drops one, for the words, the filters and the likeness alike', () => {
  const engine = engineOf([anEntry('b/1', { name: 'Lama', urusan: 'Pangan' }), anEntry('b/2', { name: 'Tetap', urusan: 'Pangan' })])
  engine.put(anEntry('b/1', { name: 'Baru', urusan: 'Kesehatan' }))
  expect(ids(engine, 'lama')).toEqual([])
  expect(ids(engine, 'baru')).toEqual(['b/1'])
  expect(engine.search(query('')).facets.urusan).toEqual([
    { value: 'Kesehatan', count: 1 },
    { value: 'Pangan', count: 1 },
  ])
  engine.drop('b/2')
  expect(ids(engine, '')).toEqual(['b/1'])
  expect(engine.count).toBe(1)
})

it('orders by name, by beginning and by adopters, and leafs without losing or doubling any', () => {
  const entries = makeCatalogue(700, 5)
  const engine = engineOf(entries)
  const byYear = engine.search(query('', { sort: 'newest', count: 200 })).hits.map(({ entry }) => entry.year ?? 0)
  expect(byYear).toEqual([...byYear].sort((a, b) => b - a))
  const adopted = engine.search(query('', { sort: 'adopted', count: 200 })).hits.map(({ entry }) => entry.adopters.length)
  expect(adopted).toEqual([...adopted].sort((a, b) => b - a))
  const seen: string[] = []
  for (let from = 0; from < 700; from += 90) seen.push(...ids(engine, '', { sort: 'name', from, count: 90 }))
  expect(new Set(seen).size).toBe(700)
  const names = seen.map((id) => entries.find((entry) => entry.id === id)?.name.toLowerCase() ?? '')
  expect(names).toEqual([...names].sort())
})

it('filters and counts as a plain walk over all entries does', () => {
  const entries = makeCatalogue(900, 11)
  const engine = engineOf(entries)
  const filters: CatalogueFilters = { kind: ['teknologi', 'proses'], sdg: ['3', '11'], adopted: ['ya'], year: ['2020', '2021', '2022'] }
  const answer = engine.search(query('', { filters, count: 200 }))
  expect(answer.total).toBeGreaterThan(0)
  expect(answer.total).toBe(entries.filter((entry) => matchesFilters(entry, filters)).length)
  for (const key of filterKeys) {
    // Each filter is counted as if it were not set.
    const others: CatalogueFilters = { ...filters, [key]: [] }
    const counts = new Map<string, number>()
    for (const entry of entries)
      if (matchesFilters(entry, others)) for (const value of filterValues[key](entry)) counts.set(value, (counts.get(value) ?? 0) + 1)
    const told = new Map(answer.facets[key]?.map(({ value, count }) => [value, count]))
    for (const [value, count] of told) expect(count, `${key} ${value}`).toBe(counts.get(value) ?? 0)
    if (counts.size <= 200) expect(told.size, key).toBeGreaterThanOrEqual(counts.size)
  }
})

it('keeps a value that is set among the counts when nothing has it any more', () => {
  expect(some.search(query('', { filters: { region: ['Kota Lain'] } })).facets.region).toContainEqual({ value: 'Kota Lain', count: 0 })
})

it('finds what is like a text or an entry, most alike first, with the words both have', () => {
  const engine = engineOf([
    ...makeCatalogue(200, 3),
    anEntry('c/1', { name: 'Panen Air', summary: 'Embung menampung air hujan untuk petani garam.' }),
    anEntry('c/2', { name: 'Embung Desa', summary: 'Petani membangun embung penampung hujan.' }),
  ])
  const like = engine.similar({ text: 'penampungan air hujan, embung bagi petani', except: [], count: 2 })
  expect(like.map(({ entry }) => entry.id)).toEqual(expect.arrayContaining(['c/1', 'c/2']))
  expect(like[0]?.shared).toContain('embung')
  expect(engine.similar({ entry: 'c/1', text: '', except: [], count: 1 })[0]?.entry.id).toBe('c/2')
  expect(engine.similar({ text: 'embung hujan petani', except: ['c/2'], count: 5 }).map(({ entry }) => entry.id)).not.toContain('c/2')
  expect(engine.similar({ text: '', except: [], count: 5 })).toEqual([])
})

it('answers alike whatever was asked before', () => {
  const entries = makeCatalogue(400, 9)
  const one = engineOf(entries)
  const texts = ['pel', 'sampah', 'kesehatan balita', 'imunisai', '']
  const fresh = texts.map((text) => engineOf(entries).search(query(text)))
  for (const text of [...texts].reverse()) one.search(query(text, { from: 50 }))
  expect(texts.map((text) => one.search(query(text)))).toEqual(fresh)
})
