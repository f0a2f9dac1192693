/** A real Hocuspocus provider on a line to a real sync engine, with no socket in between. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { Sync } from '#core/sync/sync.ts'
import type { Reach } from '#shared/api/contract.ts'

type Hear = (event: { data?: unknown; code?: number; reason?: string }) => void

/** The class a provider opens its line with; messages cross on microtasks, in order. */
function lineClass(sync: Sync, authorize: (token: string) => Reach | null) {
  return class MemoryLine {
    readyState = 0
    binaryType = 'arraybuffer'
    readonly #hearers = new Map<string, Set<Hear>>()
    readonly #far = {
      readyState: 1,
      send: (data: unknown) => queueMicrotask(() => this.#tell('message', { data })),
      close: () => this.close(),
    }
    readonly #line = sync.connect(this.#far, authorize)

    constructor() {
      setImmediate(() => {
        this.readyState = 1
        this.#tell('open', {})
      })
    }
    addEventListener(event: string, hear: Hear) {
      this.#hearers.set(event, (this.#hearers.get(event) ?? new Set()).add(hear))
    }
    removeEventListener(event: string, hear: Hear) {
      this.#hearers.get(event)?.delete(hear)
    }
    send(data: Uint8Array) {
      queueMicrotask(() => this.#line.receive(data))
    }
    close() {
      if (this.readyState === 3) return
      this.readyState = 3
      this.#far.readyState = 3
      this.#line.closed()
      this.#tell('close', { code: 1000, reason: '' })
    }
    #tell(event: string, what: Parameters<Hear>[0]) {
      for (const hear of [...(this.#hearers.get(event) ?? [])]) hear(what)
    }
  }
}

export type Peer = {
  readonly doc: Y.Doc
  readonly provider: HocuspocusProvider
  readonly synced: Promise<void>
  readonly refused: Promise<void>
  /** Resolves when the server says that everything sent so far is on disk. */
  saved(): Promise<void>
  /** The next word of this kind from the server. */
  word(t: string): Promise<Record<string, unknown>>
  leave(): void
}

export function joinPeer(sync: Sync, name: string, reach: Reach | null = 'host'): Peer {
  const doc = new Y.Doc()
  const socket = new HocuspocusProviderWebsocket({ url: 'ws://memory.invalid', WebSocketPolyfill: lineClass(sync, () => reach) })
  const words = new Set<(word: Record<string, unknown>) => void>()
  const opened = Promise.withResolvers<void>()
  const turnedAway = Promise.withResolvers<void>()
  const provider = new HocuspocusProvider({
    name,
    document: doc,
    token: 'any',
    websocketProvider: socket,
    onSynced: () => opened.resolve(),
    onAuthenticationFailed: () => turnedAway.resolve(),
    onStateless: ({ payload }) => {
      for (const hear of [...words]) hear(JSON.parse(payload))
    },
  })
  provider.attach()
  let asked = 0
  const word = (fits: (word: Record<string, unknown>) => boolean) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const hear = (one: Record<string, unknown>) => {
        if (!fits(one)) return
        words.delete(hear)
        resolve(one)
      }
      words.add(hear)
    })
  const leave = () => {
    provider.destroy()
    socket.destroy()
  }
  onTestFinished(leave)
  return {
    doc,
    provider,
    synced: opened.promise,
    refused: turnedAway.promise,
    word: (t) => word((one) => one.t === t),
    async saved() {
      asked += 1
      const n = asked
      const heard = word((one) => one.t === 'saved' && one.n === n)
      provider.sendStateless(JSON.stringify({ t: 'saved?', n }))
      await heard
    },
    leave,
  }
}
