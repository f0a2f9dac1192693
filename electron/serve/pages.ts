/** The built pages as answers: which file an address means, and with which headers it goes out. Knows no HTTP server. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { contentSecurityPolicy, withStyleNonce } from '#shared/api/csp.ts'

export type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array | string }

/**
 * The page or file at a path of an address, such as `/assets/index-a1b2.js`. `/` and every path without an ending are the app itself.
 * @param connect further sources that pages may talk to, such as `ws://127.0.0.1:4310`
 */
export async function readPage(root: string, path: string, connect: readonly string[]): Promise<Answer> {
  const parts = readPath(path)
  if (parts === null) return notFound
  const wanted = (parts.at(-1) ?? '').includes('.') ? parts.join('/') : 'index.html'
  const file = fileBelow(root, wanted)
  const type = contentTypes[extname(wanted)]
  if (file === null || type === undefined) return notFound
  const known = built.get(file)
  if (known !== undefined) return known
  try {
    const bytes = await readFile(file)
    if (wanted.endsWith('.html')) return htmlAnswer(bytes.toString('utf8'), connect)
    const answer = asset(bytes, type, wanted)
    if (neverChanges(wanted)) built.set(file, answer)
    return answer
  } catch {
    return notFound
  }
}

/** What was built and asked for once, a few megabytes in all: the next window does not wait for the disk. */
const built = new Map<string, Answer>()

/** Built files carry their hash in their name. */
const neverChanges = (path: string): boolean => /^assets\/[^/]*-[\w-]{8}\.\w+$/.test(path)

/** An html page with a nonce of its own, in its text and in its policy. */
export function htmlAnswer(text: string, connect: readonly string[]): Answer {
  const nonce = randomBytes(18).toString('base64')
  return {
    status: 200,
    headers: {
      ...common,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy({ nonce, connect }),
      'cache-control': 'no-store',
    },
    body: withStyleNonce(text, nonce),
  }
}

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** Refusals carry a policy too, so that not even an error page of ours could run anything. */
export const plainAnswer = (status: number, text = ''): Answer => ({
  status,
  headers: { ...common, 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  body: text,
})

const notFound = plainAnswer(404)

const asset = (body: Uint8Array, type: string, path: string): Answer => ({
  status: 200,
  headers: {
    ...common,
    'content-type': type,
    'cache-control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  },
  body,
})

/** The parts of a path, or null for anything a file system might read as more than plain names. */
function readPath(path: string): readonly string[] | null {
  // A separator or a NUL that was encoded was meant to get past whoever checks.
  if (!path.startsWith('/') || /%(?:2f|5c|00)/i.test(path)) return null
  try {
    const parts = decodeURIComponent(path.slice(1)).split('/')
    if (parts.length === 1 && parts[0] === '') return parts
    return parts.every(plainName) ? parts : null
  } catch {
    return null
  }
}

/** No `..`, no drive or stream (`C:`, `a.js:x`), no backslash, no control character, nothing Windows would trim. */
const plainName = (part: string): boolean =>
  /^[^\\/:*?"<>|]+$/.test(part) && ![...part].some((c) => c < ' ') && !/(?:^\.+$|[. ]$)/.test(part)

/** The file below `root`, or null when the path leads out of it. */
function fileBelow(root: string, path: string): string | null {
  const base = resolve(root)
  const file = resolve(join(base, path))
  return file.startsWith(base + sep) ? file : null
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}
