/** The yearly round through real files and live documents. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { createDocumentRunner } from '#core/documents/run.ts'
import type { OpenLab } from '#core/lab/lab.ts'
import { readCatalogue, writeCatalogue } from '#shared/doc/catalogue.ts'
import { innovationDocName } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { labParts, makeLab, newLab } from '#test/makers/open-lab.ts'

const on = (open: OpenLab) => createRouterClient(open.router, { context: { reach: 'host', door: 'browser' } })

async function stand(names: readonly string[]) {
  const open = await makeLab()
  const calls = on(open)
  const lab = await calls.lab.create({ ...newLab })
  const ids: string[] = []
  for (const name of names) ids.push((await open.library.addInnovation(lab.id as LabId, { name, stage: 'deliver' })).id) // made by the lab
  return { open, calls, lab: lab.id, ids }
}
const docOf = (lab: string, innovation: string | undefined): string => innovationDocName(lab as LabId, innovation as InnovationId) // made by the lab
const factsOf = ({ sync }: OpenLab, lab: string, innovation: string | undefined) => sync.read(docOf(lab, innovation), readCatalogue)

/** The list as a unit fills it in: cells of the row that names `name` replaced by column. */
async function filled(file: string, answers: Readonly<Record<string, Readonly<Record<number, string>>>>): Promise<Blob> {
  const runner = createDocumentRunner({ workerUrl: labParts.workerUrl, fontsFolder: join(labParts.templatesFolder, 'fonts') })
  try {
    const [sheet] = await runner.readTable(new Uint8Array(await readFile(file)))
    if (sheet === undefined) throw new Error('no sheet')
    const [head = [], ...rows] = sheet.rows
    const { bytes } = await runner.writeTable(
      {
        title: '',
        subject: '',
        author: '',
        language: 'id',
        paper: 'A4',
        orientation: 'landscape',
        sheets: [
          {
            name: sheet.name,
            columns: head.map((label) => ({ label, format: 'text' as const })),
            rows: rows.map((cells) => head.map((_, at) => answers[cells[1] ?? '']?.[at] ?? cells[at] ?? '')),
          },
        ],
      },
      { clockIso: '2026-01-01T00:00:00.000Z' },
    )
    return new Blob([bytes as Uint8Array<ArrayBuffer>]) // a plain buffer
  } finally {
    await runner.close()
  }
}

it('sends a list, reads it back, writes what changed and takes it back again', async () => {
  const { open, calls, lab, ids } = await stand(['SATU', 'DUA', 'TIGA'])
  const kept = await calls.catalogue.sendRound({ lab })
  // Changed here after the list went out.
  await open.sync.edit(docOf(lab, ids[2]), (doc) => writeCatalogue(doc, { contact: 'Bagian Organisasi' }, byPerson))
  const file = await filled(kept.file, {
    SATU: { 3: 'Berhenti', 4: '29 Juni 2026', 5: 'Penggagas dimutasi', 6: 'RSUD, (0755) 20020' },
    TIGA: { 3: 'penerapan' },
  })
  const { rows } = await calls.catalogue.readRound({ file })
  expect(Object.fromEntries(rows.map((row) => [row.name, row.state]))).toEqual({ SATU: 'change', DUA: 'same', TIGA: 'conflict' })
  expect(await factsOf(open, lab, ids[0])).toMatchObject({ standing: null, contact: '' })

  const answers = rows.flatMap(({ state, innovation, answer }) =>
    state === 'change' && answer !== null ? [{ lab, innovation, ...answer }] : [],
  )
  const done = await calls.catalogue.applyRound({ answers, by: 'Rina' })
  expect(done.written).toBe(1)
  expect(await factsOf(open, lab, ids[0])).toMatchObject({
    standing: { key: 'berhenti', since: '2026-06-29', reason: 'Penggagas dimutasi', by: 'Rina' },
    contact: 'RSUD, (0755) 20020',
  })
  expect(await factsOf(open, lab, ids[2])).toMatchObject({ standing: null, contact: 'Bagian Organisasi' })
  const again = await calls.catalogue.readRound({ file })
  expect(again.rows.find(({ name }) => name === 'SATU')?.state).toBe('same')

  await calls.catalogue.undoRound({ before: done.before })
  expect(await factsOf(open, lab, ids[0])).toMatchObject({ standing: null, contact: '' })
})

it('refuses a workbook that is no such list, and a file that is no workbook', async () => {
  const { calls, lab } = await stand(['SATU'])
  const kept = await calls.table.write({
    name: 'lain',
    format: 'xlsx',
    sheets: [{ name: 'a', columns: [{ label: 'Nama', format: 'text' }], rows: [['x']] }],
  })
  const bytes = await readFile(kept.file)
  await expect(calls.catalogue.readRound({ file: new Blob([bytes]) })).rejects.toMatchObject({ code: 'UNREADABLE' })
  await expect(calls.catalogue.readRound({ file: new Blob(['tidak']) })).rejects.toMatchObject({ code: 'UNREADABLE' })
  expect(lab).not.toBe('')
})

it('writes the others when one innovation is gone', async () => {
  const { open, calls, lab, ids } = await stand(['SATU'])
  const answer = { lab, key: 'berjalan', since: '', reason: '', contact: '' } as const
  const done = await calls.catalogue.applyRound({
    answers: [
      { ...answer, innovation: 'tidakada' },
      { ...answer, innovation: ids[0] ?? '' },
    ],
    by: '',
  })
  expect(done.before.map(({ innovation }) => innovation)).toEqual([ids[0]])
  expect(done).toMatchObject({ written: 1, failed: [{ lab, innovation: 'tidakada' }] })
  expect(await factsOf(open, lab, ids[0])).toMatchObject({ standing: { key: 'berjalan' } })
})

it('takes back what it wrote, and nothing that somebody changed since', async () => {
  const { open, calls, lab, ids } = await stand(['SATU', 'DUA', 'TIGA'])
  const answers = ids.map((innovation) => ({
    lab,
    innovation,
    key: 'berjalan' as const,
    since: '2026-01-05',
    reason: '',
    contact: 'Loket 1',
  }))
  const { before } = await calls.catalogue.applyRound({ answers, by: 'Rina' })
  const later = { key: 'berhenti', since: '2026-02-01', reason: 'Anggaran habis', by: 'Budi', at: '2026-02-02T00:00:00.000Z' } as const
  await open.sync.edit(docOf(lab, ids[0]), (doc) => writeCatalogue(doc, { standing: later }, byPerson))
  await open.sync.edit(docOf(lab, ids[1]), (doc) => writeCatalogue(doc, { contact: 'Loket 2' }, byPerson))
  expect(await calls.catalogue.undoRound({ before })).toEqual({
    left: [
      { lab, innovation: ids[1] },
      { lab, innovation: ids[0] },
    ],
  })
  expect(await factsOf(open, lab, ids[0])).toMatchObject({ standing: later, contact: '' })
  expect(await factsOf(open, lab, ids[1])).toMatchObject({ standing: null, contact: 'Loket 2' })
  expect(await factsOf(open, lab, ids[2])).toMatchObject({ standing: null, contact: '' })
})

it('takes two answers for one innovation back to what stood there before the first', async () => {
  const { open, calls, lab, ids } = await stand(['SATU'])
  const answer = { lab, innovation: ids[0] ?? '', since: '', reason: '', contact: '' }
  const { before } = await calls.catalogue.applyRound({
    answers: [
      { ...answer, key: 'uji_coba' },
      { ...answer, key: 'berjalan' },
    ],
    by: '',
  })
  expect(await calls.catalogue.undoRound({ before })).toEqual({ left: [] })
  expect(await factsOf(open, lab, ids[0])).toMatchObject({ standing: null })
})

it('writes every cell of what leaves as text or number, never as a formula', async () => {
  const { open, calls, lab } = await stand(['=HYPERLINK("x")'])
  const kept = await calls.catalogue.keep({ name: 'uji', format: 'xlsx', columns: 'jippnas', filters: { lab: [lab] } })
  const parts = unzipSync(new Uint8Array(await readFile(kept.file)))
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
  expect(sheet).not.toContain('<f>')
  const csv = await calls.catalogue.keep({ name: 'uji', format: 'csv', columns: 'inoland', filters: { lab: [lab] } })
  expect(await readFile(csv.file, 'utf8')).toContain(`'=HYPERLINK`)
  expect(open).toBeDefined()
})
