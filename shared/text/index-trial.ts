import { messages } from './messages.ts'

export const indexText = messages({
  title: { id: 'Simulasi indeks', en: 'Index trial' },
})
