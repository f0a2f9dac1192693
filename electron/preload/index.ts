/**
 * Hands the page one message port, once per load, and nothing else: no API on `window`, no Electron object, no Node.
 * A port cannot cross the context bridge; it crosses by `window.postMessage` between the two worlds of one page.
 */
import { ipcRenderer } from 'electron'
import { portChannel, portHanded, portWanted } from '#shared/api/port.ts'

type Message = { readonly data: unknown; readonly source: unknown }
type PreloadWindow = {
  readonly location: { readonly origin: string }
  postMessage(data: unknown, origin: string, ports: readonly unknown[]): void
  addEventListener(event: 'message', hear: (message: Message) => void): void
  removeEventListener(event: 'message', hear: (message: Message) => void): void
}

const page = globalThis as unknown as PreloadWindow // in a page the global object is its window; this project has no DOM types

const hear = (message: Message): void => {
  // Only the page itself may ask: a frame inside it has another `source`.
  if (message.source !== page || message.data !== portWanted) return
  page.removeEventListener('message', hear)
  ipcRenderer.once(portChannel, (event) => page.postMessage(portHanded, page.location.origin, event.ports))
  ipcRenderer.send(portChannel)
}
page.addEventListener('message', hear)
