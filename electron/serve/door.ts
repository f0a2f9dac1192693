/**
 * The HTTP and WebSocket door: pages at `/`, calls at `/api`, documents at `/sync`.
 * Binds only to the address it is given and answers only to its own names: a page of another site, or another name pointed
 * at this address, gets nothing (anchors: DNS rebinding, cross-site WebSocket).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/node'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Caller } from '#core/lab/caller.ts'
import type { OpenLab } from '#core/lab/lab.ts'
import { mostBrowserBytes } from '#shared/rules/evidence-files.ts'
import { bearer, type Keys } from './keys.ts'
import { type Answer, plainAnswer, readPage } from './pages.ts'

export type DoorOptions = {
  readonly lab: Pick<OpenLab, 'router' | 'sync'>
  readonly keys: Keys
  /** Folder of the built pages. */
  readonly pages: string
  /** The one address to listen on, such as 127.0.0.1. */
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
}

export type Door = { readonly origin: string; readonly port: number; close(): Promise<void> }

const mb = 1024 * 1024
/** Largest body of a call: a whole table pasted at once, or a pack, and its wrapping. */
const mostBody = 16 * mb
/**
 * Of calls that carry more: a file that is put into the lab (the room beside it is for what is said about it), and a catalogue of tens of
 * thousands.
 */
const mostOf: ReadonlyMap<string, number> = new Map([
  ['/api/attachment/put', mostBrowserBytes + 4 * mb],
  ['/api/catalogue/take', 96 * mb],
  ['/api/catalogue/takeFile', 64 * mb],
])
/** Largest message of a document: a whole proposal pasted at once fits many times. */
const mostMessage = 32 * 1024 * 1024
const mostLines = 200

export async function openDoor({ lab, keys, pages, host, port }: DoorOptions): Promise<Door> {
  const handler = new RPCHandler<Caller>(lab.router)
  const names = new Set<string>()
  const server = createServer((request, response) => {
    answer(request, response).catch(() => send(response, plainAnswer(500)))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request, names)
    if (refused !== null) return send(response, plainAnswer(refused))
    const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
    if (path === '/api' || path.startsWith('/api/')) return answerCall(request, response, mostOf.get(path) ?? mostBody)
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, plainAnswer(405))
    send(response, await readPage(pages, path, [`ws://${request.headers.host ?? ''}`]))
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, most: number): Promise<void> {
    const reach = keys.reachOf(bearer(request.headers.authorization))
    if (reach === null) return send(response, plainAnswer(401))
    const refused = bodyRefusal(request, most)
    if (refused !== null) return send(response, plainAnswer(refused))
    const { matched } = await handler.handle(request, response, { prefix: '/api', context: { reach, door: 'browser' } })
    if (!matched) send(response, plainAnswer(404))
  }

  const lines = openLines({ lab, keys, server, names })
  await listen(server, host, port)
  const bound = (server.address() as AddressInfo).port // a TCP server's address is never a pipe name
  const shown = host.includes(':') ? `[${host}]` : host
  for (const name of [shown, ...(isLoopback(host) ? ['127.0.0.1', 'localhost', '[::1]'] : [])]) names.add(`${name}:${bound}`)
  return {
    origin: `http://${shown}:${bound}`,
    port: bound,
    async close() {
      lines.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === '::1' || host === 'localhost'

/** The status that turns a request away, or null when it came under one of our names and from one of our pages. */
function refusal(request: IncomingMessage, names: ReadonlySet<string>): 403 | 421 | null {
  if (!names.has(request.headers.host ?? '')) return 421
  const { origin } = request.headers
  if (origin === undefined) return null
  return origin.startsWith('http://') && names.has(origin.slice('http://'.length)) ? null : 403
}

/** A body says how large it is before any of it is read; one that does not, sent in pieces, could be without end. */
function bodyRefusal({ headers }: IncomingMessage, most: number): 411 | 413 | null {
  if (headers['transfer-encoding'] !== undefined) return 411
  return Number(headers['content-length'] ?? 0) > most ? 413 : null
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, headers)
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

type Lines = Pick<DoorOptions, 'lab' | 'keys'> & { readonly server: Server; readonly names: ReadonlySet<string> }

/** WebSocket lines for documents. Who may open what is decided per document, by the key in its first message. */
function openLines({ lab, keys, server, names }: Lines): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostMessage })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refused = request.url?.split('?', 1)[0] === '/sync' ? refusal(request, names) : 404
    // A browser always sends where it comes from; a line without an origin is not from one of our pages, but may be a program with a key.
    if (refused !== null || sockets.clients.size >= mostLines) {
      stream.end(`HTTP/1.1 ${refused ?? 503} Refused\r\nConnection: close\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => serveLine(socket))
  })
  const serveLine = (socket: WebSocket) => {
    const line = lab.sync.connect(socket, (token) => keys.reachOf(token))
    socket.on('message', (data: Buffer) => line.receive(new Uint8Array(data)))
    socket.on('close', (code, reason) => line.closed(code, reason.toString()))
    socket.on('error', () => socket.terminate())
  }
  return {
    close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
