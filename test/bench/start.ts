/** From opening the address in Chromium to the first paint and to a page one can use, beside an empty page of the same door. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { startServe } from '#serve/serve.ts'
import { browserLaunch, findBrowser } from '#test/host/find-browser.ts'
import { type Bench, type Row, rowOf } from './row.ts'

const root = resolve(import.meta.dirname, '../..')

type Times = { readonly paint: number; readonly usable: number }

async function visit(browser: Browser, url: string, ready: string): Promise<Times> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator(ready).first().waitFor()
  const times = await page.evaluate(() => ({
    usable: performance.now(),
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }))
  await context.close()
  return times
}

async function measure(runs: number, log: (line: string) => void): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'labinov-start-'))
  const parts = {
    templatesFolder: join(root, 'templates'),
    workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')),
    version: '0',
    host: '127.0.0.1',
    port: 0,
  }
  const app = await startServe({ ...parts, folder: join(folder, 'app'), pages: join(root, 'out/renderer') })
  const bare = await startServe({ ...parts, folder: join(folder, 'bare'), pages: folder })
  const found = await findBrowser()
  const browser = await chromium.launch(await browserLaunch())
  try {
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>bare</title><main><h1>Labinov</h1></main>')
    const sample = await app.lab.addSample()
    const home: Times[] = []
    const lab: Times[] = []
    const empty: Times[] = []
    for (let run = -1; run < runs; run += 1) {
      const [a, b, c] = [
        await visit(browser, app.url, 'main h1'),
        await visit(browser, `${app.url}#/lab/${sample.id}`, 'main table tbody tr'),
        await visit(browser, bare.url, 'h1'),
      ]
      // The first visit warms up the browser.
      if (run < 0) continue
      home.push(a)
      lab.push(b)
      empty.push(c)
    }
    log(`start: ${found.origin} ${found.executablePath}, ${runs} runs`)
    const of = (times: readonly Times[], key: keyof Times) => times.map((one) => one[key])
    return [
      rowOf('start', 'Beranda, first paint', of(home, 'paint'), 'an empty page, first paint', of(empty, 'paint')),
      rowOf('start', 'Beranda, usable', of(home, 'usable'), 'an empty page, usable', of(empty, 'usable')),
      rowOf('start', 'sample lab, usable', of(lab, 'usable'), 'an empty page, usable', of(empty, 'usable')),
    ]
  } finally {
    await browser.close()
    await app.close()
    await bare.close()
    await rm(folder, { recursive: true, force: true })
  }
}

export const bench: Bench = { name: 'start', run: ({ runs, log }) => measure(runs, log) }
