/**
 * The workspace's own packs on disk: `packs/<id>/…`. A whole pack is made beside its place and moved there in one step; single files are
 * replaced like documents. Nothing is deleted: what is replaced or put aside is kept in `packs/.dibuang/`.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FaultError } from '#shared/model/faults.ts'
import { packFile } from '#shared/model/pack-base.ts'
import { toFaultError, unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { flushFolder, moveFile, replaceFile } from './replace-file.ts'

const packs = 'packs'
/** Being made and checked; nobody reads it. */
const making = `${packs}/.baru`
/** Made and checked; it only has to be moved to its place. */
const ready = `${packs}/.siap`
const aside = `${packs}/.dibuang`

const packId = /^[a-z0-9]+(-[a-z0-9]+)*$/

const checked = (name: string, pattern: RegExp): string => {
  if (pattern.test(name)) return name
  throw new FaultError({ kind: 'not_ours', file: '', detail: `this name of a pack is refused: ${JSON.stringify(name.slice(0, 80))}` })
}

export type PackFiles = ReadonlyMap<string, Uint8Array>

/** Writes a whole pack where nobody reads it yet and gives the folder that holds it. What an earlier try left there goes first. */
export async function draftPack(ground: Ground, pack: string, files: PackFiles): Promise<string> {
  const folder = `${making}/${checked(pack, packId)}`
  try {
    await rm(onDisk(ground, folder), { recursive: true, force: true })
    for (const [name, bytes] of files) {
      const file = onDisk(ground, `${folder}/${checked(name, packFile)}`)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, bytes, { flush: true })
    }
    return onDisk(ground, making)
  } catch (error) {
    throw toFaultError(error, folder)
  }
}

/** Moves the draft of a pack to its place; the one that was there is set aside. */
export async function placePack(ground: Ground, pack: string): Promise<void> {
  try {
    await mkdir(onDisk(ground, ready), { recursive: true })
    await rm(onDisk(ground, `${ready}/${checked(pack, packId)}`), { recursive: true, force: true })
    await moveFile(onDisk(ground, `${making}/${pack}`), onDisk(ground, `${ready}/${pack}`))
    await finishPlacing(ground, pack)
  } catch (error) {
    throw toFaultError(error, `${packs}/${pack}`)
  }
}

async function finishPlacing(ground: Ground, pack: string): Promise<void> {
  await setPackAside(ground, pack)
  await moveFile(onDisk(ground, `${ready}/${pack}`), onDisk(ground, `${packs}/${pack}`))
  await flushFolder(onDisk(ground, packs))
}

/** Puts a pack where it is no longer read; does nothing when there is none. Gives the name under which it is kept. */
export async function setPackAside(ground: Ground, pack: string): Promise<string | null> {
  const name = `${checked(pack, packId)}-${ground.now().replaceAll(/[-:.]/g, '')}`
  await mkdir(onDisk(ground, aside), { recursive: true })
  return unlessMissing(async () => {
    await moveFile(onDisk(ground, `${packs}/${pack}`), onDisk(ground, `${aside}/${name}`))
    return name
  }, null)
}

/** Puts a pack back that was set aside; null when it is gone or its place is taken. */
export async function putPackBack(ground: Ground, kept: string): Promise<string | null> {
  const pack = checked(kept.replace(/-[^-]*$/, ''), packId)
  const there = await unlessMissing(() => readdir(onDisk(ground, `${packs}/${pack}`)), null)
  if (there !== null) return null
  return unlessMissing(async () => {
    await moveFile(onDisk(ground, `${aside}/${kept}`), onDisk(ground, `${packs}/${pack}`))
    return pack
  }, null)
}

export async function writePackFile(ground: Ground, pack: string, file: string, bytes: Uint8Array): Promise<void> {
  const name = `${packs}/${checked(pack, packId)}/${checked(file, packFile)}`
  try {
    await mkdir(dirname(onDisk(ground, name)), { recursive: true })
    await replaceFile(onDisk(ground, name), bytes)
  } catch (error) {
    throw toFaultError(error, name)
  }
}

/** After a kill: a pack that was ready is moved to its place, one that was still being made is dropped. */
export async function tidyPacks(ground: Ground): Promise<void> {
  const waiting = await unlessMissing(() => readdir(onDisk(ground, ready)), [])
  for (const pack of waiting) if (packId.test(pack)) await finishPlacing(ground, pack)
  await rm(join(onDisk(ground, making)), { recursive: true, force: true })
}
