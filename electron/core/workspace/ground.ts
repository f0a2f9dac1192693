/** What every part of an open workspace stands on: where it is, whether it may write, and where it reports. */
import { join } from 'node:path'
import type { Fault } from '#shared/model/faults.ts'
import type { Log } from '../ports.ts'

export type Ground = {
  /** Absolute path of the workspace. */
  readonly folder: string
  readonly readOnly: boolean
  /** Whether somebody else has taken the workspace over since it was opened. */
  readonly lost: () => Promise<boolean>
  /** Version of the Labinov that runs, written into every document. */
  readonly version: string
  /** The present moment, ISO 8601 UTC. */
  readonly now: () => string
  readonly log: Log
  /** Says once what is wrong with a file; the same finding about the same file is not repeated. */
  readonly report: (fault: Fault) => void
}

/** A path as faults name it, made absolute. */
export const onDisk = (ground: Ground, file: string): string => join(ground.folder, file)
