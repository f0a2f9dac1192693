/** Joins the lab, which is plain Node, to the window's ports. */
import { openLab } from '#core/lab/lab.ts'
import { serveOverPort } from '#core/lab/over-port.ts'
import { systemPorts } from '#core/ports.ts'
import { errorText } from './error-log.ts'
import type { LabFile, LabHost, Look, OpenLab } from './lab-host.ts'

export const openLabHost: OpenLab = async ({ log, ...place }) => {
  const lab = await openLab({ ...place, ports: { ...systemPorts, log } })
  const follow = async (hear: (look: Look) => void) => {
    for await (const change of lab.changes()) if (change.kind === 'settings') hear(change.settings)
  }
  return {
    connect: (port, reach) => serveOverPort(lab, port, { reach, door: 'window' }),
    file: async (id, name): Promise<LabFile | null> => {
      const bytes = await lab.workspace.readAttachment(id, name)
      return bytes && { bytes, type: name.endsWith('.png') ? 'image/png' : 'image/jpeg' }
    },
    look: {
      now: () => lab.workspace.settings.read(),
      onChange: (hear) => {
        follow(hear).catch((error: unknown) => log('warn', 'settings are not followed', { error: errorText(error) }))
      },
    },
    close: () => lab.close(),
  } satisfies LabHost
}
