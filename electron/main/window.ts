/** The app's windows: how they are made and where they stand. */
import { join } from 'node:path'
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen, type WebContents } from 'electron'
import { makeProjector } from './projector.ts'
import { appOrigin } from './scheme-path.ts'
import { placeWindow, readWindowState, saveWindowState, smallest } from './window-state.ts'

/** The page's top bar is the title bar; its height and colours are `--lb-bar`, `--lb-surface` and `--lb-ink` of the design. */
const barHeight = 52
const barColours = { light: { color: '#FFFFFF', symbolColor: '#1F1D1A' }, dark: { color: '#211F1C', symbolColor: '#F3EFE8' } } as const
/** `--lb-paper`: what is seen before the page has drawn itself. */
const paper = { light: '#F6F4EF', dark: '#171614' } as const

export interface Windows {
  /** Opens the main window, or brings the one there is to the front. */
  showMain(): BrowserWindow
  main(): BrowserWindow | null
  /** Opens the window for the hall, or brings the one there is back. @param lab an id that is checked */
  project(lab: string): Promise<void>
  /** True for the page of a window that was made here. */
  isOurs(page: WebContents): boolean
}

export function makeWindows(preload: string, made: (window: BrowserWindow) => void): Windows {
  const pages = new WeakSet<WebContents>()
  let main: BrowserWindow | null = null
  /** Every window of the app begins here, hidden and locked. */
  const make = (look: BrowserWindowConstructorOptions): BrowserWindow => {
    const window = new BrowserWindow({ ...look, title: 'Labinov', autoHideMenuBar: true, show: false, webPreferences: locked(preload) })
    pages.add(window.webContents)
    made(window)
    return window
  }
  /** @param hash the page to show, without its `#` */
  const load = (window: BrowserWindow, hash: string): Promise<void> => window.loadURL(`${appOrigin}/${hash === '' ? '' : `#${hash}`}`)
  const project = makeProjector({
    main: () => main,
    // The hall's page has no bar of ours to stand in for the title bar.
    make: (place) => make({ ...place, backgroundColor: '#FFFFFF' }),
    load: (window, lab) => load(window, `/lab/${lab}/proyektor`),
  })

  return {
    main: () => main,
    project,
    showMain: () => {
      if (main) {
        bringForward(main)
        return main
      }
      const stateFile = join(app.getPath('userData'), 'window.json')
      const place = placeWindow(
        readWindowState(stateFile),
        [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea),
      )
      const window = make({ ...frame(), ...placed(place), minWidth: smallest.width, minHeight: smallest.height })
      main = window
      if (place.maximized) window.maximize()
      window.once('ready-to-show', () => window.show())
      window.on('close', () => saveWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }))
      window.on('closed', () => {
        main = null
      })
      followTheme(window)
      void load(window, '')
      return window
    },
    isOurs: (page) => pages.has(page),
  }
}

const theme = () => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light')

/** The main window: the bar that the page draws itself. */
const frame = () => ({
  backgroundColor: paper[theme()],
  titleBarStyle: 'hidden' as const,
  ...(process.platform === 'darwin'
    ? { trafficLightPosition: { x: 16, y: (barHeight - 16) / 2 } }
    : { titleBarOverlay: { height: barHeight, ...barColours[theme()] } }),
})

const locked = (preload: string) => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
})

const placed = ({ maximized: _, ...place }: ReturnType<typeof placeWindow>) => place

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function followTheme(window: BrowserWindow): void {
  const follow = () => {
    window.setBackgroundColor(paper[theme()])
    if (process.platform !== 'darwin') window.setTitleBarOverlay({ height: barHeight, ...barColours[theme()] })
  }
  nativeTheme.on('updated', follow)
  window.on('closed', () => nativeTheme.off('updated', follow))
}
