/** `session.defaultSession`: what the page may ask the system for. Without handlers Electron grants everything, and so does this. */
import type { CdpSession } from './cdp.ts'

type RequestHandler = (page: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void
type CheckHandler = (page: unknown, permission: string, origin: string, details: object) => boolean

/** The browser's names of permissions, with Electron's. */
const permissions: readonly (readonly [string, string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['idle-detection', 'idle-detection'],
  ['storage-access', 'storage-access'],
]

let request: RequestHandler | null = null
let check: CheckHandler | null = null
const nothing = (): void => undefined

export const defaultSession = {
  setPermissionRequestHandler: (handler: RequestHandler | null) => {
    request = handler
  },
  setPermissionCheckHandler: (handler: CheckHandler | null) => {
    check = handler
  },
  // Devices and screens cannot be asked for in a browser without a screen.
  setDevicePermissionHandler: nothing,
  setDisplayMediaRequestHandler: nothing,
}

/** Must come before the page is loaded: a browser is told beforehand what it would otherwise ask. */
export async function settlePermissions(cdp: CdpSession, page: unknown, origin: string): Promise<void> {
  for (const [name, permission] of permissions) {
    const checked = check ? check(page, permission, origin, {}) : true
    const asked = request ? await new Promise<boolean>((resolve) => request?.(page, permission, resolve, {})) : true
    await cdp
      .send('Browser.setPermission', { permission: { name }, setting: checked && asked ? 'granted' : 'denied' })
      .catch((error: unknown) => {
        // Older browsers do not know every name; what they do not know they do not have.
        if (!/Unknown permission/i.test(String(error))) throw error
      })
  }
}
