import { expect, it } from 'vitest'
import { stem, stems } from '#shared/rules/indonesian.ts'

const family = (...words: readonly string[]): void => {
  const roots = words.map((word) => new Set(stems(word)))
  const [first = new Set<string>(), ...others] = roots
  for (const [at, other] of others.entries())
    expect(
      [...first].some((root) => other.has(root)),
      `${words[0]} and ${words[at + 1]}: ${[...first]} / ${[...other]}`,
    ).toBe(true)
}

it('brings the forms of a word together: me-, pe-, ber-, ter-, di-, ke-, -kan, -i, -an, -nya', () => {
  family('layan', 'layanan', 'pelayanan', 'melayani', 'dilayani', 'pelayanannya', 'layananku')
  family('sehat', 'kesehatan', 'penyehatan', 'menyehatkan')
  family('daya', 'pemberdayaan', 'memberdayakan', 'diberdayakan')
  family('lanjut', 'keberlanjutan', 'berkelanjutan', 'melanjutkan')
  family('cepat', 'percepatan', 'mempercepat', 'tercepat', 'secepatnya')
  family('ajar', 'belajar', 'pelajar', 'mengajar', 'pembelajaran')
  family('ternak', 'peternak', 'peternakan', 'beternak')
  family('digital', 'digitalisasi', 'mendigitalkan')
})

it('gives back the letter that a nasal prefix swallowed', () => {
  expect(['mengirim', 'menulis', 'memakai', 'menyusun', 'menguji'].map(stem)).toEqual(['kirim', 'tulis', 'pakai', 'susun', 'uji'])
  // Without a dictionary both readings stand; one of them is the root.
  expect(stems('mengupas')).toEqual(expect.arrayContaining(['kupas', 'upas']))
})

it('takes a word twice for the word, and leaves a pair of different halves as it is', () => {
  expect(stem('anak-anak')).toBe('anak')
  expect(stem('buku-bukunya')).toBe('buku')
  expect(stem('berlari-lari')).toBe('lari')
  expect(stem('sayur-mayur')).toBe('sayur-mayur')
})

it('keeps what only looks like a form', () => {
  for (const word of [
    'sekolah',
    'masalah',
    'makan',
    'jalan',
    'ikan',
    'dinas',
    'digital',
    'desa',
    'perempuan',
    'inovasi',
    'perilaku',
    'stunting',
  ])
    expect(stem(word), word).toBe(word)
})

it('does not mix up words that have nothing to do with each other', () => {
  for (const [one, other] of [
    ['pelayanan', 'pelabuhan'],
    ['kesehatan', 'kesempatan'],
    ['pasar', 'pasien'],
    ['sampah', 'sampan'],
    ['pertanian', 'pertanyaan'],
  ] as const)
    expect(
      stems(one).some((root) => stems(other).includes(root)),
      `${one} / ${other}`,
    ).toBe(false)
})

it('leaves numbers, short words and other scripts alone, and answers for any text', () => {
  for (const word of ['4', '5g', 'e-ktp', 'ok', '', 'ünïcode', '健康', `${'me'.repeat(200)}an`])
    expect(stems(word).length, word).toBeGreaterThan(0)
  expect(stem('5g')).toBe('5g')
  expect(stem('健康')).toBe('健康')
})
