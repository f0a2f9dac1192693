import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { snapshotLab, writeLabFacts } from '#shared/doc/lab.ts'
import { labDocName } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { LabId } from '#shared/model/ids.ts'
import { makeServed, newLab } from '#test/makers/open-lab.ts'
import { openDocs } from '../../../../renderer/collab/open-docs.ts'
import { readWord } from '../../../../renderer/collab/saving.ts'
import { createLabData } from '../../../../renderer/lab/data.ts'
import { httpWire } from '../../../../renderer/lab/wire.ts'
import { foldSaving, saveStore } from '../../../../renderer/state/save-store.ts'

/** A served lab, and this side of the wire as the page in a browser has it. */
async function openPage() {
  const served = await makeServed()
  const wire = httpWire(served.origin, new URL(served.url).searchParams.get('key') ?? '')
  const docs = openDocs(wire)
  onTestFinished(() => {
    docs.close()
    wire.socket.destroy()
  })
  const made = await wire.client.lab.create(newLab)
  return { served, wire, docs, lab: made.id as LabId /* summaries carry ids of labs */ }
}

async function opened(docs: ReturnType<typeof openDocs>, name: string) {
  const letGo = docs.hold(name, () => undefined)
  onTestFinished(letGo)
  await vi.waitFor(() => expect(docs.stateOf(name).state).toBe('open'))
  const held = docs.stateOf(name)
  if (held.state !== 'open') throw new Error('opened just before')
  return held
}

it('calls a change saved only after the server wrote it to disk', async () => {
  const { docs, lab, wire } = await openPage()
  const { doc } = await opened(docs, labDocName(lab))
  expect(foldSaving(saveStore.getState(), Date.now()).kind).toBe('saved')
  writeLabFacts(doc, { theme: 'Layanan air' }, byPerson)
  expect(foldSaving(saveStore.getState(), Date.now()).kind).not.toBe('saved')
  await vi.waitFor(() => expect(foldSaving(saveStore.getState(), Date.now()).kind).toBe('saved'), 10_000)
  const overview = await wire.client.lab.overview({ lab })
  expect(overview.lab.theme).toBe('Layanan air')
})

it('does not wait for changes that others made', async () => {
  const { docs, lab, wire, served } = await openPage()
  const name = labDocName(lab)
  const { doc } = await opened(docs, name)
  const socket = new HocuspocusProviderWebsocket({ url: `${served.origin.replace('http', 'ws')}/sync` })
  const other = new HocuspocusProvider({ name, document: new Y.Doc(), token: wire.token, websocketProvider: socket })
  other.attach()
  onTestFinished(() => {
    other.destroy()
    socket.destroy()
  })
  await vi.waitFor(() => expect(other.synced).toBe(true))
  writeLabFacts(other.document, { place: 'Aula' }, byPerson)
  await vi.waitFor(() => expect(snapshotLab(doc, lab).place).toBe('Aula'))
  expect(saveStore.getState().docs[name]).toMatchObject({ made: 0, kept: 0 })
})

it('keeps a change made while the line is down, and calls it saved after it was sent', async () => {
  const { docs, lab, wire } = await openPage()
  const { doc } = await opened(docs, labDocName(lab))
  wire.socket.disconnect()
  await vi.waitFor(() => expect(saveStore.getState().connected).toBe(false))
  writeLabFacts(doc, { theme: 'Tanpa sambungan' }, byPerson)
  expect(foldSaving(saveStore.getState(), Date.now())).toEqual({ kind: 'offline', waiting: 1 })
  void wire.socket.connect()
  await vi.waitFor(() => expect(foldSaving(saveStore.getState(), Date.now()).kind).toBe('saved'), 10_000)
  expect((await wire.client.lab.overview({ lab })).lab.theme).toBe('Tanpa sambungan')
})

it('refuses a document with a wrong key', async () => {
  const { served, lab } = await openPage()
  const stranger = httpWire(served.origin, 'salah')
  const docs = openDocs(stranger)
  onTestFinished(() => {
    docs.close()
    stranger.socket.destroy()
  })
  const name = labDocName(lab)
  onTestFinished(docs.hold(name, () => undefined))
  await vi.waitFor(() => expect(docs.stateOf(name).state).toBe('refused'))
})

it('learns about a new innovation from the stream of changes', async () => {
  const { lab, wire } = await openPage()
  const data = createLabData(wire.client)
  await data.begin()
  await data.loadOverview(lab)
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  void data.follow(stop.signal)
  await wire.client.innovation.create({ lab, name: 'JAKA SUPER' })
  await vi.waitFor(() => expect(data.getState().overviews[lab]?.innovations.map(({ name }) => name)).toEqual(['JAKA SUPER']), 10_000)
})

it('takes no word of the server that is not ours', () => {
  for (const payload of ['', '{', 'null', '[]', '{"t":"saved"}', '{"t":"saved","n":"1"}', '{"t":"failed","fault":{}}'])
    expect(readWord(payload)).toBeNull()
  expect(readWord('{"t":"saved","n":4}')).toEqual({ t: 'saved', n: 4 })
})
