/** Canvases as large as a hall makes them: they open, and dragging, typing and undo work as on a small one. No time is asserted. */
import { drag } from './canvas-acts.ts'
import { fill } from './fill.ts'
import { expect, onDisk, pages, saved, test } from './sample.ts'

const undo = 'Control+z'

test('a board of 3,000 notes', async ({ app, page, fresh }) => {
  test.setTimeout(180_000)
  const zones = ['ide_baru', 'replikasi', 'pengembangan']
  await fill(app.url(), fresh, 'kartu-ide', 3000, (at) => ({ text: `Kartu nomor ${at}`, zone: zones[at % 3] ?? null, color: 'kunyit' }))
  await page.goto(app.url() + pages.canvas(fresh, 'kartu-ide'))
  const board = page.getByRole('listbox', { name: 'Kartu Ide' })
  await expect(page.getByText('1.000 kartu').or(page.getByText('1000 kartu')).first()).toBeAttached()
  await board.focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Kartu yang baru')
  await page.keyboard.press('Enter')
  const note = board.getByRole('option', { name: /Kartu yang baru/ })
  await expect(note).toBeVisible()
  // Only what can be seen is there.
  expect(await board.getByRole('option').count()).toBeLessThan(1500)
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Kartu yang diubah')
  await page.keyboard.press('Enter')
  const changed = board.getByRole('option', { name: /Kartu yang diubah/ })
  await expect(changed).toBeVisible()
  const place = async () => {
    const { x = null, y = null } =
      (await onDisk(app.folder, fresh)).canvases['kartu-ide']?.items.find((item) => item.text === 'Kartu yang diubah') ?? {}
    return { x, y }
  }
  await saved(page)
  const before = await place()
  await drag(page, changed, changed, { x: 150, y: 90 })
  await saved(page)
  await expect.poll(place).not.toEqual(before)
  await page.keyboard.press(undo)
  await saved(page)
  await expect.poll(place).toEqual(before)
  expect((await onDisk(app.folder, fresh)).canvases['kartu-ide']?.items).toHaveLength(3001)
})

test('a tree of 300 nodes', async ({ app, page, fresh }) => {
  test.setTimeout(120_000)
  await fill(app.url(), fresh, 'pohon-masalah', 300, (at) =>
    at === 0
      ? { text: 'Masalah inti', role: 'core' }
      : { text: `Sebab nomor ${at}`, role: 'cause', parent: `i${at < 4 ? 0 : Math.floor((at - 1) / 3)}` as never /* test id */ },
  )
  await page.goto(app.url() + pages.canvas(fresh, 'pohon-masalah'))
  const box = (text: string) => page.getByRole('treeitem', { name: new RegExp(`${text}(,|$)`) })
  await expect(box('Masalah inti')).toBeVisible()
  await page.getByRole('button', { name: 'Tampilkan semua' }).click()
  await box('Sebab nomor 1').click()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Sebab yang baru')
  await page.keyboard.press('Enter')
  await expect(box('Sebab yang baru')).toHaveAttribute('aria-level', '3')
  await box('Sebab yang baru').click()
  await drag(page, box('Sebab yang baru'), box('Sebab nomor 2'))
  const parent = async () =>
    (await onDisk(app.folder, fresh)).canvases['pohon-masalah']?.items.find((item) => item.text === 'Sebab yang baru')?.parent
  await saved(page)
  await expect.poll(parent).toBe('i2')
  await page.keyboard.press(undo)
  await saved(page)
  await expect.poll(parent).toBe('i1')
})

test('a grid of 500 rows', async ({ app, page, fresh }) => {
  test.setTimeout(120_000)
  await fill(app.url(), fresh, 'usg', 500, (at) => ({
    text: `Isu nomor ${at}`,
    values: { u: 1 + (at % 5), s: 1 + (at % 4), g: 1 + (at % 3) },
  }))
  await page.goto(app.url() + pages.canvas(fresh, 'usg'))
  const cell = (row: number, column: number) => page.locator(`[data-cell="${row}/${column}"]`)
  await expect(cell(0, 0)).toContainText('Isu nomor 0')
  expect(await page.getByRole('row').count()).toBeLessThan(200)
  await cell(0, 1).click()
  await page.keyboard.press('5')
  await expect(cell(0, 1)).toContainText('5')
  await page.keyboard.press(undo)
  await expect(cell(0, 1)).toContainText('1')
  // To the last row, by key.
  await page.keyboard.press('Control+End')
  await expect(cell(499, 0)).toContainText('Isu nomor 499')
  await drag(page, page.getByRole('rowheader', { name: /^500/ }), page.getByRole('rowheader', { name: /^497/ }), { x: 10, y: 3 })
  await expect(cell(496, 0)).toContainText('Isu nomor 499')
  await page.keyboard.press(undo)
  await expect(cell(499, 0)).toContainText('Isu nomor 499')
  await saved(page)
})
