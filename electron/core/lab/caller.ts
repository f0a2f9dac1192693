/** Who calls, and the one place where it is decided whether they may. */
import { implement, ORPCError } from '@orpc/server'
import { contract, type MethodMeta, type Reach, reaches, refusals, type UnreadableReason } from '#shared/api/contract.ts'
import { type Fault, FaultError } from '#shared/model/faults.ts'

/** What every door says about a caller. */
export type Caller = { readonly reach: Reach; readonly door: 'window' | 'browser' }

const rank = (reach: Reach): number => reaches.length - reaches.indexOf(reach)

/** True when a caller of this reach may use a method that needs `needs`. */
export const mayCall = (reach: Reach, needs: Reach): boolean => rank(reach) >= rank(needs)

export const refuse = (
  code: 'NOT_FOUND',
  what: 'lab' | 'innovation' | 'session' | 'canvas' | 'document' | 'attachment' | 'file' | 'pack' | 'convention' | 'judge' | 'catalogue',
  id: string,
): ORPCError<'NOT_FOUND', { what: typeof what; id: string }> =>
  new ORPCError(code, { status: refusals.NOT_FOUND.status, data: { what, id }, defined: true })

export const unreadable = (reason: UnreadableReason) =>
  new ORPCError('UNREADABLE', { status: refusals.UNREADABLE.status, data: { reason }, defined: true })

/** Only the desktop window can do this. */
export const noDesk = () => new ORPCError('NO_DESK', { status: refusals.NO_DESK.status, defined: true })

/** A file fault as what a caller is told. */
export const faultRefusal = (fault: Fault) => new ORPCError('FAULT', { status: refusals.FAULT.status, data: { fault }, defined: true })

/**
 * The contract with its caller and its guard. A method whose reach the caller lacks never runs; a file fault leaves as a
 * typed refusal; anything unforeseen leaves as `INTERNAL_SERVER_ERROR` without a stack.
 */
export const guarded = implement(contract)
  .$context<Caller>()
  .use(async ({ context, next, procedure }) => {
    // The builder knows the shape of the metadata; the middleware's general type does not.
    const needs = (procedure['~orpc'].meta as MethodMeta).reach
    if (!mayCall(context.reach, needs))
      throw new ORPCError('FORBIDDEN', { status: refusals.FORBIDDEN.status, data: { reach: context.reach, needs }, defined: true })
    try {
      return await next()
    } catch (why) {
      if (why instanceof FaultError) throw faultRefusal(why.fault)
      throw why
    }
  })
