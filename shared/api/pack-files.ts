/** Packs of the workspace: copied from others, edited, and handed from office to office as one file. */
import { z } from 'zod'
import { type DocumentDef, type IndicatorSet, type PackHead, type ProposalDef, type RubricDef, slug } from '#shared/model/pack.ts'
import { blob } from './blob.ts'

const packId = slug.max(60)

/** Only what names its file is looked at here: the loader checks the rest as it checks every file, and says what is wrong and where. */
const unchecked = <T extends { readonly id: string }>() =>
  z.custom<T>((def) => typeof def === 'object' && def !== null && 'id' in def && slug.max(120).safeParse(def.id).success)

/** A copy gets ids of its own: everything in it is named after the new pack. */
export const packCopy = z.object({ from: packId, id: packId, title: z.string().min(1).max(200) })

/** One part of an own pack, written whole; what it replaces is kept until the new one has been read back. */
export const packPart = z.discriminatedUnion('part', [
  z.object({ part: z.literal('head'), pack: packId, def: unchecked<PackHead>() }),
  z.object({ part: z.literal('form'), pack: packId, def: unchecked<ProposalDef>() }),
  z.object({ part: z.literal('indicators'), pack: packId, def: unchecked<IndicatorSet>() }),
  z.object({ part: z.literal('document'), pack: packId, def: unchecked<DocumentDef>() }),
  z.object({ part: z.literal('rubric'), pack: packId, def: unchecked<RubricDef>() }),
])
export type PackPart = z.infer<typeof packPart>

/** `from` is the version of the pack that the change began with: nothing that somebody else wrote since is written over. */
export const packWrite = z.object({ part: packPart, from: z.number().int().positive() })

export const packRemove = z.object({ pack: packId })
/** Name under which a pack is kept that was put aside. */
export const packKept = z.object({ kept: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*-\d{8}T\d{9}Z$/) })
export const packTaken = z.object({ pack: packId })
export const packImport = z.object({ file: blob })

/** Why a pack cannot be taken or written, in both languages, with its place. */
export const packRefusal = z.object({
  pack: z.string(),
  file: z.string(),
  path: z.string(),
  reason: z.string(),
  reasonEn: z.string(),
  own: z.boolean(),
})
