/** A day of a lab without a mouse: plan it, run it, take names and notes, approve, tick off. The focus is always seen and never lost. */
import type { Page } from '@playwright/test'
import { expect, labOnDisk, pages, saved, test } from './sample.ts'
import { tabTo } from './typing.ts'

/** Something on the page has the focus, and it is drawn. */
async function focusHeld(page: Page, after: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const now = document.activeElement
          if (now === null || now === document.body) return 'lost'
          return now.matches(':focus-visible') ? 'seen' : `hidden on ${now.tagName} ${now.className}`
        }),
      { message: `the focus after: ${after}` },
    )
    .toBe('seen')
}

/** Presses a key and sees that the focus is still somewhere. */
async function press(page: Page, key: string, what: string): Promise<void> {
  await page.keyboard.press(key)
  await focusHeld(page, what)
}

/** From one choice of a row of choices to the one wanted. */
async function choose(page: Page, group: string, name: string): Promise<void> {
  const radios = page.getByRole('radiogroup', { name: group })
  await tabTo(page, radios.getByRole('radio', { checked: true }), 250)
  for (let n = 0; n < 6 && !(await radios.getByRole('radio', { name, exact: true }).isChecked()); n += 1)
    await press(page, 'ArrowRight', `choosing ${name}`)
  await expect(radios.getByRole('radio', { name, exact: true })).toBeChecked()
}

test('a session is planned and run by key', async ({ app, home: page }) => {
  test.setTimeout(150_000)
  await test.step('make', async () => {
    await page.goto(`${app.url()}${pages.lab}/sesi`)
    await tabTo(page, page.getByRole('button', { name: 'Buat sesi' }).first())
    await press(page, 'Enter', 'Buat sesi')
    await tabTo(page, page.getByRole('button', { name: /^Buat \d+ sesi$|^Buat sesi$/ }).last())
    await press(page, 'Enter', 'making the session')
    await expect(page.getByRole('radiogroup', { name: 'Bagian sesi' })).toBeVisible()
    await focusHeld(page, 'coming to the plan')
  })
  const titles = page.getByRole('textbox', { name: 'Kegiatan', exact: true })
  await test.step('put in order and give minutes', async () => {
    const first = await titles.first().inputValue()
    await tabTo(page, titles.first())
    await press(page, 'Alt+ArrowDown', 'moving a block')
    await expect(titles.nth(1)).toHaveValue(first)
    await expect(titles.nth(1)).toBeFocused()
    await press(page, 'Alt+ArrowUp', 'moving it back')
    await expect(titles.first()).toHaveValue(first)
    const minutes = page.getByRole('spinbutton', { name: 'Menit' }).first()
    await tabTo(page, minutes)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('40')
    await press(page, 'Tab', 'writing minutes')
    await expect(minutes).toHaveValue('40')
    const many = await titles.count()
    await tabTo(page, page.getByRole('button', { name: 'Tambah kegiatan' }), 400)
    await press(page, 'Enter', 'adding a block')
    await expect(titles).toHaveCount(many + 1)
    await expect(titles.last()).toBeFocused()
    await press(page, 'Control+z', 'undoing it')
    await expect(titles).toHaveCount(many)
    await saved(page)
  })
  await test.step('start, hold, go on', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Buka sesi' }), 400)
    await press(page, 'Enter', 'opening the session')
    await tabTo(page, page.getByRole('button', { name: 'Mulai sesi' }))
    await press(page, 'Enter', 'starting')
    await expect(page.getByRole('timer').first()).toBeVisible()
    await focusHeld(page, 'the running session is drawn')
    await press(page, 'Space', 'holding')
    await expect(page.getByRole('button', { name: 'Lanjutkan' })).toBeVisible()
    await press(page, 'Space', 'resuming')
    await expect(page.getByRole('button', { name: 'Jeda' })).toBeVisible()
    // On to a block on which the teams work, and past it with the second press.
    for (let n = 0; n < 6 && (await page.getByText('Tekan sekali lagi').count()) === 0; n += 1) await press(page, 'ArrowRight', 'going on')
    const here = await page.getByRole('heading', { level: 1 }).innerText()
    await press(page, 'ArrowRight', 'going on all the same')
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(here)
  })
  await test.step('names and notes', async () => {
    await choose(page, 'Catatan sesi', 'Hadir')
    const box = page.getByRole('combobox', { name: 'Ketik nama, lalu Enter' })
    const names = (await labOnDisk(app.folder)).people.slice(0, 3).map(({ name }) => name)
    await tabTo(page, box)
    for (const name of names) {
      await page.keyboard.insertText(name)
      await press(page, 'Enter', `ticking ${name}`)
      await expect(box).toHaveValue('')
    }
    await expect(page.getByText(/^3 dari \d+ hadir$/)).toBeVisible()
    await page.keyboard.press('Shift+Tab')
    await choose(page, 'Catatan sesi', 'Notula')
    const line = page.getByRole('textbox', { name: 'Tulis, lalu Enter' })
    await tabTo(page, line)
    await page.keyboard.type('Data antrean sudah ada')
    await press(page, 'Enter', 'writing a note')
    await expect(line).toBeFocused()
    await expect(page.getByText('Data antrean sudah ada').first()).toBeVisible()
  })
  await test.step('end', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Tutup sesi' }), 250)
    await press(page, 'Enter', 'ending')
    await expect(page.getByRole('heading', { name: /^Sesi selesai/ })).toBeVisible()
    await focusHeld(page, 'the end is drawn')
    await tabTo(page, page.getByRole('button', { name: 'Buka lagi' }))
    await press(page, 'Enter', 'opening it again')
    await expect(page.getByRole('timer').first()).toBeVisible()
    await focusHeld(page, 'the session is open again')
  })
})

test('several are approved by key', async ({ app, home: page }) => {
  await page.goto(`${app.url()}${pages.lab}/gerbang/diagnose`)
  const all = page.getByRole('checkbox', { name: /^Pilih \d+ yang/ })
  await tabTo(page, all)
  await press(page, 'Space', 'choosing')
  const approve = page.getByRole('button', { name: /^Setujui \d+ inovasi/ })
  const name = page.getByLabel('Nama pemberi persetujuan')
  await tabTo(page, name, 250)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Contoh Pimpinan')
  await tabTo(page, approve)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/inovasi (dicatat disetujui|disetujui dan)/).first()).toBeVisible()
  await focusHeld(page, 'approving')
})

test('a follow-up is ticked off by key, and the next one has the focus', async ({ app, home: page }) => {
  await page.goto(`${app.url()}${pages.lab}/tindak-lanjut`)
  const boxes = page.getByRole('checkbox', { name: /^Tandai/ })
  await tabTo(page, boxes.first())
  const many = await boxes.count()
  expect(many).toBeGreaterThan(1)
  const next = await boxes.nth(1).getAttribute('aria-label')
  await press(page, 'Space', 'ticking')
  await expect(boxes).toHaveCount(many - 1)
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', next ?? '')
})
