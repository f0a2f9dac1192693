/** The lab as Electron's main process sees it. What it does is decided behind this line, in plain Node. */
import type { Desk } from '#core/lab/router.ts'
import type { Log } from '#core/ports.ts'
import type { PortLike } from '#shared/api/port.ts'
import type { Settings } from '#shared/model/settings.ts'

export interface LabHost {
  /** Serves a window's port: API calls and document sync, until the port closes. */
  connect(port: PortLike, reach: 'host'): void
  /** An attachment of a lab, or null when there is none of that name. */
  file(lab: string, name: string): Promise<LabFile | null>
  /** The choices that native menus and the window frame follow. Absent: Indonesian, the system's theme. */
  readonly look?: {
    now(): Look
    onChange(hear: (look: Look) => void): void
  }
  /** Writes everything to disk and lets go of it. Resolves with the number of documents that could not be written. Called once. */
  close(): Promise<number>
}

export type LabFile = { readonly bytes: Uint8Array; readonly type: string }

export type Look = Pick<Settings, 'language' | 'theme'>

/** Where things are, absolute. */
export type LabPlace = {
  /** The workspace. */
  readonly folder: string
  /** Packs, samples and fonts: plain files, also in the packed app. */
  readonly templatesFolder: string
  readonly workerUrl: URL
  readonly version: string
  readonly log: Log
  readonly desk: Desk
}

export type OpenLab = (place: LabPlace) => Promise<LabHost>

export const defaultLook: Look = { language: 'id', theme: 'system' }
