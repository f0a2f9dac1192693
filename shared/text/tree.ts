import { messages } from './messages.ts'

/** Trees, fishbones, chains of whys and the objective tree. */
export const treeText = messages({})
