import { messages } from './messages.ts'

export const planText = messages({
  title: { id: 'Rencana sesi', en: 'Session plan' },
})
