/** What a technician may want to read: one line of JSON per event, in the app's data. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock, Log } from '#core/ports.ts'

/** The log and the one before it together stay below twice this many bytes. */
const most = 1_000_000

/** Appends at once, so that the line is there when the process dies next. A log that cannot be written is given up silently. */
export function fileLog(file: string, clock: Clock): Log {
  return (level, message, detail) => {
    try {
      mkdirSync(dirname(file), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > most) renameSync(file, `${file}.1`)
      appendFileSync(file, `${JSON.stringify({ at: new Date(clock()).toISOString(), level, message, ...detail })}\n`)
    } catch {
      // There is nowhere left to say so.
    }
  }
}

/** An error as something that can be written down: its stack if it has one. */
export const errorText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
