/** The documents room: papers of a session, many at once, one book, and what changed since it was exported. */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeFacts } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { findings, visit } from './axe.ts'
import { writeDoc } from './fill.ts'
import { expect, innovationFile, type LabClient, pages, sampleLab, test } from './sample.ts'
import { serveOn } from './serve.ts'
import { noSidewaysScroll } from './typing.ts'

const room = `${pages.lab}/dokumen`
const queue = (page: Page) => page.getByRole('region', { name: 'Antrean' })
const job = (page: Page, text: string) => queue(page).getByRole('listitem').filter({ hasText: text })
const list = (page: Page) => page.getByRole('region', { name: 'Daftar dokumen' })
const drawn = async (page: Page): Promise<void> => {
  await expect(page.getByRole('button', { name: 'Simpan PDF' })).toBeEnabled({ timeout: 30_000 })
  await expect(page.getByText('Menyusun pratinjau…')).toHaveCount(0, { timeout: 30_000 })
  await expect(page.getByRole('figure').first()).toBeVisible()
}
const output = (folder: string): string => join(folder, 'keluaran')

async function openRoom(page: Page, url: string): Promise<void> {
  await page.goto(url + room)
  await expect(page.getByRole('heading', { level: 1, name: 'Dokumen' })).toBeVisible()
  await drawn(page)
}

async function printMany(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Cetak banyak' }).click()
  await page.getByRole('dialog').getByLabel('Dokumen', { exact: true }).selectOption({ label: kind })
}

const rename = (url: string, id: string, longName: string): Promise<void> =>
  writeDoc(url, `innovation:${sampleLab}:${id}`, (doc) => writeFacts(doc, { longName }, byPerson))

async function twelve(calls: LabClient): Promise<void> {
  const { innovations } = await calls.lab.overview({ lab: sampleLab })
  for (let n = innovations.length; n < 12; n += 1) await calls.innovation.create({ lab: sampleLab, name: `CONTOH ${n}` })
}

test('the attendance list of a session is seen as it will be printed, and saved for Word, as PDF and as a workbook', async ({
  app,
  home: page,
}) => {
  await openRoom(page, app.url())
  await list(page)
    .getByRole('button', { name: /^Daftar Hadir/ })
    .click()
  await drawn(page)
  await expect(page.getByRole('region', { name: 'Pratinjau Daftar Hadir' }).getByText('DAFTAR HADIR').first()).toBeAttached()
  for (const format of ['DOCX', 'XLSX', 'PDF']) {
    await page.getByRole('button', { name: `Simpan ${format}` }).click()
    await expect(job(page, `(${format})`).getByText(/^Tersimpan/)).toBeVisible({ timeout: 30_000 })
  }
  const files = await readdir(output(app.folder))
  expect(files.map((name) => name.slice(name.lastIndexOf('.'))).sort()).toEqual(['.docx', '.pdf', '.xlsx'])
  expect(files.every((name) => name.startsWith('Daftar Hadir - '))).toBe(true)
  await expect(list(page).getByRole('button', { name: /^Daftar Hadir Diekspor/ })).toBeVisible()
  await test.step('a reload comes back to the same document', async () => {
    await page.reload()
    await expect(page.getByRole('region', { name: 'Pratinjau Daftar Hadir' })).toBeVisible()
  })
  await test.step('another session has its own', async () => {
    const which = page.getByLabel('Sesi yang mana')
    await which.selectOption({ index: 0 })
    await list(page)
      .getByRole('button', { name: /^Notula/ })
      .click()
    await drawn(page)
    await expect(page.getByRole('region', { name: 'Pratinjau Notula' })).toBeVisible()
  })
})

test('twelve proposals as files: cancelled in the middle, and gone on with; then one book', async ({ app, calls, home: page }) => {
  test.slow()
  await twelve(calls)
  await openRoom(page, app.url())
  await printMany(page, 'Proposal KIPP')
  await expect(page.getByText('12 dari 12 dipilih')).toBeVisible()
  await page.getByRole('button', { name: 'Cetak 12' }).click()
  const row = job(page, 'Proposal KIPP, 12 berkas (PDF)')
  await expect(row.getByText(/^[3-9] dari 12/)).toBeVisible({ timeout: 60_000 })
  await row.getByRole('button', { name: /^Hentikan/ }).click()
  await expect(row.getByText(/^Dihentikan\. \d+ dari 12 sudah selesai/)).toBeVisible()
  const folder = join(output(app.folder), 'Proposal KIPP - Kota Solok 2026 jilid 2')
  const before = (await readdir(folder)).length
  expect(before).toBeGreaterThanOrEqual(3)
  expect(before).toBeLessThan(12)
  await row.getByRole('button', { name: 'Lanjutkan' }).click()
  await expect(row.getByText(/berkas tersimpan/)).toBeVisible({ timeout: 90_000 })
  expect(await readdir(folder)).toHaveLength(12)
  await test.step('one book of all of them', async () => {
    await printMany(page, 'Proposal KIPP')
    await page.getByText('Satu buku').click()
    await page.getByRole('button', { name: 'Cetak 12' }).click()
    await expect(job(page, 'Buku Proposal KIPP').getByText('Tersimpan, 12 dokumen')).toBeVisible({ timeout: 90_000 })
    expect(await readdir(output(app.folder))).toContain('Buku Proposal KIPP - Kota Solok 2026 jilid 2.pdf')
  })
})

test('a damaged innovation is named, and the others are printed', async ({ app, calls, home: page }) => {
  await calls.lab.overview({ lab: sampleLab })
  await openRoom(page, app.url())
  await writeFile(innovationFile(app.folder, 'fastren'), '{"format":1,"broken')
  await printMany(page, 'Form Ide Inovasi')
  await page.getByRole('button', { name: /^Cetak \d/ }).click()
  const row = job(page, 'Form Ide Inovasi')
  await expect(row.getByText('1 gagal')).toBeVisible({ timeout: 60_000 })
  await expect(row.getByText('FASTREN: filenya rusak; lihat Setelan, pemeriksaan')).toBeVisible()
  await expect(row.getByText('8 berkas tersimpan')).toBeVisible()
  await expect(row.getByRole('button', { name: 'Coba lagi yang gagal' })).toBeVisible()
})

test('what changed since its export is said, and printed alone', async ({ app, home: page }) => {
  test.slow()
  await openRoom(page, app.url())
  await printMany(page, 'Proposal KIPP')
  await page.getByRole('button', { name: /^Cetak \d/ }).click()
  await expect(job(page, 'Proposal KIPP').getByText('9 berkas tersimpan')).toBeVisible({ timeout: 60_000 })
  await rename(app.url(), 'langkok', 'Lahir Langsung Punya Akta')
  const line = list(page).getByRole('button', { name: /^Proposal KIPP .*1 berubah/ })
  await expect(line).toBeVisible({ timeout: 20_000 })
  await line.click()
  await page.getByLabel('Inovasi', { exact: true }).selectOption({ label: 'LANGKOK' })
  await drawn(page)
  await expect(page.getByText(/^Berubah sejak/)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('listitem').filter({ hasText: /^Sampul$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Ekspor yang berubah saja' }).click()
  await expect(job(page, 'Proposal KIPP, 1 berkas').getByText('1 berkas tersimpan')).toBeVisible({ timeout: 30_000 })
  expect(await readdir(join(output(app.folder), 'Proposal KIPP - Kota Solok 2026 jilid 2 (2)'))).toEqual(['Proposal KIPP - LANGKOK.pdf'])
  await expect(page.getByText(/^Berubah sejak/)).toHaveCount(0)
})

test('a window that may only read shows and prints everything', async ({ app, page }) => {
  const second = await serveOn(app.folder)
  try {
    await openRoom(page, second.url)
    await expect(page.getByTestId('save-state')).toHaveText('Hanya bisa dibaca')
    await page.getByRole('button', { name: 'Simpan PDF' }).click()
    await expect(queue(page).getByText(/^Tersimpan/)).toBeVisible({ timeout: 30_000 })
  } finally {
    await second.stop()
  }
})

test('search finds a kind, a session and an innovation', async ({ app, home: page }) => {
  await openRoom(page, app.url())
  const search = list(page).getByRole('searchbox', { name: 'Cari jenis atau nama dokumen' })
  await search.fill('notula')
  await expect(
    list(page)
      .getByRole('button', { name: /^Notula/ })
      .first(),
  ).toBeVisible()
  await expect(list(page).getByRole('button', { name: /^Undangan/ })).toHaveCount(0)
  await search.fill('langkok')
  await list(page)
    .getByRole('link', { name: /^LANGKOK/ })
    .click()
  await expect(page.getByRole('heading', { level: 2, name: 'Dokumen LANGKOK' })).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing serious for axe, ${scheme}, on a screen and on a phone`, async ({ app, home: page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await openRoom(page, app.url())
    await visit(page, { hash: room, heading: 'Dokumen' })
    expect(await findings(page, 'room')).toEqual([])
    await printMany(page, 'Proposal KIPP')
    await expect(page.getByText('9 dari 9 dipilih')).toBeVisible()
    expect(await findings(page, 'batch')).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 390, height: 844 })
    await drawn(page)
    expect(await findings(page, 'phone')).toEqual([])
    await noSidewaysScroll(page)
  })
}
