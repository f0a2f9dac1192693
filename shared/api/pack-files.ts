/** Packs of the workspace: copied from others, edited, and handed from office to office as one file. */
import { z } from 'zod'
import { documentDef, indicatorSet, packHead, proposalDef } from '#shared/model/pack.ts'
import { blob } from './blob.ts'

const packId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)

/** A copy gets ids of its own: everything in it is named after the new pack. */
export const packCopy = z.object({ from: packId, id: packId, title: z.string().min(1).max(200) })

/** One part of an own pack, written whole; what it replaces is kept until the new one has been read back. */
export const packPart = z.discriminatedUnion('part', [
  z.object({ part: z.literal('head'), pack: packId, def: packHead }),
  z.object({ part: z.literal('form'), pack: packId, def: proposalDef }),
  z.object({ part: z.literal('indicators'), pack: packId, def: indicatorSet }),
  z.object({ part: z.literal('document'), pack: packId, def: documentDef }),
])
export type PackPart = z.infer<typeof packPart>

export const packRemove = z.object({ pack: packId })
export const packTaken = z.object({ pack: packId })
export const packImport = z.object({ file: blob })

/** Why a pack cannot be taken or written, in both languages, with its place. */
export const packRefusal = z.object({ pack: z.string(), file: z.string(), path: z.string(), reason: z.string(), reasonEn: z.string() })
