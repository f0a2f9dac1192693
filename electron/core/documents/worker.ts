/** Builds and writes documents and reads tables off the main thread. Takes one job at a time by message; cancelling is ending the thread. */
import { parentPort } from 'node:worker_threads'
import type { Packs } from '#shared/rules/packs.ts'
import { type PrintTools, printBook, printOne } from './print.ts'
import type { PrintStore } from './print-task.ts'
import { readXlsx } from './read/read-xlsx.ts'
import { UnreadError } from './read/unpack.ts'
import { writeDocx } from './write/docx/write-docx.ts'
import type { Ask, Given, Job, Told, ToWorker } from './write/job.ts'
import { writePdf } from './write/pdf/write-pdf.ts'
import { writeXlsx } from './write/xlsx/write-xlsx.ts'

const port = parentPort
const tell = (told: Told, transfer: ArrayBuffer[] = []): void => port?.postMessage(told, transfer)
const onProgress = (share: number): void => tell({ kind: 'progress', share })

let packs: Packs = []
let answered: ((given: Given) => void) | null = null

const ask = (question: Ask): Promise<Given> =>
  new Promise((resolve) => {
    answered = resolve
    tell({ kind: 'ask', ask: question })
  })

const lacking = (): Error => new Error('what the document needs could not be read')

const store: PrintStore = {
  async innovation(lab, id) {
    const given = await ask({ of: 'innovation', lab, id })
    if (given.of !== 'innovation') throw lacking()
    return given.state
  },
  async pictures(lab, names) {
    const given = await ask({ of: 'pictures', lab, names })
    if (given.of !== 'pictures') throw lacking()
    return given.pictures
  },
}

/** A buffer that is part of a larger one cannot be handed over. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>) // as just looked at
    : new Uint8Array(bytes)

function toolsFor(job: Extract<Job, { format: 'print' | 'book' }>): PrintTools {
  packs = job.packs ?? packs
  return { packs, store, fontsFolder: job.fontsFolder, onProgress }
}

async function work(job: Job): Promise<void> {
  switch (job.format) {
    case 'table':
      return tell({ kind: 'read', sheets: readXlsx(job.bytes) })
    case 'xlsx': {
      const bytes = new Uint8Array(writeXlsx(job.workbook, job.clockIso))
      return tell({ kind: 'done', bytes, report: { pages: 0, missingGlyphs: [], missingPictures: 0 } }, [bytes.buffer])
    }
    case 'print': {
      const { file, ...said } = await printOne(job.print, toolsFor(job))
      if (file === null) return tell({ kind: 'printed', done: { ...said, file } })
      const bytes = ownBytes(file.bytes)
      return tell({ kind: 'printed', done: { ...said, file: { ...file, bytes } } }, [bytes.buffer])
    }
    case 'book': {
      const book = await printBook(job.book, toolsFor(job), (at, chapter) => tell({ kind: 'chapter', at, chapter }))
      const { bytes, report } = book ?? { bytes: new Uint8Array(0), report: { pages: 0, missingGlyphs: [], missingPictures: 0 } }
      const own = ownBytes(bytes)
      return tell({ kind: 'done', bytes: own, report }, [own.buffer])
    }
    default: {
      const options = { clockIso: job.clockIso, fontsFolder: job.fontsFolder, onProgress }
      const { bytes, report } = await (job.format === 'pdf' ? writePdf : writeDocx)(job.outline, options)
      const own = ownBytes(bytes)
      tell({ kind: 'done', bytes: own, report }, [own.buffer])
    }
  }
}

port?.on('message', (message: ToWorker) => {
  if (message.format === 'given') return void answered?.(message.given)
  work(message).catch((why: unknown) => {
    if (why instanceof UnreadError) return tell({ kind: 'unread', reason: why.reason, message: why.message })
    const error = why instanceof Error ? why : new Error(String(why))
    tell({ kind: 'failed', message: error.message, detail: error.stack ?? '' })
  })
})
