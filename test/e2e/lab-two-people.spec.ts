/** Two people run one session at once, and a team's laptop watches it: what both do is kept, one press is one step, and nobody is in the way. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { startServe } from '#serve/serve.ts'
import { labDocName } from '#shared/doc/names.ts'
import { bySystem } from '#shared/doc/origins.ts'
import { startSession } from '#shared/doc/running.ts'
import type { LabId, SessionId } from '#shared/model/ids.ts'
import type { App } from './app.ts'
import { writeDoc } from './fill.ts'
import { type Person, person } from './people.ts'
import { callsTo, expect, labOnDisk, pages, sampleLab, saved, test } from './sample.ts'

const root = resolve(import.meta.dirname, '../..')
const lab = sampleLab as LabId // the id of the sample lab
const planned = 'monitoring-2' as SessionId // of the sample lab
const plan = `${pages.lab}/sesi/${planned}`
const run = `${plan}/jalan`
const begin = (url: string) => writeDoc(url, labDocName(lab), (doc) => startSession(doc, planned, new Date().toISOString(), bySystem))

/** So late that a press is meant for what stands there now. */
const later = (page: Page) => page.clock.fastForward(1300)

test.describe('two people at one session', () => {
  let first: Person
  let second: Person
  const both = () => [first.page, second.page] as const
  const start = async (browser: Browser, app: App, hash: string) => {
    first = await person(browser, app, hash)
    second = await person(browser, app, hash)
  }
  test.afterEach(async () => {
    await first.context.close()
    await second.context.close()
  })
  const next = (page: Page) => page.getByRole('button', { name: /^(Lanjut:|Tetap lanjut)/ }).first()

  test('both see and change one plan', async ({ app, browser }) => {
    await start(browser, app, plan)
    const [sari, budi] = both()
    const titles = (page: Page) => page.getByRole('textbox', { name: 'Kegiatan', exact: true })
    const minutes = (page: Page) => page.getByRole('spinbutton', { name: 'Menit' })
    await expect(titles(sari)).toHaveCount(4)
    await expect(titles(budi)).toHaveCount(4)
    // Each another part, at the same time.
    await Promise.all([minutes(sari).first().fill('25'), titles(budi).last().fill('Simpulan bersama')])
    await Promise.all([
      sari.getByRole('button', { name: 'Tambah kegiatan' }).click(),
      budi.getByRole('button', { name: 'Tambah kegiatan' }).click(),
    ])
    for (const page of both()) {
      await expect(titles(page)).toHaveCount(6)
      await expect(minutes(page).first()).toHaveValue('25')
      await expect(titles(page).nth(3)).toHaveValue('Simpulan bersama')
    }
    // Undo takes back what oneself did: Sari's block goes, Budi's stays.
    await sari.getByRole('button', { name: 'Urungkan', exact: true }).last().click()
    for (const page of both()) await expect(titles(page)).toHaveCount(5)
    for (const page of both()) await saved(page)
  })

  test('both see the block and the clock, and one moment is one step whoever presses', async ({ app, browser }) => {
    await begin(app.url())
    await start(browser, app, run)
    const [sari, budi] = both()
    for (const page of both()) {
      await page.clock.install()
      await page.reload()
      await expect(page.getByRole('timer').first()).toBeVisible()
    }
    await sari.getByRole('button', { name: 'Jeda' }).click()
    await expect(budi.getByRole('button', { name: 'Lanjutkan' })).toBeVisible()
    const clock = (page: Page) => page.getByRole('timer').first().innerText()
    expect(await clock(budi)).toBe(await clock(sari))
    await later(budi)
    await budi.getByRole('button', { name: 'Lanjutkan' }).click()
    await expect(sari.getByRole('button', { name: 'Jeda' })).toBeVisible()
    await later(sari)

    // From the introduction, which counts no teams, to the desks: not on to the break.
    await Promise.all([next(sari).click(), next(budi).click()])
    for (const page of both()) await expect(page.getByRole('heading', { level: 1 })).toContainText('Desk')
    await later(sari)
    for (const page of both()) await expect(page.getByRole('heading', { level: 1 })).toContainText('Desk')
    const { session } = callsTo(app.url())
    expect((await session.read({ lab: sampleLab, session: planned })).run.block).toBe('desk')

    // A press a hand's breadth later is still the same moment.
    await sari.keyboard.press('ArrowLeft')
    await expect(budi.getByRole('heading', { level: 1 })).toContainText('Pengantar')
    await later(budi)
    await next(sari).click()
    await expect(budi.getByRole('heading', { level: 1 })).toContainText('Desk')
    await budi.keyboard.press('ArrowRight')
    await later(budi)
    await expect(budi.getByText('Tekan sekali lagi')).toHaveCount(0)
    for (const page of both()) await expect(page.getByRole('heading', { level: 1 })).toContainText('Desk')
  })

  test('attendance ticked and notes written by both at once are all kept', async ({ app, browser }) => {
    await begin(app.url())
    await start(browser, app, run)
    const [sari, budi] = both()
    const tab = (page: Page, name: string) =>
      page.getByRole('radiogroup', { name: 'Catatan sesi' }).getByText(name, { exact: true }).click()
    for (const page of both()) await tab(page, 'Hadir')
    const names = (await labOnDisk(app.folder)).people.map(({ name }) => name)
    const door = async (page: Page, mine: readonly string[]) => {
      const box = page.getByRole('combobox', { name: 'Ketik nama, lalu Enter' })
      for (const name of mine) {
        await box.fill(name)
        await page.keyboard.press('Enter')
        await expect(box).toHaveValue('')
      }
    }
    await Promise.all([door(sari, names.slice(0, 5)), door(budi, names.slice(5, 10))])
    for (const page of both()) await expect(page.getByText(/^10 dari \d+ hadir$/)).toBeVisible()
    for (const page of both()) await tab(page, 'Notula')
    const write = async (page: Page, who: string) => {
      const line = page.getByRole('textbox', { name: 'Tulis, lalu Enter' })
      for (const n of [1, 2, 3]) {
        await line.pressSequentially(`Catatan ${who} ${n}`)
        await line.press('Enter')
        await expect(line).toHaveValue('')
      }
    }
    await Promise.all([write(sari, 'Sari'), write(budi, 'Budi')])
    for (const page of both()) {
      for (const text of ['Sari 1', 'Sari 2', 'Sari 3', 'Budi 1', 'Budi 2', 'Budi 3'])
        await expect(page.getByText(`Catatan ${text}`).first()).toBeVisible()
      await saved(page)
    }
  })
})

test('a team’s laptop sees the sessions and what the hall sees, and can do nothing to them', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'labinov-e2e-'))
  const served = await startServe({
    templatesFolder: join(root, 'templates'),
    workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')),
    version: '0.0.0-test',
    folder: join(folder, 'workspace'),
    pages: join(root, 'out/renderer'),
    host: '127.0.0.1',
    port: 0,
  })
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
  try {
    await callsTo(served.url).lab.openSample()
    await begin(served.url)
    const page = await context.newPage()
    const open = (hash: string) => page.goto(`${served.origin}/?key=${served.issueKey('team')}${hash}`)
    const acts = page.locator('main').getByRole('button', {
      name: /^(Buat sesi|Tambah|Hapus|Mulai sesi|Jeda|Lanjut:|Tutup sesi|Impor|Setujui|Simpan sebagai pola|Buka lagi)/,
    })
    for (const [hash, words] of [
      [`${pages.lab}/sesi`, 'Sedang berjalan'],
      [plan, 'Agenda'],
      [run, 'Anda melihat sesi ini tanpa kendali.'],
      [`${pages.lab}/gerbang/diagnose`, 'Gerbang'],
      [`${pages.lab}/tindak-lanjut`, 'Tindak lanjut'],
      [`${pages.lab}/peserta`, 'Unit'],
    ] as const) {
      await open(hash)
      await expect(page.locator('main').getByText(words).first()).toBeVisible()
      await expect(page.getByText('Membuka…')).toHaveCount(0)
      expect(await acts.allTextContents(), hash).toEqual([])
      const fields = page.locator('main :is(input, textarea, select):enabled:not([type=search], [type=radio])')
      const left = await fields.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.outerHTML.slice(0, 80)))
      // What narrows a list writes nothing.
      expect(
        left.filter((label) => !/Saring|Cari|Tampilkan|tampil|NIP|^Unit$|type="(?:checkbox|hidden)"/.test(label)),
        hash,
      ).toEqual([])
    }
    await open(run)
    await expect(page.getByRole('timer').first()).toBeVisible()
    await page.locator('main').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'Space', '+']) await page.keyboard.press(key)
    await open(`${pages.lab}/proyektor`)
    await expect(page.getByText('sisa waktu').first()).toBeVisible()
    const { run: stand } = await callsTo(served.url).session.read({ lab: sampleLab, session: planned })
    expect([stand.block, stand.pausedAt, stand.blocks['pengantar']?.extraMs]).toEqual(['pengantar', '', 0])
  } finally {
    await context.close()
    await served.close()
    await rm(folder, { recursive: true, force: true })
  }
})
