import { messages } from './messages.ts'

export const partnersText = messages({
  title: { id: 'Mitra', en: 'Partners' },
})
