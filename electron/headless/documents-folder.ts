/** Where the person's documents are, as Electron's `app.getPath('documents')` would say. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** The workspace when nobody named one: `LABINOV_WORKSPACE`, or the folder "Labinov" among the person's documents. */
export const defaultWorkspace = (env: Env = process.env): string => env.LABINOV_WORKSPACE || join(documentsFolder(env), 'Labinov')

export function documentsFolder(env: Env = process.env, platform: NodeJS.Platform = process.platform): string {
  const home = env.HOME || homedir()
  if (platform === 'win32') return windowsDocuments(env) ?? join(home, 'Documents')
  if (platform === 'darwin') return join(home, 'Documents')
  return xdgDocuments(env, home) ?? join(home, 'Documents')
}

/** The XDG user folders: `XDG_DOCUMENTS_DIR="$HOME/Dokumen"`. */
function xdgDocuments(env: Env, home: string): string | undefined {
  try {
    const text = readFileSync(join(env.XDG_CONFIG_HOME || join(home, '.config'), 'user-dirs.dirs'), 'utf8')
    const value = /^XDG_DOCUMENTS_DIR="([^"]+)"$/m.exec(text)?.[1]
    const folder = value?.replace(/^\$HOME(?=\/|$)/, home)
    // The specification allows nothing but absolute paths; the home folder itself means that the folder is switched off.
    return folder?.startsWith('/') && folder.replace(/\/$/, '') !== home ? folder : undefined
  } catch {
    return undefined
  }
}

/** Documents are often moved, for example into OneDrive; the registry knows where. */
function windowsDocuments(env: Env): string | undefined {
  try {
    const key = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders`
    const said = execFileSync('reg', ['query', key, '/v', 'Personal'], { encoding: 'utf8', windowsHide: true })
    return /REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/m.exec(said)?.[1]?.replaceAll(/%(\w+)%/g, (whole, name: string) => env[name] ?? whole)
  } catch {
    return undefined
  }
}
