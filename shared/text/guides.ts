import { messages } from './messages.ts'

export const guidesText = messages({
  title: { id: 'Pedoman', en: 'Guides' },
})
