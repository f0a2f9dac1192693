/** The real app served to Chromium: a process of its own on a workspace of its own, which a test may kill and start again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect, type Page } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')
const node = join(root, 'node_modules/.bin/node')

export type App = {
  readonly folder: string
  /** The address with its key, of the process that runs now. */
  url(): string
  start(): Promise<void>
  /** Ends the process without any warning, as a power cut does. */
  kill(): Promise<void>
  /** Ends it as Ctrl+C does and waits. */
  stop(): Promise<number | null>
  /** Runs a command of the command line on the workspace. */
  labinov(...args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
}

export async function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(node, [...args], { cwd: root, env: { ...process.env, ...env } })
  let out = ''
  let err = ''
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const [code] = (await once(child, 'close')) as [number | null] // what Node hands to `close`
  return { code, out, err }
}

/** Pages built elsewhere, while those of the project are being worked on. */
const otherPages = process.env['LABINOV_PAGES'] === undefined ? [] : ['--renderer', process.env['LABINOV_PAGES']]

/** An app on a workspace, not started yet. */
export function appOn(folder: string): App {
  let child: ChildProcess | null = null
  let url = ''
  const ended = async () => {
    const running = child
    child = null
    if (running === null || running.exitCode !== null || running.signalCode !== null) return running?.exitCode ?? null
    const [code] = (await once(running, 'exit')) as [number | null] // what Node hands to `exit`
    return code
  }
  return {
    folder,
    url: () => url,
    async start() {
      const started = spawn(node, ['electron/headless/labinov.ts', 'serve', '--workspace', folder, '--port', '0', ...otherPages], {
        cwd: root,
      })
      child = started
      let err = ''
      started.stderr.on('data', (text: Buffer) => (err += text.toString()))
      const first = await Promise.race([
        once(createInterface({ input: started.stdout }), 'line').then(([line]) => String(line)),
        once(started, 'exit').then(() => Promise.reject(new Error(`the app ended before it gave its address: ${err}`))),
      ])
      url = first
    },
    async kill() {
      child?.kill('SIGKILL')
      await ended()
    },
    async stop() {
      child?.kill('SIGINT')
      return ended()
    },
    labinov: (...args) => runNode(['electron/headless/labinov.ts', ...args]),
  }
}

type Fixtures = {
  readonly app: App
  /** A page of the running app; a message in the console about the security policy fails the test. */
  readonly home: Page
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern
  app: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'labinov-e2e-'))
    const app = appOn(join(folder, 'workspace'))
    await app.start()
    await use(app)
    await app.kill()
    await rm(folder, { recursive: true, force: true })
  },
  home: async ({ app, page }, use) => {
    const broken: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) broken.push(message.text())
    })
    page.on('pageerror', (error) => broken.push(error.message))
    await page.goto(app.url())
    await use(page)
    expect(broken).toEqual([])
  },
})

export { expect }

/** Waits until everything typed is on disk, as the indicator in the bar says. */
export const saved = (page: Page) => expect(page.getByTestId('save-state')).toHaveText('Tersimpan')
