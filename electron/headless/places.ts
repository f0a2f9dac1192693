/** Where the project's own parts are when it runs from its source folder. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = new URL('../../', import.meta.url)

export const templatesFolder = fileURLToPath(new URL('templates', root))
export const pagesFolder = fileURLToPath(new URL('out/renderer', root))
export const workerUrl = new URL('electron/core/documents/worker.ts', root)
export const version = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))).version

/** Options every lab opened from here shares. */
export const labParts = { templatesFolder, workerUrl, version } as const
