import { messages } from './messages.ts'

/** Words around printed documents: names of files and folders, and of the parts that have no heading of their own. */
export const paperWords = messages({
  /** One file with many documents in it. */
  book: { id: 'Buku {{title}}', en: 'Book of {{title}}' },
  folder_lab: { id: 'Lab', en: 'Lab' },
  folder_stage: { id: 'Tahap', en: 'Stages' },
  folder_session: { id: 'Sesi', en: 'Sessions' },
  folder_innovation: { id: 'Inovasi', en: 'Innovations' },
  folder_convention: { id: 'Konvensi', en: 'Conventions' },
  folder_reward: { id: 'Penghargaan', en: 'Recognition' },
  cover: { id: 'Sampul', en: 'Cover' },
  head: { id: 'Kop dan judul', en: 'Letterhead and title' },
  signature: { id: 'Tanda tangan', en: 'Signature' },
})
