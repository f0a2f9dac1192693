/** Everything that can go wrong with files, as values with a name. The sentence for a person is in `shared/text/faults.ts`. */
import { z } from 'zod'

export const faultKinds = [
  /** Not JSON, or not in the shape of our files. */
  'not_ours',
  /** Made by a newer Labinov. */
  'too_new',
  /** Checksum or content does not fit: bit rot, a torn write by something else, a hand edit. */
  'broken',
  /** The folder or file is gone. */
  'missing',
  /** No right to read or write. */
  'denied',
  'disk_full',
  /** Another Labinov holds the workspace. */
  'locked',
  'io',
] as const
export type FaultKind = (typeof faultKinds)[number]

export const fault = z.object({
  kind: z.enum(faultKinds),
  /** File or folder, relative to the workspace where possible. */
  file: z.string(),
  /** Where the untouched original was kept, when it was set aside. */
  keptAs: z.string().optional(),
  /** For `too_new`: the format number met. */
  format: z.number().optional(),
  /** For the technician; never shown first. */
  detail: z.string(),
})
export type Fault = z.infer<typeof fault>

/** An error that carries a fault through code that throws. */
export class FaultError extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(`${fault.kind}: ${fault.file}: ${fault.detail}`)
    this.name = 'FaultError'
    this.fault = fault
  }
}
