/** The door of the desktop window, and the only file that hears pages: it gives each of our pages its port to the lab. */
import { ipcMain, MessageChannelMain, type WebContents } from 'electron'
import type { Log } from '#core/ports.ts'
import { openPort, portChannel } from '#shared/api/port.ts'
import type { LabHost } from './lab-host.ts'
import { appOrigin } from './scheme-path.ts'

export type PortDoorDeps = {
  /** A page may ask before the lab is open; its port waits. */
  readonly lab: Promise<LabHost>
  readonly isOurs: (page: WebContents) => boolean
  readonly log: Log
}

export interface PortDoor {
  /** Resolves when every port has closed, which comes after the last message of its page. */
  emptied(): Promise<void>
}

/**
 * Answers a page's request with one port. Refused without a word: a page that is not in one of our windows, a frame inside a page,
 * and any origin but our own. A port closes by itself when its page goes or is loaded again.
 */
export function openPortDoor({ lab, isOurs, log }: PortDoorDeps): PortDoor {
  const ends = new Set<Promise<void>>()
  ipcMain.on(portChannel, (event) => {
    const frame = event.senderFrame
    if (!frame || frame.parent !== null || frame.origin !== appOrigin || !isOurs(event.sender)) {
      log('warn', 'port refused', { origin: frame?.origin ?? 'gone' })
      return
    }
    const { port1, port2 } = new MessageChannelMain()
    const port = openPort(port1)
    const end = new Promise<void>((resolve) => port.onClose(resolve))
    ends.add(end)
    void end.then(() => ends.delete(end))
    frame.postMessage(portChannel, null, [port2])
    lab.then(
      (host) => host.connect(port, 'host'),
      // Whoever opens the lab says why it failed.
      () => port.close(),
    )
  })
  return {
    emptied: async () => {
      await Promise.all(ends)
    },
  }
}
