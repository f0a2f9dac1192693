/** What the system opens for the person who started the app here: an address in the browser, a finished file in its folder. */
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import type { Desk } from '#core/lab/router.ts'

type Env = Readonly<Record<string, string | undefined>>

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Not wanted by an automated run, nor by somebody who said so. */
export const mayOpenBrowser = (env: Env): boolean => !env.CI && env.LABINOV_NO_BROWSER !== '1'

/** Never an error: the address is on the screen. */
export function openBrowser(address: string, env: Env = process.env): void {
  if (!mayOpenBrowser(env)) return
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  start(command, [...args, address])
}

/** Without a display nothing could be shown, so the ability is not offered at all. */
export function localDesk(env: Env = process.env, platform: NodeJS.Platform = process.platform): Desk {
  const hasDisplay = platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
  return hasDisplay ? { reveal: async (file) => start(...revealer(platform, file)) } : {}
}

function revealer(platform: NodeJS.Platform, file: string): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', ['-R', file]]
  if (platform === 'win32') return ['explorer', [`/select,${file}`]]
  return ['xdg-open', [dirname(file)]]
}

function start(command: string, args: readonly string[]): void {
  const child = spawn(command, [...args], { detached: true, stdio: 'ignore' })
  child.once('error', () => undefined)
  child.unref()
}
