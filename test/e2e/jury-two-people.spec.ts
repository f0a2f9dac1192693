/** Two windows of the secretariat at one convention: each changes it while the other does, nothing is lost, and each takes back its own. */
import type { Page } from '@playwright/test'
import type { Convention, Sheet } from '#shared/model/jury.ts'
import { type Running, runningConvention } from './jury-stage.ts'
import { type Person, person } from './people.ts'
import { expect, type LabClient, sampleLab, test } from './sample.ts'

let first: Person
let second: Person
let running: Running
test.slow()
test.use({ actionTimeout: 15_000 })
test.afterEach(async () => {
  await first.context.close()
  await second.context.close()
})
test.beforeEach(async ({ app, browser, calls }) => {
  running = await runningConvention(calls, (made) => ({ ...made, state: 'persiapan' }))
  first = await person(browser, app, at('persiapan'))
  second = await person(browser, app, at('persiapan'))
  for (const { page } of [first, second]) await expect(page.getByLabel('Nama konvensi')).toBeVisible()
})

const at = (part: string): string => `#/lab/${sampleLab}/konvensi/${running.id}/${part}`
const goTo = (page: Page, part: string) =>
  page.getByRole('navigation', { name: 'Bagian konvensi' }).getByRole('link', { name: part }).click()
const undo = (page: Page) => page.getByRole('button', { name: 'Urungkan' }).click()
const kept = (calls: LabClient) => calls.jury.read({ lab: sampleLab, convention: running.id })
/** What the core has, once it is as it should be. */
const expectKept = <T>(calls: LabClient, look: (convention: Convention, sheets: readonly Sheet[]) => T) =>
  expect.poll(async () => {
    const { convention, sheets } = await kept(calls)
    return look(convention, sheets)
  })

/** What this page sends next of the convention waits until `meanwhile` is done, so that it comes too late; counts what was refused for it. */
async function tooLate(page: Page, act: () => Promise<void>, meanwhile: () => Promise<void>): Promise<number> {
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: waits, resolve: waiting } = Promise.withResolvers<void>()
  let refused = 0
  await page.route('**/api/jury/put', async (route) => {
    waiting()
    await free
    const answer = await route.fetch()
    if (answer.status() === 409) refused += 1
    await route.fulfill({ response: answer })
  })
  await act()
  await waits
  await meanwhile()
  letGo()
  await expect.poll(() => refused).toBeGreaterThan(0)
  await page.unrouteAll({ behavior: 'wait' })
  return refused
}

test('changes made at once are all kept, and each window takes back its own alone', async ({ calls }) => {
  const [sari, budi] = [first.page, second.page]
  const write = async (page: Page, label: string, text: string) => {
    await page.getByLabel(label, { exact: true }).fill(text)
    await page.getByLabel(label, { exact: true }).press('Enter')
  }
  const addCriterion = (page: Page) => page.getByRole('button', { name: 'Tambah kriteria' }).first().click()
  const criteria = (convention: Convention) => convention.stages[0]?.criteria.map(({ key }) => key) ?? []
  const before = criteria(running.convention)

  await test.step('the event and the rubric', async () => {
    await tooLate(
      sari,
      () => write(sari, 'Nama konvensi', 'Konvensi Sari'),
      async () => {
        await write(budi, 'Tempat', 'Aula Budi')
        await expectKept(calls, ({ place }) => place).toBe('Aula Budi')
      },
    )
    for (const page of [sari, budi]) {
      await expect(page.getByLabel('Nama konvensi')).toHaveValue('Konvensi Sari')
      await expect(page.getByLabel('Tempat', { exact: true })).toHaveValue('Aula Budi')
    }
    await tooLate(
      budi,
      () => addCriterion(budi),
      async () => {
        await addCriterion(sari)
        await expectKept(calls, (convention) => criteria(convention).length).toBe(before.length + 1)
      },
    )
    await expectKept(calls, (convention) => criteria(convention).length).toBe(before.length + 2)
    const [ofSari] = criteria((await kept(calls)).convention).slice(before.length)
    await undo(budi)
    await expectKept(calls, criteria).toEqual([...before, ofSari])
    await undo(sari)
    await expectKept(calls, criteria).toEqual(before)
  })

  await test.step('entries', async () => {
    for (const page of [sari, budi]) await goTo(page, 'Peserta')
    const [one, two] = running.convention.entries
    if (one === undefined || two === undefined) throw new Error('the convention has entries')
    const withdraw = async (page: Page, name: string) => {
      await page.getByRole('button', { name: `Tindakan lain untuk ${name}` }).click()
      await page.getByRole('menuitem', { name: 'Nyatakan mundur' }).click()
      await page.getByLabel('Alasan').fill('Tim berhalangan')
      await page.getByRole('button', { name: 'Nyatakan mundur' }).click()
    }
    await tooLate(
      sari,
      () => withdraw(sari, one.name),
      async () => {
        await withdraw(budi, two.name)
        await expect(budi.getByText(`${two.name} dinyatakan mundur`).first()).toBeVisible()
        await write(budi, `Kode ${one.name}`, 'K-77')
        await expectKept(calls, ({ entries }) => entries[0]?.code).toBe('K-77')
      },
    )
    const state = ({ entries }: Convention) => entries.slice(0, 2).map(({ code, withdrawn }) => [code, withdrawn])
    await expectKept(calls, state).toEqual([
      ['K-77', 'Tim berhalangan'],
      [two.code, 'Tim berhalangan'],
    ])
    await undo(sari)
    await expectKept(calls, state).toEqual([
      ['K-77', ''],
      [two.code, 'Tim berhalangan'],
    ])
    for (const page of [sari, budi]) {
      await expect(page.getByText('1 mundur')).toBeVisible()
      await expect(page.getByLabel(`Kode ${one.name}`)).toHaveValue('K-77')
    }
    await undo(budi)
    await expectKept(calls, state).toEqual([
      ['K-77', ''],
      [two.code, ''],
    ])
  })

  await test.step('panels', async () => {
    for (const page of [sari, budi]) await goTo(page, 'Juri')
    const [, other] = running.convention.judges
    const sits = (page: Page) => page.getByRole('region', { name: 'Panel berjalan' }).getByRole('checkbox', { name: other?.name ?? '' })
    await tooLate(
      budi,
      () => sits(budi).uncheck(),
      async () => {
        await sari.getByRole('button', { name: 'Tambah panel' }).click()
        await expectKept(calls, ({ panels }) => panels.length).toBe(2)
      },
    )
    await expectKept(calls, ({ panels }) => panels[0]?.judges.length).toBe(1)
    await tooLate(
      budi,
      () => sits(budi).check(),
      async () => {
        await sits(sari).check()
        await expectKept(calls, ({ panels }) => panels[0]?.judges.length).toBe(2)
      },
    )
    for (const page of [sari, budi]) await expect(sits(page)).toBeChecked()
    await undo(sari)
    await expectKept(calls, ({ panels }) => panels.map(({ judges }) => judges.length)).toEqual([2])
  })
})

test('marks of two windows for one judge are all kept, a locked one says so, and a convention put aside is back for both', async ({
  calls,
}) => {
  const [sari, budi] = [first.page, second.page]
  const [judge] = running.convention.judges
  const five = running.convention.entries[4]
  const stage = running.convention.stages[0]
  if (judge === undefined || five === undefined || stage === undefined) throw new Error('the convention has judges, entries and a stage')
  const open = async (page: Page) => {
    await goTo(page, 'Penilaian')
    await page.getByRole('button', { name: new RegExp(`${judge.name} menilai ${five.name}`) }).click()
    await expect(page.locator('[data-scoring]')).toBeVisible()
  }
  for (const page of [sari, budi]) await open(page)
  const field = (page: Page, at: number) => page.locator('[data-scoring] [data-criterion]').nth(at)
  const give = async (page: Page, at: number) => {
    await field(page, at).locator('[data-mark]').first().focus()
    await page.keyboard.press(String(stage.criteria[at]?.max ?? 0))
  }
  const marks = (_: Convention, sheets: readonly Sheet[]) =>
    sheets
      .find((one) => one.judge === judge.id)
      ?.marks.filter(({ entry, value }) => entry === five.id && value !== null)
      .map(({ criterion }) => criterion)
      .sort()
  const wanted = (count: number) =>
    stage.criteria
      .slice(0, count)
      .map(({ key }) => key)
      .sort()

  await test.step('different criteria at once', async () => {
    await Promise.all([give(sari, 0), give(budi, 1)])
    await expectKept(calls, marks).toEqual(wanted(2))
    for (const page of [sari, budi])
      await expect(page.locator('[data-scoring] output + small')).toHaveText(`2 dari ${stage.criteria.length} kriteria dinilai`)
  })

  await test.step('one locks while the other still writes', async () => {
    for (let at = 2; at < stage.criteria.length; at += 1) await give(sari, at)
    await expectKept(calls, marks).toEqual(wanted(stage.criteria.length))
    const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
    await budi.route('**/api/jury/mark', async (route) => {
      await free
      await route.continue()
    })
    await field(budi, 0).locator('[data-mark]').first().focus()
    await budi.keyboard.press(String(stage.criteria[0]?.min ?? 0))
    await sari.locator('[data-scoring]').getByRole('button', { name: 'Kunci', exact: true }).click()
    await expectKept(calls, (_, sheets) => sheets.flatMap(({ acts }) => acts).filter(({ entry }) => entry === five.id).length).toBe(1)
    letGo()
    await expect(budi.getByText('Nilai ini sudah terkunci. Buka kembali dengan alasan.')).toBeVisible()
    const { sheets } = await kept(calls)
    const top = sheets
      .find((one) => one.judge === judge.id)
      ?.marks.find(({ entry, criterion }) => entry === five.id && criterion === stage.criteria[0]?.key)
    expect(top?.value).toBe(stage.criteria[0]?.max)
    await budi.unrouteAll({ behavior: 'wait' })
  })

  await test.step('put aside in one window and brought back', async () => {
    await sari.goto(`${sari.url().split('#')[0]}#/lab/${sampleLab}/konvensi`)
    await sari.getByRole('button', { name: 'Tindakan lain untuk Konvensi berjalan' }).click()
    await sari.getByRole('menuitem', { name: 'Singkirkan konvensi' }).click()
    await expect(budi.getByText('Konvensi ini tidak ada')).toBeVisible()
    await undo(sari)
    await expect(budi.getByText('Konvensi ini tidak ada')).toHaveCount(0)
    await expect(budi.getByRole('heading', { level: 1 })).toContainText('Konvensi berjalan')
    expect(marks((await kept(calls)).convention, (await kept(calls)).sheets)).toEqual(wanted(stage.criteria.length))
  })
})
