/** Words in a judge's package and in the names of its files. */
import { messages } from './messages.ts'

export const juryPackage = messages({
  summary: { id: 'Ringkasan', en: 'Summary' },
  folder: { id: 'Paket Juri', en: 'Judges’ Packages' },
  file: { id: 'Paket Juri', en: 'Judge’s Package' },
  back: { id: 'Nilai Juri', en: 'Judge’s Marks' },
})
