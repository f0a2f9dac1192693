/** What an office hands in: papers of a session, evidence and its points, a proposal without a gap, its own guide, and a batch cut off. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { writeFacts } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { phoneJpeg, smallPdf } from '#test/makers/files.ts'
import { writeDoc } from './fill.ts'
import { docxText, pdfText } from './read-documents.ts'
import { expect, labOnDisk, onDisk, pages, sampleLab, saved, test } from './sample.ts'

const room = `${pages.lab}/dokumen`
const output = (folder: string): string => join(folder, 'keluaran')
const list = (page: Page) => page.getByRole('region', { name: 'Daftar dokumen' })
const job = (page: Page, text: string) => page.getByRole('region', { name: 'Antrean' }).getByRole('listitem').filter({ hasText: text })
const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name })

const photo = { name: 'kegiatan.jpg', mimeType: 'image/jpeg', buffer: phoneJpeg() }
const heavyPdf = { name: 'laporan evaluasi.pdf', mimeType: 'application/pdf', buffer: smallPdf(3, { padding: 3_000_000 }) }
const decree = { name: 'surat pernyataan.pdf', mimeType: 'application/pdf', buffer: smallPdf(1) }

/** Opens a page anew, whatever stood there before. */
async function open(page: Page, url: string, hash: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(url + hash)
  await expect(page.getByText('Membuka…')).toHaveCount(0)
}

async function drawn(page: Page): Promise<void> {
  await expect(page.getByText('Menyusun pratinjau…')).toHaveCount(0, { timeout: 30_000 })
  await expect(button(page, 'Simpan PDF')).toBeEnabled({ timeout: 30_000 })
  await expect(page.getByRole('figure').first()).toBeVisible()
}

/** Chooses a document on the left. */
async function choose(page: Page, title: RegExp): Promise<void> {
  await list(page).getByRole('button', { name: title }).click()
  await drawn(page)
}

/** Saves what is shown and gives the new file in the output folder. */
async function keep(page: Page, folder: string, format: 'DOCX' | 'PDF' | 'XLSX'): Promise<string> {
  const before = new Set(await readdir(output(folder)).catch(() => []))
  await button(page, `Simpan ${format}`).click()
  const ending = `.${format.toLowerCase()}`
  const fresh = async () => (await readdir(output(folder)).catch(() => [])).filter((name) => !before.has(name) && name.endsWith(ending))
  await expect.poll(async () => (await fresh()).length, { timeout: 30_000 }).toBe(1)
  return join(output(folder), (await fresh())[0] ?? '')
}

test('the office says who signs and how it prints, and its papers of a session follow', async ({ app, home: page }) => {
  await open(page, app.url(), `${pages.lab}/setelan`)
  await test.step('who signs, on whose behalf, and how numbers look', async () => {
    await button(page, 'Tambah pejabat').click()
    const fields = page.locator('details[open]').last()
    await fields.getByLabel('Nama dan gelar').fill('Contoh Penanda Tangan, S.H.')
    await fields.getByLabel('Jabatan').fill('Sekretaris Daerah')
    await fields.getByLabel('Pangkat, golongan').fill('Pembina Utama Muda, IV/c')
    await page.getByLabel('Pola nomor').fill('{urut}/CONTOH/{tahun}')
    await page.getByLabel('Tembusan').fill('Kepala Bappeda\nInspektur Daerah')
    await saved(page)
    const { officials, naskah } = await labOnDisk(app.folder)
    expect(officials.at(-1)).toMatchObject({ name: 'Contoh Penanda Tangan, S.H.', position: 'Sekretaris Daerah' })
    expect(naskah.numberPattern).toBe('{urut}/CONTOH/{tahun}')
  })
  await open(page, app.url(), room)
  await drawn(page)
  await test.step('an invitation that he signs', async () => {
    await choose(page, /^Undangan/)
    await page.getByLabel('Pejabat', { exact: true }).selectOption({ label: 'Sekretaris Daerah, Contoh Penanda Tangan, S.H.' })
    await drawn(page)
    const file = await keep(page, app.folder, 'DOCX')
    const text = await docxText(file)
    for (const part of ['Contoh Penanda Tangan, S.H.', 'Pembina Utama Muda, IV/c', '/CONTOH/', 'Inspektur Daerah'])
      expect(text).toContain(part)
    const pdf = await pdfText(await keep(page, app.folder, 'PDF'))
    expect(pdf).toContain('Contoh Penanda Tangan, S.H.')
  })
  await test.step('the list to sign at the door, and who came', async () => {
    await choose(page, /^Daftar Hadir/)
    const forms = page.getByLabel('Bentuk')
    const kinds = await forms.locator('option').allTextContents()
    expect(kinds.length).toBeGreaterThan(1)
    for (const label of kinds) {
      await forms.selectOption({ label })
      await drawn(page)
      expect(await pdfText(await keep(page, app.folder, 'PDF')), label).toContain('DAFTAR HADIR')
    }
    expect((await readFile(await keep(page, app.folder, 'XLSX'))).subarray(0, 2).toString()).toBe('PK')
  })
  await test.step('the minutes', async () => {
    await choose(page, /^Notula/)
    const text = await pdfText(await keep(page, app.folder, 'PDF'))
    expect(text).toContain('NOTULA')
    // Phones are in no paper.
    for (const { phone } of (await labOnDisk(app.folder)).people) if (phone !== '') expect(text).not.toContain(phone)
  })
})

test('evidence is stored once, loses its place on the map, and wins points', async ({ app, home: page, fresh }) => {
  await open(page, app.url(), `${pages.innovation(fresh)}/indeks/iid-2026`)
  const points = page.getByText(/^[\d.,]+ dari [\d.,]+ poin$/).first()
  await expect(points).toHaveText(/^0 dari/)
  const tools = page.getByRole('region', { name: /Alat kerja/ })
  await test.step('a photo for the second level of an indicator', async () => {
    const chooser = page.waitForEvent('filechooser')
    await tools.getByRole('button', { name: 'Lampirkan bukti Alat kerja, level 2' }).click()
    await (await chooser).setFiles(photo)
    await expect(page.getByRole('status').filter({ hasText: '1 bukti dilampirkan ke Alat kerja, level 2' })).toBeVisible()
    await expect(tools.getByText('Terbukti')).toHaveCount(2)
    await expect(points).not.toHaveText(/^0 dari/)
    await saved(page)
  })
  const stored = join(app.folder, 'labs', sampleLab, 'attachments')
  await test.step('no place, no device in the file that is kept', async () => {
    const { evidence, maturity } = await onDisk(app.folder, fresh)
    expect(evidence).toHaveLength(1)
    expect(maturity['iid-2026']?.alat_kerja?.level).toBe(2)
    const kept = await readFile(join(stored, evidence[0]?.file ?? ''))
    for (const word of ['GPS', 'Exif', 'MotionPhoto']) expect(kept.includes(word), word).toBe(false)
  })
  await test.step('the same photo again is one file', async () => {
    const before = (await readdir(stored)).length
    await open(page, app.url(), `${pages.innovation(fresh)}/bukti`)
    await page.locator('input[type=file][multiple]').setInputFiles([photo, heavyPdf])
    await expect(page.getByText('2 bukti ditambah')).toBeVisible({ timeout: 20_000 })
    await saved(page)
    expect((await readdir(stored)).length - before).toBeLessThanOrEqual(2)
    expect(new Set((await onDisk(app.folder, fresh)).evidence.map(({ file }) => file)).size).toBe(2)
  })
  await test.step('the heavy PDF is warned of, and belongs to a section', async () => {
    await page
      .getByRole('list', { name: 'Daftar bukti' })
      .getByRole('button', { name: /laporan evaluasi/ })
      .click()
    await expect(page.getByText('PDF di atas 2 MB').first()).toBeVisible()
    await page.getByRole('radiogroup', { name: 'Jenis kaitan' }).getByText('Bagian', { exact: true }).click()
    await page.getByLabel('Formulir').selectOption({ label: 'Proposal KIPP, bagian terpisah' })
    await page.getByRole('combobox', { name: 'Bagian', exact: true }).selectOption({ label: 'Signifikansi' })
    await page.getByRole('button', { name: 'Kaitkan', exact: true }).click()
    await expect(page.getByRole('group', { name: 'Membuktikan' }).getByRole('listitem')).toContainText('Signifikansi')
    await saved(page)
    const heavy = (await onDisk(app.folder, fresh)).evidence.find(({ title }) => title.includes('laporan'))
    expect(heavy?.targets).toMatchObject([{ kind: 'section', of: 'kipp-2023-terpisah', key: 'signifikansi' }])
  })
})

const words = [
  'Warga kelurahan menerima akta sebelum pulang dari rumah sakit.',
  'Empat puluh bayi lahir setiap bulan, tujuh membawa pulang akta.',
  'Data kelahiran dikirim langsung dari ruang bersalin ke petugas.',
  'Uji coba Januari, perbaikan Maret, seluruh ruang bersalin Juni.',
  'Sebelum tujuh akta, sesudah tiga puluh delapan akta per bulan.',
  'Dua kabupaten tetangga menandatangani perjanjian tahun lalu.',
  'Rumah sakit lain memiliki masalah serupa dan perangkat cukup.',
  'Biayanya dua belas juta setahun, dikerjakan tiga orang pegawai.',
  'Peraturan wali kota menjamin anggaran, mutu, dan pelaksananya.',
  'Kader posyandu turut memeriksa setiap pekan bersama keluarga.',
] as const

test('a proposal is written until nothing is left on the list, kept, changed, compared and handed in on paper', async ({
  app,
  home: page,
  fresh,
}) => {
  test.slow()
  const form = 'kipp-2023-terpisah'
  const hash = `${pages.innovation(fresh)}/proposal/${form}`
  await open(page, app.url(), hash)
  await button(page, /^Periksa kesiapan/).click()
  const panel = page.getByRole('complementary', { name: 'Siap kirim' })
  const left = panel.locator('button[data-finding]')
  const begin = await left.count()
  expect(begin).toBeGreaterThan(12)
  const first = (kind: string) => panel.locator(`button[data-finding=${kind}]`).first()

  await test.step('the head of the form, each entry by its line', async () => {
    const entries: readonly (readonly [RegExp, string])[] = [
      [/^Judul inovasi/, 'Akta kelahiran selesai sebelum bayi pulang'],
      [/^Nama inovator/, 'Tim Contoh'],
      [/^Nomor telepon/, '0000'],
      [/^Pos-el/, 'tim@contoh.invalid'],
    ]
    await first('missing_header').click()
    for (const [label, text] of entries) await page.getByLabel(label).fill(text)
    await page.getByLabel(/^Tanggal mulai implementasi/).fill('2020-01-15')
    await page.getByLabel(/^Kategori/).selectOption({ label: 'Tata kelola pemerintahan' })
    await panel.getByLabel('Penutupan pendaftaran').fill('2099-10-30')
    await expect(first('missing_header')).toHaveCount(0)
    await expect(first('no_start_date')).toHaveCount(0)
  })
  await test.step('every section, each by its line', async () => {
    for (const text of words) {
      if ((await first('empty').count()) === 0) break
      const many = await panel.locator('button[data-finding=empty]').count()
      await first('empty').click()
      await expect(page.locator('[contenteditable=true]:focus')).toBeVisible()
      await page.keyboard.insertText(text)
      await expect(panel.locator('button[data-finding=empty]')).toHaveCount(many - 1)
    }
    await expect(first('empty')).toHaveCount(0)
  })
  await test.step('papers and evidence, each by its line', async () => {
    for (let n = 0; n < 12 && (await left.count()) > 0; n += 1) {
      const many = await left.count()
      const kind = await left.first().getAttribute('data-finding')
      const said = await left.first().innerText()
      await left.first().click()
      if (kind === 'statement_missing') {
        const place = page.locator('[data-statement]:focus')
        await expect(place, said).toBeVisible()
        await place.locator('input[type=file]').setInputFiles(decree)
      } else {
        expect(['no_evidence', 'attachment_missing'], said).toContain(kind)
        await page.getByRole('region', { name: 'Lampiran bagian ini' }).locator('input[type=file]').setInputFiles(photo)
        await expect(page.getByRole('region', { name: 'Lampiran bagian ini' }).getByRole('listitem')).toHaveCount(1)
      }
      await button(page, /^(Periksa kesiapan|Siap diajukan)/).click()
      await expect(left, said).toHaveCount(many - 1)
    }
    await expect(panel).toContainText('Siap diajukan: semua isian ada')
    await saved(page)
  })
  await test.step('a version, a change, and what differs', async () => {
    await button(page, 'Riwayat').click()
    await page.getByLabel('Nama versi').fill('sebelum dikirim')
    await button(page, 'Simpan versi sekarang').click()
    await expect(page.getByRole('region', { name: 'Riwayat' })).toContainText('Versi tersimpan.')
    await button(page, 'Kembali menulis').click()
    await page
      .getByRole('navigation', { name: 'Bagian proposal' })
      .getByRole('button', { name: /Ringkasan/ })
      .click()
    await page.getByRole('textbox', { name: /Ringkasan/ }).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(' Kalimat tambahan.')
    await button(page, 'Riwayat').click()
    await expect(page.getByText('2 kata ditambah, 0 dihapus')).toBeVisible()
    await button(page, 'Kembali menulis').click()
    await saved(page)
  })
  await test.step('in Word and as PDF, and “berubah” once more is written', async () => {
    await open(page, app.url(), pages.documents(fresh))
    await choose(page, /^Proposal KIPP.*terpisah/)
    for (const [format, read] of [
      ['DOCX', docxText],
      ['PDF', pdfText],
    ] as const) {
      const text = await read(await keep(page, app.folder, format))
      for (const part of ['Akta kelahiran selesai sebelum bayi pulang', ...words.slice(0, 8), 'Kalimat tambahan.'])
        expect(text.replaceAll('- ', '-'), `${format}: ${part}`).toContain(part)
    }
    await expect(list(page).getByRole('button', { name: /^Proposal KIPP.*terpisah.*Diekspor/ })).toBeVisible()
    await writeDoc(app.url(), `innovation:${sampleLab}:${fresh}`, (doc) => writeFacts(doc, { longName: 'Nama Panjang Baru' }, byPerson))
    await expect(list(page).getByRole('button', { name: /^Proposal KIPP.*terpisah.*berubah/ })).toBeVisible({ timeout: 20_000 })
  })
})

test('the guide is copied, a limit changed, and whoever writes with it sees the limit', async ({ app, home: page, fresh }) => {
  await open(page, app.url(), '#/pedoman/kipp-2023')
  await button(page, 'Salin dan ubah').click()
  await page.getByLabel('Nama salinan').fill('Lomba Contoh 2027')
  await button(page, 'Buat salinan').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lomba Contoh 2027' })).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Isi paket' })
    .getByRole('button', { name: /^Proposal KIPP/ })
    .first()
    .click()
  await button(page, /^Bagian 1: Ringkasan/).click()
  const most = page.getByLabel('Kata paling banyak').first()
  await expect(most).toHaveValue('200')
  await most.fill('123')
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByText(/disimpan, paket menjadi versi 2/)).toBeVisible()
  await open(page, app.url(), pages.innovation(fresh))
  const { forms } = await test.step('the form of the copy has an address of its own', async () => {
    const own = (await readdir(join(app.folder, 'packs', 'lomba-contoh-2027', 'forms'))).map((name) => name.replace(/\.yaml$/, ''))
    return { forms: own }
  })
  await open(page, app.url(), `${pages.innovation(fresh)}/proposal/${forms[0]}`)
  await page.getByRole('textbox', { name: /Ringkasan/ }).focus()
  await page.keyboard.insertText('Satu dua tiga.')
  await expect(page.getByText('3 dari 123 kata, sisa 120')).toBeVisible()
})

test('one book of all, the directory, and a batch that is cut off by a power cut', async ({ app, calls, home: page }) => {
  test.slow()
  const { innovations } = await calls.lab.overview({ lab: sampleLab })
  for (let n = innovations.length; n < 24; n += 1) await calls.innovation.create({ lab: sampleLab, name: `CONTOH ${n}` })
  await open(page, app.url(), room)
  await drawn(page)
  await choose(page, /^Direktori/)
  expect(await pdfText(await keep(page, app.folder, 'PDF'))).toContain('LANGKOK')
  const many = async () => {
    await button(page, 'Cetak banyak').click()
    await page.getByRole('dialog').getByLabel('Dokumen', { exact: true }).selectOption({ label: 'Proposal KIPP' })
  }
  await many()
  await page.getByText('Satu buku').click()
  await button(page, 'Cetak 24').click()
  await expect(job(page, 'Buku Proposal KIPP').getByText('Tersimpan, 24 dokumen')).toBeVisible({ timeout: 90_000 })
  await many()
  await button(page, 'Cetak 24').click()
  await expect(job(page, 'Proposal KIPP, 24 berkas').getByText(/^[3-9] dari 24/)).toBeVisible({ timeout: 60_000 })
  await app.kill()
  const folder = join(output(app.folder), 'Proposal KIPP - Kota Solok 2026 jilid 2')
  const whole = async () => {
    const names = await readdir(folder)
    const pdfs = names.filter((name) => name.endsWith('.pdf'))
    for (const name of pdfs) {
      const bytes = await readFile(join(folder, name))
      expect([bytes.subarray(0, 5).toString(), bytes.subarray(-6).toString('latin1').trim()], name).toEqual(['%PDF-', '%%EOF'])
    }
    return pdfs.length
  }
  const before = await whole()
  expect(before).toBeGreaterThanOrEqual(3)
  expect(before).toBeLessThan(24)
  await app.start()
  await open(page, app.url(), room)
  await drawn(page)
  expect((await onDisk(app.folder, 'langkok')).name).toBe('LANGKOK')
  await many()
  await page.getByText('Yang berubah sejak diekspor').click()
  await expect(button(page, /^Cetak \d/)).toBeVisible()
  await page.getByRole('radio', { name: 'Semua', exact: true }).check()
  await button(page, 'Cetak 24').click()
  await expect(job(page, 'Proposal KIPP, 24 berkas').getByText('24 berkas tersimpan')).toBeVisible({ timeout: 90_000 })
  expect(await whole()).toBe(before)
  // Nothing half written is left beside them.
  const all = (await readdir(output(app.folder), { recursive: true })).filter((name) => /\.(tmp|part)|~$/.test(name))
  expect(all).toEqual([])
  expect(await app.labinov('check', '--workspace', app.folder)).toMatchObject({ code: 0 })
})
