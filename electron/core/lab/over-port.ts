/** The lab over one message port: calls on one channel, documents on others. The desktop window comes in here. */
import { RPCHandler } from '@orpc/server/message-port'
import { type PortLike, rpcPort } from '#shared/api/port.ts'
import { apiChannel, splitPort } from '#shared/api/port-split.ts'
import type { Caller } from './caller.ts'
import type { OpenLab } from './lab.ts'

/** Serves until the port closes. Whoever hands the port over has checked who is at the other end. */
export function serveOverPort({ router, sync }: Pick<OpenLab, 'router' | 'sync'>, port: PortLike, caller: Caller): void {
  const split = splitPort(port)
  const handler = new RPCHandler<Caller>(router)
  split.onChannel((name, channel) => {
    if (name === apiChannel) handler.upgrade(rpcPort(channel), { context: caller })
    else serveSync(sync, channel, caller)
  })
}

/** `WebSocket.OPEN` and `CLOSED`, which Hocuspocus reads before it sends. */
const open = 1
const closed = 3

function serveSync(sync: OpenLab['sync'], channel: PortLike, caller: Caller): void {
  const socket = {
    readyState: open,
    send: (data: unknown) => channel.postMessage(data),
    close: () => channel.close(),
  }
  const line = sync.connect(socket, () => caller.reach)
  channel.onMessage((data) => {
    if (data instanceof Uint8Array) line.receive(data)
  })
  channel.onClose(() => {
    socket.readyState = closed
    line.closed()
  })
}
