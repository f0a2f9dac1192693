import { type BrowserWindow, dialog, powerSaveBlocker, shell } from 'electron'
import type { Desk } from '#core/lab/router.ts'
import type { Language } from '#shared/model/text.ts'
import { shellText } from '#shared/text/shell.ts'

export type DeskParts = {
  /** The window a dialog belongs to, if one is open. */
  readonly window: () => BrowserWindow | null
  readonly language: () => Language
  readonly project: (lab: string) => Promise<void>
}

export const makeDesk = ({ window, language, project }: DeskParts): Desk => ({
  reveal: async (file) => shell.showItemInFolder(file),
  pickFolder: async () => {
    const options = { title: shellText.pickFolder[language()], properties: ['openDirectory' as const, 'createDirectory' as const] }
    const parent = window()
    const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
    return canceled ? null : (filePaths[0] ?? null)
  },
  project,
  keepAwake: awakeKeeper(),
})

/** One block of the system's sleep for however many ask; it ends with the process. */
function awakeKeeper(): (on: boolean) => void {
  let blocker: number | null = null
  return (on) => {
    if (on) blocker ??= powerSaveBlocker.start('prevent-display-sleep')
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  }
}
