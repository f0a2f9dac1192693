/** The canvas of the README: one file in a pack of the workspace's own, and it is there, in its stage, with all that a board can do. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleCanvas, ownPack } from '#test/docs/readme.ts'
import { openAnew } from './canvas-acts.ts'
import { callsTo, expect, onDisk, pages, test } from './sample.ts'

test('the canvas of the README opens in the app and is kept', async ({ app, page, fresh }) => {
  const { file, yaml } = await exampleCanvas()
  await app.stop()
  await mkdir(join(app.folder, 'packs/kanvas-kami/canvases'), { recursive: true })
  await writeFile(join(app.folder, 'packs/kanvas-kami/pack.yaml'), ownPack)
  await writeFile(join(app.folder, 'packs/kanvas-kami/canvases', file), yaml)
  await app.start()
  expect((await callsTo(app.url()).packs.all()).refused).toEqual([])
  const id = file.replace('.yaml', '')
  // As a team finds it: among the canvases of its stage.
  await page.goto(`${app.url()}${pages.innovation('langkok')}`)
  await page.getByRole('tab', { name: /Deliver/ }).click()
  await expect(page.getByRole('link', { name: /Mulai, Berhenti, Lanjutkan/ })).toBeVisible()
  await page.goto(`${app.url()}${pages.canvas(fresh, id)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mulai, Berhenti, Lanjutkan')
  await page.getByRole('listbox', { name: 'Mulai, Berhenti, Lanjutkan' }).focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Loket khusus ibu melahirkan')
  await page.keyboard.press('Enter')
  const note = page.getByRole('group', { name: 'Mulai', exact: true }).getByRole('option', { name: /Loket khusus/ })
  await expect(note).toBeVisible()
  await openAnew(page)
  await expect(note).toBeVisible()
  expect((await onDisk(app.folder, fresh)).canvases[id]?.items).toHaveLength(1)
})
