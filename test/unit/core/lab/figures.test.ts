import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFigures, labCard } from '#core/lab/figures.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeCanvas, makeInnovation, makeItems } from '#test/makers/innovation.ts'
import { shippedPacks as packs } from '#test/makers/stages.ts'
import { innovationSummaryOf, labSummaryOf, openWithLab } from '../workspace/make.ts'

const lab = 'solok' as LabId

/** A lab whose innovations carry as many ideas as said, and which tells what was read. */
function libraryOf(ideas: Record<string, number>, at: Record<string, string> = {}) {
  const read: string[] = []
  const innovation = (id: string) =>
    makeInnovation({
      id,
      canvases: { 'kartu-ide': makeCanvas({ items: makeItems(Array.from({ length: ideas[id] ?? 0 }, () => ({ text: 'ide' }))) }) },
    })
  return {
    read,
    summaries: async () => Object.keys(ideas).map((id) => summarise(innovation(id), at[id] ?? '2026-08-13T02:00:00.000Z')),
    innovation: async (_lab: LabId, id: InnovationId) => {
      read.push(id)
      if (ideas[id] === -1) throw new Error('damaged')
      return innovation(id)
    },
  }
}

it('reads each innovation once, and later only those saved since', async () => {
  const ideas: Record<string, number> = { a: 2, b: 3 }
  const at: Record<string, string> = {}
  const library = libraryOf(ideas, at)
  const figures = createFigures(library, { packs })
  expect((await figures.of(lab)).innovations.map((one) => one.ideas)).toEqual([2, 3])
  await figures.of(lab)
  expect(library.read).toEqual(['a', 'b'])
  ideas['b'] = 5
  at['b'] = '2026-08-14T02:00:00.000Z'
  expect((await figures.of(lab)).innovations.map((one) => one.ideas)).toEqual([2, 5])
  expect(library.read).toEqual(['a', 'b', 'b'])
})

it('shares one reading between two that ask at once', async () => {
  const library = libraryOf({ a: 1 })
  const figures = createFigures(library, { packs })
  await Promise.all([figures.of(lab), figures.of(lab)])
  expect(library.read).toEqual(['a'])
})

it('names what could not be read, counts the rest, and tries it again the next time', async () => {
  const ideas: Record<string, number> = { a: 1, b: -1 }
  const library = libraryOf(ideas)
  const figures = createFigures(library, { packs })
  expect(await figures.of(lab)).toMatchObject({ innovations: [{ id: 'a' }], unread: ['b'] })
  ideas['b'] = 4
  expect((await figures.of(lab)).unread).toEqual([])
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'labinov-figures-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('counts a card anew when an innovation of the lab was saved', async () => {
  const workspace = await openWithLab(folder)
  const write = (id: string, over: Partial<InnovationSummary>) =>
    workspace.writeInnovation('solok', id, { summary: innovationSummaryOf({ id, ...over }), state: new Uint8Array([1]) })
  const card = async () => labCard(labSummaryOf({ method: 'lan-6d' }), await workspace.innovations('solok'), packs)
  await write('a', { stage: 'design' })
  expect(await card()).toMatchObject({ innovations: 1, byStage: { design: 1 }, byMilestone: { reached: { diagnose: 1, launching: 0 } } })
  await write('a', { stage: 'deliver', launched: true })
  await write('b', { stage: 'design', archived: true })
  expect(await card()).toMatchObject({
    innovations: 1,
    byStage: { deliver: 1 },
    byMilestone: { reached: { design: 1, launching: 1, monitoring: 0 }, here: { monitoring: 1, design: 0 } },
  })
  await workspace.close()
})
