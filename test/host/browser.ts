/** Starts the Chromium that the stand-in's windows live in. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { browserLaunch } from './find-browser.ts'

export type RunningBrowser = { readonly address: string; readonly process: ChildProcess }

/** It keeps its profile below the app's data, as Electron does, and ends with this process. */
export async function startBrowser(dataFolder: string): Promise<RunningBrowser> {
  const { executablePath, args, env } = await browserLaunch()
  const root = process.getuid?.() === 0
  const child = spawn(
    executablePath,
    [
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(dataFolder, 'browser')}`,
      ...(root ? ['--no-sandbox'] : []),
      '--no-default-browser-check',
      ...args,
      'about:blank',
    ],
    // A group of its own, so that its helpers end with it.
    { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  process.on('exit', () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  })
  const address = await new Promise<string>((resolve, reject) => {
    const said: string[] = []
    createInterface(child.stderr).on('line', (line) => {
      said.push(line)
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (found) resolve(found)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${executablePath} ended with ${code}\n${said.join('\n')}`)))
  })
  return { address, process: child }
}
