/**
 * The catalogue with 30,000 innovations of other offices and a lab of our own: found while it is being made ready, with typing errors, by
 * short and long names and by word forms; narrowed, compared, replicated, taken in, asked for once a year, handed on.
 */
import { readdir, readFile, watch } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { type App, appOn, expect, test } from './app.ts'
import {
  faultyList,
  filledIn,
  hitNames,
  keyWork,
  lookFor,
  planted,
  settled,
  sharedLines,
  shownTotal,
  takenOf,
  whole,
  workbookRows,
} from './catalogue-acts.ts'
import { callsTo, innovationIn } from './sample.ts'

const seed = Number(process.env.LABINOV_SEED ?? 1945)
const size = 30_000

type Play = { readonly app: App; readonly page: Page; lab: string }

test.use({ actionTimeout: 30_000 })

test(`journeys through ${size} innovations, seed ${seed}`, async ({ app, home: page }) => {
  test.setTimeout(420_000)
  const play: Play = { app, page, lab: '' }
  await test.step('a lab of three, and 30,000 taken in', () => lay(play))
  await test.step('the first are found while the rest is made ready', () => openWhileBuilding(play))
  await test.step('typing errors, short and long names, word forms', () => find(page))
  await test.step('a filter leaves as many as it says', () => narrow(page))
  await test.step('three side by side', () => compare(page))
  await test.step('thirty keys', async () => {
    console.log(`${size} innovations, ${await keyWork(page, 'pelayanan kesehatan ibu hamil ')}`)
    await settled(page)
    await expect(hitNames(page).first()).toBeVisible()
  })
  await test.step('a replication keeps its source', () => replicate(play))
  await test.step('a list with faults is taken in', () => takeIn(play))
  await test.step('the yearly round, with a conflict', () => round(play))
  await test.step('a bar opens what it counts', () => figures(play))
  await test.step('three ways out, and into a second workspace', () => handOn(play))
})

async function lay(play: Play): Promise<void> {
  // Before the first call: while it is made nobody would notice that an idle line is closed.
  const entries = takenOf(size, seed)
  const [like] = entries
  if (like === undefined) throw new Error('nothing was made')
  const calls = callsTo(play.app.url())
  const facts = { region: 'Contoh Jaya', regionKind: 'kota', year: 2026, jilid: 1, theme: '', method: 'lan-6d' } as const
  play.lab = (await calls.lab.create({ ...facts, units: ['Dinas Contoh'] })).id
  const names = ['INOVASI SATU', 'INOVASI DUA', 'INOVASI TIGA']
  await calls.innovation.createMany({ lab: play.lab, innovations: names.map((name) => ({ name })) })
  const source = await calls.catalogue.take({ name: 'Provinsi Contoh', entries: [...entries, ...planted(like)] })
  expect(source.entries).toBe(size + 3)
}

/** Watches the page from its first moment for hits beside the word that more is coming. */
async function openWhileBuilding({ app, page }: Play): Promise<void> {
  await app.kill()
  await app.start()
  await page.addInitScript(() => {
    if (sessionStorage.getItem('early') !== null) return
    const watch = new MutationObserver(() => {
      const said = /Masih menyiapkan, [\d.]+ dari [\d.]+/.exec(document.querySelector('main')?.textContent ?? '')?.[0]
      if (said === undefined || document.querySelector('a[data-hit]') === null) return
      sessionStorage.setItem('early', said)
      watch.disconnect()
    })
    watch.observe(document, { childList: true, subtree: true, characterData: true })
  })
  await page.goto(`${app.url()}#/katalog`)
  await expect(hitNames(page).first()).toBeVisible()
  await settled(page)
  expect(await page.evaluate(() => sessionStorage.getItem('early'))).toMatch(/Masih menyiapkan/)
  await expect.poll(() => shownTotal(page)).toBe(size + 6)
}

async function find(page: Page): Promise<void> {
  const asked = [
    ['perpustakan terapng', 'Perpustakaan Terapung'],
    ['Gerakan Cepat Tanggap Banjir', 'GERCEPTABA'],
    ['sekibutangaji', 'Kampung Siaga'],
    ['perpusterap', 'Perpustakaan Terapung'],
    ['peminjaman buku nelayan', 'Perpustakaan Terapung'],
    ['buku-buku kapalnya', 'Perpustakaan Terapung'],
  ] as const
  for (const [text, name] of asked) {
    await lookFor(page, text)
    await expect(hitNames(page).filter({ hasText: name }).first(), text).toBeVisible()
    expect(await hitNames(page).count(), text).toBeLessThan(10)
  }
  await lookFor(page, 'zzqqxx kkjjvv')
  await expect(page.getByText('Tidak ada yang cocok')).toBeVisible()
}

/** Each number beside a filter is the number that is left when it is set, on its own and beside others. */
async function narrow(page: Page): Promise<void> {
  await lookFor(page, 'pelayanan')
  const filters = page.getByRole('complementary', { name: 'Saringan' })
  const numberOf = async (choice: Locator): Promise<number> =>
    Number(((await choice.locator('small').textContent()) ?? '').replaceAll(/\D/g, ''))
  for (const [group, at] of [
    ['Urusan', 1],
    ['Status', 0],
    ['Jenis', 0],
  ] as const) {
    const choices = filters.locator('details', { has: page.locator('summary', { hasText: group }) }).locator('li')
    const name = (await choices.nth(at).locator('span').textContent()) ?? ''
    const choice = choices.filter({ has: page.getByText(name, { exact: true }) })
    const said = await numberOf(choice)
    expect(said, group).toBeGreaterThan(0)
    await choice.getByRole('checkbox').check()
    await expect.poll(() => shownTotal(page), { message: `${group}: ${name}` }).toBe(said)
    // The numbers of the other groups follow when the answer is whole; then what is set says what is left.
    for (const set of await filters.locator('li', { has: page.locator('input:checked') }).all())
      await expect.poll(() => numberOf(set), { message: group }).toBe(said)
  }
  await page.getByRole('button', { name: 'Lepas semua' }).click()
  await lookFor(page, '')
}

async function compare(page: Page): Promise<void> {
  await lookFor(page, 'posyandu remaja')
  const names: string[] = []
  for (const at of [0, 1, 2]) {
    const row = page.locator('li', { has: hitNames(page) }).nth(at)
    names.push((await row.locator('a[data-hit]').textContent()) ?? '')
    await row.getByRole('checkbox').check()
  }
  await page.getByRole('button', { name: 'Bandingkan', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Perbandingan inovasi' })
  await expect(dialog.getByRole('columnheader')).toHaveCount(3)
  for (const [at, name] of names.entries()) await expect(dialog.getByRole('columnheader').nth(at)).toContainText(name)
  await dialog.getByLabel('Hanya yang berbeda').check()
  const different = await dialog
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => new Set([...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim().toLowerCase())).size),
    )
  expect(different.length).toBeGreaterThan(0)
  expect(Math.min(...different)).toBeGreaterThan(1)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Kosongkan' }).click()
  await lookFor(page, '')
}

async function replicate({ app, page, lab }: Play): Promise<void> {
  await lookFor(page, 'perpustakaan terapung')
  await hitNames(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Perpustakaan Terapung')
  await page.getByRole('button', { name: 'Mulai replikasi' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mulai replikasi' })
  await dialog.getByLabel('Nama', { exact: false }).first().fill('Perpustakaan Apung Kita')
  await dialog.getByRole('button', { name: 'Mulai', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`#/lab/${lab}/inovasi/`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Perpustakaan Apung Kita')
  const id = new URL(page.url()).hash.split('/')[4] ?? ''
  const kept = async () => {
    const { catalogue, canvases } = await innovationIn(app.folder, lab, id)
    const [row] = canvases['innovation-shopping']?.items ?? []
    return { name: catalogue.replicates?.name, region: catalogue.replicates?.region, source: catalogue.replicates?.source, row: row?.text }
  }
  const source = expect.stringContaining('Provinsi Contoh')
  const expected = { name: 'Perpustakaan Terapung', region: 'Kota Pekalongan', source, row: 'Perpustakaan Terapung' }
  await expect.poll(kept).toEqual(expected)
}

async function takeIn({ app, page }: Play): Promise<void> {
  await page.goto(`${app.url()}#/katalog`)
  await settled(page)
  const before = await shownTotal(page)
  await page.getByRole('button', { name: 'Ambil daftar' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ambil daftar inovasi' })
  const file = { name: 'rekap inovasi.csv', mimeType: 'text/csv', buffer: Buffer.from(faultyList) }
  await dialog.locator('input[type=file]').setInputFiles(file)
  const rows = dialog.getByRole('region', { name: 'Baris yang ditampilkan' })
  await expect(rows.getByText('Sudah ada 2')).toBeVisible({ timeout: 60_000 })
  await expect(rows.getByText('Diambil 2')).toBeVisible()
  await expect(rows.getByText('Ditolak 2')).toBeVisible()
  await expect(rows.getByText('Sama dengan baris 3.')).toBeVisible()
  await expect(rows.getByText('Nama dan daerah yang sama sudah ada di katalog.')).toBeVisible()
  await expect(rows.getByText(/Nomor pribadi pada Kontak tidak diambil\./)).toBeVisible()
  await dialog.getByRole('button', { name: 'Ambil 2 inovasi' }).click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => shownTotal(page)).toBe(before + 2)
  await lookFor(page, 'baru dua')
  await expect(hitNames(page).first()).toHaveText('BARU DUA')
  await lookFor(page, '')
}

async function round({ app, page, lab }: Play): Promise<void> {
  const calls = callsTo(app.url())
  const ids = new Map(
    (await calls.catalogue.search({ filters: { lab: [lab] } })).hits.map(({ entry }) => [entry.name, entry.innovation ?? '']),
  )
  await page.getByRole('button', { name: 'Lihat dan kelola' }).click()
  await page.getByRole('menuitem', { name: 'Putaran status tahunan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Putaran status tahunan' })
  await dialog.getByRole('button', { name: 'Buat daftar XLSX' }).click()
  await expect(dialog.getByText(/^Tersimpan di /)).toBeVisible()
  const sent = await exported(app, /^Putaran status.*\.xlsx$/)
  // Somebody writes here what the unit answers otherwise.
  const here = { lab, innovation: ids.get('INOVASI TIGA') ?? '', key: 'penerapan', since: '2026-02-01', reason: '', contact: '' } as const
  await calls.catalogue.applyRound({ answers: [here], by: 'Sekretariat' })
  const back = join(app.folder, 'kembali.xlsx')
  await filledIn(sent, back, {
    'INOVASI SATU': { 3: 'Berhenti', 4: '29 Juni 2026', 5: 'Penggagas dimutasi' },
    'INOVASI DUA': { 3: 'libur' },
    'INOVASI TIGA': { 3: 'berjalan', 4: '1 Maret 2026' },
  })
  await dialog.locator('input[type=file]').setInputFiles(back)
  for (const said of ['Berubah 1', 'Bentrok 1', 'Ditolak 1']) await expect(dialog.getByText(said)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Tulis 1 jawaban' })).toBeVisible()
  await dialog.getByText('Bentrok 1').click()
  await expect(dialog.getByText('INOVASI TIGA')).toBeVisible()
  await dialog.getByRole('button', { name: 'Tulis 1 jawaban' }).click()
  await expect(dialog).toHaveCount(0)
  const stand = async (name: string) => (await innovationIn(app.folder, lab, ids.get(name) ?? '')).catalogue.standing
  await expect.poll(() => stand('INOVASI SATU')).toMatchObject({ key: 'berhenti', since: '2026-06-29', reason: 'Penggagas dimutasi' })
  expect(await stand('INOVASI TIGA')).toMatchObject({ key: 'penerapan', since: '2026-02-01', by: 'Sekretariat' })
  expect(await stand('INOVASI DUA')).toBeNull()
}

async function figures({ app, page }: Play): Promise<void> {
  await page.goto(`${app.url()}#/katalog/angka`)
  for (const title of [/^Tahun berapa/, /^Urusan mana/, /^Bagaimana keadaan/]) {
    const bar = page
      .locator('section', { has: page.getByRole('heading', { name: title }) })
      .locator('li a')
      .nth(1)
    const [, said = ''] = /: ([\d.]+) inovasi, buka di katalog$/.exec((await bar.getAttribute('aria-label')) ?? '') ?? []
    await bar.click()
    await settled(page)
    await expect.poll(() => shownTotal(page), { message: String(title) }).toBe(Number(said.replaceAll('.', '')))
    await page.goBack()
  }
}

async function handOn({ app, page }: Play): Promise<void> {
  await page.goto(`${app.url()}#/katalog`)
  await settled(page)
  const total = await whole(callsTo(app.url()))
  for (const way of ['XLSX, kolom seperti INOLAND', 'CSV', 'Berkas katalog untuk instansi lain']) {
    await page.locator('button[aria-haspopup=menu]', { hasText: 'Unduh' }).click()
    await page.getByRole('menuitem', { name: way, exact: true }).click()
    const ending = { X: 'xlsx', C: 'csv', B: 'labinov-katalog' }[way[0] ?? ''] ?? ''
    await expect(page.getByText(new RegExp(`^Tersimpan di .*\\.${ending}$`))).toBeVisible({ timeout: 60_000 })
  }
  const [workbook, table, shared] = await Promise.all(
    [/^Katalog inovasi.*\.xlsx$/, /\.csv$/, /\.labinov-katalog$/].map((ending) => exported(app, ending)),
  )
  expect(await workbookRows(workbook ?? '')).toBe(total + 1)
  const csv = await readFile(table ?? '', 'utf8')
  expect(csv.trimEnd().split('\r\n')).toHaveLength(total + 1)
  const other = appOn(`${app.folder}-lain`)
  await other.start()
  try {
    await page.goto(`${other.url()}#/katalog`)
    await expect(page.getByText('Katalog masih kosong')).toBeVisible()
    await page.getByRole('button', { name: 'Ambil daftar' }).first().click()
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles(shared ?? '')
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 })
    await expect.poll(() => shownTotal(page), { timeout: 60_000 }).toBe(total)
    const { file } = await callsTo(other.url()).catalogue.keep({ name: 'Kembali', format: 'katalog' })
    expect(await sharedLines(file)).toEqual(await sharedLines(shared ?? ''))
  } finally {
    await other.kill()
  }
}

/** Resolves when a file of such a name is touched in the folder. */
async function seen(folder: string, name: RegExp): Promise<void> {
  for await (const { filename } of watch(folder)) if (name.test(filename ?? '')) return
}

/** The one file of that name in the output folder. */
async function exported(app: App, name: RegExp): Promise<string> {
  const { outputFolder } = await callsTo(app.url()).app.about()
  const found = (await readdir(outputFolder)).filter((one) => name.test(one))
  expect(found, String(name)).toHaveLength(1)
  return join(outputFolder, found[0] ?? '')
}

test(`killed while a list is taken in, the old one or the new one is there whole`, async ({ app }) => {
  test.setTimeout(120_000)
  const old = takenOf(400, seed)
  const fresh = takenOf(12_000, seed + 1)
  const { id } = await callsTo(app.url()).catalogue.take({ name: 'Lama', entries: old })
  const folder = join(app.folder, 'catalogue')
  // At the first sign of the draft, as soon as something is in it, and when the one before has its second name.
  for (const sign of [/\.draft$/, /\.jsonl\.draft$/, /\.prev/]) {
    const taking = callsTo(app.url()).catalogue.take({ name: 'Baru', source: id, entries: fresh })
    const over = taking.then(
      () => true,
      () => false,
    )
    await Promise.race([seen(folder, sign), over])
    await app.kill()
    const done = await over
    await app.start()
    const calls = callsTo(app.url())
    const [source] = await calls.catalogue.sources()
    const expected = { Lama: 400, Baru: 12_000 }[source?.name ?? '']
    expect(source?.entries).toBe(expected)
    if (done) expect(source?.name).toBe('Baru')
    expect(await whole(calls)).toBe(expected)
    expect(await calls.workspace.faults()).toEqual([])
    await calls.catalogue.take({ name: 'Lama', source: id, entries: old })
  }
})
