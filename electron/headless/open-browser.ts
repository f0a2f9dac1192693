/** Opens an address in the person's browser, if there is one. Never an error: the address is on the screen. */
import { spawn } from 'node:child_process'

type Env = Readonly<Record<string, string | undefined>>

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Not wanted by an automated run, nor by somebody who said so. */
export const mayOpenBrowser = (env: Env): boolean => !env.CI && env.LABINOV_NO_BROWSER !== '1'

export function openBrowser(address: string, env: Env = process.env): void {
  if (!mayOpenBrowser(env)) return
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, address], { detached: true, stdio: 'ignore' })
  child.once('error', () => undefined)
  child.unref()
}
