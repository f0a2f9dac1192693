import { messages } from './messages.ts'

/** The trail between notes, rows, fields and paragraphs. */
export const trailText = messages({})
