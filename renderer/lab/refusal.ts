/** What went wrong with a call, in the three parts a person is told: what happened, what is safe, what to do. */
import { ORPCError } from '@orpc/client'
import { refusals } from '#shared/api/contract.ts'
import { type Fault, fault as faultShape } from '#shared/model/faults.ts'
import { sayNow } from '../app/text.ts'

export type Trouble = { readonly what: string; readonly safe: string; readonly todo: string; readonly detail: string }

/** @param code one of the contract's refusals, `BAD_REQUEST`, or anything else */
export const codeOf = (error: unknown): string => (error instanceof ORPCError ? error.code : 'LOST')

export function troubleOfFault(fault: Fault): Trouble {
  const file = fault.file === '' ? 'Labinov' : fault.file
  const kept = fault.keptAs === undefined ? '' : ` ${sayNow('faults.kept', { file: fault.keptAs })}.`
  return {
    what: sayNow(`faults.${fault.kind}`, { file }),
    safe: sayNow(`faults.${fault.kind}_safe`) + kept,
    todo: sayNow(`faults.${fault.kind}_do`),
    detail: fault.detail,
  }
}

/** The fault of a file that a call ended with; null when it was something else. */
export function faultOf(error: unknown): Fault | null {
  const found = error instanceof ORPCError ? faultShape.safeParse((error.data as { fault?: unknown } | undefined)?.fault) : undefined // checked by the schema
  return found?.success ? found.data : null
}

/** Never shows a stack or a code first: those are in `detail`. */
export function troubleOf(error: unknown): Trouble {
  const code = codeOf(error)
  const safe = sayNow('faults.nothingChanged')
  const detail = error instanceof Error ? `${code}: ${error.message}` : code
  const fault = faultOf(error)
  if (fault !== null) return troubleOfFault(fault)
  switch (code) {
    case 'FOLDER_UNUSABLE':
      return troubleOfFolder(error)
    case 'READ_ONLY':
      return { what: sayNow('faults.locked'), safe: sayNow('faults.locked_safe'), todo: sayNow('faults.locked_do'), detail }
    case 'FORBIDDEN':
    case 'NO_DESK':
      return { what: sayNow('faults.forbidden'), safe, todo: '', detail }
    case 'NOT_FOUND':
      return { what: sayNow('faults.gone'), safe, todo: sayNow('app.notFoundDo'), detail }
    case 'BAD_REQUEST':
    case 'UNREADABLE':
      return { what: sayNow('faults.wrong'), safe, todo: sayNow('faults.wrong_do'), detail }
    default:
      return { what: sayNow('faults.lost'), safe: sayNow('app.connectionLostSafe'), todo: sayNow('faults.lost_do'), detail }
  }
}

function troubleOfFolder(error: unknown): Trouble {
  const read = refusals.FOLDER_UNUSABLE.data.safeParse(error instanceof ORPCError ? error.data : undefined)
  const { folder, reason } = read.success ? read.data : { folder: '', reason: 'io' as const }
  return {
    what: sayNow(`faults.folder_${reason}`, { folder }),
    safe: sayNow('faults.folder_safe'),
    todo: sayNow(`faults.folder_${reason}_do`),
    detail: `FOLDER_UNUSABLE: ${reason}: ${folder}`,
  }
}
