/** Certificates: a page for everybody who is named, that stays one page however long the names are. */
import { beforeAll, describe, expect, it } from 'vitest'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import { loadPacks } from '#core/packs/packs.ts'
import type { Outline } from '#shared/model/outline.ts'
import { plainNaskah } from '#shared/rules/blank.ts'
import { documentOf, type Packs } from '#shared/rules/packs.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { came, emptyLog, makeReward, makeSession } from '#test/makers/lab-log.ts'
import { outlineTexts } from '#test/makers/outline-texts.ts'

const root = new URL('../../../../../', import.meta.url)
let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('templates/packs', root).pathname)).packs
})
function build(id: string, over: Partial<DocumentSource> = {}): Outline {
  const def = documentOf(packs, id)
  if (def === undefined) throw new Error(`no document ${id}`)
  const source = { lab, log, innovations: [], packs, language: 'id', paper: 'A4', date: '2026-08-13', attachment: () => null } as const
  return buildDocument(def, { ...source, ...over })
}
const pagesOf = async (outline: Outline): Promise<number> =>
  (await writePdf(outline, { clockIso: '2026-08-13T00:00:00.000Z', fontsFolder: new URL('templates/fonts', root).pathname })).report.pages

const lab = makeLab({
  people: [
    makePerson({ id: 'p1', name: 'Contoh Peserta, S.E.', unit: 'disdukcapil' }),
    makePerson({ id: 'p2', name: 'Contoh Coach', role: 'coach' }),
    makePerson({ id: 'p3', name: 'Contoh Absen' }),
  ],
})
const log = { ...emptyLog, sessions: [makeSession({ attendance: { ...came('p1', 'p2'), p3: { state: 'izin', at: '', walkIn: false } } })] }

describe('certificates of attendance', () => {
  it('name those who came, in the role that is chosen', async () => {
    const usual = outlineTexts(build('sertifikat-peserta'))
    expect(usual).toEqual(expect.arrayContaining(['SERTIFIKAT', 'Contoh Peserta, S.E.', 'sebagai Peserta']))
    expect(usual.join('\n')).not.toMatch(/Contoh Coach|Contoh Absen/u)
    expect(outlineTexts(build('sertifikat-peserta', { variant: 'fasilitator' }))).toEqual(
      expect.arrayContaining(['Contoh Coach', 'sebagai Coach']),
    )
    expect(await pagesOf(build('sertifikat-peserta', { variant: 'semua' }))).toBe(2)
  })
  it('leave number, signature and an unknown name blank', () => {
    const nobody = outlineTexts(build('sertifikat-peserta', { variant: 'juri', date: '' }))
    expect(nobody).toContain(`Nomor: ${'.'.repeat(30)}`)
    expect(nobody).toContain('.'.repeat(60))
    expect(nobody).toContain('Belum ada nama yang dapat dicetak.')
    expect(nobody).toContain(`Solok, ${'.'.repeat(30)}`)
  })
  it('stay on one page each with a border and no foot, whatever the length of names, themes and positions', async () => {
    const long = 'Prof. Dr. Ir. Raden Mas Contoh Panjang Sekali Bin Contoh Lebih Panjang Lagi, S.Kom., M.T., M.Sc., Ph.D., IPU., ASEAN Eng.'
    const wordy = makeLab({
      theme: 'Pelayanan publik yang cepat, murah, mudah, dan cerdas bagi seluruh warga di pulau dan pegunungan '.repeat(2),
      units: [
        makeUnit({
          name: 'Dinas Pemberdayaan Masyarakat, Perempuan, Perlindungan Anak, dan Keluarga Berencana Kabupaten Kepulauan Contoh',
        }),
      ],
      people: [
        makePerson({
          id: 'p1',
          name: long,
          position: 'Kepala Bidang Pengarusutamaan Inovasi Tata Kelola Pemerintahan Daerah',
          unit: 'disdukcapil',
        }),
      ],
    })
    for (const paper of ['A4', 'F4'] as const) {
      for (const tteBox of [false, true]) {
        const outline = build('sertifikat-peserta', { lab: { ...wordy, naskah: { ...plainNaskah, tteBox } }, paper })
        expect(outline).toMatchObject({ border: 'certificate', bare: true, orientation: 'landscape' })
        expect(outlineTexts(outline)).toContain(long)
        expect(await pagesOf(outline), `${paper} ${tteBox}`).toBe(1)
      }
    }
  })
})

describe('certificates of merit', () => {
  const innovations = [makeInnovation({ launched: true }), makeInnovation({ id: 'b', name: 'BELUM' })]
  it('name the recipients of the reward with what they stand for and what it is worth', () => {
    const all = outlineTexts(build('piagam', { innovations, reward: makeReward({ amount: 5_000_000 }) }))
    expect(all).toEqual(
      expect.arrayContaining([
        'PIAGAM PENGHARGAAN',
        'LANGKOK',
        'Lahir Pulang OK',
        'Dinas Kependudukan dan Pencatatan Sipil',
        'Inovasi yang diluncurkan',
        'senilai Rp5.000.000',
        'Wali Kota Solok,',
      ]),
    )
    expect(all).not.toContain('BELUM')
    expect(outlineTexts(build('piagam', { innovations, reward: makeReward() })).join('\n')).not.toContain('senilai')
  })
  it('stay on one page with a tall letterhead, a box for the signature and lines far apart', async () => {
    const kopJabatan = { ...makeLab().kop, baris1: 'WALI KOTA SOLOK', baris2: '', telepon: '(0755) 000000' }
    const margins = { top: 40, right: 40, bottom: 40, left: 40 }
    const naskah = { ...plainNaskah, tteBox: true, lineSpacing: 2, margins, font: 'times' as const }
    const outline = build('piagam', { innovations, reward: makeReward({ amount: 5_000_000 }), lab: makeLab({ kopJabatan, naskah }) })
    expect(await pagesOf(outline)).toBe(1)
  })
  it('keep the emblem of the state a place above the letterhead of a position', () => {
    expect(build('piagam', { reward: makeReward() }).words.emblem).toBe('Lambang negara')
    expect(build('piagam', { reward: makeReward(), kop: 'perangkat_daerah' }).words.emblem).toBe('Lambang daerah')
    expect(build('piagam', { reward: makeReward(), kop: 'lan' }).words.emblem).toBe('Logo LAN')
  })
  it('fill the number pattern of the office in as far as it is known', () => {
    const lab = makeLab({ naskah: { ...plainNaskah, numberPattern: '{urut}/{bulan_romawi}/{tahun}' } })
    expect(outlineTexts(build('piagam', { reward: makeReward(), lab, date: '2026-08-13' }))).toContain('Nomor: ......../VIII/2026')
  })
  it('are listed with the ground for each and those the secretariat has to decide on', () => {
    const two = [makeInnovation({ launched: true }), makeInnovation({ id: 'b', name: 'KEDUA', launched: true })]
    const all = outlineTexts(build('daftar-penerima', { innovations: two, reward: makeReward({ most: 1 }) }))
    expect(all).toContain('Nilainya sama dan tempatnya tidak cukup, jadi sekretariat yang memutuskan: KEDUA; LANGKOK.')
    expect(outlineTexts(build('daftar-penerima', { innovations, reward: makeReward() }))).toContain('Inovasi diluncurkan 1')
  })
})
