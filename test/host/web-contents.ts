/** One page: its loading, its frames, what it says to the main process, and the ways out that Electron lets the app forbid. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { originOf, toApp, toBrowser } from './addresses.ts'
import type { Answer, CdpSession } from './cdp.ts'
import { packer } from './clone.ts'
import { ipcMain } from './ipc-main.ts'
import { bindingName, type Crossing, hearName, pageSource, worldName } from './page-world.ts'
import type { MessagePortMain } from './ports.ts'
import { defaultSession, settlePermissions } from './session.ts'
import { browser, Preventable, stage } from './stage.ts'

const codec = packer()
let pages = 0

type Context = { readonly id: number; readonly frame: string; readonly world: string }

export class WebFrameMain {
  readonly parent: WebFrameMain | null = null
  readonly #page: WebContents
  readonly url: string
  constructor(page: WebContents, url: string) {
    this.#page = page
    this.url = url
  }
  get origin(): string {
    return originOf(this.url)
  }
  postMessage(channel: string, message: unknown, ports: readonly MessagePortMain[] = []): void {
    this.#page.deliver(channel, message, ports)
  }
}

export class WebContents extends EventEmitter {
  readonly id: number
  readonly session = defaultSession
  readonly attached: Promise<void>
  targetId = ''
  #cdp: CdpSession | null = null
  #frame = ''
  #url = ''
  #expected = ''
  #contexts: Context[] = []
  #ports = new Map<number, MessagePortMain>()
  #lastPort = 0
  #destroyed = false
  readonly #openings = pairUp<boolean>()
  #openHandler: ((details: { url: string }) => { action: 'allow' | 'deny' }) | null = null

  constructor(preload: string | undefined, size: { width: number; height: number }) {
    super()
    pages += 1
    this.id = pages
    this.attached = this.#attach(preload, size)
  }

  get mainFrame(): WebFrameMain {
    return new WebFrameMain(this, toApp(this.#url))
  }
  getURL = (): string => toApp(this.#url)
  isDestroyed = (): boolean => this.#destroyed
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'allow' | 'deny' }): void {
    this.#openHandler = handler
  }
  /** What the app says about the next window that the page opens. */
  nextOpening(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    this.#openings.ask(resolve)
    return promise
  }

  async loadURL(address: string): Promise<void> {
    await this.attached
    this.#expected = toBrowser(address)
    await settlePermissions(browser(), this, new URL(this.#expected).origin)
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve))
    const { errorText, loaderId } = await this.#send('Page.navigate', { url: this.#expected })
    if (errorText) throw new Error(`${String(errorText)} loading '${address}'`)
    // Another place on the same page loads nothing.
    if (loaderId !== undefined) await loaded
  }
  reload(): void {
    this.#expected = this.#url
    void this.#send('Page.reload')
  }
  forcefullyCrashRenderer(): void {
    void this.#send('Page.crash').catch(() => undefined)
  }
  /** Runs the page's `beforeunload`, then ends it. */
  async close(): Promise<void> {
    await this.attached
    await this.#send('Page.close').catch(() => undefined)
  }
  /** Told when the browser says that the page is gone. */
  ended(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.#dropPorts()
    this.emit('destroyed')
  }

  deliver(channel: string, message: unknown, ports: readonly MessagePortMain[]): void {
    const ids = ports.map((port) => this.#bridge(port))
    this.#cross({ kind: 'ipc', channel, args: [message], ports: ids })
  }

  async #attach(preload: string | undefined, size: { width: number; height: number }): Promise<void> {
    const cdp = browser()
    const { targetId } = (await cdp.send('Target.createTarget', { url: 'about:blank' })) as { targetId: string } // the protocol's answer
    this.targetId = targetId
    const { sessionId } = (await cdp.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string } // the protocol's answer
    const own = cdp.session(sessionId)
    this.#cdp = own
    own.on('Runtime.executionContextCreated', ({ context }) => this.#knowContext(context as Answer))
    own.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#contexts = this.#contexts.filter(({ id }) => id !== executionContextId)
    })
    own.on('Runtime.executionContextsCleared', () => {
      this.#contexts = []
    })
    own.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === bindingName) this.#hear(codec.unpack(String(payload)) as Crossing) // written by the stand-in's other half
    })
    own.on('Page.frameNavigated', ({ frame }) =>
      this.#arrived(frame as { id: string; parentId?: string; url: string; urlFragment?: string }),
    )
    own.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.#frame) this.#url = String(url)
    })
    own.on('Page.loadEventFired', () => this.emit('did-finish-load'))
    // Without a handler Electron lets a window open.
    own.on('Page.windowOpen', ({ url }) => this.#openings.tell(this.#openHandler?.({ url: toApp(String(url)) }).action !== 'deny'))
    own.on('Inspector.targetCrashed', () => this.#crashed())
    own.on('Fetch.requestPaused', (paused) => void this.#answer(paused).catch(() => undefined))

    const { frameTree } = (await own.send('Page.getFrameTree')) as { frameTree: { frame: { id: string } } } // the protocol's answer
    this.#frame = frameTree.frame.id
    await own.send('Page.enable')
    await own.send('Inspector.enable')
    await own.send('Runtime.enable')
    await own.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    await own.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false })
    if (!preload) return
    await own.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName })
    await own.send('Page.addScriptToEvaluateOnNewDocument', { source: pageSource(readFileSync(preload, 'utf8')), worldName })
  }

  #send(method: string, params?: Answer): Promise<Answer> {
    if (!this.#cdp) throw new Error(`${method}: the page is not attached yet`)
    return this.#cdp.send(method, params)
  }

  #knowContext(context: Answer): void {
    const { frameId } = context.auxData as { frameId: string } // always there for a page
    this.#contexts.push({ id: Number(context.id), frame: frameId, world: String(context.name) })
  }

  #arrived(frame: { id: string; parentId?: string; url: string; urlFragment?: string }): void {
    if (frame.parentId !== undefined) return
    this.#url = frame.url + (frame.urlFragment ?? '')
    this.#dropPorts()
    this.emit('did-navigate', {}, toApp(this.#url))
  }

  #crashed(): void {
    this.#contexts = []
    this.#dropPorts()
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  }

  #dropPorts(): void {
    for (const port of this.#ports.values()) port.close()
    this.#ports.clear()
  }

  #bridge(port: MessagePortMain): number {
    this.#lastPort += 1
    const id = this.#lastPort
    this.#ports.set(id, port)
    port.on('message', ({ data }: { data: unknown }) => this.#cross({ kind: 'port', id, data }))
    port.on('close', () => {
      if (this.#ports.delete(id)) this.#cross({ kind: 'port-closed', id })
    })
    port.start()
    return id
  }

  #cross(crossing: Crossing): void {
    const context = this.#contexts.find(({ frame, world }) => frame === this.#frame && world === worldName)
    if (!context) return
    const expression = `globalThis.${hearName}(${JSON.stringify(codec.pack(crossing))})`
    void this.#send('Runtime.evaluate', { expression, contextId: context.id }).catch(() => undefined)
  }

  #hear(crossing: Crossing): void {
    if (crossing.kind === 'port') this.#ports.get(crossing.id)?.postMessage(crossing.data)
    if (crossing.kind === 'port-closed') {
      const port = this.#ports.get(crossing.id)
      this.#ports.delete(crossing.id)
      port?.close()
    }
    if (crossing.kind === 'ipc') ipcMain.emit(crossing.channel, { sender: this, senderFrame: this.mainFrame, ports: [] }, ...crossing.args)
  }

  async #answer(paused: Answer): Promise<void> {
    const { requestId, frameId, resourceType } = paused
    const request = paused.request as { url: string; method: string; headers: Record<string, string> } // the protocol's words
    const fail = (errorReason: string) => this.#send('Fetch.failRequest', { requestId, errorReason })
    if (resourceType === 'Document') {
      const top = frameId === this.#frame
      // The app's own loads and a reload are no navigation by the page.
      const own = top && [this.#expected, this.#url].some((known) => withoutHash(known) === request.url)
      if (!own && this.#forbidden(request.url, top)) return void (await fail(top ? 'Aborted' : 'BlockedByClient'))
    }
    const address = toApp(request.url)
    const scheme = /^(\w+):/.exec(address)?.[1] ?? ''
    const handler = stage.privileged.has(scheme) ? stage.schemes.get(scheme) : undefined
    if (!handler) return void (await this.#send('Fetch.continueRequest', { requestId }))
    const response = await handler(new Request(address, { method: request.method, headers: request.headers }))
    await this.#send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  }

  #forbidden(url: string, top: boolean): boolean {
    const event = new Preventable(toApp(url))
    this.emit('will-frame-navigate', event)
    if (top) this.emit('will-navigate', event, event.url)
    return event.defaultPrevented
  }
}

/** As a browser asks for it. */
const withoutHash = (address: string): string => address.replace(/#.*$/, '')

/** Answers and askers in the order in which they come, whichever comes first. */
function pairUp<T>(): { ask(hear: (value: T) => void): void; tell(value: T): void } {
  const askers: ((value: T) => void)[] = []
  const values: T[] = []
  return {
    ask: (hear) => {
      if (values.length > 0) values.splice(0, 1).forEach(hear)
      else askers.push(hear)
    },
    tell: (value) => {
      const asker = askers.shift()
      if (asker) asker(value)
      else values.push(value)
    },
  }
}
