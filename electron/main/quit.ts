/** The app does not end before the lab has written everything, unless the person says so. */
import { app, dialog } from 'electron'
import type { Log } from '#core/ports.ts'
import type { Language } from '#shared/model/text.ts'
import { say } from '#shared/text/messages.ts'
import { shellText } from '#shared/text/shell.ts'
import { errorText } from './error-log.ts'
import type { LabHost } from './lab-host.ts'

/** How long closing may take before the person is asked, in milliseconds. */
const patience = 8_000

/** How long the last words of closed windows may take to arrive, in milliseconds. */
const lastWords = 1_000

type QuitDeps = {
  readonly lab: Promise<LabHost>
  /** Resolves when all that the windows said has been heard. */
  readonly heard: () => Promise<void>
  readonly folder: string
  readonly log: Log
  readonly logFile: string
  readonly language: () => Language
}

/** `will-quit` comes when every window is closed, so nothing more can be typed. */
export function flushBeforeQuit(deps: QuitDeps): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void flush(deps).finally(() => {
      state = 'closed'
      app.quit()
    })
  })
}

async function flush({ lab, heard, folder, log, logFile, language }: QuitDeps): Promise<void> {
  const opened = await lab.catch(() => null)
  // Why the lab never opened has been said already.
  if (!opened) return
  const text = (key: keyof typeof shellText, count: number | string = '') =>
    say(shellText[key], language(), { folder, count, log: logFile })
  await within(lastWords, heard())
  const closed = opened.close().catch((error: unknown) => {
    log('error', 'closing failed', { error: errorText(error) })
    return '?'
  })
  for (;;) {
    const left = await within(patience, closed)
    if (left === 0) return
    if (left !== undefined) {
      log('error', 'not everything was saved', { documents: left })
      await dialog.showMessageBox({ type: 'error', message: text('notSaved'), detail: text('notSavedDetail', left) })
      return
    }
    log('warn', 'still saving')
    const buttons = [text('wait'), text('quitAnyway')]
    const asked = { type: 'warning' as const, message: text('stillSaving'), detail: text('stillSavingDetail'), buttons, cancelId: 0 }
    if ((await dialog.showMessageBox(asked)).response === 1) return log('error', 'left without saving all')
  }
}

/** What the work resolved with, or undefined when it takes longer. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), milliseconds)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
