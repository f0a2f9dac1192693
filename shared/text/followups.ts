import { messages } from './messages.ts'

export const followupsText = messages({
  title: { id: 'Tindak lanjut', en: 'Follow-ups' },
})
