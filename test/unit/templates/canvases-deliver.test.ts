/** What the field reference asks of the canvases of Deliver, Display and Documentation (domain.md 1.6.2-1.6.5, 4.12, 4.13, 6.5, 6.6). */
import { describe, expect, it } from 'vitest'
import { canvas, columnOf, fieldOf, figure, keys, optionKeys, tonesAt, worked } from './shipped.ts'

describe('launching', () => {
  const def = canvas('launching', 'grid')

  it('marks what is past its deadline and not done, whether the tick was never set or taken back', () => {
    const result = worked(def, [
      { tenggat: '2026-07-01' },
      { tenggat: '2026-07-01', selesai: false },
      { tenggat: '2026-07-01', selesai: true },
      { tenggat: '2026-08-01' },
    ])
    expect([0, 1, 2, 3].map((row) => tonesAt(result, row, 'tenggat'))).toEqual([['buruk'], ['buruk'], [], []])
    expect(figure(result, 'terlambat')).toMatchObject({ value: 2, asExpected: false })
    expect(figure(result, 'beres').value).toBe(1)
  })

  it('begins with lines for the decree, the performance agreement, the slide and the marker', () => {
    const lines = def.starters.map(({ text }) => text.id).join('\n')
    for (const word of ['SK kepala daerah', 'perjanjian kinerja', 'Slide satu inovasi', 'Penanda']) expect(lines).toContain(word)
    expect(keys(def.head)).toEqual(['tanggal', 'tempat', 'bentuk', 'penanda'])
  })
})

describe('pemantauan-rencana-aksi', () => {
  const def = canvas('pemantauan-rencana-aksi', 'grid')

  it('names the source of an obstacle as will, managerial or substantive ability', () => {
    expect(optionKeys(columnOf(def, 'sumber_kendala'))).toEqual(['kemauan', 'manajerial', 'substantif'])
    expect(columnOf(def, 'progres').type).toBe('percent')
    expect([columnOf(def, 'bukti').type, columnOf(def, 'tautan').type]).toEqual(['photo', 'link'])
  })

  it('works out mean progress and the steps done, and marks obstacles without a source or a solution', () => {
    const result = worked(def, [
      { status: 'selesai', progres: 100, tautan: 'laporan.pdf' },
      { status: 'berjalan', progres: 50, kendala: 'Kader berhenti', waktu: ['2026-05', '2026-06'] },
      { status: 'selesai', progres: 90 },
    ])
    expect(figure(result, 'rata_progres').value).toBe(80)
    expect(figure(result, 'selesai').value).toBe(2)
    expect(figure(result, 'kendala_terbuka')).toMatchObject({ value: 1, asExpected: false })
    expect(tonesAt(result, 1, 'sumber_kendala')).toEqual(['perhatian'])
    expect(tonesAt(result, 1, 'solusi')).toEqual(['buruk'])
    expect(tonesAt(result, 1, 'waktu')).toEqual(['buruk'])
    expect([tonesAt(result, 0, 'bukti'), tonesAt(result, 2, 'bukti')]).toEqual([[], ['perhatian']])
    expect(tonesAt(result, 2, 'progres')).toEqual(['perhatian'])
  })
})

describe('log-uji-coba', () => {
  it('keeps expectation, result, lesson and decision of each trial, and asks for what is missing', () => {
    const def = canvas('log-uji-coba', 'grid')
    expect(keys(def.columns)).toEqual(['tanggal', 'text', 'tempat', 'peserta', 'dugaan', 'hasil', 'pelajaran', 'keputusan', 'foto'])
    const result = worked(def, [
      { tanggal: '2026-05-10', peserta: 12, hasil: 'Tujuh menit' },
      { tanggal: '2026-05-20', peserta: 8 },
    ])
    expect([tonesAt(result, 0, 'keputusan'), tonesAt(result, 1, 'hasil')]).toEqual([['perhatian'], ['perhatian']])
    expect(figure(result, 'orang').value).toBe(20)
  })
})

describe('dampak-mikro', () => {
  const def = canvas('dampak-mikro', 'grid')
  const starts = def.starters.map(({ text, values }) => ({ id: text.id, ...values }))

  it('starts with the seventeen variables in blocks C to F', () => {
    const inBlock = (blok: string) => starts.filter((start) => 'blok' in start && start.blok === blok).length
    expect(starts).toHaveLength(17)
    expect(['c', 'd', 'e', 'f'].map(inBlock)).toEqual([4, 2, 4, 7])
    expect(optionKeys(columnOf(def, 'blok'))).toEqual(['c', 'd', 'e', 'f'])
  })

  it('knows for each variable whether lower or higher is better', () => {
    const directions = def.starters.map(({ values }) => values.arah)
    const low = 'lebih_kecil'
    const high = 'lebih_besar'
    expect(directions).toEqual([low, low, high, high, low, low, high, high, high, high, low, low, low, low, low, low, high])
  })

  it('works out the change and judges it by the direction; a start from nothing has no change', () => {
    const result = worked(def, [
      { arah: 'lebih_kecil', sebelum: 95, sesudah: 20 },
      { arah: 'lebih_besar', sebelum: 40, sesudah: 30 },
      { arah: 'lebih_besar', sebelum: 0, sesudah: 12 },
      { arah: 'lebih_kecil', sebelum: 7, sesudah: 7 },
      { arah: 'lebih_kecil', sesudah: 7 },
    ])
    expect(result.rows.map((row) => row.values.perubahan ?? null)).toEqual([expect.closeTo(-78.947, 2), -25, null, 0, null])
    expect(result.rows[2]?.impossible).toEqual(['perubahan'])
    expect([0, 1, 2, 3].map((row) => tonesAt(result, row, 'perubahan'))).toEqual([['baik'], ['buruk'], [], ['perhatian']])
    expect(tonesAt(result, 4, 'sebelum')).toEqual(['perhatian'])
    expect(['terukur', 'turun_baik', 'naik_baik'].map((key) => figure(result, key).value)).toEqual([3, 1, 0])
  })

  it('asks for identity and scope above the table', () => {
    expect(keys(def.head)).toEqual(
      expect.arrayContaining([
        'nama_inovasi',
        'tujuan',
        'pengelola',
        'sasaran',
        'lama',
        'sk_nomor',
        'sk_tanggal',
        'bentuk',
        'jenis',
        'biaya',
      ]),
    )
    expect(keys(def.head).slice(-6)).toEqual(['urusan', 'program', 'kegiatan', 'kinerja', 'indikator_output', 'satuan_output'])
  })
})

describe('evidence', () => {
  it('before-after pairs two photos with their dates and misses the other half', () => {
    const def = canvas('before-after', 'grid')
    expect(def.columns.filter(({ type }) => type === 'photo').map(({ key }) => key)).toEqual(['foto_sebelum', 'foto_sesudah'])
    const result = worked(def, [{ foto_sesudah: 'a.jpg' }, { foto_sebelum: 'b.jpg', foto_sesudah: 'a.jpg' }])
    expect([tonesAt(result, 0, 'foto_sebelum'), tonesAt(result, 1, 'foto_sebelum')]).toEqual([['perhatian'], []])
    expect(figure(result, 'pasangan').value).toBe(1)
  })

  it('klaim-bukti-sumber has the seven columns and marks a claim without evidence', () => {
    const def = canvas('klaim-bukti-sumber', 'grid')
    expect(keys(def.columns)).toEqual(['text', 'bukti', 'sumber', 'tanggal', 'berkas', 'indikator', 'verifikasi'])
    const result = worked(def, [{ bukti: 'Rekap Januari' }, {}])
    expect([tonesAt(result, 0, 'sumber'), tonesAt(result, 1, 'bukti')]).toEqual([['perhatian'], ['buruk']])
    expect(figure(result, 'tanpa_bukti')).toMatchObject({ value: 1, asExpected: false })
  })
})

describe('Display', () => {
  it('papan-display is a poster with before, after, milestones and photos of both', () => {
    const def = canvas('papan-display', 'form')
    expect(def.layout).toBe('poster')
    expect(keys(def.fields)).toEqual(expect.arrayContaining(['tagline', 'sebelum', 'sesudah', 'tahapan', 'kontak']))
    expect(def.fields.filter(({ type }) => type === 'photo').map(({ key }) => key)).toEqual(['foto_sebelum', 'foto_sesudah', 'foto_proses'])
  })

  it('naskah-paparan begins with twenty minutes, and says when it is longer', () => {
    const def = canvas('naskah-paparan', 'grid')
    const minutes = def.starters.map(({ values }) => Number(values.menit))
    const whole = worked(
      def,
      minutes.map((menit) => ({ menit })),
    )
    expect(figure(whole, 'total_menit')).toMatchObject({ value: 20, asExpected: true })
    expect(figure(worked(def, [{ menit: 21 }]), 'total_menit').asExpected).toBe(false)
  })

  it('log-pengunjung counts visitors, invited guests and media apart', () => {
    const result = worked(canvas('log-pengunjung', 'grid'), [
      { tanggal: '2026-07-10', jenis: 'pengunjung', jumlah: 38 },
      { tanggal: '2026-07-10', jenis: 'media', jumlah: 1 },
      { tanggal: '2026-07-11', jenis: 'pengunjung', jumlah: 20 },
      { tanggal: '2026-07-11', jenis: 'undangan', jumlah: 6 },
    ])
    expect(['pengunjung', 'undangan', 'media', 'hari'].map((key) => figure(result, key).value)).toEqual([58, 6, 1, 2])
    expect(tonesAt(result, 1, 'tautan')).toEqual(['perhatian'])
  })

  it('masukan-pengunjung has praise, questions, suggestions and interest in copying', () => {
    expect(keys(canvas('masukan-pengunjung', 'board').zones)).toEqual(['apresiasi', 'pertanyaan', 'saran', 'minat_meniru'])
  })
})

describe('Documentation', () => {
  it('profil-direktori has the record of the national directory in its five chapters', () => {
    const def = canvas('profil-direktori', 'form')
    const record =
      'nama_inovasi penggagas deskripsi nama_instansi unit_instansi tahun_inisiasi tahun_implementasi faktor_pendorong faktor_penghambat tahapan_proses output outcome manfaat prasyarat_replikasi kontak sumber provinsi kabupaten_kota kld urusan inovator sdgs'
    expect(keys(def.fields)).toEqual(expect.arrayContaining(record.split(' ')))
    expect(def.sections.filter(({ label }) => /^\d/.test(label.id)).map(({ key }) => key)).toEqual([
      'sejarah',
      'layanan',
      'hasil',
      'keberhasilan',
      'tantangan',
    ])
    expect(new Set(def.fields.map(({ section }) => section))).toEqual(new Set(keys(def.sections)))
    expect(optionKeys(fieldOf(def, 'sdgs'))).toHaveLength(17)
  })

  it('pelajaran gathers what helped, what hindered, how it was met, and advice', () => {
    expect(keys(canvas('pelajaran', 'board').zones)).toEqual(['pendorong', 'penghambat', 'upaya', 'pesan'])
  })

  it('panduan-replikasi has the three components and the record of who copied it', () => {
    const def = canvas('panduan-replikasi', 'form')
    const record = ['inovasi_asal', 'pengadopsi', 'tanggal', 'bentuk', 'unsur_diadopsi', 'penyesuaian', 'bukti']
    expect(keys(def.fields)).toEqual(expect.arrayContaining(['gagasan', 'teknis', 'manajerial', ...record]))
    expect(optionKeys(fieldOf(def, 'bentuk'))).toEqual(['pks', 'mou', 'surat_permohonan', 'pernyataan'])
  })

  it('keberlanjutan has resources and three strategies, with every line of the checklist', () => {
    const def = canvas('keberlanjutan', 'form')
    expect(keys(def.sections)).toEqual(['sumber_daya', 'institusional', 'manajerial', 'sosial'])
    expect(fieldOf(def, 'regulasi').anchors.map(({ score }) => score)).toEqual([0, 1, 2, 3])
    expect(def.fields.filter(({ type }) => type === 'rupiah').map(({ key }) => key)).toEqual(['anggaran_t2', 'anggaran_t1', 'anggaran_t0'])
    expect(def.fields.filter(({ type }) => type === 'tick').map(({ key }) => key)).toEqual([
      'rkpd',
      'anggaran_berikut',
      'tim_dua_orang',
      'penerus',
      'sop',
      'memori',
      'jadwal_monev',
      'risiko_pergantian',
      'kesepakatan',
      'warga_ikut',
    ])
  })

  it('memori-alih-tugas names who hands over, two successors, the files to read and the people to call', () => {
    const def = canvas('memori-alih-tugas', 'form')
    expect(def.fields.filter(({ type }) => type === 'person').map(({ key }) => key)).toEqual(['dari', 'kepada', 'cadangan'])
    expect(keys(def.fields)).toEqual(expect.arrayContaining(['berjalan', 'orang', 'berkas', 'akses', 'janji']))
    expect(fieldOf(def, 'akses').hint?.id).toContain('tanpa kata sandi')
  })
})
