/** Whether the desktop window can be opened here, and opening it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { startText } from '#shared/text/start.ts'
import { electronBinary, electronPackage } from './electron-binary.ts'

type Env = Readonly<Record<string, string | undefined>>
export type WhyNot = Extract<keyof typeof startText, `why${string}`>

/** How long an attempt to install Electron may take, in seconds. */
export const installSeconds = 20
/** A window that ends with an error this soon, in milliseconds, never came up: a library is missing, or the display cannot be reached. */
const tooSoon = 4_000

export type Machine = { readonly platform: NodeJS.Platform; readonly root: boolean; readonly env: Env }

export const thisMachine = (): Machine => ({ platform: process.platform, root: process.getuid?.() === 0, env: process.env })

/** Why there can be no window whatever is installed, or undefined when there can. */
export function whyNoWindow({ platform, root, env }: Machine): WhyNot | undefined {
  if (env.LABINOV_NO_ELECTRON === '1') return 'whyAsked'
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'whyNoDisplay'
  if (platform === 'linux' && root) return 'whyRoot'
  return undefined
}

/**
 * Electron's program; installs it when it is missing, once and for a limited time.
 * @param trying told before an attempt to install
 */
export async function findElectron(trying: () => void, installer = join(electronPackage(), 'install.js')): Promise<string | undefined> {
  const found = await electronBinary()
  if (found) return found
  trying()
  const child = spawn(process.execPath, [installer], { stdio: ['ignore', 2, 2] })
  const timer = setTimeout(() => child.kill('SIGKILL'), installSeconds * 1000)
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  clearTimeout(timer)
  return electronBinary()
}

/** Runs the app in its window until it ends. `opened` is false when it never came up. */
export async function runWindow(binary: string, project: string, workspace: string): Promise<{ opened: boolean; code: number }> {
  const began = performance.now()
  const child = spawn(binary, [project], { stdio: ['ignore', 2, 2], env: { ...process.env, LABINOV_WORKSPACE: workspace } })
  // Ctrl+C reaches Electron too; it saves and ends by itself, and this process after it.
  const wait = () => undefined
  process.on('SIGINT', wait)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (status) => resolve(status ?? 1))
  })
  process.off('SIGINT', wait)
  return { opened: code === 0 || performance.now() - began > tooSoon, code }
}
