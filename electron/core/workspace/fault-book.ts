/** Remembers what was wrong with files, each finding once, and tells whoever listens. */
import type { Fault } from '#shared/model/faults.ts'

export class FaultBook {
  private readonly found = new Map<string, Fault>()
  private readonly listeners = new Set<(fault: Fault) => void>()

  readonly report = (fault: Fault): void => {
    const key = JSON.stringify([fault.kind, fault.file, fault.keptAs, fault.detail])
    if (this.found.has(key)) return
    this.found.set(key, fault)
    for (const listener of this.listeners) listener(fault)
  }

  all(): readonly Fault[] {
    return [...this.found.values()]
  }

  listen(listener: (fault: Fault) => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }
}
