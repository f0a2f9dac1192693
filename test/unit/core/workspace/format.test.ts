import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canonicalJson, checksumOf } from '#core/workspace/canonical.ts'
import { decodeDocument, documentText, encodeDocument, type Step, steps } from '#core/workspace/document.ts'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { innovationSummary } from '#shared/model/summary.ts'
import { innovationSummaryOf, stateOf, type Temp, tempFolder, testPorts } from './make.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures/workspaces')

let temp: Temp
beforeEach(() => {
  temp = tempFolder()
})
afterEach(() => temp.remove())

describe('the checksum of a document', () => {
  it('can be repeated by any program from docs/file-format.md alone', () => {
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, one]) => [key, sorted(one)]),
      )
    }
    const folder = join(fixtures, 'format-1/labs/contoh/innovations')
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) {
      const { checksum, state, ...rest } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      expect(
        createHash('sha256')
          .update(JSON.stringify(sorted(rest)) + state, 'utf8')
          .digest('hex'),
        name,
      ).toBe(checksum)
    }
  })

  it('does not depend on the order of fields or on white space, and does on every value', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é\n' }], a: undefined, A: -0 })).toBe('{"A":0,"b":[1,{"c":"é\\n","d":null}]}')
    expect(checksumOf({ a: 1, b: 2 }, 'x')).toBe(checksumOf({ b: 2, a: 1 }, 'x'))
    const other = [checksumOf({ a: 1, b: 3 }, 'x'), checksumOf({ a: 1, b: 2 }, 'y'), checksumOf({ a: 1 }, 'x')]
    expect(new Set([checksumOf({ a: 1, b: 2 }, 'x'), ...other]).size).toBe(4)
  })
})

describe('a document of an older format', () => {
  /** Two invented changes: format 2 gave `title` the name `name`; format 3 began to count members. */
  const path: readonly Step[] = [
    (old) => {
      const { title, ...summary } = z.looseObject({ title: z.string() }).parse(old.summary)
      return { ...old, summary: { ...summary, name: title } }
    },
    (old) => ({ ...old, summary: { ...z.looseObject({}).parse(old.summary), members: 0 } }),
  ]
  const expected = { kind: 'innovation' as const, id: 'sipakde', summary: innovationSummary }
  const { name, members: _, ...rest } = innovationSummaryOf()
  const textOf = (format: number, summary: unknown): string =>
    documentText(encodeDocument('innovation', { id: 'sipakde', revision: 4, version: '0.0.1', summary, state: stateOf(1) }, format))

  it('is led through every step from its own number on', () => {
    const wanted = {
      content: { id: 'sipakde', revision: 4, version: '0.0.1', summary: innovationSummaryOf({ members: 0 }), state: stateOf(1) },
    }
    expect(decodeDocument(textOf(1, { ...rest, title: name }), expected, path)).toEqual(wanted)
    expect(decodeDocument(textOf(2, { ...rest, name }), expected, path)).toEqual(wanted)
    expect(decodeDocument(textOf(3, innovationSummaryOf({ members: 0 })), expected, path)).toEqual(wanted)
    expect(decodeDocument(textOf(4, innovationSummaryOf()), expected, path)).toMatchObject({ refusal: { kind: 'too_new', format: 4 } })
  })

  it('is judged by its checksum before any step touches it', () => {
    const harmed = textOf(1, { ...rest, title: name }).replace('SIPAKDE', 'SIPAKDA')
    const touched: unknown[] = []
    const watching = path.map((step) => (old: Parameters<Step>[0]) => {
      touched.push(old)
      return step(old)
    })
    expect(decodeDocument(harmed, expected, watching)).toMatchObject({ refusal: { kind: 'broken' } })
    expect(touched).toEqual([])
  })
})

describe('workspaces of every format so far', () => {
  it('has one laid down for each format', () => {
    expect(readdirSync(fixtures).sort()).toEqual(Array.from({ length: steps.length + 1 }, (_, at) => `format-${at + 1}`))
  })

  it.each(readdirSync(fixtures))('%s opens whole', async (name) => {
    cpSync(join(fixtures, name), temp.folder, { recursive: true })
    const workspace = await openWorkspace(temp.folder, testPorts())
    expect(workspace.labs().map((lab) => lab.region)).toEqual(['Kabupaten Contoh'])
    const list = await workspace.innovations('contoh')
    expect(list.map((one) => one.name).sort()).toEqual(['Rambah Sehat', 'SIPAKDE'])
    for (const { id } of list) expect((await workspace.readInnovation('contoh', id))?.state.length).toBeGreaterThan(0)
    expect(await workspace.check()).toMatchObject({ labs: 1, documents: 3, attachments: 1, damaged: [], strays: [] })
    expect(workspace.settings.read()).toMatchObject({ language: 'id', me: { name: 'Fasilitator Contoh' } })
    expect(workspace.faults()).toEqual([])
    await workspace.close()
  })
})
