import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Contract } from '#shared/api/contract.ts'
import { makeServed, newLab, tempFolder } from '#test/makers/open-lab.ts'

async function served() {
  const pages = await tempFolder()
  await mkdir(join(pages, 'assets'))
  await writeFile(join(pages, 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">')
  await writeFile(join(pages, 'assets/a.js'), 'export {}')
  return { door: await makeServed({ pages }), pages }
}

/** A request whose path and headers go out exactly as written, which `fetch` would not allow. */
function ask(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      let body = ''
      answer.on('data', (text: Buffer) => (body += text.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The status for a call that announces a body and sends none of it. */
const askSize = (origin: string, path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const asked = request({ hostname, port, path, method: 'POST', headers }, (answer) => {
      resolve(answer.statusCode ?? 0)
      answer.destroy()
    })
    asked.on('error', reject)
    asked.flushHeaders()
  })

const wsAnswer = (url: string, origin: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, { origin })
    socket.on('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.on('unexpected-response', (_request, answer) => resolve(String(answer.statusCode)))
    socket.on('error', () => undefined)
  })

describe('the HTTP door', () => {
  it('serves the page with a policy and a fresh nonce each time', async () => {
    const { door } = await served()
    const [a, b] = [await ask(door.origin, '/'), await ask(door.origin, '/')]
    expect(a.headers['content-security-policy']).toContain("default-src 'none'")
    expect(a.headers['content-security-policy']).not.toContain('unsafe')
    const nonce = /content="([^"]+)"/.exec(a.body)?.[1] ?? ''
    expect(a.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(a.body).not.toBe(b.body)
  })

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/%00index.html',
    '//etc/passwd',
    '/C:/windows/win.ini',
    '/assets/../../settings.json',
  ])('does not lead out of its folder: %s', async (path) => {
    const { door } = await served()
    expect((await ask(door.origin, path)).status).toBe(404)
  })

  it('answers only to its own names', async () => {
    const { door } = await served()
    expect((await ask(door.origin, '/', { host: 'evil.example' })).status).toBe(421)
    expect((await ask(door.origin, '/api/app/about', { host: 'evil.example' })).status).toBe(421)
  })

  it('turns away calls and lines from pages of other sites', async () => {
    const { door } = await served()
    expect((await ask(door.origin, '/api/app/about', { origin: 'http://evil.example' }, 'POST')).status).toBe(403)
    expect(await wsAnswer(`${door.origin.replace('http', 'ws')}/sync`, 'http://evil.example')).toBe('403')
    expect(await wsAnswer(`${door.origin.replace('http', 'ws')}/sync`, door.origin)).toBe('open')
  })

  it('answers no call without a key', async () => {
    const { door } = await served()
    expect((await ask(door.origin, '/api/app/about', {}, 'POST')).status).toBe(401)
    expect((await ask(door.origin, '/api/app/about', { authorization: 'Bearer wrong' }, 'POST')).status).toBe(401)
  })

  it('takes a body only up to its size: a large one only where files and whole catalogues are put', async () => {
    const { door } = await served()
    const authorization = `Bearer ${new URL(door.url).searchParams.get('key') ?? ''}`
    const most = (path: string, bytes: number) => askSize(door.origin, path, { authorization, 'content-length': String(bytes) })
    expect(await most('/api/app/about', 17 * 1024 * 1024)).toBe(413)
    expect(await most('/api/attachment/get', 17 * 1024 * 1024)).toBe(413)
    expect(await most('/api/attachment/put', 105 * 1024 * 1024)).toBe(413)
    expect(await most('/api/catalogue/take', 97 * 1024 * 1024)).toBe(413)
    expect(await most('/api/catalogue/takeFile', 65 * 1024 * 1024)).toBe(413)
    expect(await askSize(door.origin, '/api/attachment/put', { authorization, 'transfer-encoding': 'chunked' })).toBe(411)
  })

  it('takes a film of 20 MB', async () => {
    const { door } = await served()
    const key = new URL(door.url).searchParams.get('key') ?? ''
    const link = new RPCLink({ url: `${door.origin}/api`, headers: { authorization: `Bearer ${key}` } })
    const calls: ContractRouterClient<Contract> = createORPCClient(link)
    const { id: lab } = await calls.lab.create({ ...newLab })
    const file = new File([new Uint8Array(20 * 1024 * 1024).fill(7)], 'peluncuran.mp4', { type: 'video/mp4' })
    expect(await calls.attachment.put({ lab, title: 'Peluncuran', file })).toMatchObject({ bytes: 20 * 1024 * 1024 })
  })

  it('listens only on the address it was given', async () => {
    const { door } = await served()
    expect(door.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{24}$/)
  })
})
