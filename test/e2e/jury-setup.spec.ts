/** The secretariat sets a convention up: rubric, entries, judges, panels, schedule, packages. */
import { expect, sampleLab, test } from './sample.ts'

test('a convention is set up from the rubric to the packages, and what was shared out is kept', async ({ page, app, calls }) => {
  await page.goto(app.url())
  await page.goto(`${new URL(app.url()).origin}/#/lab/${sampleLab}/konvensi`)
  await page.getByRole('button', { name: 'Konvensi baru' }).click()
  await page.getByLabel('Nama konvensi').fill('Konvensi Uji')
  await page.getByLabel('Tanggal').fill('2026-09-14')
  await page.getByLabel('Rubrik').selectOption('rubrik-umum-konvensi')
  await page.getByRole('button', { name: 'Buat konvensi' }).click()
  await expect(page.getByRole('heading', { name: 'Konvensi Uji', level: 1 })).toBeVisible()

  await page.getByRole('navigation', { name: 'Bagian konvensi' }).getByRole('link', { name: 'Peserta' }).click()
  await page.getByRole('button', { name: 'Ambil dari inovasi' }).click()
  await page.getByRole('button', { name: /^Tambahkan \d+ peserta$/ }).click()
  await expect(page.getByRole('heading', { name: /^\d+ peserta$/ })).toBeVisible()

  await page.getByRole('navigation', { name: 'Bagian konvensi' }).getByRole('link', { name: 'Juri' }).click()
  await page.getByLabel('Ketik atau tempel, satu juri per baris').fill('Rina Contoh; Widyaiswara\nBudi Rekaan; Akademisi')
  await page.getByRole('button', { name: 'Tambah 2 juri' }).click()
  await page.getByRole('button', { name: 'Tambah panel' }).click()
  await page.getByRole('button', { name: 'Bagi peserta ke panel' }).click()
  await expect(page.getByText('Pembagian juri sudah lengkap.')).toBeVisible()
  await page
    .getByRole('button', { name: /^Budi Rekaan, .*: menilai$/ })
    .first()
    .click()
  await page.getByLabel('Alasan').fill('Membina tim ini')
  await page.getByRole('button', { name: 'Catat undur diri' }).click()
  await expect(page.getByText(/^Membina tim ini \(Sekretariat/)).toBeVisible()

  await page.getByRole('navigation', { name: 'Bagian konvensi' }).getByRole('link', { name: 'Jadwal' }).click()
  await page.getByRole('button', { name: 'Susun jadwal' }).click()
  await expect(page.getByText(/^\d+ presentasi dijadwalkan$/)).toBeVisible()

  await page.getByRole('navigation', { name: 'Bagian konvensi' }).getByRole('link', { name: 'Paket' }).click()
  await page.getByRole('button', { name: 'Buat 2 paket' }).click()
  await expect(page.getByText(/^2 paket dibuat di /)).toBeVisible()

  const card = (await calls.jury.list({ lab: sampleLab })).find(({ name }) => name === 'Konvensi Uji')
  if (card === undefined) throw new Error('the convention is not in the list')
  const { convention } = await calls.jury.read({ lab: sampleLab, convention: card.id })
  expect(convention.panels[0]?.entries).toHaveLength(convention.entries.length)
  expect(convention.recusals.map(({ reason }) => reason)).toEqual(['Membina tim ini'])
  expect(convention.slots).toHaveLength(convention.entries.length)
})
