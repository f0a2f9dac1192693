import { appendFileSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '#core/workspace/workspace.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { innovationSummaryOf, layArchive, numbered, openWithLab, seeded, stateOf, type Temp, tempFolder, testPorts } from './make.ts'

let temp: Temp
let index: string
beforeEach(() => {
  temp = tempFolder()
  index = join(temp.folder, 'labs/solok/index.jsonl')
})
// Thirty thousand files take their time to go.
afterEach(() => temp.remove(), 180_000)

const byId = (list: readonly InnovationSummary[]): InnovationSummary[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

const save = (workspace: Workspace, id: string, toMend: number): Promise<void> =>
  workspace.writeInnovation('solok', id, { summary: innovationSummaryOf({ id, toMend }), state: stateOf(toMend) })

const lay = async (count = 5): Promise<void> => {
  const workspace = await openWithLab(temp.folder)
  for (let at = 0; at < count; at += 1) await save(workspace, numbered(at), at)
  await workspace.close()
}

const listed = async (): Promise<InnovationSummary[]> => {
  const workspace = await openWorkspace(temp.folder, testPorts())
  const list = byId(await workspace.innovations('solok'))
  expect(workspace.faults()).toEqual([])
  await workspace.close()
  return list
}

/** A line as the program writes it, with a checksum that fits. */
const lineOf = (value: unknown): string => {
  const json = JSON.stringify(value)
  return `["${crc32(json).toString(16).padStart(8, '0')}",${json}]\n`
}

describe('the index of a lab', () => {
  it('says the same whether it is there, deleted, empty, cut, full of rubbish or written anew', async () => {
    await lay()
    const expected = Array.from({ length: 5 }, (_, at) => innovationSummaryOf({ id: numbered(at), toMend: at }))
    expect(await listed()).toEqual(expected)
    const harms: Record<string, () => void> = {
      deleted: () => rmSync(index),
      empty: () => writeFileSync(index, ''),
      cut: () => truncateSync(index, statSync(index).size - 100),
      'one bit in the middle': () => {
        const bytes = readFileSync(index)
        const at = bytes.length >> 1
        bytes[at] = (bytes[at] ?? 0) ^ 4
        writeFileSync(index, bytes)
      },
      zeros: () => writeFileSync(index, new Uint8Array(5000)),
      'not ours': () => writeFileSync(index, '{"nama":"daftar"}\n'),
      'a torn line at the end': () => appendFileSync(index, '["0000'),
      'of another lab': () => writeFileSync(index, readFileSync(index, 'utf8').replace('solok', 'padang')),
    }
    for (const [name, harm] of Object.entries(harms)) {
      harm()
      expect(await listed(), name).toEqual(expected)
      // And once more, from what was mended.
      expect(await listed(), name).toEqual(expected)
    }
    const workspace = await openWorkspace(temp.folder, testPorts())
    await workspace.rebuildIndex('solok')
    expect(byId(await workspace.innovations('solok'))).toEqual(expected)
    await workspace.close()
  })

  it('is mended with random bytes hit, every time', async () => {
    await lay()
    const expected = await listed()
    const next = seeded(4711)
    for (let round = 0; round < 60; round += 1) {
      const bytes = readFileSync(index)
      for (let hits = 0; hits < 4; hits += 1) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
      writeFileSync(index, bytes)
      expect(await listed(), `round ${round} of seed 4711`).toEqual(expected)
    }
  })

  it('is believed only while the document has the stamp the index speaks of', async () => {
    await lay(3)
    await listed()
    const file = join(temp.folder, 'labs/solok/innovations', `${numbered(1)}.json`)
    const { mtimeMs, size } = statSync(file)
    const lie = {
      id: numbered(1),
      revision: 1,
      mtime: mtimeMs,
      size: size + 1,
      summary: innovationSummaryOf({ id: numbered(1), name: 'DUSTA' }),
    }
    appendFileSync(index, lineOf(lie))
    expect((await listed()).map((one) => one.name)).not.toContain('DUSTA')
  })

  it('notices documents that came, went or changed while it was closed', async () => {
    await lay(4)
    const folder = join(temp.folder, 'labs/solok/innovations')
    const other = tempFolder()
    const elsewhere = await openWithLab(other.folder)
    await save(elsewhere, numbered(2), 77)
    await save(elsewhere, 'tamu', 5)
    await elsewhere.close()
    for (const id of [numbered(2), 'tamu'])
      writeFileSync(join(folder, `${id}.json`), readFileSync(join(other.folder, 'labs/solok/innovations', `${id}.json`)))
    rmSync(join(folder, `${numbered(0)}.json`))
    other.remove()
    expect((await listed()).map((one) => [one.id, one.toMend])).toEqual([
      [numbered(1), 1],
      [numbered(2), 77],
      [numbered(3), 3],
      ['tamu', 5],
    ])
  })

  it('spares the documents: neither opening nor listing reads one whose stamp fits', async () => {
    await lay(3)
    const files = [0, 1, 2].map((at) => join(temp.folder, 'labs/solok/innovations', `${numbered(at)}.json`))
    const moment = new Date('2026-08-13T00:00:00Z')
    for (const file of files) utimesSync(file, moment, moment)
    const expected = await listed()
    // Rubbish with the old stamp: whoever opened it would tell.
    for (const file of files) {
      writeFileSync(file, 'x'.repeat(statSync(file).size))
      utimesSync(file, moment, moment)
    }
    expect(await listed()).toEqual(expected)
  })

  it('loses no save that happens while it is being read', async () => {
    // Many, so that a fast machine is still reading when the first saves are through.
    const count = 3_000
    layArchive(temp.folder, 'solok', count, 200)
    const expected = new Map(Array.from({ length: count }, (_, at) => [numbered(at), innovationSummaryOf().toMend]))
    const workspace = await openWorkspace(temp.folder, testPorts())
    let reading = true
    const first = workspace.innovations('solok').then(() => {
      reading = false
    })
    // One save per document, in the order in which they are read and slower: each hits one that has been read already.
    let saved = 0
    for (; reading && saved < count; saved += 1) {
      await save(workspace, numbered(saved), 1000 + saved)
      expected.set(numbered(saved), 1000 + saved)
    }
    await first
    expect(saved).toBeGreaterThan(3)
    expect(new Map((await workspace.innovations('solok')).map((one) => [one.id, one.toMend]))).toEqual(expected)
    await workspace.close()
    expect(new Map((await listed()).map((one) => [one.id, one.toMend]))).toEqual(expected)
  })

  it('does not grow for ever', async () => {
    const workspace = await openWithLab(temp.folder)
    for (let at = 0; at < 200; at += 1) await save(workspace, 'sipakde', at)
    await workspace.innovations('solok')
    await workspace.close()
    expect(readFileSync(index, 'utf8').trimEnd().split('\n')).toHaveLength(2)
    expect((await listed()).map((one) => one.toMend)).toEqual([199])
  })

  it('opens and lists 30,000 innovations, first without an index and then with it', { timeout: 180_000 }, async () => {
    layArchive(temp.folder, 'solok', 30_000, 200)
    for (const _round of ['without an index', 'with it']) {
      const workspace = await openWorkspace(temp.folder, testPorts())
      expect(await workspace.innovations('solok')).toHaveLength(30_000)
      await workspace.close()
    }
  })
})
