import { messages } from './messages.ts'

/** One sentence for each finding of `submissionFindings`; days come in already written out. */
export const submissionText = messages({
  missingHeader: { id: 'Isian "{{label}}" masih kosong.', en: 'The entry "{{label}}" is still empty.' },
  noStartDate: {
    id: 'Tanggal mulai implementasi belum diisi. Tanpa tanggal itu usia inovasi tidak bisa dihitung.',
    en: 'The date implementation began is missing. Without it the age of the innovation cannot be counted.',
  },
  startInFuture: {
    id: 'Tanggal mulai {{day}} belum tiba. Periksa tahunnya.',
    en: 'The start date {{day}} has not come yet. Check the year.',
  },
  tooYoung: {
    id: 'Usia inovasi {{years}} tahun {{months}} bulan pada {{closing}}, padahal perlu {{needs}} tahun. Mulai paling lambat {{latest}} agar memenuhi syarat.',
    en: 'The innovation is {{years}} years {{months}} months old on {{closing}} and must be {{needs}}. It would have had to begin by {{latest}}.',
  },
  outsideWindow: {
    id: 'Tanggal mulai {{day}} di luar rentang {{from}} sampai {{until}}.',
    en: 'The start date {{day}} lies outside {{from}} to {{until}}.',
  },
  dateDiffers: {
    id: 'Tanggal mulai di formulir {{day}}, sedangkan di data inovasi {{other}}. Samakan keduanya dengan bukti.',
    en: 'The form says it began on {{day}}, the innovation itself says {{other}}. Make both agree with the proof.',
  },
  noClosing: {
    id: 'Tanggal penutupan pendaftaran belum diisi. Usia dihitung per {{day}}.',
    en: 'The closing date of registration is not set. The age is counted as of {{day}}.',
  },
  closingPassed: { id: 'Pendaftaran sudah ditutup pada {{closing}}.', en: 'Registration closed on {{closing}}.' },
  empty: { id: 'Bagian "{{label}}" belum ditulis.', en: 'The section "{{label}}" is not written yet.' },
  emptyDraws: {
    id: 'Bagian "{{label}}" belum ditulis. Bahannya sudah ada di {{count}} kanvas.',
    en: 'The section "{{label}}" is not written yet. There is material for it in {{count}} canvases.',
  },
  short: {
    id: 'Bagian "{{label}}" kurang {{by}} kata dari paling sedikit {{min}}.',
    en: 'The section "{{label}}" is {{by}} words short of the least {{min}}.',
  },
  long: {
    id: 'Bagian "{{label}}" lebih {{by}} kata dari paling banyak {{max}}.',
    en: 'The section "{{label}}" is {{by}} words over the most {{max}}.',
  },
  carelessFiller: {
    id: 'Bagian "{{label}}" berisi teks pengganti, misalnya "{{quote}}". Tulis jawaban yang sebenarnya.',
    en: 'The section "{{label}}" holds filler text such as "{{quote}}". Write the real answer.',
  },
  carelessRepeated: {
    id: 'Bagian "{{label}}" sama dengan bagian "{{other}}". Jawab tiap pertanyaan sendiri-sendiri.',
    en: 'The section "{{label}}" is the same as "{{other}}". Answer each question on its own.',
  },
  sentBack: { id: 'Coach meminta bagian "{{label}}" diperbaiki.', en: 'The coach asked for changes in "{{label}}".' },
  statementMissing: { id: '"{{label}}" belum dilampirkan.', en: '"{{label}}" is not attached.' },
  statementToPrint: {
    id: '"{{label}}" belum dilampirkan. Cetak lembarnya, tanda tangani, lalu unggah hasil pindainya.',
    en: '"{{label}}" is not attached. Print the sheet, sign it, then upload the scan.',
  },
  statementWithoutFile: {
    id: '"{{label}}" tercatat sebagai bukti, tetapi berkasnya belum ada.',
    en: '"{{label}}" is on the list of evidence, but its file is missing.',
  },
  attachmentMissing: { id: 'Bagian "{{label}}" wajib berlampiran.', en: 'The section "{{label}}" needs an attachment.' },
  attachmentHeavy: {
    id: '"{{file}}" berukuran {{size}} MB. Batas umum {{most}} MB; kecilkan PDF itu.',
    en: '"{{file}}" has {{size}} MB. The usual limit is {{most}} MB; make the PDF smaller.',
  },
  tooManyAttachments: {
    id: 'Bagian "{{label}}" memiliki {{count}} lampiran, paling banyak {{most}}. Gabungkan menjadi satu berkas.',
    en: 'The section "{{label}}" has {{count}} attachments, at most {{most}} are taken. Join them into one file.',
  },
  noEvidence: {
    id: 'Bagian "{{label}}" ({{weight}} % nilai) belum didukung bukti apa pun.',
    en: 'The section "{{label}}" ({{weight}}% of the score) has no evidence yet.',
  },
  claimWithoutEvidence: {
    id: 'Indikator "{{label}}" diakui di level {{claimed}}, bukti baru sampai level {{proven}}.',
    en: 'The indicator "{{label}}" claims level {{claimed}}, the evidence proves level {{proven}}.',
  },
  mandatoryIndicator: {
    id: 'Indikator wajib "{{label}}" belum memiliki bukti.',
    en: 'The mandatory indicator "{{label}}" has no evidence.',
  },
  titleLong: {
    id: 'Judul terdiri dari {{count}} kata. Usahakan paling banyak {{most}}.',
    en: 'The title has {{count}} words. Aim at {{most}} at most.',
  },
  titleCapitals: {
    id: 'Judul ditulis dengan huruf kapital semua. Pakai kapital hanya untuk singkatan.',
    en: 'The title is written in capitals only. Keep capitals for the acronym.',
  },
  titleBare: {
    id: 'Judul hanya berupa nama "{{name}}". Tambahkan apa yang dilakukan inovasi ini dan untuk siapa.',
    en: 'The title is only the name "{{name}}". Add what the innovation does and for whom.',
  },
  titleAcronym: {
    id: 'Huruf {{letters}} pada "{{name}}" tidak ditemukan dalam kepanjangannya.',
    en: 'The letters {{letters}} of "{{name}}" are not found in what it stands for.',
  },
  titleSame: {
    id: 'Judul atau nama ini sama dengan inovasi "{{other}}". Judul kembar digugurkan saat seleksi administrasi.',
    en: 'The title or name is the same as that of the innovation "{{other}}". Entries with one title fail the administrative check.',
  },
  titleWord: {
    id: 'Kata "{{word}}" pada judul bisa dianggap kurang patut. Pastikan panitia menerimanya.',
    en: 'The word "{{word}}" in the title may be found improper. Make sure the committee accepts it.',
  },
  trailUnused: {
    id: 'Bagian "{{label}}" belum mengambil apa pun dari {{count}} kanvas yang sudah terisi.',
    en: 'The section "{{label}}" takes nothing from the {{count}} canvases that are filled.',
  },
})
