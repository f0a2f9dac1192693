/**
 * One process owns a workspace. The lock is a small file with the owner's process number, computer name and start; it is made in one step
 * and complete from the first moment, and it counts only while that very process runs.
 */
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { z } from 'zod'
import type { Random } from '../ports.ts'
import { errorCode, unlessMissing } from './failures.ts'
import { processRuns, processStart } from './process-start.ts'

const holder = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** Start of the process as the system tells it; null where it could not be told. */
  start: z.string().nullable(),
  /** Names this very lock, also against an earlier one of the same process. */
  token: z.string(),
  since: z.string(),
})
export type Holder = z.infer<typeof holder>

export type Lock = { readonly lost: () => Promise<boolean>; readonly release: () => Promise<void> }
export type LockResult = { readonly lock: Lock } | { readonly heldBy: Holder }

const readHolder = async (path: string): Promise<Holder | 'absent' | 'unreadable'> => {
  const text = await unlessMissing(() => readFile(path, 'utf8'), null)
  if (text === null) return 'absent'
  try {
    return holder.parse(JSON.parse(text))
  } catch {
    return 'unreadable'
  }
}

/**
 * Whether the holder still runs. A holder on another computer cannot be asked and counts as running, and so does one whose start
 * cannot be told: better read-only once too often than two writers.
 */
export const isHeld = async (by: Holder): Promise<boolean> => {
  if (by.host !== hostname()) return true
  if (!processRuns(by.pid)) return false
  if (by.start === null) return true
  const start = await processStart(by.pid)
  return start === null ? processRuns(by.pid) : start === by.start
}

const writeFlushed = async (path: string, text: string): Promise<void> => {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Puts a complete lock in place if there is none; false when somebody was faster. */
const place = async (path: string, mine: Holder): Promise<boolean> => {
  const text = `${JSON.stringify(mine)}\n`
  const draft = `${path}.${mine.token}.draft`
  await writeFlushed(draft, text)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    // No hard links on this disk: made in place, which for one moment shows an unfinished lock.
    return await writeFlushed(path, text).then(
      () => true,
      (refusal: unknown) => {
        if (errorCode(refusal) === 'EEXIST') return false
        throw refusal
      },
    )
  } finally {
    await rm(draft, { force: true })
  }
}

/** Takes a lock away that was judged dead. If it has changed since, it is put back: somebody else was faster. */
export const clearDead = async (path: string, dead: Holder | 'unreadable', token: string): Promise<void> => {
  const moved = `${path}.${token}.dead`
  await unlessMissing(() => rename(path, moved), undefined)
  const met = await readHolder(moved)
  const same = met === 'absent' || (typeof met === 'string' ? met === dead : typeof dead !== 'string' && met.token === dead.token)
  if (!same) await link(moved, path).catch(() => undefined)
  await rm(moved, { force: true })
}

const freshToken = (random: Random): string => Buffer.from(random(new Uint8Array(8))).toString('hex')

/**
 * Takes the workspace, or tells who has it. Throws what the system says when no file can be made.
 * @param force takes it from whoever holds it; for a lock that was left on another computer, after the facilitator was asked.
 */
export const takeLock = async (path: string, random: Random, since: string, force = false): Promise<LockResult> => {
  const token = freshToken(random)
  const mine: Holder = { pid: process.pid, host: hostname(), start: await processStart(process.pid), token, since }
  for (let tries = 0; tries < 8; tries += 1) {
    if (await place(path, mine)) return { lock: { lost: () => lost(path, token), release: () => release(path, token) } }
    const by = await readHolder(path)
    if (by === 'absent') continue
    if (by !== 'unreadable' && !force && (await isHeld(by))) return { heldBy: by }
    await clearDead(path, by, token)
  }
  const by = await readHolder(path)
  if (typeof by === 'string') throw new Error('the lock changes too fast to be taken')
  return { heldBy: by }
}

/** Whether the lock is somebody else's by now. One that is merely gone is not: then the disk is gone, or a hand deleted it. */
const lost = async (path: string, token: string): Promise<boolean> => {
  const by = await readHolder(path)
  return typeof by !== 'string' && by.token !== token
}

/** Removes the lock if it is still this one. */
const release = async (path: string, token: string): Promise<void> => {
  const by = await readHolder(path)
  if (typeof by !== 'string' && by.token === token) await rm(path, { force: true })
}
