/** Says no. Every page of the app is our own and offline, so nothing it could ask the system for is granted. */
import { app, type Session, shell, type WebContents } from 'electron'
import type { Log } from '#core/ports.ts'
import { mayOpenOutside } from './outside.ts'

/** Electron grants every permission unless these handlers are set. */
export function denyPermissions(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_page, permission, answer) => {
    log('warn', 'permission refused', { permission })
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}

/** Holds for every page that will ever be made, so it must be called before the first window. */
export function guardPages(log: Log): void {
  app.on('web-contents-created', (_event, page) => guardPage(page, log))
}

function guardPage(page: WebContents, log: Log): void {
  const stay = (event: { preventDefault(): void; readonly url: string }) => {
    event.preventDefault()
    leave(event.url, log)
  }
  page.on('will-navigate', stay)
  page.on('will-redirect', stay)
  // Also told of the top frame, where `will-navigate` has already spoken.
  page.on('will-frame-navigate', (event) => event.preventDefault())
  page.on('will-attach-webview', (event) => event.preventDefault())
  page.setWindowOpenHandler(({ url }) => {
    leave(url, log)
    return { action: 'deny' }
  })
}

/** A link that leads out of the app opens in the person's own browser, if it is one we know. */
function leave(address: string, log: Log): void {
  if (!mayOpenOutside(address)) {
    log('warn', 'navigation refused', { address: address.slice(0, 200) })
    return
  }
  shell.openExternal(address).catch((error: unknown) => log('warn', 'browser did not open', { error: String(error) }))
}
