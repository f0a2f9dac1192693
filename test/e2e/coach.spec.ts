/** The coach's desk: ten forms in a row without a mouse, what changed since the last look, taking back, and what the team sees. */
import type { Page } from '@playwright/test'
import type * as Y from 'yjs'
import { writeAnswer } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { addRound } from '#shared/doc/reviews.ts'
import { findings } from './axe.ts'
import { writeDoc } from './fill.ts'
import { expect, type LabClient, onDisk, pages, sampleLab, saved, test } from './sample.ts'
import { noSidewaysScroll, tabTo } from './typing.ts'

const form = 'form-ide'
const desk = `${pages.lab}/coach`
const reviewOf = (id: string) => `${desk}/${id}/${form}`
const hostile = `<img src=x onerror=alert(1)> *tebal* {{n}} $t(app.undo) \u202e ${'x'.repeat(200)}`

/** Changes an innovation as a team at its table does. */
const asTeam = (url: string, innovation: string, change: (doc: Y.Doc) => void): Promise<void> =>
  writeDoc(url, `innovation:${sampleLab}:${innovation}`, change)

const write = (doc: Y.Doc, field: string, text: string): void => writeAnswer(doc, form, field, text, byPerson)
const handIn = (doc: Y.Doc, at: string): void => addRound(doc, form, { kind: 'submitted', by: 'Tim Contoh', at, remark: '' }, byPerson)

async function team(calls: LabClient, url: string, name: string, at: string): Promise<string> {
  const { id } = await calls.innovation.create({ lab: sampleLab, name })
  await asTeam(url, id, (doc) => {
    write(doc, 'latar_belakang', `Warga menunggu tiga jam di loket ${name}.`)
    write(doc, 'ide_inovasi', 'Antrean lewat pesan singkat.')
    handIn(doc, at)
  })
  return id
}

const named = (calls: LabClient) => calls.app.changeSettings({ me: { name: 'Coach Contoh', position: '' } })
const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

test('ten teams in a row, by keyboard alone', async ({ app, calls, home: page }) => {
  test.slow()
  const names = Array.from({ length: 10 }, (_, at) => `TIM ${String(at + 1).padStart(2, '0')}`)
  const ids: string[] = []
  for (const [at, name] of names.entries())
    ids.push(await team(calls, app.url(), name, `2026-07-${String(at + 1).padStart(2, '0')}T02:00:00.000Z`))
  await page.goto(app.url() + desk)
  // The sample lab has one that waits already.
  await tabTo(page, page.getByRole('link', { name: 'Mulai meninjau (11)' }))
  await page.keyboard.press('Enter')
  await heading(page, 'TIM 01')
  await test.step('the name is asked for once, before the first act', async () => {
    await page.keyboard.press('o')
    await expect(page.getByRole('textbox', { name: 'Siapa yang meninjau?' })).toBeFocused()
    await page.keyboard.type('Coach Contoh')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Ditinjau sebagai Coach Contoh')).toBeVisible()
  })
  for (const [at, name] of names.entries()) {
    await heading(page, name)
    await expect(page.getByText(`${at + 1} dari 11`)).toBeVisible()
    if (at % 2 === 1) {
      await page.keyboard.press('a')
      continue
    }
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    await expect(page.getByRole('region', { name: 'Ide Inovasi Terpilih' })).toBeFocused()
    await page.keyboard.press('p')
    await page.keyboard.type('Berapa warga yang terbantu?')
    await page.keyboard.press('Enter')
    await page.keyboard.press('1')
    await expect(page.getByRole('textbox', { name: 'Yang perlu diperbaiki pada Tujuan Inovasi' })).toBeFocused()
    await page.keyboard.press('Control+Enter')
  }
  await heading(page, 'SIMESRA')
  await expect(page.getByText('11 dari 11')).toBeVisible()
  await saved(page)
  for (const [at, id] of ids.entries()) {
    const { rounds, reviews, looks, canvases } = await onDisk(app.folder, id)
    const returned = at % 2 === 0
    expect(rounds[form]?.map(({ kind, by }) => [kind, by])).toEqual([
      ['submitted', 'Tim Contoh'],
      [returned ? 'returned' : 'accepted', 'Coach Contoh'],
    ])
    expect(reviews[`${form}/ide_inovasi`]).toMatchObject(
      returned ? { state: 'perlu_perbaikan', remark: 'Berapa warga yang terbantu?', by: 'Coach Contoh' } : { state: 'ok', remark: '' },
    )
    expect(reviews[`${form}/latar_belakang`]?.state).toBe('ok')
    // The quick remark was not kept by Enter; going on keeps it.
    expect(reviews[`${form}/tujuan`]?.remark).toBe(returned ? 'Sertakan angka dan tahunnya.' : '')
    expect(looks[form]?.answers.ide_inovasi).toBe('Antrean lewat pesan singkat.')
    if (!returned) expect(canvases[form]?.state).toBe('selesai')
  }
  await page.goto(app.url() + desk)
  await expect(page.getByText('Menunggu saya 1')).toBeVisible()
})

test('a proposal is handed in, returned with a remark that the team sees beside its section, and nothing in the way for anyone', async ({
  app,
  calls,
  home: page,
}) => {
  await named(calls)
  const proposal = 'kipp-tujuh-bagian'
  const fastren = (await calls.lab.overview({ lab: sampleLab })).innovations.find(({ name }) => name === 'FASTREN')?.id ?? ''
  await page.goto(app.url() + pages.proposal(fastren))
  await page.getByRole('tab', { name: /^Coach/ }).click()
  await page.getByRole('button', { name: 'Kirim ke coach' }).click()
  await expect(page.getByText('Menunggu coach')).toBeVisible()
  await saved(page)
  await page.goto(app.url() + desk)
  await expect(page.getByText('Menunggu saya 2')).toBeVisible()
  expect(await findings(page, 'desk')).toEqual([])
  await page.getByRole('link', { name: 'Tinjau FASTREN, Proposal KIPP, tujuh bagian' }).click()
  await heading(page, 'FASTREN')
  await page.keyboard.press('p')
  await expect(page.getByRole('textbox', { name: 'Yang perlu diperbaiki pada Ringkasan' })).toBeFocused()
  await page.keyboard.type('Sebut hasilnya lebih dulu.')
  expect(await findings(page, 'review')).toEqual([])
  await page.keyboard.press('Control+Enter')
  await saved(page)
  const { rounds, looks } = await onDisk(app.folder, fastren)
  expect(rounds[proposal]?.map(({ kind }) => kind)).toEqual(['submitted', 'returned'])
  expect(Object.keys(looks[proposal]?.answers ?? {})).toHaveLength(7)
  await page.goto(app.url() + pages.proposal(fastren))
  await page.getByRole('tab', { name: 'Coach 1' }).click()
  await expect(page.getByText('Sebut hasilnya lebih dulu.')).toBeVisible()
})

test('what changed since the last look is marked, in words too, and the team sees the remarks in place', async ({
  app,
  calls,
  home: page,
}) => {
  await named(calls)
  const id = await team(calls, app.url(), 'TIM SATU', '2026-07-01T02:00:00.000Z')
  await page.goto(app.url() + reviewOf(id))
  await expect(page.getByText('Belum pernah dilihat coach.')).toBeVisible()
  await page.getByRole('button', { name: 'Perlu perbaikan pada Ide Inovasi Terpilih' }).click()
  await page.getByRole('textbox', { name: 'Yang perlu diperbaiki pada Ide Inovasi Terpilih' }).fill('Untuk siapa?')
  await page.getByRole('textbox', { name: 'Catatan untuk tim' }).fill('Sudah baik, tinggal satu hal.')
  await page.getByRole('button', { name: 'Kembalikan ke tim' }).click()
  await saved(page)
  await page.goto(`${app.url()}${pages.canvas(id, form)}`)
  await expect(page.getByRole('paragraph').filter({ hasText: 'Sudah baik, tinggal satu hal.' })).toBeVisible()
  await expect(page.getByText('Untuk siapa?')).toBeVisible()
  await page.getByRole('button', { name: '1 perlu perbaikan' }).click()
  await expect(page.getByRole('textbox', { name: /^Ide Inovasi Terpilih/ })).toBeFocused()
  await asTeam(app.url(), id, (doc) => {
    write(doc, 'ide_inovasi', 'Antrean lansia lewat pesan singkat.')
    handIn(doc, '2026-07-03T02:00:00.000Z')
  })
  await page.goto(app.url() + reviewOf(id))
  await expect(page.getByText('1 isian berubah sejak dilihat Coach Contoh')).toBeVisible()
  await expect(page.locator('ins')).toHaveText('ditambah: lansia')
  await expect(page.locator('del')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Ide Inovasi Terpilih' })).toContainText('berubah')
})

test('the last act is taken back by key, and the log only grows', async ({ app, calls, home: page }) => {
  await named(calls)
  const id = await team(calls, app.url(), 'TIM SATU', '2026-07-01T02:00:00.000Z')
  await page.goto(app.url() + desk)
  await page.getByRole('link', { name: 'Tinjau TIM SATU, Form Ide Inovasi' }).click()
  await heading(page, 'TIM SATU')
  await page.keyboard.press('a')
  await heading(page, 'SIMESRA')
  await page.keyboard.press('Control+z')
  await heading(page, 'TIM SATU')
  await expect(page.getByText('0 OK, 0 perlu perbaikan')).toBeVisible()
  await saved(page)
  const { rounds, reviews, canvases } = await onDisk(app.folder, id)
  expect(rounds[form]?.map(({ kind }) => kind)).toEqual(['submitted', 'accepted', 'submitted'])
  expect(reviews[`${form}/tujuan`]).toMatchObject({ state: 'belum', history: [{ state: 'ok' }] })
  expect(canvases[form]?.state).toBe('berjalan')
})

test('hostile names and remarks break nothing; a unit without an innovation gets one', async ({ app, calls, home: page }) => {
  await named(calls)
  const id = await team(calls, app.url(), hostile, '2026-07-01T02:00:00.000Z')
  await page.goto(app.url() + desk)
  await expect(page.getByRole('link', { name: `Tinjau ${hostile}, Form Ide Inovasi` })).toBeVisible()
  await noSidewaysScroll(page)
  await page.getByRole('button', { name: 'Tambah inovasi untuk Rumah Sakit Umum Daerah' }).click()
  await page.getByRole('textbox', { name: 'Nama inovasi dari Rumah Sakit Umum Daerah' }).fill('ANTAR OBAT')
  await page.keyboard.press('Enter')
  await expect(page.getByText('ANTAR OBAT ditambahkan untuk Rumah Sakit Umum Daerah.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tambah inovasi untuk Rumah Sakit Umum Daerah' })).toHaveCount(0)
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(app.url() + reviewOf(id))
    await page.getByRole('button', { name: 'Perlu perbaikan pada Latar Belakang' }).click()
    await page.getByRole('textbox', { name: 'Yang perlu diperbaiki pada Latar Belakang' }).fill(hostile)
    await page.getByRole('button', { name: 'Simpan tanggapan' }).click()
    const said = page.getByRole('region', { name: 'Latar Belakang' }).getByRole('paragraph').filter({ hasText: 'Coach Contoh' })
    await expect(said).toContainText(hostile.slice(0, 40))
    await noSidewaysScroll(page)
    await page.goto(app.url() + desk)
    await noSidewaysScroll(page)
  }
})
