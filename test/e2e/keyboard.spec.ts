/** Everything on the five kinds of canvas without a mouse, in the picture and in the outline: add, write, move, delete, undo, redo. */
import type { Locator, Page } from '@playwright/test'
import { becomeByKeys, isDone, openAnew } from './canvas-acts.ts'
import { expect, onDisk, pages, test } from './sample.ts'
import { tabTo } from './typing.ts'

/** Types into the text that has just opened and ends it with Enter. */
async function write(page: Page, text: string): Promise<void> {
  await expect(page.locator('textarea:focus, input:focus')).toBeVisible()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Leaves a number of things as they are now, then takes the last act back, does it again and takes it back for good. */
async function undoRedoUndo(page: Page, things: Locator, done: number, undone: number): Promise<void> {
  await expect(things).toHaveCount(done)
  await page.keyboard.press('Control+z')
  await expect(things).toHaveCount(undone)
  await page.keyboard.press('Control+y')
  await expect(things).toHaveCount(done)
  await page.keyboard.press('Control+z')
  await expect(things).toHaveCount(undone)
}

/** The acts of one line of an outline, unfolded by key. */
async function act(page: Page, of: string, name: string): Promise<void> {
  const dots = page.getByRole('button', { name: `Tindakan untuk ${of}`, exact: true })
  await tabTo(page, dots)
  if ((await dots.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('Enter')
  await tabTo(page, page.locator('li, section').filter({ has: dots }).last().getByRole('button', { name, exact: true }))
  await page.keyboard.press('Enter')
}

/** From the picture to the outline, with the focus somewhere on the canvas. */
async function toOutline(page: Page): Promise<void> {
  await page.keyboard.press('Control+/')
  await expect(page.getByRole('radio', { name: 'Kerangka' })).toBeChecked()
}

/** Marks the canvas as done by key and opens it anew. */
async function finish(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'Tandai selesai' }), 400)
  await page.keyboard.press('Enter')
  await isDone(page)
  await openAnew(page)
  await isDone(page)
}

test('the board', async ({ app, home: page, fresh }) => {
  await page.goto(app.url() + pages.canvas(fresh, 'kartu-ide'))
  const notes = page.getByRole('option')
  await test.step('picture', async () => {
    await tabTo(page, page.getByRole('listbox', { name: 'Kartu Ide' }))
    for (const text of ['Satu', 'Dua']) {
      await page.keyboard.press('n')
      await write(page, text)
      await expect(page.getByRole('option', { name: text })).toHaveAttribute('aria-selected', 'true')
    }
    await expect(notes).toHaveCount(2)
    await page.keyboard.press('F2')
    await write(page, 'Dua diubah')
    await expect(page.getByRole('option', { name: 'Dua diubah' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Alt+ArrowRight')
    const second = page.getByRole('group', { name: 'Replikasi' }).getByRole('option', { name: 'Dua diubah' })
    await expect(second).toBeVisible()
    await undoRedoUndo(page, second, 1, 0)
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Delete')
    await undoRedoUndo(page, notes, 1, 2)
  })
  await test.step('outline', async () => {
    await toOutline(page)
    const lines = page.getByRole('button', { name: /^Tindakan untuk/ })
    await tabTo(page, page.getByRole('textbox', { name: 'Tambah kartu di Ide baru' }))
    await write(page, 'Tiga')
    await expect(lines).toHaveCount(3)
    await act(page, 'Tiga', 'Ubah')
    await write(page, 'Tiga diubah')
    await expect(page.getByRole('button', { name: 'Tindakan untuk Tiga diubah' })).toBeVisible()
    const order = page.getByRole('region', { name: 'Ide baru' }).getByRole('listitem')
    await act(page, 'Tiga diubah', 'Naik')
    await expect(order.first()).toContainText('Tiga diubah')
    await act(page, 'Tiga diubah', 'Hapus')
    await undoRedoUndo(page, lines, 2, 3)
    await expect(order.first()).toContainText('Tiga diubah')
    await act(page, 'Tiga diubah', 'Beri suara')
    await expect(order.first()).toContainText('1 suara')
  })
  await test.step('into another canvas, done, and all there when the page is opened anew', async () => {
    await act(page, 'Tiga diubah', 'Jadikan atau tautkan')
    await becomeByKeys(page, 'Form Ide Inovasi', 'Ide Inovasi Terpilih', true)
    await finish(page)
    await expect(page.getByRole('option', { name: /Tiga diubah.*1 suara/ })).toBeVisible()
    const { canvases } = await onDisk(app.folder, fresh)
    expect(canvases['form-ide']?.fields.ide_inovasi).toBe('Tiga diubah')
  })
})

test('the tree', async ({ app, home: page, fresh }) => {
  await page.goto(app.url() + pages.canvas(fresh, 'pohon-masalah'))
  const boxes = page.getByRole('treeitem')
  const texts = () => boxes.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.replace(/, Tanpa nama$/, '') ?? ''))
  /** The keys that follow are about the box that was just written. */
  const writeBox = async (text: string) => {
    await write(page, text)
    await expect(page.getByRole('treeitem', { name: new RegExp(text) })).toHaveAttribute('aria-selected', 'true')
  }
  await test.step('picture', async () => {
    await tabTo(page, page.getByRole('tree', { name: 'Pohon Masalah' }))
    await page.keyboard.press('Enter')
    await writeBox('Masalah inti kita')
    await page.keyboard.press('Tab')
    await writeBox('Sebab A')
    await page.keyboard.press('Enter')
    await writeBox('Sebab B')
    await page.keyboard.press('e')
    await writeBox('Akibat C')
    await expect(boxes).toHaveCount(4)
    await page.keyboard.press('F2')
    await writeBox('Akibat C diubah')
    await expect(page.getByRole('treeitem', { name: /Akibat C diubah/ })).toBeVisible()
    // Down from the effect to the core, to its first cause and to the second.
    for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('treeitem', { name: /Sebab B/ })).toHaveAttribute('aria-selected', 'true')
    const a = page.getByRole('treeitem', { name: /Sebab A/ })
    const b = page.getByRole('treeitem', { name: /Sebab B/ })
    const left = async (node: Locator) => (await node.boundingBox())?.x ?? 0
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(async () => expect(await left(b)).toBeLessThan(await left(a))).toPass()
    await page.keyboard.press('Control+z')
    await expect(async () => expect(await left(a)).toBeLessThan(await left(b))).toPass()
    await page.keyboard.press('a')
    await expect(b).toContainText('Akar')
    await page.keyboard.press('Delete')
    await undoRedoUndo(page, boxes, 3, 4)
  })
  await test.step('outline', async () => {
    await toOutline(page)
    await tabTo(page, page.locator('[role=treeitem][tabindex="0"]'))
    await page.keyboard.press('End')
    await expect(page.getByRole('treeitem', { name: /Sebab B/ })).toBeFocused()
    await page.keyboard.press('n')
    await writeBox('Di bawah B')
    await page.keyboard.press('Enter')
    await writeBox('Di samping')
    await expect(boxes).toHaveCount(6)
    await expect(page.getByRole('treeitem', { name: /Di samping/ })).toBeFocused()
    await page.keyboard.press('F2')
    await writeBox('Di samping diubah')
    const one = page.getByRole('treeitem', { name: /Di samping diubah/ })
    await expect(one).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(async () => expect((await texts()).at(-2)).toMatch(/Di samping diubah/)).toPass()
    await page.keyboard.press('Control+[')
    await expect(one).toHaveAttribute('aria-level', '2')
    await page.keyboard.press('Control+z')
    await expect(one).toHaveAttribute('aria-level', '3')
    await page.keyboard.press('Delete')
    await undoRedoUndo(page, boxes, 5, 6)
  })
  await test.step('into another canvas, done, and all there when the page is opened anew', async () => {
    await tabTo(page, page.locator('[role=treeitem][tabindex="0"]'))
    await page.keyboard.press('End')
    const last = page.getByRole('treeitem').last()
    await expect(last).toBeFocused()
    await page.keyboard.press('s')
    await expect(last).toContainText('1 suara')
    await becomeByKeys(page, 'USG')
    await finish(page)
    await expect(page.getByRole('treeitem', { name: /1 suara/ })).toHaveCount(1)
    const { canvases } = await onDisk(app.folder, fresh)
    expect(canvases.usg?.items.map((item) => item.text)).toEqual(
      canvases['pohon-masalah']?.items.filter((item) => item.votes > 0).map((item) => item.text),
    )
  })
})

test('the grid', async ({ app, home: page, fresh }) => {
  await page.goto(app.url() + pages.canvas(fresh, 'usg'))
  const rows = page.getByRole('grid').getByRole('row')
  const firstCell = (row: number) => rows.nth(row).getByRole('gridcell').first()
  await test.step('picture', async () => {
    await tabTo(page, page.getByRole('button', { name: /^Isu/ }))
    await page.keyboard.press('Enter')
    await write(page, 'Antrean panjang')
    // Enter on the last row begins the next one.
    await expect(rows.nth(2).getByRole('textbox')).toBeFocused()
    await write(page, 'Arsip tercecer')
    await expect(rows.nth(3).getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(rows).toHaveCount(4)
    await page.keyboard.press('Control+Delete')
    await expect(rows).toHaveCount(3)
    await tabTo(page, page.locator('[data-cell][tabindex="0"]'))
    await page.keyboard.press('Control+Home')
    await expect(firstCell(1)).toBeFocused()
    for (const [row, scores] of [
      ['a', '544'],
      ['b', '333'],
    ] as const) {
      for (const score of scores) {
        await page.keyboard.press('ArrowRight')
        await page.keyboard.press(score)
      }
      if (row === 'a') for (const key of ['Home', 'ArrowDown']) await page.keyboard.press(key)
    }
    await expect(rows.nth(1)).toContainText('13')
    await expect(rows.nth(2)).toContainText('9')
    await page.keyboard.press('Home')
    await page.keyboard.press('F2')
    await write(page, 'Arsip tercecer di loket')
    await page.keyboard.press('Escape')
    await expect(firstCell(2)).toContainText('Arsip tercecer di loket')
    while ((await rows.count()) > 3) {
      await page.keyboard.press('Control+Delete')
      await expect(rows).toHaveCount(3)
    }
    await tabTo(page, page.locator('[data-cell][tabindex="0"]'))
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Alt+ArrowDown')
    await expect(firstCell(2)).toContainText('Antrean panjang')
    await expect(firstCell(2)).toBeFocused()
    await page.keyboard.press('Control+Delete')
    await undoRedoUndo(page, rows, 2, 3)
  })
  await test.step('outline', async () => {
    await toOutline(page)
    const cards = page.getByRole('region', { name: /^Isu \d/ })
    await tabTo(page, page.getByRole('textbox', { name: 'Tambah Isu' }))
    await write(page, 'Biaya calo')
    await expect(cards).toHaveCount(3)
    const third = page.getByRole('region', { name: 'Isu 3: Biaya calo' })
    await tabTo(page, third.getByRole('textbox').first())
    await page.keyboard.press('End')
    await page.keyboard.type(' naik')
    // Enter starts a line here; leaving the field is what ends it.
    await page.keyboard.press('Tab')
    await expect(page.getByRole('region', { name: 'Isu 3: Biaya calo naik' })).toBeVisible()
    await act(page, 'Biaya calo naik', 'Naik')
    await expect(page.getByRole('region', { name: 'Isu 2: Biaya calo naik' })).toBeVisible()
    await act(page, 'Biaya calo naik', 'Hapus')
    await undoRedoUndo(page, cards, 2, 3)
  })
  await test.step('into another canvas, done, and all there when the page is opened anew', async () => {
    await act(page, 'Antrean panjang', 'Jadikan atau tautkan')
    await becomeByKeys(page, 'Pohon Masalah', 'Penyebab', true)
    await finish(page)
    await expect(rows.filter({ hasText: 'Biaya calo naik' })).toHaveCount(1)
    const { canvases } = await onDisk(app.folder, fresh)
    expect(canvases['pohon-masalah']?.items.map((item) => item.text)).toEqual(['Antrean panjang'])
  })
})

test('the map of two axes', async ({ app, home: page, fresh }) => {
  await page.goto(app.url() + pages.canvas(fresh, 'pengaruh-kepentingan'))
  const list = page.getByRole('region', { name: 'Daftar Pemangku kepentingan' }).getByRole('listitem')
  const rows = page.getByRole('table').getByRole('rowheader')
  const form = (name: string) => page.getByRole('region', { name: `Rincian ${name}`, exact: true })
  const point = (name: string) => page.getByRole('button', { name: new RegExp(`\\d\\. ${name}, `) })
  const add = page.getByRole('textbox', { name: 'Tambah pemangku kepentingan' })
  /** A digit on the buttons of an axis is the score. */
  const score = async (name: string, axis: RegExp, key: string) => {
    await tabTo(page, form(name).getByRole('group', { name: axis }).getByRole('button').first())
    await page.keyboard.press(key)
    await expect(form(name).getByRole('group', { name: axis }).getByRole('button', { pressed: true })).toHaveCount(1)
  }
  await test.step('picture', async () => {
    await tabTo(page, add)
    // The field stays, so that one can follow another.
    for (const [at, name] of ['Dinas', 'Warga'].entries()) {
      await write(page, name)
      await expect(list).toHaveCount(at + 1)
      await expect(add).toBeFocused()
    }
    await tabTo(page, list.getByRole('button', { name: 'Warga' }))
    await page.keyboard.press('Enter')
    await expect(form('Warga')).toBeVisible()
    for (const axis of [/^Kepentingan/, /^Pengaruh/]) await score('Warga', axis, '4')
    await expect(form('Warga')).toContainText('Promoters')
    await tabTo(page, point('Warga'))
    const before = (await point('Warga').getAttribute('aria-label')) ?? ''
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowDown')
    await expect(point('Warga')).not.toHaveAttribute('aria-label', before)
    await expect(point('Warga')).toBeFocused()
    for (const _ of [1, 2]) await page.keyboard.press('Control+z')
    await expect(point('Warga')).toHaveAttribute('aria-label', before)
    await page.keyboard.press('Delete')
    await undoRedoUndo(page, list, 1, 2)
    await expect(point('Warga')).toHaveCount(1)
  })
  await test.step('outline', async () => {
    await toOutline(page)
    await tabTo(page, add)
    await write(page, 'Bupati')
    await expect(rows).toHaveCount(3)
    await tabTo(page, rows.getByRole('button', { name: 'Bupati' }))
    await page.keyboard.press('Enter')
    await tabTo(page, form('Bupati').getByRole('textbox').first())
    await page.keyboard.press('End')
    await page.keyboard.type(' dan wakil')
    await page.keyboard.press('Tab')
    await expect(form('Bupati dan wakil')).toContainText('belum ditempatkan')
    for (const axis of [/^Kepentingan/, /^Pengaruh/]) await score('Bupati dan wakil', axis, '4')
    await expect(form('Bupati dan wakil')).toContainText('Promoters')
    await page.keyboard.press('Escape')
    await expect(rows.filter({ hasText: 'Bupati dan wakil' }).getByRole('button')).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(rows.first()).toHaveText('Bupati dan wakil')
    await page.keyboard.press('Delete')
    await undoRedoUndo(page, rows, 2, 3)
  })
  await test.step('into another canvas, done, and all there when the page is opened anew', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Warga', exact: true }).first())
    await page.keyboard.press('Enter')
    await becomeByKeys(page, 'Rencana Aksi Inovasi', 'Persiapan')
    await finish(page)
    await expect(point('Warga')).toHaveAttribute('aria-label', /Promoters/)
    const { canvases } = await onDisk(app.folder, fresh)
    expect(canvases['rencana-aksi']?.items.map((item) => item.text)).toEqual(['Warga'])
  })
})

test('the form', async ({ app, home: page, fresh }) => {
  await page.goto(app.url() + pages.canvas(fresh, 'form-ide'))
  const goal = page.getByLabel(/^Tujuan/i)
  await tabTo(page, goal)
  await page.keyboard.type('Semua bayi pulang membawa akta')
  await expect(goal).toHaveValue('Semua bayi pulang membawa akta')
  // What is typed without a pause is one step, so how many there are depends on the typist.
  const until = (key: string, value: string) =>
    expect(async () => {
      await page.keyboard.press(key)
      await expect(goal).toHaveValue(value, { timeout: 200 })
    }).toPass()
  await until('Control+z', '')
  await until('Control+y', 'Semua bayi pulang membawa akta')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(goal).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(goal).toHaveValue('Semua bayi pulang membawa akta')
  // A choice by arrow keys.
  const kinds = page.getByRole('radio', { name: /^(Ide baru|Replikasi|Pengembangan)/ })
  await tabTo(page, kinds.first())
  await page.keyboard.press('Space')
  await expect(kinds.nth(0)).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(kinds.nth(1)).toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(kinds.nth(0)).toBeChecked()
  await tabTo(page, goal)
  await becomeByKeys(page, 'Kartu Ide', 'Ide baru')
  await finish(page)
  await expect(goal).toHaveValue('Semua bayi pulang membawa akta')
  await expect(kinds.nth(0)).toBeChecked()
  const { canvases } = await onDisk(app.folder, fresh)
  expect(canvases['kartu-ide']?.items.map((item) => item.text)).toEqual(['Semua bayi pulang membawa akta'])
})

test('Ctrl+K opens an innovation, Alt+2 the second stage, F6 goes from region to region', async ({ app, home: page }) => {
  await page.goto(app.url() + pages.lab)
  await expect(page.getByRole('link', { name: /LANGKOK/ }).first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('langkok')
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('LANGKOK')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('LANGKOK')
  await page.keyboard.press('Alt+2')
  await expect(page).toHaveURL(/tahap\/diagnose$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Diagnose')
  const met: string[] = []
  for (const _ of [1, 2, 3]) {
    await page.keyboard.press('F6')
    met.push(await page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? 'nowhere'))
  }
  expect(met.sort()).toEqual(['page', 'panel', 'rail'])
})
