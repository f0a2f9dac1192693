/** Every page of running a lab passes axe (WCAG 2.2 AA) in light and dark, and on a phone, where nothing scrolls sideways. */
import type { Page } from '@playwright/test'
import { labDocName } from '#shared/doc/names.ts'
import { bySystem } from '#shared/doc/origins.ts'
import { startSession } from '#shared/doc/running.ts'
import type { LabId, SessionId } from '#shared/model/ids.ts'
import type { Settings } from '#shared/model/settings.ts'
import { type Stop, surveyed } from './axe.ts'
import { writeDoc } from './fill.ts'
import { expect, pages, sampleLab, test } from './sample.ts'

const lab = sampleLab as LabId // the id of the sample lab
const heading = async (page: Page) => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
/** Presses one part of a row of choices. */
const part = (group: string, name: string | RegExp) => async (page: Page) => {
  await heading(page)
  await page
    .getByRole('radiogroup', { name: group })
    .getByText(name, { exact: typeof name === 'string' })
    .click()
}
const stop = (name: string, path: string, ready: Stop['ready'] = heading): Stop => ({ name, hash: `${pages.lab}${path}`, ready })

const held = '/sesi/diagnose-1'
const planned = '/sesi/monitoring-2'

const plans: readonly Stop[] = [
  stop('Sesi', '/sesi'),
  stop('Sesi, yang baru', '/sesi', async (page) => {
    await page.getByRole('button', { name: 'Buat sesi' }).first().click()
    await expect(page.getByRole('heading', { name: 'Sesi baru' })).toBeVisible()
  }),
  stop('sesi yang direncanakan', planned),
  stop('sesi yang direncanakan, rincian', planned, async (page) => {
    await page
      .getByRole('button', { name: /^Rincian/ })
      .nth(1)
      .click()
    await expect(page.getByLabel('Naskah pemandu').first()).toBeVisible()
  }),
  stop('sesi yang sudah, rencana', held),
  ...['Kehadiran', 'Notula', 'Foto'].map((tab) => stop(`sesi yang sudah, ${tab}`, held, part('Bagian sesi', tab))),
  stop('sebelum jalan', `${planned}/jalan`, async (page) => expect(page.getByRole('button', { name: 'Mulai sesi' })).toBeVisible()),
  stop('setelah jalan', `${held}/jalan`, async (page) => expect(page.getByRole('heading', { name: /^Sesi selesai/ })).toBeVisible()),
  stop('proyektor', '/proyektor', async (page) => expect(page.getByText(/Sesi berikutnya/).first()).toBeVisible()),
]

const begin = async (url: string) =>
  // At what the clock says, as the page counts from the same clock.
  writeDoc(url, labDocName(lab), (doc) => startSession(doc, 'monitoring-2' as SessionId, new Date().toISOString(), bySystem)) // of the sample lab

const runs: readonly Stop[] = [
  stop('jalan', `${planned}/jalan`, async (page) => expect(page.getByRole('timer').first()).toBeVisible()),
  ...['Hadir', 'Notula', 'Foto'].map((tab) => stop(`jalan, ${tab}`, `${planned}/jalan`, part('Catatan sesi', tab))),
  stop('jalan, meja', `${planned}/jalan`, async (page) => {
    await page
      .getByRole('button', { name: /Lanjut/ })
      .first()
      .click()
    await expect(page.getByText('Meja 1').first()).toBeVisible()
  }),
  stop('proyektor saat jalan', '/proyektor', async (page) => expect(page.getByText('sisa waktu').first()).toBeVisible()),
  stop('Sesi saat jalan', '/sesi', async (page) => expect(page.getByText('Sedang berjalan').first()).toBeVisible()),
]

const rows = (page: Page) => page.getByRole('checkbox', { name: /^Pilih \d+ yang/ })
const peopleTabs = ['Unit', 'Peserta', 'Mitra']
const gateStages = ['drum_up', 'diagnose', 'design', 'deliver', 'display', 'documentation']

const people: readonly Stop[] = [
  ...peopleTabs.map((tab) => stop(`Peserta, ${tab}`, '/peserta', part('Yang ditampilkan', new RegExp(`^${tab} `)))),
  stop('Peserta, impor', '/peserta', async (page) => {
    await page.getByRole('button', { name: 'Impor' }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
  }),
  ...gateStages.map((stage) =>
    stop(`Gerbang, ${stage}`, `/gerbang/${stage}`, async (page) => {
      await heading(page)
      await expect(page.getByRole('tab', { selected: true })).toBeVisible()
      if (await rows(page).isVisible()) await rows(page).check()
    }),
  ),
  stop('Tindak lanjut', '/tindak-lanjut', async (page) => expect(page.getByRole('checkbox').first()).toBeVisible()),
  stop('Setelan lab', '/setelan'),
]

const figures: readonly Stop[] = [
  stop('Meja coach', '/coach'),
  stop('peninjauan', '/coach', async (page) => {
    await page
      .getByRole('link', { name: /^Mulai meninjau/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: /^(Terima|Kembalikan)/ }).first()).toBeVisible()
  }),
  ...['Tabel LAN', 'Corong ide', 'Cakupan', 'Kesiapan', 'Dampak', 'Terlambat'].map((tab) =>
    stop(`Pantauan, ${tab}`, '/pantauan', async (page) => {
      await part('Pantauan', new RegExp(tab))(page)
      await expect(page.getByRole('status').filter({ hasText: 'Membaca' })).toHaveCount(0, { timeout: 30_000 })
    }),
  ),
  stop('Penghargaan', '/penghargaan'),
  { name: 'Arsip', hash: '#/arsip', ready: heading },
]

const groups: readonly (readonly [string, readonly Stop[], ((url: string) => Promise<void>)?])[] = [
  ['plan of a session', plans],
  ['running session', runs, begin],
  ['people and gates', people],
  ['figures and reviews', figures],
]

const sizes = { lebar: { width: 1366, height: 768 }, ponsel: { width: 390, height: 844 } } as const

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [group, stops, before] of groups) {
  for (const [size, theme] of [
    ['lebar', 'light'],
    ['lebar', 'dark'],
    ['ponsel', 'light'],
  ] as const) {
    const phone = size === 'ponsel'
    test(`axe finds nothing serious: ${group}, ${size}, ${theme}${phone ? ', and nothing scrolls sideways' : ''}`, async ({
      app,
      calls,
      page,
    }) => {
      test.setTimeout(150_000)
      await calls.app.changeSettings({ theme } satisfies Partial<Settings>)
      await before?.(app.url())
      await page.setViewportSize(sizes[size])
      await page.goto(app.url())
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
      expect((await surveyed(page, stops, { sideways: phone })).join('\n')).toBe('')
    })
  }
}
