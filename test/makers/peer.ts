/** Real Hocuspocus providers: on a line to a real sync engine with no socket in between, and over the WebSocket of a real door. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
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
  const socket = new HocuspocusProviderWebsocket({ url: 'ws://memory.invalid', WebSocketPolyfill: lineClass(sync, () => reach) })
  return follow(socket, name, 'any')
}

export type FarPeer = Peer & {
  /** Pulls the cable: what is done from now on waits here. */
  cut(): Promise<void>
  /** Puts it back; resolves when both sides have told each other what they have. */
  mend(): Promise<void>
}

/** A peer as a browser is one: over a WebSocket, with the key of the person at the machine. */
export async function joinOver(door: { readonly origin: string; readonly url: string }, name: string): Promise<FarPeer> {
  const socket = new HocuspocusProviderWebsocket({
    url: `${door.origin.replace(/^http/, 'ws')}/sync`,
    WebSocketPolyfill: WebSocket,
    delay: 20,
    minDelay: 10,
  })
  const peer = follow(socket, name, new URL(door.url).searchParams.get('key') ?? '')
  await peer.synced
  return {
    ...peer,
    async cut() {
      const gone = Promise.withResolvers<void>()
      socket.on('disconnect', () => gone.resolve())
      socket.disconnect()
      await gone.promise
    },
    async mend() {
      const synced = Promise.withResolvers<void>()
      const hear = () => synced.resolve()
      peer.provider.on('synced', hear)
      await socket.connect()
      await synced.promise
      peer.provider.off('synced', hear)
      // The door asks for what was done meanwhile before it answers the first of these, and has it before it answers the second.
      await peer.saved()
      await peer.saved()
    },
  }
}

function follow(socket: HocuspocusProviderWebsocket, name: string, token: string): Peer {
  const doc = new Y.Doc()
  const words = new Set<(word: Record<string, unknown>) => void>()
  const opened = Promise.withResolvers<void>()
  const turnedAway = Promise.withResolvers<void>()
  const provider = new HocuspocusProvider({
    name,
    document: doc,
    token,
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
