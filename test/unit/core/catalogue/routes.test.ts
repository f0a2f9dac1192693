import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { OpenLab } from '#core/lab/lab.ts'
import { writeCatalogue } from '#shared/doc/catalogue.ts'
import { innovationDocName } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { sameKey } from '#shared/rules/catalogue-read.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'
import { makeLab, newLab, tempFolder } from '#test/makers/open-lab.ts'

const on = (open: OpenLab, reach: 'host' | 'team' = 'host') => createRouterClient(open.router, { context: { reach, door: 'browser' } })
const taken = (count: number) => makeCatalogue(count, 4).map(({ id, lab, innovation, source, updatedAt, ...entry }) => entry)

/** The answer once everything is in. */
async function whole(open: OpenLab, text = '', filters: { lab?: string[] } = {}) {
  for (;;) {
    const answer = await on(open).catalogue.search({ text, filters, sort: 'name' })
    if (answer.ready >= answer.of) return answer
  }
}

async function stand() {
  const folder = await tempFolder()
  const open = await makeLab({ folder })
  const lab = await on(open).lab.create({ ...newLab, leaderTitle: 'Wali Kota Contoh', units: ['Dinas Contoh'] })
  const unit = (await open.library.lab(lab.id as LabId))?.units[0]?.id ?? null // made just now
  const { id } = await open.library.addInnovation(lab.id as LabId, { name: 'SIRAM', longName: 'Sistem Irigasi Ramah', unit }) // made just now
  return { folder, open, lab: lab.id, id }
}

it('lists innovations of the labs with their unit and region, and follows what is changed', async () => {
  const { open, lab, id } = await stand()
  const [hit] = (await whole(open)).hits
  expect(hit?.entry).toMatchObject({ id: `${lab}/${id}`, name: 'SIRAM', unit: 'Dinas Contoh', region: 'Kota Contoh', standing: 'ide' })
  const doc = innovationDocName(lab as LabId, id as InnovationId) // made just now
  const standing = { key: 'berjalan' as const, since: '2026-01-01', reason: '', by: 'Contoh', at: '2026-01-01T00:00:00.000Z' }
  await open.sync.edit(doc, (live) => writeCatalogue(live, { standing }, byPerson))
  await open.library.settle()
  expect((await whole(open, 'irigasi')).hits[0]?.entry).toMatchObject({ standing: 'berjalan', said: true })
  await open.library.addInnovation(lab as LabId, { name: 'BARU' }) // made just now
  expect((await whole(open)).hits.map(({ entry }) => entry.name)).toEqual(['BARU', 'SIRAM'])
})

it('takes a source in, puts it aside and back, and finds its entries the next time', async () => {
  const { folder, open } = await stand()
  const source = await on(open).catalogue.take({ name: 'Provinsi Contoh', entries: taken(40) })
  expect((await whole(open)).total).toBe(41)
  expect((await whole(open, '', { lab: [source.id] })).total).toBe(40)
  expect(await on(open).catalogue.sources()).toEqual([source])
  const { kept } = await on(open).catalogue.removeSource({ source: source.id })
  expect((await whole(open)).total).toBe(1)
  expect(await on(open).catalogue.sources()).toEqual([])
  expect(await on(open).catalogue.putBackSource({ kept })).toEqual(source)
  expect((await whole(open)).total).toBe(41)
  await on(open).catalogue.take({ name: 'Provinsi Contoh', source: source.id, entries: taken(10) })
  expect((await whole(open)).total).toBe(11)
  await open.close()
  const again = await makeLab({ folder })
  expect((await whole(again)).total).toBe(11)
})

it('names damaged lines of a source, and uses the others', async () => {
  const { folder, open } = await stand()
  const source = await on(open).catalogue.take({ name: 'Contoh', entries: taken(5) })
  const file = join(folder, 'catalogue', `${source.id}.jsonl`)
  const lines = (await readFile(file, 'utf8')).split('\n')
  await open.close()
  await writeFile(file, lines.map((line, at) => (at === 3 ? line.slice(0, 40) : line)).join('\n'))
  const again = await makeLab({ folder })
  expect((await whole(again)).total).toBe(5)
  expect(again.workspace.faults()).toContainEqual(
    expect.objectContaining({ kind: 'broken', file: `catalogue/${source.id}.jsonl`, detail: expect.stringMatching(/ 4$/) }),
  )
})

it('says which of some innovations are there already, outside the list that is to be replaced', async () => {
  const { open } = await stand()
  const entries = taken(30)
  const source = await on(open).catalogue.take({ name: 'Contoh', entries })
  const keys = entries.map(({ name, region }) => sameKey(name, region))
  const own = sameKey('siram', 'KOTA CONTOH')
  const { known } = await on(open).catalogue.known({ keys: [...keys, own, sameKey('Lain', '')] })
  expect(new Set(known)).toEqual(new Set([...keys, own]))
  expect(await on(open).catalogue.known({ keys: [...keys, own], except: source.id })).toEqual({ known: [own] })
})

it('says how many lines of a shared file could not be read, and takes the others', async () => {
  const { open, lab } = await stand()
  await open.library.addInnovation(lab as LabId, { name: 'DUA' }) // made just now
  await whole(open)
  const kept = await on(open).catalogue.keep({ name: 'Bersama', format: 'katalog' })
  const parts = unzipSync(new Uint8Array(await readFile(kept.file)))
  expect(await on(open).catalogue.takeFile({ file: new Blob([zipSync(parts) as Uint8Array<ArrayBuffer>]) })).not.toHaveProperty('left') // a plain buffer
  const lines = `${strFromU8(parts['entri.jsonl'] ?? new Uint8Array())}\n{"name":\n{}`
  const damaged = zipSync({ ...parts, 'entri.jsonl': strToU8(lines) })
  const source = await on(open).catalogue.takeFile({ file: new Blob([damaged as Uint8Array<ArrayBuffer>]) }) // a plain buffer
  expect(source).toMatchObject({ entries: 2, left: 2 })
  expect(await on(open).catalogue.sources()).not.toContainEqual(expect.objectContaining({ left: 2 }))
})

it('refuses what is not there, and lets a team ask for what is similar and for nothing else', async () => {
  const { open } = await stand()
  await on(open).catalogue.take({ name: 'Contoh', entries: taken(60) })
  await whole(open)
  await expect(on(open).catalogue.removeSource({ source: 'tidak-ada' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(on(open).catalogue.putBackSource({ kept: '../../etc/passwd' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(on(open).catalogue.take({ name: 'Contoh', source: 'tidak-ada', entries: taken(1) })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect((await on(open, 'team').catalogue.similar({ text: taken(1)[0]?.summary ?? '' })).length).toBeGreaterThan(0)
  await expect(on(open, 'team').catalogue.search({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

it('shows a workspace that is only read, and writes nothing into it', async () => {
  const { folder, open } = await stand()
  await on(open).catalogue.take({ name: 'Contoh', entries: taken(3) })
  await open.close()
  const reading = await makeLab({ folder, readOnly: true })
  expect((await whole(reading)).total).toBe(4)
  await expect(on(reading).catalogue.take({ name: 'Lain', entries: taken(1) })).rejects.toMatchObject({ code: 'READ_ONLY' })
  expect((await readdir(join(folder, 'catalogue'))).filter((name) => name.endsWith('.jsonl'))).toHaveLength(1)
})

it('starts no thread before somebody asks', async () => {
  const { open, lab } = await stand()
  const told: string[] = []
  const changes = open.changes()
  const heard = (async () => {
    for await (const change of changes) told.push(change.kind)
  })()
  await open.library.addInnovation(lab as LabId, { name: 'DUA' }) // made just now
  await on(open).lab.overview({ lab })
  await open.close()
  await heard
  expect(told).not.toContain('catalogue')
})
