import { messages } from './messages.ts'

/** What `npm start` says in the terminal, always to standard error. */
export const startText = messages({
  building: { id: 'Menyusun aplikasi dari kode sumber…', en: 'Building the app from its sources…' },
  buildFailed: {
    id: 'Aplikasi tidak dapat disusun. Pesan di atas menyebut sebabnya.',
    en: 'The app could not be built. The message above says why.',
  },
  buildOld: {
    id: 'Penyusunan gagal; yang dibuka adalah susunan sebelumnya.',
    en: 'The build failed; what opens is the previous build.',
  },
  getting: {
    id: 'Program Electron belum ada di sini. Mencoba memasangnya, paling lama {{seconds}} detik…',
    en: 'Electron itself is not here yet. Trying to install it, {{seconds}} seconds at most…',
  },
  notGot: { id: 'Electron tidak dapat dipasang (perlu internet).', en: 'Electron could not be installed (that needs the internet).' },
  window: { id: 'Membuka Labinov di jendelanya sendiri.', en: 'Opening Labinov in its own window.' },
  windowFailed: { id: 'Jendela tidak dapat dibuka (kode {{code}}).', en: 'The window could not be opened (code {{code}}).' },
  whyAsked: { id: 'LABINOV_NO_ELECTRON=1, jadi tanpa jendela.', en: 'LABINOV_NO_ELECTRON=1, so no window.' },
  whyNoBinary: { id: 'Program Electron tidak ada, jadi tanpa jendela.', en: 'Electron itself is not here, so no window.' },
  whyNoDisplay: {
    id: 'Tidak ada layar (DISPLAY atau WAYLAND_DISPLAY), jadi tanpa jendela.',
    en: 'There is no display (DISPLAY or WAYLAND_DISPLAY), so no window.',
  },
  whyRoot: {
    id: 'Dijalankan sebagai root: jendela tidak dibuka, karena pengamannya tidak bekerja untuk root.',
    en: 'Running as root: no window is opened, because its sandbox does not work for root.',
  },
  inBrowser: {
    id: 'Aplikasi yang sama kini dapat dibuka di peramban, hanya dari komputer ini, pada alamat di atas.',
    en: 'The same app can now be opened in a browser, from this computer only, at the address above.',
  },
  workspace: { id: 'Ruang kerja: {{folder}}', en: 'Workspace: {{folder}}' },
  readOnly: {
    id: 'Labinov lain (proses {{pid}} di {{host}}) sedang memakai ruang kerja ini. Di sini hanya dapat dibaca.',
    en: 'Another Labinov (process {{pid}} on {{host}}) is using this workspace. Here it can only be read.',
  },
  stop: { id: 'Tekan Ctrl+C untuk berhenti.', en: 'Press Ctrl+C to stop.' },
  stopped: { id: 'Semua tersimpan.', en: 'Everything is saved.' },
  unsaved: {
    id: '{{count}} dokumen belum dapat ditulis ke {{folder}}. Yang tersimpan sebelumnya tetap ada.',
    en: '{{count}} documents could not be written to {{folder}}. What was saved before is still there.',
  },
  notOpened: { id: 'Labinov tidak dapat dibuka: {{reason}}', en: 'Labinov could not be opened: {{reason}}' },
})
