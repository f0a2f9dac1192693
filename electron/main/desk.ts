import { type BrowserWindow, dialog, shell } from 'electron'
import type { Desk } from '#core/lab/router.ts'
import type { Language } from '#shared/model/text.ts'
import { shellText } from '#shared/text/shell.ts'

/** @param window the window a dialog belongs to, if one is open */
export const makeDesk = (window: () => BrowserWindow | undefined, language: () => Language): Desk => ({
  reveal: async (file) => shell.showItemInFolder(file),
  pickFolder: async () => {
    const options = { title: shellText.pickFolder[language()], properties: ['openDirectory' as const, 'createDirectory' as const] }
    const parent = window()
    const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
    return canceled ? null : (filePaths[0] ?? null)
  },
})
