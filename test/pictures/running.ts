/** The sample's next session while it runs: the page of the one who leads it, and what the hall sees. */
import type { Browser } from '@playwright/test'
import { dayAfter, localDay } from '#shared/rules/dates.ts'
import { keep, sampleLab } from './pages.ts'

const session = 'monitoring-2'

export async function takeRunning(browser: Browser, url: string, out: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  // The day after the sample was opened, two minutes late: as a session begins.
  await page.clock.install({ time: new Date(`${dayAfter(localDay(new Date().toISOString(), 'WIB'), 1)}T08:32:00+07:00`) })
  await page.goto(`${url}#${sampleLab}/sesi/${session}/jalan`)
  await page.getByRole('button', { name: 'Mulai sesi' }).click()
  await page.getByRole('timer').waitFor()
  const hall = await context.newPage()
  await hall.goto(`${url}#${sampleLab}/proyektor`)
  await hall.getByText('Siapkan rencana aksi dan bukti terakhir').first().waitFor()
  // Lived through second by second: a clock that only jumps is a laptop that slept.
  await page.clock.runFor('08:20')
  await hall.evaluate(() => document.fonts.ready)
  await keep(hall, out, 'proyektor')
  await hall.close()
  await page.getByRole('button', { name: 'Lanjut: Desk pemantauan' }).click()
  await page.clock.runFor('26:40')
  await page.getByTestId('save-state').filter({ hasText: 'Tersimpan' }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  await keep(page, out, 'sesi-berjalan')
  await context.close()
}
