/** Holds the catalogue's thread: hands entries over, passes questions on, and drops those nobody waits for any more. */
import { Worker } from 'node:worker_threads'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import type { QuestionKind, Questions, Told, ToWorker } from './messages.ts'

export type CatalogueRunnerOptions = {
  /** The thread's file: `worker.ts` as it is, or what a bundler made of it. */
  readonly workerUrl: URL
  readonly onProgress: (ready: number, of: number) => void
  /** Lines of a source that are no entries. */
  readonly onDamaged: (source: string, lines: readonly number[]) => void
  /** The thread is gone with everything it held. */
  readonly onDeath: (why: string) => void
}

/** The catalogue could not answer: its thread died or was ended. */
export class CatalogueError extends Error {}

export type CatalogueRunner = {
  /** Bytes are handed over and must not be used afterwards. */
  source(source: string, bytes: Uint8Array<ArrayBuffer>): void
  put(entries: readonly CatalogueEntry[]): void
  drop(ids: readonly string[]): void
  /** Forgets every entry of a source. */
  dropSource(source: string): void
  coming(more: boolean): void
  /** Rejects with the signal's reason when nobody waits any more, with {@link CatalogueError} when the thread is gone. */
  ask<K extends QuestionKind>(of: K, ask: Questions[K]['ask'], signal?: AbortSignal): Promise<Questions[K]['answer']>
  close(): Promise<void>
}

type Asking = { readonly done: (answer: never) => void; readonly fail: (why: unknown) => void }

/** The thread starts at once and does not keep the process alive. */
export function createCatalogueRunner({ workerUrl, onProgress, onDamaged, onDeath }: CatalogueRunnerOptions): CatalogueRunner {
  const worker = new Worker(workerUrl, { name: 'labinov-catalogue' })
  worker.unref()
  const asking = new Map<number, Asking>()
  let last = 0
  let over = false
  const end = (why: string): void => {
    over = true
    const left = [...asking.values()]
    asking.clear()
    for (const one of left) one.fail(new CatalogueError(why))
  }
  const die = (why: string): void => {
    if (over) return
    end(why)
    void worker.terminate()
    onDeath(why)
  }
  const settle = (told: Extract<Told, { kind: 'answer' | 'failed' }>): void => {
    const one = asking.get(told.id)
    asking.delete(told.id)
    // An answer has the type of its question.
    if (told.kind === 'answer') one?.done(told.answer as never)
    else one?.fail(new CatalogueError(told.message))
  }
  const hear = (told: Told): void => {
    if (told.kind === 'progress') onProgress(told.ready, told.of)
    else if (told.kind === 'damaged') onDamaged(told.source, told.lines)
    else settle(told)
  }
  worker.on('message', hear)
  worker.on('error', (why: unknown) => die(`the catalogue stopped: ${why instanceof Error ? why.message : String(why)}`))
  worker.on('messageerror', (why) => die(`the catalogue could not be understood: ${why.message}`))
  worker.on('exit', (code) => die(`the catalogue ended (code ${code})`))
  const post = (message: ToWorker, transfer: ArrayBuffer[] = []): void => {
    if (!over) worker.postMessage(message, transfer)
  }

  return {
    source: (source, bytes) => post({ kind: 'source', source, bytes }, [bytes.buffer]),
    put: (entries) => post({ kind: 'put', entries }),
    drop: (ids) => post({ kind: 'drop', ids }),
    dropSource: (source) => post({ kind: 'dropSource', source }),
    coming: (more) => post({ kind: 'coming', more }),
    ask: (of, ask, signal) =>
      new Promise((done, fail) => {
        if (over) return fail(new CatalogueError('the catalogue is closed'))
        if (signal?.aborted) return fail(signal.reason)
        last += 1
        const id = last
        const drop = (): void => {
          if (!asking.delete(id)) return
          post({ kind: 'forget', id })
          fail(signal?.reason)
        }
        const settled = (): void => signal?.removeEventListener('abort', drop)
        asking.set(id, {
          done: (answer) => {
            settled()
            done(answer)
          },
          fail: (why) => {
            settled()
            fail(why)
          },
        })
        signal?.addEventListener('abort', drop, { once: true })
        // Kind and question belong together, which the parameters of this method have seen to.
        post({ kind: 'ask', id, of, ask } as Extract<ToWorker, { kind: 'ask' }>)
      }),
    close: async () => {
      end('the catalogue is closed')
      await worker.terminate()
    },
  }
}
