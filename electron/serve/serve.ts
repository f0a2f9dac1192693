/** A lab behind the HTTP door, as `npm start` without a window and `labinov serve` use it. */
import { type LabOptions, type OpenLab, openLab } from '#core/lab/lab.ts'
import type { Reach } from '#shared/api/contract.ts'
import { openDoor } from './door.ts'
import { createKeys } from './keys.ts'

export type ServeOptions = LabOptions & {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Folder of the built pages. */
  readonly pages: string
}

export type Served = {
  readonly lab: OpenLab
  /** The address with the key of the person at this machine. */
  readonly url: string
  readonly origin: string
  /** A further key, for callers who reach less than the person at this machine. */
  issueKey(reach: Reach): string
  /** Shuts the door, then stores what is open. Resolves with the number of documents that could not be stored. */
  close(): Promise<number>
}

/** Rejects with a FaultError when the folder cannot be used, or with the system's error when the port is taken. */
export async function startServe({ host, port, pages, ...options }: ServeOptions): Promise<Served> {
  const lab = await openLab(options)
  const keys = createKeys()
  const hostKey = keys.issue('host')
  try {
    const door = await openDoor({ lab, keys, pages, host, port })
    return {
      lab,
      origin: door.origin,
      url: `${door.origin}/?key=${hostKey}`,
      issueKey: (reach) => keys.issue(reach),
      async close() {
        // Stored first, while the windows can still hear that it worked.
        await lab.sync.flush()
        await door.close()
        return lab.close()
      },
    }
  } catch (why) {
    await lab.close()
    throw why
  }
}
