/** Writes documents and reads tables off the main thread. Takes one job at a time by message; cancelling is ending the thread. */
import { parentPort } from 'node:worker_threads'
import { readXlsx } from './read/read-xlsx.ts'
import { UnreadError } from './read/unpack.ts'
import { writeDocx } from './write/docx/write-docx.ts'
import type { Job, Told } from './write/job.ts'
import { writePdf } from './write/pdf/write-pdf.ts'
import { writeXlsx } from './write/xlsx/write-xlsx.ts'

const port = parentPort
const tell = (told: Told, transfer: ArrayBuffer[] = []): void => port?.postMessage(told, transfer)

async function work(job: Job): Promise<void> {
  if (job.format === 'table') return tell({ kind: 'read', sheets: readXlsx(job.bytes) })
  if (job.format === 'xlsx') {
    const bytes = new Uint8Array(writeXlsx(job.workbook, job.clockIso))
    return tell({ kind: 'done', bytes, report: { pages: 0, missingGlyphs: [], missingPictures: 0 } }, [bytes.buffer])
  }
  const options = { clockIso: job.clockIso, fontsFolder: job.fontsFolder, onProgress: (share: number) => tell({ kind: 'progress', share }) }
  const { bytes, report } = await (job.format === 'pdf' ? writePdf : writeDocx)(job.outline, options)
  // A buffer that is part of a larger one cannot be handed over.
  const own = bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes)
  tell({ kind: 'done', bytes: own, report }, [own.buffer as ArrayBuffer]) // never shared memory: the writers allocate it
}

port?.on('message', (job: Job) => {
  work(job).catch((why: unknown) => {
    if (why instanceof UnreadError) return tell({ kind: 'unread', reason: why.reason, message: why.message })
    const error = why instanceof Error ? why : new Error(String(why))
    tell({ kind: 'failed', message: error.message, detail: error.stack ?? '' })
  })
})
