/**
 * A window that opens a large document should not wait until this process has read it in and written it out again: it gets the
 * stored bytes as they are, while they are being read in here. Its question for everything, asked meanwhile, is held back and
 * then becomes a question for what it does not have yet. Yjs merges what comes twice, so nothing depends on this going well.
 *
 * `{t:'given'}` follows the stored bytes: the window may show the document from then on, also before the two sides agree.
 */
import type { WebSocketLike } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

// As in the protocol of Hocuspocus: name of the document, kind of message, then what y-protocols calls a sync message.
const sync = 0
const stateless = 5
const stepOne = 0
const update = 2

/** A window asks for few documents at a time; a stranger could ask for any number. */
const mostHeld = 20
/** Smaller ones are read in and written out before anybody notices. */
const worthwhile = 32 * 1024

/** What one line to one window gets to see first. */
export type FirstSight = {
  /** Takes a frame that came in; true when it is held back. */
  hold(frame: Uint8Array): boolean
  /** Sends what is stored of a document. Whoever calls it knows that this window may see it. */
  give(name: string, stored: Uint8Array): void
  /** What was given of it is also here now. */
  read(name: string, doc: Y.Doc): void
  /** The window is connected to the document: what was held back goes on. */
  connected(name: string): void
}

/** @param forward where frames go that were held back */
export function firstSight(socket: WebSocketLike, forward: (frame: Uint8Array) => void): FirstSight {
  const held = new Map<string, Uint8Array>()
  /** State vectors of what the window has, as soon as they are known. */
  const given = new Map<string, Uint8Array | null>()
  const known = new Set<string>()
  return {
    hold(frame) {
      const name = asksForAll(frame)
      if (name === null || known.has(name) || held.size >= mostHeld) return false
      held.set(name, frame)
      return true
    },
    give(name, stored) {
      if (stored.length < worthwhile || !held.has(name)) return
      socket.send(frameOf(name, update, stored))
      socket.send(wordOf(name, { t: 'given' }))
      given.set(name, null)
    },
    read(name, doc) {
      if (given.has(name)) given.set(name, Y.encodeStateVector(doc))
    },
    connected(name) {
      const frame = held.get(name)
      const has = given.get(name) ?? null
      known.add(name)
      held.delete(name)
      given.delete(name)
      if (frame !== undefined) forward(has === null ? frame : frameOf(name, stepOne, has))
    },
  }
}

/** The name of the document, when the frame asks for it from somebody who has nothing of it. */
function asksForAll(frame: Uint8Array): string | null {
  try {
    const decoder = decoding.createDecoder(frame)
    const name = decoding.readVarString(decoder)
    if (decoding.readVarUint(decoder) !== sync || decoding.readVarUint(decoder) !== stepOne) return null
    return Y.decodeStateVector(decoding.readVarUint8Array(decoder)).size === 0 ? name : null
  } catch {
    // Not for us to judge: whoever it is forwarded to does.
    return null
  }
}

function frameOf(name: string, kind: typeof stepOne | typeof update, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, content)
  return encoding.toUint8Array(encoder)
}

function wordOf(name: string, word: { readonly t: 'given' }): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, stateless)
  encoding.writeVarString(encoder, JSON.stringify(word))
  return encoding.toUint8Array(encoder)
}
