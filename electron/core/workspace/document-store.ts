/**
 * Reads and writes document files with their generations: damage is set aside and the generation before takes its place,
 * a newer or foreign file is never touched, a save replaces the whole file.
 */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { type Adapter, Low } from 'lowdb'
import type { z } from 'zod'
import { type Fault, FaultError } from '#shared/model/faults.ts'
import { type Content, type DocumentKind, decodeDocument, documentText, type Envelope, encodeDocument, type Refusal } from './document.ts'
import { errorCode, toFault, unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { Lanes } from './lanes.ts'
import { asideOf, previousOf } from './names.ts'
import { ChangedError, putBack, type ReplaceOptions, replaceFile, type Stamp } from './replace-file.ts'

/** Where a document lies and what it must be. */
export type Place<Summary> = {
  /** Relative to the workspace. */
  readonly file: string
  readonly kind: DocumentKind
  readonly id: string
  readonly summary: z.ZodType<Summary>
}

export type Found<Summary> = { readonly content: Content<Summary>; readonly stamp: Stamp }
type Look<Summary> = Found<Summary> | { readonly refusal: Refusal } | { readonly fault: Fault } | null
/** `blocked`: something is in that place that must not be written over. `stuck`: readable, but damage could not be moved out of the way. */
type Recovered<Summary> = (Found<Summary> & { readonly stuck?: Fault }) | { readonly blocked: Fault } | null

/** Content of one save; `state` must not be changed by the caller afterwards. */
export type Draft<Summary> = { readonly summary: Summary; readonly state: Uint8Array }
/** Without a stamp: the file is gone, only its revision is remembered. */
type Base = { readonly revision: number; readonly stamp?: Stamp }
type Known = { readonly revision: number; readonly stamp: Stamp }
export type Saved<Summary> = Known & { readonly summary: Summary }
export type SaveHooks<Summary> = {
  readonly meanwhile?: (saved: Saved<Summary>) => Promise<void>
  readonly saved?: (saved: Saved<Summary>) => void
}
type Waiting = { draft: Draft<unknown>; readonly done: Promise<void> }

/** A lowdb adapter whose `write` resolves only when the document is flushed, in place and read back. */
class DurableFile implements Adapter<Envelope> {
  stamp: Stamp = { mtime: 0, size: 0 }
  private readonly path: string
  private readonly options: ReplaceOptions

  constructor(path: string, options: ReplaceOptions) {
    this.path = path
    this.options = options
  }

  /** Reading goes through `look`, which tells damage from absence; a save never needs what was there. */
  read(): Promise<null> {
    return Promise.resolve(null)
  }

  async write(document: Envelope): Promise<void> {
    this.stamp = await replaceFile(this.path, Buffer.from(documentText(document)), this.options)
  }
}

/** The text and stamp of one and the same version of a file; null when there is none. */
const readWithStamp = (path: string): Promise<{ readonly text: string; readonly stamp: Stamp } | null> =>
  unlessMissing(async () => {
    const handle = await open(path, 'r')
    try {
      const { mtimeMs, size } = await handle.stat()
      return { text: await handle.readFile('utf8'), stamp: { mtime: mtimeMs, size } }
    } finally {
      await handle.close()
    }
  }, null)

/** Opens one file and judges it; moves nothing. */
export const look = async <Summary>(ground: Ground, place: Place<Summary>, file: string = place.file): Promise<Look<Summary>> => {
  try {
    const found = await readWithStamp(onDisk(ground, file))
    if (found === null) return null
    const decoded = decodeDocument(found.text, place)
    return 'refusal' in decoded ? decoded : { content: decoded.content, stamp: found.stamp }
  } catch (error) {
    return { fault: toFault(error, file) }
  }
}

/**
 * The document if it is there and good, read without giving the loop away: four hops through the thread pool cost more than the work
 * itself when 30,000 documents are scanned. Whoever calls it in a row pauses in between; everything but good is for `look`.
 */
export const lookNow = <Summary>(ground: Ground, place: Place<Summary>): Found<Summary> | null => {
  try {
    const file = openSync(onDisk(ground, place.file), 'r')
    try {
      const { mtimeMs, size } = fstatSync(file)
      const decoded = decodeDocument(readFileSync(file, 'utf8'), place)
      return 'refusal' in decoded ? null : { content: decoded.content, stamp: { mtime: mtimeMs, size } }
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}

/** Gives a file a name under which nothing will open or overwrite it, and returns that name. */
export const setAside = async (ground: Ground, file: string): Promise<string> => {
  for (let attempt = 0; ; attempt += 1) {
    const name = asideOf(file, ground.now(), attempt)
    try {
      await link(onDisk(ground, file), onDisk(ground, name))
      await rm(onDisk(ground, file))
      return name
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue
      // No hard links here: a plain rename, which on such systems refuses or replaces nothing that matters (the moment is in the name).
      await rename(onDisk(ground, file), onDisk(ground, name))
      return name
    }
  }
}

export const faultOf = (file: string, refusal: Refusal, keptAs?: string): Fault => ({
  ...refusal,
  file,
  ...(keptAs === undefined ? {} : { keptAs }),
})

export class DocumentStore {
  private readonly ground: Ground
  private readonly lanes = new Lanes()
  private readonly known = new Map<string, Known>()
  private readonly waiting = new Map<string, Waiting>()

  constructor(ground: Ground) {
    this.ground = ground
  }

  /** The document, or null when there is none that can be opened; what was wrong has then been reported. */
  read<Summary>(place: Place<Summary>): Promise<Found<Summary> | null> {
    return this.lanes.run(place.file, async () => {
      const found = await this.recover(place)
      return found === null || 'blocked' in found ? null : found
    })
  }

  /** Tells the store what an index knows, so that the next save need not read the file first. */
  learn(file: string, known: Known): void {
    if (!this.known.has(file)) this.known.set(file, known)
  }

  /**
   * Saves. Saves of one document run one after the other; while one waits, a newer one takes its place and both resolve together.
   * `meanwhile` runs when the file is in place but not yet read back, `saved` when it is.
   */
  write<Summary>(place: Place<Summary>, draft: Draft<Summary>, hooks: SaveHooks<Summary> = {}): Promise<void> {
    const waiting = this.waiting.get(place.file)
    if (waiting !== undefined) {
      waiting.draft = draft
      return waiting.done
    }
    const entry: { draft: Draft<Summary>; done: Promise<void> } = { draft, done: Promise.resolve() }
    // Entered before the lane starts: the save that begins takes itself off the list, and from then on newer content needs a save of its own.
    this.waiting.set(place.file, entry)
    entry.done = this.lanes.run(place.file, () => {
      this.waiting.delete(place.file)
      return this.save(place, entry.draft, hooks)
    })
    return entry.done
  }

  idle(): Promise<void> {
    return this.lanes.idle()
  }

  private async save<Summary>(place: Place<Summary>, draft: Draft<Summary>, hooks: SaveHooks<Summary>): Promise<void> {
    try {
      const known = this.known.get(place.file)
      if (known !== undefined) {
        try {
          return await this.replace(place, draft, hooks, known)
        } catch (error) {
          if (!(error instanceof ChangedError)) throw error
          await this.mustOwn(place.file)
        }
      }
      await this.replace(place, draft, hooks, await this.met(place))
    } catch (error) {
      throw new FaultError({ ...toFault(error, place.file), file: place.file })
    }
  }

  private async replace<Summary>(
    place: Place<Summary>,
    draft: Draft<Summary>,
    hooks: SaveHooks<Summary>,
    before: Base | null,
  ): Promise<void> {
    const revision = (before?.revision ?? 0) + 1
    const { summary, state } = draft
    const adapter = new DurableFile(onDisk(this.ground, place.file), {
      expected: before?.stamp,
      meanwhile: async (stamp) => hooks.meanwhile?.({ revision, stamp, summary }),
    })
    const low = new Low<Envelope>(
      adapter,
      encodeDocument(place.kind, { id: place.id, revision, version: this.ground.version, summary, state }),
    )
    await low.write()
    this.known.set(place.file, { revision, stamp: adapter.stamp })
    hooks.saved?.({ revision, stamp: adapter.stamp, summary })
  }

  /** Another program changed the file. A sync tool may; another owner may not be written over. */
  private async mustOwn(file: string): Promise<void> {
    if (!(await this.ground.lost())) return
    throw new FaultError({ kind: 'locked', file, detail: 'another Labinov has taken this workspace over' })
  }

  /** What the next save builds on; null when nothing was ever here. Throws when the place must not be written over. */
  private async met<Summary>(place: Place<Summary>): Promise<Base | null> {
    const known = this.known.get(place.file)
    const found = await this.recover(place)
    if (found !== null && 'blocked' in found) throw new FaultError(found.blocked)
    if (found === null) return known === undefined ? null : { revision: known.revision }
    if (found.stuck !== undefined) throw new FaultError(found.stuck)
    return { revision: Math.max(found.content.revision, known?.revision ?? 0), stamp: found.stamp }
  }

  private async recover<Summary>(place: Place<Summary>): Promise<Recovered<Summary>> {
    const present = await look(this.ground, place)
    if (present !== null && 'content' in present) {
      this.known.set(place.file, { revision: present.content.revision, stamp: present.stamp })
      return present
    }
    if (present !== null && 'fault' in present) return this.blocked(present.fault)
    if (present !== null && present.refusal.kind === 'too_new') return this.blocked(faultOf(place.file, present.refusal))
    return this.fallBack(place, present?.refusal ?? null)
  }

  /** The present generation is gone or no good: the one before, if that is good. */
  private async fallBack<Summary>(place: Place<Summary>, refusal: Refusal | null): Promise<Recovered<Summary>> {
    const before = await look(this.ground, place, previousOf(place.file))
    const good = before !== null && 'content' in before ? before : null
    if (refusal === null && before === null) return null
    if (refusal?.kind === 'not_ours' && good === null) return this.blocked(faultOf(place.file, refusal))
    const outcome = good === null ? 'there is no good generation before it' : 'the generation before it is open'
    const why = refusal ?? { kind: 'missing' as const, detail: 'the file is gone' }
    const fault: Fault = { ...why, file: place.file, detail: `${why.detail}; ${outcome}` }
    if (this.ground.readOnly) {
      this.ground.report(fault)
      return good
    }
    try {
      const keptAs = refusal === null ? undefined : await setAside(this.ground, place.file)
      this.ground.report(keptAs === undefined ? fault : { ...fault, keptAs })
      if (good === null) return null
      await putBack(onDisk(this.ground, place.file), false)
      this.known.set(place.file, { revision: good.content.revision, stamp: good.stamp })
      return good
    } catch (error) {
      const stuck = this.blocked(toFault(error, place.file))
      this.ground.report(fault)
      return good === null ? stuck : { ...good, stuck: stuck.blocked }
    }
  }

  private blocked(fault: Fault): { readonly blocked: Fault } {
    this.ground.report(fault)
    return { blocked: fault }
  }
}
