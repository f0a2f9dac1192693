import { messages } from './messages.ts'

/** Grids: typed cells, scoring one by one, totals, figures and remarks. */
export const gridText = messages({})
