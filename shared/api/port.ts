/**
 * The one door between the page and the desk: a message port. Kept as small as every kind of port can fill
 * (the browser's, Electron's in the main process, a worker's), so that whoever sits on either end does not know which it got.
 */

/** Where a line of messages ends. Values cross as structured clones: plain data and typed arrays, no functions. */
export interface PortLike {
  postMessage(data: unknown): void
  /** Messages that came before the first listener are held for it and given to it in order. */
  onMessage(hear: (data: unknown) => void): void
  /** Called once, when either side closed or went away. */
  onClose(hear: () => void): void
  /** Closing twice is harmless. */
  close(): void
}

/** A port of the browser (or of Node, which has these too). */
export interface EventTargetPort {
  postMessage(data: unknown): void
  addEventListener(event: 'message', hear: (message: { readonly data: unknown }) => void): void
  addEventListener(event: 'close', hear: () => void): void
  start(): void
  close(): void
}

/** Electron's `MessagePortMain`. */
export interface EmitterPort {
  postMessage(data: unknown): void
  on(event: 'message', hear: (message: { readonly data: unknown }) => void): unknown
  on(event: 'close', hear: () => void): unknown
  start(): void
  close(): void
}

/** What oRPC's message port handler and link accept. */
export interface RpcPort {
  postMessage(data: unknown): void
  on<T extends string>(event: T, hear: (message?: { data: unknown }) => void): void
}

/** Makes a `PortLike` of a browser's, Electron's or Node's port. Messages wait in the port until the first listener. */
export function openPort(raw: EventTargetPort | EmitterPort): PortLike {
  let started = false
  let closed = false
  const gone: (() => void)[] = []
  const end = () => {
    if (closed) return
    closed = true
    for (const hear of gone.splice(0)) hear()
  }
  if ('addEventListener' in raw) raw.addEventListener('close', end)
  else raw.on('close', end)
  return {
    postMessage: (data) => {
      if (!closed) raw.postMessage(data)
    },
    onMessage: (hear) => {
      const pass = (message: { readonly data: unknown }) => hear(message.data)
      if ('addEventListener' in raw) raw.addEventListener('message', pass)
      else raw.on('message', pass)
      if (!started) raw.start()
      started = true
    },
    onClose: (hear) => {
      if (closed) hear()
      else gone.push(hear)
    },
    close: () => {
      if (!closed) raw.close()
      end()
    },
  }
}

/** Gives a port the shape that oRPC's `RPCHandler.upgrade` and `RPCLink` take. */
export const rpcPort = (port: PortLike): RpcPort => ({
  postMessage: (data) => port.postMessage(data),
  on: (event, hear) => {
    if (event === 'message') port.onMessage((data) => hear({ data }))
    if (event === 'close') port.onClose(() => hear())
  },
})

/** The host name of the app's own pages inside the desktop window (`app://labinov/`). */
export const windowHost = 'labinov'

/** True in the desktop window, where a port can be had; false in a browser that reached the lab over HTTP. */
export const isDesktopWindow = (location: { readonly hostname: string }): boolean => location.hostname === windowHost

/** What the page says to the preload script, and what it hears back with the port. */
export const portWanted = 'labinov:port-wanted'
export const portHanded = 'labinov:port-handed'

/** The only channel between the preload script and Electron's main process: a request one way, the port the other. */
export const portChannel = 'labinov:port'

/** The part of `window` that the hand-over needs. */
export interface PageWindow {
  readonly location: { readonly origin: string }
  postMessage(data: unknown, origin: string): void
  addEventListener(event: 'message', hear: (message: PageMessage) => void): void
  removeEventListener(event: 'message', hear: (message: PageMessage) => void): void
}
export interface PageMessage {
  readonly data: unknown
  readonly source: unknown
  readonly ports: readonly EventTargetPort[]
}

/**
 * Asks the preload script for the page's port. Once per load: a second call never settles, because the port was given away.
 * The page asks (and is not simply sent the port), so it does not matter which of the two scripts runs first.
 */
export function askForPort(page: PageWindow): Promise<PortLike> {
  return new Promise((resolve) => {
    const hear = (message: PageMessage) => {
      const port = message.ports[0]
      if (message.source !== page || message.data !== portHanded || !port) return
      page.removeEventListener('message', hear)
      resolve(openPort(port))
    }
    page.addEventListener('message', hear)
    page.postMessage(portWanted, page.location.origin)
  })
}
