/** Whether exports can go into a folder, found out by trying it. */
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Random } from '#core/ports.ts'
import { errorCode } from '#core/workspace/failures.ts'
import type { FolderReason } from '#shared/api/contract.ts'
import { freshId } from '#shared/model/ids.ts'

const reasons: Readonly<Record<string, FolderReason>> = {
  ENOTDIR: 'file',
  EEXIST: 'file',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOENT: 'missing',
  ENODEV: 'missing',
  ENXIO: 'missing',
}

/**
 * Null when the folder is there or can be made, and takes a file. Leaves nothing behind: what it had to make for the
 * trial is removed again, so that a mistyped path costs no folder. Asking for rights would not do, Windows answers yes too often.
 */
export async function whyUnusable(folder: string, random: Random): Promise<FolderReason | null> {
  if (!isAbsolute(folder)) return 'relative'
  const place = resolve(folder)
  let first: string | undefined
  try {
    first = await mkdir(place, { recursive: true })
    const trial = join(place, `.${freshId(random)}.draft`)
    await writeFile(trial, '')
    await rm(trial, { force: true })
    return null
  } catch (why) {
    return reasons[errorCode(why)] ?? 'io'
  } finally {
    if (first !== undefined) await removeEmpty(place, first)
  }
}

/** From `place` upwards to `first`; stops at whatever somebody else has put something into meanwhile. */
async function removeEmpty(place: string, first: string): Promise<void> {
  for (let at = place; at.length >= first.length; at = dirname(at)) {
    try {
      await rmdir(at)
    } catch {
      return
    }
  }
}
