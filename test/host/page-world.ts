/** What the stand-in puts into a page: the preload script in a world of its own, with the part of `electron` a sandboxed one has. */
import { packer } from './clone.ts'

/** The isolated world's name; a binding of this name is visible only there. */
export const worldName = 'Electron Isolated Context'
export const bindingName = 'standInSend'
export const hearName = 'standInHear'

/** From the page: a message for `ipcMain`, a message over a port, or a port's end. Towards the page: the same, with `ports` by id. */
export type Crossing =
  | { readonly kind: 'ipc'; readonly channel: string; readonly args: readonly unknown[]; readonly ports?: readonly number[] }
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'port-closed'; readonly id: number }

type IsolatedWorld = {
  top: unknown
  [bindingName](text: string): void
  [hearName](text: string): void
}

/** Runs in the page, from its source text: may use nothing from outside itself but its arguments. */
function inPage(preload: (require: (name: string) => unknown) => void, codec: ReturnType<typeof packer>): void {
  const world = globalThis as unknown as IsolatedWorld & EventTarget // the page's global object, with what the stand-in added
  // As in Electron, the preload script runs in the top frame only.
  if (world.top !== world) return
  const cross = (crossing: unknown) => world.standInSend(codec.pack(crossing))
  const ports = new Map<number, MessagePort>()
  type Hear = (event: { ports: MessagePort[] }, ...args: unknown[]) => void
  const hearers = new Map<string, { hear: Hear; once: boolean }[]>()

  const openPort = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    ports.set(id, port1)
    port1.onmessage = ({ data }) => cross({ kind: 'port', id, data })
    port1.addEventListener('close', () => {
      if (ports.delete(id)) cross({ kind: 'port-closed', id })
    })
    return port2
  }
  world.standInHear = (text) => {
    const crossing = codec.unpack(text) as Crossing // written by the stand-in's other half
    if (crossing.kind === 'port') return ports.get(crossing.id)?.postMessage(crossing.data)
    if (crossing.kind === 'port-closed') {
      const port = ports.get(crossing.id)
      ports.delete(crossing.id)
      return port?.close()
    }
    const event = { ports: (crossing.ports ?? []).map(openPort) }
    const all = hearers.get(crossing.channel) ?? []
    hearers.set(
      crossing.channel,
      all.filter(({ once }) => !once),
    )
    for (const { hear } of all) hear(event, ...crossing.args)
  }
  const add = (once: boolean) => (channel: string, hear: Hear) => {
    hearers.set(channel, [...(hearers.get(channel) ?? []), { hear, once }])
  }
  const electron = {
    ipcRenderer: { on: add(false), once: add(true), send: (channel: string, ...args: unknown[]) => cross({ kind: 'ipc', channel, args }) },
  }
  preload((name) => {
    if (name === 'electron') return electron
    throw new Error(`A sandboxed preload script cannot load ${name}.`)
  })
}

/** @param preload source of the built preload script (CommonJS) */
export const pageSource = (preload: string): string =>
  `(${inPage.toString()})(function (require) { var module = { exports: {} }, exports = module.exports;\n${preload}\n}, (${packer.toString()})())`
