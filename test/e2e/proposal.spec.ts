/** Writing a proposal: versions while others write, the list before handing in, the sheet alone on the screen. */
import type { Page } from '@playwright/test'
import { findings } from './axe.ts'
import { type Person, person } from './people.ts'
import { expect, onDisk, pages, saved, test } from './sample.ts'
import { noSidewaysScroll } from './typing.ts'

const section = (page: Page, title: RegExp) => page.getByRole('textbox', { name: title })
const openSection = (page: Page, title: RegExp) =>
  page.getByRole('navigation', { name: 'Bagian proposal' }).getByRole('button', { name: title }).click()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

test.describe('versions', () => {
  // Two browsers that type letter by letter take their time on a busy machine.
  test.slow()
  let first: Person
  let second: Person
  test.afterEach(async () => {
    await first.context.close()
    await second.context.close()
  })

  test('one compares and restores a section while the other writes in another one', async ({ app, browser, fresh }) => {
    first = await person(browser, app, pages.proposal(fresh))
    second = await person(browser, app, pages.proposal(fresh))
    const [sari, budi] = [first.page, second.page]
    await section(sari, /Ringkasan/).focus()
    await sari.keyboard.type('Awal ringkasan. Akhir ringkasan.')
    await openSection(sari, /Ide Inovatif/)
    await section(sari, /Ide Inovatif/).focus()
    await sari.keyboard.type('Bendahara pulang larut malam.')
    await button(sari, 'Riwayat').click()
    await sari.getByLabel('Nama versi').fill('sebelum rapat')
    await button(sari, 'Simpan versi sekarang').click()
    await expect(sari.getByRole('region', { name: 'Riwayat' })).toContainText('Versi tersimpan.')
    await button(sari, 'Kembali menulis').click()
    await section(sari, /Ide Inovatif/).focus()
    await sari.keyboard.press('Control+End')
    await sari.keyboard.type(' Kalimat belakangan.')

    // Budi stands in the middle of the other section and goes on writing there all the time.
    await expect(section(budi, /Ringkasan/)).toContainText('Akhir ringkasan.')
    await section(budi, /Ringkasan/).focus()
    await budi.keyboard.press('Control+Home')
    for (let n = 0; n < 'Awal ringkasan.'.length; n += 1) await budi.keyboard.press('ArrowRight')
    const writing = budi.keyboard.type(' Budi menulis tanpa berhenti selama Sari memulihkan bagian lain.', { delay: 25 })

    await button(sari, 'Riwayat').click()
    const compared = sari.getByRole('region', { name: /^2\. Ide Inovatif/ })
    await expect(compared).toContainText('2 kata ditambah, 0 dihapus')
    await expect(compared.locator('ins').last()).toContainText('Kalimat belakangan')
    await button(sari, /^Pulihkan bagian ini: 2\. Ide Inovatif/).click()
    await expect(compared).toContainText('tidak berubah')
    // What stood there before was kept by itself.
    await expect(sari.getByRole('list', { name: 'Versi tersimpan' })).toContainText('Sebelum pemulihan')
    await writing
    const whole = 'Awal ringkasan. Budi menulis tanpa berhenti selama Sari memulihkan bagian lain. Akhir ringkasan.'
    await expect(section(budi, /Ringkasan/)).toHaveText(whole)
    await openSection(budi, /Ide Inovatif/)
    await expect(section(budi, /Ide Inovatif/)).toHaveText('Bendahara pulang larut malam.')

    // Back at the sheet its own undo takes the whole restoring back.
    await button(sari, 'Kembali menulis').click()
    await section(sari, /Ide Inovatif/).focus()
    await sari.keyboard.press('Control+z')
    await expect(section(budi, /Ide Inovatif/)).toHaveText('Bendahara pulang larut malam. Kalimat belakangan.')
    await openSection(sari, /Ringkasan/)
    await expect(section(sari, /Ringkasan/)).toHaveText(whole)
    for (const page of [sari, budi]) await saved(page)
    expect((await onDisk(app.folder, fresh)).versions.map(({ label }) => label)).toEqual(['sebelum rapat', 'Sebelum pemulihan'])
  })

  test('both write in the section that is restored: the words of the other one stay', async ({ app, browser, fresh }) => {
    first = await person(browser, app, pages.proposal(fresh))
    second = await person(browser, app, pages.proposal(fresh))
    const [sari, budi] = [first.page, second.page]
    await section(sari, /Ringkasan/).focus()
    await sari.keyboard.type('Kalimat pertama tetap di sini.')
    await button(sari, 'Riwayat').click()
    await button(sari, 'Simpan versi sekarang').click()
    await button(sari, 'Kembali menulis').click()
    await section(sari, /Ringkasan/).focus()
    await sari.keyboard.press('Control+End')
    await sari.keyboard.press('Enter')
    await sari.keyboard.type('Paragraf kedua dari Sari.')
    await expect(section(budi, /Ringkasan/)).toContainText('dari Sari.')
    await section(budi, /Ringkasan/).focus()
    await budi.keyboard.press('Control+Home')
    await budi.keyboard.type('Budi: ')
    for (let n = 0; n < 'Kalimat'.length; n += 1) await budi.keyboard.press('ArrowRight')
    await expect(section(sari, /Ringkasan/)).toContainText('Budi: Kalimat')
    await button(sari, 'Riwayat').click()
    await button(sari, /^Pulihkan bagian ini: 1\. Ringkasan/).click()
    // The cursor of Budi is still behind the word where he left it.
    await expect(section(budi, /Ringkasan/)).toHaveText('Kalimat pertama tetap di sini.')
    await budi.keyboard.type(' yang')
    await expect(section(budi, /Ringkasan/)).toHaveText('Kalimat yang pertama tetap di sini.')
    await button(sari, 'Urungkan').last().click()
    await expect(section(budi, /Ringkasan/)).toContainText('Paragraf kedua dari Sari.')
    await expect(section(budi, /Ringkasan/)).toContainText('Kalimat yang pertama tetap di sini.')
  })
})

test('each line of the list before handing in leads to its place', async ({ app, home: page, fresh }) => {
  await page.goto(app.url() + pages.proposal(fresh))
  const check = button(page, /^Periksa kesiapan/)
  const panel = page.getByRole('complementary', { name: 'Siap kirim' })
  await expect(check).toContainText(/\d+ wajib dibereskan/)
  await check.click()
  await panel.getByRole('button', { name: /^Isian "Judul inovasi"/ }).click()
  await expect(page.getByLabel(/^Judul inovasi/)).toBeFocused()
  await page.keyboard.type('Laporan selesai sebelum kegiatan ditutup')
  await expect(panel.getByRole('button', { name: /^Isian "Judul inovasi"/ })).toHaveCount(0)

  await panel.getByRole('button', { name: /^Bagian "Signifikansi" belum ditulis/ }).click()
  await expect(section(page, /Signifikansi/)).toBeFocused()
  await page.keyboard.type('Antrean hilang.')
  await expect(panel.getByRole('button', { name: /^Bagian "Signifikansi" belum ditulis/ })).toHaveCount(0)

  await panel.getByRole('button', { name: /^Tanggal mulai implementasi/ }).click()
  await expect(page.getByLabel(/^Tanggal mulai implementasi/)).toBeFocused()
  await page.getByLabel(/^Tanggal mulai implementasi/).fill('2025-01-15')
  await panel.getByLabel('Penutupan pendaftaran').fill('2026-10-30')
  await expect(panel).toContainText('Usia 1 tahun 9 bulan pada penutupan, 30 Oktober 2026. Perlu 2 tahun.')
  await panel.getByRole('button', { name: /^Usia inovasi 1 tahun 9 bulan/ }).click()
  await expect(page.getByLabel(/^Tanggal mulai implementasi/)).toBeFocused()
  await panel.getByLabel('Penutupan pendaftaran').fill('2027-02-01')
  await expect(panel).toContainText('Usia 2 tahun pada penutupan')

  const statement = panel.getByRole('button', { name: /^"Surat pernyataan implementasi" belum dilampirkan/i })
  await statement.click()
  await expect(page.locator('[data-statement]:focus')).toContainText(/Surat pernyataan implementasi/i)
  await saved(page)
})

test('the sheet fills the screen by keyboard, and Escape gives everything back', async ({ app, home: page, fresh }) => {
  await page.goto(app.url() + pages.proposal(fresh))
  const sheet = section(page, /Ringkasan/)
  await sheet.focus()
  await page.keyboard.type('Sebelum. ')
  await page.keyboard.press('F11')
  await expect(button(page, /Keluar dari layar penuh/)).toBeVisible()
  await expect(button(page, 'Riwayat')).toHaveCount(0)
  await expect(page.locator('nav:not([inert], [inert] *)')).toHaveCount(0)
  await expect(sheet).toBeFocused()
  await page.keyboard.type('Di layar penuh.')
  await expect(page.getByText(/^4 dari \d+ kata/)).toBeVisible()
  // Nothing of the app around is reached.
  for (let n = 0; n < 6; n += 1) {
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[inert]') === null)).toBe(true)
  }
  expect(await findings(page, 'full screen')).toEqual([])
  await sheet.focus()
  await page.keyboard.press('Escape')
  await expect(button(page, 'Riwayat')).toBeVisible()
  await expect(sheet).toBeFocused()
  await expect(sheet).toHaveText('Sebelum. Di layar penuh.')
  await expect(page.locator('[inert]')).toHaveCount(0)
  // The button does the same, and the cursor comes back into the text.
  await button(page, 'Layar penuh').click()
  await button(page, /Keluar dari layar penuh/).click()
  await expect(sheet).toBeFocused()
})

test('versions and the list before handing in stand on a phone and pass axe', async ({ app, home: page, fresh }) => {
  await page.goto(app.url() + pages.proposal(fresh))
  await section(page, /Ringkasan/).focus()
  await page.keyboard.type('Satu dua tiga.')
  await button(page, 'Riwayat').click()
  await button(page, 'Simpan versi sekarang').click()
  await button(page, 'Kembali menulis').click()
  await section(page, /Ringkasan/).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Empat.')
  await button(page, 'Riwayat').click()
  await expect(page.getByText('1 kata ditambah, 0 dihapus')).toBeVisible()
  expect(await findings(page, 'history')).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await noSidewaysScroll(page)
  expect(await findings(page, 'history on a phone')).toEqual([])
  await button(page, /^Periksa kesiapan/).click()
  await expect(page.getByRole('complementary', { name: 'Siap kirim' })).toBeVisible()
  await noSidewaysScroll(page)
  expect(await findings(page, 'list on a phone')).toEqual([])
})
