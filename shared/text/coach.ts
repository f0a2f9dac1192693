import { messages } from './messages.ts'

export const coachText = messages({
  title: { id: 'Meja coach', en: "Coach's desk" },
})
