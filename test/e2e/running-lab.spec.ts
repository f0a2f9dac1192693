/**
 * A day of a lab, played in the real app: who comes is imported, the day is planned and run with the clock moved by the test, the
 * power is cut twice, ten forms are reviewed, the leader approves forty ideas, and every number says what was done. By 6D and by 5D.
 */
import type { Page } from '@playwright/test'
import { answerText } from '#shared/doc/canvas.ts'
import { addRound } from '#shared/doc/innovation.ts'
import { innovationDocName } from '#shared/doc/names.ts'
import { bySystem } from '#shared/doc/origins.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { makePeopleWorkbook } from '#test/makers/people-workbook.ts'
import { type App, expect, saved, test } from './app.ts'
import { writeDoc } from './fill.ts'
import { callsTo } from './sample.ts'

/** A Tuesday, half past eight in the morning in WIB. */
const morning = new Date('2026-04-14T01:30:00Z')
const workbook = makePeopleWorkbook({ units: 86, people: 170, faulty: 8 })
const ideas = workbook.units.slice(0, 40).map((unit, at) => ({ name: `IDE ${String(at + 1).padStart(2, '0')}`, unit }))

type Day = { readonly app: App; readonly page: Page; readonly lab: LabId }

const open = (day: Day, path: string) => day.page.goto(`${day.app.url()}#/lab/${day.lab}${path}`)

/** The process ends as in a power cut, and the laptop comes back some minutes later. */
async function powerCut({ app, page }: Day, minutes: string): Promise<void> {
  const hash = new URL(page.url()).hash
  await app.kill()
  // The window dies with it.
  await page.goto('about:blank')
  await page.clock.fastForward(minutes)
  await app.start()
  await page.goto(app.url() + hash)
}

// A control that is not there is a finding, not something to wait for until the end.
test.use({ actionTimeout: 20_000 })

for (const mode of ['6D', '5D'] as const) {
  test(`a Diagnose day by ${mode}`, async ({ app, home: page }) => {
    test.setTimeout(300_000)
    await page.clock.install({ time: morning })
    await page.goto(app.url())
    const lab = await makeLab(page, mode)
    const day: Day = { app, page, lab }
    await test.step('import who takes part', () => importPeople(day))
    await test.step('add forty ideas', () => addIdeas(day))
    await test.step('plan from the default agenda', () => planDay(day))
    await test.step('run the day through two power cuts', () => runDay(day))
    await test.step('review ten forms', () => reviewForms(day))
    await test.step('approve forty ideas', () => approveIdeas(day))
    await test.step('every number says what was done', () => readNumbers(day, mode))
  })
}

async function makeLab(page: Page, mode: '6D' | '5D'): Promise<LabId> {
  await page.getByRole('button', { name: 'Buat lab' }).first().click()
  const wizard = page.getByRole('dialog')
  const next = () => wizard.getByRole('button', { name: 'Lanjut', exact: true }).click()
  await page.getByLabel('Nama daerah').fill('Contoh Jaya')
  for (const _ of [1, 2, 3]) await next()
  await wizard.getByRole('radio', { name: new RegExp(`^${mode}`) }).check()
  await next()
  await wizard.getByRole('button', { name: 'Buat lab' }).click()
  await expect(page.getByRole('button', { name: /Contoh Jaya/ })).toBeVisible()
  return (new URL(page.url()).hash.split('/')[2] ?? '') as LabId // the address of the lab that was made
}

async function importPeople(day: Day): Promise<void> {
  const { page } = day
  await open(day, '/peserta')
  await page.getByRole('button', { name: 'Impor' }).first().click()
  const file = { name: 'peserta.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(workbook.bytes) }
  await page.locator('input[type=file]').setInputFiles(file)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/^Ditolak 8$/).click()
  for (const { row } of workbook.faults) await expect(dialog.getByText(new RegExp(`Baris ${row}$`))).toBeVisible()
  await dialog.getByRole('button', { name: 'Masukkan 256 baris' }).click()
  await expect(page.getByText('170 peserta dan 86 unit masuk').first()).toBeVisible()
  await saved(page)
}

async function addIdeas(day: Day): Promise<void> {
  const { page } = day
  await open(day, '/tahap/diagnose')
  await page.getByRole('button', { name: 'Jadikan tahap sekarang' }).click()
  await saved(page)
  await open(day, '')
  await page.getByRole('button', { name: 'Tambah inovasi', exact: true }).first().click()
  await page.getByText('Daftar', { exact: true }).click()
  await page.getByLabel('Satu inovasi satu baris').fill(ideas.map(({ name, unit }) => `${name}; Kepanjangan ${name}; ${unit}`).join('\n'))
  await page.getByRole('button', { name: 'Simpan 40 inovasi' }).click()
  await expect(page.getByText('40 inovasi ditambahkan.')).toBeVisible()
}

async function planDay(day: Day): Promise<void> {
  const { page } = day
  await open(day, '/sesi')
  await page.getByRole('button', { name: 'Buat sesi' }).first().click()
  await page.getByRole('button', { name: 'Buat 2 sesi' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Diagnose, hari ke-1')
  await saved(page)
}

async function runDay(day: Day): Promise<void> {
  const { page } = day
  const timer = page.getByRole('timer')
  await page.getByRole('link', { name: 'Buka sesi' }).click()
  await page.getByRole('button', { name: 'Mulai sesi' }).click()
  await expect(timer).toContainText(/^(30:00|29:5\d)/)

  const hall = await page.context().newPage()
  await hall.goto(`${day.app.url()}#/lab/${day.lab}/proyektor`)
  await expect(hall.getByText('Pengantar dan meluruskan niat').first()).toBeVisible()
  await expect(hall.getByText(/^(30:00|29:[345]\d)/).first()).toBeVisible()
  await hall.close()

  // Every tick of it is lived through: a clock that only jumps is a laptop that slept.
  await page.clock.runFor('10:00')
  await expect(timer).toContainText(/^(20:00|19:[45]\d)/)
  await saved(page)
  await powerCut(day, '07:00')
  await expect(page.getByText(/Sesi terputus 7 menit/)).toBeVisible()
  await expect(timer).toContainText(/^(20:0\d|19:[345]\d)/)
  await recordDay(day)
  await endDay(day)
}

/** Attendance at the door by keyboard, lines of the notula, and a second power cut in the middle of a word. */
async function recordDay(day: Day): Promise<void> {
  const { page } = day
  const tab = (name: string) => page.getByRole('radiogroup', { name: 'Catatan sesi' }).getByText(name, { exact: true }).click()
  await tab('Hadir')
  for (const name of workbook.people.slice(0, 12)) {
    await page.getByRole('combobox', { name: 'Ketik nama, lalu Enter' }).fill(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Ketik nama, lalu Enter' })).toHaveValue('')
  }
  await page.getByRole('combobox', { name: 'Ketik nama, lalu Enter' }).fill('Tamu Tak Terduga, Dinas Contoh 1, Penyuluh')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('13 dari 171 hadir')).toBeVisible()

  await tab('Notula')
  const line = page.getByRole('textbox', { name: 'Tulis, lalu Enter' })
  for (const text of [
    'Data antrean baru ada untuk dua unit',
    'K: Setiap unit memakai data sendiri',
    `T: @${nameOf(0)} kirim data antrean sebelum 21/04`,
  ]) {
    await line.pressSequentially(text)
    await line.press('Escape')
    await line.press('Enter')
    await expect(line).toHaveValue('')
  }
  await line.pressSequentially('Listrik padam saat kalimat ini')
  await saved(page)
  await powerCut(day, '04:00')
  await expect(page.getByText(/Sesi terputus 4 menit/)).toBeVisible()
  await tab('Notula')
  for (const text of ['Data antrean baru ada untuk dua unit', 'Setiap unit memakai data sendiri', 'Listrik padam saat kalimat ini'])
    await expect(page.getByText(text).first()).toBeVisible()
  await tab('Hadir')
  await expect(page.getByText('13 dari 171 hadir')).toBeVisible()
}

/** As it is called, without titles. */
const nameOf = (at: number): string => (workbook.people[at] ?? '').split(',')[0] ?? ''

/** On to the block with a canvas: nobody is done, so the step asks once more; then the rest of the day, to its end. */
async function endDay(day: Day): Promise<void> {
  const { page } = day
  const main = page.getByRole('button', { name: /^(Lanjut|Tetap lanjut|Tutup sesi|Tetap tutup)/ }).first()
  await main.click()
  await expect(page.getByText(/0 dari 40 selesai/).first()).toBeVisible()
  await main.click()
  await expect(page.getByText('40 tim belum selesai. Tekan sekali lagi untuk lanjut')).toBeVisible()
  await main.click()
  await expect(page.getByText('40 tim belum selesai. Tekan sekali lagi untuk lanjut')).toBeHidden()
  const over = page.getByRole('heading', { name: /^Sesi selesai/ })
  for (let presses = 0; presses < 30 && !(await over.isVisible()); presses += 1) await main.or(over).first().click()
  await expect(over).toBeVisible()
  await saved(page)
}

async function reviewForms(day: Day): Promise<void> {
  const { app, page, lab } = day
  const { innovations } = await callsTo(app.url()).lab.overview({ lab })
  const ten = innovations.filter(({ name }) => /^IDE (0\d|10)$/.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const [at, { id, name }] of ten.entries()) {
    await writeDoc(app.url(), innovationDocName(lab, id as InnovationId), (doc) => {
      answerText(doc, 'form-ide', 'latar_belakang').insert(0, `Latar ${name}`)
      answerText(doc, 'form-ide', 'ide_inovasi').insert(0, `Ide ${name}`)
      const sent = new Date(morning.getTime() + at * 60_000).toISOString()
      addRound(doc, 'form-ide', { kind: 'submitted', by: `Tim ${name}`, at: sent, remark: '' }, bySystem)
    })
  }
  await open(day, '/coach')
  await page.getByRole('link', { name: 'Mulai meninjau (10)' }).click()
  await page.getByLabel('Siapa yang meninjau?').fill('Dian Contoh')
  await page.keyboard.press('Enter')
  for (const [at, { name }] of ten.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    await expect(page.getByText(`Latar ${name}`)).toBeVisible()
    // Every third goes back with a remark; the others are accepted.
    if (at % 3 === 2) {
      await page.keyboard.press('p')
      await page.keyboard.type('Tambahkan angka.')
      await page.keyboard.press('Control+Enter')
    } else await page.keyboard.press('a')
  }
  await saved(page)
  const after = await callsTo(app.url()).lab.overview({ lab })
  const kinds = ten.map(({ id }) => after.innovations.find((one) => one.id === id)?.rounds['form-ide']?.kind)
  expect(kinds).toEqual(ten.map((_one, at) => (at % 3 === 2 ? 'returned' : 'accepted')))
}

async function approveIdeas(day: Day): Promise<void> {
  const { page } = day
  await open(day, '/gerbang/diagnose')
  await page.getByRole('checkbox', { name: 'Pilih 40 yang tampil' }).check()
  await page.getByLabel('Nama pemberi persetujuan').fill('Contoh Pimpinan')
  await page.getByLabel('Jabatan').first().fill('Wali Kota Contoh Jaya')
  await page.getByLabel('Nomor dokumen').fill('100.3/…/2026')
  await page.getByRole('button', { name: 'Setujui 40 inovasi' }).click()
  await expect(page.getByText('40 inovasi disetujui dan dilanjutkan ke Design').first()).toBeVisible()
}

async function readNumbers(day: Day, mode: '6D' | '5D'): Promise<void> {
  const { page } = day
  await open(day, '')
  await expect(page.getByText('40 dari 40 disetujui')).toBeVisible()
  await expect(page.getByText('171 peserta')).toBeVisible()
  await expect(page.getByRole('link', { name: /Dokumentasi/ })).toHaveCount(mode === '6D' ? 1 : 0)

  await open(day, '/pantauan')
  const row = page.getByRole('row').filter({ hasText: 'Contoh Jaya' })
  await expect(row.getByRole('cell')).toHaveText(['–', 'Kota Contoh Jaya', '1 (2026)', '40', '40', '40', '0', '0', '0', '40'])

  await open(day, '/tindak-lanjut')
  await expect(page.getByText('kirim data antrean').first()).toBeVisible()
  await open(day, '/sesi')
  await expect(page.getByText('13 hadir')).toBeVisible()
  await open(day, '/coach')
  await expect(page.getByText('Dikembalikan 3')).toBeVisible()
}
