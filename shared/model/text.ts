import { z } from 'zod'

/** The two languages of the app. Indonesian comes first everywhere. */
export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]

/** A text in both languages, as the packs carry it. */
export const bothTexts = z.object({ id: z.string().min(1), en: z.string().min(1) }).readonly()
export type BothTexts = z.infer<typeof bothTexts>
