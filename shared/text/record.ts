import { messages } from './messages.ts'

export const recordText = messages({
  title: { id: 'Catatan sesi', en: 'Session record' },
})
