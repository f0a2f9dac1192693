import { messages } from './messages.ts'

export const innovationText = messages({})
