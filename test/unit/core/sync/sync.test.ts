import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { systemPorts } from '#core/ports.ts'
import { createSync, type SyncStore } from '#core/sync/sync.ts'
import type { DocAddress } from '#shared/doc/names.ts'
import { FaultError } from '#shared/model/faults.ts'
import { joinPeer } from '#test/makers/peer.ts'

const name = 'innovation:solok:langkok'

/** A store one can read and break: what is in `kept` is what a disk would hold. */
function shelf(over: Partial<SyncStore> = {}) {
  const kept = new Map<string, Uint8Array>()
  const key = (address: DocAddress) => (address.kind === 'lab' ? address.lab : `${address.lab}/${address.innovation}`)
  const state = { full: false, saves: 0 }
  const fresh = new Y.Doc()
  kept.set('solok/langkok', Y.encodeStateAsUpdate(fresh))
  kept.set('solok', Y.encodeStateAsUpdate(fresh))
  const store: SyncStore = {
    readOnly: false,
    load: async (address) => kept.get(key(address)) ?? null,
    save: async (address, doc) => {
      const update = Y.encodeStateAsUpdate(doc)
      await new Promise((resolve) => setImmediate(resolve))
      if (state.full) throw new FaultError({ kind: 'disk_full', file: 'x.json', detail: 'ENOSPC' })
      state.saves += 1
      kept.set(key(address), update)
    },
    ...over,
  }
  const onShelf = (of: string): string => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, kept.get(of) ?? new Uint8Array([0, 0]))
    return doc.getText('t').toString()
  }
  const sync = createSync(store, systemPorts)
  onTestFinished(() => sync.close())
  return { sync, state, onShelf }
}

it('says a change is saved only once it is on the shelf', async () => {
  const { sync, onShelf } = shelf()
  const peer = joinPeer(sync, name)
  await peer.synced
  peer.doc.getText('t').insert(0, 'akta lahir')
  await peer.saved()
  expect(onShelf('solok/langkok')).toBe('akta lahir')
})

it('answers at once when nothing is waiting, also for a deletion', async () => {
  const { sync, onShelf } = shelf()
  const peer = joinPeer(sync, name)
  await peer.synced
  await peer.saved()
  peer.doc.getText('t').insert(0, 'abc')
  peer.doc.getText('t').delete(1, 1)
  await peer.saved()
  expect(onShelf('solok/langkok')).toBe('ac')
})

it('brings the changes of one window to the other', async () => {
  const { sync } = shelf()
  const [a, b] = [joinPeer(sync, name), joinPeer(sync, name)]
  await Promise.all([a.synced, b.synced])
  const seen = new Promise<void>((resolve) => b.doc.on('update', () => resolve()))
  a.doc.getText('t').insert(0, 'halo')
  await seen
  expect(b.doc.getText('t').toString()).toBe('halo')
})

it('tells a failed save with its fault, keeps the change, and saves it once it can', async () => {
  const { sync, state, onShelf } = shelf()
  const peer = joinPeer(sync, name)
  await peer.synced
  state.full = true
  const failed = peer.word('failed')
  peer.doc.getText('t').insert(0, 'penuh')
  expect((await failed).fault).toMatchObject({ kind: 'disk_full' })
  expect(await sync.flush()).toBe(1)
  const recovered = peer.word('recovered')
  state.full = false
  expect(await sync.flush()).toBe(0)
  await recovered
  await peer.saved()
  expect(onShelf('solok/langkok')).toBe('penuh')
})

it('keeps a change that could not be saved although its window has gone', async () => {
  const { sync, state, onShelf } = shelf()
  const peer = joinPeer(sync, name)
  await peer.synced
  state.full = true
  const failed = peer.word('failed')
  peer.doc.getText('t').insert(0, 'jangan hilang')
  await failed
  peer.leave()
  expect(await sync.read(name, (doc) => doc.getText('t').toString())).toBe('jangan hilang')
  state.full = false
  expect(await sync.flush()).toBe(0)
  expect(onShelf('solok/langkok')).toBe('jangan hilang')
})

it('edits without a window and resolves when it is stored', async () => {
  const { sync, onShelf } = shelf()
  await sync.edit(name, (doc) => doc.getText('t').insert(0, 'dari baris perintah'))
  expect(onShelf('solok/langkok')).toBe('dari baris perintah')
})

it.each([
  ['a stranger', name, null],
  ['a phone', name, 'phone' as const],
  ['a document that does not exist', 'innovation:solok:tidak-ada', 'host' as const],
  ['a name that is no document', 'innovation:../etc:passwd', 'host' as const],
])('refuses %s', async (_what, wanted, reach) => {
  const { sync } = shelf()
  await joinPeer(sync, wanted, reach).refused
})

it('does not let a team change what belongs to the whole lab', async () => {
  const { sync, onShelf } = shelf()
  const team = joinPeer(sync, 'lab:solok', 'team')
  await team.synced
  team.doc.getText('t').insert(0, 'diubah')
  await team.saved()
  expect(onShelf('solok')).toBe('')
})

it('takes no changes when the workspace is read-only', async () => {
  const { sync, state } = shelf({ readOnly: true })
  const peer = joinPeer(sync, name)
  await peer.synced
  peer.doc.getText('t').insert(0, 'diubah')
  await peer.saved()
  expect(state.saves).toBe(0)
})
