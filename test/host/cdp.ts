/** As much of the DevTools protocol as the stand-in speaks: one socket, sessions by id. */

// The protocol is large and versioned with the browser; each caller names the few fields it reads.
export type Answer = Readonly<Record<string, unknown>>
type Hear = (params: Answer) => void

export interface CdpSession {
  send(method: string, params?: Answer): Promise<Answer>
  on(event: string, hear: Hear): void
}

export interface Cdp extends CdpSession {
  session(id: string): CdpSession
  close(): void
}

export async function connectCdp(address: string): Promise<Cdp> {
  const socket = new WebSocket(address)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error(`No browser answers at ${address}`)), { once: true })
  })
  const waiting = new Map<number, { method: string; resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  const hearers = new Map<string, Hear[]>()
  let last = 0

  socket.addEventListener('message', ({ data }) => {
    // The browser's own words.
    const message = JSON.parse(String(data)) as {
      id?: number
      method?: string
      sessionId?: string
      params?: Answer
      result?: Answer
      error?: { message: string }
    }
    if (message.id !== undefined) {
      const call = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`))
      else call?.resolve(message.result ?? {})
      return
    }
    for (const hear of hearers.get(`${message.sessionId ?? ''} ${message.method}`) ?? []) hear(message.params ?? {})
  })
  socket.addEventListener('close', () => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`))
    waiting.clear()
  })

  const session = (id: string): CdpSession => ({
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { method, resolve, reject })
        socket.send(JSON.stringify({ id: last, method, params, ...(id && { sessionId: id }) }))
      }),
    on: (event, hear) => {
      const key = `${id} ${event}`
      hearers.set(key, [...(hearers.get(key) ?? []), hear])
    },
  })
  return { ...session(''), session, close: () => socket.close() }
}
