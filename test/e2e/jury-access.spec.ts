/** The pages of juries and of the catalogue pass axe (WCAG 2.2 AA) in light and dark, and on a phone, where nothing scrolls sideways. */
import type { Locator, Page } from '@playwright/test'
import { type Stop, surveyed } from './axe.ts'
import { type Ground, layJury, over } from './jury-stage.ts'
import { expect, pages, test } from './sample.ts'

const heading = async (page: Page) => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name })
const stop = (name: string, hash: string, ready: Stop['ready'] = heading): Stop => ({ name, hash, ready })
const at = (convention: string, part: string): string => `${pages.lab}/konvensi/${convention}/${part}`
const headed = (name: string) => async (page: Page) => expect(page.getByRole('heading', { name }).first()).toBeVisible()
const hits = async (page: Page) => expect(page.getByRole('list', { name: 'Hasil pencarian' }).getByRole('listitem').first()).toBeVisible()

/** Three of the list are put side by side. */
async function compared(page: Page): Promise<void> {
  await hits(page)
  for (let n = 0; n < 3; n += 1)
    await page
      .getByRole('checkbox', { name: /^Bandingkan / })
      .nth(n)
      .check()
  await button(page, 'Bandingkan').last().click()
  await expect(page.getByRole('dialog').getByText('Hanya yang berbeda')).toBeVisible()
}

const list =
  'Nama inovasi;Kabupaten/Kota;Tahun;Status\nSIAP ANTRE;Kota Contoh;2025;berjalan\n;Kota Contoh;2025;berjalan\nANTRE RUMAH;Kabupaten Contoh Jaya;dua;apa saja\n'

async function takingIn(page: Page): Promise<void> {
  await button(page, 'Ambil daftar').click()
  await page
    .locator('input[type=file][accept*=".csv"]')
    .setInputFiles({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await expect(page.getByRole('dialog').getByText('Isi kolom')).toBeVisible()
}

const menu = (item: string | RegExp, said: string | RegExp) => async (page: Page) => {
  await button(page, 'Lihat dan kelola').click()
  await page.getByRole('menuitem', { name: item }).click()
  await expect(page.getByRole('dialog').getByText(said).first()).toBeVisible()
}

const preparing = ({ running: { id } }: Ground): readonly Stop[] => [
  stop('daftar konvensi', `${pages.lab}/konvensi`),
  stop('konvensi baru', `${pages.lab}/konvensi`, async (page) => {
    await button(page, 'Konvensi baru').click()
    await expect(page.getByLabel('Nama konvensi')).toBeVisible()
  }),
  stop('persiapan', at(id, 'persiapan')),
  stop('peserta', at(id, 'peserta')),
  stop('ambil peserta', at(id, 'peserta'), async (page) => {
    await button(page, 'Ambil dari inovasi').click()
    await expect(page.getByRole('dialog')).toBeVisible()
  }),
  stop('juri', at(id, 'juri')),
  stop('undur diri', at(id, 'juri'), async (page) => {
    await button(page, /: menilai$/)
      .first()
      .click()
    await expect(page.getByLabel('Alasan')).toBeVisible()
  }),
  stop('jadwal', at(id, 'jadwal')),
]

const judged = ({ running: { id }, judging }: Ground): readonly Stop[] => [
  stop('paket', at(id, 'paket')),
  stop('penilaian', at(id, 'penilaian'), headed('Perlu dibicarakan')),
  stop('lembar nilai', at(id, 'penilaian'), async (page) => {
    await button(page, / menilai .*: /)
      .first()
      .click()
    await expect(page.locator('[data-scoring]')).toBeVisible()
  }),
  stop('hasil, nilai sama', at(id, 'hasil'), headed('Nilai sama yang belum ditentukan')),
  stop('hasil, perhitungan', at(over, 'hasil'), async (page) => {
    await button(page, /^Perhitungan /)
      .first()
      .click()
    await expect(button(page, 'Salin perhitungan')).toBeVisible()
  }),
  stop('hasil, andaikan', at(over, 'hasil'), async (page) => {
    await button(page, 'Andaikan').click()
    await expect(page.getByText('Tidak mengubah nilai. Hanya memperlihatkan peringkatnya.')).toBeVisible()
  }),
  stop('pengunjung', at(over, 'pengunjung')),
  stop('penilaian saya', '#/penilaian'),
  stop('meja juri', `#/penilaian/${judging}`),
]

const searched = ({ entry }: Ground): readonly Stop[] => [
  stop('katalog', '#/katalog/cari=antrean&standing=berjalan', hits),
  stop('katalog, tidak ada', '#/katalog/cari=qqqqqqqq', async (page) =>
    expect(page.getByRole('heading', { name: 'Tidak ada yang cocok' })).toBeVisible(),
  ),
  stop('katalog, saringan', '#/katalog', async (page) => {
    await hits(page)
    if (await button(page, 'Saringan').isVisible()) await button(page, 'Saringan').click()
    await expect(page.getByRole('complementary', { name: 'Saringan' })).toBeVisible()
  }),
  stop('perbandingan', '#/katalog/cari=antrean', compared),
  stop('entri', `#/katalog/entri/${encodeURIComponent(entry)}`, headed('Inovasi serupa')),
  stop('replikasi', `#/katalog/entri/${encodeURIComponent(entry)}`, async (page) => {
    await button(page, 'Mulai replikasi').click()
    await expect(page.getByRole('dialog')).toBeVisible()
  }),
  stop('ambil daftar', '#/katalog', takingIn),
]

const lookedBack = (): readonly Stop[] => [
  stop('daftar yang diambil', '#/katalog', menu(/^Daftar yang diambil/, 'Daftar Provinsi Contoh')),
  stop('putaran', '#/katalog', menu(/^Putaran status/, '1. Kirim daftar ke unit')),
  stop('angka', '#/katalog/angka', async (page) => {
    await button(page, 'Tabel').first().click()
    await expect(page.getByRole('table').first()).toBeVisible()
  }),
  stop('suksesi', '#/katalog/suksesi', headed('Pantauan suksesi')),
  stop('katalog di inovasi', pages.innovation('langkok'), async (page) => {
    await button(page, 'Tambah pengadopsi').click()
    await expect(page.getByLabel('Yang disesuaikan')).toBeVisible()
  }),
  stop('serupa', pages.canvas('langkok', 'kartu-ide'), async (page) => {
    const panel = button(page, 'Buka panel')
    const similar = page.getByText('Sudah ada yang serupa?')
    await expect(panel.or(similar).first()).toBeVisible()
    if (await panel.isVisible()) await panel.click()
    await similar.click()
    await expect(page.getByText(/Kata-katanya mirip|Tidak ditemukan yang serupa/)).toBeVisible()
  }),
]

const sizes = { lebar: { width: 1366, height: 768 }, ponsel: { width: 390, height: 844 } } as const

test.describe('axe', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  for (const [group, stops] of Object.entries({ preparing, judged, searched, lookedBack })) {
    for (const [size, theme] of [
      ['lebar', 'light'],
      ['lebar', 'dark'],
      ['ponsel', 'light'],
    ] as const) {
      const phone = size === 'ponsel'
      test(`nothing serious: ${group}, ${size}, ${theme}${phone ? ', and nothing scrolls sideways' : ''}`, async ({ app, calls, page }) => {
        test.setTimeout(150_000)
        const ground = await layJury(calls)
        await calls.app.changeSettings({ theme })
        await page.setViewportSize(sizes[size])
        await page.goto(app.url())
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
        expect((await surveyed(page, stops(ground), { sideways: phone })).join('\n')).toBe('')
      })
    }
  }
})
