/** `app`: the order of events from start to end, as Electron has it. */
import { EventEmitter } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser } from './browser.ts'
import { type Cdp, type CdpSession, connectCdp } from './cdp.ts'
import { appVersion, Preventable, stage } from './stage.ts'
import { BrowserWindow } from './windows.ts'

class App extends EventEmitter {
  readonly isPackaged = false
  readonly name = 'labinov'
  sandboxed = false
  /** Where another program may look at the browser. */
  browserAddress = ''
  readonly #starting = Promise.withResolvers<void>()
  #quitting = false

  whenReady = (): Promise<void> => this.#starting.promise
  isReady = (): boolean => stage.ready
  getVersion = (): string => appVersion()
  getName = (): string => this.name
  getAppPath = (): string => join(import.meta.dirname, '../..')
  getLocale = (): string => 'id'
  getPath(name: string): string {
    const folder = name === 'userData' ? stage.dataFolder : join(stage.dataFolder, name)
    mkdirSync(folder, { recursive: true })
    return folder
  }
  enableSandbox(): void {
    if (stage.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }

  /** One lock file per data folder; whoever comes second knocks at the first one's process. */
  requestSingleInstanceLock(): boolean {
    const lock = join(this.getPath('userData'), 'single')
    try {
      const file = openSync(lock, 'wx')
      writeSync(file, String(process.pid))
      closeSync(file)
    } catch {
      if (knock(Number(readFileSync(lock, 'utf8')))) return false
      writeFileSync(lock, String(process.pid))
    }
    process.on('SIGUSR2', () => this.emit('second-instance', {}, [], ''))
    process.on('exit', () => rmSync(lock, { force: true }))
    return true
  }

  /** Called once the main bundle has run. */
  async start(): Promise<void> {
    if (this.#quitting) return this.exit(0)
    const { address, process: child } = await startBrowser(this.getPath('userData'))
    child.once('exit', () => this.exit(1))
    stage.cdp = await connectCdp(address)
    await this.#watchTargets()
    this.browserAddress = address
    stage.ready = true
    this.emit('will-finish-launching')
    this.emit('ready')
    this.#starting.resolve()
  }

  quit(): void {
    if (!stage.ready) {
      this.#quitting = true
      return
    }
    const event = new Preventable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#quitting = true
    const windows = BrowserWindow.getAllWindows()
    if (windows.length === 0) this.#willQuit()
    for (const window of windows) window.close()
  }
  exit(code = 0): void {
    this.emit('quit', {}, code)
    process.exit(code)
  }
  windowsGone(): void {
    if (this.#quitting) this.#willQuit()
    else if (!this.emit('window-all-closed')) this.quit()
  }

  #willQuit(): void {
    const event = new Preventable()
    this.emit('will-quit', event)
    if (event.defaultPrevented) {
      this.#quitting = false
      return
    }
    this.exit(0)
  }

  /** Sees windows end, and stops those that pages open before they load anything, until the app has spoken. */
  async #watchTargets(): Promise<void> {
    const { cdp } = stage
    if (!cdp) return
    cdp.on('Target.targetDestroyed', ({ targetId }) => {
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.targetId === targetId)
        ?.webContents.ended()
    })
    cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
      const { targetId, openerId } = targetInfo as { targetId: string; openerId?: string } // the protocol's words
      const opener = openerId && BrowserWindow.getAllWindows().find((window) => window.webContents.targetId === openerId)
      const popup = cdp.session(String(sessionId))
      if (opener) void holdWindow(cdp, popup, targetId, opener.webContents.nextOpening())
      else if (waitingForDebugger) void popup.send('Runtime.runIfWaitingForDebugger')
    })
    await cdp.send('Target.setDiscoverTargets', { discover: true })
    await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  }
}

/**
 * Holds the requests of a window that a page opened until the app has spoken, and closes it if it may not be. It must be let go on
 * first, since a window that waits for its debugger also holds up the page that opened it.
 */
async function holdWindow(cdp: Cdp, popup: CdpSession, targetId: string, allowed: Promise<boolean>): Promise<void> {
  const { promise: awake, resolve } = Promise.withResolvers<void>()
  const held: unknown[] = []
  popup.on('Fetch.requestPaused', ({ requestId }) => {
    held.push(requestId)
    resolve()
  })
  popup.on('Page.loadEventFired', () => resolve())
  const begin = ['Page.enable', 'Fetch.enable', 'Runtime.runIfWaitingForDebugger'].map((method) => popup.send(method))
  try {
    await Promise.all([awake, ...begin])
    if (!(await allowed)) await cdp.send('Target.closeTarget', { targetId })
    else for (const requestId of held) await popup.send('Fetch.continueRequest', { requestId })
  } catch {
    // A window that is already gone needs no answer.
  }
}

/** True when the process is there and has been told. */
const knock = (pid: number): boolean => {
  try {
    return process.kill(pid, 'SIGUSR2')
  } catch {
    return false
  }
}

export const app = new App()
