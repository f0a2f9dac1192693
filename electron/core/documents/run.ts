/** Holds the one worker that builds and writes documents: a queue, progress, cancelling, and a fresh thread after a crash. */
import { Worker } from 'node:worker_threads'
import type { Outline, WriteReport } from '#shared/model/outline.ts'
import type { Packs } from '#shared/rules/packs.ts'
import type { BookTask, Chapter, PrintDone, PrintStore, PrintTask } from './print-task.ts'
import type { TableSheet } from './read/read-xlsx.ts'
import { UnreadError } from './read/unpack.ts'
import type { Ask, Format, Given, Job, Told, ToWorker } from './write/job.ts'
import type { Workbook } from './write/xlsx/workbook.ts'

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

/** What building needs beside the task: packs are handed over once, innovations and pictures when they are asked for. */
export type PrintRequest = Omit<WriteRequest, 'clockIso'> & { readonly packs: Packs; readonly store: PrintStore }

export type DocumentRunner = {
  /** Builds and writes one print. Rejects like `write`, and with what the store rejects with. */
  print(task: PrintTask, request: PrintRequest): Promise<PrintDone>
  /** Builds many and writes them as one book; null when no chapter is left. A chapter that fails is told, and the others go on. */
  book(
    task: BookTask,
    request: PrintRequest & { readonly onChapter: (at: number, chapter: Chapter) => void },
  ): Promise<{ readonly bytes: Uint8Array; readonly report: WriteReport } | null>
  /**
   * Writes one document; requests wait their turn. Rejects with the signal's reason when aborted, with {@link DocumentWriteError} when the
   * writer fails or its thread dies, or when the runner is closed.
   */
  write(outline: Outline, format: Format, request: WriteRequest): Promise<{ readonly bytes: Uint8Array; readonly report: WriteReport }>
  /** The same for a workbook of rows. */
  writeTable(workbook: Workbook, request: WriteRequest): Promise<{ readonly bytes: Uint8Array; readonly report: WriteReport }>
  /** The sheets of an XLSX file as text. Rejects with `UnreadError` when it cannot be read. */
  readTable(bytes: Uint8Array, signal?: AbortSignal): Promise<readonly TableSheet[]>
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

/** Megabytes for what the writer has just made: a book would otherwise let it grow to hundreds before the first sweep. */
const youngest = 16

type Answer = Extract<Told, { kind: 'done' | 'read' | 'printed' }>
type Request = Pick<WriteRequest, 'signal' | 'onProgress'> & {
  readonly print?: Pick<PrintRequest, 'packs' | 'store'>
  readonly onChapter?: (at: number, chapter: Chapter) => void
}
type Waiting = {
  readonly job: Job
  readonly request: Request
  readonly done: (answer: Answer) => void
  readonly fail: (why: unknown) => void
  readonly forget: () => void
}

/** The thread starts with the first request and stays until it is cancelled, dies or the runner is closed; it does not keep the process alive. */
export function createDocumentRunner({ workerUrl, fontsFolder }: RunnerOptions): DocumentRunner {
  const queue: Waiting[] = []
  let worker: Worker | null = null
  /** Those that the thread has. */
  let packs: Packs | null = null
  let current: Waiting | null = null
  let closed = false
  /** Why a store could not give what was asked for. */
  const lacking = new WeakMap<Waiting, unknown>()

  const finish = (settle: (one: Waiting) => void): void => {
    const one = current
    current = null
    if (one) {
      one.forget()
      settle(one)
      // A book of hundreds leaves a thread so large that a fresh one costs less than keeping it.
      if (one.job.format === 'book') void drop()
    }
    next()
  }
  const drop = (): Promise<unknown> => {
    const old = worker
    worker = null
    packs = null
    old?.removeAllListeners()
    // A thread that is being ended may still fail; nobody waits for it any more.
    old?.on('error', () => undefined)
    return old?.terminate() ?? Promise.resolve()
  }
  const died = (why: string, detail = ''): void => {
    void drop()
    finish((one) => one.fail(new DocumentWriteError(why, detail)))
  }
  const answer = async (one: Waiting, ask: Ask): Promise<void> => {
    const store = one.request.print?.store
    if (store === undefined) return
    const transfer: ArrayBuffer[] = []
    let given: Given
    try {
      given =
        ask.of === 'innovation'
          ? { of: 'innovation', state: await store.innovation(ask.lab, ask.id) }
          : { of: 'pictures', pictures: await store.pictures(ask.lab, ask.names) }
      for (const bytes of bytesIn(given)) if (isWhole(bytes)) transfer.push(bytes.buffer)
    } catch (why) {
      lacking.set(one, why)
      given = { of: 'nothing' }
    }
    // Cancelled meanwhile: the thread that asked is gone.
    if (one === current) worker?.postMessage({ format: 'given', given } satisfies ToWorker, transfer)
  }
  const hear = (told: Told): void => {
    if (told.kind === 'progress') current?.request.onProgress?.(told.share)
    else if (told.kind === 'chapter') current?.request.onChapter?.(told.at, told.chapter)
    else if (told.kind === 'ask') void (current && answer(current, told.ask))
    else if (told.kind === 'done' || told.kind === 'read' || told.kind === 'printed') finish((one) => one.done(told))
    else if (told.kind === 'unread') finish((one) => one.fail(new UnreadError(told.reason, told.message)))
    else finish((one) => one.fail(lacking.has(one) ? lacking.get(one) : new DocumentWriteError(told.message, told.detail)))
  }
  const thread = (): Worker => {
    if (worker) return worker
    const fresh = new Worker(workerUrl, { name: 'labinov-documents', resourceLimits: { maxYoungGenerationSizeMb: youngest } })
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
  const withPacks = ({ job, request }: Waiting): Job => {
    if (request.print === undefined || (job.format !== 'print' && job.format !== 'book')) return job
    const known = packs === request.print.packs
    packs = request.print.packs
    return { ...job, packs: known ? null : packs }
  }
  const next = (): void => {
    if (current || closed) return
    current = queue.shift() ?? null
    if (!current) return void worker?.unref()
    const one = current
    try {
      const ready = thread()
      ready.ref()
      ready.postMessage(withPacks(one))
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

  const run = (job: Job, request: Request): Promise<Answer> =>
    new Promise((done, fail) => {
      const { signal } = request
      if (closed) return fail(new DocumentWriteError('the document writer is closed'))
      if (signal?.aborted) return fail(signal.reason)
      const onAbort = (): void => cancel(one, signal?.reason)
      const one: Waiting = { job, request, done, fail, forget: () => signal?.removeEventListener('abort', onAbort) }
      signal?.addEventListener('abort', onAbort, { once: true })
      queue.push(one)
      next()
    })
  const written = (answer: Answer): { readonly bytes: Uint8Array; readonly report: WriteReport } => {
    if (answer.kind !== 'done') throw new DocumentWriteError('the document writer answered something else')
    return { bytes: answer.bytes, report: answer.report }
  }

  return {
    print: async (print, { packs, store, ...request }) => {
      const answer = await run({ print, format: 'print', packs: null, fontsFolder }, { ...request, print: { packs, store } })
      if (answer.kind !== 'printed') throw new DocumentWriteError('the document writer answered something else')
      return answer.done
    },
    book: async (book, { packs, store, ...request }) => {
      const done = written(await run({ book, format: 'book', packs: null, fontsFolder }, { ...request, print: { packs, store } }))
      return done.bytes.byteLength === 0 ? null : done
    },
    write: async (outline, format, request) => written(await run({ outline, format, clockIso: request.clockIso, fontsFolder }, request)),
    writeTable: async (workbook, request) => written(await run({ workbook, format: 'xlsx', clockIso: request.clockIso }, request)),
    readTable: async (bytes, signal) => {
      const answer = await run({ bytes, format: 'table' }, { signal })
      if (answer.kind !== 'read') throw new DocumentWriteError('the document reader answered something else')
      return answer.sheets
    },
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

const bytesIn = (given: Given): readonly Uint8Array[] =>
  given.of === 'innovation'
    ? given.state === null
      ? []
      : [given.state]
    : given.of === 'pictures'
      ? [...given.pictures.values()].map(({ bytes }) => bytes)
      : []

/** A buffer that is part of a larger one, as small files come in, is copied. */
const isWhole = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
