/**
 * `npm run pictures`: the screenshots of the README in `docs/pictures/` and those of every canvas in `docs/gallery/`, taken from the real app
 * with the sample lab. `node test/pictures/pictures.ts gallery [folder]` takes only those of the canvases, without loss into the folder too.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { loadPacks } from '#core/packs/packs.ts'
import { startServe } from '#serve/serve.ts'
import { browserLaunch } from '#test/host/find-browser.ts'
import { takeGallery } from './gallery.ts'

const root = resolve(import.meta.dirname, '../..')
const out = join(root, 'docs/pictures')

type Picture = { readonly name: string; readonly path: string; readonly wait: string; readonly dark?: boolean; readonly phone?: boolean }

const langkok = (rest: string) => `/lab/contoh-kota-solok/inovasi/langkok${rest}`
const pictures: readonly Picture[] = [
  { name: 'beranda', path: '/', wait: 'main h1' },
  { name: 'ringkasan', path: '/lab/contoh-kota-solok', wait: 'main table tbody tr' },
  { name: 'tahap', path: '/lab/contoh-kota-solok/tahap/diagnose', wait: 'main h1' },
  { name: 'inovasi', path: langkok(''), wait: 'main h1' },
  { name: 'papan', path: langkok('/kanvas/kartu-ide'), wait: '[role=listbox] [role=option]' },
  { name: 'papan-gelap', path: langkok('/kanvas/kartu-ide'), wait: '[role=listbox] [role=option]', dark: true },
  { name: 'pohon', path: langkok('/kanvas/pohon-masalah'), wait: 'text=Banyak bayi pulang' },
  { name: 'usg', path: langkok('/kanvas/usg'), wait: 'main table tbody tr' },
  { name: 'matriks', path: langkok('/kanvas/pengaruh-kepentingan'), wait: 'text=Promoters' },
  { name: 'form', path: langkok('/kanvas/form-ide'), wait: 'main textarea' },
  { name: 'proposal', path: langkok('/proposal/kipp-tujuh-bagian'), wait: '.ProseMirror p' },
  { name: 'dokumen', path: langkok('/dokumen'), wait: 'main canvas' },
  { name: 'ponsel', path: '/lab/contoh-kota-solok', wait: 'main h1', phone: true },
]

const folder = await mkdtemp(join(tmpdir(), 'labinov-pictures-'))
const served = await startServe({
  folder,
  templatesFolder: join(root, 'templates'),
  workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')),
  version: '0',
  host: '127.0.0.1',
  port: 0,
  pages: join(root, 'out/renderer'),
})
const browser = await chromium.launch(await browserLaunch())
try {
  await served.lab.addSample()
  // A folder as people have it; the real one is a temporary folder of this run.
  await served.lab.workspace.settings.write({ me: { name: 'Bu Dian', position: 'Coach' }, outputFolder: '/home/dian/Dokumen/Labinov' })
  await mkdir(out, { recursive: true })
  await takeGallery({
    browser,
    url: served.url,
    packs: (await loadPacks(join(root, 'templates/packs'))).packs,
    out: join(root, 'docs/gallery'),
    sharp: process.argv[3],
  })
  for (const { name, path, wait, dark = false, phone = false } of process.argv[2] === 'gallery' ? [] : pictures) {
    const context = await browser.newContext({
      viewport: phone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
      colorScheme: dark ? 'dark' : 'light',
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(`${served.url}#${path}`)
    await page.locator(wait).first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    await page.getByTestId('save-state').filter({ hasText: 'Tersimpan' }).waitFor()
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await page.screenshot({ path: join(out, `${name}.png`) })
    console.log(`${name}.png`)
    await context.close()
  }
} finally {
  await browser.close()
  await served.close()
  await rm(folder, { recursive: true, force: true })
}
