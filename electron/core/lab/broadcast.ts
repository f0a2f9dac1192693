/** One sender, any number of listeners, each an async iterator that ends when its caller goes. */

/** A listener that lags this far behind is cut off; it reconnects and reads everything anew. */
const mostHeld = 2000

export type Broadcast<T> = {
  tell(value: T): void
  /** Values told from now on. Ends when `signal` fires or the broadcast closes. */
  listen(signal: AbortSignal | undefined): AsyncGenerator<T, void, void>
  close(): void
}

export function createBroadcast<T>(): Broadcast<T> {
  type Ear = { readonly held: T[]; wake: (() => void) | null; open: boolean }
  const ears = new Set<Ear>()
  const shut = (ear: Ear) => {
    ear.open = false
    ears.delete(ear)
    ear.wake?.()
  }
  async function* hear(ear: Ear, leave: () => void): AsyncGenerator<T, void, void> {
    try {
      while (true) {
        const next = ear.held.shift()
        if (next !== undefined) yield next
        else if (!ear.open) return
        else
          await new Promise<void>((resolve) => {
            ear.wake = resolve
          })
      }
    } finally {
      leave()
    }
  }
  return {
    tell(value) {
      for (const ear of ears) {
        if (ear.held.push(value) > mostHeld) shut(ear)
        ear.wake?.()
      }
    },
    listen(signal) {
      // Registered now and not at the first `next()`: what is told in between belongs to this listener too.
      const ear: Ear = { held: [], wake: null, open: true }
      ears.add(ear)
      const leave = () => shut(ear)
      signal?.addEventListener('abort', leave)
      return hear(ear, () => {
        signal?.removeEventListener('abort', leave)
        shut(ear)
      })
    },
    close() {
      for (const ear of ears) shut(ear)
    },
  }
}
