/**
 * Hands the catalogue's thread what there is to find: lines of the labs' indexes and sources taken in. Begins when somebody first asks, so
 * that the start of the app does not wait for it, and follows every change from then on.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import type { QuestionKind, Questions } from '#core/catalogue/messages.ts'
import { CatalogueError, type CatalogueRunner, createCatalogueRunner } from '#core/catalogue/run.ts'
import type { Log } from '#core/ports.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { Change } from '#shared/api/contract.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { InnovationSummary, LabSummary } from '#shared/model/summary.ts'
import { entryId, entryOfSummary } from '#shared/rules/catalogue.ts'
import type { Broadcast } from './broadcast.ts'
import type { Library } from './library.ts'

export type CatalogueFeed = {
  /** Answers from what can be searched by now. Rejects with the signal's reason when nobody waits any more. */
  ask<K extends QuestionKind>(of: K, ask: Questions[K]['ask'], signal?: AbortSignal): Promise<Questions[K]['answer']>
  /** Resolves when everything that is there now can be found. */
  whole(): Promise<void>
  /** A source was taken in, replaced or brought back. Resolves when the next question will know of it. */
  sourceThere(source: string): Promise<void>
  sourceGone(source: string): void
  innovation(lab: string, summary: InnovationSummary): void
  lab(summary: LabSummary): void
  close(): Promise<void>
}

export type FeedParts = {
  readonly workspace: Workspace
  readonly library: Library
  readonly changes: Broadcast<Change>
  readonly workerUrl: URL
  readonly log: Log
}

/** Lines turned into entries at a stretch; in between others are heard. */
const batch = 250
/** A thread that dies so often while taking in would die for ever. */
const mostDeaths = 3

/** Reading something for the thread takes a while; only the newest reading of a thing is handed over. */
function createTurns() {
  const turns = new Map<string, number>()
  /** Begins a turn, or ends those that run; tells whether it is still the newest. */
  return (of: string): (() => boolean) => {
    const turn = (turns.get(of) ?? 0) + 1
    turns.set(of, turn)
    return () => turns.get(of) === turn
  }
}

/** What an entry takes from its lab; unit names are part of it. */
type Frame = { readonly summary: LabSummary; readonly units: ReadonlyMap<string, string>; readonly key: string }

/** The thread of the catalogue lies beside that of the documents, as source and as bundle. */
export const catalogueWorkerBeside = (documentWorker: URL): URL =>
  documentWorker.pathname.endsWith('.ts')
    ? new URL('../catalogue/worker.ts', documentWorker)
    : new URL('catalogue-worker.js', documentWorker)

export function createCatalogueFeed({ workspace, library, changes, workerUrl, log }: FeedParts): CatalogueFeed {
  let runner: CatalogueRunner | null = null
  let filled: Promise<void> | null = null
  let deaths = 0
  let closed = false
  const frames = new Map<string, Frame>()
  const labTurn = createTurns()
  const sourceTurn = createTurns()
  /** Lab → innovations told of while its lines are handed over: what was read before must not overtake them. */
  const newer = new Map<string, Set<string>>()
  /** Everything waits for the last word on progress. */
  let far = { ready: 0, of: 1 }
  const waiting = new Set<() => void>()

  const fresh = (): CatalogueRunner => {
    frames.clear()
    newer.clear()
    far = { ready: 0, of: 1 }
    return createCatalogueRunner({
      workerUrl,
      onProgress: (ready, of) => {
        const told = far
        far = { ready, of }
        if (ready >= of) for (const wake of waiting) wake()
        if (told.ready !== ready || told.of !== of) changes.tell({ kind: 'catalogue', ready, of })
      },
      onDamaged: (source, lines) => workspace.catalogue.damaged(source, lines),
      onDeath: (why) => {
        log('error', 'the catalogue begins anew', { why })
        deaths += 1
        runner = null
        filled = null
        for (const wake of waiting) wake()
      },
    })
  }

  const frameOf = async (summary: LabSummary): Promise<Frame> => {
    const lab = await library.lab(summary.id as LabId) // ids of summaries are ids of labs
    const units = new Map((lab?.units ?? []).map(({ id, name }) => [String(id), name]))
    const key = JSON.stringify([summary.region, summary.province, summary.year, [...units]])
    return { summary, units, key }
  }
  const giveLab = async (to: CatalogueRunner, id: string): Promise<void> => {
    const newest = labTurn(id)
    // As it is now: who asks may have read it a while ago.
    const summary = workspace.labs().find((lab) => lab.id === id)
    if (summary === undefined) return
    const frame = await frameOf(summary)
    if (!newest()) return
    frames.set(id, frame)
    const told = new Set<string>()
    newer.set(id, told)
    const lines = (await library.summaries(id as LabId)).filter(({ archived }) => !archived) // ids of summaries are ids of labs
    for (let at = 0; at < lines.length && newest(); at += batch) {
      const some = lines.slice(at, at + batch).filter((one) => !told.has(one.id))
      to.put(some.map((one) => entryOfSummary(summary, frame.units.get(one.unit ?? '') ?? '', one)))
      await breathe()
    }
    if (newest()) newer.delete(id)
  }
  const giveSource = async (to: CatalogueRunner, source: string): Promise<void> => {
    const newest = sourceTurn(source)
    const bytes = await workspace.catalogue.read(source)
    if (bytes === null || !newest()) return
    // Whatever was there of it gives way in the same breath.
    to.dropSource(source)
    to.source(source, bytes)
  }
  /** Labs first: they are the smaller part and what people look for most. */
  const fill = async (to: CatalogueRunner): Promise<void> => {
    to.coming(true)
    for (const { id } of workspace.labs()) {
      if (runner !== to) return
      await attempt('a lab could not be read for the catalogue', () => giveLab(to, id))
    }
    for (const { id } of await workspace.catalogue.list()) {
      if (runner !== to) return
      await attempt('a source could not be read for the catalogue', () => giveSource(to, id))
    }
    to.coming(false)
  }
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (why) {
      log('warn', what, { why: String(why) })
    }
  }
  const started = (): CatalogueRunner => {
    if (closed) throw new CatalogueError('the catalogue is closed')
    if (runner !== null) return runner
    if (deaths >= mostDeaths) throw new CatalogueError('the catalogue does not hold')
    const one = fresh()
    runner = one
    filled = fill(one)
    return one
  }
  return {
    ask: (of, ask, signal) => started().ask(of, ask, signal),
    async whole() {
      for (;;) {
        const one = started()
        await filled
        if (runner !== one) continue
        if (far.ready >= far.of) return
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
    },
    async sourceThere(source) {
      const to = runner
      if (to === null) return
      await attempt('a source could not be read for the catalogue', () => giveSource(to, source))
    },
    sourceGone(source) {
      sourceTurn(source)
      runner?.dropSource(source)
    },
    innovation(lab, summary) {
      if (runner === null) return
      newer.get(lab)?.add(summary.id)
      if (summary.archived) return runner.drop([entryId(lab, summary.id)])
      const frame = frames.get(lab)
      // A lab that is not read yet brings it along.
      if (frame === undefined) return
      runner.put([entryOfSummary(frame.summary, frame.units.get(summary.unit ?? '') ?? '', summary)])
    },
    lab(summary) {
      const to = runner
      const known = frames.get(summary.id)
      if (to === null) return
      void attempt('a lab could not be read for the catalogue', async () => {
        // Nearly every save of a lab leaves alone what its entries take from it.
        if (known !== undefined && (await frameOf(summary)).key === known.key) return
        if (runner === to) await giveLab(to, summary.id)
      })
    },
    async close() {
      closed = true
      const old = runner
      runner = null
      for (const wake of waiting) wake()
      await old?.close()
    },
  }
}
