/** The packs in force, read again when one of the workspace's own was changed. Everybody holds the shelf and asks it anew. */
import type { Pack } from '#shared/model/pack.ts'
import { type LoadedPacks, loadPacks, type PackRefusal, type Readings, type Trial } from './packs.ts'

export type PackShelf = {
  /** The same list until something changed. */
  readonly packs: readonly Pack[]
  readonly refused: readonly PackRefusal[]
  /** Whether the pack is in force and lies in the workspace; shipped ones cannot be changed. */
  isOwn(pack: string): boolean
  reload(): Promise<LoadedPacks>
  /** What loading would give if this pack lay elsewhere; nothing is changed. */
  trial(trial: Trial): Promise<LoadedPacks>
}

/** @param shipped folder of the packs that come with the app; @param own folder of the workspace's, which need not exist; @param known what was read of the first before */
export async function openShelf(shipped: string, own: string, known: Readings = new Map()): Promise<PackShelf> {
  const folders = [shipped, own]
  let loaded = await loadPacks(folders, undefined, known)
  return {
    get packs() {
      return loaded.packs
    },
    get refused() {
      return loaded.refused
    },
    isOwn: (pack) => loaded.own.has(pack),
    async reload() {
      loaded = await loadPacks(folders, undefined, known)
      return loaded
    },
    trial: (trial) => loadPacks(folders, trial, known),
  }
}
