/** Outlines for the document writers: a bare one to add to, one that uses every block, and a whole book. */
import { crc32, deflateSync } from 'node:zlib'
import type { Figure } from '#shared/model/figure.ts'
import type { Block, Cell, Outline, Run } from '#shared/model/outline.ts'

export const anOutline = (over: Partial<Outline> = {}): Outline => ({
  title: 'Proposal Inovasi',
  subject: 'Dokumen uji',
  author: 'Dinas Kesehatan Kota Solok',
  language: 'id-ID',
  paper: 'A4',
  orientation: 'portrait',
  foot: 'Proposal inovasi · paket umum 1.0 · status: draf',
  words: {
    page: 'Halaman',
    nip: 'NIP',
    missingPicture: 'Gambar tidak dapat dibaca',
    emblem: 'Lambang daerah',
    number: 'No.',
    name: 'Nama',
    position: 'Jabatan',
    signature: 'Tanda tangan',
    tte: 'tempat tanda tangan elektronik',
  },
  cover: [],
  blocks: [],
  ...over,
})

export const para = (text: string, more: Partial<Extract<Block, { b: 'para' }>> = {}): Block => ({ b: 'para', runs: [{ text }], ...more })
export const runs = (...all: Run[]): Block => ({ b: 'para', runs: all })
export const heading = (level: 1 | 2 | 3 | 4, text: string, id: string, more: Partial<Extract<Block, { b: 'heading' }>> = {}): Block => ({
  b: 'heading',
  level,
  text,
  id,
  ...more,
})
export const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ blocks: [para(text)], ...more })
export const headCell = (text: string, more: Partial<Cell> = {}): Cell => cell(text, { header: true, ...more })

export const table = (
  head: readonly string[],
  body: readonly (readonly string[])[],
  more: Partial<Extract<Block, { b: 'table' }>> = {},
): Block => ({
  b: 'table',
  widths: head.map(() => 1),
  headRows: 1,
  rows: [head.map((text) => headCell(text)), ...body.map((row) => row.map((text) => cell(text)))],
  ruled: true,
  alt: 'Tabel uji',
  ...more,
})

const sentence =
  'Masyarakat menunggu terlalu lama karena berkas pendaftaran diperiksa berulang di tiga meja yang berbeda, sementara data yang sama sudah tersimpan pada sistem kependudukan.'

/** Prose of about this many words, the same every time. */
export function prose(words: number, from = 0): string {
  const all = sentence.split(' ')
  return Array.from({ length: words }, (_, at) => all[(at + from) % all.length]).join(' ')
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A PNG with a soft diagonal pattern; with `alpha` its corners are transparent. */
export function aPng(width: number, height: number, alpha = false): Uint8Array {
  const channels = alpha ? 4 : 3
  const raw = Buffer.alloc(height * (1 + width * channels))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * channels) + 1 + x * channels
      raw[at] = (x * 255) / width
      raw[at + 1] = (y * 255) / height
      raw[at + 2] = 140
      if (alpha) raw[at + 3] = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (Math.min(width, height) / 2) ** 2 ? 255 : 0
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, alpha ? 6 : 2, 0, 0, 0], 8)
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]))
}

export const aFigure: Figure = {
  width: 720,
  height: 320,
  alt: 'Pohon masalah: antrean panjang, dua penyebab',
  shapes: [
    { t: 'rect', x: 0, y: 0, w: 720, h: 320, fill: '#FBF7F2', stroke: '#D8CFC4', width: 1 },
    { t: 'rect', x: 260, y: 20, w: 200, h: 64, r: 8, fill: '#F2D9C4', stroke: '#8A4B1F', width: 1.5 },
    {
      t: 'text',
      x: 360,
      y: 48,
      lines: ['Antrean pendaftaran', 'lebih dari dua jam'],
      size: 15,
      lead: 19,
      bold: true,
      fill: '#2C120A',
      align: 'center',
    },
    {
      t: 'line',
      points: [
        [360, 84],
        [360, 130],
        [160, 130],
        [160, 176],
      ],
      stroke: '#6C6A68',
      width: 1.5,
      arrow: true,
    },
    {
      t: 'line',
      points: [
        [360, 130],
        [560, 130],
        [560, 176],
      ],
      stroke: '#6C6A68',
      width: 1.5,
      dash: [5, 4],
      arrow: true,
    },
    { t: 'rect', x: 60, y: 180, w: 200, h: 64, r: 8, fill: '#FFFFFF', stroke: '#6C6A68', width: 1 },
    { t: 'text', x: 72, y: 208, lines: ['Berkas diperiksa', 'berulang di tiga meja'], size: 14, lead: 18, fill: '#1F1F1F' },
    { t: 'rect', x: 460, y: 180, w: 200, h: 64, r: 8, fill: '#FFFFFF', stroke: '#6C6A68', width: 1, dash: [4, 3] },
    { t: 'text', x: 648, y: 208, lines: ['Data kependudukan', 'belum tersambung 📄'], size: 14, lead: 18, fill: '#1F1F1F', align: 'right' },
    { t: 'circle', x: 360, y: 280, r: 18, fill: '#B4552D', stroke: '#6B2E12', width: 2 },
    { t: 'text', x: 360, y: 285, lines: ['2'], size: 14, lead: 18, bold: true, fill: '#FFFFFF', align: 'center' },
  ],
}

/** One document that uses every kind of block. */
export function richOutline(over: Partial<Outline> = {}): Outline {
  return anOutline({
    title: 'SIGAP: Sistem Antrean Tanpa Tunggu',
    cover: [
      {
        b: 'kop',
        baris1: 'PEMERINTAH KOTA SOLOK',
        baris2: 'DINAS KESEHATAN',
        lines: ['Jalan Lubuk Sikarah Nomor 89, Kota Solok 27317', 'Telepon (0755) 20001 · Pos-el dinkes@contoh.go.id'],
        logo: null,
      },
      { b: 'space', height: 150 },
      { b: 'title', lines: ['PROPOSAL INOVASI DAERAH', 'SIGAP: SISTEM ANTREAN TANPA TUNGGU'], size: 20 },
      { b: 'space', height: 220 },
      para('Dinas Kesehatan Kota Solok', { align: 'center' }),
      para('2026', { align: 'center' }),
    ],
    blocks: richBlocks(),
    ...over,
  })
}

function richBlocks(): Block[] {
  return [
    { b: 'contents', title: 'DAFTAR ISI', levels: 3 },
    heading(1, 'A. Ringkasan', 'ringkasan', { pageBreakBefore: true }),
    runs(
      { text: `${prose(30)} ` },
      { text: 'Waktu tunggu turun dari 120 menit menjadi 25 menit', bold: true, note: 1 },
      { text: ', dan ' },
      { text: 'kepuasan naik', italic: true },
      { text: ' pada ' },
      { text: 'semua unit', underline: true },
      { text: '. ' },
      { text: '(belum diisi)', muted: true },
    ),
    para(prose(90, 5)),
    heading(2, 'A.1 Latar belakang', 'latar'),
    para(prose(70, 9)),
    {
      b: 'list',
      ordered: true,
      items: [
        [para('Menyederhanakan alur pendaftaran menjadi satu meja.')],
        [para('Menyambungkan data:'), { b: 'list', ordered: true, items: [[para('kependudukan; dan')], [para('jaminan kesehatan.')]] }],
        [para(prose(35, 3))],
      ],
    },
    { b: 'list', ordered: false, items: [[para('Mudah dipakai ✓ dan aman 🙂')], [para('Berbiaya rendah, Rp3.815.700 setahun')]] },
    heading(2, 'A.2 Peringkat masalah', 'peringkat'),
    table(
      ['No', 'Masalah', 'U', 'S', 'G', 'Jumlah'],
      Array.from({ length: 9 }, (_, at) => [String(at + 1), prose(7 + at, at * 4), '4', '5', '3', String(12 - at)]),
      {
        widths: [6, 50, 8, 8, 8, 12],
        caption: 'Tabel 1. Penilaian USG',
        alt: 'Penilaian urgency, seriousness, growth untuk sembilan masalah',
      },
    ),
    para(prose(20)),
    { b: 'figure', figure: aFigure, caption: 'Gambar 1. Pohon masalah' },
    heading(3, 'A.2.1 Pembagian peran', 'peran'),
    {
      b: 'table',
      widths: [3, 3, 5],
      headRows: 2,
      ruled: true,
      alt: 'Peran tim',
      rows: [
        [headCell('Peran', { rowSpan: 2 }), headCell('Anggota', { colSpan: 2 })],
        [headCell('Nama'), headCell('Tugas')],
        [cell('Inovator', { rowSpan: 2, shade: '#FBEFE6' }), cell('Siti Rahmawati'), cell(prose(12, 2))],
        [cell('Budi Santoso'), cell(prose(9, 7))],
        [cell('Pemandu'), cell('Dewi', { align: 'center' }), cell('25,5 %', { align: 'right' })],
      ],
    },
    heading(4, 'Rincian kegiatan', 'rincian'),
    {
      b: 'table',
      widths: [3, 1, 8],
      headRows: 0,
      ruled: false,
      alt: 'Waktu dan tempat',
      rows: [
        ['Hari, tanggal', 'Kamis, 13 Agustus 2026'],
        ['Waktu', '08.00 WIB sampai selesai'],
        ['Tempat', prose(24)],
      ].map(([name = '', value = '']) => [cell(name), cell(':'), cell(value)]),
    },
    {
      b: 'picture',
      bytes: aPng(160, 90),
      type: 'png',
      width: 320,
      height: 180,
      alt: 'Ruang tunggu sebelum inovasi',
      caption: 'Gambar 2. Ruang tunggu',
    },
    { b: 'picture', bytes: null, type: 'jpg', width: 320, height: 180, alt: 'Meja pendaftaran' },
    { b: 'rule' },
    para('Demikian proposal ini disusun.', { indent: 28, align: 'left', keepNext: true }),
    {
      b: 'signature',
      place: 'Solok, 13 Agustus 2026',
      columns: [
        {
          position: 'Kepala Dinas Kesehatan',
          name: 'dr. Siti Rahmawati, M.Kes.',
          rank: 'Pembina Utama Muda (IV/c)',
          nip: '19750412 200112 2 003',
        },
      ],
    },
    heading(1, 'B. Berita acara', 'berita', { pageBreakBefore: true }),
    {
      b: 'kop',
      baris1: 'PEMERINTAH KOTA SOLOK',
      baris2: 'SEKRETARIAT DAERAH',
      lines: ['Jalan Lubuk Sikarah Nomor 89'],
      logo: { bytes: aPng(120, 120, true), type: 'png', width: 120, height: 120 },
    },
    { b: 'title', lines: ['BERITA ACARA', 'NOMOR ...............'] },
    para('Pada hari ini, Kamis, tanggal tiga belas bulan Agustus tahun dua ribu dua puluh enam, bertempat di Aula Dinas Kesehatan.'),
    {
      b: 'signature',
      place: 'Solok, 13 Agustus 2026',
      columns: [
        { position: 'Ketua', name: 'Budi Santoso, S.Sos.', nip: '19800101 200501 1 001' },
        { position: 'Sekretaris', name: '' },
        { position: 'Anggota merangkap penanggung jawab kegiatan', name: 'Dewi Anggraini' },
      ],
    },
  ]
}

/** A book of innovations: headings, prose, a list and two tables for each entry. */
export function bookOutline(entries: number): Outline {
  const blocks: Block[] = [{ b: 'contents', title: 'DAFTAR ISI', levels: 2 }]
  for (let at = 0; at < entries; at += 1) {
    blocks.push(
      heading(1, `${at + 1}. Inovasi ${prose(4, at)}`, `i${at}`, { pageBreakBefore: true }),
      para(prose(120, at)),
      heading(2, 'Masalah', `m${at}`),
      para(prose(90, at + 3)),
      { b: 'list', ordered: true, items: [0, 1, 2, 3].map((n) => [para(prose(14, at + n))]) },
      table(
        ['No', 'Indikator', 'Sebelum', 'Sesudah'],
        Array.from({ length: 8 }, (_, n) => [String(n + 1), prose(9, at * n), `${at + 9} menit`, `${n + 3} menit`]),
        { widths: [1, 6, 3, 3] },
      ),
      heading(2, 'Rencana aksi', `r${at}`),
      table(
        ['Kegiatan', 'PIC', 'Tenggat'],
        Array.from({ length: 6 }, (_, n) => [prose(12, at + n * 5), 'Bidang Pelayanan', `${n + 1} Juni 2026`]),
        { widths: [6, 3, 2] },
      ),
      para(prose(60, at + 8)),
    )
  }
  return anOutline({ title: 'Buku Inovasi', blocks })
}
