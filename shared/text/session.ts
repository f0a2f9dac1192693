import { messages } from './messages.ts'

export const sessionText = messages({
  title: { id: 'Sesi', en: 'Sessions' },
})
