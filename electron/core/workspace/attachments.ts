/** Photos and files of a lab, named by their content: stored once, never changed, checked when read. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setAside } from './document-store.ts'
import { toFault, toFaultError, unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { attachmentsFolder, checkedExtension, isAttachment } from './names.ts'
import { replaceFile } from './replace-file.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const attachmentFits = (name: string, bytes: Uint8Array): boolean => name.startsWith(`${hashOf(bytes)}.`)

const fileOf = (lab: string, name: string): string => `${attachmentsFolder(lab)}/${name}`

/** Files being written: the same file dropped twice would otherwise write over its own draft. */
const writing = new WeakMap<Ground, Map<string, Promise<string>>>()

/** Stores `bytes` unless they are there already; returns `<sha256>.<ext>`. Throws a FaultError when they cannot be written. */
export const putAttachment = async (ground: Ground, lab: string, bytes: Uint8Array, extension: string): Promise<string> => {
  const name = `${hashOf(bytes)}.${checkedExtension(extension)}`
  const file = fileOf(lab, name)
  const ongoing = writing.get(ground) ?? new Map<string, Promise<string>>()
  writing.set(ground, ongoing)
  const before = ongoing.get(file)
  if (before !== undefined) return before
  const work = store(ground, file, name, bytes)
  ongoing.set(file, work)
  try {
    return await work
  } finally {
    ongoing.delete(file)
  }
}

const store = async (ground: Ground, file: string, name: string, bytes: Uint8Array): Promise<string> => {
  try {
    const present = await unlessMissing(() => readFile(onDisk(ground, file)), null)
    if (present?.equals(bytes)) return name
    if (present !== null) await setAside(ground, file)
    await replaceFile(onDisk(ground, file), bytes, { single: true })
    return name
  } catch (error) {
    throw toFaultError(error, file)
  }
}

/** The bytes, or null when there are none that fit the name; damage is set aside and reported. */
export const readAttachment = async (ground: Ground, lab: string, name: string): Promise<Uint8Array | null> => {
  if (!isAttachment(name)) return null
  const file = fileOf(lab, name)
  try {
    const bytes = await unlessMissing(() => readFile(onDisk(ground, file)), null)
    if (bytes === null || attachmentFits(name, bytes)) return bytes
    const keptAs = ground.readOnly ? undefined : await setAside(ground, file)
    ground.report({ kind: 'broken', file, detail: 'the content does not fit the name', ...(keptAs === undefined ? {} : { keptAs }) })
  } catch (error) {
    ground.report(toFault(error, file))
  }
  return null
}

/** Names of all attachments of a lab, without looking into them. @param folder of the workspace */
export const attachmentsIn = async (folder: string, lab: string): Promise<ReadonlySet<string>> => {
  const found = await unlessMissing(() => readdir(join(folder, attachmentsFolder(lab))), [])
  return new Set(found.filter(isAttachment))
}
