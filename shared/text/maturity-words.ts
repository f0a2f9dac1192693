import { messages } from './messages.ts'

/** What the count of an innovation and the trial of a region's index say in words. */
export const maturityWords = messages({
  ownCount: { id: 'Hitungan kantor, bukan penilaian resmi', en: "The office's own count, not an official assessment" },
  ownBand: { id: '{{band}} (sebutan kantor, bukan kategori resmi)', en: '{{band}} (the office’s own word, not an official category)' },
  sumOfMost: { id: '{{points}} dari {{most}} poin ({{percent}} %)', en: '{{points}} of {{most}} points ({{percent}}%)' },
  nextLevel: {
    id: 'Naik ke level {{level}}: +{{earns}} poin, perlu {{asks}}',
    en: 'To level {{level}}: +{{earns}} points, needs {{asks}}',
  },
  highest: { id: 'Sudah level tertinggi', en: 'Highest level reached' },
  uncounted_no_file: { id: 'Belum ada berkas atau tautan', en: 'No file or link yet' },
  uncounted_rejected: { id: 'Ditolak saat diperiksa', en: 'Turned down when it was checked' },
  uncounted_other_basis: { id: 'Untuk dasar ukur lain, tidak dihitung', en: 'For another basis, not counted' },
  uncounted_basis_missing: { id: 'Pilih dasar ukur dahulu agar dihitung', en: 'Choose the basis first for it to count' },
  uncounted_unknown_indicator: { id: 'Indikator ini tidak ada lagi di perangkat', en: 'The set no longer has this indicator' },
  lackInnovations: {
    id: 'Baru {{count}} inovasi, sedangkan jumlah poin dibagi {{divisor}}. Tambah {{missing}} inovasi agar pembagi tidak menekan rata-rata.',
    en: 'Only {{count}} innovations, while the points are divided by {{divisor}}. {{missing}} more and the divisor no longer drags the mean.',
  },
  lackMoreCount: {
    id: 'Setiap inovasi tambahan memberi {{points}} poin, sampai {{most}} inovasi.',
    en: 'Each further innovation adds {{points}} points, up to {{most}} innovations.',
  },
  lackBasicServices: {
    id: 'Poin jumlah inovasi belum dihitung: inovasi baru mencakup {{covered}} dari paling sedikit {{needed}} urusan pelayanan dasar. Belum ada: {{missing}}.',
    en: 'The points for the number of innovations do not count yet: {{covered}} of at least {{needed}} basic services are covered. Missing: {{missing}}.',
  },
  basicUnknown: {
    id: 'Apakah perangkat ini mensyaratkan urusan pelayanan dasar belum diketahui, jadi tidak diperhitungkan.',
    en: 'Whether this set asks for basic services is not known, so it is left out of the count.',
  },
  lackRegion: {
    id: 'Nilai bagian daerah (SPD) belum diisi, jadi dihitung 0 dari {{most}}.',
    en: "The region's own part (SPD) is not filled in and counts as 0 of {{most}}.",
  },
  lackMandatory: {
    id: 'Indikator wajib belum terbukti pada {{count}} inovasi.',
    en: 'Mandatory indicators are not proven in {{count}} innovations.',
  },
  lackNextBand: {
    id: 'Kurang {{points}} poin indeks menuju "{{band}}".',
    en: '{{points}} index points short of "{{band}}".',
  },
  pendidikan: { id: 'pendidikan', en: 'education' },
  kesehatan: { id: 'kesehatan', en: 'health' },
  pekerjaan_umum: { id: 'pekerjaan umum dan penataan ruang', en: 'public works and spatial planning' },
  perumahan: { id: 'perumahan rakyat dan kawasan permukiman', en: 'housing and settlements' },
  ketenteraman: {
    id: 'ketenteraman, ketertiban umum, dan pelindungan masyarakat',
    en: 'peace, public order and protection of the community',
  },
  sosial: { id: 'sosial', en: 'social affairs' },
})
