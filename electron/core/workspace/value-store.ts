/**
 * Plain values in document files: the value is the document's summary, its state is empty. What was read is kept for as long as the file
 * has the same stamp, so that the same file gives the same object and may be compared by identity.
 */
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DocumentStore, type Place } from './document-store.ts'
import { toFaultError, unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { Lanes } from './lanes.ts'
import { flushFolder, moveFile, type Stamp, sameStamp } from './replace-file.ts'

export type Valued<T> = { readonly value: T; readonly revision: number }

const noState = new Uint8Array(0)

export class ValueStore {
  private readonly ground: Ground
  private readonly store: DocumentStore
  private readonly lanes = new Lanes()
  private readonly cache = new Map<string, { readonly stamp: Stamp; readonly found: Valued<unknown> }>()

  constructor(ground: Ground) {
    this.ground = ground
    this.store = new DocumentStore(ground)
  }

  /** Null when there is none that opens; why is then among the faults. */
  async read<T>(place: Place<T>): Promise<Valued<T> | null> {
    const known = this.cache.get(place.file)
    const now = await unlessMissing(() => stat(onDisk(this.ground, place.file)), null)
    // Cached under this file's name by this method or `write`, with the same shape.
    if (known !== undefined && now !== null && sameStamp(known.stamp, { mtime: now.mtimeMs, size: now.size }))
      return known.found as Valued<T>
    const document = await this.store.read(place)
    if (document === null) {
      this.cache.delete(place.file)
      return null
    }
    const found = { value: document.content.summary, revision: document.content.revision }
    this.cache.set(place.file, { stamp: document.stamp, found })
    return found
  }

  /**
   * Replaces the value, and makes its folder. Resolves with its revision when it is flushed and read back.
   * @throws FaultError when it cannot be written, and what zod throws when it is not of its shape; what was there is then untouched
   */
  async write<T>(place: Place<T>, value: T): Promise<number> {
    const summary = place.summary.parse(value)
    await makeFolder(this.ground, dirname(place.file))
    let revision = 0
    await this.store.write(
      place,
      { summary, state: noState },
      {
        saved: (saved) => {
          revision = saved.revision
          this.cache.set(place.file, { stamp: saved.stamp, found: { value: summary, revision } })
        },
      },
    )
    return revision
  }

  /** Runs `work` when everything handed in earlier under `key` has ended: reading, changing and writing belong together. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.lanes.run(key, work)
  }

  async idle(): Promise<void> {
    await this.lanes.idle()
    await this.store.idle()
  }
}

/** Only below a folder that is there: when `labs/` itself is gone the disk is, and nothing may be written to whatever lies beneath. */
async function makeFolder(ground: Ground, folder: string): Promise<void> {
  try {
    await stat(onDisk(ground, 'labs'))
    await mkdir(onDisk(ground, folder), { recursive: true })
  } catch (error) {
    throw toFaultError(error, folder)
  }
}

/** Moves a whole folder in one step; false when it is not there. What is in the way of the new name must have been ruled out. */
export async function moveFolder(ground: Ground, from: string, to: string): Promise<boolean> {
  try {
    await mkdir(dirname(onDisk(ground, to)), { recursive: true })
    return await unlessMissing(async () => {
      await moveFile(onDisk(ground, from), onDisk(ground, to))
      await flushFolder(dirname(onDisk(ground, to)))
      await flushFolder(dirname(onDisk(ground, from)))
      return true
    }, false)
  } catch (error) {
    throw toFaultError(error, from)
  }
}

/** The name under which something is kept that is put aside now: `<id>_20260914T020000000Z`. An id holds no `_`. */
export const keptName = (ground: Ground, id: string): string => `${id}_${ground.now().replaceAll(/[-:.]/g, '')}`

/** The id in such a name, or an empty text when it is none. */
export const idOfKept = (kept: string): string => /^([a-z0-9-]+)_[0-9TZ]+$/.exec(kept)?.[1] ?? ''
