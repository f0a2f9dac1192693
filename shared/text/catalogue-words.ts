import { messages } from './messages.ts'

/** Words of the catalogue that stand in files and charts: how an innovation stands, the yearly list, the list over succession. */
export const catalogueWords = messages({
  st_ide: { id: 'Ide', en: 'Idea' },
  st_uji_coba: { id: 'Uji coba', en: 'Trial' },
  st_penerapan: { id: 'Penerapan', en: 'In use' },
  st_berjalan: { id: 'Berjalan', en: 'Running' },
  st_berhenti: { id: 'Berhenti', en: 'Stopped' },
  reuse_mudah: { id: 'Mudah', en: 'Easy' },
  reuse_sedang: { id: 'Sedang', en: 'Medium' },
  reuse_sulit: { id: 'Sulit', en: 'Hard' },

  roundFile: { id: 'Putaran status inovasi - {{region}} {{year}}', en: 'Yearly round of innovations - {{region}} {{year}}' },
  roundSheet: { id: 'Status inovasi', en: 'Innovations' },
  roundHelp: { id: 'Petunjuk', en: 'Instructions' },
  code: { id: 'Kode (jangan diubah)', en: 'Code (do not change)' },
  name: { id: 'Nama inovasi', en: 'Innovation' },
  unit: { id: 'Unit', en: 'Unit' },
  status: {
    id: 'Status (ide, uji coba, penerapan, berjalan, atau berhenti)',
    en: 'Status (idea, trial, in use, running, or stopped)',
  },
  since: { id: 'Sejak tanggal', en: 'Since' },
  reason: { id: 'Alasan berhenti', en: 'Reason for stopping' },
  contact: { id: 'Kontak kantor', en: 'Office contact' },
  help1: {
    id: 'Periksa setiap baris. Ubah kolom Status, Sejak tanggal, Alasan berhenti, dan Kontak kantor bila keadaannya sudah lain.',
    en: 'Check every row. Change Status, Since, Reason for stopping and Office contact where things are different now.',
  },
  help2: {
    id: 'Status ditulis dengan salah satu kata ini: ide, uji coba, penerapan, berjalan, berhenti.',
    en: 'Write the status as one of these words: idea, trial, in use, running, stopped.',
  },
  help3: {
    id: 'Inovasi yang berhenti wajib diberi alasan. Tanggal boleh ditulis 29-06-2026 atau 29 Juni 2026.',
    en: 'One that stopped needs a reason. Dates may be written 29-06-2026 or 29 June 2026.',
  },
  help4: {
    id: 'Jangan mengubah kolom Kode: Labinov mengenali inovasi dari sana. Kontak yang diminta adalah kontak kantor, bukan nomor pribadi.',
    en: 'Leave the Code column as it is: Labinov knows the innovation by it. The contact is that of the office, not a private number.',
  },
  sentAt: { id: 'Daftar ini dibuat pada {{at}}.', en: 'This list was made on {{at}}.' },

  watchFile: { id: 'Pantauan suksesi inovasi', en: 'Watch over succession' },
  watchSheet: { id: 'Pantauan suksesi', en: 'Succession' },
  watchThreats: { id: 'Yang mengancam', en: 'What threatens it' },
  watchDo: { id: 'Yang perlu dilakukan', en: 'What to do' },
  watchUnknown: { id: 'Belum diketahui', en: 'Not known yet' },
  watchLab: { id: 'Lab', en: 'Lab' },
  watchStanding: { id: 'Status', en: 'Status' },
  th_one_person: { id: 'Bergantung pada satu orang', en: 'Hangs on one person' },
  th_leader_changed: { id: 'Pimpinan sudah berganti', en: 'The leader has changed' },
  th_no_sop: { id: 'Belum ada SOP', en: 'No procedure' },
  th_no_regulation: { id: 'Belum ada aturan', en: 'No regulation' },
  th_no_budget: { id: 'Belum ada anggaran tahun depan', en: 'No budget for next year' },
  th_no_successor: { id: 'Penerus belum disebut', en: 'No successor named' },
  /** What is asked about, where nobody answered. */
  q_one_person: { id: 'jumlah orang pada setiap fungsi', en: 'how many people for each function' },
  q_leader_changed: { id: 'pergantian pimpinan', en: 'change of leaders' },
  q_no_sop: { id: 'SOP', en: 'procedure' },
  q_no_regulation: { id: 'aturan', en: 'regulation' },
  q_no_budget: { id: 'anggaran tahun depan', en: 'budget for next year' },
  q_no_successor: { id: 'penerus', en: 'successor' },
  do_one_person: {
    id: 'Terbitkan SK tim dengan paling sedikit dua orang pada setiap fungsi.',
    en: 'Issue a team decree with at least two people for every function.',
  },
  do_leader_changed: {
    id: 'Paparkan inovasi ini kepada pimpinan baru dan serahkan memori alih tugasnya.',
    en: 'Present the innovation to the new leader and hand over its handover notes.',
  },
  do_no_sop: { id: 'Tetapkan SOP atau panduan kerjanya.', en: 'Adopt a procedure or a guide for it.' },
  do_no_regulation: {
    id: 'Usulkan keputusan atau peraturan kepala daerah yang menyebut inovasi ini.',
    en: 'Propose a decree or regulation that names the innovation.',
  },
  do_no_budget: { id: 'Masukkan ke usulan anggaran tahun depan.', en: 'Put it into the budget proposal for next year.' },
  do_no_successor: { id: 'Sebut nama penerus dan mulai pendampingan.', en: 'Name a successor and begin mentoring.' },
})
