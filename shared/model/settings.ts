/** What one person set on one laptop: `settings.json` at the top of a workspace. */
import { z } from 'zod'
import { languages } from './text.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/**
 * Every field falls back to its own default, so one bad or unknown value never costs the others.
 * Keys of a newer Labinov are kept as they are.
 */
export const settings = z.looseObject({
  language: z.enum(languages).catch('id'),
  theme: z.enum(themes).catch('system'),
  /** Multiplies all text, 0.9 to 1.5 (design: text scale 90 to 150 per cent). */
  textScale: z.number().min(0.9).max(1.5).catch(1),
  /** Who sits at this laptop; signs reviews, gates and edits. */
  me: z.object({ name: z.string().catch(''), position: z.string().catch('') }).catch({ name: '', position: '' }),
  /** Where exports go; empty until the facilitator chose a folder. */
  outputFolder: z.string().catch(''),
  /** The lab that was open last. */
  lastLab: z.string().nullable().catch(null),
  /** View state by screen: panels, zoom, chosen columns. Opaque here. */
  view: z.record(z.string(), z.unknown()).catch({}),
})
export type Settings = z.infer<typeof settings>

/** The settings of somebody who has set nothing. */
export const defaultSettings = (): Settings => settings.parse({})

/** A change of settings as a caller may ask for it: only what is named, and only values that are right. */
export const settingsChange = z
  .strictObject({
    language: z.enum(languages),
    theme: z.enum(themes),
    textScale: z.number().min(0.9).max(1.5),
    me: z.strictObject({ name: z.string().max(120), position: z.string().max(200) }),
    outputFolder: z.string().max(1000),
    lastLab: z.string().max(64).nullable(),
    view: z.record(z.string(), z.unknown()),
  })
  .partial()
