/**
 * A convention, played in the real app: forty innovations, two panels of four judges, packages to laptops of their own and back in both
 * orders, one recusal, one tie, one score opened again, the top ten, and every paper. The result is worked out by hand beside it.
 */
import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { OpenConvention } from '#shared/api/jury.ts'
import { type Counted, countedByHand, type Levels, levelsFor, type Marked, metroKeys } from '#test/makers/counted-by-hand.ts'
import { type App, appOn, expect, test } from './app.ts'
import { docxText, pdfText } from './read-documents.ts'
import { callsTo } from './sample.ts'

const seed = Number(process.env.LABINOV_SEED ?? 1945)
const judges = ['Anggrek', 'Bakung', 'Cempaka', 'Dahlia', 'Edelweis', 'Flamboyan', 'Gardenia', 'Herbras'].map((name) => `Juri ${name}`)
const names = Array.from({ length: 40 }, (_, at) => `INOVASI ${String(at + 1).padStart(2, '0')}`)
/** Entries of the first panel, and of the second. */
const panelOf = (name: string): 0 | 1 => (names.indexOf(name) < 20 ? 0 : 1)
const judgesOf = (name: string): readonly string[] => judges.slice(panelOf(name) * 4, panelOf(name) * 4 + 4)
/** This judge declares an interest in this entry, and scores everything else. */
const recused = { judge: 'Juri Bakung', entry: 'INOVASI 03' }
const reopened = { judge: 'Juri Cempaka', entry: 'INOVASI 07' }

/** The levels every judge gives; two of the best are made equal, so that novelty has to decide. */
function levels(): Marked {
  const marked = levelsFor(names, judgesOf, seed)
  const best = countedByHand(marked, names).filter(({ entry }) => panelOf(entry) === 1 && entry !== reopened.entry)
  const [first, second] = [best[0]?.entry ?? '', best[1]?.entry ?? '']
  for (const judge of judgesOf(first)) {
    const of = marked.get(judge)
    const some: Levels = { ...(of?.get(first) ?? flat(2)), kebaruan: 3, dampak: 2 }
    of?.set(first, some)
    of?.set(second, { ...some, kebaruan: 2, dampak: 3 })
  }
  marked.get(recused.judge)?.delete(recused.entry)
  return marked
}
const flat = (level: number): Levels => ({
  kebaruan: level,
  dampak: level,
  kelayakan: level,
  keberlanjutan: level,
  kolaborasi: level,
  dokumentasi: level,
})

type Play = { readonly app: App; readonly page: Page; readonly lab: string; convention: string; marked: Marked }
const at = (play: Play, part: string): string => `${play.app.url()}#/lab/${play.lab}/konvensi/${play.convention}/${part}`
const read = (app: App, play: Play): Promise<OpenConvention> => callsTo(app.url()).jury.read({ lab: play.lab, convention: play.convention })

test.use({ actionTimeout: 20_000 })

test(`a convention of forty innovations, seed ${seed}`, async ({ app, home: page, browser }) => {
  test.setTimeout(420_000)
  const play = await test.step('a lab with forty innovations', () => makeLab(app, page))
  await test.step('a convention by the rubric of Kota Metro', () => setUp(play))
  const judging = appOn(`${app.folder}-juri`)
  await judging.start()
  try {
    const files = await test.step('packages for eight judges', () => sendPackages(play))
    const back = await test.step('eight judges score on a laptop of their own', async () => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
      const returned = await scoreAll(judging, await context.newPage(), files, play.marked)
      await context.close()
      return returned
    })
    await test.step('packages come back in both orders with the same result', () => takeIn(play, back))
  } finally {
    await judging.kill()
  }
  await test.step('a score is opened again with a reason', () => openAgain(play))
  await test.step('the result is the one worked out by hand', () => compare(play))
  await test.step('every paper says it', () => printAll(play))
})

async function makeLab(app: App, page: Page): Promise<Play> {
  const calls = callsTo(app.url())
  const facts = { region: 'Contoh Jaya', regionKind: 'kota', year: 2026, jilid: 1, theme: '', method: 'lan-6d' } as const
  const lab = await calls.lab.create({ ...facts, units: ['Dinas Contoh', 'Badan Contoh'] })
  await calls.innovation.createMany({ lab: lab.id, innovations: names.map((name) => ({ name, longName: `Kepanjangan ${name}` })) })
  return { app, page, lab: lab.id, convention: '', marked: levels() }
}

async function setUp(play: Play): Promise<void> {
  const { page, app, lab } = play
  await page.goto(`${app.url()}#/lab/${lab}/konvensi`)
  await page.getByRole('button', { name: 'Konvensi baru' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama konvensi').fill('Konvensi Contoh Jaya')
  await dialog.getByLabel('Rubrik').selectOption({ label: 'Penilaian judul dan gagasan inovasi' })
  await dialog.getByRole('button', { name: 'Buat konvensi' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Konvensi Contoh Jaya')
  play.convention = new URL(page.url()).hash.split('/')[4] ?? ''

  await page.goto(at(play, 'peserta'))
  await page.getByRole('button', { name: 'Ambil dari inovasi' }).click()
  await page.getByRole('button', { name: 'Tambahkan 40 peserta' }).click()
  await expect(page.getByRole('heading', { name: '40 peserta' })).toBeVisible()

  await page.goto(at(play, 'juri'))
  await page.getByLabel('Ketik atau tempel, satu juri per baris').fill(judges.map((name) => `${name}; Akademisi; Kampus Contoh`).join('\n'))
  await page.getByRole('button', { name: 'Tambah 8 juri' }).click()
  for (const n of [1, 2]) {
    await page.getByRole('button', { name: 'Tambah panel' }).click()
    const panel = page.getByRole('region', { name: `Panel ${n}` })
    for (const [index, judge] of judges.entries()) {
      const box = panel.getByRole('checkbox', { name: new RegExp(`^${judge}`) })
      await box.setChecked(Math.floor(index / 4) === n - 1)
    }
  }
  await shareByHand(play)
  await page.goto(at(play, 'persiapan'))
  await page.getByRole('button', { name: 'Mulai penilaian' }).click()
  await expect(page.getByText('Penilaian dimulai').first()).toBeVisible()
}

/** Which entry goes to which panel is settled here, so that the test knows it; the button that shares out is tried elsewhere. */
async function shareByHand(play: Play): Promise<void> {
  const calls = callsTo(play.app.url())
  const wanted = async (): Promise<readonly number[]> => (await read(play.app, play)).convention.panels.map(({ judges: of }) => of.length)
  await expect.poll(wanted).toEqual([4, 4])
  const { convention, revision } = await read(play.app, play)
  const panels = convention.panels.map((panel, index) => ({
    ...panel,
    entries: convention.entries.filter(({ name }) => panelOf(name) === index).map(({ id }) => id),
  }))
  await calls.jury.put({ lab: play.lab, convention: { ...convention, panels }, base: revision })
}

async function sendPackages(play: Play): Promise<readonly string[]> {
  const { page } = play
  await page.goto(at(play, 'paket'))
  await page.getByRole('button', { name: 'Buat 8 paket' }).click()
  await expect(page.getByText(/^8 paket dibuat di /)).toBeVisible()
  const { outputFolder } = await callsTo(play.app.url()).app.about()
  const found = await readdir(outputFolder, { recursive: true })
  return found.filter((name) => name.endsWith('.labinov-juri')).map((name) => join(outputFolder, name))
}

/** The first judge scores two entries by hand and keyboard; the rest is given over the door of that laptop, as its page does. */
async function scoreAll(app: App, page: Page, files: readonly string[], marked: Marked): Promise<readonly string[]> {
  const calls = callsTo(app.url())
  const back: string[] = []
  for (const [index, file] of files.entries()) {
    const before = new Set((await calls.judging.list()).map(({ id }) => id))
    if (index === 0) await scoreByHand(app, page, file, marked)
    else await calls.judging.open({ file: new Blob([await readFile(file)]) })
    const card = (await calls.judging.list()).find(({ id }) => !before.has(id))
    if (card === undefined) throw new Error(`${file} was not taken in`)
    await scoreRest(app, card.id, card.judge, marked)
    back.push((await calls.judging.back({ id: card.id })).file)
  }
  return back
}

async function scoreByHand(app: App, page: Page, file: string, marked: Marked): Promise<void> {
  await page.goto(`${app.url()}#/penilaian`)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Konvensi Contoh Jaya')
  const judge = judges.find((name) => file.includes(name)) ?? ''
  for (let turn = 0; turn < 2; turn += 1) {
    const entry = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? ''
    await page.locator('[data-scoring] [data-mark]').first().focus()
    for (const key of metroKeys) {
      await page.keyboard.press(String(marked.get(judge)?.get(entry)?.[key] ?? 2))
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(entry)
  }
}

async function scoreRest(app: App, id: string, judge: string, marked: Marked): Promise<void> {
  const calls = callsTo(app.url())
  const { assignment, sheet } = await calls.judging.read({ id })
  const locked = new Set(sheet.acts.filter(({ act }) => act === 'lock').map(({ entry }) => entry))
  for (const { id: entry, name } of assignment.entries) {
    if (locked.has(entry)) continue
    const given = marked.get(judge)?.get(name)
    if (given === undefined) {
      await calls.judging.mark({ id, change: { declared: [{ entry, reason: 'Pernah membimbing tim ini' }] } })
      continue
    }
    const marks = metroKeys.map((key) => ({ entry, stage: 'gagasan', criterion: key, value: given[key], comment: '' }))
    await calls.judging.mark({ id, change: { marks, acts: [{ entry, stage: 'gagasan', act: 'lock', by: judge, reason: '' }] } })
  }
}

/** The same packages into two copies of the secretariat's workspace, one from the first to the last and one the other way round. */
async function takeIn(play: Play, back: readonly string[]): Promise<void> {
  const { page, app } = play
  const other = appOn(`${app.folder}-salinan`)
  await cp(app.folder, other.folder, { recursive: true, filter: (from) => !from.endsWith('labinov.lock') })
  await page.goto(at(play, 'paket'))
  await page.locator('input[type=file][accept=".labinov-juri"]').setInputFiles([...back])
  await page.getByRole('button', { name: 'Terima 8 paket' }).click()
  await expect(page.getByText('Diterima')).toHaveCount(8)
  await other.start()
  try {
    for (const file of back.toReversed())
      await callsTo(other.url()).jury.receive({ lab: play.lab, file: new Blob([await readFile(file)]), apply: true })
    const [here, there] = [await read(app, play), await read(other, play)]
    expect(sheetsOf(there)).toEqual(sheetsOf(here))
    expect(there.convention.recusals.map(({ judge, entry }) => [judge, entry])).toEqual(
      here.convention.recusals.map(({ judge, entry }) => [judge, entry]),
    )
    // Once more changes nothing.
    const again = await callsTo(app.url()).jury.receive({ lab: play.lab, file: new Blob([await readFile(back[0] ?? '')]), apply: true })
    expect([again.added, again.changed]).toEqual([0, 0])
    expect(here.convention.recusals).toHaveLength(1)
  } finally {
    await other.kill()
  }
}
const sheetsOf = ({ sheets }: OpenConvention) => [...sheets].sort((a, b) => (a.judge < b.judge ? -1 : 1))

/** On the secretariat's laptop: opened again with a reason, a mark changed on paper, locked. */
async function openAgain(play: Play): Promise<void> {
  const { page } = play
  await page.goto(at(play, 'penilaian'))
  await page.getByRole('button', { name: new RegExp(`${reopened.judge} menilai ${reopened.entry}`) }).click()
  const form = page.locator('[data-scoring]')
  await page.getByRole('button', { name: 'Buka kembali', exact: true }).click()
  await page.getByLabel('Alasan').fill('Salah membaca halaman bukti')
  await page.getByRole('button', { name: 'Buka kembali nilai' }).click()
  const before = play.marked.get(reopened.judge)?.get(reopened.entry) ?? flat(2)
  const after: Levels = { ...before, dampak: before.dampak === 3 ? 2 : 3 }
  play.marked.get(reopened.judge)?.set(reopened.entry, after)
  await form
    .locator('[data-criterion=dampak] [data-mark]')
    .nth(after.dampak - 1)
    .click()
  await form.getByRole('button', { name: 'Kunci', exact: true }).click()
  await expect
    .poll(async () => {
      const { convention, sheets } = await read(play.app, play)
      const judge = convention.judges.find(({ name }) => name === reopened.judge)?.id
      const entry = convention.entries.find(({ name }) => name === reopened.entry)?.id
      return sheets
        .find((one) => one.judge === judge)
        ?.acts.filter((one) => one.entry === entry)
        .map(({ act }) => act)
    })
    .toEqual(['lock', 'reopen', 'lock'])
}

/** Those that stay equal after every rule share a rank. */
function ranksOf(byHand: readonly Counted[]): readonly number[] {
  const ranks: number[] = []
  for (const [index, one] of byHand.entries()) {
    const before = byHand[index - 1]
    const same =
      before !== undefined &&
      [one.number - before.number, one.kebaruan - before.kebaruan, one.dampak - before.dampak].every((by) => Math.abs(by) < 1e-9)
    ranks.push(same ? (ranks[index - 1] ?? 1) : index + 1)
  }
  return ranks
}

async function compare(play: Play): Promise<void> {
  const { page } = play
  const byHand = countedByHand(play.marked, names)
  await page.goto(at(play, 'hasil'))
  const rows = page.getByRole('region', { name: 'Peringkat' }).locator('tbody tr:not([class*=topLine])')
  await expect(rows).toHaveCount(40)
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => ({
      name: row.querySelector('th')?.firstChild?.textContent ?? '',
      rank: Number(row.querySelector('td b')?.textContent),
      number: row.querySelector('td[data-number] button')?.textContent ?? '',
    })),
  )
  const text = (value: number): string => value.toFixed(2).replace('.', ',')
  const ranks = ranksOf(byHand)
  const expected = new Map(byHand.map(({ entry, number }, index) => [entry, { rank: ranks[index], number: text(number) }]))
  for (const { name, rank, number } of shown) expect({ name, rank, number }).toEqual({ name, ...expected.get(name) })
  await expect(page.getByText(/Yang menentukan: nilai Kebaruan/).first()).toBeVisible()
}

async function printAll(play: Play): Promise<void> {
  const { app, page } = play
  await page.goto(at(play, 'persiapan'))
  await page.getByRole('button', { name: 'Tutup penilaian' }).click()
  await expect(page.getByText('Penilaian ditutup').first()).toBeVisible()
  const calls = callsTo(app.url())
  const byHand = countedByHand(play.marked, names)
  const { entries } = await calls.document.list({ lab: play.lab })
  const kinds = entries.filter(({ convention }) => convention === play.convention).map(({ kind }) => kind)
  expect(kinds.length).toBeGreaterThanOrEqual(5)
  for (const kind of kinds)
    for (const format of ['docx', 'pdf'] as const)
      for await (const step of await calls.document.export({ lab: play.lab, convention: play.convention, kind, format })) {
        if (step.state !== 'done') continue
        const said = await (format === 'docx' ? docxText : pdfText)(step.file)
        if (/rekap-nilai|berita-acara|pemenang/.test(kind)) expect(said, `${kind}.${format}`).toContain(byHand[0]?.entry)
      }
  const winners = (await calls.jury.list({ lab: play.lab }))[0]?.winners ?? []
  expect(winners.slice(0, 8).map(({ name }) => name)).toEqual(byHand.slice(0, 8).map(({ entry }) => entry))
}
