/** A judge scores and somebody searches the catalogue without a mouse; a window that only reads shows everything and offers no act. */
import type { Locator, Page } from '@playwright/test'
import { appOn } from './app.ts'
import { layJury, over } from './jury-stage.ts'
import { expect, pages, sampleLab, test } from './sample.ts'
import { tabTo } from './typing.ts'

/** Something on the page has the focus, and it is drawn. */
const focusHeld = (page: Page, after: string) =>
  expect
    .poll(
      () =>
        page.evaluate(() => {
          const now = document.activeElement
          return now === null || now === document.body
            ? 'lost'
            : now.matches(':focus-visible')
              ? 'seen'
              : `hidden on ${now.outerHTML.slice(0, 90)}`
        }),
      { message: `the focus after: ${after}` },
    )
    .toBe('seen')

/** Tabs to something and presses a key on it; the focus is somewhere afterwards. */
async function act(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  const what = String(wanted)
  await tabTo(page, wanted, 300)
  await page.keyboard.press(key)
  await focusHeld(page, what)
}

test('a judge scores, declares an interest and gives the package back by key', async ({ app, calls, home: page }) => {
  const { judging } = await layJury(calls)
  await page.goto(`${app.url()}#/penilaian/${judging}`)
  const form = page.getByRole('region', { name: 'Nilai' })
  const entry = page.getByRole('heading', { level: 2 }).first()
  await expect(form.locator('[data-criterion]').first()).toBeVisible()
  const before = await entry.innerText()
  // The first two criteria of the draft have a mark: Tab stops at the chosen one.
  await tabTo(page, form.locator('[data-mark]:checked').first())
  const many = await form.locator('[data-criterion]').count()
  for (let n = 0; n < many; n += 1) {
    await page.keyboard.press('4')
    await focusHeld(page, 'giving a mark')
    await page.keyboard.press('ArrowDown')
    await focusHeld(page, 'going to the next criterion')
  }
  await expect(form.locator('[data-mark]:checked')).toHaveCount(many)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Angkanya jelas')
  await page.keyboard.press('Escape')
  await focusHeld(page, 'leaving the comment')
  await page.keyboard.press('Control+Enter')
  const stages = form.getByRole('radiogroup', { name: 'Tahap penilaian' })
  await expect(stages.getByRole('radio').nth(1)).toBeChecked()
  await focusHeld(page, 'locking')
  await expect(entry).toHaveText(before)
  await act(page, page.getByRole('button', { name: 'Saya punya kepentingan di sini' }))
  await expect(page.getByLabel('Alasan')).toBeFocused()
  await page.keyboard.type('Membina tim ini sejak awal')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText(/Anda tidak menilai peserta ini/)).toBeVisible()
  await act(page, page.getByRole('button', { name: 'Kembalikan paket' }))
  await act(page, page.getByRole('button', { name: 'Buat berkas' }))
  await expect(page.getByText(/Tersimpan di .*\.labinov-juri/)).toBeVisible()
  const { sheet } = await calls.judging.read({ id: judging })
  expect(sheet.declared.map(({ reason }) => reason)).toEqual(['Membina tim ini sejak awal'])
  expect(sheet.marks.filter(({ comment }) => comment === 'Angkanya jelas')).toHaveLength(1)
})

test('the catalogue is searched, narrowed, compared and kept by key', async ({ app, calls, home: page }) => {
  await layJury(calls)
  await page.goto(`${app.url()}#/katalog`)
  const hits = page.getByRole('list', { name: 'Hasil pencarian' })
  await expect(hits.getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Cari inovasi' })).toBeFocused()
  // With an error of typing.
  await page.keyboard.type('antrena rumah')
  await expect(hits.getByRole('link').first()).toHaveText('ANTRE RUMAH')
  await page.keyboard.press('ArrowDown')
  await expect(hits.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await focusHeld(page, 'choosing two')
  await act(page, page.getByRole('button', { name: 'Bandingkan', exact: true }))
  await expect(page.getByRole('dialog', { name: 'Perbandingan inovasi' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await focusHeld(page, 'closing the comparison')
  await page.keyboard.press('/')
  const filters = page.getByRole('complementary', { name: 'Saringan' })
  const kept = filters.getByRole('checkbox', { name: /^Berjalan/ })
  await act(page, kept, 'Space')
  await expect(kept).toBeChecked()
  await act(page, page.getByRole('button', { name: 'Simpan pencarian' }))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Antrean yang berjalan')
  await page.keyboard.press('Enter')
  await focusHeld(page, 'keeping the search')
  await expect(page.getByRole('button', { name: /ersimpan \(2\)/ })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'ANTRE RUMAH' })).toBeVisible()
  await focusHeld(page, 'opening an entry')
  await act(page, page.getByRole('button', { name: 'Mulai replikasi' }))
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await act(page, dialog.getByRole('button', { name: 'Mulai', exact: true }))
  await expect(page).toHaveURL(/\/inovasi\//)
  const [made] = (await calls.lab.overview({ lab: sampleLab })).innovations.filter(({ catalogue }) => catalogue.replicates !== '')
  expect(made?.catalogue.replicates).toContain('ANTRE RUMAH')
})

/** What can be used on a page and is no way of looking at it, one line each. */
async function offered(page: Page, name: string): Promise<readonly string[]> {
  const controls = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'main :is(button, input, select, textarea, [contenteditable=true]), [role=dialog] :is(button, input, select, textarea)',
    )
    return [...all].flatMap((node) => {
      // Narrowing, putting in order and going elsewhere.
      if (node.closest('nav, aside, th, [aria-pressed], [role=radiogroup][aria-label="Tahap penilaian"]') !== null) return []
      if (!node.checkVisibility({ visibilityProperty: true }) || node.matches(':disabled, [readonly], [aria-readonly=true]')) return []
      const labels = node instanceof HTMLInputElement || node instanceof HTMLSelectElement ? [...(node.labels ?? [])] : []
      const said =
        node.getAttribute('aria-label') ??
        (labels.map((one) => one.innerText).join(' ') || node.innerText || node.getAttribute('placeholder'))
      return [`${node.tagName.toLowerCase()} ${said ?? ''}`.replaceAll(/\s+/g, ' ').trim()]
    })
  })
  return [...new Set(controls)].filter((one) => !looking.test(one)).map((one) => `${name}: ${one}`)
}
/** Ways of looking: finding, narrowing, opening, copying out, taking home as a file, asking "what if". */
const looking =
  /^(button|input|select|textarea) (Tutup$|Cari|Saring|Urutan|Bandingkan|Kosongkan$|Tampilkan|Semua|Belum selesai|Unduh|Lihat dan kelola|Tersimpan \(|Tabel|Grafik|Simpan grafik|Simpan peringkat|Perhitungan|Salin|Teks|Andaikan|Sertakan nilai draf|Kategori$|Kalender|Ekspor|Dihitung dari|Lab$|.* menilai .*: |\d|Hanya yang berbeda|Kemajuan|Juri$|Bobot|Rata|Nilai tengah|Tanpa ujung|Ganti|Ke lab|Buat daftar XLSX|Dari unit|Peserta (sebelumnya|berikutnya)|Mulai$|Jeda$|Ulang|Sembunyikan waktu|Lanjut ke|Waktu presentasi|Pencarian tersimpan|Perlu dibicarakan \(|Peserta$|Unit$)/

test('a window that only reads shows everything and offers no act', async ({ app, calls, page }) => {
  test.slow()
  const { running, judging, entry } = await layJury(calls)
  const reading = appOn(app.folder)
  await reading.start()
  try {
    const at = (convention: string, part: string): string => `${pages.lab}/konvensi/${convention}/${part}`
    const stops: readonly (readonly [hash: string, shown: string | RegExp])[] = [
      [`${pages.lab}/konvensi`, 'Konvensi berjalan'],
      [at(running.id, 'persiapan'), 'Kesiapan'],
      [at(running.id, 'peserta'), '6 peserta'],
      [at(running.id, 'juri'), 'Membina tim ini'],
      [at(running.id, 'jadwal'), /^\d+ presentasi$/],
      [at(running.id, 'paket'), 'Paket juri'],
      [at(running.id, 'penilaian'), 'Perlu dibicarakan'],
      [at(over, 'hasil'), 'Peringkat'],
      [at(running.id, 'hasil'), 'Nilai sama yang belum ditentukan'],
      [at(over, 'pengunjung'), 'Pilihan pengunjung'],
      ['#/penilaian', 'Konvensi berjalan'],
      [`#/penilaian/${judging}`, 'Ruang kerja ini hanya bisa dibaca.'],
      ['#/katalog/cari=antre', 'ANTRE RUMAH'],
      [`#/katalog/entri/${encodeURIComponent(entry)}`, 'Inovasi serupa'],
      ['#/katalog/angka', /^Berapa yang masih hidup/],
      ['#/katalog/suksesi', 'Pantauan suksesi'],
    ]
    const found: string[] = []
    for (const [hash, shown] of stops) {
      await page.goto('about:blank')
      await page.goto(reading.url() + hash)
      await expect(page.locator('main').getByText(shown).first(), hash).toBeVisible()
      found.push(...(await offered(page, hash)))
    }
    await page.goto(`${reading.url()}#/katalog`)
    for (const item of [/^Putaran status/, /^Daftar yang diambil/]) {
      await page.getByRole('button', { name: 'Lihat dan kelola' }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      found.push(...(await offered(page, String(item))))
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    expect(found.join('\n')).toBe('')
  } finally {
    await reading.kill()
  }
})
