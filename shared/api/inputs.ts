/** Small inputs that many methods take. */
import { z } from 'zod'
import { idPattern } from '#shared/model/ids.ts'

export const id = z.string().regex(idPattern)
export const line = z.string().max(300)
/** ISO day. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
