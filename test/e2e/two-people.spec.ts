/** Two people on one innovation: what both write is kept, nobody's undo touches the other, and a cut connection loses nothing. */
import type { Browser, Page } from '@playwright/test'
import type { App } from './app.ts'
import { type Person, person } from './people.ts'
import { expect, pages, saved, test } from './sample.ts'

test.describe('two people on one innovation', () => {
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

  const addNotes = async (page: Page, texts: readonly string[]) => {
    await page.getByRole('listbox', { name: 'Kartu Ide' }).focus()
    for (const text of texts) {
      await page.keyboard.press('n')
      await expect(page.getByRole('textbox', { name: 'Isi kartu' })).toBeFocused()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('option', { name: text })).toBeVisible()
    }
  }
  const names = (page: Page) => page.getByRole('option').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '').sort())

  test('notes of both are on both boards, and undo takes back only one’s own', async ({ app, browser, fresh }) => {
    await start(browser, app, pages.canvas(fresh, 'kartu-ide'))
    const [sari, budi] = both()
    await Promise.all([addNotes(sari, ['Sari satu', 'Sari dua', 'Sari tiga']), addNotes(budi, ['Budi satu', 'Budi dua', 'Budi tiga'])])
    for (const page of both()) await expect(page.getByRole('option')).toHaveCount(6)
    expect(await names(sari)).toEqual(await names(budi))

    await sari.keyboard.press('Control+z')
    for (const page of both()) {
      await expect(page.getByRole('option')).toHaveCount(5)
      await expect(page.getByRole('option', { name: 'Sari tiga' })).toHaveCount(0)
    }
    // All the way back: the notes of the other stay.
    for (const left of [4, 3]) {
      await sari.keyboard.press('Control+z')
      await expect(sari.getByRole('option')).toHaveCount(left)
    }
    await sari.keyboard.press('Control+z')
    await budi.keyboard.press('Control+z')
    for (const page of both()) await expect(page.getByRole('option', { name: /^Budi (satu|dua)/ })).toHaveCount(2)
    for (const page of both()) await expect(page.getByRole('option')).toHaveCount(2)
    for (const page of both()) await saved(page)
  })

  test('both type in one field at the same time and end with the same text, with every letter of both', async ({ app, browser, fresh }) => {
    await start(browser, app, pages.canvas(fresh, 'form-ide'))
    const field = (page: Page) => page.getByLabel(/^Latar Belakang/i)
    const [sari, budi] = both()
    await field(sari).fill('Awal. Akhir.')
    await expect(field(budi)).toHaveValue('Awal. Akhir.')
    await field(sari).focus()
    await sari.keyboard.press('Control+Home')
    await field(budi).focus()
    await budi.keyboard.press('Control+End')
    const one = 'Antrean panjang sejak subuh. '
    const two = ' Warga pulang tanpa dilayani.'
    await Promise.all([sari.keyboard.type(one, { delay: 12 }), budi.keyboard.type(two, { delay: 12 })])
    for (const page of both()) await expect(field(page)).toHaveValue(`${one}Awal. Akhir.${two}`)
    for (const page of both()) await saved(page)
    // Sari takes back what she typed; what Budi typed meanwhile stays.
    await sari.keyboard.press('Control+z')
    for (const page of both()) await expect(field(page)).toHaveValue(/Warga pulang tanpa dilayani\.$/)
    await expect(field(sari)).not.toHaveValue(/subuh\. Awal/)
    expect(await field(sari).inputValue()).toBe(await field(budi).inputValue())
  })

  test('both write one section of the proposal, and undo takes back only one’s own words', async ({ app, browser, fresh }) => {
    await start(browser, app, pages.proposal(fresh))
    const section = (page: Page) => page.getByRole('textbox', { name: /Ringkasan/ })
    const [sari, budi] = both()
    await section(sari).focus()
    await sari.keyboard.type('Pertama')
    await sari.keyboard.press('Enter')
    await sari.keyboard.type('Kedua')
    await expect(section(budi)).toContainText('Kedua')
    await section(sari).focus()
    await sari.keyboard.press('Control+Home')
    await section(budi).focus()
    await budi.keyboard.press('Control+End')
    await Promise.all([
      sari.keyboard.type('Sari menulis di depan. ', { delay: 12 }),
      budi.keyboard.type(' Budi menulis di belakang.', { delay: 12 }),
    ])
    for (const page of both()) {
      await expect(section(page).locator('p').first()).toHaveText('Sari menulis di depan. Pertama')
      await expect(section(page).locator('p').last()).toHaveText('Kedua Budi menulis di belakang.')
    }
    await expect(async () => {
      await budi.keyboard.press('Control+z')
      await expect(section(budi)).not.toContainText('belakang', { timeout: 500 })
    }).toPass()
    for (const page of both()) await expect(section(page)).toContainText('Sari menulis di depan. Pertama')
    await expect(section(sari)).not.toContainText('belakang')
    for (const page of both()) await saved(page)
  })

  test('a cut connection is said, and what was written meanwhile on both sides is all there afterwards', async ({
    app,
    browser,
    fresh,
  }) => {
    await start(browser, app, pages.canvas(fresh, 'form-ide'))
    const [sari, budi] = both()
    const background = (page: Page) => page.getByLabel(/^Latar Belakang/i)
    const goal = (page: Page) => page.getByLabel(/^Tujuan/i)
    await background(sari).fill('Sebelum putus.')
    await expect(background(budi)).toHaveValue('Sebelum putus.')
    await saved(sari)

    await first.cut()
    await expect(sari.getByRole('button', { name: /^Tidak tersambung/ })).toBeVisible()
    await background(sari).focus()
    await sari.keyboard.press('Control+End')
    await sari.keyboard.type(' Sari menulis tanpa sambungan.')
    await expect(sari.getByRole('button', { name: /menunggu$/ })).toBeVisible()
    await expect(sari.getByRole('alert')).toContainText('Jangan tutup halaman ini')
    await background(budi).focus()
    await budi.keyboard.press('Control+Home')
    await budi.keyboard.type('Budi terus menulis. ')
    await goal(budi).fill('Tujuan dari Budi.')
    await saved(budi)
    await expect(background(sari)).toHaveValue('Sebelum putus. Sari menulis tanpa sambungan.')

    await first.mend()
    for (const page of both()) {
      await expect(background(page)).toHaveValue('Budi terus menulis. Sebelum putus. Sari menulis tanpa sambungan.')
      await expect(goal(page)).toHaveValue('Tujuan dari Budi.')
    }
    await saved(sari)
    await expect(sari.getByRole('alert')).toHaveCount(0)
    // On disk, not only on two screens.
    await app.kill()
    await app.start()
    await sari.goto(app.url() + pages.canvas(fresh, 'form-ide'))
    await expect(background(sari)).toHaveValue('Budi terus menulis. Sebelum putus. Sari menulis tanpa sambungan.')
  })
})
