import { messages } from './messages.ts'

/** For each kind of fault: what happened, what is safe, what to do. Keys are `<kind>`, `<kind>_safe`, `<kind>_do`. */
export const faultsText = messages({
  not_ours: { id: 'Berkas {{file}} bukan berkas Labinov', en: 'The file {{file}} is not a Labinov file' },
  not_ours_safe: {
    id: 'Berkas itu dibiarkan seperti adanya. Lab lain bisa dibuka.',
    en: 'The file was left as it is. Other labs can be opened.',
  },
  not_ours_do: {
    id: 'Pindahkan berkas itu dari folder Labinov, atau pulihkan dari cadangan.',
    en: 'Move the file out of the Labinov folder, or restore it from a backup.',
  },
  too_new: { id: 'Berkas {{file}} dibuat dengan Labinov yang lebih baru', en: 'The file {{file}} was made by a newer Labinov' },
  too_new_safe: { id: 'Isinya tidak diubah.', en: 'Its content was not changed.' },
  too_new_do: { id: 'Perbarui Labinov di laptop ini, lalu buka lagi.', en: 'Update Labinov on this laptop, then open it again.' },
  broken: { id: 'Berkas {{file}} rusak', en: 'The file {{file}} is damaged' },
  broken_safe: {
    id: 'Aslinya disimpan tanpa diubah. Lab dan inovasi lain bisa dipakai.',
    en: 'The original was kept unchanged. Other labs and innovations can be used.',
  },
  broken_do: {
    id: 'Pulihkan berkas itu dari cadangan. Jangan hapus yang rusak.',
    en: 'Restore the file from a backup. Do not delete the damaged one.',
  },
  missing: { id: '{{file}} tidak ditemukan', en: '{{file}} was not found' },
  missing_safe: { id: 'Yang lain tidak tersentuh.', en: 'Nothing else was touched.' },
  missing_do: {
    id: 'Periksa apakah folder dipindah atau penyimpanan dilepas, lalu coba lagi.',
    en: 'Check whether the folder was moved or the drive removed, then try again.',
  },
  denied: { id: 'Labinov tidak diizinkan membaca atau menulis {{file}}', en: 'Labinov may not read or write {{file}}' },
  denied_safe: {
    id: 'Semua yang sudah tersimpan tetap ada. Yang sesudahnya masih ada di layar ini.',
    en: 'Everything saved is still there. What came after is still on this screen.',
  },
  denied_do: {
    id: 'Beri izin tulis pada folder itu, lalu simpan lagi. Jangan tutup Labinov dulu.',
    en: 'Allow writing to that folder, then save again. Do not close Labinov yet.',
  },
  disk_full: {
    id: 'Perubahan terakhir belum tersimpan: penyimpanan laptop ini penuh',
    en: 'The last changes are not saved: the drive of this laptop is full',
  },
  disk_full_safe: {
    id: 'Semua yang sudah tersimpan tetap ada. Yang sesudahnya masih ada di layar ini.',
    en: 'Everything saved is still there. What came after is still on this screen.',
  },
  disk_full_do: {
    id: 'Kosongkan sedikitnya 40 MB, lalu simpan lagi. Jangan tutup Labinov dulu.',
    en: 'Free at least 40 MB, then save again. Do not close Labinov yet.',
  },
  locked: { id: 'Folder lab ini sedang dibuka Labinov lain', en: 'Another Labinov has this folder open' },
  locked_safe: { id: 'Semua isi bisa dibaca dan dicetak.', en: 'Everything can be read and printed.' },
  locked_do: { id: 'Tutup Labinov yang lain, lalu buka lagi yang ini.', en: 'Close the other Labinov, then open this one again.' },
  io: { id: '{{file}} tidak bisa dibaca atau ditulis', en: '{{file}} could not be read or written' },
  io_safe: { id: 'Semua yang sudah tersimpan tetap ada.', en: 'Everything saved is still there.' },
  io_do: { id: 'Periksa penyimpanan atau kabelnya, lalu coba lagi.', en: 'Check the drive or its cable, then try again.' },
  kept: { id: 'Aslinya disimpan sebagai {{file}}', en: 'The original was kept as {{file}}' },
  forbidden: { id: 'Ini hanya bisa dilakukan di laptop pemandu', en: 'This can only be done on the facilitator’s laptop' },
  gone: { id: 'Yang dicari sudah tidak ada', en: 'What you asked for is no longer there' },
  wrong: { id: 'Isian belum lengkap atau tidak sesuai', en: 'Something is missing or not as expected' },
  wrong_do: { id: 'Periksa isiannya, lalu coba lagi.', en: 'Check what you filled in, then try again.' },
  lost: { id: 'Labinov tidak menjawab', en: 'Labinov does not answer' },
  lost_do: { id: 'Pastikan Labinov masih berjalan, lalu coba lagi.', en: 'Make sure Labinov is still running, then try again.' },
  folder_relative: { id: 'Alamat folder "{{folder}}" belum lengkap', en: 'The path "{{folder}}" is not complete' },
  folder_relative_do: {
    id: 'Tulis alamat dari awal, misalnya D:\\Lab\\Hasil atau /home/nama/hasil.',
    en: 'Write the path from its beginning, such as D:\\Lab\\Hasil or /home/name/results.',
  },
  folder_file: { id: 'Di {{folder}} ada berkas, bukan folder', en: 'At {{folder}} there is a file, not a folder' },
  folder_file_do: { id: 'Pilih folder lain atau nama lain.', en: 'Choose another folder or another name.' },
  folder_denied: { id: 'Labinov tidak diizinkan menulis di {{folder}}', en: 'Labinov may not write in {{folder}}' },
  folder_denied_do: {
    id: 'Pilih folder lain, atau beri izin tulis pada folder itu.',
    en: 'Choose another folder, or allow writing to this one.',
  },
  folder_missing: { id: 'Folder {{folder}} tidak bisa dibuat', en: 'The folder {{folder}} cannot be made' },
  folder_missing_do: {
    id: 'Periksa apakah flashdisk atau drive itu tersambung, lalu coba lagi.',
    en: 'Check whether the stick or drive is connected, then try again.',
  },
  folder_io: { id: 'Labinov tidak bisa menulis di {{folder}}', en: 'Labinov cannot write in {{folder}}' },
  folder_io_do: { id: 'Pilih folder lain, atau periksa penyimpanannya.', en: 'Choose another folder, or check the drive.' },
  folder_safe: {
    id: 'Folder sebelumnya tetap dipakai. Dokumen yang sudah jadi tidak berubah.',
    en: 'The folder before it stays in use. Finished documents did not change.',
  },
  nothingChanged: { id: 'Tidak ada yang berubah.', en: 'Nothing was changed.' },
})
