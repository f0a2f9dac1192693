/** A board full of notes in a browser, beside Excalidraw with the same notes at the same places: to open, to drag, to hold. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { startServe } from '#serve/serve.ts'
import { browserLaunch, findBrowser } from '#test/host/find-browser.ts'
import { makeItems } from '#test/makers/innovation.ts'
import { allNotes, layoutBoard } from '../../renderer/features/canvas/board/layout.ts'
import { type BenchNote, isInstalled, serveExcalidraw } from './canvas/excalidraw.ts'
import { enter, excalidrawSide, labinovSide, type Visit, visit } from './canvas/measure.ts'
import { type Bench, type Row, rowOf } from './row.ts'

const root = resolve(import.meta.dirname, '../..')
const sizes = [1_000, 3_000, 5_000]
const zones = ['a', 'b', 'c'] as const

type Served = Awaited<ReturnType<typeof startServe>>

/** The notes as our board lays them out; Excalidraw gets them at these very places. */
function notesOf(count: number): readonly BenchNote[] {
  const items = makeItems(
    Array.from({ length: count }, (_, at) => ({ text: `Gagasan ${at + 1} untuk layanan warga`, zone: zones[at % 3] ?? 'a' })),
  )
  const kind = (zone: string): BenchNote['zone'] => zones.find((one) => one === zone) ?? 'a'
  return allNotes(layoutBoard(zones, items)).map(({ x, y, w, h, item, zone }) => ({ x, y, w, h, text: item.text, zone: kind(zone) }))
}

async function call<T>(app: Served, path: string, input: object = {}): Promise<T> {
  const response = await fetch(`${app.origin}/api/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${new URL(app.url).searchParams.get('key')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  })
  const { json } = (await response.json()) as { json: T } // as the contract says
  return json
}

/** Pastes the notes as two columns of a spreadsheet, and waits until they are kept. */
async function fill(browser: Browser, app: Served, lab: string, count: number): Promise<string> {
  const { id } = await call<{ id: string }>(app, 'innovation/create', { lab, name: `BANGKU ${count}`, longName: 'Papan penuh' })
  const address = `${app.url}#/lab/${lab}/inovasi/${id}/kanvas/kartu-ide`
  const page = await browser.newPage()
  await page.goto(address)
  await page.getByRole('listbox').focus()
  const text = Array.from({ length: count }, (_, at) => `Gagasan ${at + 1} untuk layanan warga\t${(at % 3) + 1}`).join('\n')
  await page.getByRole('listbox').evaluate((list, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    list.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
  await page.getByText('Menyimpan').first().waitFor()
  await page.getByText('Tersimpan').first().waitFor({ timeout: 120_000 })
  await page.close()
  await app.lab.sync.flush()
  return address
}

async function measure(runs: number, log: (line: string) => void): Promise<Row[]> {
  if (!isInstalled()) {
    log('canvas: Excalidraw is not installed. Run: npm ci --prefix test/bench/canvas')
    return []
  }
  const folder = await mkdtemp(join(tmpdir(), 'labinov-canvas-'))
  const app = await startServe({
    folder: join(folder, 'app'),
    templatesFolder: join(root, 'templates'),
    workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')),
    pages: process.env.LABINOV_PAGES ?? join(root, 'out/renderer'),
    version: '0',
    host: '127.0.0.1',
    port: 0,
  })
  const beside = await serveExcalidraw(folder)
  const found = await findBrowser()
  const browser = await chromium.launch(await browserLaunch())
  try {
    log(`canvas: ${found.origin} ${found.executablePath}, ${runs} runs, a frame of the screen (16.7 ms) is the least a step can take`)
    const sample = await app.lab.addSample()
    const rows: Row[] = []
    for (const count of sizes) {
      const notes = notesOf(count)
      const address = await fill(browser, app, sample.id, count)
      await beside.prepare(browser, notes)
      const note = notes[Math.floor(count / 6)] ?? { x: 0, y: 0, w: 0, h: 0 }
      const ours: Visit[] = []
      const theirs: Visit[] = []
      const entered: number[] = []
      // The first visit warms up.
      for (let run = -1; run < runs; run += 1) {
        const a = await visit(browser, labinovSide(address, { x: note.x + note.w / 2, y: note.y + note.h * 0.7 }))
        const b = await visit(browser, excalidrawSide(beside.url(count), count))
        const c = await enter(browser, app.url, new URL(address).hash)
        if (run < 0) continue
        entered.push(c)
        ours.push(a)
        theirs.push(b)
      }
      rows.push(...rowsOf(count, ours, theirs, entered))
      for (const row of rows.slice(-5)) log(`canvas ${row.case}: ${row.ms}, beside ${row.besideMs}`)
    }
    return rows
  } finally {
    await browser.close()
    await beside.close()
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function rowsOf(count: number, ours: readonly Visit[], theirs: readonly Visit[], entered: readonly number[]): readonly Row[] {
  const row = (name: string, key: keyof Visit): Row => {
    // A drag that did not take hold measures nothing.
    const of = (visits: readonly Visit[]) => visits.map((one) => one[key]).filter(Number.isFinite)
    return rowOf('canvas', `${count} notes, ${name}`, of(ours), 'Excalidraw', of(theirs))
  }
  const ready = theirs.map((one) => one.ready)
  return [
    row('ready from its address', 'ready'),
    rowOf('canvas', `${count} notes, ready from another page`, entered, 'Excalidraw, from its address', ready),
    row('drag step at zoom 1', 'near'),
    row('drag step zoomed to fit', 'fit'),
    row('heap (MB)', 'heap'),
  ]
}

export const bench: Bench = { name: 'canvas', run: ({ runs, log }) => measure(Math.min(runs, 5), log) }
