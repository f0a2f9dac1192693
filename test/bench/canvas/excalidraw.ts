/** The page the canvas bench measures beside: Excalidraw with the same notes, built and served from this machine. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Browser } from '@playwright/test'
import { build } from 'vite'

const here = import.meta.dirname
const fonts = join(here, 'node_modules/@excalidraw/excalidraw/dist/prod')

/** It is large and nothing else needs it, so it is installed only by who runs this bench. */
export const isInstalled = (): boolean => existsSync(fonts)

export type BenchNote = {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly text: string
  readonly zone: 'a' | 'b' | 'c'
}

export type Beside = {
  readonly url: (count: number) => string
  /** Turns notes into a drawing as it would have been saved; opening it is what is measured. */
  readonly prepare: (browser: Browser, notes: readonly BenchNote[]) => Promise<void>
  readonly close: () => Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** @param folder for what is built */
export async function serveExcalidraw(folder: string): Promise<Beside> {
  const pages = join(folder, 'excalidraw')
  await build({
    root: join(here, 'page'),
    configFile: false,
    logLevel: 'error',
    base: './',
    // As an application would build it.
    define: { 'process.env.IS_PREACT': '"false"' },
    build: { outDir: pages, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 100_000 },
  })
  const made = new Map<string, string>()
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)).replaceAll('\\', '/')
    const type = types[extname(path) || '.html'] ?? 'application/octet-stream'
    const kept = made.get(path)
    try {
      const body = kept ?? (await readFile(join(path.startsWith('/fonts/') ? fonts : pages, path === '/' ? 'index.html' : path)))
      response.writeHead(200, { 'content-type': type }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // listens on a port, not on a pipe
  const origin = `http://127.0.0.1:${port}`
  return {
    url: (count) => `${origin}/?n=${count}`,
    prepare: async (browser, notes) => {
      const count = notes.length
      made.set(`/notes-${count}.json`, JSON.stringify(notes))
      const page = await browser.newPage()
      await page.goto(`${origin}/?n=${count}&make`)
      const scene = await page.waitForFunction(() => (window as { made?: string }).made, undefined, { timeout: 120_000 }) // set by the page
      made.set(`/scene-${count}.json`, String(await scene.jsonValue()))
      await page.close()
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}
