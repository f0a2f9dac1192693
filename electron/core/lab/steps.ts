/** What an export tells while it is written. */
import { basename } from 'node:path'
import type { ExportStep } from '#shared/api/contract.ts'
import { FaultError } from '#shared/model/faults.ts'
import type { WriteReport } from '#shared/model/outline.ts'
import { faultRefusal } from './caller.ts'

type Written = { readonly bytes: Uint8Array; readonly report: WriteReport }
type Work = (request: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal }) => Promise<Written>

/** Runs `write`, tells how far it is, and puts the bytes in place at the end. An aborted or abandoned export leaves no file. */
export async function* exportSteps(
  write: Work,
  place: (bytes: Uint8Array) => Promise<string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportStep, void, void> {
  const steps = createSteps()
  const stop = new AbortController()
  const working = write({
    onProgress: (done) => steps.push({ state: 'working', done: Math.min(1, Math.max(0, done)) }),
    signal: signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]),
  }).finally(steps.end)
  // Heard by `await working` below; without this an early failure would count as unhandled while steps are still read.
  working.catch(() => undefined)
  try {
    yield* steps.read()
    const { bytes, report } = await working
    signal?.throwIfAborted()
    const file = await place(bytes)
    yield {
      state: 'done',
      file,
      name: basename(file),
      bytes: bytes.byteLength,
      report: { ...report, missingGlyphs: [...report.missingGlyphs] },
    }
  } catch (why) {
    // Steps are told after the call itself has succeeded: nobody else turns a fault into words for the caller any more.
    throw why instanceof FaultError ? faultRefusal(why.fault) : why
  } finally {
    // Reached early when the listener goes away in the middle.
    stop.abort()
  }
}

/** Turns calls of a progress function into something that can be iterated; only the newest step is kept. */
function createSteps() {
  let newest: ExportStep | null = null
  let ended = false
  let wake: () => void = () => undefined
  return {
    push: (step: ExportStep) => {
      newest = step
      wake()
    },
    end: () => {
      ended = true
      wake()
    },
    async *read(): AsyncGenerator<ExportStep, void, void> {
      while (!ended) {
        await new Promise<void>((resolve) => {
          wake = resolve
          if (newest !== null || ended) resolve()
        })
        const step = newest
        newest = null
        if (step !== null) yield step
      }
    },
  }
}
