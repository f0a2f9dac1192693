/** What a person does on any canvas, whichever kind it is. */
import type { Locator, Page } from '@playwright/test'
import { expect, saved } from './sample.ts'

export const panel = (page: Page) => page.getByRole('complementary', { name: 'Rincian dan jejak' })

/** Drags from the middle of one thing to the middle of another, or to a point of it, in steps as a hand does. */
export async function drag(page: Page, from: Locator, to: Locator, at?: { readonly x: number; readonly y: number }): Promise<void> {
  await from.hover()
  await page.mouse.down()
  const box = await to.boundingBox()
  if (box === null) throw new Error(`nothing to drop on: ${String(to)}`)
  const [x, y] = at === undefined ? [box.x + box.width / 2, box.y + box.height / 2] : [box.x + at.x, box.y + at.y]
  await page.mouse.move(x - 20, y - 12, { steps: 8 })
  await page.mouse.move(x, y, { steps: 3 })
  await page.mouse.up()
}

/** Makes something on another canvas out of what is selected, by clicks in the panel. */
export async function becomeByMouse(page: Page, canvas: string, part?: string): Promise<void> {
  await panel(page)
    .getByRole('button', { name: /^Jadikan atau tautkan/ })
    .click()
  await choose(page, canvas, part, (one) => one.click())
}

/** The same by keys: J unless the picker is open already, some letters of the canvas, down into the list, Enter. */
export async function becomeByKeys(page: Page, canvas: string, part?: string, opened = false): Promise<void> {
  if (!opened) await page.keyboard.press('Alt+j')
  await choose(page, canvas, part, async (one) => {
    for (let n = 0; n < 30 && !(await one.evaluate((node) => node === document.activeElement)); n += 1)
      await page.keyboard.press('ArrowDown')
    await expect(one).toBeFocused()
    await page.keyboard.press('Enter')
  })
}

async function choose(page: Page, canvas: string, part: string | undefined, take: (one: Locator) => Promise<void>): Promise<void> {
  const field = panel(page).getByRole('textbox', { name: /^Cari/ })
  const first = (name: string) =>
    panel(page)
      .getByRole('listitem')
      .getByRole('button', { name: new RegExp(name) })
      .first()
  await expect(field).toBeFocused()
  await page.keyboard.type(canvas)
  await take(first(canvas))
  if (part !== undefined) {
    await expect(field).toHaveValue('')
    await take(first(part))
  }
  await expect(panel(page).getByRole('status')).toContainText(/Dijadikan isi/)
}

/** Waits until all is on disk, and opens the page anew. */
export async function openAnew(page: Page): Promise<void> {
  await saved(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Membuka…')).toHaveCount(0)
}

export const isDone = (page: Page) => expect(page.getByRole('button', { name: 'Selesai, buka lagi' })).toBeVisible()
