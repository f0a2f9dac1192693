import { messages } from './messages.ts'

export const runText = messages({
  title: { id: 'Sesi berjalan', en: 'Running session' },
})
