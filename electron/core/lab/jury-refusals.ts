/** Refusals that only judging knows. */
import { ORPCError } from '@orpc/server'
import { refusals } from '#shared/api/contract.ts'
import type { MarkRefusal } from '#shared/api/jury.ts'

export const stale = (revision: number) => new ORPCError('STALE', { status: refusals.STALE.status, data: { revision }, defined: true })

export const markRefused = (reason: MarkRefusal, entry: string, stage: string) =>
  new ORPCError('MARK_REFUSED', { status: refusals.MARK_REFUSED.status, data: { reason, entry, stage }, defined: true })

/** What no schema can say: two things under one id. */
export const badRequest = (message: string) => new ORPCError('BAD_REQUEST', { message })
