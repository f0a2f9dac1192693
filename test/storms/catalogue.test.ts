/**
 * Innovations are written, archived and brought back, units renamed, lists taken in, put aside and brought back, all while the catalogue
 * is being made ready and searched: what it answers is what a plain walk over everything that is there finds.
 */
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import type { OpenLab } from '#core/lab/lab.ts'
import type { CatalogueFilters } from '#shared/api/catalogue.ts'
import { writeCatalogue } from '#shared/doc/catalogue.ts'
import { writeFacts } from '#shared/doc/innovation.ts'
import { putUnit } from '#shared/doc/lab.ts'
import { innovationDocName, labDocName } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type CatalogueEntry, standings } from '#shared/model/catalogue.ts'
import type { InnovationId, LabId, UnitId } from '#shared/model/ids.ts'
import { entryOfSummary, filterValues, matchesFilters } from '#shared/rules/catalogue.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'
import { seeded } from '#test/makers/innovation.ts'
import { makeLab, newLab, tempFolder } from '#test/makers/open-lab.ts'
import { type Dice, diceOf } from './canvas-acts.ts'

const given = process.env.LABINOV_SEED
const seeds = given === undefined ? [1945, 20_260_414] : [Number(given)]
const acts = 150
/** More than are handed over at a stretch. */
const innovations = 600
const filtersTried = ['standing', 'unit', 'lab', 'urusan'] as const

/** Words that no typing error, beginning or form leads from one to another. */
const marks = Array.from(
  { length: 24 },
  (_, at) => `${String.fromCharCode(97 + at).repeat(3)}${at}x${String.fromCharCode(122 - at).repeat(3)}`,
)

type Source = { readonly id: string; readonly entries: readonly CatalogueEntry[] }
type Storm = {
  readonly open: OpenLab
  readonly dice: Dice
  readonly labs: readonly string[]
  readonly ids: Map<string, string[]>
  readonly sources: Map<string, Source>
  readonly aside: Map<string, Source>
}

const on = ({ router }: OpenLab) => createRouterClient(router, { context: { reach: 'host', door: 'browser' } })
const taken = (entries: readonly CatalogueEntry[]) => entries.map(({ id, lab, innovation, source, updatedAt, ...entry }) => entry)
const one = <T>(dice: Dice, list: readonly T[]): T => list[dice.below(list.length)] as T // never of an empty list

/** Everything that is there, from the indexes of the labs and from what was taken in. */
async function walk({ open, sources }: Storm): Promise<readonly CatalogueEntry[]> {
  await open.library.settle()
  const all: CatalogueEntry[] = []
  for (const summary of open.workspace.labs()) {
    const id = summary.id as LabId // ids of summaries are ids of labs
    const units = new Map((await open.library.lab(id))?.units.map((unit) => [String(unit.id), unit.name]))
    for (const line of await open.library.summaries(id))
      if (!line.archived) all.push(entryOfSummary(summary, units.get(line.unit ?? '') ?? '', line))
  }
  return [...all, ...[...sources.values()].flatMap(({ entries }) => entries)]
}

async function ready(open: OpenLab): Promise<void> {
  for (;;) {
    const { ready: now, of } = await on(open).catalogue.search({ count: 1, facets: false })
    if (now >= of) return
  }
}

async function compare(storm: Storm, where: string): Promise<void> {
  const { open, dice } = storm
  const all = await walk(storm)
  await ready(open)
  const calls = on(open)
  const found: CatalogueEntry[] = []
  for (let total = 1; found.length < total; ) {
    const page = await calls.catalogue.search({ sort: 'name', from: found.length, count: 200, facets: false })
    total = page.total
    found.push(...page.hits.map(({ entry }) => entry))
    if (page.hits.length === 0) break
  }
  const byId = (a: CatalogueEntry, b: CatalogueEntry): number => (a.id < b.id ? -1 : 1)
  const plain = ({ updatedAt, ...entry }: CatalogueEntry) => entry
  expect([...found].sort(byId).map(plain), where).toEqual([...all].sort(byId).map(plain))
  for (let turn = 0; turn < 6; turn += 1) {
    const word = dice.next() < 0.3 ? '' : one(dice, marks)
    const key = one(dice, filtersTried)
    const values = [...new Set(all.flatMap((entry) => filterValues[key](entry)))]
    const filters: CatalogueFilters = dice.next() < 0.4 || values.length === 0 ? {} : { [key]: [one(dice, values)] }
    const expected = all.filter(
      (entry) => matchesFilters(entry, filters) && (word === '' || `${entry.name} ${entry.summary}`.includes(word)),
    )
    const answer = await calls.catalogue.search({ text: word, filters, count: 200 })
    const what = `${where}: "${word}" ${JSON.stringify(filters)}`
    expect(answer.total, what).toBe(expected.length)
    if (expected.length <= 200) expect(answer.hits.map(({ entry }) => entry.id).sort(), what).toEqual(expected.map(({ id }) => id).sort())
    for (const { value, count } of answer.facets['standing'] ?? [])
      if (filters.standing === undefined) expect(count, what).toBe(expected.filter(({ standing }) => standing === value).length)
  }
}

async function changeOne(storm: Storm): Promise<void> {
  const { open, dice, labs, ids } = storm
  const lab = one(dice, labs)
  const doc = innovationDocName(lab as LabId, one(dice, ids.get(lab) ?? []) as InnovationId) // made by this lab
  const kind = dice.below(4)
  await open.sync.edit(doc, (live) => {
    if (kind === 0)
      writeFacts(live, { name: `INOVASI ${one(dice, marks)}`, unit: `unit${dice.below(3)}` as UnitId }, byPerson) // laid below
    else if (kind === 1) writeFacts(live, { archived: dice.next() < 0.6 }, byPerson)
    else if (kind === 2) writeFacts(live, { urusan: one(dice, ['Kesehatan', 'Pendidikan', '']) }, byPerson)
    else {
      const standing = { key: one(dice, standings), since: '', reason: '', by: 'Contoh', at: '2026-01-01T00:00:00.000Z' }
      writeCatalogue(live, { standing }, byPerson)
    }
  })
}

async function act(storm: Storm, turn: number): Promise<void> {
  const { open, dice, labs, ids, sources, aside } = storm
  const calls = on(open)
  const kind = dice.below(20)
  const held = [...sources.values()]
  if (kind < 11) return changeOne(storm)
  if (kind < 13) {
    const lab = one(dice, labs)
    const name = `BARU ${turn} ${one(dice, marks)}`
    const { id } = await open.library.addInnovation(lab as LabId, { name }) // one of ours
    ids.get(lab)?.push(id)
  } else if (kind < 14) {
    const unit = `unit${dice.below(3)}` as UnitId // laid below
    await open.sync.edit(labDocName(one(dice, labs) as LabId), (live) => putUnit(live, unit, { name: `Dinas ${turn}` }, byPerson)) // one of ours
  } else if (kind < 16 || held.length === 0) {
    const entries = makeCatalogue(20 + dice.below(400), turn).map((entry) => ({ ...entry, name: `${entry.name} ${one(dice, marks)}` }))
    const replaced = held.length > 0 && dice.next() < 0.4 ? one(dice, held).id : undefined
    const { id } = await calls.catalogue.take({
      name: `Daftar ${turn}`,
      entries: taken(entries),
      ...(replaced === undefined ? {} : { source: replaced }),
    })
    sources.set(id, { id, entries: entries.map((entry, at) => ({ ...entry, id: `${id}/${at}`, source: id })) })
  } else if (kind < 18 || aside.size === 0) {
    const gone = one(dice, held)
    const { kept } = await calls.catalogue.removeSource({ source: gone.id })
    sources.delete(gone.id)
    aside.set(kept, gone)
  } else {
    const [kept, back] = one(dice, [...aside])
    if (sources.has(back.id)) return
    await calls.catalogue.putBackSource({ kept })
    aside.delete(kept)
    sources.set(back.id, back)
  }
}

/** What comes while all goes on: never the same twice, never something of an entry that was never there. */
async function searchOn({ open, dice }: Storm, over: () => boolean): Promise<number> {
  let count = 0
  for (; !over(); count += 1) {
    const text = dice.next() < 0.5 ? one(dice, marks).slice(0, 2 + dice.below(8)) : ''
    const { hits, total, ready: now, of } = await on(open).catalogue.search({ text, count: 200, facets: dice.next() < 0.5 })
    expect(new Set(hits.map(({ entry }) => entry.id)).size).toBe(hits.length)
    expect(total).toBeLessThanOrEqual(now)
    expect(now).toBeLessThanOrEqual(of)
    for (const { entry } of hits) expect(entry.lab === null ? entry.source : `${entry.lab}/${entry.innovation}`).not.toBe('')
  }
  return count
}

async function lay(folder: string): Promise<Map<string, string[]>> {
  const open = await makeLab({ folder })
  const ids = new Map<string, string[]>()
  for (const region of ['Satu', 'Dua']) {
    const { id: lab } = await on(open).lab.create({ ...newLab, region })
    await open.sync.edit(labDocName(lab as LabId), (live) => {
      for (const at of [0, 1, 2]) putUnit(live, `unit${at}` as UnitId, { order: `a${at}`, name: `Dinas ${region} ${at}` }, byPerson)
    })
    const wanted = Array.from({ length: innovations }, (_, at) => ({ name: `INOVASI ${at} ${marks[at % marks.length] ?? ''}` }))
    await on(open).innovation.createMany({ lab, innovations: wanted })
    ids.set(
      lab,
      (await open.library.summaries(lab as LabId)).map(({ id }) => id),
    ) // just made
  }
  await open.close()
  return ids
}

for (const seed of seeds)
  it(`answers as a plain walk does after ${acts} acts, seed ${seed}`, { timeout: 180_000 }, async () => {
    const folder = await tempFolder()
    const ids = await lay(folder)
    const dice = diceOf(seeded(seed))
    const open = await makeLab({ folder })
    const storm: Storm = { open, dice, labs: [...ids.keys()], ids, sources: new Map(), aside: new Map() }
    let over = false
    const searching = searchOn({ ...storm, dice: diceOf(seeded(seed + 1)) }, () => over)
    for (let turn = 0; turn < acts; turn += 1) {
      await act(storm, turn)
      if (turn % 30 === 29) await compare(storm, `seed ${seed}, act ${turn}`)
    }
    over = true
    const searches = await searching
    await compare(storm, `seed ${seed}, at the end`)
    expect(open.workspace.faults()).toEqual([])
    console.log(`catalogue storm, seed ${seed}: ${acts} acts, ${searches} searches meanwhile, ${storm.sources.size} lists at the end`)
  })
