import { messages } from './messages.ts'

/** What the desktop window says outside its page: menus and native dialogs. */
export const shellText = messages({
  menuFile: { id: 'Berkas', en: 'File' },
  menuEdit: { id: 'Sunting', en: 'Edit' },
  menuView: { id: 'Tampilan', en: 'View' },
  menuWindow: { id: 'Jendela', en: 'Window' },
  about: { id: 'Tentang Labinov', en: 'About Labinov' },
  hide: { id: 'Sembunyikan Labinov', en: 'Hide Labinov' },
  hideOthers: { id: 'Sembunyikan yang Lain', en: 'Hide Others' },
  showAll: { id: 'Tampilkan Semua', en: 'Show All' },
  quit: { id: 'Keluar', en: 'Quit' },
  undo: { id: 'Urungkan', en: 'Undo' },
  redo: { id: 'Ulangi', en: 'Redo' },
  cut: { id: 'Potong', en: 'Cut' },
  copy: { id: 'Salin', en: 'Copy' },
  paste: { id: 'Tempel', en: 'Paste' },
  pastePlain: { id: 'Tempel tanpa Format', en: 'Paste without Formatting' },
  selectAll: { id: 'Pilih Semua', en: 'Select All' },
  actualSize: { id: 'Ukuran Sebenarnya', en: 'Actual Size' },
  zoomIn: { id: 'Perbesar', en: 'Zoom In' },
  zoomOut: { id: 'Perkecil', en: 'Zoom Out' },
  fullScreen: { id: 'Layar Penuh', en: 'Full Screen' },
  reload: { id: 'Muat Ulang', en: 'Reload' },
  tools: { id: 'Alat Pengembang', en: 'Developer Tools' },
  minimize: { id: 'Kecilkan', en: 'Minimize' },
  close: { id: 'Tutup Jendela', en: 'Close Window' },

  openFailed: { id: 'Labinov tidak dapat membuka ruang kerja', en: 'Labinov cannot open the workspace' },
  openFailedDetail: {
    id: 'Ruang kerja: {{folder}}\nBerkas Anda tidak diubah. Periksa apakah folder itu ada dan boleh ditulisi, lalu buka Labinov lagi.\n\n{{reason}}',
    en: 'Workspace: {{folder}}\nYour files were not changed. Check that the folder exists and may be written to, then open Labinov again.\n\n{{reason}}',
  },

  crashed: { id: 'Jendela dimuat ulang karena berhenti bekerja', en: 'The window stopped working and was reloaded' },
  crashedDetail: {
    id: 'Yang sudah tersimpan tetap ada. Periksa kalimat terakhir yang Anda ketik. Catatan kejadian: {{log}}',
    en: 'What was saved is still there. Check the last sentence you typed. Log: {{log}}',
  },
  crashedAgain: { id: 'Jendela berhenti bekerja lagi', en: 'The window stopped working again' },
  crashedAgainDetail: {
    id: 'Yang sudah tersimpan tetap ada. Muat ulang untuk mencoba sekali lagi, atau keluar dan buka Labinov lagi. Catatan kejadian: {{log}}',
    en: 'What was saved is still there. Reload to try once more, or quit and open Labinov again. Log: {{log}}',
  },

  stillSaving: { id: 'Labinov masih menyimpan', en: 'Labinov is still saving' },
  stillSavingDetail: {
    id: 'Perubahan terakhir belum semuanya tertulis ke {{folder}}. Tunggu sebentar; jika folder itu ada di flashdisk atau jaringan, pastikan masih tersambung.',
    en: 'Not every last change is written to {{folder}} yet. Wait a moment; if that folder is on a USB stick or a network, make sure it is still connected.',
  },
  wait: { id: 'Tunggu', en: 'Wait' },
  quitAnyway: { id: 'Keluar Tanpa Menunggu', en: 'Quit without Waiting' },

  notSaved: { id: 'Perubahan terakhir tidak dapat disimpan', en: 'The last changes could not be saved' },
  notSavedDetail: {
    id: 'Dokumen yang belum tertulis: {{count}}. Yang tersimpan sebelumnya tetap ada di {{folder}}. Periksa apakah folder itu masih tersambung dan belum penuh. Catatan kejadian: {{log}}',
    en: 'Documents not written: {{count}}. What was saved before is still in {{folder}}. Check that the folder is still connected and not full. Log: {{log}}',
  },

  fault: { id: 'Ada kesalahan di dalam Labinov', en: 'Something went wrong inside Labinov' },
  faultDetail: {
    id: 'Yang sudah tersimpan tetap ada. Anda dapat terus bekerja; jika ada yang terasa janggal, keluar dan buka Labinov lagi. Catatan kejadian: {{log}}',
    en: 'What was saved is still there. You can go on working; if something seems wrong, quit and open Labinov again. Log: {{log}}',
  },
  pickFolder: { id: 'Pilih Folder', en: 'Choose a Folder' },
})
