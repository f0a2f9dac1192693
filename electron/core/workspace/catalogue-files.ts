/**
 * What was taken into the catalogue: `catalogue/<source>.jsonl`, the first line saying what it is, every other one an entry. A source is
 * written whole or not at all; the one before stays beside it as `.prev`. What is put aside is kept in `catalogue/.dibuang/`.
 */
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import { toFaultError, unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { Lanes } from './lanes.ts'
import { checkedId, isId } from './names.ts'
import { moveFile, replaceFile } from './replace-file.ts'

const folder = 'catalogue'
const aside = `${folder}/.dibuang`
const format = 1
/** A head is shorter than this, in bytes. */
const mostHead = 4096
/** Lines made at a stretch; in between others are heard. */
const batch = 500

const headLine = z.object({
  catalogue: z.literal('source'),
  format: z.number().int().positive(),
  id: z.string(),
  name: z.string(),
  entries: z.number().int().nonnegative(),
  takenAt: z.string(),
})
export type SourceHead = Readonly<Pick<z.infer<typeof headLine>, 'id' | 'name' | 'entries' | 'takenAt'>>

export type CatalogueFiles = {
  /** By when they were taken in. One whose head cannot be read is among the faults; its entries are used under its file's name. */
  list(): Promise<readonly SourceHead[]>
  /** The lines after the head; null when there is no such source. */
  read(source: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Puts it in the place of what was there. Throws a FaultError when it cannot be written; then what was there is still there. */
  write(head: SourceHead, entries: readonly unknown[]): Promise<void>
  /** Gives the name under which it is kept; null when there is no such source. */
  setAside(source: string): Promise<string | null>
  /** The source that is back, or null when it is gone or its place is taken. */
  putBack(kept: string): Promise<SourceHead | null>
  /** Says which lines of a source are no entries. */
  damaged(source: string, lines: readonly number[]): void
  idle(): Promise<void>
}

const sourceFile = (source: string): string => `${folder}/${checkedId(source)}.jsonl`
const keptName = /^([a-z0-9-]+)\.(\d{8}T\d{9}Z)$/

export function openCatalogueFiles(ground: Ground, writable: (file: string) => void): CatalogueFiles {
  const lanes = new Lanes()
  const headOf = async (source: string): Promise<SourceHead | null> => {
    const file = sourceFile(source)
    const text = await unlessMissing(() => firstLine(onDisk(ground, file)), null)
    if (text === null) return null
    const read = parsed(text)
    if (read?.format !== undefined && read.format > format) {
      ground.report({ kind: 'too_new', file, format: read.format, detail: 'this source was taken in by a newer Labinov' })
      return null
    }
    if (read !== null) return { id: source, name: read.name, entries: read.entries, takenAt: read.takenAt }
    ground.report({ kind: 'broken', file, detail: 'the first line does not say what this is' })
    return { id: source, name: source, entries: 0, takenAt: '' }
  }
  const moveAway = async (source: string): Promise<string | null> => {
    const name = `${source}.${ground.now().replaceAll(/[-:.]/g, '')}`
    await mkdir(onDisk(ground, aside), { recursive: true })
    return unlessMissing(async () => {
      await moveFile(onDisk(ground, sourceFile(source)), onDisk(ground, `${aside}/${name}.jsonl`))
      return name
    }, null)
  }
  /** System errors leave as faults about the file. */
  const inLane = <T>(source: string, work: () => Promise<T>): Promise<T> =>
    lanes.run(source, async () => {
      try {
        return await work()
      } catch (error) {
        throw toFaultError(error, sourceFile(source))
      }
    })

  return {
    list: async () => {
      const names = await unlessMissing(() => readdir(onDisk(ground, folder)), [])
      const ids = names.filter((name) => name.endsWith('.jsonl')).map((name) => name.slice(0, -'.jsonl'.length))
      const heads = await Promise.all(ids.filter(isId).map(headOf))
      return heads
        .filter((head) => head !== null)
        .sort((a, b) => (a.takenAt < b.takenAt ? -1 : a.takenAt > b.takenAt ? 1 : a.id < b.id ? -1 : 1))
    },
    read: async (source) => {
      const file = sourceFile(source)
      try {
        const bytes = await unlessMissing(() => readFile(onDisk(ground, file)), null)
        if (bytes === null) return null
        const end = bytes.indexOf(10)
        // A copy of its own: it is handed over to another thread, buffer and all.
        return new Uint8Array(end < 0 ? [] : bytes.subarray(end + 1))
      } catch (error) {
        throw toFaultError(error, file)
      }
    },
    write: async (head, entries) => {
      const file = sourceFile(head.id)
      writable(file)
      const lines = await linesOf({ catalogue: 'source', format, ...head }, entries)
      await inLane(head.id, async () => {
        await mkdir(onDisk(ground, folder), { recursive: true })
        await replaceFile(onDisk(ground, file), lines)
      })
    },
    setAside: async (source) => {
      writable(sourceFile(source))
      return inLane(source, () => moveAway(source))
    },
    putBack: async (kept) => {
      const source = keptName.exec(kept)?.[1]
      if (source === undefined || !isId(source)) return null
      const file = sourceFile(source)
      writable(file)
      return inLane(source, async () => {
        if ((await unlessMissing(() => firstLine(onDisk(ground, file)), null)) !== null) return null
        const back = await unlessMissing(async () => {
          await moveFile(onDisk(ground, `${aside}/${kept}.jsonl`), onDisk(ground, file))
          return true
        }, false)
        return back ? headOf(source) : null
      })
    },
    damaged: (source, lines) => {
      const detail = `lines that are no entries: ${lines.slice(0, 20).join(', ')}${lines.length > 20 ? ` and ${lines.length - 20} more` : ''}`
      ground.report({ kind: 'broken', file: sourceFile(source), detail })
    },
    idle: () => lanes.idle(),
  }
}

/** What a killed process left half written. */
export async function tidyCatalogue(ground: Ground): Promise<void> {
  for (const name of await unlessMissing(() => readdir(onDisk(ground, folder)), []))
    if (/\.jsonl(?:\.prev)?\.draft$/.test(name)) await rm(onDisk(ground, `${folder}/${name}`), { force: true })
}

async function linesOf(head: object, entries: readonly unknown[]): Promise<Buffer> {
  const parts: string[] = [`${JSON.stringify(head)}\n`]
  for (let at = 0; at < entries.length; at += batch) {
    parts.push(
      entries
        .slice(at, at + batch)
        .map((entry) => `${JSON.stringify(entry)}\n`)
        .join(''),
    )
    await breathe()
  }
  return Buffer.from(parts.join(''))
}

async function firstLine(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mostHead), 0, mostHead, 0)
    const end = buffer.indexOf(10)
    return buffer.toString('utf8', 0, end < 0 ? bytesRead : end)
  } finally {
    await handle.close()
  }
}

function parsed(text: string): z.infer<typeof headLine> | null {
  try {
    return headLine.parse(JSON.parse(text))
  } catch {
    return null
  }
}
