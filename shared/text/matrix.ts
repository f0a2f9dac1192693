import { messages } from './messages.ts'

/** Matrices: points, cells and what they are painted by. */
export const matrixText = messages({})
