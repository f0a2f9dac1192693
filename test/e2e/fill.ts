/** Writes into a document of the running app at once, over its own door, as another browser would. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addItem, type ItemPatch } from '#shared/doc/canvas.ts'
import { bySystem } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { orderAt } from '#test/makers/innovation.ts'
import { sampleLab } from './sample.ts'

/**
 * Changes one document. Resolves when all of it is on disk.
 * @param name as `shared/doc/names.ts` makes it
 */
export async function writeDoc(url: string, name: string, change: (doc: Y.Doc) => void): Promise<void> {
  const { origin, searchParams } = new URL(url)
  const doc = new Y.Doc()
  const stored = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  const socket = new HocuspocusProviderWebsocket({ url: `${origin.replace(/^http/, 'ws')}/sync`, WebSocketPolyfill: WebSocket })
  const provider = new HocuspocusProvider({
    name,
    document: doc,
    token: searchParams.get('key') ?? '',
    websocketProvider: socket,
    onSynced: () => opened.resolve(),
    onStateless: ({ payload }) => {
      if ((JSON.parse(payload) as { readonly t: string }).t === 'saved') stored.resolve() // every word of ours has a `t`
    },
  })
  provider.attach()
  await opened.promise
  doc.transact(() => change(doc), bySystem)
  provider.sendStateless(JSON.stringify({ t: 'saved?', n: 1 }))
  await stored.promise
  provider.destroy()
  socket.destroy()
}

/** Fills a canvas of the sample lab. Items get the ids `i0`, `i1` … */
export const fill = (url: string, innovation: string, canvas: string, count: number, patch: (at: number) => ItemPatch): Promise<void> =>
  writeDoc(url, `innovation:${sampleLab}:${innovation}`, (doc) => {
    for (let at = 0; at < count; at += 1)
      addItem(doc, canvas, `i${at}` as ItemId /* test id */, { order: orderAt(at), author: 'Rina', ...patch(at) }, bySystem)
  })
