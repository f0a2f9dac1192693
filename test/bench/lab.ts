/** A lab of the largest size beside the sample lab, and a workspace of 500 labs beside one of 5: opening, filtering, searching. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { labCard } from '#core/lab/figures.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { systemPorts } from '#core/ports.ts'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { startServe } from '#serve/serve.ts'
import type { LabId } from '#shared/model/ids.ts'
import { browserLaunch, findBrowser } from '#test/host/find-browser.ts'
import { layLab, layLabs, plainLab } from './make-labs.ts'
import { type Bench, type Row, rowOf, settle, timed } from './row.ts'

const root = resolve(import.meta.dirname, '../..')
const largest = { units: 90, people: 400, innovations: 200 }
const archives = { few: 5, many: 500, innovations: 60 }

const serve = (folder: string, pages: string) =>
  startServe({
    folder,
    pages,
    templatesFolder: join(root, 'templates'),
    workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')),
    version: '0',
    host: '127.0.0.1',
    port: 0,
  })

/** Milliseconds from typing a word to the screen that shows what it finds; then the field is emptied again. */
async function search(page: Page, word: string): Promise<number> {
  const find = async (text: string): Promise<number> =>
    page.evaluate(async (typed) => {
      const input = document.querySelector<HTMLInputElement>('main input[data-search]')
      const table = document.querySelector('main table')
      if (input === null || table === null) throw new Error('there is nothing to search')
      const changed = new Promise<void>((done) => {
        const watch = new MutationObserver(() => {
          watch.disconnect()
          done()
        })
        watch.observe(table, { childList: true, subtree: true, characterData: true })
      })
      const start = performance.now()
      // React listens to what a person's typing would do, so the value is set below its own setter.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await changed
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))
      return performance.now() - start
    }, text)
  const took = await find(word)
  await find('')
  return took
}

type Seen = { readonly open: number; readonly find: number }

async function visit(browser: Browser, url: string, word: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.locator('main table tbody tr').first().waitFor()
    const open = await page.evaluate(() => performance.now())
    return { open, find: await search(page, word) }
  } finally {
    await context.close()
  }
}

/** What the core takes to list the labs: the first time after opening, and again. */
async function list(folder: string, runs: number): Promise<{ readonly cold: number[]; readonly warm: number[] }> {
  const { packs } = await loadPacks([join(root, 'templates/packs')])
  const cold: number[] = []
  const warm: number[] = []
  // The first opening writes the indexes.
  for (let run = -1; run < runs; run += 1) {
    const workspace = await openWorkspace(folder, systemPorts)
    const cards = () =>
      Promise.all(
        workspace.labs().map(async (lab) => labCard(lab, await workspace.innovations(lab.id as LabId /* of a lab summary */), packs)),
      )
    const first = await timed(cards)
    const again = await timed(cards)
    await workspace.close()
    if (run < 0) continue
    cold.push(first)
    warm.push(again)
  }
  return { cold, warm }
}

/** @param pages the built renderer */
export async function measureLabs(runs: number, log: (line: string) => void, pages = join(root, 'out/renderer')): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'labinov-lab-'))
  const [big, few, many] = ['big', 'few', 'many'].map((name) => join(folder, name)) as [string, string, string] // three in, three out
  const browser = await chromium.launch(await browserLaunch())
  try {
    layLab(big, { ...plainLab(1, largest), archived: false }, largest.innovations)
    layLabs(few, archives.few, archives.innovations)
    layLabs(many, archives.many, archives.innovations)
    settle()
    const listed = { few: await list(few, runs), many: await list(many, runs) }
    log(`lab: ${(await findBrowser()).executablePath}, ${runs} runs`)
    const labs = await visits(browser, runs, big, pages)
    const shelves = await visitArchives(browser, runs, few, many, pages)
    const size = `${largest.innovations} innovations, ${largest.units} units, ${largest.people} people`
    const of = (all: readonly Seen[], key: keyof Seen) => all.map((one) => one[key])
    return [
      rowOf('lab', `${size}: open, usable`, of(labs.big, 'open'), 'sample lab', of(labs.sample, 'open')),
      rowOf('lab', `${size}: filter`, of(labs.big, 'find'), 'sample lab', of(labs.sample, 'find')),
      rowOf('lab', 'archive of 500, core lists, cold', listed.many.cold, 'archive of 5', listed.few.cold),
      rowOf('lab', 'archive of 500, core lists, warm', listed.many.warm, 'archive of 5', listed.few.warm),
      rowOf('lab', 'archive of 500, page opens, usable', of(shelves.many, 'open'), 'archive of 5', of(shelves.few, 'open')),
      rowOf('lab', 'one lab of 500: open, usable', of(shelves.manyLab, 'open'), 'one of 5', of(shelves.fewLab, 'open')),
      rowOf('lab', 'archive of 500, search', of(shelves.many, 'find'), 'archive of 5', of(shelves.few, 'find')),
    ]
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function visits(browser: Browser, runs: number, folder: string, pages: string) {
  const app = await serve(folder, pages)
  const seen = { big: [] as Seen[], sample: [] as Seen[] }
  try {
    const sample = await app.lab.addSample()
    const big = app.lab.workspace.labs().find(({ id }) => id !== sample.id)
    for (let run = -1; run < runs; run += 1) {
      const a = await visit(browser, `${app.url}#/lab/${big?.id ?? ''}`, 'INOVASI 150')
      const b = await visit(browser, `${app.url}#/lab/${sample.id}`, 'JAKA SUPER')
      // The first visit warms up the browser.
      if (run < 0) continue
      seen.big.push(a)
      seen.sample.push(b)
    }
    return seen
  } finally {
    await app.close()
  }
}

async function visitArchives(browser: Browser, runs: number, few: string, many: string, pages: string) {
  const apps = { few: await serve(few, pages), many: await serve(many, pages) }
  const seen = { few: [] as Seen[], many: [] as Seen[], fewLab: [] as Seen[], manyLab: [] as Seen[] }
  // Lab number 1 is the same in both.
  const lab = `#/lab/${plainLab(1, { units: 0, people: 0, innovations: 0 }).id}`
  try {
    for (let run = -1; run < runs; run += 1) {
      const a = await visit(browser, `${apps.many.url}#/arsip`, 'mekarjaya 21')
      const b = await visit(browser, `${apps.few.url}#/arsip`, 'mekarjaya')
      const manyLab = await visit(browser, `${apps.many.url}${lab}`, 'INOVASI 50')
      const fewLab = await visit(browser, `${apps.few.url}${lab}`, 'INOVASI 50')
      if (run < 0) continue
      seen.many.push(a)
      seen.few.push(b)
      seen.manyLab.push(manyLab)
      seen.fewLab.push(fewLab)
    }
    return seen
  } finally {
    await apps.few.close()
    await apps.many.close()
  }
}

export const bench: Bench = { name: 'lab', run: ({ runs, log }) => measureLabs(runs, log) }
