import { MessageChannel } from 'node:worker_threads'
import { expect, it, onTestFinished, vi } from 'vitest'
import { type EventTargetPort, openPort } from '#shared/api/port.ts'
import { splitPort, syncChannel } from '#shared/api/port-split.ts'
import { portSocketOver } from '../../../../renderer/lab/port-socket.ts'

function line() {
  const { port1, port2 } = new MessageChannel()
  // Node's ports have the browser's methods; their types name more kinds of listeners.
  const near = splitPort(openPort(port1 as unknown as EventTargetPort))
  const far = splitPort(openPort(port2 as unknown as EventTargetPort))
  onTestFinished(() => near.close())
  return { Socket: portSocketOver(near), near, far }
}

it('carries bytes both ways once it is open', async () => {
  const { Socket, far } = line()
  const socket = new Socket()
  const heard: unknown[] = []
  socket.addEventListener('message', ({ data }) => heard.push(data))
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const echo = far.channel(syncChannel(1))
  echo.onMessage((data) => echo.postMessage(data))
  socket.send(new Uint8Array([1, 2, 3]))
  await vi.waitFor(() => expect(heard).toEqual([new Uint8Array([1, 2, 3])]))
})

it('takes a channel of its own for every connection', async () => {
  const { Socket, far } = line()
  const names: string[] = []
  far.onChannel((name) => names.push(name))
  for (const _ of [1, 2]) {
    const socket = new Socket()
    await new Promise((resolve) => socket.addEventListener('open', resolve))
    socket.send(new Uint8Array([0]))
  }
  await vi.waitFor(() => expect(names).toEqual(['sync:1', 'sync:2']))
})

it('says once that it closed when the port goes away', async () => {
  const { Socket, far } = line()
  const socket = new Socket()
  let closes = 0
  socket.addEventListener('close', () => {
    closes += 1
  })
  far.close()
  await vi.waitFor(() => expect(closes).toBe(1))
  socket.close()
  expect(closes).toBe(1)
  expect(socket.readyState).toBe(3)
})
