/** The documents room from below: the list, exports and what changed since, many at once; with real files and the real writer. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, test } from 'vitest'
import { systemPorts } from '#core/ports.ts'
import type { BatchStep } from '#shared/api/documents.ts'
import { writeFacts } from '#shared/doc/innovation.ts'
import { innovationDocName } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { makeLab, newLab, tempFolder } from '#test/makers/open-lab.ts'

const proposal = 'proposal-kipp'
const recap = 'rekap-ide'
type End = Extract<BatchStep, { state: 'done' }>

/** A lab with innovations of these names; its clock goes on by a second at every look. */
async function stand(names: readonly string[], folder?: string) {
  const at = folder ?? (await tempFolder())
  let now = Date.parse('2026-08-05T01:00:00Z')
  const open = await makeLab({ folder: at, ports: { ...systemPorts, clock: () => (now += 1000) } })
  const calls = createRouterClient(open.router, { context: { reach: 'host', door: 'browser' } })
  const { id: lab } = await calls.lab.create({ ...newLab, units: ['Dinas Contoh'] })
  const ids: string[] = []
  for (const name of names) ids.push((await calls.innovation.create({ lab, name })).id)
  const outcome = async (steps: Promise<AsyncIterable<BatchStep>>): Promise<{ readonly end: End; readonly seen: readonly BatchStep[] }> => {
    const seen: BatchStep[] = []
    for await (const step of await steps) seen.push(step)
    const end = seen.at(-1)
    if (end?.state !== 'done') throw new Error('the batch did not end')
    return { end, seen }
  }
  return {
    open,
    calls,
    lab,
    ids,
    out: join(at, 'keluaran'),
    batch: (over: Partial<Parameters<typeof calls.document.batch>[0]> = {}) =>
      outcome(calls.document.batch({ lab, kind: proposal, format: 'docx', as: 'files', ...over })),
    async export(kind: string, format: 'docx' | 'pdf' = 'pdf', innovation?: string) {
      for await (const step of await calls.document.export({ lab, kind, format, ...(innovation === undefined ? {} : { innovation }) }))
        if (step.state === 'done') return step.name
      throw new Error('the export did not end')
    },
    write: (id: string | undefined, longName: string) =>
      open.sync.edit(innovationDocName(lab as LabId, (id ?? '') as InnovationId), (doc) => writeFacts(doc, { longName }, byPerson)), // ids just made
    async entry(kind: string, innovation?: string) {
      const { entries } = await calls.document.list(innovation === undefined ? { lab } : { lab, innovation })
      return entries.find((one) => one.kind === kind)
    },
    async counts() {
      return (await calls.document.list({ lab })).ofInnovations.find(({ kind }) => kind === proposal)
    },
  }
}

describe('what was exported', () => {
  test('a document says when it was exported, and that it changed once its innovation says something else', async () => {
    const { calls, lab, ids, write, entry, counts, ...room } = await stand(['SATU', 'DUA'])
    expect(await entry(proposal, ids[0])).toMatchObject({ exportedAt: null, changed: false })
    await room.export(proposal, 'pdf', ids[0])
    expect(await entry(proposal, ids[0])).toMatchObject({ exportedAt: expect.stringContaining('2026-08-05'), changed: false })
    await write(ids[0], 'Nama yang lain')
    expect(await entry(proposal, ids[0])).toMatchObject({ changed: true })
    expect(await counts()).toMatchObject({ all: 2, exported: 1, changed: 1 })
    const { parts } = await calls.document.changes({ lab, kind: proposal, innovation: ids[0] ?? '' })
    expect(parts.length).toBeGreaterThan(0)
    expect(parts.every(({ change }) => change === 'changed')).toBe(true)
  })

  test('what was saved and says the same is known as unchanged once somebody looked', async () => {
    const { calls, lab, ids, write, entry, ...room } = await stand(['SATU'])
    await room.export(proposal, 'pdf', ids[0])
    await room.open.sync.edit(innovationDocName(lab as LabId, (ids[0] ?? '') as InnovationId), (doc) =>
      writeFacts(doc, { monitored: true }, byPerson),
    ) // ids just made
    expect(await entry(proposal, ids[0])).toMatchObject({ changed: true })
    expect(await calls.document.changes({ lab, kind: proposal, innovation: ids[0] ?? '' })).toMatchObject({ parts: [] })
    expect(await entry(proposal, ids[0])).toMatchObject({ changed: false })
    await write(ids[0], 'Nama')
    expect(await entry(proposal, ids[0])).toMatchObject({ changed: true })
  })

  test('the same export twice is one file; one that says something else stands beside it', async () => {
    const { ids, write, out, ...room } = await stand(['SATU'])
    const first = await room.export(proposal, 'pdf', ids[0])
    expect(await room.export(proposal, 'pdf', ids[0])).toBe(first)
    await write(ids[0], 'Nama yang lain')
    expect(await room.export(proposal, 'pdf', ids[0])).toBe(first.replace('.pdf', ' (2).pdf'))
    expect((await readdir(out)).sort()).toEqual([first.replace('.pdf', ' (2).pdf'), first].sort())
  })

  test('losing the record, or finding nonsense in its place, loses only what changed', async () => {
    const folder = await tempFolder()
    const one = await stand(['SATU'], folder)
    await one.export(recap)
    const file = join(folder, 'labs', one.lab, 'exports.json')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 1, exports: { [recap]: { lab: { at: expect.any(String) } } } })
    await one.open.close()
    await writeFile(file, '{"format":1,"exports":{"rekap-ide":{"lab":{"at"')
    const again = await makeLab({ folder })
    const calls = createRouterClient(again.router, { context: { reach: 'host', door: 'browser' } })
    const { entries } = await calls.document.list({ lab: one.lab })
    expect(entries.find(({ kind }) => kind === recap)).toMatchObject({ exportedAt: null, changed: false })
  })

  test('the record is there again after a restart', async () => {
    const folder = await tempFolder()
    const one = await stand(['SATU'], folder)
    await one.export(recap)
    await one.open.close()
    const again = await makeLab({ folder })
    const calls = createRouterClient(again.router, { context: { reach: 'host', door: 'browser' } })
    const { entries } = await calls.document.list({ lab: one.lab })
    expect(entries.find(({ kind }) => kind === recap)).toMatchObject({ exportedAt: expect.any(String), changed: false })
  })
})

describe('many at once', () => {
  test('a file for each in a folder of its own, in the order of their names', async () => {
    const { batch, out } = await stand(['TIGA', 'SATU', 'DUA'])
    const { end, seen } = await batch()
    expect(end).toMatchObject({ written: 3, failed: [], name: 'Proposal KIPP - Kota Contoh 2026 jilid 1' })
    expect(seen.flatMap((step) => (step.state === 'working' ? [`${step.at} ${step.of} ${step.name}`] : []))).toEqual([
      '0 3 DUA',
      '1 3 SATU',
      '2 3 TIGA',
    ])
    expect((await readdir(join(out, end.name))).sort()).toEqual(['DUA', 'SATU', 'TIGA'].map((name) => `Proposal KIPP - ${name}.docx`))
    expect((await batch()).end.name).toBe(`${end.name} (2)`)
  })

  test('innovations of the same name do not overwrite each other', async () => {
    const { batch } = await stand(['KEMBAR', 'KEMBAR'])
    const { end } = await batch()
    expect(await readdir(end.file)).toHaveLength(2)
  })

  test('cancelled in the middle, what is finished stays, and the rest goes into the same folder', async () => {
    const { calls, lab, batch, ids } = await stand(['A', 'B', 'C', 'D'])
    const stopping = new AbortController()
    let folder = ''
    await expect(async () => {
      for await (const step of await calls.document.batch(
        { lab, kind: proposal, format: 'docx', as: 'files' },
        { signal: stopping.signal },
      )) {
        if (step.state !== 'working') continue
        folder = step.folder
        if (step.at === 2) stopping.abort()
      }
      stopping.signal.throwIfAborted()
    }).rejects.toThrow()
    const before = await readdir(folder)
    expect(before.length).toBeGreaterThanOrEqual(2)
    expect(before.length).toBeLessThan(4)
    const { end } = await batch({ folder, subjects: ids.slice(2) })
    expect(end.file).toBe(folder)
    expect(await readdir(folder)).toHaveLength(4)
  })

  test('a damaged innovation is named and does not stop the others; nor does one that is gone', async () => {
    const folder = await tempFolder()
    const { batch, ids, lab, open } = await stand(['BAIK', 'RUSAK', 'UTUH'], folder)
    await open.workspace.innovations(lab)
    const file = join(folder, 'labs', lab, 'innovations', `${ids[1]}.json`)
    await writeFile(file, (await readFile(file, 'utf8')).replace('"state": "', '"state": "AAAA'))
    const { end } = await batch({ subjects: [...ids, 'tidak-ada'] })
    expect(end.written).toBe(2)
    expect(end.failed.map(({ name, reason }) => [name, reason])).toEqual([
      ['RUSAK', 'damaged'],
      ['tidak-ada', 'gone'],
    ])
  })

  test('only those that say something else since their last export', async () => {
    const { batch, ids, write } = await stand(['A', 'B', 'C'])
    expect((await batch({ changedOnly: true })).end).toMatchObject({ written: 0, file: '' })
    await batch({ subjects: ids.slice(0, 2) })
    await write(ids[1], 'Baru')
    await write(ids[2], 'Tidak pernah diekspor')
    const { end } = await batch({ changedOnly: true })
    expect(end.written).toBe(1)
    expect((await readdir(end.file)).map((name) => basename(name))).toEqual(['Proposal KIPP - B.docx'])
  })

  test('one book of all of them', async () => {
    const { batch, out, counts } = await stand(['A', 'B'])
    const { end } = await batch({ as: 'book', format: 'pdf' })
    expect(end).toMatchObject({ written: 2, failed: [], name: 'Buku Proposal KIPP - Kota Contoh 2026 jilid 1.pdf' })
    expect(await readdir(out)).toEqual([end.name])
    expect(await counts()).toMatchObject({ exported: 2, changed: 0 })
  })

  test('a folder outside the output folder is refused', async () => {
    const { batch } = await stand(['A'])
    await expect(batch({ folder: '/tmp' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('a lab with one damaged innovation still prints what is about the whole lab', async () => {
  const folder = await tempFolder()
  const { calls, ids, lab, open, ...room } = await stand(['BAIK', 'RUSAK'], folder)
  await open.workspace.innovations(lab)
  const file = join(folder, 'labs', lab, 'innovations', `${ids[1]}.json`)
  await writeFile(file, '{"format":1,"broken')
  expect((await calls.document.preview({ lab, kind: recap })).size).toBeGreaterThan(1000)
  expect(await room.export(recap)).toContain('Rekap')
})
