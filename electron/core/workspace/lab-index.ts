/**
 * The summaries of one lab, in memory and cached in `index.jsonl`. The documents decide: a cached line counts only while the file it
 * speaks of has the very same stamp. Losing the index costs time and nothing else.
 */

import { statSync } from 'node:fs'
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { type InnovationSummary, innovationSummary } from '#shared/model/summary.ts'
import { type DocumentStore, lookNow, type Place } from './document-store.ts'
import { toFault, toFaultError, unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { type Entry, entryLine, headLine, readIndexText } from './index-text.ts'
import { Lanes } from './lanes.ts'
import { draftOf, indexFile, innovationFile, innovationsFolder, isId } from './names.ts'
import { moveFile, type Stamp, sameStamp } from './replace-file.ts'

type InnovationEntry = Entry<InnovationSummary>

/** Documents whose stamps are compared between two pauses, so that the window stays alive: about 2 ms of work. */
const batch = 512
/** Documents read between two pauses while an index is rebuilt: about 1 ms. */
const reads = 8

const tooLong = (lines: number, entries: number): boolean => lines > entries * 1.5 + 64

export const innovationPlace = (lab: string, id: string): Place<InnovationSummary> => ({
  file: innovationFile(lab, id),
  kind: 'innovation',
  id,
  summary: innovationSummary,
})

/** Ids with a document in the folder, also those of which only the generation before is left; sorted. */
export const innovationIds = async (ground: Ground, lab: string): Promise<readonly string[]> => {
  const names = await unlessMissing(() => readdir(onDisk(ground, innovationsFolder(lab))), [])
  const ids = new Set<string>()
  for (const name of names) {
    const stem = name.endsWith('.json')
      ? name.slice(0, -'.json'.length)
      : name.endsWith('.json.prev')
        ? name.slice(0, -'.json.prev'.length)
        : ''
    if (isId(stem)) ids.add(stem)
  }
  return [...ids].sort()
}

export class LabIndex {
  private readonly ground: Ground
  private readonly store: DocumentStore
  private readonly lab: string
  private readonly lane = new Lanes()
  private entries: Map<string, InnovationEntry> | null = null
  private loading: Promise<Map<string, InnovationEntry>> | null = null
  /** Saves that happened before or while the index is loaded; they are newer than anything the load meets. */
  private readonly early = new Map<string, InnovationEntry>()
  private list: readonly InnovationSummary[] | null = null
  private lines = 0
  private headed = false

  constructor(ground: Ground, store: DocumentStore, lab: string) {
    this.ground = ground
    this.store = store
    this.lab = lab
  }

  async summaries(): Promise<readonly InnovationSummary[]> {
    const entries = await this.load()
    const list = this.list ?? Array.from(entries.values(), (entry) => entry.summary)
    if (entries === this.entries) this.list = list
    return list
  }

  /** Called when a document has been saved. */
  note(id: string, entry: InnovationEntry): void {
    if (this.entries === null) this.early.set(id, entry)
    else this.entries.set(id, entry)
    this.list = null
  }

  /** Adds one line to the cache. Never fails: what the cache misses, the next load finds in the document. */
  async append(id: string, entry: InnovationEntry): Promise<void> {
    await this.lane.run('file', async () => {
      try {
        const head = this.headed ? '' : await this.missingHead()
        await appendFile(onDisk(this.ground, indexFile(this.lab)), head + entryLine(id, entry))
        this.lines += 1
        this.headed = true
      } catch (error) {
        this.ground.log('warn', 'a line could not be added to the index', { ...toFault(error, indexFile(this.lab)) })
      }
    })
  }

  /** Forgets the cache and reads every document. */
  async rebuild(): Promise<void> {
    await this.loading?.catch(() => undefined)
    this.entries = null
    this.list = null
    this.loading = this.begin(Promise.resolve(new Map()), true)
    await this.loading
  }

  /** Writes the cache anew when most of it is out of date. */
  async compact(): Promise<void> {
    await this.lane.run('file', async () => {
      if (this.entries === null || this.ground.readOnly || !tooLong(this.lines, this.entries.size)) return
      await this.rewrite(this.entries)
    })
  }

  private load(): Promise<Map<string, InnovationEntry>> {
    if (this.entries !== null) return Promise.resolve(this.entries)
    this.loading ??= this.begin(this.readCache(), false)
    return this.loading
  }

  /** A load that fails is forgotten, so that the next one tries again. */
  private async begin(cached: Promise<Map<string, InnovationEntry>>, anew: boolean): Promise<Map<string, InnovationEntry>> {
    try {
      return await this.fill(await cached, anew)
    } catch (error) {
      throw toFaultError(error, innovationsFolder(this.lab))
    } finally {
      this.loading = null
    }
  }

  private async missingHead(): Promise<string> {
    const info = await unlessMissing(() => stat(onDisk(this.ground, indexFile(this.lab))), null)
    return info === null || info.size === 0 ? headLine(this.lab) : '\n'
  }

  private async readCache(): Promise<Map<string, InnovationEntry>> {
    try {
      const text = await unlessMissing(() => readFile(onDisk(this.ground, indexFile(this.lab)), 'utf8'), '')
      const read = readIndexText<InnovationSummary>(text, this.lab)
      this.lines = read?.lines ?? 0
      return read?.entries ?? new Map()
    } catch (error) {
      this.ground.log('warn', 'the index could not be read and is rebuilt', { ...toFault(error, indexFile(this.lab)) })
      return new Map()
    }
  }

  /** Compares the cache with the folder, document by document, and reads those that differ. */
  private async fill(cached: Map<string, InnovationEntry>, anew: boolean): Promise<Map<string, InnovationEntry>> {
    const ids = await innovationIds(this.ground, this.lab)
    const entries = new Map<string, InnovationEntry>()
    const differing: string[] = []
    for (const [at, id] of ids.entries()) {
      if (at % batch === batch - 1) await breathe()
      const entry = cached.get(id)
      const stamp = entry === undefined ? null : this.stampOf(id)
      if (entry === undefined || stamp === null || !sameStamp(stamp, entry.stamp)) differing.push(id)
      else {
        entries.set(id, entry)
        this.store.learn(innovationFile(this.lab, id), entry)
      }
    }
    const kept = entries.size
    await this.readInto(entries, differing)
    for (const [id, entry] of this.early) entries.set(id, entry)
    // An empty list is not kept: the folder may be on a stick that was pulled for a moment.
    if (entries.size === 0) return entries
    this.early.clear()
    this.entries = entries
    if (!this.ground.readOnly && (anew || cached.size > kept || entries.size > kept)) await this.bringUpToDate(entries, differing)
    return entries
  }

  /** A few late documents get a line each; more than that, and the cache is written anew. */
  private async bringUpToDate(entries: Map<string, InnovationEntry>, differing: readonly string[]): Promise<void> {
    if (differing.length > 64 || this.lines === 0 || tooLong(this.lines, entries.size)) {
      await this.lane.run('file', () => this.rewrite(entries))
      return
    }
    for (const id of differing) {
      const entry = entries.get(id)
      if (entry !== undefined) await this.append(id, entry)
    }
  }

  private stampOf(id: string): Stamp | null {
    const info = statSync(onDisk(this.ground, innovationFile(this.lab, id)), { throwIfNoEntry: false })
    return info === undefined ? null : { mtime: info.mtimeMs, size: info.size }
  }

  private async readInto(entries: Map<string, InnovationEntry>, ids: readonly string[]): Promise<void> {
    for (const [at, id] of ids.entries()) {
      if (at % reads === reads - 1) await breathe()
      const place = innovationPlace(this.lab, id)
      const found = lookNow(this.ground, place) ?? (await this.store.read(place))
      if (found === null) continue
      const { revision, summary } = found.content
      const entry = { revision, stamp: found.stamp, summary }
      entries.set(id, entry)
      this.store.learn(place.file, entry)
    }
  }

  private async rewrite(entries: ReadonlyMap<string, InnovationEntry>): Promise<void> {
    try {
      const lines = [headLine(this.lab)]
      for (const [id, entry] of entries) lines.push(entryLine(id, entry))
      const path = onDisk(this.ground, indexFile(this.lab))
      // Neither flushed nor kept in two generations: a torn cache is noticed by its checksums and costs one scan.
      await writeFile(draftOf(path), lines.join(''))
      await moveFile(draftOf(path), path)
      this.lines = entries.size
      this.headed = true
    } catch (error) {
      this.ground.log('warn', 'the index could not be written', { ...toFault(error, indexFile(this.lab)) })
    }
  }
}
