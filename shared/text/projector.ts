import { messages } from './messages.ts'

export const projectorText = messages({
  title: { id: 'Proyektor', en: 'Projector' },
})
