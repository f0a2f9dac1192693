/** What the core needs from the outside world. Everything here comes in by argument, so that a test can hold the clock. */
import { randomFillSync } from 'node:crypto'

/** The present moment in milliseconds since 1970, UTC. */
export type Clock = () => number

/** Fills an array with random bytes. */
export type Random = (bytes: Uint8Array) => Uint8Array

/** Where the core reports what a technician may want to read. Never shown to the facilitator. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, detail?: Readonly<Record<string, unknown>>) => void

export type Ports = { readonly clock: Clock; readonly random: Random; readonly log: Log }

export const systemPorts: Ports = {
  clock: () => Date.now(),
  random: (bytes) => randomFillSync(bytes),
  log: () => undefined,
}

/** The moment as ISO 8601 in UTC, the only form in which times are stored. */
export const isoNow = (clock: Clock): string => new Date(clock()).toISOString()
