/** Conventions and the catalogue: those of the sample, and the catalogue again once a province's list of 30,000 was taken in. */
import { createRouterClient } from '@orpc/server'
import type { Browser, Page } from '@playwright/test'
import type { OpenLab } from '#core/lab/lab.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'
import { drawn, keep, sampleLab } from './pages.ts'

const convention = (part: string) => `${sampleLab}/konvensi/konvensi-contoh/${part}`

type Picture = {
  readonly name: string
  readonly path: string
  readonly wait: string
  readonly dark?: boolean
  readonly phone?: boolean
  readonly act?: (page: Page) => Promise<void>
}

const ofSample: readonly Picture[] = [
  { name: 'konvensi', path: convention('persiapan'), wait: 'main h1' },
  { name: 'konvensi-juri', path: convention('juri'), wait: 'main table' },
  { name: 'konvensi-penilaian', path: convention('penilaian'), wait: 'main table' },
  {
    name: 'konvensi-hasil',
    path: convention('hasil'),
    wait: 'main table tbody tr',
    act: async (page) =>
      page
        .getByRole('button', { name: /^Perhitungan / })
        .first()
        .click(),
  },
  { name: 'konvensi-gelap', path: convention('hasil'), wait: 'main table tbody tr', dark: true },
  { name: 'suksesi', path: '/katalog/suksesi', wait: 'main h1' },
]

const ofProvince: readonly Picture[] = [
  {
    name: 'katalog',
    path: '/katalog',
    wait: 'main [data-hit]',
    act: async (page) => {
      await page.locator('main input').first().fill('pelayanan stuntng')
      await page.locator('main mark').first().waitFor()
    },
  },
  { name: 'katalog-ponsel', path: '/katalog', wait: 'main [data-hit]', phone: true },
  { name: 'katalog-angka', path: '/katalog/angka', wait: 'main svg' },
]

export async function takeJudging(browser: Browser, url: string, lab: OpenLab, out: string): Promise<void> {
  for (const picture of ofSample) await take(browser, url, out, picture)
  const { catalogue } = createRouterClient(lab.router, { context: { reach: 'host', door: 'browser' } })
  const entries = makeCatalogue(30_000).map(
    ({ id: _id, lab: _lab, innovation: _innovation, source: _source, updatedAt: _at, ...entry }) => entry,
  )
  await catalogue.take({ name: 'Daftar inovasi provinsi (contoh)', entries })
  let known = await catalogue.search({})
  while (known.ready < known.of || known.of < entries.length) known = await catalogue.search({})
  for (const picture of ofProvince) await take(browser, url, out, picture)
}

async function take(
  browser: Browser,
  url: string,
  out: string,
  { name, path, wait, dark = false, phone = false, act }: Picture,
): Promise<void> {
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
  await drawn(page)
  await keep(page, out, name)
  await context.close()
}
