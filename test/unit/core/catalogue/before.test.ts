/** A workspace laid before there was a catalogue: its summaries say less, and no folder of sources is there. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentText, encodeDocument } from '#core/workspace/document.ts'
import { fillInnovation } from '#shared/doc/innovation.ts'
import { fillLab } from '#shared/doc/lab.ts'
import { bySystem } from '#shared/doc/origins.ts'
import { noCatalogue } from '#shared/model/catalogue.ts'
import { summarise, summariseLab } from '#shared/rules/summary.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab as aLab, makeUnit } from '#test/makers/lab.ts'
import { makeLab, tempFolder } from '#test/makers/open-lab.ts'

const at = '2025-08-13T02:00:00.000Z'

/** Documents as they were written when a summary had the fifth shape. */
function lay(folder: string): void {
  const base = join(folder, 'labs', 'lama')
  for (const one of ['innovations', 'attachments']) mkdirSync(join(base, one), { recursive: true })
  const lab = aLab({ id: 'lama', region: 'Contohsari', units: [makeUnit({ id: 'unit0', name: 'Dinas Contoh' })] })
  const whole = new Y.Doc()
  fillLab(whole, lab, bySystem)
  const about = { revision: 1, version: '0.0.5' }
  const content = { ...about, id: lab.id, summary: summariseLab(lab, [], at), state: Y.encodeStateAsUpdate(whole) }
  writeFileSync(join(base, 'lab.json'), documentText(encodeDocument('lab', content)))
  const standing = { key: 'berjalan' as const, since: '2025-01-01', reason: '', by: 'Contoh', at }
  const innovation = makeInnovation({
    id: 'satu',
    lab: lab.id,
    name: 'SIRAMAH',
    longName: 'Sistem Irigasi Ramah Lahan',
    unit: 'unit0',
    catalogue: { ...noCatalogue, standing, contact: 'Bagian Organisasi' },
  })
  const doc = new Y.Doc()
  fillInnovation(doc, innovation, () => false, bySystem)
  const { summary: _, problem, team, catalogue, sustainability, ...before } = summarise(innovation, at)
  // What a fifth shape did not say is not there, which the type of today does not allow.
  const old = { ...before, shape: 5 } as ReturnType<typeof summarise>
  const stored = { ...about, id: 'satu', summary: old, state: Y.encodeStateAsUpdate(doc) }
  writeFileSync(join(base, 'innovations', 'satu.json'), documentText(encodeDocument('innovation', stored)))
}

it('opens, and is found with what only its documents say', async () => {
  const folder = await tempFolder()
  lay(folder)
  // The second time it has an index.
  for (const time of [1, 2]) {
    const open = await makeLab({ folder })
    const { catalogue } = createRouterClient(open.router, { context: { reach: 'host', door: 'browser' } })
    expect(await catalogue.sources()).toEqual([])
    let answer = await catalogue.search({ text: 'irigsi' })
    while (answer.ready < answer.of) answer = await catalogue.search({ text: 'irigsi' })
    expect(
      answer.hits.map(({ entry }) => entry),
      `time ${time}`,
    ).toMatchObject([{ name: 'SIRAMAH', unit: 'Dinas Contoh', standing: 'berjalan', said: true, contact: 'Bagian Organisasi' }])
    expect(open.workspace.faults()).toEqual([])
    expect(existsSync(join(folder, 'catalogue'))).toBe(false)
    await open.close()
  }
})
