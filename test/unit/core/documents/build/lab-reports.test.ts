/** Reports of a lab and its stages: what stands in them, in order, whatever was or was not captured. */
import { beforeAll, describe, expect, it } from 'vitest'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { loadPacks } from '#core/packs/packs.ts'
import type { Outline } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { allDocuments, documentOf, type Packs } from '#shared/rules/packs.ts'
import { makeCanvas, makeInnovation, makeItems } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { approved, came, emptyLog, makeNote, makePhoto, makeReward, makeSession } from '#test/makers/lab-log.ts'
import { blockTexts, outlineTexts } from '#test/makers/outline-texts.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../../../templates/packs', import.meta.url).pathname)).packs
})
function defOf(id: string): DocumentDef {
  const found = documentOf(packs, id)
  if (found === undefined) throw new Error(`no document ${id}`)
  return found
}
const build = (id: string, over: Partial<DocumentSource> = {}): Outline =>
  buildDocument(defOf(id), {
    lab: makeLab(),
    log: emptyLog,
    innovations: [],
    packs,
    language: 'id',
    paper: 'A4',
    date: '2026-08-13',
    today: '2026-08-13',
    attachment: () => null,
    ...over,
  })
const texts = (id: string, over: Partial<DocumentSource> = {}): readonly string[] => outlineTexts(build(id, over))

/** Whether all of these come, in this order. */
function inOrder(all: readonly string[], wanted: readonly string[]): void {
  let at = 0
  for (const one of wanted) {
    const found = all.findIndex((text, place) => place >= at && text.includes(one))
    expect(found, `"${one}" after place ${at} of ${JSON.stringify(all)}`).toBeGreaterThanOrEqual(at)
    at = found + 1
  }
}

/** Cells of the ruled tables, row by row. */
const rowsOf = (outline: Outline): readonly (readonly string[])[] =>
  outline.blocks.flatMap((block) =>
    block.b === 'table' && block.ruled ? block.rows.map((row) => row.map((cell) => cell.blocks.flatMap(blockTexts).join('|'))) : [],
  )

const people = [
  makePerson({ id: 'p1', name: 'Contoh Satu', unit: 'disdukcapil' }),
  makePerson({ id: 'p2', name: 'Contoh Dua', unit: 'dinkes', role: 'coach' }),
]
const units = [makeUnit(), makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan' })]
const lab = makeLab({ units, people, province: 'Sumatera Barat', deadlines: { diagnose: '2026-05-01' } })

describe('every document of the lab', () => {
  it('is built for a lab in which nothing was captured, and says so instead of leaving gaps', () => {
    const bare = makeLab({
      units: [],
      people: [],
      leader: { title: '', name: '' },
      coordinator: { unit: '', name: '', position: '', nip: '' },
    })
    const own = allDocuments(packs).filter(({ source, scope }) => source !== '' && ['lab', 'stage', 'reward'].includes(scope))
    for (const def of own) {
      for (const variant of [undefined, ...def.variants.map(({ key }) => key)]) {
        for (const language of ['id', 'en'] as const) {
          const over = {
            lab: bare,
            reward: makeReward(),
            stage: 'drum_up' as const,
            language,
            ...(variant === undefined ? {} : { variant }),
          }
          expect(build(def.id, over).blocks.length, def.id).toBeGreaterThan(0)
        }
      }
    }
    expect(texts('laporan-akhir-lab', { lab: bare })).toEqual(
      expect.arrayContaining(['Belum diisi', 'Belum ada jawaban survei kesiapan.', 'Belum ada persetujuan yang dicatat.']),
    )
  })
  it('prints hostile names as they are and never a phone number or a NIP', () => {
    const name = '=HYPERLINK("x") <b>&amp;</b> \u202e{lab.region}'
    const hostile = makeLab({
      units: [makeUnit({ name, head: name })],
      people: [makePerson({ id: 'p', name, unit: 'disdukcapil', phone: '0812-9999-0000', nip: '198001012005011001' })],
    })
    const log = { ...emptyLog, sessions: [makeSession({ title: name, attendance: came('p') })], notes: [makeNote({ text: name })] }
    const innovations = [makeInnovation({ name, longName: name, launched: true })]
    for (const id of ['laporan-akhir-lab', 'laporan-monev', 'daftar-inovasi', 'lembar-persetujuan-pimpinan', 'sertifikat-peserta']) {
      const all = texts(id, { lab: hostile, log, innovations }).join('\n')
      expect(all, id).toContain('=HYPERLINK("x") <b>&amp;</b>')
      expect(all, id).toContain('{lab.region}')
      expect(all, id).not.toMatch(/9999|19800101/u)
    }
  })
})

describe('the report of a stage', () => {
  const log = {
    ...emptyLog,
    sessions: [
      makeSession({ attendance: came('p1', 'gone') }),
      makeSession({ id: 'sesi-2', title: 'Pola', template: true }),
      makeSession({ id: 'sesi-3', title: 'Design', stage: 'design', date: '2026-05-20' }),
    ],
    notes: [
      makeNote({ id: 'a', kind: 'keputusan', text: 'Pakai data tahun lalu' }),
      makeNote({ id: 'b', kind: 'catatan', text: 'Dua tim seri' }),
      makeNote({ id: 'c', text: 'Kirim data', due: '2026-08-01' }),
      makeNote({ id: 'd', text: 'Milik tahap lain', session: 'sesi-3' }),
    ],
    photos: [makePhoto({ caption: 'Diskusi kelompok' }), makePhoto({ id: 'x', session: 'sesi-3', caption: 'Bukan tahap ini' })],
  }
  const form = makeCanvas({ def: 'form-ide', state: 'selesai', fields: { ide_inovasi: 'Antar akta' } })
  const innovations = [
    makeInnovation({ canvases: { 'form-ide': form }, gates: { diagnose: { approval: approved(), override: null, ticks: {} } } }),
    makeInnovation({ id: 'dua', name: 'DUA', unit: 'dinkes' }),
    makeInnovation({ id: 'arsip', name: 'ARSIP', archived: true }),
  ]
  const outline = () => build('laporan-tahap', { lab, log, innovations, stage: 'diagnose' })

  it('goes from sessions to attendance, outputs, gate and notes, and holds nothing of other stages', () => {
    const all = outlineTexts(outline())
    inOrder(all, [
      'Tahap Diagnose',
      'Diagnose, hari ke-1',
      'Kehadiran dicatat pada 1 dari 1 kegiatan. 1 orang hadir sedikitnya satu kali.',
      'Keluaran tahap',
      'disetujui',
      'Form Ide Inovasi',
      'Gerbang ini memerlukan persetujuan tertulis Wali Kota Solok. 1 dari 2 inovasi sudah tercatat disetujui.',
      'Pakai data tahun lalu',
      'Dua tim seri',
      'Kirim data',
      'terlambat 12 hari',
      'Diskusi kelompok',
    ])
    expect(all.join('\n')).not.toMatch(/Milik tahap lain|Bukan tahap ini|ARSIP|Pola/u)
  })
  it('counts who came by unit, and only people on the list', () => {
    const rows = rowsOf(outline())
    expect(rows).toContainEqual(['Diagnose, hari ke-1|14 Apr 2026', '2', '1', '0', '0', '1'])
    expect(rows).toContainEqual(['Dinas Kependudukan dan Pencatatan Sipil', '1', '1', '1'])
    expect(rows).toContainEqual(['Dinas Kesehatan', '1', '0', '0'])
  })
  it('counts canvases by how far they are', () => {
    expect(rowsOf(outline()).find((row) => row[1] === 'Form Ide Inovasi')).toEqual([expect.any(String), 'Form Ide Inovasi', '1', '0', '1'])
  })
  it('has photos two beside each other, with a note where the file is gone', () => {
    const grid = outline().blocks.findLast((block) => block.b === 'table' && !block.ruled && block.headRows === 0)
    const picture = grid?.b === 'table' ? grid.rows[0]?.[0]?.blocks[0] : undefined
    expect(picture).toMatchObject({ b: 'picture', bytes: null, caption: 'Diskusi kelompok' })
  })
})

describe('the approval sheet', () => {
  const plan = makeCanvas({
    def: 'rencana-aksi',
    items: makeItems([
      { text: 'Latih kader', values: { waktu: ['2026-05', '2026-06'], biaya: 1_500_000 } },
      { text: 'Antar obat', values: { waktu: ['2026-08'], biaya: 500_000 } },
    ]),
  })
  const innovations = [
    makeInnovation({
      canvases: { 'rencana-aksi': plan },
      gates: { diagnose: { approval: approved({ document: 'Lembar 12', remark: 'Setuju' }), override: null, ticks: {} } },
    }),
    makeInnovation({ id: 'b', name: 'BARU', gates: { diagnose: { approval: approved({ date: '' }), override: null, ticks: {} } } }),
  ]
  it('shows what is recorded and leaves three boxes for what is not decided', () => {
    const outline = build('lembar-persetujuan-pimpinan', { lab, innovations })
    const rows = rowsOf(outline)
    const done = rows.find((row) => row[2]?.startsWith('LANGKOK'))
    const open = rows.find((row) => row[2]?.startsWith('BARU'))
    expect(done?.slice(5)).toEqual(['Disetujui 5 Mei 2026', 'Setuju'])
    expect(open?.slice(5)).toEqual(['', '', '', ''])
    expect(outlineTexts(outline)).toContain('Dasar yang tercatat: Lembar 12 (5 Mei 2026).')
    expect(outlineTexts(outline)).toContain('1 dari 2 sudah tercatat disetujui. Untuk yang lain, tandai satu kolom keputusan.')
  })
  it('sums up plans: steps, months and cost', () => {
    const rows = rowsOf(build('lembar-persetujuan-pimpinan', { lab, innovations, variant: 'rencana' }))
    expect(rows.find((row) => row[2]?.startsWith('LANGKOK'))?.slice(3, 6)).toEqual(['2', 'Mei 2026 sampai Agustus 2026', 'Rp2.000.000'])
    expect(rows.find((row) => row[2]?.startsWith('BARU'))?.[3]).toBe('rencana aksi belum diisi')
  })
})

describe('the monitoring report', () => {
  const steps = makeItems([
    { text: 'Latih kader', values: { status: 'selesai', progres: 100 } },
    {
      text: 'Antar obat',
      values: { status: 'tertunda', progres: 50, kendala: 'Motor rusak', sumber_kendala: 'manajerial', solusi: 'Pinjam' },
    },
    { text: 'Cetak kartu', values: { status: 'berjalan', kendala: 'Semangat surut', sumber_kendala: 'kemauan' } },
  ])
  const canvas = makeCanvas({ def: 'pemantauan-rencana-aksi', items: steps, fields: { tanggal: '2026-08-05' } })
  const innovations = [makeInnovation({ canvases: { 'pemantauan-rencana-aksi': canvas } }), makeInnovation({ id: 'b', name: 'BELUM' })]
  it('tells steps, progress, causes and solutions of each innovation', () => {
    const outline = build('laporan-monev', { lab, log: emptyLog, innovations })
    expect(outlineTexts(outline)).toContain(
      '1 dari 2 inovasi sudah memantau rencana aksinya: 1 dari 3 langkah selesai, progres rata-rata 75\u00a0%.',
    )
    const rows = rowsOf(outline)
    expect(rows).toContainEqual([
      '2',
      'LANGKOK|Dinas Kependudukan dan Pencatatan Sipil',
      '1 dari 3',
      '75\u00a0%',
      '2|1 tanpa solusi',
      '5 Agustus 2026',
    ])
    expect(rows).toContainEqual(['Antar obat', 'Tertunda, 50\u00a0%', 'Motor rusak', 'Kemampuan manajerial', 'Pinjam'])
    expect(rows).toContainEqual(['Cetak kartu', 'Berjalan', 'Semangat surut', 'Kemauan', 'belum diisi'])
    expect(rows).toContainEqual(['1', 'BELUM|Dinas Kependudukan dan Pencatatan Sipil', 'belum dipantau'])
  })
})

describe('the final report', () => {
  it("counts LAN's columns both ways", () => {
    const innovations = [
      makeInnovation({ stage: 'deliver', launched: true }),
      makeInnovation({ id: 'b', stage: 'design' }),
      makeInnovation({ id: 'c', stage: 'documentation', launched: true, monitored: true }),
    ]
    const rows = rowsOf(build('laporan-akhir-lab', { lab, innovations }))
    expect(rows).toContainEqual(['Sumatera Barat', 'Solok', '2', '3', '3', '3', '2', '1', '1', '3'])
    expect(rows).toContainEqual(['Sumatera Barat', 'Solok', '2', '0', '0', '1', '0', '1', '1', '3'])
  })
  it('has cover, contents, the five chapters and the photos after the signature', () => {
    const session = makeSession()
    const log = { ...emptyLog, sessions: [session], photos: [makePhoto({ session: session.id })] }
    const outline = build('laporan-akhir-lab', { lab, log })
    expect(outline.cover.length).toBeGreaterThan(0)
    expect(outline.blocks[0]).toMatchObject({ b: 'contents' })
    const heads = outline.blocks.flatMap((block) => (block.b === 'heading' && block.level === 1 ? [block.text] : []))
    expect(heads.map((text) => text.split(' ')[0])).toEqual(['KATA', 'I.', 'II.', 'III.', 'IV.', 'V.', 'LAMPIRAN:'])
    const kinds = outline.blocks.map(({ b }) => b)
    expect(kinds.indexOf('signature')).toBeLessThan(
      outline.blocks.findIndex((block) => block.b === 'heading' && block.text.startsWith('LAMPIRAN')),
    )
  })
  it('leaves out an annex of photos while there is none, heading and all', () => {
    for (const id of ['laporan-akhir-lab', 'laporan-tahap'])
      expect(texts(id, { lab }).join('|'), id).not.toMatch(/LAMPIRAN|Belum ada foto/u)
  })
  it('draws no bars where every count is nothing', () => {
    const drawn = (innovations: DocumentSource['innovations']) =>
      build('tabel-pemantauan-lan', { lab, innovations }).blocks.filter(({ b }) => b === 'figure').length
    expect([drawn([]), drawn([makeInnovation({ launched: true })])]).toEqual([0, 1])
  })
  it('asks of units what they owe, late by the day of the print', () => {
    const all = texts('laporan-akhir-lab', { lab: { ...lab, stage: 'design' }, innovations: [makeInnovation({ stage: 'design' })] })
    inOrder(all, ['Yang masih ditunggu dari unit', 'Dinas Kesehatan', 'Belum punya inovasi', '1 Mei 2026', '104'])
  })
})

describe('the annex of the decree', () => {
  const innovations = [makeInnovation({ launched: true, startedOn: '2026-01-05' }), makeInnovation({ id: 'b', name: 'BELUM LUNCUR' })]
  it('is marked as a draft and lists only what was launched, unless all are asked for', () => {
    const usual = texts('keputusan-penetapan', { lab, innovations }).join('\n')
    expect(usual).toContain('RANCANGAN')
    expect(usual).toContain('LANGKOK')
    expect(usual).not.toContain('BELUM LUNCUR')
    expect(texts('keputusan-penetapan', { lab, innovations, variant: 'semua' }).join('\n')).toContain('BELUM LUNCUR')
  })
})
