/** Whether Electron's program is on this machine. Looks only; loading the package itself would start a download. */
import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const names: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/** The folder of Electron's npm package. */
export const electronPackage = (): string => dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** Electron's program, or undefined when only its npm package is here. `ELECTRON_OVERRIDE_DIST_PATH` comes before the package. */
export async function electronBinary(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const own = electronPackage()
  const noted = await readFile(join(own, 'path.txt'), 'utf8').catch(() => names[process.platform] ?? 'electron')
  const binary = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(own, 'dist'), noted)
  return access(binary).then(
    () => binary,
    () => undefined,
  )
}
