/**
 * The documents people edit, live. Hocuspocus keeps one Y.Doc for each document in use and speaks Yjs over whatever line it
 * is given; this module decides who may open what, loads and stores through the functions it is handed, and tells every
 * window when its changes are really on disk. It knows neither files nor sockets.
 *
 * Messages beside the Yjs protocol (stateless, JSON): a window asks `{t:'saved?',n}` after sending changes and hears
 * `{t:'saved',n}` once everything it had sent by then is stored. `{t:'failed',fault}` and `{t:'recovered'}` go to all;
 * `{t:'given'}` is explained in first-sight.ts.
 */
import { type Document, Hocuspocus, type WebSocketLike } from '@hocuspocus/server'
import * as Y from 'yjs'
import { z } from 'zod'
import type { Ports } from '#core/ports.ts'
import type { Reach } from '#shared/api/contract.ts'
import { type DocAddress, parseDocName } from '#shared/doc/names.ts'
import { type Fault, FaultError } from '#shared/model/faults.ts'
import { type FirstSight, firstSight } from './first-sight.ts'

export type SyncStore = {
  /** The stored Yjs update, or null when there is no such document. */
  load(address: DocAddress): Promise<Uint8Array | null>
  /** Resolves when the document is durably stored; rejects with a FaultError when it could not be. */
  save(address: DocAddress, doc: Y.Doc): Promise<void>
  readonly readOnly: boolean
}

/** A line to one window, whatever carries it. */
export type SyncLine = { receive(bytes: Uint8Array): void; closed(code?: number, reason?: string): void }

export type Sync = {
  /**
   * Takes a new line.
   * @param authorize gives the reach a token stands for, or null for a stranger
   */
  connect(socket: WebSocketLike, authorize: (token: string) => Reach | null): SyncLine
  /** Runs `work` on the live document and resolves when its changes are stored. Throws a FaultError, `missing` when there is none. */
  edit(name: string, work: (doc: Y.Doc) => void): Promise<void>
  /** Reads the live document, with every change that is not stored yet. Null when there is none. */
  read<T>(name: string, look: (doc: Y.Doc) => T): Promise<T | null>
  /** The document as one Yjs update, with every change that is not stored yet. Null when there is none. */
  state(name: string): Promise<Uint8Array | null>
  /** Tries to store everything now. Resolves with the number of documents that still could not be. */
  flush(): Promise<number>
  close(): Promise<void>
}

const question = z.object({ t: z.literal('saved?'), n: z.number().int().nonnegative() })

type Asker = { readonly reply: (message: string) => void; readonly n: number; readonly at: number }
/** Changes are counted; a document is saved when the count at its last store equals the count now. */
type Ledger = { changes: number; stored: number; failed: Fault | null; askers: Asker[]; retry: NodeJS.Timeout | null }

const debounceMs = 250
const longestWaitMs = 900
const retryMs = 1500

export function createSync(store: SyncStore, ports: Ports): Sync {
  const ledgers = new Map<string, Ledger>()
  const ledgerOf = (name: string): Ledger => {
    const known = ledgers.get(name)
    if (known !== undefined) return known
    const fresh: Ledger = { changes: 0, stored: 0, failed: null, askers: [], retry: null }
    ledgers.set(name, fresh)
    return fresh
  }

  const hub = new Hocuspocus({
    quiet: true,
    debounce: debounceMs,
    maxDebounce: longestWaitMs,
    onAuthenticate: async ({ token, documentName, connectionConfig, context }) => {
      const reach = guestOf(context)?.authorize(token) ?? null
      const address = parseDocName(documentName)
      if (reach === null || reach === 'phone' || address === null) throw new Refusal()
      // A team works in innovations; what belongs to the whole lab is the facilitator's to change.
      connectionConfig.readOnly = store.readOnly || (reach === 'team' && address.kind === 'lab')
    },
    onLoadDocument: async ({ documentName, document, context }) => {
      const address = parseDocName(documentName)
      const update = address === null ? null : await store.load(address)
      if (update === null) throw new Refusal()
      const sight = guestOf(context)?.sight
      sight?.give(documentName, update)
      // Reading it in keeps the loop busy for a while; what was just sent goes out before.
      await new Promise(setImmediate)
      readIn(document, update)
      sight?.read(documentName, document)
    },
    // Counted at the moment of the change and not in the change hook, which runs later: a question that follows must find it counted.
    afterLoadDocument: async ({ documentName, document }) => {
      document.on('update', () => {
        ledgerOf(documentName).changes += 1
      })
    },
    connected: async ({ documentName, context }) => guestOf(context)?.sight.connected(documentName),
    onStoreDocument: async ({ documentName, document }) => storeNow(documentName, document),
    onStateless: async ({ documentName, document, payload, connection }) => {
      const asked = question.safeParse(readJson(payload))
      if (!asked.success) return
      const ledger = ledgerOf(documentName)
      const reply = (message: string) => connection.sendStateless(message)
      if (ledger.failed !== null) reply(JSON.stringify({ t: 'failed', fault: ledger.failed }))
      if (ledger.changes === ledger.stored) reply(JSON.stringify({ t: 'saved', n: asked.data.n }))
      else {
        ledger.askers.push({ reply, n: asked.data.n, at: ledger.changes })
        if (ledger.failed !== null) retryLater(documentName, document)
      }
    },
    // Leaving would throw away what could not be written: the document stays until it is on disk.
    beforeUnloadDocument: async ({ documentName }) => {
      const ledger = ledgers.get(documentName)
      if (ledger !== undefined && ledger.changes !== ledger.stored && !store.readOnly) throw new Refusal()
    },
    afterUnloadDocument: async ({ documentName }) => {
      const ledger = ledgers.get(documentName)
      if (ledger?.retry != null) clearTimeout(ledger.retry)
      ledgers.delete(documentName)
    },
  })

  async function storeNow(name: string, document: Document): Promise<void> {
    const address = parseDocName(name)
    const ledger = ledgerOf(name)
    if (address === null || store.readOnly || ledger.changes === ledger.stored) return
    const at = ledger.changes
    try {
      await store.save(address, document)
    } catch (why) {
      ledger.failed = faultOf(why, name)
      ports.log('error', 'document could not be stored', { name, fault: ledger.failed })
      document.broadcastStateless(JSON.stringify({ t: 'failed', fault: ledger.failed }))
      retryLater(name, document)
      return
    }
    ledger.stored = at
    if (ledger.failed !== null) document.broadcastStateless(JSON.stringify({ t: 'recovered' }))
    ledger.failed = null
    const heard = ledger.askers.filter((asker) => asker.at <= at)
    ledger.askers = ledger.askers.filter((asker) => asker.at > at)
    for (const asker of heard) asker.reply(JSON.stringify({ t: 'saved', n: asker.n }))
  }

  function retryLater(name: string, document: Document): void {
    const ledger = ledgerOf(name)
    if (ledger.retry !== null) return
    ledger.retry = setTimeout(() => {
      ledger.retry = null
      void document.saveMutex.runExclusive(() => storeNow(name, document)).then(() => hub.unloadDocument(document))
    }, retryMs)
    ledger.retry.unref()
  }

  async function flush(): Promise<number> {
    hub.flushPendingStores()
    for (const [name, document] of hub.documents) {
      if (!document.isLoading) await document.saveMutex.runExclusive(() => storeNow(name, document))
    }
    return [...ledgers.values()].filter((ledger) => ledger.changes !== ledger.stored).length
  }

  return {
    connect(socket, authorize) {
      const guest: Guest = { authorize, sight: firstSight(socket, (bytes) => line.handleMessage(bytes)) }
      const line = hub.handleConnection(socket, new Request('http://lab.invalid/'), { guest })
      return {
        receive: (bytes) => {
          if (!guest.sight.hold(bytes)) line.handleMessage(bytes)
        },
        closed: (code = 1000, reason = '') => line.handleClose({ code, reason }),
      }
    },
    async edit(name, work) {
      const direct = await hub.openDirectConnection(name).catch((why: unknown) => {
        throw why instanceof Refusal ? new FaultError({ kind: 'missing', file: name, detail: 'no such document' }) : why
      })
      try {
        await direct.transact(work)
        const ledger = ledgerOf(name)
        const document = direct.document
        if (document !== null) await document.saveMutex.runExclusive(() => storeNow(name, document))
        if (ledger.failed !== null) throw new FaultError(ledger.failed)
      } finally {
        await direct.disconnect()
      }
    },
    async read(name, look) {
      const live = hub.documents.get(name)
      if (live !== undefined) return look(live)
      const address = parseDocName(name)
      const update = address === null ? null : await store.load(address)
      if (update === null) return null
      const doc = new Y.Doc()
      Y.applyUpdate(doc, update)
      return look(doc)
    },
    async state(name) {
      const live = hub.documents.get(name)
      if (live !== undefined && !live.isLoading) return Y.encodeStateAsUpdate(live)
      const address = parseDocName(name)
      return address === null ? null : store.load(address)
    },
    flush,
    async close() {
      await flush()
      hub.closeConnections()
      for (const ledger of ledgers.values()) if (ledger.retry !== null) clearTimeout(ledger.retry)
    },
  }
}

/** Hocuspocus logs the message of whatever a hook throws; refusing a stranger is no event, so this one has none. */
class Refusal extends Error {
  readonly reason = 'permission-denied'
  constructor() {
    super('')
  }
}

/**
 * What is stored is no news: were it heard as a change, Yjs would write all of it out once more, and the hub would send it to the
 * first window a second time. Nothing else can happen to the document meanwhile.
 */
function readIn(document: Document, update: Uint8Array): void {
  const ears = document._observers.get('update')
  document._observers.delete('update')
  try {
    Y.applyUpdate(document, update)
  } finally {
    if (ears !== undefined) document._observers.set('update', ears)
  }
}

/** Whoever is at the other end of a line. */
type Guest = { readonly authorize: (token: string) => Reach | null; readonly sight: FirstSight }

/** Null for work of our own, which comes over no line. */
function guestOf(context: unknown): Guest | null {
  if (typeof context !== 'object' || context === null || !('guest' in context)) return null
  return context.guest as Guest // put there by connect() above, the only caller of handleConnection
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const faultOf = (why: unknown, name: string): Fault =>
  why instanceof FaultError ? why.fault : { kind: 'io', file: name, detail: why instanceof Error ? why.message : String(why) }
