import { messages } from './messages.ts'

export const archiveText = messages({
  title: { id: 'Arsip lab', en: 'Archive of labs' },
})
