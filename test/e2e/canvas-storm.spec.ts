/** Two people at one canvas, each acting at random from a seed, with cables pulled and put back: both end equal, and undo is one's own. */
import type { Locator, Page } from '@playwright/test'
import { seeded } from '#test/makers/innovation.ts'
import { drag } from './canvas-acts.ts'
import { fill } from './fill.ts'
import { type Person, person } from './people.ts'
import { expect, onDisk, pages, saved, test } from './sample.ts'

const seed = Number(process.env.LABINOV_SEED ?? 1945)
const acts = 20

type Storm = {
  readonly canvas: string
  readonly things: (page: Page) => Locator
  /** Before both begin. */
  readonly lay: (page: Page) => Promise<void>
  readonly add: (page: Page, text: string, patience?: Patience) => Promise<void>
  /** On the thing that is selected. */
  readonly keys: readonly string[]
}

/** How long somebody waits for what may be gone by now, and for what must be there. */
const quick = { timeout: 1500 } as const
const calm = { timeout: 20_000 } as const
type Patience = typeof quick | typeof calm
const write = async (page: Page, text: string, patience: Patience = calm): Promise<void> => {
  await page.locator('textarea:focus, input:focus').waitFor(patience)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

const storms: readonly Storm[] = [
  {
    canvas: 'kartu-ide',
    things: (page) => page.getByRole('option'),
    lay: async () => undefined,
    add: async (page, text, patience = calm) => {
      await page.getByRole('listbox', { name: 'Kartu Ide' }).focus()
      await page.keyboard.press('n')
      await write(page, text, patience)
    },
    keys: ['Delete', 's', 'Alt+ArrowRight', 'Alt+ArrowLeft', 'Control+d'],
  },
  {
    canvas: 'pohon-masalah',
    things: (page) => page.getByRole('treeitem'),
    lay: async (page) => {
      await page.getByRole('tree').focus()
      await page.keyboard.press('Enter')
      await write(page, 'Inti')
      await expect(page.getByRole('treeitem', { name: /Inti/ })).toBeVisible()
    },
    add: async (page, text, patience = calm) => {
      await page.getByRole('button', { name: 'Tampilkan semua' }).click(patience)
      await page.getByRole('treeitem', { name: /Inti/ }).click(patience)
      await page.keyboard.press('Tab')
      await write(page, text, patience)
    },
    keys: ['Delete', 's', 'a', 'Alt+ArrowRight', 'Alt+ArrowLeft'],
  },
  {
    canvas: 'usg',
    things: (page) => page.locator('td[data-main]'),
    lay: async () => undefined,
    add: async (page, text, patience = calm) => {
      await page.getByRole('button', { name: /^Isu/ }).first().click(patience)
      await write(page, text, patience)
      await page.keyboard.press('Escape')
    },
    keys: ['Control+Delete', 'Alt+ArrowUp', 'Alt+ArrowDown'],
  },
]

/** One act of one person, on his own things alone. What is gone or covered by now is left alone, as a person would. */
async function act({ page }: Person, name: string, storm: Storm, next: () => number, count: number): Promise<void> {
  const own = storm.things(page).filter({ hasText: name })
  const one = own.nth(Math.floor(next() * Math.max(1, await own.count())))
  const dice = next()
  const key = storm.keys[Math.floor(next() * storm.keys.length)] ?? 'Escape'
  const tried = async (): Promise<void> => {
    if (dice < 0.45) return storm.add(page, `${name} ${count}`, quick)
    if (dice < 0.6) return page.keyboard.press(dice < 0.54 ? 'Control+z' : 'Control+y')
    await one.click(quick)
    if (dice < 0.85) return page.keyboard.press(key)
    if (dice < 0.93) return drag(page, one, storm.things(page).filter({ hasText: name }).first(), { x: 40, y: 20 })
    await one.dblclick(quick)
    await page.keyboard.press('End')
    await write(page, ` ${name.toLowerCase()}${count}`, quick)
  }
  await tried().catch(() => undefined)
  // Nothing stays open that would swallow the keys of the next act.
  await page.keyboard.press('Escape')
}

const texts = (storm: Storm, page: Page) =>
  storm.things(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? '').sort())

for (const storm of storms)
  test(`${storm.canvas}: two people, ${acts} acts each, seed ${seed}`, async ({ app, browser, fresh }) => {
    test.setTimeout(240_000)
    const [sari, budi] = [
      await person(browser, app, pages.canvas(fresh, storm.canvas)),
      await person(browser, app, pages.canvas(fresh, storm.canvas)),
    ] as const
    await expect(sari.page.getByRole('heading', { level: 1 })).toBeVisible()
    await storm.lay(sari.page)
    const play = async (who: Person, name: string, by: number) => {
      const next = seeded(seed + by)
      for (let count = 1; count <= acts; count += 1) {
        await act(who, name, storm, next, count)
        if (count % 8 === 3) await who.cut()
        if (count % 8 === 6) await who.mend()
      }
      await who.mend()
    }
    await Promise.all([play(sari, 'Sari', 1), play(budi, 'Budi', 2)])
    for (const name of ['Sari', 'Budi'] as const) await storm.add((name === 'Sari' ? sari : budi).page, `${name} terakhir`)
    for (const { page } of [sari, budi]) {
      await expect(storm.things(page).filter({ hasText: 'Sari terakhir' })).toHaveCount(1)
      await expect(storm.things(page).filter({ hasText: 'Budi terakhir' })).toHaveCount(1)
    }
    const equal = () =>
      expect(async () => expect(await texts(storm, sari.page)).toEqual(await texts(storm, budi.page))).toPass({ timeout: 20_000 })
    await equal()
    const ofSari = (await texts(storm, sari.page)).filter((text) => text.includes('Sari'))
    expect(ofSari.length).toBeGreaterThan(1)
    const before = await storm.things(budi.page).filter({ hasText: 'Budi' }).count()

    // Budi takes back all he can; everything of Sari stands, on both screens.
    for (let k = 0; k < acts + 4; k += 1) await budi.page.keyboard.press('Control+z')
    await expect(storm.things(budi.page).filter({ hasText: 'Budi terakhir' })).toHaveCount(0)
    await equal()
    for (const { page } of [sari, budi]) expect((await texts(storm, page)).filter((text) => text.includes('Sari'))).toEqual(ofSari)
    const left = await storm.things(budi.page).filter({ hasText: 'Budi' }).count()
    expect(left).toBeLessThan(before)
    for (const { page } of [sari, budi]) await saved(page)
    const stored = (await onDisk(app.folder, fresh)).canvases[storm.canvas]?.items.map((item) => item.text) ?? []
    expect(stored.filter((text) => text.includes('Sari'))).toHaveLength(ofSari.length)
    console.log(
      `${storm.canvas}, seed ${seed}: ${stored.length} things left, ${ofSari.length} of Sari, ${before - left} of Budi taken back`,
    )
    await sari.context.close()
    await budi.context.close()
  })

test('letters typed into a cell stay in their row while somebody else deletes the row above it', async ({ app, browser, fresh }) => {
  const rows = ['satu', 'dua', 'tiga']
  await fill(app.url(), fresh, 'usg', rows.length, (at) => ({ text: rows[at] ?? '' }))
  const [sari, budi] = [
    await person(browser, app, pages.canvas(fresh, 'usg')),
    await person(browser, app, pages.canvas(fresh, 'usg')),
  ] as const
  const cell = (page: Page, text: string) => page.locator('td[data-main]').filter({ hasText: text })
  await cell(sari.page, 'dua').dblclick()
  await expect(sari.page.locator('textarea:focus, input:focus')).toHaveValue('dua')
  await sari.page.keyboard.press('End')
  await sari.page.keyboard.type(' sa')
  await cell(budi.page, 'satu').click()
  await budi.page.keyboard.press('Control+Delete')
  await expect(cell(sari.page, 'satu')).toHaveCount(0)
  await sari.page.keyboard.type('ri')
  await sari.page.keyboard.press('Enter')
  await expect(cell(budi.page, 'dua sari')).toBeVisible()
  await expect
    .poll(async () => (await onDisk(app.folder, fresh)).canvases.usg?.items.map((item) => item.text))
    .toEqual(['dua sari', 'tiga'])
  await sari.context.close()
  await budi.context.close()
})

test('letters typed before the new row has arrived go into the new row, and Escape gives it up', async ({ app, browser, fresh }) => {
  await fill(app.url(), fresh, 'usg', 1, () => ({ text: 'satu' }))
  const sari = await person(browser, app, pages.canvas(fresh, 'usg'))
  const { page } = sari
  const cell = page.locator('td[data-main]')
  await cell.dblclick()
  /** Keys in one breath: what the page does at once it does between them, what waits for a turn comes after all of them. */
  const atOnce = (...keys: readonly string[]) =>
    page.evaluate(async (all) => {
      for (const key of all) {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        await Promise.resolve().then(() => undefined)
      }
    }, keys)
  await page.locator('textarea:focus').waitFor()
  await atOnce('Enter', 'd', 'u')
  await page.locator('textarea:focus, input:focus').waitFor()
  await page.keyboard.type('a')
  await page.keyboard.press('Enter')
  await expect(cell.filter({ hasText: 'dua' })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await cell.last().dblclick()
  await page.locator('textarea:focus').waitFor()
  await atOnce('Enter', 'Escape')
  await expect(page.locator('td textarea')).toHaveCount(0)
  await expect.poll(async () => (await onDisk(app.folder, fresh)).canvases.usg?.items.map((item) => item.text)).toContain('dua')
  await sari.context.close()
})
