import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { type createRouterClient, os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, describe, expect, test } from 'vitest'
import { openPort, type PortLike, rpcPort } from '#shared/api/port.ts'
import { apiChannel, heldMessages, splitPort, syncChannel } from '#shared/api/port-split.ts'

const open: MessagePort[] = []
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

function pair(): { left: PortLike; right: PortLike; rawRight: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  return { left: openPort(port1), right: openPort(port2), rawRight: port2 }
}

/** The next `count` messages of a port, in order. */
const take = (port: PortLike, count: number): Promise<unknown[]> =>
  new Promise((resolve) => {
    const got: unknown[] = []
    port.onMessage((data) => {
      got.push(data)
      if (got.length === count) resolve(got)
    })
  })

describe('one port', () => {
  test('holds messages until the first listener', async () => {
    const { left, right } = pair()
    left.postMessage('one')
    left.postMessage('two')
    expect(await take(right, 2)).toEqual(['one', 'two'])
  })

  test('tells both sides when one closes, once, and also those who ask later', async () => {
    const { left, right } = pair()
    const told: string[] = []
    const gone = new Promise<void>((resolve) =>
      right.onClose(() => {
        told.push('right')
        resolve()
      }),
    )
    left.onClose(() => told.push('left'))
    right.onMessage(() => undefined)
    left.close()
    left.close()
    await gone
    right.onClose(() => told.push('late'))
    expect(told.sort()).toEqual(['late', 'left', 'right'])
  })

  test('takes no message after it was closed, and does not throw', () => {
    const { left } = pair()
    left.close()
    expect(() => left.postMessage('late')).not.toThrow()
  })
})

describe('a split port', () => {
  test('carries oRPC calls, refusals and streams on the api channel', async () => {
    const { left, right } = pair()
    const router = {
      add: os.handler(({ input }: { input: unknown }) => (input as number[]).reduce((sum, n) => sum + n, 0)), // the test sends numbers
      refuse: os.handler((): string => {
        throw new TypeError('secret detail')
      }),
      count: os.handler(async function* () {
        yield 1
        yield 2
      }),
      bytes: os.handler(() => new Blob([new Uint8Array([0, 255, 7])])),
    }
    new RPCHandler(router).upgrade(rpcPort(splitPort(right).channel(apiChannel)), { context: {} })
    const call = createORPCClient<ReturnType<typeof createRouterClient<typeof router, Record<never, never>>>>(
      new RPCLink({ port: rpcPort(splitPort(left).channel(apiChannel)) }),
    )
    expect(await call.add([1, 2, 3])).toBe(6)
    await expect(call.refuse()).rejects.toThrow('Internal server error')
    const seen: number[] = []
    for await (const n of await call.count()) seen.push(n)
    expect(seen).toEqual([1, 2])
    expect([...new Uint8Array(await (await call.bytes()).arrayBuffer())]).toEqual([0, 255, 7])
  })

  test('keeps two sync channels apart and bytes as bytes', async () => {
    const { left, right } = pair()
    const a = splitPort(left)
    const b = splitPort(right)
    const first = take(b.channel(syncChannel(1)), 2)
    const second = take(b.channel(syncChannel(2)), 1)
    a.channel(syncChannel(1)).postMessage(new Uint8Array([1, 2]))
    a.channel(syncChannel(2)).postMessage(new Uint8Array([9]))
    a.channel(syncChannel(1)).postMessage(new Uint8Array([3]))
    expect(await first).toEqual([new Uint8Array([1, 2]), new Uint8Array([3])])
    expect(await second).toEqual([new Uint8Array([9])])
  })

  test('tells of a channel the other side opened, with its first message, also when asked late', async () => {
    const { left, right } = pair()
    const a = splitPort(left)
    const b = splitPort(right)
    a.channel(syncChannel(1)).postMessage('early')
    // The first channel is through when a later one has been heard.
    const api = take(b.channel(apiChannel), 1)
    a.channel(apiChannel).postMessage('marker')
    await api
    const names: string[] = []
    const heard: unknown[] = []
    const second = new Promise<void>((resolve) =>
      b.onChannel((name, channel) => {
        names.push(name)
        channel.onMessage((data) => {
          heard.push(data)
          if (heard.length === 2) resolve()
        })
      }),
    )
    a.channel(syncChannel(2)).postMessage('later')
    await second
    expect(names).toEqual(['sync:1', 'sync:2'])
    expect(heard).toEqual(['early', 'later'])
  })

  test('closes one channel alone, and its name can be used again', async () => {
    const { left, right } = pair()
    const a = splitPort(left)
    const b = splitPort(right)
    const one = b.channel(syncChannel(1))
    const gone = new Promise<void>((resolve) => one.onClose(resolve))
    const closing = a.channel(syncChannel(1))
    closing.close()
    await gone
    closing.postMessage('after')
    const again = take(b.channel(syncChannel(1)), 1)
    a.channel(syncChannel(1)).postMessage('new life')
    expect(await again).toEqual(['new life'])
    const api = take(b.channel(apiChannel), 1)
    a.channel(apiChannel).postMessage('still here')
    expect(await api).toEqual(['still here'])
  })

  test('closes every channel when the port goes', async () => {
    const { left, right } = pair()
    const a = splitPort(left)
    const b = splitPort(right)
    const gone = ([apiChannel, syncChannel(1)] as const).map((name) => new Promise<void>((resolve) => b.channel(name).onClose(resolve)))
    a.close()
    await Promise.all(gone)
  })

  test('drops what is not one of its frames', async () => {
    const { left, right } = pair()
    const b = splitPort(right)
    const opened: string[] = []
    b.onChannel((name) => opened.push(name))
    const api = take(b.channel(apiChannel), 1)
    const strange: unknown[] = [
      null,
      7,
      'text',
      {},
      { channel: 'sync:x', data: 1 },
      { channel: '__proto__', data: 1 },
      { channel: 'sync:1' },
      { channel: ['api'], data: 1 },
    ]
    for (const raw of strange) left.postMessage(raw)
    left.postMessage({ channel: 'api', data: 'good' })
    expect(await api).toEqual(['good'])
    expect(opened).toEqual([])
  })

  test('cuts off a side that fills a channel nobody reads', async () => {
    const { left, right } = pair()
    splitPort(right)
    const a = splitPort(left)
    const gone = new Promise<void>((resolve) => a.onClose(resolve))
    for (let n = 0; n <= heldMessages; n++) a.channel(syncChannel(1)).postMessage(n)
    await gone
  })
})
