/** A judge's laptop: a package comes in by file, marks are given by keyboard, and the package goes back. */
import { join } from 'node:path'
import type { ConventionId, EntryId, JudgeId, PanelId } from '#shared/model/ids.ts'
import { newConvention, withEntriesOf } from '#shared/rules/jury-setup.ts'
import { findings } from './axe.ts'
import { expect, type LabClient, sampleLab, test } from './sample.ts'
import { noSidewaysScroll } from './typing.ts'

const judge = 'juri-satu' as JudgeId // matches idPattern
const panel = 'panel-satu' as PanelId // matches idPattern

/** A convention of the sample lab's innovations with one judge for all of them; the package is a file on the disk. */
async function packageFor(calls: LabClient): Promise<{ readonly file: string; readonly convention: string }> {
  const { packs } = await calls.packs.all()
  const pack = packs.find(({ head }) => head.id === 'rubrik-kota-metro')
  const rubric = pack?.rubrics[0]
  if (pack === undefined || rubric === undefined) throw new Error('the rubric of Kota Metro is not among the packs')
  const { innovations } = await calls.lab.overview({ lab: sampleLab })
  const empty = newConvention(rubric, pack.head, { name: 'Konvensi Uji', date: '2026-09-14', place: '' })
  let last = 0
  const unmade = { ...empty, id: 'konvensi' as ConventionId, createdAt: '' } // matches idPattern
  const {
    id: _id,
    createdAt: _createdAt,
    ...entered
  } = withEntriesOf(unmade, innovations, { units: [] }, () => {
    last += 1
    return `peserta-${last}` as EntryId // matches idPattern
  })
  const person = { id: judge, name: 'Juri Satu Rekaan', position: '', institution: '', unit: null, person: null }
  const convention = {
    ...entered,
    state: 'penilaian' as const,
    judges: [person],
    panels: [{ id: panel, name: 'Panel', judges: [judge], stages: [], entries: entered.entries.map(({ id }) => id) }],
  }
  const made = await calls.jury.create({ lab: sampleLab, convention })
  const sent = await calls.jury.send({ lab: sampleLab, convention: made.convention.id, judges: [judge] })
  return { file: sent.files[0]?.file ?? join('/', 'none'), convention: made.convention.id }
}

test('a judge scores by keyboard, opens a lock again with a reason, and gives the package back', async ({ app, calls, home: page }) => {
  const { file, convention } = await packageFor(calls)
  await page.goto(`${app.url()}#/penilaian`)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('heading', { level: 1, name: 'Konvensi Uji' })).toBeVisible()
  const form = page.getByRole('region', { name: 'Nilai' })
  await form.locator('[data-mark]').first().focus()
  for (const mark of ['3', '2', '3', '1', '2', '3']) {
    await page.keyboard.press(mark)
    await page.keyboard.press('ArrowDown')
  }
  // 5·3 + 5·2 + 4·3 + 3·1 + 2·2 + 2·3
  await expect(form.getByText('50 dari 63')).toBeVisible()
  await expect(form.getByText('Tersimpan')).toBeVisible()
  expect(await findings(page, 'judging')).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^1 dari \d+ selesai$/)).toBeVisible()
  await page.getByRole('button', { name: 'Peserta sebelumnya' }).click()
  await form.getByRole('button', { name: 'Buka kembali' }).click()
  await page.getByLabel('Alasan').fill('Salah membaca')
  await page.getByRole('button', { name: 'Buka kembali nilai' }).click()
  await expect(form.getByText('Alasan: Salah membaca')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Kembalikan paket' }).click()
  await page.getByRole('button', { name: 'Buat berkas' }).click()
  await expect(page.getByText(/Tersimpan di .*\.labinov-juri/)).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await noSidewaysScroll(page)
  expect((await calls.jury.read({ lab: sampleLab, convention })).sheets.flatMap(({ marks }) => marks)).toEqual([])
})
