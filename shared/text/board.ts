import { messages } from './messages.ts'

/** Boards: zones, notes, clusters, votes, writing alone and fast entry. */
export const boardText = messages({})
