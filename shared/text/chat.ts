import { messages } from './messages.ts'

export const chatText = messages({
  text: { id: 'Teks untuk WhatsApp', en: 'Text for WhatsApp' },
  hint: {
    id: 'Ubah seperlunya. Yang diubah di sini tidak disimpan di lab.',
    en: 'Change what you need. What you change here is not kept in the lab.',
  },
  copy: { id: 'Salin', en: 'Copy' },
  copied: { id: 'Tersalin. Tempel di grup WhatsApp.', en: 'Copied. Paste it into the WhatsApp group.' },
  refused: { id: 'Peramban menolak menyalin. Tekan Ctrl+C.', en: 'The browser refused to copy. Press Ctrl+C.' },
})
