/**
 * Forms of Indonesian words (tata bahasa baku: meN-, peN-, ber-, ter-, di-, ke-, se-; -kan, -i, -an, -nya, -lah, -kah, -pun, -ku, -mu).
 * Without a dictionary a form can come from more than one root (`mengirim`: kirim or irim), so all of them are kept: two words belong
 * together when one root is common to both.
 */

/** Roots that look as if they were longer words, or that tell which of two readings is right. */
const roots: ReadonlySet<string> = new Set(
  (
    'kirim kelola kembang kurang kumpul kaji kendali kenal kerja kuat kunjung kena ketik ketahui kontrol kemas kawal ' +
    'pakai pantau pilih periksa pasar pinjam pimpin pelihara perlu putus pindah puas potong produksi pandu pasang percaya perintah ' +
    'tangan tani tanam temu tingkat tuju tulis tolong tentu terap terima tuntas tumbuh turun tata tagih tampung tular tunggu tugas dagang jabat ternak ' +
    'sapa sedia selesai sampai salur sebar susun simpan siap sesuai sejahtera sehat sama satu sosial sampah sekolah semangat segar ' +
    'seimbang sekretariat sertifikat sejarah selamat seluruh setia sederhana sentra seleksi sentuh sebut segera semua sistem ' +
    'adu ajar entas uji ubah ukur olah urus usul undang isi izin ikut ibu air ambil aman antar atur angkat arah awas ' +
    'data desa dinas digital didik diri diskusi disabilitas dana daya daftar darurat dampak ' +
    'beri beras besar berita bersih berkas berkah benih bela beli belanja bedah bencana bentuk bekal benar betul berani ' +
    'terang ternak terbit terus teman tepat tetap tekun teknologi tema tempat tenaga teratur ' +
    'layan lapor lahir lapang lanjut latih lindung lestari mandiri masuk mati muda mudah masyarakat masalah manfaat mudik ' +
    'makan minum milik mohon mulai meja media medis mesin menteri metode merah merdeka mental menu ' +
    'nikah naik nilai niat nyata nyaman ' +
    'guna gerak ganti gizi gabung gali ' +
    'bantu bangun baca baik bayar bina bagi buat bersama budaya bekerja ' +
    'cari cegah cepat catat cipta capai cetak cek coba cukup ' +
    'jaga jalan jangkau jamin jemput jual ' +
    'hasil harga harap hubung hidup himpun hitung hadir hapus hias ' +
    'rawat rencana ramah rapat rekam rujuk rukun raih ringan ' +
    'wadah wajib warga wawas waris ' +
    'ikan makan jalan bulan badan bahan lahan hutan tahan depan tujuan dengan papan aman iman ketan kawan bawa ' +
    'pasien pegawai pelaku pemuda peserta peduli pedoman pekan pendek penuh penting penduduk peran perempuan pesan pesisir ' +
    'kecamatan kelas kelompok keluarga keluar kembali kertas ketua kepala kebun kegiatan kemudian ' +
    'sekolah langkah jumlah rumah sudah indah tanah buah daerah istilah upah pemerintah kaidah ibadah wilayah ' +
    'buku laku saku suku paku perilaku aku ilmu tamu jamu temu hanya tanya punya ' +
    'evaluasi inovasi informasi aplikasi organisasi administrasi partisipasi edukasi literasi vaksinasi imunisasi mitigasi adaptasi ' +
    'posyandu puskesmas stunting imun donasi koperasi transportasi komunikasi konsultasi kolaborasi integrasi komisi televisi kondisi posisi ' +
    'anak sayur mayur'
  ).split(' '),
)

/** What is left after taking a part away must still be a word. */
const least = 4
const vowel = /^[aiueo]/
/** No Indonesian word ends in two of these. */
const hardEnd = /(?:[bcdfghjklmpqrstvwxyz])[bcdfgjklmpqrtvwxyz]$/

const longEnough = (rest: string): boolean => (rest.length >= least || roots.has(rest)) && /[aiueo]/.test(rest)

/** Prefix → what can stand behind it, for each way of reading it. The nasal swallows p, t, s and k. */
function withoutPrefix(word: string): readonly string[] {
  const rests: string[] = []
  const take = (prefix: string, make: (rest: string) => readonly string[]): void => {
    if (word.startsWith(prefix)) rests.push(...make(word.slice(prefix.length)))
  }
  const plain = (rest: string): readonly string[] => [rest]
  for (const head of ['me', 'pe']) {
    take(`${head}ny`, (rest) => (vowel.test(rest) ? [`s${rest}`, `ny${rest}`] : []))
    take(`${head}nge`, (rest) => (rest.length === 3 ? [rest] : []))
    take(`${head}ng`, (rest) => (vowel.test(rest) ? [rest, `k${rest}`] : /^[ghk]/.test(rest) ? [rest] : []))
    take(`${head}m`, (rest) => (vowel.test(rest) ? [`p${rest}`, `m${rest}`] : /^[bfpv]/.test(rest) ? [rest] : []))
    take(`${head}n`, (rest) => (vowel.test(rest) ? [`t${rest}`, `n${rest}`] : /^[cdjstz]/.test(rest) ? [rest] : []))
    take(head, (rest) => ((/^[lmnrwy]/.test(rest) && !/^n[gy]/.test(rest)) || roots.has(rest.replace(/an$/, '')) ? [rest] : []))
  }
  take('per', plain)
  take('pel', (rest) => (rest.startsWith('ajar') ? [rest] : []))
  take('bel', (rest) => (rest.startsWith('ajar') ? [rest] : []))
  take('ber', (rest) => (vowel.test(rest) ? [rest, `r${rest}`] : [rest]))
  take('be', (rest) => (/^[^aiueo]er/.test(rest) ? [rest] : []))
  take('ter', (rest) => (vowel.test(rest) ? [rest, `r${rest}`] : [rest]))
  for (const head of ['di', 'ke', 'se']) take(head, plain)
  return rests.filter(longEnough)
}

/** What a word can be without its last ending; the likeliest first. `verb`: it began with me- or di-. */
function withoutSuffix(word: string, verb: boolean): readonly string[] {
  const without = (ending: string): string | null => {
    const rest = word.endsWith(ending) ? word.slice(0, -ending.length) : ''
    return longEnough(rest) && !hardEnd.test(rest) ? rest : null
  }
  // Loan words end in -si and keep it; `-isasi` makes a noun of one that is also used without.
  if (word.endsWith('isasi')) return [without('isasi'), word].filter((one) => one !== null)
  const rests = word.endsWith('kan') && verb ? [without('kan'), without('an')] : [without('an'), without('kan')]
  if (verb && !word.endsWith('si')) rests.push(without('i'))
  if (verb && word.endsWith('si')) return [word, ...[without('i')].filter((one) => one !== null)]
  return rests.filter((one) => one !== null)
}

/** Particles and owners stand last of all. */
function withoutTail(word: string): readonly string[] {
  if (roots.has(word)) return [word]
  const rests: string[] = []
  for (const tail of ['nya', 'lah', 'kah', 'pun', 'ku', 'mu']) {
    const rest = word.endsWith(tail) ? word.slice(0, -tail.length) : ''
    if (longEnough(rest)) rests.push(rest)
  }
  // `-nya` is always an ending; the others may belong to the word (sekolah, perilaku).
  return word.endsWith('nya') && rests.length > 0 ? rests : [word, ...rests]
}

/** `anak-anak` is one word twice; in `sayur-mayur` and `gerak-gerik` the second half is another. */
function once(word: string): string {
  const [first = '', second = '', ...more] = word.split('-')
  if (second === '' || more.length > 0) return word
  return second.startsWith(first) || first.endsWith(second) ? (first.length >= second.length ? first : second) : word
}

/** Rarely more than three; each is tried by every search. */
const mostStems = 4

/** Roots a word can come from, the likeliest first; never empty. Expects lower case without accents. Words with digits are left alone. */
export function stems(word: string): readonly string[] {
  const single = once(word)
  if (single.length < 4 || !/^[a-z]+$/.test(single)) return [single]
  const found: string[] = []
  const note = (root: string): void => {
    if (found.length < mostStems * 4 && !found.includes(root)) found.push(root)
  }
  for (const bare of withoutTail(single)) follow(bare, /^(?:me|di)/.test(bare), 3, note)
  const known = found.filter((one) => roots.has(one))
  // Each reading of `pendidikan` that ends at a known root beats the guesses.
  return (known.length > 0 ? known : found.sort(byDepth(single))).slice(0, mostStems)
}

/** Shorter is further reduced; between two as short, the one found first. */
const byDepth = (word: string) => (a: string, b: string) => (a === word ? 1 : 0) - (b === word ? 1 : 0)

/** Goes on until nothing can be taken away, and notes the ends of all ways. */
function follow(word: string, verb: boolean, prefixes: number, note: (root: string) => void): void {
  const known = roots.has(word)
  const shorter = known || prefixes === 0 ? [] : withoutPrefix(word)
  const ends = known ? [] : withoutSuffix(word, verb)
  for (const rest of shorter) follow(rest, verb, prefixes - 1, note)
  for (const rest of ends) if (rest !== word) follow(rest, verb, prefixes, note)
  // A short word that still has an ending may be a root as it is.
  if (shorter.length === 0 && (ends.length === 0 || ends.includes(word) || word.length <= 6)) note(word)
}

/** The likeliest root: `pelayanan`, `melayani` and `layanannya` are all `layan`. */
export const stem = (word: string): string => stems(word)[0] ?? word
