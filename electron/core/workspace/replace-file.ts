/**
 * Replaces a file so that a reader, a kill or a power cut meets either the old content or the new, and never half of one.
 * Knows bytes and names, not what is in them.
 */
import { constants, copyFile, link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { FaultError } from '#shared/model/faults.ts'
import { errorCode } from './failures.ts'
import { draftOf, previousOf } from './names.ts'

/** Which version of a file is meant, without reading it: modification time in milliseconds and length in bytes. */
export type Stamp = { readonly mtime: number; readonly size: number }

export const sameStamp = (a: Stamp, b: Stamp): boolean => a.mtime === b.mtime && a.size === b.size

/** Refusals of Windows while a virus scanner or a sync tool holds the file for a moment. */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES'])
const waits = [10, 20, 40, 80, 160, 320, 640]

/**
 * Repeats a rename that was refused for a passing reason, 1.3 s in all, then gives the error on.
 * Only Windows refuses in passing; elsewhere the same codes are final.
 */
export const stubbornly = async (
  work: () => Promise<void>,
  patient: boolean = process.platform === 'win32',
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<void> => {
  for (const ms of patient ? waits : []) {
    try {
      return await work()
    } catch (error) {
      if (!passing.has(errorCode(error))) throw error
      await wait(ms)
    }
  }
  return work()
}

export const moveFile = (from: string, to: string): Promise<void> => stubbornly(() => rename(from, to))

const folderRefusals = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF'])

/** Flushes the names in a folder. Windows and some network drives cannot; there the rename itself is all there is. */
export const flushFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!folderRefusals.has(errorCode(error))) throw error
  }
}

/**
 * Gives the present generation a second name beside its own, which `.prev` then takes over in one step.
 * False where there is nothing to keep or the disk knows no hard links (a stick formatted as FAT).
 */
const secondName = async (file: string): Promise<boolean> => {
  const name = draftOf(previousOf(file))
  try {
    await link(file, name)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') return false
    await rm(name, { force: true })
    await link(file, name)
  }
  return true
}

/**
 * Makes the present generation the previous one. With a second name the file stays in its place all the while; without,
 * it is moved, and until the next rename only `.prev` exists.
 */
const keepPrevious = async (file: string, named: boolean): Promise<void> => {
  const previous = previousOf(file)
  try {
    await moveFile(named ? draftOf(previous) : file, previous)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

/** Thrown when the file to be replaced is not the one the caller knows. */
export class ChangedError extends Error {}

const mustBe = async (file: string, expected: Stamp): Promise<void> => {
  const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: Number.NaN, size: 0 }))
  if (!sameStamp({ mtime: mtimeMs, size }, expected)) throw new ChangedError(`${file} was changed by somebody else`)
}

/** Writes and flushes a draft beside `file`. */
const writeDraft = async (file: string, bytes: Uint8Array, after: number): Promise<Stamp> => {
  const handle = await open(draftOf(file), 'w')
  try {
    await handle.writeFile(bytes)
    let { mtimeMs } = await handle.stat()
    if (mtimeMs <= after) {
      // Two generations within one tick of the file system's clock (2 s on FAT), or a clock set back: the stamp must still differ.
      const later = (Math.floor(after / 2000) + 1) * 2
      await handle.utimes(later, later)
      mtimeMs = (await handle.stat()).mtimeMs
    }
    await handle.sync()
    return { mtime: mtimeMs, size: bytes.length }
  } finally {
    await handle.close()
  }
}

/** What may differ from file to file in one replacement. */
export type ReplaceOptions = {
  /** Stamp of the generation that may be replaced; the new one gets a later time. Without it, whatever is there is replaced. */
  readonly expected?: Stamp | undefined
  /** Keeps no generation before: for files that never change. */
  readonly single?: boolean
  /** Work that only needs the file to be in place; runs while the folder is flushed. Its failure is its own affair. */
  readonly meanwhile?: (stamp: Stamp) => Promise<void>
}

/** Draft, second name and comparison do not wait for each other; all three have ended, well or badly, when this has. */
const prepare = async (
  file: string,
  bytes: Uint8Array,
  options: ReplaceOptions,
): Promise<{ readonly stamp: Stamp; readonly named: boolean }> => {
  const [draft, named, expected] = await Promise.allSettled([
    writeDraft(file, bytes, options.expected?.mtime ?? 0),
    options.single === true ? false : secondName(file),
    options.expected === undefined ? undefined : mustBe(file, options.expected),
  ])
  if (expected.status === 'rejected') throw expected.reason
  if (draft.status === 'rejected') throw draft.reason
  return { stamp: draft.value, named: named.status === 'fulfilled' && named.value }
}

/**
 * Writes `bytes` to `file`. Resolves when they are flushed, in place and read back; the generation before is then `<file>.prev`.
 * On failure `file` still holds the generation before and the draft is gone. Throws the system's error, a ChangedError, or a
 * `broken` fault when what was read back is not what was written.
 */
export const replaceFile = async (file: string, bytes: Uint8Array, options: ReplaceOptions = {}): Promise<Stamp> => {
  let stamp: Stamp
  try {
    const prepared = await prepare(file, bytes, options)
    stamp = prepared.stamp
    if (options.single !== true) await keepPrevious(file, prepared.named)
    await moveFile(draftOf(file), file)
  } catch (error) {
    for (const left of [draftOf(file), draftOf(previousOf(file))]) await rm(left, { force: true }).catch(() => undefined)
    if (options.single !== true) await putBack(file, false).catch(() => undefined)
    throw error
  }
  const [written] = await Promise.all([readFile(file), flushFolder(dirname(file)), options.meanwhile?.(stamp)])
  if (!written.equals(bytes)) {
    await putBack(file, true).catch(() => undefined)
    throw new FaultError({ kind: 'broken', file, detail: 'what was read back is not what was written' })
  }
  return stamp
}

/** Makes the generation before the present one again, and keeps it as `.prev` too. Without `over`, only where nothing is in its place. */
export const putBack = async (file: string, over: boolean): Promise<void> => {
  const previous = previousOf(file)
  try {
    await link(previous, over ? draftOf(file) : file)
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && !over) return
    if (errorCode(error) === 'ENOENT') return
    await copyFile(previous, over ? draftOf(file) : file, over ? 0 : constants.COPYFILE_EXCL)
  }
  if (over) await moveFile(draftOf(file), file)
}
