/** Writes documents off the main thread. Takes one job at a time by message; cancelling is ending the thread. */
import { parentPort } from 'node:worker_threads'
import { writeDocx } from './write/docx/write-docx.ts'
import type { Job, Told } from './write/job.ts'
import { writePdf } from './write/pdf/write-pdf.ts'

const port = parentPort
const tell = (told: Told, transfer: ArrayBuffer[] = []): void => port?.postMessage(told, transfer)

port?.on('message', (job: Job) => {
  const options = { clockIso: job.clockIso, fontsFolder: job.fontsFolder, onProgress: (share: number) => tell({ kind: 'progress', share }) }
  const write = job.format === 'pdf' ? writePdf : writeDocx
  write(job.outline, options).then(
    ({ bytes, report }) => {
      // A copy of its own: the writer's buffer may be part of a larger one that cannot be handed over.
      const own = new Uint8Array(bytes)
      tell({ kind: 'done', bytes: own, report }, [own.buffer])
    },
    (why: unknown) => {
      const error = why instanceof Error ? why : new Error(String(why))
      tell({ kind: 'failed', message: error.message, detail: error.stack ?? '' })
    },
  )
})
