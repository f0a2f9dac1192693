import { messages } from './messages.ts'

export const gatesText = messages({
  title: { id: 'Gerbang', en: 'Gates' },
})
