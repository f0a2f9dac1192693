/** The app with the sample lab Kota Solok in it: the same for every test, made through the app's own call. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import * as Y from 'yjs'
import type { Contract } from '#shared/api/contract.ts'
import { snapshotInnovation } from '#shared/doc/innovation.ts'
import { snapshotLab } from '#shared/doc/lab.ts'
import { snapshotLog } from '#shared/doc/log.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { LabLog } from '#shared/model/session.ts'
import { test as base } from './app.ts'

export type LabClient = ContractRouterClient<Contract>

/** The calls of the app at an address with its key, as the page makes them. */
export function callsTo(url: string): LabClient {
  const { origin, searchParams } = new URL(url)
  return createORPCClient(
    new RPCLink({ url: `${origin}/api`, headers: () => ({ authorization: `Bearer ${searchParams.get('key') ?? ''}` }) }),
  )
}

export const sampleLab = 'contoh-kota-solok'

/** Addresses below the one with the key. */
export const pages = {
  lab: `#/lab/${sampleLab}`,
  innovation: (id: string) => `#/lab/${sampleLab}/inovasi/${id}`,
  canvas: (id: string, canvas: string) => `#/lab/${sampleLab}/inovasi/${id}/kanvas/${canvas}`,
  proposal: (id: string) => `#/lab/${sampleLab}/inovasi/${id}/proposal/kipp-tujuh-bagian`,
  documents: (id: string) => `#/lab/${sampleLab}/inovasi/${id}/dokumen`,
} as const

export const innovationFile = (folder: string, id: string): string => join(folder, 'labs', sampleLab, 'innovations', `${id}.json`)

/** An innovation of the sample lab as its file has it, whatever any window shows. */
export const onDisk = async (folder: string, id: string): Promise<Innovation> =>
  snapshotInnovation(await docIn(innovationFile(folder, id)), id as InnovationId, sampleLab as LabId) // ids that the app gave

/** An innovation of any lab as its file has it. */
export const innovationIn = async (folder: string, lab: string, id: string): Promise<Innovation> =>
  snapshotInnovation(await docIn(join(folder, 'labs', lab, 'innovations', `${id}.json`)), id as InnovationId, lab as LabId) // ids that the app gave

/** The sample lab as its file has it. */
export const labOnDisk = async (folder: string): Promise<Lab> =>
  snapshotLab(await docIn(join(folder, 'labs', sampleLab, 'lab.json')), sampleLab as LabId) // the id of the sample lab

/** Sessions, notes and all else of the sample lab as its file has them. */
export const logOnDisk = async (folder: string): Promise<LabLog> => snapshotLog(await docIn(join(folder, 'labs', sampleLab, 'lab.json')))

async function docIn(file: string): Promise<Y.Doc> {
  const { state } = JSON.parse(await readFile(file, 'utf8')) as { readonly state: string } // the shape of every file of ours
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  return doc
}

type Sample = {
  readonly calls: LabClient
  /** Id of an innovation of the sample lab in which nothing is written yet. */
  readonly fresh: string
}

export const test = base.extend<Sample>({
  app: async ({ app }, use) => {
    await callsTo(app.url()).lab.openSample()
    await use(app)
  },
  calls: async ({ app }, use) => use(callsTo(app.url())),
  fresh: async ({ calls }, use) => use((await calls.innovation.create({ lab: sampleLab, name: 'Kertas Kosong' })).id),
})

export { expect, saved } from './app.ts'
