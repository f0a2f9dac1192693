/** Several named lines over one port: `api` for calls, and one `sync:<n>` for each provider that follows documents. */
import type { PortLike } from './port.ts'

/** The channel that carries the API calls of oRPC. */
export const apiChannel = 'api'

/** The name of the nth channel that carries Yjs messages (`Uint8Array`). */
export const syncChannel = (n: number): SyncChannelName => `sync:${n}`

export type SyncChannelName = `sync:${number}`
export type ChannelName = typeof apiChannel | SyncChannelName

/** What may stand as a name on the wire; anything else is dropped. */
const channelName = /^(?:api|sync:\d{1,9})$/

/** A peer that fills channels nobody reads is cut off after this many messages in one of them. */
export const heldMessages = 1000

export interface PortSplit {
  /** The channel of that name. The same object on every call, until it is closed. */
  channel(name: ChannelName): PortLike
  /**
   * Told of every channel that the OTHER side opened by sending on it, after which `channel` has it.
   * Channels that came before are told at once.
   */
  onChannel(hear: (name: ChannelName, channel: PortLike) => void): void
  /** Told when the port is gone; every channel is closed by then. */
  onClose(hear: () => void): void
  close(): void
}

type Frame = { readonly channel: ChannelName; readonly data: unknown } | { readonly channel: ChannelName; readonly close: true }

type Channel = {
  readonly port: PortLike
  hear(data: unknown): void
  end(): void
}

/**
 * Splits a port. Both ends must do so. A channel opens with its first message and closes alone; a name may be used again
 * after it was closed. Order holds within a channel and between channels.
 */
export function splitPort(port: PortLike): PortSplit {
  const channels = new Map<ChannelName, Channel>()
  /** Opened by the other side and not yet told to anybody. */
  const untold = new Set<ChannelName>()
  const listeners: ((name: ChannelName, channel: PortLike) => void)[] = []

  const open = (name: ChannelName): Channel => {
    const known = channels.get(name)
    if (known) return known
    const fresh = makeChannel(
      (data) => port.postMessage({ channel: name, data }),
      () => {
        channels.delete(name)
        untold.delete(name)
        port.postMessage({ channel: name, close: true })
      },
      () => split.close(),
    )
    channels.set(name, fresh)
    return fresh
  }

  const tell = (name: ChannelName, channel: Channel) => {
    if (listeners.length === 0) untold.add(name)
    for (const hear of listeners) hear(name, channel.port)
  }

  const split: PortSplit = {
    channel: (name) => open(name).port,
    onChannel: (hear) => {
      listeners.push(hear)
      const waiting = [...untold]
      untold.clear()
      for (const name of waiting) hear(name, open(name).port)
    },
    onClose: (hear) => port.onClose(hear),
    close: () => port.close(),
  }

  // Must come before any listener of `split.onClose`, so that channels are closed when those run.
  port.onClose(() => {
    const all = [...channels.values()]
    channels.clear()
    untold.clear()
    for (const channel of all) channel.end()
  })
  port.onMessage((raw) => {
    const frame = readFrame(raw)
    if (!frame) return
    if ('close' in frame) {
      const channel = channels.get(frame.channel)
      channels.delete(frame.channel)
      untold.delete(frame.channel)
      channel?.end()
      return
    }
    const known = channels.has(frame.channel)
    const channel = open(frame.channel)
    if (!known) tell(frame.channel, channel)
    channel.hear(frame.data)
  })
  return split
}

/** One channel's end: holds messages until somebody listens; `send`, `leave` and `flooded` are its way out. */
function makeChannel(send: (data: unknown) => void, leave: () => void, flooded: () => void): Channel {
  const hearers: ((data: unknown) => void)[] = []
  const gone: (() => void)[] = []
  const held: unknown[] = []
  let closed = false
  const end = () => {
    if (closed) return
    closed = true
    held.length = 0
    for (const hear of gone.splice(0)) hear()
  }
  return {
    port: {
      postMessage: (data) => {
        if (!closed) send(data)
      },
      onMessage: (hear) => {
        hearers.push(hear)
        for (const data of held.splice(0)) hear(data)
      },
      onClose: (hear) => {
        if (closed) hear()
        else gone.push(hear)
      },
      close: () => {
        if (closed) return
        leave()
        end()
      },
    },
    hear: (data) => {
      if (closed) return
      if (hearers.length === 0 && held.push(data) > heldMessages) flooded()
      for (const hear of hearers) hear(data)
    },
    end,
  }
}

function readFrame(raw: unknown): Frame | undefined {
  if (typeof raw !== 'object' || raw === null || !('channel' in raw)) return undefined
  const { channel } = raw
  if (!isChannelName(channel)) return undefined
  if ('close' in raw) return raw.close === true ? { channel, close: true } : undefined
  return 'data' in raw ? { channel, data: raw.data } : undefined
}

const isChannelName = (name: unknown): name is ChannelName => typeof name === 'string' && channelName.test(name)
