import { messages } from './messages.ts'

export const evidenceText = messages({
  title: { id: 'Bukti', en: 'Evidence' },
})
