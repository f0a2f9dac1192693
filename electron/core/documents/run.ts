/** Holds the one worker that writes documents: a queue, progress, cancelling, and a fresh thread after a crash. */
import { Worker } from 'node:worker_threads'
import type { Outline, WriteReport } from '#shared/model/outline.ts'
import type { Format, Job, Told } from './write/job.ts'

export type { Format } from './write/job.ts'

export type RunnerOptions = {
  /** The worker's file: `worker.ts` as it is, or what a bundler made of it. */
  readonly workerUrl: URL
  /** Folder with the font files of `templates/fonts`. */
  readonly fontsFolder: string
}

export type WriteRequest = {
  readonly clockIso: string
  readonly signal?: AbortSignal | undefined
  /** Share of the work done, 0 to 1, rising. */
  readonly onProgress?: ((share: number) => void) | undefined
}

export type DocumentRunner = {
  /**
   * Writes one document; requests wait their turn. Rejects with the signal's reason when aborted, with {@link DocumentWriteError} when the
   * writer fails or its thread dies, or when the runner is closed.
   */
  write(outline: Outline, format: Format, request: WriteRequest): Promise<{ readonly bytes: Uint8Array; readonly report: WriteReport }>
  /** Ends the thread; whatever waits is rejected. */
  close(): Promise<void>
}

/** A document could not be written. `detail` is for a technician. */
export class DocumentWriteError extends Error {
  readonly detail: string
  constructor(message: string, detail = '') {
    super(message)
    this.name = 'DocumentWriteError'
    this.detail = detail
  }
}

type Written = { readonly bytes: Uint8Array; readonly report: WriteReport }
type Waiting = {
  readonly job: Job
  readonly request: WriteRequest
  readonly done: (written: Written) => void
  readonly fail: (why: unknown) => void
  readonly forget: () => void
}

/** The thread starts with the first request and stays until it is cancelled, dies or the runner is closed; it does not keep the process alive. */
export function createDocumentRunner({ workerUrl, fontsFolder }: RunnerOptions): DocumentRunner {
  const queue: Waiting[] = []
  let worker: Worker | null = null
  let current: Waiting | null = null
  let closed = false

  const finish = (settle: (one: Waiting) => void): void => {
    const one = current
    current = null
    if (one) {
      one.forget()
      settle(one)
    }
    next()
  }
  const drop = (): Promise<unknown> => {
    const old = worker
    worker = null
    old?.removeAllListeners()
    // A thread that is being ended may still fail; nobody waits for it any more.
    old?.on('error', () => undefined)
    return old?.terminate() ?? Promise.resolve()
  }
  const died = (why: string, detail = ''): void => {
    void drop()
    finish((one) => one.fail(new DocumentWriteError(why, detail)))
  }
  const hear = (told: Told): void => {
    if (told.kind === 'progress') current?.request.onProgress?.(told.share)
    else if (told.kind === 'done') finish((one) => one.done({ bytes: told.bytes, report: told.report }))
    else finish((one) => one.fail(new DocumentWriteError(told.message, told.detail)))
  }
  const thread = (): Worker => {
    if (worker) return worker
    const fresh = new Worker(workerUrl, { name: 'labinov-documents' })
    fresh.on('message', hear)
    fresh.on('error', (why: unknown) =>
      died(
        `the document writer stopped: ${why instanceof Error ? why.message : String(why)}`,
        why instanceof Error ? (why.stack ?? '') : '',
      ),
    )
    fresh.on('messageerror', (why) => died(`the document writer could not be understood: ${why.message}`))
    fresh.on('exit', (code) => died(`the document writer ended before it was done (code ${code})`))
    worker = fresh
    return fresh
  }
  const next = (): void => {
    if (current || closed) return
    current = queue.shift() ?? null
    if (!current) return void worker?.unref()
    const one = current
    try {
      const ready = thread()
      ready.ref()
      ready.postMessage(one.job)
    } catch (why) {
      finish((failed) => failed.fail(new DocumentWriteError(`the document could not be handed to the writer: ${String(why)}`)))
    }
  }
  const cancel = (one: Waiting, why: unknown): void => {
    if (one === current) {
      void drop()
      finish((running) => running.fail(why))
      return
    }
    const at = queue.indexOf(one)
    if (at < 0) return
    queue.splice(at, 1)
    one.forget()
    one.fail(why)
  }

  return {
    write: (outline, format, request) =>
      new Promise((done, fail) => {
        const { signal } = request
        if (closed) return fail(new DocumentWriteError('the document writer is closed'))
        if (signal?.aborted) return fail(signal.reason)
        const onAbort = (): void => cancel(one, signal?.reason)
        const job: Job = { outline, format, clockIso: request.clockIso, fontsFolder }
        const one: Waiting = { job, request, done, fail, forget: () => signal?.removeEventListener('abort', onAbort) }
        signal?.addEventListener('abort', onAbort, { once: true })
        queue.push(one)
        next()
      }),
    close: async () => {
      closed = true
      const left = [...(current ? [current] : []), ...queue.splice(0)]
      current = null
      for (const one of left) {
        one.forget()
        one.fail(new DocumentWriteError('the document writer is closed'))
      }
      await drop()
    },
  }
}
