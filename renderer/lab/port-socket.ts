/** A WebSocket over one channel of the window's port, so that the sync provider need not know which carrier it has. */
import type { PortSplit } from '#shared/api/port-split.ts'
import { syncChannel } from '#shared/api/port-split.ts'

type Hear = (event: { readonly data?: unknown; readonly code?: number; readonly reason?: string }) => void
type SocketEvent = 'open' | 'message' | 'close' | 'error'

const connecting = 0
const open = 1
const closed = 3

/**
 * The class to hand to `HocuspocusProviderWebsocket` as `WebSocketPolyfill`. Each connection takes the next free channel;
 * frames are `Uint8Array` in both directions.
 */
export function portSocketOver(split: PortSplit) {
  let next = 1
  return class PortSocket {
    readyState = connecting
    binaryType = 'arraybuffer'
    readonly #channel = split.channel(syncChannel(next++))
    readonly #hearers = new Map<SocketEvent, Set<Hear>>()

    constructor() {
      this.#channel.onMessage((data) => {
        if (data instanceof Uint8Array) this.#tell('message', { data })
      })
      this.#channel.onClose(() => this.#end())
      // A real socket opens after its maker had time to listen; the provider relies on that.
      setTimeout(() => {
        if (this.readyState !== connecting) return
        this.readyState = open
        this.#tell('open', {})
      }, 0)
    }

    addEventListener(event: SocketEvent, hear: Hear): void {
      const hearers = this.#hearers.get(event) ?? new Set()
      hearers.add(hear)
      this.#hearers.set(event, hearers)
    }

    removeEventListener(event: SocketEvent, hear: Hear): void {
      this.#hearers.get(event)?.delete(hear)
    }

    send(data: Uint8Array): void {
      if (this.readyState === open) this.#channel.postMessage(data)
    }

    close(): void {
      this.#channel.close()
      this.#end()
    }

    #end(): void {
      if (this.readyState === closed) return
      this.readyState = closed
      this.#tell('close', { code: 1000, reason: '' })
    }

    #tell(event: SocketEvent, what: Parameters<Hear>[0]): void {
      for (const hear of [...(this.#hearers.get(event) ?? [])]) hear(what)
    }
  }
}
