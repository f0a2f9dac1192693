/** Whatever somebody pastes is kept, shown as text and printed; it never runs, tears the page or breaks a file. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { cleanText } from '#shared/rules/clean-text.ts'
import { docxText, pdfText } from './read-documents.ts'
import { expect, pages, sampleLab, saved, test } from './sample.ts'
import { insertRaw, linesInside, noSidewaysScroll } from './typing.ts'

const markup = '<script>window.__x=1</script><img src=x onerror="window.__x=1">]]>&amp;{{t}}#{t}'
const broken = 'a\u0000b\u0007c\u001bd\u000be\ufffef\uffffg\ud83dh\udc00i'
const scripts = '👩🏽‍🌾👨‍👩‍👧‍👦 שלום עולם مرحبا بالعالم 創新實驗室'
const hostile = `${markup} ${broken} ${scripts}`
const longWord = 'Panjang'.repeat(715).slice(0, 5000)

/** What a reader of a printed document must find of `hostile`, whatever the fonts have. */
const readable = ['<script>window.__x=1</script>', ']]>', '{{t}}', 'abcde']

/** One line of the page: white space as the eye sees it. */
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()
/** Comparable whichever of the two forms a place keeps: as typed, or cleaned for XML. */
const known = (text: string): string => flat(cleanText(text))

async function nothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => '__x' in window)).toBe(false)
  await noSidewaysScroll(page)
  for (const part of ['PanjangPanjang', 'window.__x']) await linesInside(page, part)
}

const wholeText = async (page: Page): Promise<string> => known((await page.locator('main').textContent()) ?? '')

/** Goes to a page anew, so that all of it comes from the disk. */
async function anew(page: Page, url: string, hash: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(url + hash)
}

async function exported(folder: string, format: string, page: Page): Promise<string> {
  await page.getByRole('button', { name: `Simpan ${format}` }).click()
  const queue = page.getByRole('region', { name: 'Antrean' })
  const row = queue.getByRole('listitem').filter({ hasText: `(${format})` })
  await expect(row.getByText(/^Tersimpan/)).toBeVisible({ timeout: 30_000 })
  // Word takes the letters from the fonts of its reader; the PDF carries its own.
  if (format === 'PDF') await expect(row.getByText(/tidak ada di huruf dokumen/)).toContainText('創')
  const file = (await readdir(folder)).find((name) => name.endsWith(`.${format.toLowerCase()}`))
  return join(folder, file ?? '')
}

/** An XML reader that forgives nothing finds every part of the file well formed. */
async function strictXml(file: string, page: Page): Promise<void> {
  const parts = Object.entries(unzipSync(new Uint8Array(await readFile(file)))).filter(([name]) => /\.(?:xml|rels)$/.test(name))
  expect(parts.length).toBeGreaterThan(5)
  for (const [name, bytes] of parts) {
    const fault = await page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? '',
      strFromU8(bytes),
    )
    expect(fault, name).toBe('')
  }
}

test('text made to break things is kept, shown and printed as text in every place that takes text', async ({ app, home: page, fresh }) => {
  test.setTimeout(150_000)
  const name = `A ${hostile}`
  const open = (hash: string) => page.goto(app.url() + hash)

  await test.step('the name of an innovation', async () => {
    await open(pages.lab)
    await page.getByRole('button', { name: 'Tambah inovasi', exact: true }).first().click()
    await page.getByLabel('Nama inovasi').focus()
    await insertRaw(page, name)
    await page.getByRole('button', { name: 'Simpan inovasi' }).click()
    await expect(page.getByRole('link', { name: /window\.__x/ }).first()).toBeVisible()
    await nothingRan(page)
    await anew(page, app.url(), pages.lab)
    await page
      .getByRole('link', { name: /window\.__x/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect
      .poll(async () =>
        known((await page.getByRole('heading', { level: 1 }).textContent()) ?? (await page.getByRole('textbox').first().inputValue())),
      )
      .toContain(known(markup))
    await nothingRan(page)
  })

  await test.step('a note', async () => {
    await open(pages.canvas(fresh, 'kartu-ide'))
    await page.getByRole('listbox', { name: 'Kartu Ide' }).focus()
    for (const text of [hostile, longWord.slice(0, 3900)]) {
      await page.keyboard.press('n')
      await expect(page.getByRole('textbox', { name: 'Isi kartu' })).toBeFocused()
      await insertRaw(page, text)
      await page.keyboard.press('Enter')
    }
    await saved(page)
    await anew(page, app.url(), pages.canvas(fresh, 'kartu-ide'))
    await expect(page.getByRole('option')).toHaveCount(2)
    expect(await wholeText(page)).toContain(known(hostile))
    await nothingRan(page)
    await page.getByText('Kerangka', { exact: true }).click()
    await expect(page.getByRole('button', { name: /^Panjang/ })).toBeVisible()
    expect(await wholeText(page)).toContain(known(hostile))
    await nothingRan(page)
  })

  await test.step('a box of the tree', async () => {
    await open(pages.canvas(fresh, 'pohon-masalah'))
    await page.getByText('Kerangka', { exact: true }).click()
    for (const [button, text] of [
      ['Tulis masalah inti', hostile],
      ['Tambah penyebab langsung', longWord.slice(0, 3900)],
    ] as const) {
      await page.getByRole('button', { name: button }).first().click()
      await expect(page.getByRole('textbox', { name: 'Isi kotak' })).toBeFocused()
      await insertRaw(page, text)
      await page.keyboard.press('Enter')
    }
    await saved(page)
    await anew(page, app.url(), pages.canvas(fresh, 'pohon-masalah'))
    await expect(page.getByRole('treeitem')).toHaveCount(2)
    await nothingRan(page)
    await page.getByText('Kerangka', { exact: true }).click()
    await expect(page.getByRole('treeitem')).toHaveCount(2)
    expect(await wholeText(page)).toContain(known(hostile))
    await nothingRan(page)
  })

  await test.step('a row of the grid', async () => {
    await open(pages.canvas(fresh, 'usg'))
    for (const text of [hostile, longWord.slice(0, 3900)]) {
      await page.getByRole('button', { name: /^Isu/ }).first().click()
      await expect(page.getByRole('grid').getByRole('textbox')).toBeFocused()
      await insertRaw(page, text)
      await page.keyboard.press('Escape')
      await page.keyboard.press('F2')
      await insertRaw(page, text)
      await page.keyboard.press('Tab')
    }
    await saved(page)
    await anew(page, app.url(), pages.canvas(fresh, 'usg'))
    await expect(page.getByRole('gridcell').filter({ hasText: 'Panjang' })).toBeVisible()
    expect(await wholeText(page)).toContain(known(hostile))
    await nothingRan(page)
  })

  await test.step('a field of the form', async () => {
    await open(pages.canvas(fresh, 'form-ide'))
    const background = page.getByLabel(/^Latar Belakang/i)
    await background.focus()
    await insertRaw(page, `${hostile}\n${longWord}`)
    await saved(page)
    await anew(page, app.url(), pages.canvas(fresh, 'form-ide'))
    await expect(background).toHaveValue(/Panjang/)
    expect(known(await background.inputValue())).toBe(known(`${hostile}\n${longWord}`))
    await nothingRan(page)
  })

  await test.step('a section of the proposal', async () => {
    await open(pages.proposal(fresh))
    const section = page.getByRole('textbox', { name: /Ringkasan/ })
    await section.focus()
    await insertRaw(page, `${hostile} ${longWord}`)
    await saved(page)
    await anew(page, app.url(), pages.proposal(fresh))
    await expect(section).toContainText('Panjang')
    expect(known((await section.textContent()) ?? '')).toContain(known(hostile))
    await nothingRan(page)
  })

  await test.step('Word and PDF files that open, and the letters that could not be printed named', async () => {
    await open(pages.documents(fresh))
    await page
      .getByRole('button', { name: /Proposal KIPP/ })
      .first()
      .click()
    await nothingRan(page)
    const folder = join(app.folder, 'keluaran')
    const docx = await exported(folder, 'DOCX', page)
    const pdf = await exported(folder, 'PDF', page)
    await strictXml(docx, page)
    for (const text of [await docxText(docx), await pdfText(pdf)]) {
      const bare = text.replaceAll(/\s/gu, '')
      for (const part of readable) expect(bare).toContain(part.replaceAll(/\s/gu, ''))
    }
  })

  await test.step('the lab and its list', async () => {
    for (const hash of ['#/', pages.lab, `#/lab/${sampleLab}/dokumen`, pages.innovation(fresh)]) {
      await anew(page, app.url(), hash)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await nothingRan(page)
    }
    expect((await app.labinov('check', '--workspace', app.folder)).code).toBe(0)
  })
})

test('200,000 letters in one field are kept to the last one', async ({ app, home: page, fresh }) => {
  const text = `${'Kalimat yang sangat panjang tentang layanan. '.repeat(4445).slice(0, 199_990)}UJUNGNYA..`
  await page.goto(app.url() + pages.canvas(fresh, 'form-ide'))
  const background = page.getByLabel(/^Latar Belakang/i)
  await background.focus()
  await insertRaw(page, text)
  await saved(page)
  await anew(page, app.url(), pages.canvas(fresh, 'form-ide'))
  await expect(background).toHaveValue(/^Kalimat/)
  const kept = await background.inputValue()
  expect([kept.length, kept.slice(-10)]).toEqual([text.length, 'UJUNGNYA..'])
  await noSidewaysScroll(page)
})
