/** One switch turns every sentence of the app into English at once, and back; what people wrote stays as they wrote it. */
import type { Page } from '@playwright/test'
import type { BothTexts } from '#shared/model/text.ts'
import { allText } from '#shared/text/index.ts'
import { expect, type LabClient, labOnDisk, logOnDisk, onDisk, pages, sampleLab, saved, test } from './sample.ts'

/** Every sentence in both languages: those of the app and those of the packs. */
async function sentences(calls: LabClient): Promise<readonly BothTexts[]> {
  const found: BothTexts[] = Object.values(allText).flatMap((all) => Object.values(all))
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('id' in value && 'en' in value && typeof value.id === 'string' && typeof value.en === 'string')
      found.push({ id: value.id, en: value.en })
    for (const part of Object.values(value)) walk(part)
  }
  walk((await calls.packs.all()).packs)
  return found
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const numbers = new Set(['n', 'of', 'words', 'max', 'min', 'left', 'over', 'pages', 'units', 'people', 'jilid', 'year', 'rank', 'xv', 'yv'])
/** What a sentence looks like on the screen, with a number or anything else in its places. */
const asPattern = (text: string): string =>
  text
    .split(/\{\{(\w+)\}\}/)
    .map((part, at) => (at % 2 === 0 ? escaped(part) : numbers.has(part) ? '\\d[\\d.,]*' : '.+'))
    .join('')

/** Recognizes sentences of one language that the other would write otherwise; a text that is right in the other language is none. */
function foreign(all: readonly BothTexts[], language: 'id' | 'en', other: 'id' | 'en'): (text: string) => boolean {
  // A sentence that is nothing but a place for something fits every text and tells nothing.
  const words = (text: string): boolean => /\p{L}{3}/u.test(text.replaceAll(/\{\{\w+\}\}/g, ''))
  const right = new RegExp(`^(?:${[...new Set(all.map((one) => one[other]))].filter(words).map(asPattern).join('|')})$`, 'u')
  const telling = all.filter((one) => one.id !== one.en && words(one[language]))
  const plain = new Set(telling.filter((one) => !one[language].includes('{{')).map((one) => one[language]))
  const filled = telling.filter((one) => one[language].includes('{{')).map((one) => new RegExp(`^${asPattern(one[language])}$`, 'u'))
  return (text) => (plain.has(text) || filled.some((pattern) => pattern.test(text))) && !right.test(text)
}

/** Each text of the page that can be seen or is read aloud, but not the printed pages, which have a language of their own. */
const visibleTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const texts: string[] = []
    const shown = (node: Element) => node.checkVisibility({ visibilityProperty: true, opacityProperty: false })
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (
        parent !== null &&
        !['SCRIPT', 'STYLE', 'TEXTAREA'].includes(parent.tagName) &&
        parent.closest('figure:has(> canvas)') === null &&
        shown(parent)
      )
        texts.push(node.textContent ?? '')
    }
    for (const node of document.querySelectorAll('[aria-label],[placeholder],[title],[alt]'))
      if (shown(node)) for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(node.getAttribute(name) ?? '')
    return [...new Set([document.title, ...texts].map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== ''))]
  })

/** The same once nothing on the page is still on its way. */
async function settledTexts(page: Page): Promise<readonly string[]> {
  await expect(page.getByText(/^(Membuka…|Membuka pratinjau…|Opening the preview…)$/)).toHaveCount(0, { timeout: 30_000 })
  await expect(page.getByText(/^(Menyusun pratinjau…|Pilih dokumen di sebelah kiri)/)).toHaveCount(0, { timeout: 30_000 })
  let last: readonly string[] = []
  await expect(async () => {
    const before = last
    last = await visibleTexts(page)
    expect(last).toEqual(before)
  }).toPass()
  return last
}

async function switchTo(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.insertText(command)
  await page.keyboard.press('Enter')
}

type Stop = readonly [name: string, hash: string, act?: (page: Page) => Promise<void>]

const stops: readonly Stop[] = [
  ['Beranda', '#/'],
  ['Ringkasan', pages.lab],
  ['Peserta', `${pages.lab}/peserta`],
  ['tahap', `${pages.lab}/tahap/diagnose`],
  ['sesi', `${pages.lab}/sesi`],
  ['rencana sesi', `${pages.lab}/sesi/monitoring-2`],
  ['sesi selesai', `${pages.lab}/sesi/diagnose-2/jalan`],
  ['gerbang', `${pages.lab}/gerbang/design`],
  ['coach', `${pages.lab}/coach`],
  ['tindak lanjut', `${pages.lab}/tindak-lanjut`],
  ['pantauan', `${pages.lab}/pantauan`],
  ['penghargaan', `${pages.lab}/penghargaan`],
  ['arsip', '#/arsip'],
  ['setelan lab', `${pages.lab}/setelan`],
  ['Setelan', '#/setelan'],
  ['inovasi', pages.innovation('langkok')],
  ['kartu ide', pages.canvas('langkok', 'kartu-ide')],
  ['pohon masalah', pages.canvas('langkok', 'pohon-masalah')],
  ['USG', pages.canvas('langkok', 'usg')],
  ['peta', pages.canvas('langkok', 'pengaruh-kepentingan')],
  ['form ide', pages.canvas('langkok', 'form-ide')],
  ['proposal', pages.proposal('langkok')],
  ['dokumen', pages.documents('langkok')],
]

const langkok = pages.innovation('langkok')
const press = (name: string | RegExp) => async (page: Page) => page.getByRole('button', { name }).first().click()
const tab = (at: number) => async (page: Page) => page.getByRole('tab').nth(at).click()

/** What an office works with: papers, evidence, the index, guides, and each side of a proposal. */
const officeStops: readonly Stop[] = [
  ['dokumen lab', `${pages.lab}/dokumen`],
  ['bukti', `${langkok}/bukti`],
  ['kaitkan lagi', `${langkok}/bukti`, press('Kaitkan lagi')],
  ['tanpa bukti', `${pages.innovation('fastren')}/bukti`],
  ['kematangan', `${langkok}/indeks/iid-2026`],
  ['indeks lab', `${pages.lab}/indeks`],
  ['pedoman', '#/pedoman'],
  ['satu pedoman', '#/pedoman/kipp-2023'],
  ...[0, 1, 2, 3].map((at): Stop => [`proposal, sisi ${at + 1}`, pages.proposal('langkok'), tab(at)]),
  ['siap kirim', pages.proposal('langkok'), press(/^Periksa kesiapan/)],
  ['riwayat', pages.proposal('langkok'), press('Riwayat')],
]

/** A convention and the catalogue; the convention of the sample is over. */
const konvensi = (part: string): string => `${pages.lab}/konvensi/konvensi-contoh/${part}`
const conventionStops: readonly Stop[] = [
  ['daftar konvensi', `${pages.lab}/konvensi`],
  ...['persiapan', 'peserta', 'juri', 'jadwal', 'paket', 'penilaian', 'hasil', 'pengunjung'].map((part): Stop => [part, konvensi(part)]),
  ['penilaian saya', '#/penilaian'],
  ['katalog', '#/katalog'],
  ['angka katalog', '#/katalog/angka'],
  ['suksesi', '#/katalog/suksesi'],
]

/** Every text that people wrote in an innovation, in any place of it. */
function writtenIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) writtenIn(part, found)
  return found
}

/** Goes through the pages in both languages and tells every sentence that stayed in the other one. */
async function leftBehind(page: Page, folder: string, calls: LabClient, walk: readonly Stop[]): Promise<string> {
  const all = await sentences(calls)
  const log = await logOnDisk(folder)
  const { convention } = await calls.jury.read({ lab: sampleLab, convention: 'konvensi-contoh' })
  const { innovations } = await calls.lab.overview({ lab: sampleLab })
  const listed = async () => (await calls.catalogue.search({ count: 200, facets: false })).hits
  // The first answers come while entries are still being taken in.
  await expect.poll(async () => (await listed()).length).toBeGreaterThanOrEqual(innovations.filter(({ archived }) => !archived).length)
  const hits = await listed()
  const written = new Set([
    ...writtenIn(await onDisk(folder, 'langkok')),
    ...writtenIn(log),
    ...writtenIn(await labOnDisk(folder)),
    // Not its rubric, which speaks both languages.
    ...writtenIn([convention.panels, convention.judges, convention.entries, convention.categories]),
    ...writtenIn(hits.map(({ entry }) => entry)),
  ])
  /** The title of a session stands in sentences of ours, and is written in one language. */
  const withoutTitles = (text: string): string => log.sessions.reduce((rest, { title }) => rest.replaceAll(title, ''), text)
  const ours = (language: 'id' | 'en', other: 'id' | 'en') => {
    const left = foreign(all, language, other)
    return (text: string): boolean => !written.has(text) && left(withoutTitles(text))
  }
  const leftIndonesian = ours('id', 'en')
  const leftEnglish = ours('en', 'id')
  const html = page.locator('html')
  const left: string[] = []
  for (const [name, hash, act] of walk) {
    // By way of the beginning: what was opened at the stop before is closed.
    for (const next of ['#/', hash])
      await page.evaluate((to) => {
        location.hash = to
      }, next)
    await expect(html).toHaveAttribute('lang', 'id')
    await expect(page.getByRole('heading').first()).toBeVisible()
    await act?.(page)
    const before = await settledTexts(page)
    // Otherwise nothing below could fail.
    expect(before.filter(leftIndonesian).length, name).toBeGreaterThan(5)

    await switchTo(page, 'Ganti ke bahasa Inggris')
    await expect(html).toHaveAttribute('lang', 'en')
    await expect(page.getByTestId('save-state')).toHaveText('Saved')
    left.push(...(await settledTexts(page)).filter(leftIndonesian).map((text) => `${name}, in English: ${text}`))

    await switchTo(page, 'Switch to Indonesian')
    await expect(html).toHaveAttribute('lang', 'id')
    await saved(page)
    const after = await settledTexts(page)
    left.push(...after.filter(leftEnglish).map((text) => `${name}, in Indonesian: ${text}`))
    expect(new Set(after), name).toEqual(new Set(before))
  }
  return left.join('\n')
}

test('English and back, at once and completely, on every main page', async ({ app, home: page, calls }) => {
  test.setTimeout(400_000)
  expect(await leftBehind(page, app.folder, calls, stops)).toBe('')
})

test('English and back, at once and completely, where an office works', async ({ app, home: page, calls }) => {
  test.setTimeout(400_000)
  expect(await leftBehind(page, app.folder, calls, officeStops)).toBe('')
})

test('English and back, at once and completely, where a jury judges and in the catalogue', async ({ app, home: page, calls }) => {
  test.setTimeout(400_000)
  expect(await leftBehind(page, app.folder, calls, conventionStops)).toBe('')
})

test('the switch in Setelan is remembered, and nobody’s words are touched', async ({ app, home: page }) => {
  const before = await onDisk(app.folder, 'langkok')
  await page.goto(`${app.url()}#/setelan`)
  const kept = page.waitForResponse(/\/api\/app\/changeSettings/)
  await page.getByRole('radiogroup', { name: 'Bahasa' }).getByText('English', { exact: true }).click()
  expect((await kept).ok()).toBe(true)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await app.kill()
  await app.start()
  await page.goto(app.url() + pages.canvas('langkok', 'form-ide'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByText('Mark as done').or(page.getByText('Done, open again'))).toBeVisible()
  const written = before.canvases['form-ide']?.fields.latar_belakang
  expect(written).toMatch(/\S/)
  await expect(page.getByLabel(/^Background/i)).toHaveValue(String(written))
  await page.goto(app.url() + pages.canvas('langkok', 'kartu-ide'))
  for (const { text } of before.canvases['kartu-ide']?.items.slice(0, 5) ?? [])
    await expect(page.getByText(text, { exact: true }).first()).toBeAttached()
  await page.goto(`${app.url()}#/lab/${sampleLab}`)
  await expect(page.getByRole('link', { name: /LANGKOK/ }).first()).toBeVisible()
  expect(await onDisk(app.folder, 'langkok')).toEqual(before)
})
