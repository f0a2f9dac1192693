/** What happens when a window's page stops working. What was typed has already left it, so a fresh page loses next to nothing. */
import { app, type BrowserWindow, dialog } from 'electron'
import type { Log } from '#core/ports.ts'
import type { Language } from '#shared/model/text.ts'
import { say } from '#shared/text/messages.ts'
import { shellText } from '#shared/text/shell.ts'

type CrashDeps = { readonly log: Log; readonly logFile: string; readonly language: () => Language }

/** The first time the page is loaded again and the person is told; after that the person chooses. */
export function surviveCrash(window: BrowserWindow, { log, logFile, language }: CrashDeps): void {
  let before = false
  const text = (key: keyof typeof shellText) => say(shellText[key], language(), { log: logFile })
  window.webContents.on('unresponsive', () => log('warn', 'page does not answer'))
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log('error', 'page is gone', { reason, exitCode })
    if (!before) {
      before = true
      window.webContents.reload()
      void dialog.showMessageBox(window, { type: 'warning', message: text('crashed'), detail: text('crashedDetail') })
      return
    }
    const buttons = [text('reload'), text('quit')]
    const asked = dialog.showMessageBox(window, {
      type: 'error',
      message: text('crashedAgain'),
      detail: text('crashedAgainDetail'),
      buttons,
      cancelId: 0,
    })
    void asked.then(({ response }) => (response === 1 ? app.quit() : window.webContents.reload()))
  })
}
