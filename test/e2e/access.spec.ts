/** Every kind of page passes axe (WCAG 2.2 AA) in light and dark, and on a phone, where nothing scrolls sideways. */
import type { Page } from '@playwright/test'
import type { Settings } from '#shared/model/settings.ts'
import { findings } from './axe.ts'
import { expect, pages, sampleLab, test } from './sample.ts'
import { noSidewaysScroll } from './typing.ts'

type Stop = { readonly name: string; readonly hash: string; readonly ready: (page: Page) => Promise<void>; readonly view?: string }

const heading = async (page: Page) => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
const canvas = (id: string, view?: string): Stop => ({
  name: view === undefined ? id : `${id}, ${view}`,
  hash: pages.canvas('langkok', id),
  ready: heading,
  ...(view === undefined ? {} : { view }),
})

const rooms: readonly Stop[] = [
  { name: 'Beranda', hash: '#/', ready: async (page) => expect(page.getByRole('heading', { name: 'Lab saya' })).toBeVisible() },
  { name: 'Ringkasan', hash: pages.lab, ready: async (page) => expect(page.getByRole('link', { name: /LANGKOK/ }).first()).toBeVisible() },
  { name: 'Peserta', hash: `${pages.lab}/peserta`, ready: heading },
  { name: 'tahap', hash: `${pages.lab}/tahap/diagnose`, ready: heading },
  { name: 'setelan lab', hash: `${pages.lab}/setelan`, ready: heading },
  { name: 'Setelan', hash: '#/setelan', ready: heading },
  { name: 'inovasi', hash: pages.innovation('langkok'), ready: heading },
  {
    name: 'proposal',
    hash: pages.proposal('langkok'),
    ready: async (page) => expect(page.getByRole('textbox', { name: /Ringkasan/ })).toBeVisible(),
  },
  { name: 'dokumen lab', hash: `${pages.lab}/dokumen`, ready: drawn },
  { name: 'dokumen', hash: pages.documents('langkok'), ready: drawn },
  {
    name: 'halaman yang tidak ada',
    hash: '#/tidak/ada',
    ready: async (page) => expect(page.getByRole('link', { name: 'Buka Beranda' })).toBeVisible(),
  },
]
const canvases: readonly Stop[] = [
  canvas('kartu-ide', 'Gambar'),
  canvas('kartu-ide', 'Kerangka'),
  canvas('pohon-masalah', 'Pohon'),
  canvas('pohon-masalah', 'Tulang ikan'),
  canvas('pohon-masalah', 'Kerangka'),
  canvas('usg', 'Tabel'),
  canvas('usg', 'Kerangka'),
  canvas('pengaruh-kepentingan', 'Gambar'),
  canvas('pengaruh-kepentingan', 'Kerangka'),
  canvas('form-ide'),
]

async function drawn(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Simpan PDF' })).toBeEnabled({ timeout: 20_000 })
  await expect(page.getByText('Menyusun pratinjau…')).toHaveCount(0, { timeout: 30_000 })
}

async function visit(page: Page, stop: Stop): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, stop.hash)
  await stop.ready(page)
  if (stop.view !== undefined) await page.getByRole('radiogroup', { name: 'Tampilan' }).getByText(stop.view, { exact: true }).click()
  await expect(page.getByText('Membuka…')).toHaveCount(0)
}

const sizes = { lebar: { width: 1366, height: 768 }, ponsel: { width: 390, height: 844 } } as const

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [group, stops] of Object.entries({ rooms, canvases })) {
  for (const [size, theme] of [
    ['lebar', 'light'],
    ['lebar', 'dark'],
    ['ponsel', 'light'],
  ] as const) {
    test(`axe finds nothing serious on the ${group}, ${size}, ${theme}${size === 'ponsel' ? ', and nothing scrolls sideways' : ''}`, async ({
      app,
      calls,
      page,
    }) => {
      test.setTimeout(150_000)
      await calls.app.changeSettings({ theme } satisfies Partial<Settings>)
      await page.setViewportSize(sizes[size])
      await page.goto(app.url())
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
      const found: string[] = []
      for (const stop of stops) {
        await visit(page, stop)
        found.push(...(await findings(page, stop.name)))
        if (size === 'ponsel')
          await noSidewaysScroll(page).catch((why: unknown) =>
            found.push(`${stop.name}: ${String(why).split('\n').slice(0, 12).join(' ')}`),
          )
      }
      expect(found.join('\n')).toBe('')
    })
  }
}

test('axe finds nothing serious before anything is there, in the dialogs, and where the key is missing', async ({ app, page }) => {
  await page.goto(app.url())
  await expect(page.getByRole('heading', { name: 'Lab saya' })).toBeVisible()
  const found: string[] = []
  const look = async (name: string) => found.push(...(await findings(page, name)))
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await look('palet')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('pintasan')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Buat lab' }).first().click()
  await expect(page.getByLabel('Nama daerah')).toBeVisible()
  await look('buat lab')
  await page.goto(`${new URL(app.url()).origin}/?key=salah#/lab/${sampleLab}`)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Alamat ini memerlukan kunci' })).toBeVisible()
  await look('tanpa kunci')
  expect(found.join('\n')).toBe('')
})
