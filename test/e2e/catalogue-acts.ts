/** What journeys through the catalogue need: 30,000 innovations with a few that a test knows, and lists as offices send them. */
import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from '#core/documents/read/read-xlsx.ts'
import { writeXlsx } from '#core/documents/write/xlsx/write-xlsx.ts'
import type { CatalogueTake } from '#shared/api/catalogue.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'
import { expect } from './app.ts'
import type { LabClient } from './sample.ts'

type Taken = CatalogueTake['entries'][number]

/** As another office hands them over. */
export const takenOf = (count: number, seed: number): Taken[] =>
  makeCatalogue(count, seed).map(({ id, lab, innovation, source, updatedAt, ...entry }) => entry)

/** Innovations that are looked for: each is told apart by one thing only. */
export function planted(like: Taken): Taken[] {
  const plain = { ...like, longName: '', summary: '', problem: '', unit: 'Dinas Contoh', team: [], adopters: [], replicates: '' }
  const place = { region: 'Kota Pekalongan', province: 'Jawa Tengah', year: 2024 }
  return [
    { ...plain, ...place, name: 'Perpustakaan Terapung', summary: 'Buku dipinjamkan kepada keluarga nelayan di atas kapal.' },
    { ...plain, ...place, name: 'GERCEPTABA', summary: 'Warga memasang pompa bersama.' },
    { ...plain, ...place, name: 'Kampung Siaga', longName: 'Sekolah Ibu Tangguh Anggrek Jingga', summary: 'Ibu belajar setiap Sabtu.' },
  ]
}

export const hitNames = (page: Page) => page.locator('a[data-hit]')

/** How many the page says that there are: `30.003 inovasi`, `12 inovasi cocok`. */
export async function shownTotal(page: Page): Promise<number> {
  const said = await page
    .getByText(/^[\d.]+ inovasi(?: cocok)?$/)
    .first()
    .textContent()
  return Number((said ?? '').replaceAll(/\D/g, ''))
}

/** Types what is looked for and waits for the whole answer to it. */
export async function lookFor(page: Page, text: string): Promise<void> {
  await page.locator('input[data-search]').fill(text)
  await expect(page).toHaveURL(text === '' ? /#\/katalog$/ : new RegExp(`cari=${encodeURIComponent(text)}`.replaceAll('.', '\\.')))
  await settled(page)
}

/** The answer belongs to what is asked, and all entries are ready. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('ul[data-stale]')).toHaveCount(0)
  await expect(page.getByText(/Masih menyiapkan/)).toHaveCount(0, { timeout: 60_000 })
}

/** All that is there can be found. */
export async function whole(calls: LabClient): Promise<number> {
  for (;;) {
    const { ready, of, total } = await calls.catalogue.search({ count: 1, facets: false })
    if (ready >= of) return total
  }
}

/** The lines of a catalogue file, in an order of their own. */
export async function sharedLines(file: string): Promise<readonly string[]> {
  const part = unzipSync(new Uint8Array(await readFile(file)))['entri.jsonl']
  if (part === undefined) throw new Error(`${file} holds no innovations`)
  return strFromU8(part)
    .split('\n')
    .filter((line) => line !== '')
    .sort()
}

/** Rows of the first sheet, the heads among them; counted and not read, which takes long for a whole catalogue. */
export async function workbookRows(file: string): Promise<number> {
  const part = unzipSync(new Uint8Array(await readFile(file)))['xl/worksheets/sheet1.xml']
  return part === undefined ? 0 : strFromU8(part).split('<row ').length - 1
}

/** A workbook with cells of its first sheet written over: name of the innovation → column → what stands there. */
export async function filledIn(
  file: string,
  to: string,
  answers: Readonly<Record<string, Readonly<Record<number, string>>>>,
): Promise<void> {
  const [sheet] = readXlsx(new Uint8Array(await readFile(file)))
  const [head = [], ...rows] = sheet?.rows ?? []
  const columns = head.map((label) => ({ label, format: 'text' as const }))
  const cells = rows.map((row) => head.map((_, at) => answers[row[1] ?? '']?.[at] ?? row[at] ?? ''))
  const book = { title: '', subject: '', author: '', language: 'id', paper: 'A4', orientation: 'landscape' } as const
  await writeFile(
    to,
    writeXlsx({ ...book, sheets: [{ name: 'Status inovasi', columns, rows: cells, strong: [] }] }, '2026-01-01T00:00:00.000Z'),
  )
}

/** A list with what lists have: a title above the heads, an empty name, a name without letters, a double, a private number. */
export const faultyList = [
  'Rekap inovasi daerah;;;;',
  'No;Nama Inovasi;Kabupaten/Kota;Tahun Inisiasi;Kontak',
  '1;BARU SATU;Kota Contoh;2023;(0755) 20020',
  '2;;Kota Contoh;2023;',
  '3;---;Kota Contoh;2023;',
  '4;Baru Satu;KOTA CONTOH;2024;',
  '5;BARU DUA;Kota Contoh;tahun lalu;Sdr. Contoh 0812-3456-7890',
  '6;PERPUSTAKAAN TERAPUNG;Kota Pekalongan;2024;',
  'Jumlah;6;;;',
].join('\n')

/** Resolves in the page when the hits belong to what was typed and are painted. */
const drawn = `new Promise((done) => {
  const look = () => document.querySelector('ul[data-stale]') === null ? requestAnimationFrame(() => setTimeout(done)) : requestAnimationFrame(look)
  requestAnimationFrame(() => requestAnimationFrame(look))
})`
/** The counts beside the filters come when the typing rests. */
const rested = 'new Promise((done) => setTimeout(done, 250))'

/**
 * What the page's main thread spends on each key, in words: until its hits are painted, and with the whole answer that follows when the
 * typing rests. Processor time, so that other work on the machine does not count; past Playwright's own acts, which look at the page.
 */
export async function keyWork(page: Page, text: string): Promise<string> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const until = (expression: string) => cdp.send('Runtime.evaluate', { expression, awaitPromise: true })
  await page.locator('input[data-search]').focus()
  await until(rested)
  const first: number[] = []
  const all: number[] = []
  for (const key of text) {
    const before = await spent()
    await cdp.send('Input.dispatchKeyEvent', { type: 'char', text: key })
    await until(drawn)
    first.push((await spent()) - before)
    await until(rested)
    all.push((await spent()) - before)
  }
  await cdp.detach()
  const at = (times: readonly number[], part: number): string =>
    ([...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? 0).toFixed(1)
  const words = (times: readonly number[]): string => `median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`
  return `${first.length} keys, main thread: ${words(first)} until the hits stand there; ${words(all)} with the counts at rest`
}
