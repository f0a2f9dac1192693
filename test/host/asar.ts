/** Reads a packed app: a header in JSON, then the files one after the other. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
}

export type PackedFile = { readonly path: string; readonly bytes: Uint8Array | null }

/** Every file with its content; null for one that lies beside the archive. */
export async function readAsar(archive: string): Promise<readonly PackedFile[]> {
  const all = await readFile(archive)
  const begin = 8 + all.readUInt32LE(4)
  // The archive's own header.
  const root = JSON.parse(all.toString('utf8', 16, 16 + all.readUInt32LE(12))) as Entry
  const list = (entry: Entry, path: string): PackedFile[] => {
    if (entry.files) return Object.entries(entry.files).flatMap(([name, inner]) => list(inner, path ? `${path}/${name}` : name))
    if (entry.unpacked) return [{ path, bytes: null }]
    const from = begin + Number(entry.offset ?? 0)
    return [{ path, bytes: all.subarray(from, from + (entry.size ?? 0)) }]
  }
  return list(root, '')
}

/** Writes the packed files below a folder. */
export async function unpackAsar(files: readonly PackedFile[], folder: string): Promise<void> {
  for (const { path, bytes } of files) {
    if (!bytes) continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
}
