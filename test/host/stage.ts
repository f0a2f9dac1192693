/** What the parts of the stand-in share: the browser, the handlers the app has registered, and what the app's data folder is. */
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cdp } from './cdp.ts'

export type SchemeHandler = (request: Request) => Promise<Response> | Response

type Stage = {
  cdp: Cdp | null
  ready: boolean
  readonly schemes: Map<string, SchemeHandler>
  /** Schemes registered as privileged; only these may be handled as secure pages. */
  readonly privileged: Set<string>
  readonly dataFolder: string
}

const flag = (name: string): string | undefined => {
  const prefix = `--${name}=`
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length)
}

export const stage: Stage = {
  cdp: null,
  ready: false,
  schemes: new Map(),
  privileged: new Set(),
  dataFolder: flag('user-data-dir') ?? join(tmpdir(), `labinov-stand-in-${process.pid}`),
}

export const browser = (): Cdp => {
  if (!stage.cdp) throw new Error('The app is not ready.')
  return stage.cdp
}

export const appVersion = (): string => {
  // The project's own file.
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
  return version
}

/** Electron's events carry a way to say no. */
export class Preventable {
  readonly url: string
  defaultPrevented = false
  constructor(url = '') {
    this.url = url
  }
  preventDefault(): void {
    this.defaultPrevented = true
  }
}
