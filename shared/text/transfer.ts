import { messages } from './messages.ts'

/** Canvases going out as files and rows coming in. */
export const transferText = messages({})
