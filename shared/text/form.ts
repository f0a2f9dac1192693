import { messages } from './messages.ts'

/** Forms and surveys: fields, the laid out view, the radar, the acronym. */
export const formText = messages({})
