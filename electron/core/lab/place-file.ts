/** Puts finished files into a folder: whole or not at all. */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toFaultError } from '#core/workspace/failures.ts'
import { unusedName } from '#shared/rules/names.ts'

/** Replaces a file of that name. Resolves with the path; throws FaultError when the folder cannot be written. */
export async function placeOver(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name)
  const draft = join(folder, `.${randomUUID()}.draft`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(draft, bytes, { flush: true })
    await rename(draft, file)
    return file
  } catch (why) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw toFaultError(why, file)
  }
}

/** Takes ` (2)`, ` (3)` … behind the name when another file has it; a file with the very same bytes is left as it is and counts as placed. */
export async function placeBeside(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    const there = await readdir(folder)
    if (there.includes(name) && Buffer.compare(await readFile(join(folder, name)), bytes) === 0) return join(folder, name)
    return await placeOver(folder, unusedName(name, there), bytes)
  } catch (why) {
    throw toFaultError(why, join(folder, name))
  }
}

/** A folder inside `folder` that is not there yet: of that name, or with ` (2)`, ` (3)` … behind it. Makes none. */
export async function unusedFolder(folder: string, name: string): Promise<string> {
  const there = await readdir(folder).catch(() => [])
  return join(folder, unusedName(name, there))
}
