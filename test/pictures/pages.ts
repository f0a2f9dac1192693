/** One picture each of the pages that the README speaks of. */
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'

export const sampleLab = '/lab/contoh-kota-solok'

type Picture = {
  readonly name: string
  readonly path: string
  readonly wait: string
  readonly dark?: boolean
  readonly phone?: boolean
  /** What is done on the page before it is taken. */
  readonly act?: (page: Page) => Promise<void>
}

const langkok = (rest: string) => `${sampleLab}/inovasi/langkok${rest}`
const part = (name: string) => async (page: Page) => {
  await page.getByRole('radiogroup', { name: 'Pantauan' }).getByText(name, { exact: true }).click()
  await page.locator('main table, main svg').first().waitFor()
}

const pictures: readonly Picture[] = [
  { name: 'beranda', path: '/', wait: 'main h1' },
  { name: 'ringkasan', path: sampleLab, wait: 'main table tbody tr' },
  { name: 'tahap', path: `${sampleLab}/tahap/diagnose`, wait: 'main h1' },
  { name: 'peserta', path: `${sampleLab}/peserta`, wait: 'main table tbody tr' },
  { name: 'sesi', path: `${sampleLab}/sesi`, wait: 'text=Monitoring, desk 2 dari 3' },
  { name: 'rencana-sesi', path: `${sampleLab}/sesi/diagnose-2`, wait: 'main input[value="Kartu ide dan klaster"]' },
  { name: 'gerbang', path: `${sampleLab}/gerbang/design`, wait: 'main h1' },
  { name: 'coach', path: `${sampleLab}/coach`, wait: 'main h1' },
  { name: 'pantauan', path: `${sampleLab}/pantauan`, wait: 'main table tbody tr' },
  { name: 'kesiapan', path: `${sampleLab}/pantauan`, wait: 'main table tbody tr', act: part('Kesiapan') },
  { name: 'dampak', path: `${sampleLab}/pantauan`, wait: 'main table tbody tr', act: part('Dampak') },
  { name: 'penghargaan', path: `${sampleLab}/penghargaan`, wait: 'text=Piagam inovasi yang diluncurkan' },
  { name: 'arsip', path: '/arsip', wait: 'main h1' },
  { name: 'inovasi', path: langkok(''), wait: 'main h1' },
  { name: 'papan', path: langkok('/kanvas/kartu-ide'), wait: '[role=listbox] [role=option]' },
  { name: 'papan-gelap', path: langkok('/kanvas/kartu-ide'), wait: '[role=listbox] [role=option]', dark: true },
  { name: 'pohon', path: langkok('/kanvas/pohon-masalah'), wait: 'text=Banyak bayi pulang' },
  { name: 'usg', path: langkok('/kanvas/usg'), wait: 'main table tbody tr' },
  { name: 'matriks', path: langkok('/kanvas/pengaruh-kepentingan'), wait: 'text=Promoters' },
  { name: 'form', path: langkok('/kanvas/form-ide'), wait: 'main textarea' },
  { name: 'proposal', path: langkok('/proposal/kipp-tujuh-bagian'), wait: '.ProseMirror p' },
  { name: 'dokumen', path: langkok('/dokumen'), wait: 'main canvas' },
  { name: 'dokumen-lab', path: `${sampleLab}/dokumen`, wait: 'main canvas' },
  { name: 'bukti', path: langkok('/bukti'), wait: 'main h1' },
  { name: 'kematangan', path: langkok('/indeks/iid-2026'), wait: 'main h1' },
  { name: 'indeks', path: `${sampleLab}/indeks`, wait: 'main table tbody tr' },
  { name: 'pedoman', path: '/pedoman', wait: 'main h1' },
  { name: 'ponsel', path: sampleLab, wait: 'main h1', phone: true },
]

export async function takePages(browser: Browser, url: string, out: string): Promise<void> {
  for (const { name, path, wait, dark = false, phone = false, act } of pictures) {
    const context = await browser.newContext({
      viewport: phone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
      colorScheme: dark ? 'dark' : 'light',
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(`${url}#${path}`)
    await page.locator(wait).first().waitFor()
    await act?.(page)
    await page.getByTestId('save-state').filter({ hasText: 'Tersimpan' }).waitFor()
    await drawn(page)
    await keep(page, out, name)
    await context.close()
  }
}

/** Fonts and photographs are there and the last frame is painted. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))
}

export async function keep(page: Page, out: string, name: string): Promise<void> {
  await page.screenshot({ path: join(out, `${name}.png`) })
  console.log(`${name}.png`)
}
