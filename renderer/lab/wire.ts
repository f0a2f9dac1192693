/** Picks the carrier: a message port in the desktop window, HTTP and WebSocket in a browser. Nothing else here knows which it is. */
import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/api/contract.ts'
import { askForPort, isDesktopWindow, type PageWindow, rpcPort } from '#shared/api/port.ts'
import { apiChannel, splitPort } from '#shared/api/port-split.ts'
import { type KeyWindow, takeKey } from './key.ts'
import { portSocketOver } from './port-socket.ts'

/** Every method of the contract: `client.lab.overview({ lab })`. Refusals are thrown; see refusal.ts. */
export type LabClient = ContractRouterClient<Contract>

export type Wire = {
  readonly client: LabClient
  /** The one connection over which all open documents of this window are followed. */
  readonly socket: HocuspocusProviderWebsocket
  /** What a document asks for before it opens; empty in the desktop window, whose port is trusted. */
  readonly token: string
  readonly door: 'window' | 'browser'
}

// Short, because the other end is on this laptop: a person should not wait for the next try.
const patience = { delay: 500, minDelay: 300, maxDelay: 4000, factor: 1.5 } as const

export async function openWire(page: Window): Promise<Wire> {
  // The DOM's `Window` fits both shapes, but its overloads do not compare structurally.
  if (isDesktopWindow(page.location)) return portWire(page as unknown as PageWindow)
  return httpWire(page.location.origin, takeKey(page satisfies KeyWindow))
}

export async function portWire(page: PageWindow): Promise<Wire> {
  const split = splitPort(await askForPort(page))
  const link = new PortLink({ port: rpcPort(split.channel(apiChannel)) })
  const socket = new HocuspocusProviderWebsocket({ url: 'port:sync', WebSocketPolyfill: portSocketOver(split), ...patience })
  return { client: createORPCClient(link), socket, token: '', door: 'window' }
}

export function httpWire(origin: string, key: string): Wire {
  const link = new FetchLink({ url: `${origin}/api`, headers: () => ({ authorization: `Bearer ${key}` }) })
  const socket = new HocuspocusProviderWebsocket({ url: `${origin.replace(/^http/, 'ws')}/sync`, ...patience })
  return { client: createORPCClient(link), socket, token: key, door: 'browser' }
}
