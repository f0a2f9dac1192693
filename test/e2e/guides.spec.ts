/** Packs in the app: copied, edited, in use at once in every window, handed over and put aside. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findings } from './axe.ts'
import { pdfText } from './read-documents.ts'
import { callsTo, expect, type LabClient, pages, sampleLab, test } from './sample.ts'
import { serveOn } from './serve.ts'
import { noSidewaysScroll } from './typing.ts'

const guides = (pack?: string): string => `#/pedoman${pack === undefined ? '' : `/${pack}`}`
const own = 'kipp-kota-solok'
const form = `${own}-kipp-tujuh-bagian`
const parts = (page: Page) => page.getByRole('navigation', { name: 'Isi paket' })
const save = (page: Page) => page.getByRole('button', { name: 'Simpan', exact: true })
const fold = (page: Page, name: RegExp) => page.getByRole('listitem').getByRole('button', { name, expanded: false })
const undo = (page: Page) => page.getByRole('button', { name: /^Urungkan/ })
const version = async (calls: LabClient): Promise<number> =>
  (await calls.packs.all()).packs.find(({ head }) => head.id === own)?.head.version ?? 0
const formNow = async (calls: LabClient) => {
  const found = (await calls.packs.all()).packs.flatMap(({ forms }) => forms).find(({ id }) => id === form)
  if (found === undefined) throw new Error('the copy has no form')
  return found
}

/** The copy, opened at its form. */
async function openForm(page: Page, url: string): Promise<void> {
  await page.goto(url + guides(own))
  await parts(page)
    .getByRole('button', { name: /^Proposal KIPP, tujuh bagian/ })
    .click()
  await expect(page.getByRole('heading', { level: 2, name: 'Proposal KIPP, tujuh bagian' })).toBeVisible()
}

const copied = (calls: LabClient) => calls.packs.copy({ from: 'kipp-2022', id: own, title: 'KIPP Kota Solok' })

test('a copied and edited form is used in every window at once, and its document says whose it is', async ({
  app,
  calls,
  home: page,
  context,
}) => {
  const other = await context.newPage()
  await other.goto(app.url() + pages.innovation('fastren'))
  await expect(other.getByRole('link', { name: /Proposal KIPP/ }).first()).toBeVisible()

  await page.goto(app.url() + guides('kipp-2022'))
  await expect(page.getByLabel('Nama paket (Indonesia)')).toHaveAttribute('readonly')
  await page.getByRole('button', { name: 'Salin dan ubah' }).click()
  await page.getByLabel('Nama salinan').fill('KIPP Kota Solok')
  await expect(page.getByLabel('Id', { exact: true })).toHaveValue(own)
  await page.getByRole('button', { name: 'Buat salinan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'KIPP Kota Solok' })).toBeVisible()

  await parts(page)
    .getByRole('button', { name: /^Proposal KIPP, tujuh bagian/ })
    .click()
  await page.getByLabel('Nama pendek (Indonesia)').fill('Proposal Solok')
  await page.getByLabel('Nama pendek (Inggris)').fill('Solok proposal')
  await fold(page, /^Bagian 1: Ringkasan/).click()
  await page.getByLabel('Kata paling banyak').fill('123')
  await save(page).click()
  await expect(undo(page)).toBeVisible()
  expect(await version(calls)).toBe(2)

  await other
    .getByText(/^Formulir lain/)
    .first()
    .click()
  const link = other.locator(`a[href$="/proposal/${form}"]`).first()
  await expect(link).toBeVisible()
  await link.click()
  await expect(other.getByText(/123/).first()).toBeVisible()

  const paper = (await calls.packs.all()).packs.find(({ head }) => head.id === own)?.documents.find(({ of }) => of === form)
  for await (const step of await calls.document.export({
    lab: sampleLab,
    kind: paper?.id ?? '',
    innovation: 'fastren',
    format: 'pdf',
  }))
    if (step.state === 'done') {
      const text = await pdfText(step.file)
      expect(text).toContain(`${own} v2`)
      expect(text).toContain('belum diverifikasi')
    }
})

test('changes stay while one looks elsewhere, are refused at their field, saved, and taken back', async ({ app, calls, home: page }) => {
  await copied(calls)
  await openForm(page, app.url())
  await page.getByRole('button', { name: 'Tambah bagian' }).click()
  await page.keyboard.type('Dampak Layanan')
  await expect(page.getByLabel('Judul (Indonesia)', { exact: true })).toHaveValue('Dampak Layanan')
  await page.getByLabel('Bobot (%)').fill('5')
  await expect(page.getByText('8 bagian. Jumlah bobot 105, seharusnya 100.')).toBeVisible()

  await test.step('they stay', async () => {
    await page.getByRole('link', { name: 'Semua pedoman' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'KIPP Kota Solok' }).getByText('Belum disimpan')).toBeVisible()
    await page.reload()
    await page.getByRole('link', { name: 'KIPP Kota Solok' }).click()
    await parts(page)
      .getByRole('button', { name: /Belum disimpan/ })
      .click()
  })
  await test.step('they are refused with their places', async () => {
    await save(page).click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Belum dapat disimpan')
    await alert.getByRole('button', { name: 'Bagian 8, Yang diminta (Indonesia)' }).click()
    await expect(page.getByLabel('Yang diminta (Indonesia)')).toBeFocused()
    await expect(page.getByLabel('Judul (Inggris)', { exact: true })).toHaveAttribute('aria-invalid', 'true')
    expect(await version(calls)).toBe(1)
  })
  await test.step('mended, they are saved', async () => {
    await page.keyboard.type('Tuliskan dampaknya.')
    const offers = page.getByRole('button', { name: 'Pakai teks Indonesia' })
    await expect(offers).toHaveCount(2)
    await offers.first().click()
    await offers.click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.getByLabel('Pertanyaan pemandu (Indonesia)').fill('Siapa yang terbantu?\n\n')
    await page.getByRole('button', { name: 'Pakai teks Indonesia' }).click()
    await page.getByLabel('Bobot (%)').fill('')
    await save(page).click()
    await expect(undo(page)).toBeVisible()
    const added = (await formNow(calls)).sections.at(-1)
    expect(added).toMatchObject({ key: 'dampak_layanan', guidance: [{ id: 'Siapa yang terbantu?', en: 'Siapa yang terbantu?' }] })
  })
  await test.step('and taken back, when they are changes again', async () => {
    await undo(page).click()
    await expect.poll(async () => (await formNow(calls)).sections.length).toBe(7)
    await expect(save(page)).toBeEnabled()
    await expect(page.getByText('8 bagian, jumlah bobot 100')).toBeVisible()
  })
})

test('what was removed from a list comes back alone, and order is changed from the keyboard', async ({ app, calls, home: page }) => {
  await copied(calls)
  await openForm(page, app.url())
  await page.getByRole('button', { name: /^Hapus Bagian 2/ }).click()
  await fold(page, /^Bagian 1: Ringkasan/).click()
  await page.getByLabel('Kata paling banyak').fill('150')
  await undo(page).click()
  await expect(fold(page, /^Bagian 2: Ide Inovatif/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Bagian 1: Ringkasan paling banyak 150 kata/ })).toBeVisible()
  await page.getByRole('button', { name: 'Turunkan Bagian 2: Ide Inovatif' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Turunkan Bagian 3: Ide Inovatif' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('button', { name: 'Turunkan Bagian 2: Ide Inovatif' })).toBeFocused()
  await page.getByRole('button', { name: 'Buang perubahan' }).click()
  await expect(save(page)).toBeDisabled()
  await undo(page).click()
  await expect(page.getByRole('button', { name: /^Bagian 1: Ringkasan paling banyak 150 kata/ })).toBeVisible()
})

test('two windows with the same part: the second is told before it replaces what the first saved', async ({
  app,
  calls,
  home: page,
  context,
}) => {
  await copied(calls)
  const other = await context.newPage()
  await openForm(page, app.url())
  await openForm(other, app.url())
  await other.getByLabel('Nama pendek (Indonesia)').fill('Punya jendela dua')
  await page.getByLabel('Nama pendek (Indonesia)').fill('Punya jendela satu')
  await save(page).click()
  await expect(undo(page)).toBeVisible()
  await expect(other.getByRole('alert')).toContainText('Bagian ini diubah di jendela lain')
  await expect(save(other)).toBeDisabled()
  await expect(other.getByLabel('Nama pendek (Indonesia)')).toHaveValue('Punya jendela dua')
  await other.getByRole('button', { name: 'Lanjutkan punya saya' }).click()
  await save(other).click()
  await expect.poll(async () => (await formNow(calls)).short.id).toBe('Punya jendela dua')
  await expect(page.getByLabel('Nama pendek (Indonesia)')).toHaveValue('Punya jendela dua')
})

test('a pack goes to another office as a file; what is no pack is refused in words; put aside, it comes back', async ({
  app,
  calls,
  home: page,
}) => {
  await copied(calls)
  await page.goto(app.url() + guides(own))
  await page.getByRole('button', { name: 'Simpan sebagai berkas' }).click()
  await expect(page.getByText(`${own}.zip`).first()).toBeVisible()
  const { file } = await calls.packs.export({ pack: own })
  const take = (at: Page, path: string) => at.locator('input[type=file]').setInputFiles(path)

  await test.step('the same file again is not newer', async () => {
    await page.goto(app.url() + guides())
    await take(page, file)
    await expect(page.getByRole('alert')).toContainText('tidak lebih baru')
  })
  await test.step('junk', async () => {
    const junk = join(app.folder, 'sampah.zip')
    await writeFile(junk, 'bukan arsip')
    await take(page, junk)
    await expect(page.getByRole('alert')).toContainText('Berkas ini bukan paket Labinov')
  })
  await test.step('put aside and back', async () => {
    await page.getByRole('listitem').filter({ hasText: 'KIPP Kota Solok' }).getByRole('button', { name: 'Singkirkan' }).click()
    await expect(page.getByRole('link', { name: 'KIPP Kota Solok' })).toHaveCount(0)
    await undo(page).click()
    await expect(page.getByRole('link', { name: 'KIPP Kota Solok' })).toBeVisible()
  })
  await test.step('at the other office', async () => {
    const served = await serveOn(join(app.folder, '../kantor-lain'), join(import.meta.dirname, '../../out/renderer'))
    try {
      await page.goto(served.url + guides())
      await take(page, file)
      await expect(page.getByRole('heading', { level: 1, name: 'KIPP Kota Solok' })).toBeVisible()
      expect((await callsTo(served.url).packs.all()).own).toEqual([own])
    } finally {
      await served.stop()
    }
  })
})

test('a pack nobody can read is named with its place, and can be put aside', async ({ app, calls, home: page }) => {
  await copied(calls)
  await writeFile(join(app.folder, 'packs', own, 'pack.yaml'), 'id: [')
  await app.stop()
  await app.start()
  await page.goto(app.url() + guides())
  const refused = page.getByRole('listitem').filter({ hasText: 'pack.yaml' }).first()
  await expect(refused).toBeVisible()
  await page.getByRole('button', { name: 'Singkirkan' }).click()
  await expect(page.getByText('pack.yaml')).toHaveCount(0)
})

test('every part of a pack can be read by everybody, on a phone as well', async ({ app, calls, home: page }) => {
  await copied(calls)
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const pack of [undefined, 'kipp-2022', 'iid-2026', own]) {
      await page.goto(app.url() + guides(pack))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await noSidewaysScroll(page)
      expect(await findings(page, `${pack ?? 'list'} ${width}`)).toEqual([])
    }
  }
})
