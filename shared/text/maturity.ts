import { messages } from './messages.ts'

export const maturityText = messages({
  title: { id: 'Kematangan', en: 'Maturity' },
})
