import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { FaultError } from '#shared/model/faults.ts'
import { innovationSummaryOf, labSummaryOf, openWithLab, stateOf, type Temp, tempFolder, testPorts } from './make.ts'

let temp: Temp
beforeEach(() => {
  temp = tempFolder()
})
afterEach(() => temp.remove())

const faultOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'nothing was refused'
  } catch (error) {
    return error instanceof FaultError ? error.fault.kind : String(error)
  }
}

describe('a workspace', () => {
  it('makes its folder, takes what is saved and gives it back after it was closed', async () => {
    const folder = join(temp.folder, 'baru', 'ruang')
    const first = await openWorkspace(folder, testPorts(), { version: '1.2.3' })
    const lab = { summary: labSummaryOf(), state: stateOf(1) }
    const innovation = { summary: innovationSummaryOf(), state: stateOf(2) }
    await first.writeLab('solok', lab)
    await first.writeInnovation('solok', 'sipakde', innovation)
    await first.close()
    const second = await openWorkspace(folder, testPorts())
    expect(second.labs()).toEqual([lab.summary])
    expect(await second.innovations('solok')).toEqual([innovation.summary])
    expect(await second.readLab('solok')).toEqual({ id: 'solok', revision: 1, version: '1.2.3', ...lab })
    expect(await second.readInnovation('solok', 'sipakde')).toEqual({ id: 'sipakde', revision: 1, version: '1.2.3', ...innovation })
    expect(second.faults()).toEqual([])
    await second.close()
  })

  it('is laid out so that a person finds and reads everything', async () => {
    const workspace = await openWithLab(temp.folder)
    await workspace.writeInnovation('solok', 'sipakde', { summary: innovationSummaryOf(), state: stateOf(2) })
    const name = await workspace.putAttachment('solok', stateOf(3), 'jpg')
    await workspace.settings.write({ textScale: 1.25 })
    await workspace.close()
    expect(readdirSync(temp.folder).sort()).toEqual(['labs', 'settings.json'])
    expect(readdirSync(join(temp.folder, 'labs/solok')).sort()).toEqual(['attachments', 'index.jsonl', 'innovations', 'lab.json'])
    expect(readdirSync(join(temp.folder, 'labs/solok/attachments'))).toEqual([name])
    const text = readFileSync(join(temp.folder, 'labs/solok/innovations/sipakde.json'), 'utf8')
    expect(Object.keys(JSON.parse(text))).toEqual(['format', 'version', 'kind', 'id', 'revision', 'summary', 'checksum', 'state'])
    expect(text).toContain('\n    "longName": "Sistem Pelayanan Administrasi Kependudukan Desa",\n')
  })

  it('says null, and no fault, for what was never there', async () => {
    const workspace = await openWithLab(temp.folder)
    expect(await workspace.readLab('lain')).toBeNull()
    expect(await workspace.readInnovation('solok', 'lain')).toBeNull()
    expect(await workspace.innovations('lain')).toEqual([])
    expect(await workspace.readAttachment('solok', `${'0'.repeat(64)}.png`)).toBeNull()
    expect(workspace.faults()).toEqual([])
    await workspace.close()
  })

  it('keeps the last of many saves of one document, resolves each only when its content or newer is on disk, and counts revisions', async () => {
    const workspace = await openWithLab(temp.folder)
    const path = join(temp.folder, 'labs/solok/innovations/sipakde.json')
    const landed: boolean[] = []
    const saves = Array.from({ length: 40 }, async (_, at) => {
      await workspace.writeInnovation('solok', 'sipakde', { summary: innovationSummaryOf({ toMend: at }), state: stateOf(at) })
      landed.push(JSON.parse(readFileSync(path, 'utf8')).summary.toMend >= at)
    })
    await Promise.all(saves)
    expect(landed).toEqual(Array.from({ length: 40 }, () => true))
    const stored = await workspace.readInnovation('solok', 'sipakde')
    expect(stored?.summary.toMend).toBe(39)
    expect(stored?.state).toEqual(stateOf(39))
    // The first started at once; the 39 that came while it ran became one.
    expect(stored?.revision).toBe(2)
    expect((await workspace.innovations('solok')).map((one) => one.toMend)).toEqual([39])
    await workspace.close()
  })

  it('leaves the generation before beside the present one', async () => {
    const workspace = await openWithLab(temp.folder)
    for (const toMend of [1, 2, 3]) {
      await workspace.writeInnovation('solok', 'sipakde', { summary: innovationSummaryOf({ toMend }), state: stateOf(toMend) })
    }
    await workspace.close()
    const folder = join(temp.folder, 'labs/solok/innovations')
    expect(readdirSync(folder).sort()).toEqual(['sipakde.json', 'sipakde.json.prev'])
    expect(JSON.parse(readFileSync(join(folder, 'sipakde.json.prev'), 'utf8')).summary.toMend).toBe(2)
  })

  it('writes nothing but the document, its earlier generation and one line of the index when an innovation is saved', async () => {
    const workspace = await openWithLab(temp.folder)
    for (const id of ['satu', 'dua', 'tiga']) {
      await workspace.writeInnovation('solok', id, { summary: innovationSummaryOf({ id }), state: stateOf(1) })
    }
    await workspace.writeInnovation('solok', 'dua', { summary: innovationSummaryOf({ id: 'dua' }), state: stateOf(2) })
    const all = (): Map<string, string> => {
      const files = readdirSync(temp.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      return new Map(
        files.map((entry) => {
          const path = join(entry.parentPath, entry.name)
          return [path.slice(temp.folder.length + 1), `${statSync(path).ino}:${readFileSync(path, 'utf8')}`]
        }),
      )
    }
    const before = all()
    await workspace.writeInnovation('solok', 'dua', { summary: innovationSummaryOf({ id: 'dua', toMend: 9 }), state: stateOf(3) })
    const after = all()
    const changed = [...after].filter(([path, content]) => before.get(path) !== content).map(([path]) => path)
    const base = 'labs/solok'
    expect(changed.sort()).toEqual([`${base}/index.jsonl`, `${base}/innovations/dua.json`, `${base}/innovations/dua.json.prev`])
    const index = [before, after].map((files) => files.get(`${base}/index.jsonl`)?.split('\n').length ?? 0)
    expect((index[1] ?? 0) - (index[0] ?? 0)).toBe(1)
    await workspace.close()
  })

  it('refuses ids that could lead anywhere else', async () => {
    const workspace = await openWithLab(temp.folder)
    const save = { summary: innovationSummaryOf(), state: stateOf(1) }
    for (const id of [
      '..',
      '.',
      '',
      '../lab',
      'a/b',
      'a\\b',
      'A',
      'é',
      'a\0',
      'nul',
      'com1',
      'a'.repeat(65),
      '-a',
      'x.json',
      '__proto__',
    ]) {
      expect(await faultOf(workspace.writeInnovation('solok', id, save)), id).toBe('not_ours')
      expect(await faultOf(workspace.writeInnovation(id, 'sipakde', save)), id).toBe('not_ours')
      expect(await faultOf(workspace.writeLab(id, { summary: labSummaryOf({ id }), state: stateOf(1) })), id).toBe('not_ours')
      expect(await faultOf(workspace.readLab(id)), id).toBe('not_ours')
      expect(await faultOf(workspace.readInnovation('solok', id)), id).toBe('not_ours')
      expect(await faultOf(workspace.innovations(id)), id).toBe('not_ours')
      expect(await faultOf(workspace.rebuildIndex(id)), id).toBe('not_ours')
      expect(await faultOf(workspace.putAttachment(id, stateOf(1), 'jpg')), id).toBe('not_ours')
      expect(await faultOf(workspace.readAttachment(id, `${'0'.repeat(64)}.png`)), id).toBe('not_ours')
    }
    for (const ext of ['', '../x', 'jp/g', 'JPG', 'j.g', 'toolong'])
      expect(await faultOf(workspace.putAttachment('solok', stateOf(1), ext))).toBe('not_ours')
    for (const name of ['../lab.json', 'lab.json', `${'0'.repeat(64)}.JPG`, `../${'0'.repeat(64)}.png`]) {
      expect(await workspace.readAttachment('solok', name)).toBeNull()
    }
    await workspace.close()
    expect(readdirSync(join(temp.folder, 'labs'))).toEqual(['solok'])
  })

  it('refuses a summary that is not one, and one of another document', async () => {
    const workspace = await openWithLab(temp.folder)
    const other = innovationSummaryOf({ id: 'lain' })
    await expect(workspace.writeInnovation('solok', 'sipakde', { summary: other, state: stateOf(1) })).rejects.toThrow('lain')
    const torn = { ...innovationSummaryOf(), toMend: 1.5 }
    await expect(workspace.writeInnovation('solok', 'sipakde', { summary: torn, state: stateOf(1) })).rejects.toThrow()
    expect(await workspace.innovations('solok')).toEqual([])
    await workspace.close()
  })

  it('stores the same attachment once and gives its bytes back', async () => {
    const workspace = await openWithLab(temp.folder)
    const bytes = stateOf(5, 4000)
    const name = await workspace.putAttachment('solok', bytes, 'jpg')
    const inode = statSync(join(temp.folder, 'labs/solok/attachments', name)).ino
    expect(await workspace.putAttachment('solok', bytes, 'jpg')).toBe(name)
    expect(statSync(join(temp.folder, 'labs/solok/attachments', name)).ino).toBe(inode)
    expect(name).toMatch(/^[0-9a-f]{64}\.jpg$/)
    expect(Uint8Array.from((await workspace.readAttachment('solok', name)) ?? [])).toEqual(bytes)
    await workspace.close()
  })

  it('keeps settings, fills in what is missing and leaves keys it does not know alone', async () => {
    writeFileSync(join(temp.folder, 'settings.json'), JSON.stringify({ language: 'en', textScale: 99, dariMasaDepan: { a: 1 } }))
    const workspace = await openWithLab(temp.folder)
    expect(workspace.settings.read()).toMatchObject({ language: 'en', textScale: 1, theme: 'system', lastLab: null })
    await Promise.all([workspace.settings.write({ theme: 'dark' }), workspace.settings.write({ view: { papan: 1.5 } })])
    await workspace.close()
    const again = await openWithLab(temp.folder)
    expect(again.settings.read()).toMatchObject({ language: 'en', theme: 'dark', view: { papan: 1.5 }, dariMasaDepan: { a: 1 } })
    await again.close()
  })

  it('refuses saves once it is closed', async () => {
    const workspace = await openWithLab(temp.folder)
    await workspace.close()
    await workspace.close()
    expect(await faultOf(workspace.writeLab('solok', { summary: labSummaryOf(), state: stateOf(1) }))).toBe('io')
  })

  it('waits for saves under way when it is closed', async () => {
    const workspace = await openWithLab(temp.folder)
    const save = workspace.writeInnovation('solok', 'sipakde', { summary: innovationSummaryOf(), state: stateOf(4) })
    await workspace.close()
    await save
    expect(JSON.parse(readFileSync(join(temp.folder, 'labs/solok/innovations/sipakde.json'), 'utf8')).revision).toBe(1)
  })
})
