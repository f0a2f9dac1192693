/** One innovation all the way: from an empty app to a proposal in Word and PDF, and through a power cut. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, saved, test } from './app.ts'
import { docxText, pdfText } from './read-documents.ts'

const run = promisify(execFile)

const typed = {
  ide: 'Bayi lahir, pulang bawa akta dan KK',
  inti: 'Banyak bayi pulang dari rumah sakit tanpa akta kelahiran',
  akibat: 'Orang tua bolak-balik ke kantor Dukcapil',
  penyebab: 'Rumah sakit dan Dukcapil tidak bertukar data',
  akar: 'Belum ada perjanjian kerja sama',
  isu: ['Akta lahir terlambat diurus', 'Antrean loket memanjang', 'Arsip tercecer'],
  latar: 'Setiap bulan 40 bayi lahir di RSUD, tetapi hanya 7 yang pulang membawa akta.',
  gagasan: 'Petugas Dukcapil menerima data kelahiran langsung dari ruang bersalin.',
  catatan: 'Sebutkan sumber angka 40 bayi.',
  ringkasan: 'LANGKOK menerbitkan akta kelahiran sebelum bayi pulang dari rumah sakit.',
} as const

test('from a new lab to a proposal that an office can hand in', async ({ app, home: page }, info) => {
  test.setTimeout(200_000)

  await test.step('a lab of two units', async () => {
    await page.getByRole('button', { name: 'Buat lab' }).first().click()
    await page.getByLabel('Nama daerah').fill('Contoh Jaya')
    for (const _ of [1, 2, 3, 4]) await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Dinas Kependudukan dan Pencatatan Sipil\nBappeda')
    await page.getByRole('dialog').getByRole('button', { name: 'Buat lab' }).click()
    await expect(page.getByRole('button', { name: /Contoh Jaya/ })).toBeVisible()
  })

  await test.step('one innovation', async () => {
    await page.getByRole('button', { name: 'Tambah inovasi', exact: true }).first().click()
    await page.getByLabel('Nama inovasi').fill('LANGKOK')
    await page.getByLabel('Kepanjangan').fill('Lahir Pulang OK')
    await page.getByRole('combobox', { name: 'Unit' }).click()
    await page.getByRole('option', { name: 'Dinas Kependudukan dan Pencatatan Sipil' }).click()
    await page.getByRole('button', { name: 'Simpan inovasi' }).click()
    await page
      .getByRole('link', { name: /LANGKOK/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('LANGKOK')
  })
  const innovation = page.url()
  const canvas = (id: string) => page.goto(`${innovation}/kanvas/${id}`)

  await test.step('past Drum Up with a written reason', async () => {
    await page.getByRole('button', { name: 'Lewati dengan alasan' }).click()
    await page.getByLabel('Alasan').fill('Unit ikut pembukaan bersama.')
    await page.getByRole('button', { name: 'Simpan alasan' }).click()
    await page.getByRole('button', { name: 'Lanjut ke Diagnose' }).click()
    await expect(page.getByRole('heading', { name: 'Pekerjaan tahap Diagnose' })).toBeVisible()
  })

  await test.step('cards on the board', async () => {
    await canvas('kartu-ide')
    const board = page.getByRole('listbox', { name: 'Kartu Ide' })
    await board.focus()
    await page.keyboard.press('n')
    await page.keyboard.type(typed.ide)
    await page.keyboard.press('Enter')
    await expect(board.getByRole('option', { name: new RegExp(typed.ide) })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a problem tree', async () => {
    await canvas('pohon-masalah')
    await page.getByText('Kerangka', { exact: true }).click()
    const write = async (name: RegExp, text: string) => {
      await page.getByRole('button', { name }).first().click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('treeitem').filter({ hasText: text }).first()).toBeVisible()
    }
    await write(/Tulis masalah inti/, typed.inti)
    await write(/Tambah akibat/, typed.akibat)
    await write(/Tambah penyebab langsung/, typed.penyebab)
    await page.getByRole('treeitem').filter({ hasText: typed.penyebab }).last().focus()
    await page.keyboard.press('n')
    await page.keyboard.type(typed.akar)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('treeitem').filter({ hasText: typed.akar }).last().focus()
    await page.keyboard.press('a')
    await page.getByText('Pohon', { exact: true }).click()
    await expect(page.getByText(typed.inti).first()).toBeVisible()
  })

  await test.step('USG ranking', async () => {
    await canvas('usg')
    for (const isu of typed.isu) {
      await page
        .getByRole('button', { name: /^Isu|Tambah Isu|Tambah isu/ })
        .first()
        .click()
      await page.keyboard.type(isu)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
    }
    const score = async (row: number, values: readonly number[]) => {
      const cells = page.getByRole('row').nth(row).getByRole('gridcell')
      for (const [at, value] of values.entries()) {
        await cells.nth(1 + at).click()
        await page.keyboard.press(String(value))
      }
    }
    await score(1, [5, 5, 4])
    await score(2, [4, 4, 4])
    await score(3, [3, 3, 3])
    await expect(page.getByRole('row').nth(1)).toContainText('14')
    await page.getByRole('button', { name: 'Tandai selesai' }).click()
  })

  await test.step('the idea form, sent back by the coach and mended', async () => {
    await canvas('form-ide')
    await page.getByLabel(/^Latar Belakang/i).fill(typed.latar)
    await page.getByLabel(/^Ide Inovasi/i).fill(typed.gagasan)
    await saved(page)
    await page.getByRole('button', { name: 'Kirim ke coach' }).click()
    await page.getByText('Tanggapi', { exact: true }).click()
    await page.getByLabel(/^Tanggapan untuk Latar Belakang/i).fill(typed.catatan)
    await page.getByRole('button', { name: 'Perlu perbaikan' }).first().click()
    await page.getByLabel('Catatan untuk tim').fill('Tambahkan sumber.')
    await page.getByRole('button', { name: 'Kembalikan ke tim' }).click()
    await page.getByText('Tulis', { exact: true }).click()
    await expect(page.getByText(typed.catatan)).toBeVisible()
    await saved(page)
  })

  await test.step('the leader approves, and the innovation moves on to Design', async () => {
    await page.goto(innovation)
    await expect(page.getByRole('button', { name: 'Lanjut ke Design' })).toBeDisabled()
    await page.getByRole('button', { name: 'Catat persetujuan' }).click()
    await page.getByLabel('Nama pemberi persetujuan').fill('Contoh Pimpinan')
    await page.getByLabel('Jabatan').first().fill('Wali Kota')
    await page.getByLabel('Tanggal').fill('2026-04-24')
    await page.getByRole('button', { name: 'Simpan persetujuan' }).click()
    await page.getByRole('button', { name: 'Lanjut ke Design' }).click()
    await expect(page.getByRole('heading', { name: 'Pekerjaan tahap Design' })).toBeVisible()
    await saved(page)
  })

  await test.step('the proposal, with text from the canvases', async () => {
    await page.goto(`${innovation}/proposal/kipp-tujuh-bagian`)
    await page.getByRole('textbox', { name: /Ringkasan/ }).click()
    await page.keyboard.type(`${typed.ringkasan} `)
    await page
      .getByRole('button', { name: /Sisipkan: / })
      .first()
      .click()
    await expect(page.getByRole('textbox', { name: /Ringkasan/ })).toContainText(typed.gagasan)
    await saved(page)
  })

  const exported = async (format: 'DOCX' | 'PDF') => {
    await page.getByRole('button', { name: `Simpan ${format}` }).click()
    const folder = join(app.folder, 'keluaran')
    await expect(async () => expect(readdirSync(folder).some((file) => file.endsWith(format.toLowerCase()))).toBe(true)).toPass()
    return join(folder, readdirSync(folder).find((file) => file.endsWith(format.toLowerCase())) ?? '')
  }

  const [docx, pdf] = await test.step('DOCX and PDF on disk', async () => {
    await page.goto(`${innovation}/dokumen`)
    await page
      .getByRole('button', { name: /Proposal KIPP/ })
      .first()
      .click()
    return [await exported('DOCX'), await exported('PDF')]
  })

  await test.step('both say what was typed, in order', async () => {
    const order = [typed.ringkasan, typed.gagasan, typed.latar, typed.ide, typed.inti, typed.isu[0]]
    for (const [name, text] of [
      ['docx', await docxText(docx)],
      ['pdf', await pdfText(pdf)],
    ] as const) {
      await info.attach(`${name}.txt`, { body: text })
      let from = 0
      for (const part of order) {
        const at = text.indexOf(part, from)
        expect(at, `${name} says "${part}" after position ${from}`).toBeGreaterThanOrEqual(0)
        from = part === typed.gagasan ? from : at
      }
    }
  })

  await test.step('LibreOffice opens the DOCX and pdftotext reads the PDF, where they are installed', async () => {
    for (const [tool, args] of [
      ['soffice', ['--headless', '--convert-to', 'pdf', '--outdir', info.outputDir, docx]],
      ['pdftotext', [pdf, '-']],
    ] as const) {
      const found = await run('which', [tool]).then(
        () => true,
        () => false,
      )
      if (!found) {
        console.log(`not checked with ${tool}: it is not installed`)
        continue
      }
      const { stdout } = await run(tool, [...args])
      if (tool === 'pdftotext') expect(stdout.replaceAll(/\s+/g, ' ')).toContain(typed.ringkasan)
      else expect(readdirSync(info.outputDir).some((file) => file.endsWith('.pdf'))).toBe(true)
    }
  })

  await test.step('a power cut in the middle of typing loses nothing that said Tersimpan', async () => {
    await page.goto(`${innovation}/kanvas/form-ide`)
    const tujuan = page.getByLabel(/^Tujuan/i)
    await tujuan.fill('Semua bayi pulang membawa akta')
    await saved(page)
    await tujuan.pressSequentially(' dan kartu keluarga', { delay: 15 })
    await app.kill()
    await app.start()
    await page.goto(`${app.url()}${new URL(`${innovation}/kanvas/form-ide`).hash}`)
    await expect(page.getByLabel(/^Tujuan/i)).toHaveValue(/^Semua bayi pulang membawa akta/)
    await expect(page.getByLabel(/^Latar Belakang/i)).toHaveValue(typed.latar)
    const check = await app.labinov('check', '--workspace', app.folder)
    expect(check.code).toBe(0)
  })

  expect(existsSync(docx)).toBe(true)
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
})
