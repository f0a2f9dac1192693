import { describe, expect, it } from 'vitest'
import type { PersonId, UnitId } from '#shared/model/ids.ts'
import type { Person, Unit } from '#shared/model/lab.ts'
import { mentionAt, parseNoteLine, peopleLike } from '#shared/rules/note-line.ts'

const unit = (id: string, name: string, short: string): Unit => ({
  id: id as UnitId, // made up for the test
  order: '',
  name,
  short,
  kind: 'opd',
  head: '',
  headPosition: '',
  headNip: '',
})
const person = (id: string, name: string, of: string | null): Person => ({
  id: id as PersonId, // made up for the test
  order: '',
  name,
  position: '',
  unit: of as UnitId | null, // made up for the test
  role: 'inovator',
  phone: '',
  email: '',
  nip: '',
})
const units = [unit('u1', 'Badan Perencanaan Contoh', 'Bappeda'), unit('u2', 'Dinas Kesehatan Contoh', 'Dinkes')]
const people = [
  person('rina', 'Rina Contoh, S.IP., M.Si.', 'u1'),
  person('budi', 'Budi Contohan', 'u2'),
  person('budi2', 'Budi Misalan', 'u1'),
  person('sari', 'dr. Sari Kurnia Contoh', 'u2'),
]
/** A Thursday. */
const day = '2026-11-19'
const read = (line: string) => parseNoteLine(line, { people, units, day })
const due = (line: string) => read(`T: ${line}`).due

describe('what kind of line it is', () => {
  it.each([
    ['Antrean panjang', 'catatan', 'Antrean panjang'],
    ['! Loket ditambah', 'keputusan', 'Loket ditambah'],
    ['K: Loket ditambah', 'keputusan', 'Loket ditambah'],
    ['keputusan : Loket ditambah', 'keputusan', 'Loket ditambah'],
    ['t: kirim data', 'tindak_lanjut', 'kirim data'],
    ['Tindak lanjut: kirim data', 'tindak_lanjut', 'kirim data'],
    ['C: antrean', 'catatan', 'antrean'],
    ['Kota: tiga loket', 'catatan', 'Kota: tiga loket'],
    ['Target: 30 menit', 'catatan', 'Target: 30 menit'],
    ['', 'catatan', ''],
    ['T:', 'tindak_lanjut', ''],
  ])('%s', (line, kind, text) => {
    expect(read(line)).toMatchObject({ kind, text })
  })

  it('is what was chosen where no prefix says otherwise', () => {
    const at = { people, units, day, kind: 'tindak_lanjut' } as const
    expect(parseNoteLine('@Rina kirim data besok', at)).toMatchObject({ kind: 'tindak_lanjut', person: 'rina', due: '2026-11-20' })
    expect(parseNoteLine('K: disepakati', at).kind).toBe('keputusan')
  })

  it('leaves persons and days of notes and decisions in the text', () => {
    expect(read('@Rina besok cuti')).toMatchObject({ text: '@Rina besok cuti', who: '', due: '' })
    expect(read('! @Rina memimpin sebelum 30 Nov')).toMatchObject({ text: '@Rina memimpin sebelum 30 Nov', who: '', due: '' })
  })
})

describe('who will do it', () => {
  it.each([
    ['@Rina kirim data', 'Rina Contoh, S.IP., M.Si.', 'rina', 'u1', 'kirim data'],
    ['@rin kirim data', 'Rina Contoh, S.IP., M.Si.', 'rina', 'u1', 'kirim data'],
    ['kirim data oleh (@Rina Contoh)', 'Rina Contoh, S.IP., M.Si.', 'rina', 'u1', 'kirim data oleh'],
    ['@Budi Misalan susun', 'Budi Misalan', 'budi2', 'u1', 'susun'],
    ['@Budi M. susun', 'Budi Misalan', 'budi2', 'u1', 'susun'],
    ['@Sari susun', 'dr. Sari Kurnia Contoh', 'sari', 'u2', 'susun'],
    ['@Dinkes lapor', 'Dinkes', null, 'u2', 'lapor'],
    ['@Dinas Kesehatan Contoh lapor', 'Dinkes', null, 'u2', 'lapor'],
    ['@Joko beli kertas', 'Joko', null, null, 'beli kertas'],
    ['kirim ke rina@contoh.example', '', null, null, 'kirim ke rina@contoh.example'],
    ['@', '', null, null, '@'],
  ])('%s', (line, who, id, of, text) => {
    expect(read(`T: ${line}`)).toMatchObject({ who, person: id, unit: of, text })
  })

  it('does not guess between two of the same name', () => {
    expect(read('T: @Budi susun')).toMatchObject({ who: 'Budi', person: null, unit: null, text: 'susun' })
  })

  it('takes several, the unit from the first that has one', () => {
    expect(read('T: @Joko dan @Rina susun naskah')).toMatchObject({
      who: 'Joko, Rina Contoh, S.IP., M.Si.',
      unit: 'u1',
      text: 'susun naskah',
    })
  })
})

describe('until when', () => {
  it.each([
    ['@Rina kirim data sebelum 30 Nov', '2026-11-30'],
    ['@Rina kirim data paling lambat 30/11', '2026-11-30'],
    ['kirim paling lambat hari Senin, 30 November 2026', '2026-11-30'],
    ['kirim selambat-lambatnya tgl 5 Desember', '2026-12-05'],
    ['kirim s.d. 2026-12-01', '2026-12-01'],
    ['kirim sampai dengan 01-12-2026', '2026-12-01'],
    ['kirim tenggat: 1.12.26', '2026-12-01'],
    ['kirim 5 Jan', '2027-01-05'],
    ['by Nov 30 send it', '2026-11-30'],
    ['kirim hari ini', '2026-11-19'],
    ['kirim besok', '2026-11-20'],
    ['besok kirim', '2026-11-20'],
    ['kirim lusa', '2026-11-21'],
    ['kirim minggu depan', '2026-11-26'],
    ['kirim bulan depan', '2026-12-19'],
    ['kirim akhir bulan', '2026-11-30'],
    ['kirim dalam 3 hari', '2026-11-22'],
    ['kirim dua minggu lagi', '2026-12-03'],
    ['kirim Jumat', '2026-11-20'],
    ['kirim Kamis', '2026-11-26'],
    ['kirim Senin', '2026-11-23'],
    ["kirim sebelum Jum'at depan", '2026-11-27'],
    ['kirim Rabu ini', '2026-11-18'],
    ['kirim hari Minggu', '2026-11-22'],
    ['send it next Monday', '2026-11-23'],
  ])('%s', (line, day) => {
    expect(due(line)).toBe(day)
    expect(read(`T: ${line}`).text).toMatch(/^(?:kirim(?: data)?|send it)$/u)
  })

  it.each([
    'nilai 9/10',
    'tiap minggu',
    'selesaikan dalam pertemuan 3 hari',
    'undang maksimal 10-12 orang',
    'pakai versi 1.5',
    'sebelum 31/2',
    'sampai selesai',
    'rapat besok dengan camat',
    'catat arti mei dan 30 warga',
  ])('is not said by: %s', (line) => {
    expect(read(`T: ${line}`)).toMatchObject({ due: '', text: line })
  })

  it('goes by the word that says until, not by another day in the sentence', () => {
    expect(read('T: kirim data 12 Nov 2026 ke Bappeda sebelum 30 Nov')).toMatchObject({
      due: '2026-11-30',
      text: 'kirim data 12 Nov 2026 ke Bappeda',
    })
  })

  it('does not take a day at the end for one that was said to be the last', () => {
    expect(read('T: sebelum 30 Nov kirim hasil rapat 12 Nov 2026')).toMatchObject({
      due: '2026-11-30',
      text: 'kirim hasil rapat 12 Nov 2026',
    })
  })

  it('keeps to the calendar at the ends of months and years', () => {
    const on = (line: string, from: string) => parseNoteLine(`T: ${line}`, { people, units, day: from }).due
    expect(on('kirim bulan depan', '2027-01-31')).toBe('2027-02-28')
    expect(on('kirim besok', '2026-12-31')).toBe('2027-01-01')
    expect(on('kirim akhir tahun', '2026-12-31')).toBe('2026-12-31')
    expect(on('kirim 29 Feb', '2027-03-01')).toBe('2028-02-29')
  })

  it('reads only whole days while the session has none', () => {
    const without = (line: string) => parseNoteLine(line, { people, units, day: '' }).due
    expect(without('T: kirim besok')).toBe('')
    expect(without('T: kirim sebelum 30 Nov')).toBe('')
    expect(without('T: kirim sebelum 30 Nov 2026')).toBe('2026-11-30')
  })
})

describe('long and odd lines', () => {
  it('are read at once', () => {
    const began = performance.now()
    for (const piece of ['@a ', 'sebelum ', '30 ', '1/1/', 'dalam 3 ', '  ', '((', 'Senin, ']) {
      const line = `T: ${piece.repeat(4000)}`
      expect(parseNoteLine(line, { people, units, day }).kind).toBe('tindak_lanjut')
    }
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('calling somebody while typing', () => {
  it('finds the name under the caret', () => {
    expect(mentionAt('T: @Ri', 6)).toEqual({ from: 3, typed: 'Ri' })
    expect(mentionAt('T: @Ri kirim', 6)).toEqual({ from: 3, typed: 'Ri' })
    expect(mentionAt('T: rina@contoh', 14)).toBeNull()
    expect(mentionAt('T: kirim', 8)).toBeNull()
    expect(mentionAt('T: @', 4)).toEqual({ from: 3, typed: '' })
  })

  it('offers those whose name begins so first', () => {
    expect(peopleLike(people, 'budi m', 5).map(({ id }) => id)).toEqual(['budi2'])
    expect(peopleLike(people, 'contoh', 5).map(({ id }) => id)).toEqual(['rina', 'budi', 'sari'])
    expect(peopleLike(people, '', 2)).toHaveLength(2)
  })
})
