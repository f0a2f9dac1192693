/** The native menu: on macOS the bar at the top, elsewhere only the keys that come with it. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '#shared/model/text.ts'
import { shellText } from '#shared/text/shell.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']>

/** @param developing adds reload and developer tools, which the packed app does not have */
export function setMenu(language: Language, developing: boolean): void {
  const item = (role: Role, text: keyof typeof shellText): MenuItemConstructorOptions => ({ role, label: shellText[text][language] })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const menu = (text: keyof typeof shellText, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    label: shellText[text][language],
    submenu,
  })
  const mac = process.platform === 'darwin'

  const appMenu: MenuItemConstructorOptions = {
    label: 'Labinov',
    submenu: [
      item('about', 'about'),
      line,
      item('hide', 'hide'),
      item('hideOthers', 'hideOthers'),
      item('unhide', 'showAll'),
      line,
      item('quit', 'quit'),
    ],
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      mac ? appMenu : menu('menuFile', [item('quit', 'quit')]),
      menu('menuEdit', [
        item('undo', 'undo'),
        item('redo', 'redo'),
        line,
        item('cut', 'cut'),
        item('copy', 'copy'),
        item('paste', 'paste'),
        item('pasteAndMatchStyle', 'pastePlain'),
        item('selectAll', 'selectAll'),
      ]),
      menu('menuView', [
        item('resetZoom', 'actualSize'),
        item('zoomIn', 'zoomIn'),
        item('zoomOut', 'zoomOut'),
        line,
        item('togglefullscreen', 'fullScreen'),
        ...(developing ? [line, item('reload', 'reload'), item('toggleDevTools', 'tools')] : []),
      ]),
      menu('menuWindow', [item('minimize', 'minimize'), item('close', 'close')]),
    ]),
  )
}
