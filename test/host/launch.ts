/** Starts the built app for a test, in real Electron or on the stand-in, and gives both the same handles. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Browser, chromium, type ElectronApplication, type Page } from '@playwright/test'
import type electron from 'electron'
import { electronBinary } from '#headless/electron-binary.ts'
import { toApp, toBrowser } from './addresses.ts'

export type Electron = typeof electron

export type LaunchWish = {
  /** The main bundle. */
  readonly main: string
  readonly env?: Readonly<Record<string, string>>
  /** To start a second time with what the first start left. */
  readonly folder?: string
}

export interface ShellApp {
  readonly kind: 'electron' | 'stand-in'
  /** Holds the app's data and the workspace; removed by `end`. */
  readonly folder: string
  readonly workspace: string
  /** The page of the main window, once it is there. */
  page(): Promise<Page>
  /** Every page, those of other windows too. */
  pages(): readonly Page[]
  /** The address of a page as the app knows it. */
  addressOf(page: Page): string
  /** An address of the app as the page has to write it. */
  address(path: string): string
  /** Runs a function in the main process; it sees nothing from outside itself but `argument`. */
  evaluate<T, A>(work: (electron: Electron, argument: A) => T | Promise<T>, argument: A): Promise<T>
  /** What the app wrote to its output so far. */
  output(): string
  /** Resolves with the exit code when the process is gone. */
  readonly exited: Promise<number | null>
  /** Ends what is still running and removes the folder. */
  end(): Promise<void>
}

/** Electron when its binary is there and the stand-in is not asked for. */
export const hostKind = async (): Promise<ShellApp['kind']> =>
  process.env.LABINOV_HOST !== 'stand-in' && (await electronBinary()) ? 'electron' : 'stand-in'

export async function launchApp(wish: LaunchWish): Promise<ShellApp> {
  const folder = wish.folder ?? (await mkdtemp(join(tmpdir(), 'labinov-shell-')))
  const env = { ...process.env, LABINOV_WORKSPACE: join(folder, 'workspace'), ...wish.env } as Record<string, string> // process.env has no undefined values of its own
  const args = [wish.main, `--user-data-dir=${join(folder, 'data')}`]
  return (await hostKind()) === 'electron' ? inElectron(folder, args, env) : onStandIn(folder, args, env)
}

async function inElectron(folder: string, args: string[], env: Record<string, string>): Promise<ShellApp> {
  const executablePath = await electronBinary()
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app: ElectronApplication = await _electron.launch({ args: [...root, ...args], env, ...(executablePath && { executablePath }) })
  const child = app.process()
  const output = collect(child)
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  return {
    ...common(folder, child, exited, output),
    kind: 'electron',
    page: () => app.firstWindow(),
    pages: () => app.windows(),
    addressOf: (page) => page.url(),
    address: (path) => `app://labinov${path}`,
    evaluate: (work, argument) => app.evaluate(work as never, argument), // Playwright types the argument its own way
  }
}

async function onStandIn(folder: string, args: string[], env: Record<string, string>): Promise<ShellApp> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run.ts'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const output = collect(child)
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const answers = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  const { promise: started, resolve: start } = Promise.withResolvers<string>()
  child.on('message', (message: { address?: string; id?: number; value?: never; error?: string }) => {
    if (message.address) start(message.address)
    const call = answers.get(message.id ?? 0)
    if (message.error) call?.reject(new Error(message.error))
    else call?.resolve(message.value as never) // what the test's own function returned
  })
  // A second instance ends without ever starting a browser.
  const address = await Promise.race([started, exited.then(() => '')])
  const browser = address === '' ? null : await connect(address, child, exited)
  const context = browser?.contexts()[0]
  const pages = () => (context?.pages() ?? []).filter((page) => page.url() !== 'about:blank')
  let last = 0
  return {
    ...common(folder, child, exited, output, async () => browser?.close()),
    kind: 'stand-in',
    page: async () => pages()[0] ?? (await firstPage(context, output)),
    pages,
    addressOf: (page) => toApp(page.url()),
    address: (path) => toBrowser(`app://labinov${path}`),
    evaluate: (work, argument) =>
      new Promise((resolve, reject) => {
        last += 1
        answers.set(last, { resolve, reject })
        child.send({ id: last, source: work.toString(), argument })
      }),
  }
}

/** How long an app may take to end after its browser did, in milliseconds. */
const patience = 10_000

/** Null when the app ended meanwhile and took its browser with it: a test may be there to read what it said. */
async function connect(address: string, child: ChildProcess, exited: Promise<unknown>): Promise<Browser | null> {
  const ended = exited.then(() => null)
  try {
    return await Promise.race([chromium.connectOverCDP(address, { timeout: 80_000 }), ended])
  } catch (error) {
    const leaves = child.connected ? once(child, 'disconnect', { signal: AbortSignal.timeout(patience) }) : ended
    const left = await leaves.then(
      () => true,
      () => false,
    )
    if (left) return ended
    // Nobody else holds it yet.
    child.disconnect()
    throw error
  }
}

type Context = ReturnType<Awaited<ReturnType<typeof chromium.connectOverCDP>>['contexts']>[number]

function firstPage(context: Context | undefined, output: () => string): Promise<Page> {
  if (!context) throw new Error(`The app ended at once.\n${output()}`)
  const { promise, resolve } = Promise.withResolvers<Page>()
  const look = (page: Page) => {
    const arrived = () => page.url() !== 'about:blank' && resolve(page)
    page.on('framenavigated', arrived)
    arrived()
  }
  context.on('page', look)
  context.pages().forEach(look)
  return promise
}

function common(
  folder: string,
  child: ChildProcess,
  exited: Promise<number | null>,
  output: () => string,
  release: () => Promise<unknown> = async () => undefined,
) {
  return {
    folder,
    workspace: join(folder, 'workspace'),
    output,
    exited,
    end: async () => {
      await release().catch(() => undefined)
      if (child.connected) child.disconnect()
      else if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await exited
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    },
  }
}

function collect(child: ChildProcess): () => string {
  const parts: string[] = []
  child.stdout?.on('data', (chunk) => parts.push(String(chunk)))
  child.stderr?.on('data', (chunk) => parts.push(String(chunk)))
  return () => parts.join('')
}
