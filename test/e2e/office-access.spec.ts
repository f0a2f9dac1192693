/** The pages of an office pass axe (WCAG 2.2 AA) in light and dark, and on a phone; and everything on them can be done by key. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { putEvidence } from '#shared/doc/evidence.ts'
import { bySystem } from '#shared/doc/origins.ts'
import type { EvidenceId } from '#shared/model/ids.ts'
import type { Settings } from '#shared/model/settings.ts'
import { phoneJpeg } from '#test/makers/files.ts'
import { type Stop, surveyed } from './axe.ts'
import { writeDoc } from './fill.ts'
import { expect, onDisk, pages, sampleLab, saved, test } from './sample.ts'
import { tabTo } from './typing.ts'

const langkok = pages.innovation('langkok')
const room = `${pages.lab}/dokumen`
const heading = async (page: Page) => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name })
const stop = (name: string, hash: string, ready: Stop['ready'] = heading): Stop => ({ name, hash, ready })

async function drawn(page: Page): Promise<void> {
  await expect(page.getByText('Menyusun pratinjau…')).toHaveCount(0, { timeout: 30_000 })
  await expect(button(page, 'Simpan PDF')).toBeEnabled({ timeout: 30_000 })
}

/** Opens a tab of the panel beside a proposal; on a phone the panel is folded at first. */
const tab = (name: string | RegExp) => async (page: Page) => {
  const panel = button(page, 'Buka panel')
  const one = page.getByRole('tab', { name })
  await expect(panel.or(one).first()).toBeVisible()
  if (await panel.isVisible()) await panel.click()
  await one.click()
  await expect(one).toHaveAttribute('aria-selected', 'true')
}

const papers: readonly Stop[] = [
  stop('dokumen lab', room, drawn),
  stop('cetak banyak', room, async (page) => {
    await drawn(page)
    await button(page, 'Cetak banyak').click()
    await expect(page.getByRole('dialog').getByText(/dari \d+ dipilih/)).toBeVisible()
  }),
  stop('dokumen inovasi', pages.documents('langkok'), drawn),
  stop('setelan lab', `${pages.lab}/setelan`),
]
const proofs: readonly Stop[] = [
  stop('bukti', `${langkok}/bukti`, async (page) => expect(page.getByRole('group', { name: 'Membuktikan' })).toBeVisible()),
  stop('bukti, kaitkan lagi', `${langkok}/bukti`, async (page) => {
    await button(page, 'Kaitkan lagi').click()
    await expect(page.getByRole('radiogroup', { name: 'Jenis kaitan' })).toBeVisible()
  }),
  stop('tanpa bukti', `${pages.innovation('fastren')}/bukti`),
  stop('kematangan', `${langkok}/indeks/iid-2026`),
  stop('indeks lab', `${pages.lab}/indeks`),
]
const desk = pages.proposal('langkok')
const proposals: readonly Stop[] = [
  ...['Sumber', 'Bukti', 'Petunjuk', /^Coach/].map((name) => stop(`proposal, ${String(name)}`, desk, tab(name))),
  stop('proposal, siap kirim', desk, async (page) => {
    await button(page, /^Periksa kesiapan/).click()
    await expect(page.getByRole('complementary', { name: 'Siap kirim' })).toBeVisible()
  }),
  stop('proposal, riwayat', desk, async (page) => {
    await button(page, 'Riwayat').click()
    await expect(page.getByRole('region', { name: 'Riwayat' })).toBeVisible()
  }),
]
const guides: readonly Stop[] = [
  stop('pedoman', '#/pedoman'),
  stop('satu pedoman', '#/pedoman/kipp-2023'),
  stop('salin pedoman', '#/pedoman/kipp-2023', async (page) => {
    await button(page, 'Salin dan ubah').click()
    await expect(page.getByLabel('Nama salinan')).toBeVisible()
  }),
  stop('indikator', '#/pedoman/iid-2026', async (page) => {
    // On a phone the parts are one field.
    const field = page.getByRole('combobox', { name: 'Isi paket' })
    const line = page.getByRole('navigation', { name: 'Isi paket' }).getByRole('button', { name: /20 indikator/ })
    await expect(field.or(line).filter({ visible: true })).toHaveCount(1)
    if (await line.isVisible()) await line.click()
    else await field.selectOption({ index: (await field.locator('option').count()) - 1 })
    await heading(page)
  }),
]

const sizes = { lebar: { width: 1366, height: 768 }, ponsel: { width: 390, height: 844 } } as const

test.describe('axe', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  for (const [group, stops] of Object.entries({ papers, proofs, proposals, guides })) {
    for (const [size, theme] of [
      ['lebar', 'light'],
      ['lebar', 'dark'],
      ['ponsel', 'light'],
    ] as const) {
      const phone = size === 'ponsel'
      test(`nothing serious: ${group}, ${size}, ${theme}${phone ? ', and nothing scrolls sideways' : ''}`, async ({ app, calls, page }) => {
        test.setTimeout(150_000)
        await calls.app.changeSettings({ theme } satisfies Partial<Settings>)
        await page.setViewportSize(sizes[size])
        await page.goto(app.url())
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
        expect((await surveyed(page, stops, { sideways: phone })).join('\n')).toBe('')
      })
    }
  }
})

/** Tabs to something and presses a key on it. */
async function act(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted, 400)
  await page.keyboard.press(key)
}

test('a document is printed by key, and so are many', async ({ app, home: page }) => {
  test.slow()
  const queue = page.getByRole('region', { name: 'Antrean' })
  await page.goto(app.url() + room)
  await drawn(page)
  await act(page, page.getByRole('region', { name: 'Daftar dokumen' }).getByRole('button', { name: /^Notula/ }))
  await drawn(page)
  await act(page, button(page, 'Simpan PDF'))
  await expect(queue.getByText(/^Tersimpan/).first()).toBeVisible({ timeout: 30_000 })
  expect((await readdir(join(app.folder, 'keluaran'))).filter((name) => /^Notula.*\.pdf$/.test(name))).toHaveLength(1)
  await page.locator('body').press('Home')
  await act(page, button(page, 'Cetak banyak'))
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Dokumen', { exact: true }).selectOption({ label: 'Form Ide Inovasi' })
  await act(page, dialog.getByRole('checkbox').first(), 'Space')
  await expect(dialog.getByText('8 dari 9 dipilih')).toBeVisible()
  await act(page, button(dialog, 'Cetak 8'))
  await expect(dialog).toHaveCount(0)
  await expect(queue.getByText('8 berkas tersimpan')).toBeVisible({ timeout: 60_000 })
})

test('evidence is attached and a level claimed by key', async ({ app, home: page, fresh }) => {
  await writeDoc(app.url(), `innovation:${sampleLab}:${fresh}`, (doc) =>
    putEvidence(doc, 'b1' as EvidenceId /* test id */, { order: 'a1', title: 'SK tim', link: 'https://contoh.invalid/sk' }, bySystem),
  )
  await page.goto(`${app.url()}${pages.innovation(fresh)}/bukti`)
  await tabTo(page, page.getByRole('combobox', { name: 'Indikator', exact: true }), 300)
  // The first indicator of the first set; a list takes letters.
  await page.keyboard.press('ArrowDown')
  await act(page, page.getByRole('button', { name: 'Kaitkan', exact: true }))
  await expect(page.getByRole('group', { name: 'Membuktikan' }).getByRole('listitem')).toHaveCount(1)
  await saved(page)
  await page.goto(`${app.url()}${pages.innovation(fresh)}/indeks/iid-2026`)
  const tools = page.getByRole('region', { name: /Alat kerja/ })
  const levels = tools.getByRole('radio')
  // The chosen one of a group is where Tab stops; the arrow keys choose another.
  await tabTo(page, levels.last(), 400)
  await page.keyboard.press('ArrowUp')
  await expect(levels.nth(2)).toBeChecked()
  await expect(levels.nth(2)).toBeFocused()
  const chooser = page.waitForEvent('filechooser')
  await act(page, tools.getByRole('button', { name: 'Lampirkan bukti Alat kerja, level 3' }))
  await (await chooser).setFiles({ name: 'layar.jpg', mimeType: 'image/jpeg', buffer: phoneJpeg() })
  await expect(tools.getByText('Terbukti')).toHaveCount(3)
  await saved(page)
  const { evidence, maturity } = await onDisk(app.folder, fresh)
  expect(evidence.map(({ targets }) => targets.length)).toEqual([1, 1])
  expect(maturity['iid-2026']?.alat_kerja?.level).toBe(3)
})
