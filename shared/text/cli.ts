import { messages } from './messages.ts'

/** What the command line says. Option names and commands stay as they are typed. */
export const cliText = messages({
  about: {
    id: 'labinov: Laboratorium Inovasi dari baris perintah, memakai inti yang sama dengan aplikasinya.',
    en: 'labinov: the innovation lab from the command line, over the same core as the app.',
  },
  usage: { id: 'Cara pakai', en: 'Usage' },
  commands: { id: 'Perintah', en: 'Commands' },
  options: { id: 'Pilihan', en: 'Options' },
  moreHelp: { id: 'labinov PERINTAH --help menjelaskan satu perintah.', en: 'labinov COMMAND --help explains one command.' },
  demo: {
    id: 'Membuat lab contoh di DIR/workspace dan semua dokumennya di DIR/documents: DOCX, PDF, dan XLSX.',
    en: 'Makes the sample lab in DIR/workspace and all its documents in DIR/documents: DOCX, PDF and XLSX.',
  },
  serve: { id: 'Menyajikan aplikasi untuk peramban di komputer ini.', en: 'Serves the app to a browser on this computer.' },
  export: { id: 'Menulis satu dokumen sebagai DOCX, PDF, atau XLSX.', en: 'Writes one document as DOCX, PDF or XLSX.' },
  check: {
    id: 'Memeriksa keutuhan semua file ruang kerja. Keluar dengan 1 bila ada yang rusak.',
    en: 'Checks every file of a workspace. Exits with 1 when something is damaged.',
  },
  list: { id: 'Mendaftar lab dan inovasi.', en: 'Lists labs and innovations.' },
  optOut: { id: 'folder hasil', en: 'folder for the result' },
  optWorkspace: { id: 'folder ruang kerja', en: 'workspace folder' },
  optPort: { id: 'nomor porta; 0 atau kosong memilih sendiri', en: 'port number; 0 or absent picks a free one' },
  optHost: { id: 'alamat tempat mendengarkan (bawaan 127.0.0.1)', en: 'address to listen on (127.0.0.1 unless told)' },
  optPages: { id: 'folder halaman yang sudah dibangun', en: 'folder of the built pages' },
  optLab: { id: 'id lab', en: 'id of the lab' },
  optInnovation: { id: 'id inovasi, untuk dokumen satu inovasi', en: 'id of the innovation, for documents of one innovation' },
  optDocument: { id: 'jenis dokumen: {{kinds}}', en: 'kind of document: {{kinds}}' },
  optSession: { id: 'id sesi, untuk dokumen satu sesi', en: 'id of the session, for documents of one session' },
  optStage: {
    id: 'kunci tahap seperti deliver, untuk dokumen satu tahap',
    en: 'key of the stage such as deliver, for documents of one stage',
  },
  optConvention: { id: 'id konvensi, untuk dokumen satu konvensi', en: 'id of the convention, for documents of one convention' },
  optReward: { id: 'id penghargaan, untuk dokumen satu penghargaan', en: 'id of the recognition, for documents of one recognition' },
  optVariant: { id: 'bentuk dokumen (bawaan: yang pertama)', en: 'form of the document (unless told: the first)' },
  optFormat: { id: 'docx, pdf, atau xlsx untuk yang punya tabel', en: 'docx, pdf, or xlsx where there are rows' },
  subjectNeeded: {
    id: 'Dokumen {{kind}} tentang satu hal: isi --{{option}}.',
    en: 'The document {{kind}} is about one thing: give --{{option}}.',
  },
  noWorkbook: { id: 'Dokumen {{kind}} tidak punya XLSX.', en: 'The document {{kind}} has no XLSX.' },
  optPaper: { id: 'A4 atau F4 (bawaan: setelan lab)', en: 'A4 or F4 (unless told: as the lab is set)' },
  optDate: {
    id: 'tanggal di atas tanda tangan, 2026-06-29 (bawaan: dikosongkan)',
    en: 'date above the signature, 2026-06-29 (unless told: left blank)',
  },
  optLanguage: { id: 'bahasa dokumen: id atau en', en: 'language of the document: id or en' },
  optJson: { id: 'keluaran JSON', en: 'print JSON' },
  optHelp: { id: 'bantuan ini', en: 'this help' },
  unknownCommand: { id: 'Perintah "{{name}}" tidak ada. Lihat labinov --help.', en: 'There is no command "{{name}}". See labinov --help.' },
  badOption: { id: '{{reason}} Lihat labinov {{command}} --help.', en: '{{reason}} See labinov {{command}} --help.' },
  optionMissing: { id: 'Pilihan --{{name}} wajib diisi.', en: 'The option --{{name}} is needed.' },
  optionWrong: { id: 'Nilai --{{name}} tidak bisa dipakai: {{value}}.', en: 'The value of --{{name}} cannot be used: {{value}}.' },
  optionUnknown: { id: 'Pilihan tidak dikenal atau tanpa nilai: {{detail}}.', en: 'Unknown option, or one without its value: {{detail}}.' },
  noWorkspace: { id: 'Di {{folder}} tidak ada ruang kerja Labinov.', en: 'There is no Labinov workspace in {{folder}}.' },
  noLab: { id: 'Lab "{{id}}" tidak ada. Lihat labinov list.', en: 'There is no lab "{{id}}". See labinov list.' },
  noInnovation: {
    id: 'Inovasi "{{id}}" tidak ada di lab itu. Lihat labinov list.',
    en: 'There is no innovation "{{id}}" in that lab. See labinov list.',
  },
  innovationNeeded: {
    id: 'Dokumen {{kind}} milik satu inovasi: isi --innovation.',
    en: 'The document {{kind}} belongs to one innovation: give --innovation.',
  },
  noPages: {
    id: 'Halaman aplikasi belum dibangun di {{folder}}. Jalankan npm run build.',
    en: 'The pages of the app have not been built in {{folder}}. Run npm run build.',
  },
  portTaken: {
    id: 'Porta {{port}} sedang dipakai program lain. Pilih porta lain dengan --port.',
    en: 'Port {{port}} is taken by another program. Choose another with --port.',
  },
  noAddress: { id: 'Alamat {{host}} bukan alamat komputer ini.', en: 'The address {{host}} is not one of this computer.' },
  readOnly: {
    id: 'Ruang kerja sedang dipakai Labinov lain (proses {{pid}} di {{host}}): hanya bisa dibaca.',
    en: 'Another Labinov holds the workspace (process {{pid}} on {{host}}): it can only be read.',
  },
  stop: { id: 'Tekan Ctrl+C untuk berhenti.', en: 'Press Ctrl+C to stop.' },
  unsaved: {
    id: '{{n}} dokumen belum bisa disimpan. Yang terakhir tersimpan masih utuh di {{folder}}.',
    en: '{{n}} documents could not be saved. What was saved last is whole in {{folder}}.',
  },
  sampleMade: { id: 'Lab contoh: {{folder}}', en: 'Sample lab: {{folder}}' },
  written: { id: '{{n}} dokumen ditulis di {{folder}}', en: '{{n}} documents written in {{folder}}' },
  glyphs: {
    id: '{{name}}: {{n}} huruf tidak ada di huruf dokumen dan dicetak sebagai kotak: {{chars}}',
    en: '{{name}}: {{n}} characters are not in the document fonts and were printed as boxes: {{chars}}',
  },
  missingPictures: {
    id: '{{name}}: {{n}} gambar tidak terbaca, diberi catatan di tempatnya',
    en: '{{name}}: {{n}} pictures could not be read; a note stands in their place',
  },
  whole: {
    id: 'Utuh: {{documents}} dokumen, {{attachments}} lampiran.',
    en: 'Whole: {{documents}} documents, {{attachments}} attachments.',
  },
  damaged: { id: 'Rusak: {{n}}', en: 'Damaged: {{n}}' },
  unforeseen: { id: 'Berhenti karena hal yang tidak terduga: {{detail}}', en: 'Stopped by something unforeseen: {{detail}}' },
})
