import { messages } from './messages.ts'

export const rewardsText = messages({
  title: { id: 'Penghargaan', en: 'Rewards' },
})
