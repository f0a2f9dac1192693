/** Builds the app when `out/` is missing or older than what it was built from. */
import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The last outputs of the three parts; the pages are written last. */
const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const sources = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json']

export const electronVite = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')), 'bin/electron-vite.js')
export const buildConfig = 'electron/electron.vite.config.ts'

/** True when every output is there and none is older than a source. */
export async function isBuilt(project: string): Promise<boolean> {
  const built = await Promise.all(outputs.map((file) => changedAt(join(project, file))))
  const oldest = Math.min(...built)
  const newest = Math.max(...(await Promise.all(sources.map((path) => newestIn(join(project, path))))))
  return newest <= oldest
}

/** True when something is there to open, however old. */
export const hasBuild = async (project: string): Promise<boolean> =>
  (await Promise.all(outputs.map((file) => changedAt(join(project, file))))).every((at) => at > 0)

/** Builds everything; what the builder says goes to standard error. Resolves with whether it worked. */
export function build(project: string): Promise<boolean> {
  const child = spawn(process.execPath, [electronVite(), 'build', '--config', buildConfig], { cwd: project, stdio: ['ignore', 2, 2] })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

const changedAt = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

/** When the newest file below a path was changed, in milliseconds since 1970. */
async function newestIn(path: string): Promise<number> {
  const found = await stat(path)
  if (!found.isDirectory()) return found.mtimeMs
  const entries = await readdir(path)
  return Math.max(0, ...(await Promise.all(entries.map((entry) => newestIn(join(path, entry))))))
}
