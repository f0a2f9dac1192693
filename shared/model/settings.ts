import { z } from 'zod'
import { languages } from './text.ts'

export const themes = ['system', 'light', 'dark'] as const

/** What a person chose for this workspace; kept in `settings.json`. */
export const settings = z.object({
  language: z.enum(languages),
  theme: z.enum(themes),
  /** Per cent, 90 to 150. */
  textScale: z.number().int().min(90).max(150),
  /** Name written beside notes and remarks. */
  me: z.string().max(120),
  /** Absolute folder for exports; empty means `keluaran` inside the workspace. */
  outputFolder: z.string().max(1000),
})
export type Settings = z.infer<typeof settings>

export const defaultSettings: Settings = { language: 'id', theme: 'system', textScale: 100, me: '', outputFolder: '' }
