/** Exports under way and finished. They go on while one looks at other pages of the same window. */
import { createStore } from 'zustand/vanilla'
import type { ExportReport } from '#shared/api/contract.ts'
import type { BatchReason, DocumentWanted, ExportFormat } from '#shared/api/documents.ts'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import type { LabClient } from '../../lab/wire.ts'

/** One document and how it is printed, as it is asked for. */
export type Wanted = Omit<DocumentWanted, 'language'> & Partial<Pick<DocumentWanted, 'language'>>
export type BatchWanted = Parameters<LabClient['document']['batch']>[0] & { readonly subjects: string[] }

export type BatchFailure = { readonly subject: string; readonly name: string; readonly reason: BatchReason; readonly detail: string }

export type Progress =
  | { readonly state: 'waiting' }
  | { readonly state: 'working'; readonly done: number; readonly many?: Many | undefined }
  | { readonly state: 'done'; readonly file: string; readonly name: string; readonly report: ExportReport }
  | {
      readonly state: 'doneMany'
      readonly file: string
      readonly name: string
      readonly written: number
      readonly failed: readonly BatchFailure[]
      readonly missingPictures: number
    }
  | { readonly state: 'stopped'; readonly many?: Many | undefined }
  | { readonly state: 'failed'; readonly trouble: Trouble; readonly many?: Many | undefined }

/** How far a batch is. `leftMs` is a guess, null while there is nothing to guess from. */
export type Many = {
  readonly at: number
  readonly of: number
  readonly name: string
  readonly folder: string
  readonly failed: readonly string[]
  readonly leftMs: number | null
}

export type Job = {
  readonly key: number
  /** What the person asked for: `Proposal KIPP, LANGKOK`. */
  readonly title: string
  readonly format: ExportFormat
  readonly book: boolean
  readonly progress: Progress
  readonly stop: () => void
  /** The same once more; of a batch what is still missing, into the folder that is there. Null where there is nothing to do again. */
  readonly again: (() => void) | null
}

export const queueStore = createStore<{ readonly jobs: readonly Job[] }>(() => ({ jobs: [] }))

const over = (progress: Progress): boolean => progress.state !== 'working' && progress.state !== 'waiting'

/** How many exports have ended: the list of documents knows more then. */
export const endedJobs = ({ jobs }: { readonly jobs: readonly Job[] }): number =>
  jobs.reduce((newest, { key, progress }) => (over(progress) ? newest + key : newest), 0)

let last = 0

const change = (key: number, patch: Partial<Job>): void =>
  queueStore.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.key === key ? { ...job, ...patch } : job)) }))

export const dismiss = (key: number): void => queueStore.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.key !== key) }))

type Work = {
  readonly title: string
  readonly format: ExportFormat
  readonly book: boolean
  /** Ends when the work has; `tell` may hand over what to do again. */
  readonly run: (signal: AbortSignal, tell: (progress: Progress, again?: (() => void) | null) => void) => Promise<void>
  /** Waits for the batch before it: two folders at once would take twice as long each. */
  readonly inLine: boolean
  readonly again: () => void
}

let line: Promise<unknown> = Promise.resolve()

/** Newest first. Stopping ends the work on the other side too. */
function start({ title, format, book, run, inLine, again }: Work): void {
  last += 1
  const key = last
  const stopping = new AbortController()
  const begun: Progress = inLine ? { state: 'waiting' } : { state: 'working', done: 0 }
  const job: Job = { key, title, format, book, progress: begun, stop: () => stopping.abort(), again: null }
  queueStore.setState(({ jobs }) => ({ jobs: [job, ...jobs] }))
  const onceMore = (): void => {
    dismiss(key)
    again()
  }
  const tell = (progress: Progress, next?: (() => void) | null): void => {
    const failed = progress.state === 'failed' || progress.state === 'stopped'
    const whole = failed ? onceMore : null
    change(key, { progress, again: next === undefined ? whole : insteadOf(key, next) })
  }
  const go = async (): Promise<void> => {
    if (stopping.signal.aborted) return
    await run(stopping.signal, tell)
  }
  if (!inLine) return void go()
  stopping.signal.addEventListener('abort', () => {
    // One that only waits is over at once.
    const now = queueStore.getState().jobs.find((one) => one.key === key)
    if (now?.progress.state === 'waiting') tell({ state: 'stopped' })
  })
  line = line.then(go, go)
}

/** Work that takes the place of a job that is over. */
const insteadOf = (key: number, work: (() => void) | null): (() => void) | null =>
  work === null
    ? null
    : () => {
        dismiss(key)
        work()
      }

/** @param inLine waits for what was asked for before it, so that many do not all run at once */
export function startExport(client: LabClient, wanted: Wanted, format: ExportFormat, title: string, inLine = false): void {
  start({
    title,
    format,
    book: false,
    inLine,
    again: () => startExport(client, wanted, format, title, inLine),
    run: async (signal, tell) => {
      try {
        for await (const step of await client.document.export({ ...wanted, format }, { signal })) {
          // The last step may have been on its way when the person stopped.
          if (step.state === 'done') return tell({ state: 'done', file: step.file, name: step.name, report: step.report })
          tell({ state: 'working', done: step.done })
        }
        tell({ state: 'stopped' })
      } catch (error) {
        tell(signal.aborted ? { state: 'stopped' } : { state: 'failed', trouble: troubleOf(error) })
      }
    },
  })
}

/** `subjects` names everything that is to be printed, in order: what is left of it after a stop is known by that. */
export function startBatch(client: LabClient, wanted: BatchWanted, title: string): void {
  const book = wanted.as === 'book'
  start({
    title,
    format: wanted.format,
    book,
    inLine: true,
    again: () => startBatch(client, wanted, title),
    run: async (signal, tell) => {
      let many: Many | undefined
      const begun = performance.now()
      const rest = (): (() => void) | undefined => {
        if (book || many === undefined || many.folder === '' || many.at === 0) return undefined
        const { folder, at, failed } = many
        return () => startBatch(client, { ...wanted, folder, subjects: [...failed, ...wanted.subjects.slice(at)] }, title)
      }
      try {
        tell({ state: 'working', done: 0 })
        for await (const step of await client.document.batch(wanted, { signal })) {
          if (step.state === 'done') return tell({ ...step, state: 'doneMany' }, retryOf(client, wanted, title, step))
          const { done, state: _state, ...how } = step
          const took = performance.now() - begun
          many = { ...how, leftMs: done > 0.03 && took > 1500 ? (took / done) * (1 - done) : null }
          tell({ state: 'working', done, many })
        }
        tell({ state: 'stopped', many }, rest())
      } catch (error) {
        tell(signal.aborted ? { state: 'stopped', many } : { state: 'failed', trouble: troubleOf(error), many }, rest())
      }
    },
  })
}

function retryOf(
  client: LabClient,
  wanted: BatchWanted,
  title: string,
  { failed, file }: { readonly failed: readonly BatchFailure[]; readonly file: string },
): (() => void) | null {
  if (failed.length === 0) return null
  if (wanted.as === 'book') return () => startBatch(client, wanted, title)
  const subjects = failed.map(({ subject }) => subject)
  return () => startBatch(client, { ...wanted, subjects, changedOnly: false, ...(file === '' ? {} : { folder: file }) }, title)
}
