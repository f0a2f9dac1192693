/** Two people at the evidence and the levels of one innovation, and one who exports while the other writes. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { putEvidence } from '#shared/doc/evidence.ts'
import { bySystem } from '#shared/doc/origins.ts'
import type { EvidenceId } from '#shared/model/ids.ts'
import { writeDoc } from './fill.ts'
import { type Person, person } from './people.ts'
import { docxText } from './read-documents.ts'
import { expect, onDisk, pages, sampleLab, saved, test } from './sample.ts'

let first: Person
let second: Person
test.slow()
test.afterEach(async () => {
  await first.context.close()
  await second.context.close()
})

const levels = (page: Page, indicator: RegExp) => page.getByRole('region', { name: indicator }).getByRole('radio')

test('both say what they can show and claim levels at once, and all of it is kept', async ({ app, browser, fresh }) => {
  await writeDoc(app.url(), `innovation:${sampleLab}:${fresh}`, (doc) => {
    for (const [at, title] of ['SK tim', 'Foto kegiatan'].entries())
      putEvidence(doc, `b${at}` as EvidenceId /* test id */, { order: `a${at}`, title, link: 'https://contoh.invalid/berkas' }, bySystem)
  })
  const maturity = `${pages.innovation(fresh)}/indeks/iid-2026`
  first = await person(browser, app, `${pages.innovation(fresh)}/bukti`)
  second = await person(browser, app, `${pages.innovation(fresh)}/bukti`)
  const [sari, budi] = [first.page, second.page]
  const note = (page: Page) => page.getByLabel('Catatan', { exact: true })
  await test.step('one note of one piece of evidence, written by both', async () => {
    for (const page of [sari, budi]) await expect(note(page)).toBeVisible()
    await note(sari).fill('Nomor surat 1.')
    await expect(note(budi)).toHaveValue('Nomor surat 1.')
    await note(budi).focus()
    await budi.keyboard.press('Control+End')
    await Promise.all([budi.keyboard.type(' Halaman dua.'), sari.getByLabel('Judul', { exact: true }).fill('SK tim pelaksana')])
    for (const page of [sari, budi]) {
      await expect(note(page)).toHaveValue('Nomor surat 1. Halaman dua.')
      await expect(page.getByRole('list', { name: 'Daftar bukti' })).toContainText('SK tim pelaksana')
    }
  })
  await test.step('levels of different indicators, and of the same', async () => {
    await Promise.all([sari.goto(app.url() + maturity), budi.goto(app.url() + maturity)])
    await Promise.all([
      levels(sari, /Alat kerja/)
        .nth(1)
        .check(),
      levels(budi, /Ketersediaan dan peran SDM/)
        .nth(0)
        .check(),
    ])
    for (const page of [sari, budi]) {
      await expect(levels(page, /Alat kerja/).nth(1)).toBeChecked()
      await expect(levels(page, /Ketersediaan dan peran SDM/).nth(0)).toBeChecked()
    }
    await Promise.all([
      levels(sari, /Regulasi inovasi/)
        .nth(0)
        .check(),
      levels(budi, /Regulasi inovasi/)
        .nth(2)
        .check(),
    ])
    const chosen = async (page: Page) =>
      levels(page, /Regulasi inovasi/).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)) // radios are inputs
    await expect.poll(async () => JSON.stringify(await chosen(sari)) === JSON.stringify(await chosen(budi))).toBe(true)
    for (const page of [sari, budi]) await saved(page)
  })
  const { evidence, maturity: claims } = await onDisk(app.folder, fresh)
  expect(evidence.map(({ title, note }) => [title, note])).toEqual([
    ['SK tim pelaksana', 'Nomor surat 1. Halaman dua.'],
    ['Foto kegiatan', ''],
  ])
  expect([claims['iid-2026']?.alat_kerja?.level, claims['iid-2026']?.sdm?.level]).toEqual([2, 1])
})

test('one exports again and again while the other writes: every file is whole, and nothing of the writing is lost', async ({
  app,
  browser,
  fresh,
}) => {
  first = await person(browser, app, pages.proposal(fresh))
  second = await person(browser, app, pages.documents(fresh))
  const [sari, budi] = [first.page, second.page]
  const sheet = sari.getByRole('textbox', { name: /Ringkasan/ })
  await sheet.focus()
  await sari.keyboard.type('Awal. ')
  const list = budi.getByRole('region', { name: 'Daftar dokumen' })
  await list
    .getByRole('button', { name: /^Proposal KIPP/ })
    .first()
    .click()
  const keep = budi.getByRole('button', { name: 'Simpan DOCX' })
  await expect(keep).toBeEnabled({ timeout: 30_000 })
  const text = 'Sari menulis terus selama Budi mengekspor dokumen ini berulang kali tanpa berhenti.'
  const writing = sari.keyboard.type(text, { delay: 60 })
  const folder = join(app.folder, 'keluaran')
  const files = async () => (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.docx'))
  for (let n = 1; n <= 3; n += 1) {
    await keep.click()
    await expect.poll(async () => (await files()).length, { timeout: 30_000 }).toBe(n)
  }
  await writing
  await expect(sheet).toHaveText(`Awal. ${text}`)
  await saved(sari)
  await keep.click()
  await expect.poll(async () => (await files()).length, { timeout: 30_000 }).toBe(4)
  const texts = await Promise.all((await files()).map((name) => docxText(join(folder, name))))
  for (const one of texts) expect(one).toContain('Awal. ')
  expect(texts.filter((one) => one.includes(text)).length).toBeGreaterThanOrEqual(1)
})
