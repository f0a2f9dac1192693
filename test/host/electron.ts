/**
 * Stands in for the module `electron` in the main process, where Electron's binary is not at hand: the built main bundle runs in
 * Node, its windows are pages of a real Chromium. A name that is not here fails when the bundle is linked, and so says what is missing.
 * Not covered: native menus, the frame of a window, the sandbox of the process, updates, signing. Only real Electron shows those.
 */
import { EventEmitter } from 'node:events'
import { defaultSession } from './session.ts'
import { type SchemeHandler, stage } from './stage.ts'

export { app } from './app.ts'
export { ipcMain } from './ipc-main.ts'
export { MessageChannelMain } from './ports.ts'
export { BrowserWindow } from './windows.ts'

export const session = { defaultSession }

type Scheme = { scheme: string; privileges?: { standard?: boolean; secure?: boolean; bypassCSP?: boolean } }

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly Scheme[]): void {
    if (stage.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) {
      if (privileges?.bypassCSP) throw new Error('The stand-in keeps every page under its security policy.')
      if (privileges?.standard && privileges.secure) stage.privileged.add(scheme)
    }
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!stage.ready) throw new Error('protocol.handle can only be called after app is ready')
    stage.schemes.set(scheme, handler)
  },
}

const say = (text: string): void => console.error(`[dialog] ${text}`)

/** Answers with the first button. A test that wants another answer replaces the function. */
export const dialog = {
  showMessageBox: async (...given: readonly unknown[]) => {
    const options = given.at(-1) as { message: string; detail?: string } // the last argument in both forms of the call
    say(`${options.message} | ${options.detail ?? ''}`)
    return { response: 0, checkboxChecked: false }
  },
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showErrorBox: (title: string, content: string) => say(`${title} | ${content}`),
}

/** Opens nothing. A test that wants to know replaces the function. */
export const shell = { openExternal: async (): Promise<void> => undefined, showItemInFolder: (): void => undefined }

const display = {
  id: 1,
  workArea: { x: 0, y: 0, width: 1366, height: 728 },
  bounds: { x: 0, y: 0, width: 1366, height: 768 },
  scaleFactor: 1,
}
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }

/** What keeps the display awake; the numbers are those of Electron: each start is a blocker of its own. */
const blockers = new Map<number, string>()
let lastBlocker = 0
export const powerSaveBlocker = {
  start: (type: 'prevent-app-suspension' | 'prevent-display-sleep'): number => {
    lastBlocker += 1
    blockers.set(lastBlocker, type)
    return lastBlocker
  },
  stop: (id: number): boolean => blockers.delete(id),
  isStarted: (id: number): boolean => blockers.has(id),
}

export const nativeTheme = Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false })

let menu: unknown = null
export const Menu = {
  buildFromTemplate: (template: readonly unknown[]) => ({ items: template }),
  setApplicationMenu: (next: unknown) => {
    menu = next
  },
  getApplicationMenu: () => menu,
}
