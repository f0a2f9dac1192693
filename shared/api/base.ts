/** What every part of the contract is built on: who may call, and the closed list of refusals. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { fault } from '#shared/model/faults.ts'
import { markRefusals } from './jury.ts'
import { packRefusal } from './pack-files.ts'

/** Who may call: the person at this machine, a team's laptop, a participant's phone. Each reaches what the next one does. */
export const reaches = ['host', 'team', 'phone'] as const
export type Reach = (typeof reaches)[number]
export type MethodMeta = { readonly reach: Reach }

/** Why exports cannot go into a folder: not a whole path, a file stands in the way, no right to write, nothing there to make it in, else. */
export const folderReasons = ['relative', 'file', 'denied', 'missing', 'io'] as const
export type FolderReason = (typeof folderReasons)[number]

/** Why a file that was handed over cannot be read. */
export const unreadableReasons = ['type', 'size', 'damaged', 'locked'] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** The closed list of refusals. Wrong input is refused with `BAD_REQUEST` before any of these. */
export const refusals = {
  FORBIDDEN: {
    status: 403,
    data: z.object({ reach: z.enum(reaches), needs: z.enum(reaches) }),
  },
  NOT_FOUND: {
    status: 404,
    data: z.object({
      what: z.enum([
        'lab',
        'innovation',
        'session',
        'canvas',
        'document',
        'attachment',
        'file',
        'pack',
        'convention',
        'judge',
        'catalogue',
      ]),
      id: z.string(),
    }),
  },
  /** Reading or writing a file went wrong; what was there before is untouched. */
  FAULT: { status: 507, data: z.object({ fault }) },
  /** Another Labinov holds the workspace. */
  READ_ONLY: { status: 423 },
  /** The file is none we can read, too large, damaged, or locked by a password (or in the format of before 2007). */
  UNREADABLE: {
    status: 415,
    data: z.object({ reason: z.enum(unreadableReasons) }),
  },
  /** The folder that was named cannot take exports; the one before it stays in force. */
  FOLDER_UNUSABLE: {
    status: 422,
    data: z.object({ folder: z.string(), reason: z.enum(folderReasons) }),
  },
  /** A pack that cannot be used as it is; nothing was changed. */
  PACK_UNFIT: { status: 422, data: z.object({ refused: z.array(packRefusal) }) },
  /** Somebody else changed it meanwhile; ask for it again and change that. */
  STALE: { status: 409, data: z.object({ revision: z.number().int() }) },
  /** A mark that cannot be taken, with why and for which entry; nothing of the change was taken. */
  MARK_REFUSED: { status: 422, data: z.object({ reason: z.enum(markRefusals), entry: z.string(), stage: z.string() }) },
  /** Only the desktop window can do this. */
  NO_DESK: { status: 501 },
} as const

/** A method of the contract; for the host only until its `reach` says otherwise. */
export const base = oc.$meta<MethodMeta>({ reach: 'host' }).errors(refusals)
