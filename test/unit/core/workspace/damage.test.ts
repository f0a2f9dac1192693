import { appendFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeDocument } from '#core/workspace/document.ts'
import { openWorkspace, type Workspace } from '#core/workspace/workspace.ts'
import { type Fault, FaultError } from '#shared/model/faults.ts'
import { innovationSummaryOf, openWithLab, stateOf, type Temp, tempFolder, testPorts } from './make.ts'

let temp: Temp
let document: string
beforeEach(() => {
  temp = tempFolder()
  document = join(temp.folder, 'labs/solok/innovations/sipakde.json')
})
afterEach(() => temp.remove())

/** A lab with `saves` generations of one innovation, and a second innovation nobody harms. */
const lay = async (saves: number): Promise<void> => {
  const workspace = await openWithLab(temp.folder)
  for (let toMend = 1; toMend <= saves; toMend += 1) {
    await workspace.writeInnovation('solok', 'sipakde', { summary: innovationSummaryOf({ toMend }), state: stateOf(toMend) })
  }
  await workspace.writeInnovation('solok', 'utuh', { summary: innovationSummaryOf({ id: 'utuh' }), state: stateOf(50) })
  await workspace.close()
}

const aside = (folder = join(temp.folder, 'labs/solok/innovations')): string[] =>
  readdirSync(folder).filter((name) => name.includes('.rusak-'))

const opened = async <T>(work: (workspace: Workspace) => Promise<T>): Promise<T> => {
  const workspace = await openWorkspace(temp.folder, testPorts())
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}

const foundBy = (workspace: Workspace): Fault[] => workspace.faults().map(({ detail: _, ...fault }) => fault as Fault) // the rest of a fault without its detail

describe('a damaged document', () => {
  it('gives way to the generation before it, is kept untouched, and is named', async () => {
    await lay(3)
    const bytes = readFileSync(document)
    bytes[200] = (bytes[200] ?? 0) ^ 1
    writeFileSync(document, bytes)
    await opened(async (workspace) => {
      const heard: Fault[] = []
      workspace.onFault((fault) => heard.push(fault))
      expect((await workspace.readInnovation('solok', 'sipakde'))?.summary.toMend).toBe(2)
      const [kept] = aside()
      expect(readFileSync(join(temp.folder, 'labs/solok/innovations', kept ?? ''))).toEqual(bytes)
      expect(foundBy(workspace)).toEqual([
        { kind: 'broken', file: 'labs/solok/innovations/sipakde.json', keptAs: `labs/solok/innovations/${kept}` },
      ])
      expect(heard).toEqual(workspace.faults())
      expect(heard[0]?.detail).toContain('the generation before it is open')
    })
    // From here on it is an ordinary document again.
    await opened(async (workspace) => {
      await workspace.writeInnovation('solok', 'sipakde', { summary: innovationSummaryOf({ toMend: 8 }), state: stateOf(8) })
      expect((await workspace.readInnovation('solok', 'sipakde'))?.revision).toBe(3)
      expect(workspace.faults()).toEqual([])
    })
    expect(aside()).toHaveLength(1)
  })

  it('is missing when no good generation is left, while the rest opens', async () => {
    await lay(1)
    writeFileSync(document, new Uint8Array(900))
    await opened(async (workspace) => {
      expect((await workspace.innovations('solok')).map((one) => one.id)).toEqual(['utuh'])
      expect(await workspace.readInnovation('solok', 'sipakde')).toBeNull()
      expect(workspace.faults()).toMatchObject([{ kind: 'broken', detail: expect.stringContaining('no good generation') }])
    })
    expect(aside()).toHaveLength(1)
  })

  it('comes back from the generation before when the file was deleted', async () => {
    await lay(3)
    rmSync(document)
    await opened(async (workspace) => {
      expect((await workspace.innovations('solok')).map((one) => one.toMend).sort()).toEqual([2, 2])
      expect(foundBy(workspace)).toEqual([{ kind: 'missing', file: 'labs/solok/innovations/sipakde.json' }])
    })
  })

  it('always leaves a workspace that opens, tells, keeps the original and never shows changed content, whatever byte is hit', async () => {
    await lay(2)
    const files = ['sipakde.json', 'sipakde.json.prev'].map((name) => join(temp.folder, 'labs/solok/innovations', name))
    const [present = Buffer.alloc(0), before = Buffer.alloc(0)] = files.map((file) => readFileSync(file))
    const good = [1, 2].map((toMend) => JSON.stringify({ toMend, state: [...stateOf(toMend)] }))
    const seed = 20260813
    const hit = fc.record({ at: fc.nat(present.length - 1), mask: fc.integer({ min: 1, max: 255 }), cut: fc.boolean(), both: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(hit, async ({ at, mask, cut, both }) => {
        const harmed = (bytes: Buffer): Buffer => {
          const copy = Buffer.from(bytes)
          copy[at] = (copy[at] ?? 0) ^ mask
          return cut ? copy.subarray(0, at) : copy
        }
        for (const name of aside()) rmSync(join(temp.folder, 'labs/solok/innovations', name))
        for (const file of files) rmSync(file, { force: true })
        writeFileSync(document, harmed(present))
        writeFileSync(`${document}.prev`, both ? harmed(before) : before)
        await opened(async (workspace) => {
          const stored = await workspace.readInnovation('solok', 'sipakde')
          const shown = stored === null ? null : JSON.stringify({ toMend: stored.summary.toMend, state: [...stored.state] })
          if (shown === null) expect(both || workspace.faults().some((fault) => fault.kind === 'too_new')).toBe(true)
          else expect(good).toContain(shown)
          expect((await workspace.readInnovation('solok', 'utuh'))?.state).toEqual(stateOf(50))
          // White space may be hit without harm; anything else is told, and the bytes are still there under one name or the other.
          if (shown !== good[1]) expect(workspace.faults()).toHaveLength(1)
          const kept = [...aside().map((name) => join(temp.folder, 'labs/solok/innovations', name)), document].filter((file) =>
            existsSync(file),
          )
          expect(kept.some((file) => readFileSync(file).equals(harmed(present)))).toBe(true)
        })
      }),
      { seed, numRuns: 150 },
    )
  })

  it('is found by a lab document as well, and the other labs open', async () => {
    await lay(1)
    const workspace = await openWithLab(temp.folder, {}, 'padang')
    await workspace.close()
    writeFileSync(join(temp.folder, 'labs/solok/lab.json'), '{"format": 1, "kind"')
    await opened(async (again) => {
      expect(again.labs().map((lab) => lab.id)).toEqual(['padang'])
      expect(again.faults()).toMatchObject([{ kind: 'broken', file: 'labs/solok/lab.json' }])
    })
  })

  it('is left where it is when the workspace is only read', async () => {
    await lay(2)
    writeFileSync(document, 'x"format"')
    const workspace = await openWorkspace(temp.folder, testPorts(), { readOnly: true })
    expect((await workspace.readInnovation('solok', 'sipakde'))?.summary.toMend).toBe(1)
    expect(workspace.faults()).toHaveLength(1)
    await workspace.close()
    expect(readFileSync(document, 'utf8')).toBe('x"format"')
    expect(aside()).toEqual([])
  })
})

describe('a document that is not ours to touch', () => {
  const refusedSave = async (workspace: Workspace): Promise<string> => {
    try {
      await workspace.writeInnovation('solok', 'sipakde', { summary: innovationSummaryOf(), state: stateOf(1) })
      return 'written'
    } catch (error) {
      return error instanceof FaultError ? error.fault.kind : String(error)
    }
  }

  it('made by a newer Labinov stays, is named with its format, and is never written over', async () => {
    await lay(2)
    const content = { id: 'sipakde', revision: 9, version: '9.0.0', summary: { hal: 'baru' }, state: stateOf(9) }
    const newer = JSON.stringify(encodeDocument('innovation', content, 7))
    writeFileSync(document, newer)
    await opened(async (workspace) => {
      expect(await workspace.readInnovation('solok', 'sipakde')).toBeNull()
      expect(await refusedSave(workspace)).toBe('too_new')
      expect(foundBy(workspace)).toEqual([{ kind: 'too_new', file: 'labs/solok/innovations/sipakde.json', format: 7 }])
    })
    expect(readFileSync(document, 'utf8')).toBe(newer)
    expect(aside()).toEqual([])
  })

  it('is noticed when a sync tool puts it there between two saves', async () => {
    await lay(1)
    const content = { id: 'sipakde', revision: 9, version: '9.0.0', summary: {}, state: stateOf(9) }
    const newer = JSON.stringify(encodeDocument('innovation', content, 7))
    await opened(async (workspace) => {
      await workspace.writeInnovation('solok', 'sipakde', { summary: innovationSummaryOf({ toMend: 3 }), state: stateOf(3) })
      writeFileSync(document, newer)
      expect(await refusedSave(workspace)).toBe('too_new')
    })
    expect(readFileSync(document, 'utf8')).toBe(newer)
  })

  it('is told from one whose format number was damaged', async () => {
    await lay(2)
    writeFileSync(document, readFileSync(document, 'utf8').replace('"format": 1', '"format": 9'))
    await opened(async (workspace) => {
      expect((await workspace.readInnovation('solok', 'sipakde'))?.summary.toMend).toBe(1)
      expect(workspace.faults()).toMatchObject([{ kind: 'broken' }])
    })
  })

  it.each(['{"judul": "catatan saya"}', 'Catatan rapat', '[1, 2]', '"x"'])('from somebody else stays and is named: %s', async (text) => {
    await lay(1)
    rmSync(`${document}.prev`, { force: true })
    writeFileSync(document, text)
    await opened(async (workspace) => {
      expect(await workspace.readInnovation('solok', 'sipakde')).toBeNull()
      expect(await refusedSave(workspace)).toBe('not_ours')
      expect(workspace.faults()).toMatchObject([{ kind: 'not_ours' }])
    })
    expect(readFileSync(document, 'utf8')).toBe(text)
  })

  it('is named when it was copied from the place of another document', async () => {
    await lay(1)
    linkSync(document, join(temp.folder, 'labs/solok/innovations/salinan.json'))
    await opened(async (workspace) => {
      expect((await workspace.innovations('solok')).map((one) => one.id).sort()).toEqual(['sipakde', 'utuh'])
      expect(workspace.faults()).toMatchObject([{ kind: 'not_ours', file: 'labs/solok/innovations/salinan.json' }])
    })
  })
})

describe('everything else that can be damaged', () => {
  it('settings give way to the generation before, and then to the defaults', async () => {
    await opened(async (workspace) => {
      await workspace.settings.write({ theme: 'dark' })
      await workspace.settings.write({ theme: 'light' })
    })
    const file = join(temp.folder, 'settings.json')
    writeFileSync(file, '{"theme": "da')
    await opened(async (workspace) => {
      expect(workspace.settings.read().theme).toBe('dark')
      expect(foundBy(workspace)).toMatchObject([{ kind: 'broken', file: 'settings.json', keptAs: aside(temp.folder)[0] }])
    })
    writeFileSync(file, '[]')
    rmSync(`${file}.prev`)
    await opened(async (workspace) => expect(workspace.settings.read().theme).toBe('system'))
    expect(aside(temp.folder)).toHaveLength(2)
  })

  it('an attachment whose bytes do not fit its name is set aside, named, and can be stored again', async () => {
    await lay(1)
    const name = await opened((workspace) => workspace.putAttachment('solok', stateOf(1), 'jpg'))
    const folder = join(temp.folder, 'labs/solok/attachments')
    appendFileSync(join(folder, name), 'x')
    await opened(async (workspace) => {
      expect(await workspace.readAttachment('solok', name)).toBeNull()
      expect(workspace.faults()).toMatchObject([{ kind: 'broken', file: `labs/solok/attachments/${name}` }])
      await workspace.putAttachment('solok', stateOf(1), 'jpg')
      expect(Uint8Array.from((await workspace.readAttachment('solok', name)) ?? [])).toEqual(stateOf(1))
    })
    expect(aside(folder)).toHaveLength(1)
  })

  it('drafts of a killed process are swept away, files of other people are not', async () => {
    await lay(1)
    const base = join(temp.folder, 'labs/solok')
    const ours = [
      'innovations/sipakde.json.draft',
      'innovations/sipakde.json.prev.draft',
      'lab.json.draft',
      'index.jsonl.draft',
      `attachments/${'0'.repeat(64)}.jpg.draft`,
    ]
    for (const name of ours) writeFileSync(join(base, name), 'setengah')
    writeFileSync(join(temp.folder, 'skripsi.draft'), 'punya orang')
    await opened(async (workspace) => expect((await workspace.innovations('solok')).length).toBe(2))
    for (const name of ours) expect(() => readFileSync(join(base, name)), name).toThrow('ENOENT')
    expect(readFileSync(join(temp.folder, 'skripsi.draft'), 'utf8')).toBe('punya orang')
  })

  it('check names every damage and every stray, counts the rest, and moves nothing', async () => {
    await lay(2)
    const base = join(temp.folder, 'labs/solok')
    await opened((workspace) => workspace.putAttachment('solok', stateOf(1), 'jpg'))
    writeFileSync(document, 'x"format"')
    writeFileSync(join(base, 'innovations/utuh (LAPTOP-7).json'), '{}')
    mkdirSync(join(base, 'attachments/sub'))
    const list = (): string[] => readdirSync(temp.folder, { recursive: true, encoding: 'utf8' }).sort()
    const workspace = await openWorkspace(temp.folder, testPorts(), { readOnly: true })
    const before = list()
    expect(await workspace.check()).toMatchObject({
      labs: 1,
      documents: 2,
      attachments: 1,
      damaged: [{ kind: 'broken', file: 'labs/solok/innovations/sipakde.json' }],
      strays: ['labs/solok/innovations/utuh (LAPTOP-7).json', 'labs/solok/attachments/sub'],
    })
    expect(list()).toEqual(before)
    await workspace.close()
  })
})
