/** Serves the pages and the attachments under `app://labinov/`, so that nothing is ever loaded from `file://`. */
import { randomBytes } from 'node:crypto'
import { protocol } from 'electron'
import { type Answer, plainAnswer, readPage } from '#serve/pages.ts'
import { contentSecurityPolicy, withStyleNonce } from '#shared/api/csp.ts'
import type { LabFile } from './lab-host.ts'
import { appScheme, readAddress } from './scheme-path.ts'

export type SchemeSource = {
  /** Folder of the built pages. */
  readonly pages: string
  readonly attachment: (lab: string, name: string) => Promise<LabFile | null>
  /** Address of the development server on this machine; its pages are served under our scheme, nonce and policy. */
  readonly devServer?: URL
}

/** Must be called before the app is ready. The scheme keeps the page's security policy (no `bypassCSP`). */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

export function serveScheme(source: SchemeSource): void {
  protocol.handle(appScheme, async (request) => {
    const { status, headers, body } = await answer(source, request)
    // A Node buffer may be a window onto a shared pool; the copy is what `Response` can own.
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers })
  })
}

async function answer({ pages, attachment, devServer }: SchemeSource, request: Request): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405)
  const wanted = readAddress(request.url)
  if (wanted.kind === 'refused') return plainAnswer(404)
  if (wanted.kind === 'attachment') return picture(await attachment(wanted.lab, wanted.name))
  return devServer ? devPage(devServer, request) : readPage(pages, wanted.path, [])
}

/** A stored picture is data somebody brought along: it may be shown, and never run or be taken for something else. */
function picture(file: LabFile | null): Answer {
  if (!file) return plainAnswer(404)
  const type = /^image\/(?:png|jpeg|webp|gif)$/.test(file.type) ? file.type : 'application/octet-stream'
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-security-policy': `default-src 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    },
    body: file.bytes,
  }
}

async function devPage(server: URL, request: Request): Promise<Answer> {
  const { pathname, search } = new URL(request.url)
  const answered = await fetch(new URL(pathname + search, server), { headers: { accept: request.headers.get('accept') ?? '*/*' } })
  const type = answered.headers.get('content-type') ?? 'application/octet-stream'
  const headers = { 'content-type': type, 'cache-control': 'no-store' }
  if (!type.startsWith('text/html')) return { status: answered.status, headers, body: new Uint8Array(await answered.arrayBuffer()) }
  const nonce = randomBytes(18).toString('base64')
  const policy = contentSecurityPolicy({ nonce, connect: [`ws://${server.host}`], markedScripts: true })
  return {
    status: answered.status,
    headers: { ...headers, 'content-security-policy': policy },
    body: withStyleNonce(await answered.text(), nonce),
  }
}
