/** Words from which a believable catalogue is made. Regions are real names; everybody and every innovation is made up. */

/** Province → regencies and cities, as people write them. */
export const regions: Readonly<Record<string, readonly string[]>> = {
  Aceh: ['Kota Banda Aceh', 'Kabupaten Aceh Besar', 'Kabupaten Bireuen', 'Kota Langsa'],
  'Sumatera Utara': ['Kota Medan', 'Kabupaten Deli Serdang', 'Kabupaten Karo', 'Kota Pematangsiantar'],
  'Sumatera Barat': ['Kota Solok', 'Kota Padang Panjang', 'Kabupaten Agam', 'Kota Payakumbuh', 'Kabupaten Tanah Datar'],
  Riau: ['Kota Pekanbaru', 'Kabupaten Siak', 'Kabupaten Kampar'],
  Lampung: ['Kota Metro', 'Kota Bandar Lampung', 'Kabupaten Pringsewu', 'Kabupaten Way Kanan'],
  Banten: ['Kota Tangerang Selatan', 'Kabupaten Lebak', 'Kota Serang'],
  'Jawa Barat': ['Kota Bogor', 'Kabupaten Sumedang', 'Kabupaten Garut', 'Kota Cimahi', 'Kabupaten Majalengka'],
  'Jawa Tengah': ['Kota Semarang', 'Kabupaten Wonogiri', 'Kabupaten Brebes', 'Kota Pekalongan', 'Kabupaten Rembang'],
  'Daerah Istimewa Yogyakarta': ['Kabupaten Sleman', 'Kabupaten Kulon Progo', 'Kota Yogyakarta'],
  'Jawa Timur': [
    'Kabupaten Banyuwangi',
    'Kota Surabaya',
    'Kabupaten Lumajang',
    'Kabupaten Sidoarjo',
    'Kota Malang',
    'Kabupaten Bojonegoro',
  ],
  Bali: ['Kota Denpasar', 'Kabupaten Badung', 'Kabupaten Buleleng'],
  'Nusa Tenggara Barat': ['Kota Mataram', 'Kabupaten Lombok Tengah', 'Kabupaten Sumbawa Barat'],
  'Nusa Tenggara Timur': ['Kota Kupang', 'Kabupaten Ende', 'Kabupaten Flores Timur'],
  'Kalimantan Barat': ['Kota Pontianak', 'Kabupaten Sambas', 'Kota Singkawang'],
  'Kalimantan Timur': ['Kota Balikpapan', 'Kabupaten Kutai Kartanegara', 'Kota Bontang'],
  'Sulawesi Tengah': ['Kabupaten Banggai', 'Kota Palu', 'Kabupaten Sigi'],
  'Sulawesi Selatan': ['Kota Makassar', 'Kabupaten Bantaeng', 'Kabupaten Luwu Utara', 'Kota Parepare'],
  Gorontalo: ['Kota Gorontalo', 'Kabupaten Bone Bolango'],
  Maluku: ['Kota Ambon', 'Kabupaten Maluku Tengah'],
  Papua: ['Kota Jayapura', 'Kabupaten Biak Numfor'],
}

export type Topic = {
  readonly urusan: string
  readonly sdgs: readonly number[]
  readonly units: readonly string[]
  /** What it is about, as words of a long name. */
  readonly objects: readonly string[]
  readonly people: readonly string[]
  readonly problems: readonly string[]
  readonly results: readonly string[]
}

export const topics: readonly Topic[] = [
  {
    urusan: 'Kesehatan',
    sdgs: [3],
    units: ['Dinas Kesehatan', 'Puskesmas Melati', 'Puskesmas Tanjung Asri', 'RSUD Harapan', 'Puskesmas Sukamaju'],
    objects: [
      'Stunting',
      'Imunisasi',
      'Obat Lansia',
      'Ibu Hamil Risiko Tinggi',
      'Posyandu Remaja',
      'Rujukan Pasien',
      'Antrean Berobat',
      'Gizi Balita',
    ],
    people: ['ibu hamil', 'balita', 'lansia', 'pasien rujukan', 'remaja putri'],
    problems: [
      'angka stunting belum turun',
      'pasien menunggu lebih dari tiga jam',
      'ibu hamil risiko tinggi terlambat dirujuk',
      'lansia putus obat',
    ],
    results: ['waktu tunggu pasien turun', 'prevalensi stunting turun', 'cakupan imunisasi naik', 'kematian ibu dapat dicegah'],
  },
  {
    urusan: 'Pendidikan',
    sdgs: [4],
    units: ['Dinas Pendidikan', 'SDN 03 Kampung Baru', 'SMPN 2 Sukamulya', 'Sanggar Kegiatan Belajar'],
    objects: [
      'Literasi Siswa',
      'Anak Putus Sekolah',
      'PAUD Holistik',
      'Guru Penggerak Desa',
      'Belajar Numerasi',
      'Sekolah Ramah Anak',
      'Beasiswa Pelajar',
    ],
    people: ['siswa sekolah dasar', 'anak putus sekolah', 'guru honorer', 'orang tua murid'],
    problems: ['minat baca siswa rendah', 'anak pekerja putus sekolah', 'guru jarang dilatih', 'PAUD belum menjangkau desa terpencil'],
    results: ['siswa lancar membaca', 'anak kembali bersekolah', 'nilai literasi naik', 'guru saling belajar'],
  },
  {
    urusan: 'Administrasi kependudukan dan pencatatan sipil',
    sdgs: [16],
    units: ['Dinas Kependudukan dan Pencatatan Sipil', 'Kecamatan Lembah Hijau', 'Kelurahan Pasar Lama'],
    objects: ['Akta Kelahiran', 'KTP Elektronik', 'Kartu Identitas Anak', 'Perekaman Disabilitas', 'Dokumen Kependudukan', 'Akta Kematian'],
    people: ['warga terpencil', 'penyandang disabilitas', 'bayi baru lahir', 'pengantin baru'],
    problems: [
      'warga bolak-balik mengurus akta',
      'penyandang disabilitas belum terekam',
      'kematian tidak dilaporkan',
      'antrean perekaman KTP panjang',
    ],
    results: ['akta terbit pada hari yang sama', 'kepemilikan KIA naik', 'warga tidak perlu datang ke kantor'],
  },
  {
    urusan: 'Sosial',
    sdgs: [1],
    units: ['Dinas Sosial', 'Kecamatan Sungai Jernih', 'Kelurahan Bukit Damai'],
    objects: ['Data Keluarga Miskin', 'Bantuan Sosial', 'Rumah Singgah', 'Anak Jalanan', 'Lansia Sebatang Kara', 'Warga Rentan'],
    people: ['keluarga miskin', 'lansia sebatang kara', 'anak jalanan', 'penerima bantuan'],
    problems: ['bantuan salah sasaran', 'data kemiskinan tidak mutakhir', 'lansia sebatang kara tidak terurus'],
    results: ['bantuan tepat sasaran', 'data diperbarui setiap bulan', 'lansia dikunjungi relawan'],
  },
  {
    urusan: 'Lingkungan hidup',
    sdgs: [11, 12, 13],
    units: ['Dinas Lingkungan Hidup', 'Kelurahan Taman Sari', 'UPTD Pengelolaan Sampah'],
    objects: ['Bank Sampah', 'Sampah Organik', 'Maggot Rumah Tangga', 'Minyak Jelantah', 'Sungai Bersih', 'Ruang Terbuka Hijau'],
    people: ['rumah tangga', 'pedagang pasar', 'pengelola bank sampah', 'anak sekolah'],
    problems: ['sampah menumpuk di pasar', 'TPA hampir penuh', 'minyak jelantah dibuang ke selokan'],
    results: ['sampah ke TPA berkurang', 'warga menabung dari sampah', 'sungai tidak lagi berbau'],
  },
  {
    urusan: 'Pertanian',
    sdgs: [2, 12],
    units: ['Dinas Pertanian', 'Balai Penyuluhan Pertanian Sumber Rejeki', 'Dinas Ketahanan Pangan dan Pertanian'],
    objects: ['Pupuk Organik', 'Petani Milenial', 'Hama Padi', 'Pasar Tani', 'Kopi Rakyat', 'Inseminasi Sapi', 'Penyuluh Keliling'],
    people: ['petani padi', 'peternak sapi', 'petani muda', 'kelompok wanita tani'],
    problems: ['pupuk bersubsidi terlambat', 'harga panen jatuh', 'anak muda enggan bertani', 'serangan hama terlambat diketahui'],
    results: ['hasil panen naik', 'biaya pupuk turun', 'petani menjual langsung kepada pembeli'],
  },
  {
    urusan: 'Koperasi, usaha kecil dan menengah',
    sdgs: [8],
    units: ['Dinas Koperasi dan UKM', 'Dinas Perdagangan dan UMKM', 'Kecamatan Pantai Indah'],
    objects: ['UMKM Naik Kelas', 'Izin Usaha Mikro', 'Pasar Digital', 'Kemasan Produk', 'Modal Tanpa Rentenir', 'Sertifikat Halal'],
    people: ['pelaku UMKM', 'pedagang kaki lima', 'ibu rumah tangga', 'perajin'],
    problems: ['pelaku usaha terjerat rentenir', 'produk sulit masuk toko modern', 'izin usaha dianggap rumit'],
    results: ['omzet naik', 'usaha berizin bertambah', 'rentenir ditinggalkan'],
  },
  {
    urusan: 'Penanaman modal',
    sdgs: [8, 16],
    units: ['Dinas Penanaman Modal dan PTSP', 'Mal Pelayanan Publik'],
    objects: ['Perizinan Satu Pintu', 'Izin Praktik Nakes', 'Investasi Daerah', 'Antar Izin', 'Klinik Perizinan'],
    people: ['pemohon izin', 'calon investor', 'tenaga kesehatan'],
    problems: ['izin terbit melewati batas waktu', 'pemohon memakai calo', 'syarat izin tidak jelas'],
    results: ['izin terbit satu hari', 'pengaduan berkurang', 'nilai investasi naik'],
  },
  {
    urusan: 'Pekerjaan umum dan penataan ruang',
    sdgs: [6, 9],
    units: ['Dinas Pekerjaan Umum dan Penataan Ruang', 'UPTD Alat Berat', 'Perumda Air Minum Tirta Jernih'],
    objects: ['Jalan Berlubang', 'Air Bersih Desa', 'Drainase Kota', 'Informasi Tata Ruang', 'Irigasi Sawah'],
    people: ['pengguna jalan', 'warga desa', 'petani pemakai air'],
    problems: ['jalan berlubang lama ditangani', 'desa kekurangan air bersih', 'warga tidak tahu peruntukan lahan'],
    results: ['jalan ditambal dalam dua hari', 'air mengalir sepanjang hari', 'genangan surut lebih cepat'],
  },
  {
    urusan: 'Perpustakaan',
    sdgs: [4],
    units: ['Dinas Perpustakaan dan Kearsipan', 'Perpustakaan Desa Makmur'],
    objects: ['Pustaka Keliling', 'Buku Tetangga', 'Arsip Keluarga', 'Pojok Baca', 'Perpustakaan Inklusi'],
    people: ['anak-anak', 'pemustaka', 'warga binaan', 'kelompok ibu'],
    problems: ['pengunjung perpustakaan sedikit', 'buku tidak sampai ke desa', 'arsip keluarga hilang saat banjir'],
    results: ['peminjaman buku naik', 'pojok baca tumbuh di setiap RW', 'arsip tersimpan aman'],
  },
  {
    urusan: 'Kepegawaian',
    sdgs: [16],
    units: ['Badan Kepegawaian dan Pengembangan SDM', 'Sekretariat Daerah'],
    objects: ['Kenaikan Pangkat', 'Pensiun Pegawai', 'Talenta ASN', 'Cuti Elektronik', 'Kinerja Harian'],
    people: ['pegawai', 'calon pensiunan', 'pejabat fungsional'],
    problems: ['berkas kenaikan pangkat sering kurang', 'SK pensiun terlambat', 'penempatan pegawai tidak sesuai keahlian'],
    results: ['SK terbit tepat waktu', 'berkas tidak lagi dicetak', 'pegawai tahu arah kariernya'],
  },
  {
    urusan: 'Ketenteraman, ketertiban umum dan pelindungan masyarakat',
    sdgs: [11, 13],
    units: ['BPBD', 'Satuan Polisi Pamong Praja', 'Dinas Pemadam Kebakaran'],
    objects: ['Siaga Banjir', 'Damkar Tanggap', 'Desa Tangguh', 'Peringatan Longsor', 'Relawan Bencana'],
    people: ['warga bantaran sungai', 'relawan', 'pedagang pasar'],
    problems: ['peringatan banjir terlambat', 'hidran tidak terpetakan', 'warga belum terlatih mengungsi'],
    results: ['warga mengungsi sebelum air naik', 'waktu tanggap turun', 'korban jiwa dapat dihindari'],
  },
]

export const openers = [
  'Gerakan', 'Layanan', 'Sistem Informasi', 'Aplikasi', 'Jemput Bola', 'Aksi', 'Sinergi', 'Kelas', 'Rumah', 'Klinik', 'Program', 'Satu Data',
  'Pojok', 'Duta', 'Kampung', 'Mobil', 'Tabungan', 'Sahabat', 'Inovasi', 'Peta', 'Bimbingan', 'Kawal', 'Pantau', 'Teman',
] // biome-ignore format: a list
export const endings = [
  'Terpadu', 'Keliling', 'Mandiri', 'Berbasis Masyarakat', 'Cepat Tanggap', 'Digital', 'Bersama Desa', 'dari Rumah ke Rumah', 'Lintas Sektor',
  'Ramah Anak', 'Tuntas', 'Berkelanjutan', 'Terintegrasi', 'Gotong Royong', 'Sepanjang Hari', 'Tanpa Antre', 'Sampai Tujuan', 'Peduli',
] // biome-ignore format: a list
export const ways = [
  'kader mendatangi rumah setiap pekan', 'petugas memakai pesan singkat dan daftar bersama', 'data dicocokkan dengan desa setiap bulan',
  'warga melapor lewat nomor kantor', 'loket dibuka bergilir di kantor desa', 'relawan dilatih dan diberi alat sederhana',
  'berkas diperiksa sekali di depan', 'kelompok belajar bertemu dua kali sebulan', 'barang bekas diubah menjadi alat peraga',
] // biome-ignore format: a list
export const stopReasons = [
  'Penggagas dimutasi',
  'Anggaran tidak dilanjutkan',
  'Digantikan aplikasi pusat',
  'Tim bubar setelah lomba',
  'Unit digabung',
]
export const first =
  'Ayu Bima Citra Damar Endah Fajar Gita Hasan Intan Joko Kirana Lukman Mega Nanda Oki Putri Rangga Sari Taufik Wulan'.split(' ')
export const last = 'Contohwati Contohman Misalnya Umpama Ibarat Percobaan Karangan Rekaan Andaian Tiruan Samaran Bayangan'.split(' ')
