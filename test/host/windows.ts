/** `BrowserWindow`: a page of the browser without a frame around it. */
import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { Preventable, stage } from './stage.ts'
import { WebContents } from './web-contents.ts'

type Options = {
  width?: number
  height?: number
  x?: number
  y?: number
  show?: boolean
  fullscreen?: boolean
  webPreferences?: { preload?: string; sandbox?: boolean; contextIsolation?: boolean; nodeIntegration?: boolean }
}
type Bounds = { x: number; y: number; width: number; height: number }

const open: BrowserWindow[] = []

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  #bounds: Bounds
  #visible: boolean
  #maximized = false
  #full: boolean
  #destroyed = false

  constructor(options: Options = {}) {
    super()
    if (!stage.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    const { preload, sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {}
    if (sandbox === false || contextIsolation === false || nodeIntegration === true) {
      throw new Error('The stand-in shows only sandboxed, isolated pages without Node.')
    }
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.#visible = options.show ?? true
    this.#full = options.fullscreen ?? false
    this.webContents = new WebContents(preload, { width: this.#bounds.width, height: this.#bounds.height })
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => this.#gone())
    open.push(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }

  static getAllWindows = (): BrowserWindow[] => [...open]
  static getFocusedWindow = (): BrowserWindow | null => open.at(-1) ?? null
  static fromWebContents = (page: WebContents): BrowserWindow | null => open.find((window) => window.webContents === page) ?? null

  loadURL = (address: string): Promise<void> => this.webContents.loadURL(address)
  show(): void {
    this.#visible = true
    this.emit('show')
  }
  /** Shown without taking the keyboard from another window. */
  showInactive(): void {
    this.#visible = true
    this.emit('show')
  }
  isFullScreen = (): boolean => this.#full
  isVisible = (): boolean => this.#visible
  focus(): void {
    this.emit('focus')
  }
  isMinimized = (): boolean => false
  restore(): void {
    this.#maximized = false
  }
  maximize(): void {
    this.#maximized = true
  }
  isMaximized = (): boolean => this.#maximized
  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
  }
  getBounds = (): Bounds => this.#bounds
  getNormalBounds = (): Bounds => this.#bounds
  setBackgroundColor(): void {
    // There is nothing behind the page.
  }
  setTitleBarOverlay(): void {
    // Nor beside it.
  }
  isDestroyed = (): boolean => this.#destroyed

  close(): void {
    const event = new Preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) void this.webContents.close()
  }

  #gone(): void {
    this.#destroyed = true
    open.splice(open.indexOf(this), 1)
    this.emit('closed')
    if (open.length === 0) app.windowsGone()
  }
}
