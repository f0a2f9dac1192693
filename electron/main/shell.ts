/** The life of the desktop app, from start to quit. Knows the lab only as a `LabHost`. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, dialog, nativeTheme, session } from 'electron'
import { systemPorts } from '#core/ports.ts'
import { say } from '#shared/text/messages.ts'
import { shellText } from '#shared/text/shell.ts'
import { surviveCrash } from './crash.ts'
import { makeDesk } from './desk.ts'
import { errorText, fileLog } from './error-log.ts'
import { denyPermissions, guardPages } from './guard.ts'
import { defaultLook, type LabHost, type Look, type OpenLab } from './lab-host.ts'
import { setMenu } from './menu.ts'
import { openPortDoor } from './port-door.ts'
import { flushBeforeQuit } from './quit.ts'
import { registerScheme, serveScheme } from './scheme.ts'
import { makeWindows } from './window.ts'

export type ShellParts = {
  readonly openLab: OpenLab
  /** Folder of the built app: `main`, `preload` and `renderer` lie in it. */
  readonly built: string
}

/** Call once, as the first thing the main process does: what must come before Electron is ready comes first. */
export function startShell(parts: ShellParts): void {
  registerScheme()
  app.enableSandbox()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const logFile = join(app.getPath('logs'), 'labinov.log')
  const log = fileLog(logFile, systemPorts.clock)
  catchFaults(logFile, log)
  guardPages(log)
  app.whenReady().then(
    () => run(parts, logFile, log),
    (error: unknown) => log('error', 'not ready', { error: errorText(error) }),
  )
}

function run({ openLab, built }: ShellParts, logFile: string, log: ReturnType<typeof fileLog>): void {
  const folder = workspaceFolder()
  let look: Look = defaultLook
  const language = () => look.language
  const windows = makeWindows(join(built, 'preload', 'index.cjs'), (window) => surviveCrash(window, { log, logFile, language }))
  const lab = openLab({
    folder,
    templatesFolder: app.isPackaged ? join(process.resourcesPath, 'templates') : join(built, '..', 'templates'),
    workerUrl: pathToFileURL(join(built, 'main', 'document-worker.js')),
    version: app.getVersion(),
    log,
    desk: makeDesk({ window: windows.main, language, project: windows.project }),
  })

  denyPermissions(session.defaultSession, log)
  const devServer = developmentServer()
  serveScheme({
    pages: join(built, 'renderer'),
    attachment: async (id, name) => (await lab).file(id, name),
    ...(devServer && { devServer }),
  })
  const door = openPortDoor({ lab, isOurs: windows.isOurs, log })
  flushBeforeQuit({ lab, heard: door.emptied, folder, log, logFile, language })
  lab.then(
    (host) => {
      look = followLook(host)
    },
    (error: unknown) => refuseToOpen(error, folder, look, log),
  )

  setMenu(look.language, !app.isPackaged)
  windows.showMain()
  app.on('second-instance', () => windows.showMain())
  // macOS: the app outlives its windows.
  app.on('activate', () => windows.showMain())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  log('info', 'started', { version: app.getVersion(), platform: process.platform, folder })

  function followLook(host: LabHost): Look {
    const wear = (next: Look) => {
      look = next
      nativeTheme.themeSource = next.theme
      setMenu(next.language, !app.isPackaged)
    }
    host.look?.onChange(wear)
    wear(host.look?.now() ?? defaultLook)
    return look
  }
}

/** `LABINOV_WORKSPACE`, or the folder "Labinov" among the person's documents. */
const workspaceFolder = (): string => process.env.LABINOV_WORKSPACE || join(app.getPath('documents'), 'Labinov')

/** Only while developing, and only on this machine. */
function developmentServer(): URL | undefined {
  const address = process.env.ELECTRON_RENDERER_URL
  if (app.isPackaged || !address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) ? url : undefined
}

function refuseToOpen(error: unknown, folder: string, look: Look, log: ReturnType<typeof fileLog>): void {
  log('error', 'workspace did not open', { error: errorText(error) })
  const detail = say(shellText.openFailedDetail, look.language, { folder, reason: error instanceof Error ? error.message : String(error) })
  void dialog.showMessageBox({ type: 'error', message: shellText.openFailed[look.language], detail }).finally(() => app.quit())
}

/** An error nobody caught is written down and said once; the lab goes on, because its files are only ever replaced whole. */
function catchFaults(logFile: string, log: ReturnType<typeof fileLog>): void {
  let said = false
  process.on('uncaughtException', (error) => {
    log('error', 'uncaught', { error: errorText(error) })
    if (said || !app.isReady()) return
    said = true
    const { language } = defaultLook
    const detail = say(shellText.faultDetail, language, { log: logFile })
    void dialog.showMessageBox({ type: 'error', message: shellText.fault[language], detail })
  })
  process.on('unhandledRejection', (error) => log('error', 'unhandled', { error: errorText(error) }))
}
