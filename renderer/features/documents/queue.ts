/** Exports under way and finished. They go on while one looks at other pages of the same window. */
import { createStore } from 'zustand/vanilla'
import type { ExportFormat, ExportReport } from '#shared/api/contract.ts'
import type { Paper } from '#shared/model/lab.ts'
import type { Language } from '#shared/model/text.ts'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import type { LabClient } from '../../lab/wire.ts'

export type Wanted = {
  readonly lab: string
  readonly innovation?: string
  readonly kind: string
  readonly paper: Paper
  readonly language: Language
  /** ISO day; absent leaves the place of the date empty. */
  readonly date?: string
}

export type Progress =
  | { readonly state: 'working'; readonly done: number }
  | { readonly state: 'done'; readonly file: string; readonly name: string; readonly report: ExportReport }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly trouble: Trouble }

export type Job = {
  readonly key: number
  /** What the person asked for: `Proposal KIPP, LANGKOK`. */
  readonly title: string
  readonly format: ExportFormat
  readonly progress: Progress
  readonly stop: () => void
}

export const queueStore = createStore<{ readonly jobs: readonly Job[] }>(() => ({ jobs: [] }))

let last = 0

const report = (key: number, progress: Progress): void =>
  queueStore.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.key === key ? { ...job, progress } : job)) }))

export const dismiss = (key: number): void => queueStore.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.key !== key) }))

/** Newest first. Stopping ends the work on the other side too, which then leaves no file. */
export function startExport(client: LabClient, wanted: Wanted, format: ExportFormat, title: string): void {
  last += 1
  const key = last
  const stopping = new AbortController()
  const job: Job = { key, title, format, progress: { state: 'working', done: 0 }, stop: () => stopping.abort() }
  queueStore.setState(({ jobs }) => ({ jobs: [job, ...jobs] }))
  void run(client, wanted, format, stopping.signal, (progress) => report(key, progress))
}

async function run(
  client: LabClient,
  wanted: Wanted,
  format: ExportFormat,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<void> {
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
}
