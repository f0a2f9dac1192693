/** The documents open in this window: one Y.Doc and one provider for each name, however many components look at it. */
import { HocuspocusProvider } from '@hocuspocus/provider'
import * as Y from 'yjs'
import type { Wire } from '../lab/wire.ts'
import { undoableMs } from '../state/notify.ts'
import { noteSaving, saveStore } from '../state/save-store.ts'
import { readWord, type SaveWatch, watchSaving } from './saving.ts'

export type DocState =
  | { readonly state: 'loading' }
  /** `reason` is the server's word for it, not for people. */
  | { readonly state: 'refused'; readonly reason: string }
  /** Stays open while the connection is lost; what is changed meanwhile is sent afterwards. */
  | { readonly state: 'open'; readonly doc: Y.Doc; readonly provider: HocuspocusProvider; readonly readOnly: boolean }

type Held = {
  users: number
  closing: ReturnType<typeof setTimeout> | undefined
  state: DocState
  readonly hearers: Set<() => void>
  readonly close: () => void
  readonly waiting: () => boolean
}

export type OpenDocs = {
  /** Opens or joins; call the result once to let go. */
  hold(name: string, hear: () => void): () => void
  /** Opens what will be held in a moment. Resolves when it is there or refused. */
  ahead(name: string): Promise<void>
  stateOf(name: string): DocState
  /** Names of all open documents. */
  close(): void
}

/** Kept this long after its last user left: what was done in it can be taken back for that long, also from another page. */
const lingerMs = undoableMs + 2000

const loading: DocState = { state: 'loading' }

export function openDocs({ socket, token }: Wire): OpenDocs {
  const all = new Map<string, Held>()

  socket.on('status', ({ status }: { readonly status: string }) => {
    if (status !== 'connecting') saveStore.setState({ connected: status === 'connected' })
  })

  const open = (name: string): Held => {
    const doc = new Y.Doc()
    const set = (state: DocState) => {
      held.state = state
      for (const hear of held.hearers) hear()
    }
    let saving: SaveWatch | undefined
    const show = () => {
      doc.on('update', provider.boundDocumentUpdateHandler)
      saving ??= watchSaving(name, doc, provider)
      const readOnly = provider.authorizedScope === 'readonly'
      noteSaving(name, (saving) => ({ ...saving, readOnly }))
      if (held.state.state !== 'open' || held.state.readOnly !== readOnly) set({ state: 'open', doc, provider, readOnly })
    }
    const provider = new HocuspocusProvider({
      name,
      document: doc,
      websocketProvider: socket,
      token,
      onSynced: () => show(),
      // All that is stored is here; what others did in the last second comes with the first answer, as it does later on.
      onStateless: ({ payload }) => {
        if (provider.isAuthenticated && readWord(payload)?.t === 'given') show()
      },
      onAuthenticationFailed: ({ reason }) => set({ state: 'refused', reason }),
    })
    // Nobody can change it before it is here; and while no one listens, Yjs does not write out once more all that comes in.
    doc.off('update', provider.boundDocumentUpdateHandler)
    const held: Held = {
      users: 0,
      closing: undefined,
      state: loading,
      hearers: new Set(),
      waiting: () => saving?.waiting() ?? false,
      close: () => {
        saving?.stop()
        provider.destroy()
        doc.destroy()
      },
    }
    provider.attach()
    return held
  }

  const letGo = (name: string, held: Held) => {
    clearTimeout(held.closing)
    held.closing = setTimeout(() => {
      // What is not on disk yet must still be sent and asked for.
      if (held.waiting()) return letGo(name, held)
      all.delete(name)
      held.close()
    }, lingerMs)
  }

  const join = (name: string): Held => {
    const held = all.get(name) ?? open(name)
    all.set(name, held)
    return held
  }

  return {
    hold: (name, hear) => {
      const held = join(name)
      clearTimeout(held.closing)
      held.users += 1
      held.hearers.add(hear)
      return () => {
        held.hearers.delete(hear)
        held.users -= 1
        if (held.users === 0) letGo(name, held)
      }
    },
    ahead: (name) => {
      const held = join(name)
      if (held.users === 0) letGo(name, held)
      return new Promise((come) => {
        const hear = () => {
          if (held.state.state === 'loading') return
          held.hearers.delete(hear)
          come()
        }
        held.hearers.add(hear)
        hear()
      })
    },
    stateOf: (name) => all.get(name)?.state ?? loading,
    close: () => {
      for (const held of all.values()) held.close()
      all.clear()
    },
  }
}
