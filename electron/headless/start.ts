/**
 * `npm start`: the app in its own window, or, where there can be none, the very same app in a browser on this machine.
 * Without a window the first line on standard output is the address with its key; everything else goes to standard error.
 */
import { fileURLToPath } from 'node:url'
import { startServe } from '#serve/serve.ts'
import { FaultError } from '#shared/model/faults.ts'
import type { Language } from '#shared/model/text.ts'
import { faultSentence } from '#shared/text/fault-sentence.ts'
import { say } from '#shared/text/messages.ts'
import { startText } from '#shared/text/start.ts'
import { build, hasBuild, isBuilt } from './build.ts'
import { defaultWorkspace } from './documents-folder.ts'
import { localDesk, openBrowser } from './open-browser.ts'
import { labParts, pagesFolder } from './places.ts'
import { findElectron, installSeconds, runWindow, thisMachine, whyNoWindow } from './window.ts'

const language: Language = /^en/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '') ? 'en' : 'id'
const tell = (key: keyof typeof startText, values: Readonly<Record<string, string | number>> = {}) =>
  process.stderr.write(`${say(startText[key], language, values)}\n`)
const project = fileURLToPath(new URL('../..', import.meta.url))

async function start(): Promise<number> {
  if (!(await isBuilt(project))) {
    tell('building')
    if (!(await build(project))) {
      if (!(await hasBuild(project))) {
        tell('buildFailed')
        return 1
      }
      tell('buildOld')
    }
  }
  const folder = defaultWorkspace()
  return (await inWindow(folder)) ?? (await inBrowser(folder))
}

/** The exit code of the window, or undefined when none could be opened; why is said. */
async function inWindow(folder: string): Promise<number | undefined> {
  const why = whyNoWindow(thisMachine())
  if (why) {
    tell(why)
    return undefined
  }
  let tried = false
  const binary = await findElectron(() => {
    tried = true
    tell('getting', { seconds: installSeconds })
  })
  if (!binary) {
    tell(tried ? 'notGot' : 'whyNoBinary')
    return undefined
  }
  tell('window')
  const { opened, code } = await runWindow(binary, project, folder)
  if (opened) return code
  tell('windowFailed', { code })
  return undefined
}

async function inBrowser(folder: string): Promise<number> {
  const port = Number(process.env.LABINOV_PORT ?? 0)
  const served = await startServe({ ...labParts, folder, host: '127.0.0.1', port, pages: pagesFolder, desk: localDesk() })
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  process.stdout.write(`${served.url}\n`)
  tell('inBrowser')
  tell('workspace', { folder })
  const { heldBy } = served.lab.workspace
  if (heldBy) tell('readOnly', { pid: heldBy.pid, host: heldBy.host })
  tell('stop')
  openBrowser(served.url)
  await stopped
  const count = await served.close()
  if (count > 0) tell('unsaved', { count, folder })
  else tell('stopped')
  return count > 0 ? 1 : 0
}

try {
  process.exitCode = await start()
} catch (why) {
  const reason = why instanceof FaultError ? faultSentence(why.fault, language) : why instanceof Error ? why.message : String(why)
  tell('notOpened', { reason })
  process.exitCode = 1
}
