/** A real lab in a temp folder, closed and removed when the test is over. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { type LabOptions, type OpenLab, openLab } from '#core/lab/lab.ts'
import { type Served, startServe } from '#serve/serve.ts'

const root = resolve(import.meta.dirname, '../..')

export const labParts = {
  templatesFolder: join(root, 'templates'),
  workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')),
  version: '0.0.0-test',
} as const

export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'labinov-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function makeLab(over: Partial<LabOptions> = {}): Promise<OpenLab> {
  const folder = over.folder ?? (await tempFolder())
  const lab = await openLab({ ...labParts, ...over, folder })
  onTestFinished(async () => {
    await lab.close()
  })
  return lab
}

/** The same behind the HTTP door on a free port, with a folder of pages that holds nothing but what a test puts there. */
export async function makeServed(over: Partial<LabOptions> & { readonly pages?: string } = {}): Promise<Served> {
  const folder = over.folder ?? (await tempFolder())
  const served = await startServe({ ...labParts, ...over, folder, pages: over.pages ?? folder, host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    await served.close()
  })
  return served
}

export const newLab = { region: 'Contoh', regionKind: 'kota', year: 2026, jilid: 1, theme: 'Pelayanan publik', method: 'lan-6d' } as const
