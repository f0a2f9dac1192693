/** Files on their way into a lab, with real files in a temp folder. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouterClient, ORPCError } from '@orpc/server'
import { expect, it } from 'vitest'
import { pdfPages } from '#core/lab/pdf-pages.ts'
import type { Evidence } from '#shared/model/evidence.ts'
import type { EvidenceId, LabId } from '#shared/model/ids.ts'
import { mostFileBytes } from '#shared/rules/evidence-files.ts'
import { notedPng, phoneJpeg, smallPdf } from '#test/makers/files.ts'
import { makeLab, newLab } from '#test/makers/open-lab.ts'

async function open() {
  const lab = await makeLab()
  const client = createRouterClient(lab.router, { context: { reach: 'host', door: 'window' } })
  const { id } = await client.lab.create(newLab)
  const put = (bytes: Uint8Array, name: string, type = '') =>
    client.attachment.put({ lab: id, title: name, file: new File([new Uint8Array(bytes)], name, { type }) })
  const stored = async (name: string) => Buffer.from(await (await client.attachment.get({ lab: id, name })).arrayBuffer())
  const kept = () => readdir(join(lab.workspace.folder, 'labs', id, 'attachments'))
  return { lab, client, id: id as LabId, put, stored, kept }
}

const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (why: unknown) => (why instanceof ORPCError ? (why.data as { reason: string }).reason : String(why)),
  )

it('a photo from a phone comes out without its place, device, keywords and what hangs behind it, and keeps its colours', async () => {
  const { put, stored } = await open()
  const photo = phoneJpeg()
  expect(photo.includes('GPSLatitude')).toBe(true)
  const { name, bytes, width, height, type } = await put(photo, 'IMG_1.JPG', 'image/jpeg')
  const got = await stored(name)
  expect({ bytes, width, height, type }).toEqual({ bytes: got.length, width: 1, height: 1, type: 'image/jpeg' })
  for (const note of ['GPS', 'Exif', 'xmpmeta', '8BIM', 'komentar', 'MotionPhoto']) expect(got.includes(note), note).toBe(false)
  expect(got.includes('ICC_PROFILE')).toBe(true)
  expect([...got.subarray(0, 2), ...got.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9])
})

it('a photo held sideways still says how it was held, and nothing else', async () => {
  const { put, stored } = await open()
  const got = await stored((await put(phoneJpeg(6), 'tegak.jpg')).name)
  expect(got.includes('GPS')).toBe(false)
  const at = got.indexOf('Exif')
  expect(at).toBeGreaterThan(0)
  // The one entry of the table: orientation, a short, one of them, 6.
  expect(got.subarray(at + 14, at + 26).toString('hex')).toBe('000101120003000000010006')
})

it('a PNG comes out without its notes, and one without notes byte for byte', async () => {
  const { put, stored } = await open()
  expect(await stored((await put(notedPng(), 'denah.png')).name)).toEqual(notedPng(false))
  expect(await stored((await put(notedPng(false), 'denah.png')).name)).toEqual(notedPng(false))
})

it('the same bytes twice are stored once, also when only the notes of the photo differ', async () => {
  const { put, kept } = await open()
  const names = await Promise.all([
    put(phoneJpeg(), 'a.jpg'),
    put(phoneJpeg(), 'b.jpg'),
    put(smallPdf(2), 'c.pdf'),
    put(smallPdf(2), 'd.pdf'),
  ])
  const after = await put(Buffer.concat([phoneJpeg(), Buffer.from('lain')]), 'e.jpg')
  expect(new Set([...names, after].map(({ name }) => name)).size).toBe(2)
  expect(await kept()).toHaveLength(2)
})

it('the pages of a PDF are counted, whether its objects lie open or packed, and 0 is said of what cannot be read', async () => {
  const { put } = await open()
  expect(await put(smallPdf(3), 'sk.pdf')).toMatchObject({ type: 'application/pdf', pages: 3 })
  expect(await put(smallPdf(12, { packed: true }), 'sk.pdf')).toMatchObject({ pages: 12 })
  expect(pdfPages(Buffer.from('%PDF-1.7\nterpotong'))).toBe(0)
  expect(pdfPages(Buffer.from(smallPdf(3).toString('latin1').replace('/Root 1', '/Encrypt 9 0 R /Root 1'), 'latin1'))).toBe(0)
})

it('of a PDF that was changed afterwards the newest page tree counts', () => {
  const grown = `${smallPdf(2).toString('latin1')}2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF`
  expect(pdfPages(Buffer.from(grown, 'latin1'))).toBe(1)
})

it('any file is taken; what a double click would run is kept as plain bytes under its own title', async () => {
  const { put, client, id } = await open()
  const text = Buffer.from('isi')
  const ending = async (file: string) => (await put(text, file)).name.split('.').at(-1)
  expect(await ending('video launching.MP4')).toBe('mp4')
  expect(await ending('anggaran.xlsx')).toBe('xlsx')
  for (const file of ['pasang.exe', 'halaman.html', 'gambar.svg', 'makro.xlsm', 'skrip.ps1', 'tanpa-akhiran', '.bashrc', 'a.js']) {
    expect(await ending(file), file).toBe('bin')
  }
  const { name, title, type } = await put(text, 'halaman.html', 'text/html')
  expect({ title, type }).toEqual({ title: 'halaman.html', type: 'application/octet-stream' })
  expect((await client.attachment.get({ lab: id, name })).type).toBe('application/octet-stream')
})

it('what calls itself a picture or a PDF and is none is refused, and so are nothing at all and too much', async () => {
  const { put, kept } = await open()
  expect(await reasonOf(put(Buffer.from('<svg>'), 'foto.jpg', 'image/jpeg'))).toBe('type')
  expect(await reasonOf(put(Buffer.from('<html>'), 'sk.pdf'))).toBe('type')
  expect(await reasonOf(put(Buffer.from('x'), 'apa saja', 'image/png'))).toBe('type')
  for (const name of ['foto.heic', 'foto.WEBP', 'pindai.tiff']) expect(await reasonOf(put(Buffer.from('x'), name)), name).toBe('type')
  expect(await reasonOf(put(Buffer.alloc(0), 'kosong.pdf'))).toBe('damaged')
  expect(await reasonOf(put(Buffer.alloc(mostFileBytes + 1), 'video.mp4'))).toBe('size')
  expect(await kept()).toEqual([])
})

it('a damaged photo is stored up to where it is whole, and no note of it comes along', async () => {
  const { put, stored } = await open()
  for (const cut of [30, 60]) {
    const photo = phoneJpeg()
    const broken = photo.subarray(0, photo.length - cut)
    const got = await stored((await put(broken, 'rusak.jpg')).name)
    expect(got.includes('GPS')).toBe(false)
  }
})

const evidence = (file: string): Evidence => ({
  id: 'b1' as EvidenceId /* test id */,
  order: 'a1',
  title: 'SK tim',
  file,
  link: '',
  date: '',
  note: '',
  targets: [],
  state: 'belum',
  by: '',
  at: '',
})

it('says which files of 200 innovations are gone, by their titles, and answers the next time without reading them again', async () => {
  const { lab, client, id, put, kept } = await open()
  const files = await Promise.all([1, 2, 3].map((pages) => put(smallPdf(pages), `${pages}.pdf`)))
  for (let n = 0; n < 200; n += 1) {
    await lab.library.addInnovation(id, { name: `INOVASI ${n}`, evidence: [evidence(files[n % 3]?.name ?? '')] })
  }
  expect(await client.attachment.missing({ lab: id })).toEqual([])
  const gone = files[1]?.name ?? ''
  await rm(join(lab.workspace.folder, 'labs', id, 'attachments', gone))
  expect(await kept()).toHaveLength(2)
  const began = performance.now()
  const missing = await client.attachment.missing({ lab: id })
  const took = performance.now() - began
  expect(missing).toHaveLength(67)
  expect(missing[0]).toMatchObject({ name: gone, title: 'SK tim' })
  expect(new Set(missing.map(({ innovation }) => innovation)).size).toBe(67)
  // Reading 200 innovations takes many times as long.
  expect(took).toBeLessThan(300)
})
