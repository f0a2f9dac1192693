/** The packs in force, read again when one of the workspace's own was changed. Everybody holds the shelf and asks it anew. */

import type { Pack } from '#shared/model/pack.ts'
import { type LoadedPacks, loadPacks, type PackRefusal } from './packs.ts'

export type PackShelf = {
  /** The same list until something changed. */
  readonly packs: readonly Pack[]
  readonly refused: readonly PackRefusal[]
  reload(): Promise<LoadedPacks>
}

/** @param folders as for `loadPacks` */
export async function openShelf(folders: readonly string[]): Promise<PackShelf> {
  let loaded = await loadPacks(folders)
  return {
    get packs() {
      return loaded.packs
    },
    get refused() {
      return loaded.refused
    },
    async reload() {
      loaded = await loadPacks(folders)
      return loaded
    },
  }
}
