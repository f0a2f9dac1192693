/**
 * `node document-memory.ts OUTLINE FORMAT`: hands an outline that another process has built to the writer's thread, as the app does, and
 * prints the most memory the whole process took, in bytes.
 */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deserialize } from 'node:v8'
import { createDocumentRunner } from '#core/documents/run.ts'
import type { Outline } from '#shared/model/outline.ts'

// Not out of document-sources.ts, which would bring everything that builds documents along.
const root = resolve(import.meta.dirname, '../..')
const [file, format] = process.argv.slice(2)
if (file === undefined || (format !== 'docx' && format !== 'pdf')) throw new Error('document-memory.ts OUTLINE docx|pdf')
const runner = createDocumentRunner({
  workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')),
  fontsFolder: join(root, 'templates/fonts'),
})
const outline = deserialize(await readFile(file)) as Outline // written by the bench itself
await runner.write(outline, format, { clockIso: '2026-08-13T02:00:00.000Z' })
await runner.close()
console.log(process.resourceUsage().maxRSS * 1024)
