/** Files of canvases under way and finished. They go on while one looks at other pages of the same window. */
import { createStore } from 'zustand/vanilla'
import type { CanvasWanted, ExportReport } from '#shared/api/contract.ts'
import { sayNow } from '../../../app/text.ts'
import { faultOf, type Trouble, troubleOf } from '../../../lab/refusal.ts'
import type { LabClient } from '../../../lab/wire.ts'

export type JobState =
  | { readonly state: 'working'; readonly done: number }
  /** Drawn in the page; there is no share to tell. */
  | { readonly state: 'drawing' }
  | { readonly state: 'written'; readonly file: string; readonly name: string; readonly report: ExportReport }
  | { readonly state: 'downloaded'; readonly names: readonly string[] }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly trouble: Trouble }

export type TransferJob = {
  readonly key: number
  /** What the person asked for: `Rencana Aksi, LANGKOK (PDF)`. */
  readonly name: string
  readonly progress: JobState
  readonly stop: () => void
}

/** Newest first. */
export const transferJobs = createStore<{ readonly jobs: readonly TransferJob[] }>(() => ({ jobs: [] }))

/** More than these are not worth a place on the screen; the files themselves stay where they are. */
const mostShown = 4
let last = 0

export const dismissJob = (key: number): void => transferJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.key !== key) }))

function begin(name: string, progress: JobState, stop: () => void): { readonly key: number; readonly tell: (now: JobState) => void } {
  last += 1
  const key = last
  transferJobs.setState(({ jobs }) => ({ jobs: [{ key, name, progress, stop }, ...jobs].slice(0, mostShown) }))
  return {
    key,
    tell: (now) => transferJobs.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.key === key ? { ...job, progress: now } : job)) })),
  }
}

/** Has the lab write the file. Stopping ends the work on the other side too, which then leaves no file. */
export async function writeInLab(client: LabClient, wanted: CanvasWanted, name: string): Promise<void> {
  const stopping = new AbortController()
  const { tell } = begin(name, { state: 'working', done: 0 }, () => stopping.abort())
  try {
    for await (const step of await client.canvas.export(wanted, { signal: stopping.signal })) {
      // The last step may have been on its way when the person stopped.
      if (step.state === 'done') return tell({ state: 'written', file: step.file, name: step.name, report: step.report })
      tell({ state: 'working', done: step.done })
    }
    tell({ state: 'stopped' })
  } catch (error) {
    tell(stopping.signal.aborted ? { state: 'stopped' } : { state: 'failed', trouble: troubleOfFile(error) })
  }
}

/** Of a file that could not be put in its folder it is said so: nothing of the canvas itself is lost by that. */
function troubleOfFile(error: unknown): Trouble {
  const fault = faultOf(error)
  if (fault === null) return troubleOf(error)
  const safe = sayNow('transfer.fileSafe')
  if (fault.kind === 'disk_full')
    return { what: sayNow('transfer.diskFull'), safe, todo: sayNow('transfer.diskFullDo'), detail: fault.detail }
  const folder = fault.file.replace(/[\\/][^\\/]*$/u, '')
  return { what: sayNow('transfer.folderGone', { folder }), safe, todo: sayNow('transfer.folderGoneDo'), detail: fault.detail }
}

/** How long it is told that the browser has a file: its own list of downloads keeps it. */
const toldFor = 10_000

/** Makes the file in the page. @param work gives the names of the files it handed to the browser */
export async function makeHere(name: string, work: () => Promise<readonly string[]>, troubled: (error: unknown) => Trouble): Promise<void> {
  const { key, tell } = begin(name, { state: 'drawing' }, () => undefined)
  try {
    tell({ state: 'downloaded', names: await work() })
    setTimeout(() => dismissJob(key), toldFor)
  } catch (error) {
    tell({ state: 'failed', trouble: troubled(error) })
  }
}
