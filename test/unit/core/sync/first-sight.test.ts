import type { WebSocketLike } from '@hocuspocus/server'
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { systemPorts } from '#core/ports.ts'
import { createSync, type Sync } from '#core/sync/sync.ts'
import type { Reach } from '#shared/api/contract.ts'
import { joinPeer } from '#test/makers/peer.ts'

const name = 'innovation:solok:langkok'
const long = 'layanan '.repeat(20_000)

/** A lab with one large document, and the sizes of everything that is sent to its windows. */
function lab() {
  const stored = new Y.Doc()
  stored.getText('t').insert(0, long)
  const state = Y.encodeStateAsUpdate(stored)
  const sync = createSync({ readOnly: false, load: async () => state, save: async () => undefined }, systemPorts)
  onTestFinished(() => sync.close())
  const sent: number[] = []
  const watched: Sync = {
    ...sync,
    connect: (socket, authorize) => {
      const counting: WebSocketLike = {
        get readyState() {
          return socket.readyState
        },
        send: (data: Uint8Array) => {
          sent.push(data.length)
          socket.send(data)
        },
        close: (code, reason) => socket.close(code, reason),
      }
      return sync.connect(counting, authorize)
    },
  }
  return { sync, join: (reach: Reach | null = 'host') => joinPeer(watched, name, reach), sent, size: state.length }
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0)

it('sends a large document once to each window, also to those that open it in the same moment', async () => {
  const { join, sent, size } = lab()
  const peers = [join(), join(), join()]
  await Promise.all(peers.map((peer) => peer.synced))
  for (const { doc } of peers) expect(doc.getText('t').toString()).toBe(long)
  expect(sum(sent)).toBeGreaterThan(size * 3)
  expect(sum(sent)).toBeLessThan(size * 3.2)
})

it('shows a window the document before it says that the two agree', async () => {
  const { join } = lab()
  const peer = join()
  const shown = new Promise<boolean>((resolve) => peer.doc.once('update', () => resolve(peer.provider.synced)))
  expect(await shown).toBe(false)
  await peer.synced
  expect(peer.doc.getText('t').toString()).toBe(long)
})

it('adds what others did since it was stored', async () => {
  const { sync, join } = lab()
  const first = join()
  await first.synced
  first.doc.getText('t').delete(0, long.length - 3)
  await first.saved()
  await sync.edit(name, (doc) => doc.getText('t').insert(0, 'baru '))
  const late = join()
  await late.synced
  expect(late.doc.getText('t').toString()).toBe('baru an ')
})

it('shows a stranger nothing', async () => {
  const { join, sent } = lab()
  const stranger = join(null)
  await stranger.refused
  expect(stranger.doc.getText('t').toString()).toBe('')
  expect(Math.max(...sent)).toBeLessThan(200)
})
