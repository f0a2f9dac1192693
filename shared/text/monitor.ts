import { messages } from './messages.ts'

export const monitorText = messages({
  title: { id: 'Pantauan', en: 'Monitoring' },
})
