import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { build, isBuilt } from '#headless/build.ts'

const project = join(import.meta.dirname, '../..')
const builder = join(dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')), 'bin/electron-vite.js')

/** The main bundle of the app itself. */
export const appMain = join(project, 'out/main/index.js')

/** The main bundle that `buildFixture` writes. */
export const fixtureMain = join(project, 'out/shell-fixture/main/index.js')

/** Builds the real shell and preload around the echo lab (half a second), and the app itself unless that is built. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export of a global setup
export default async function buildFixture(): Promise<void> {
  await promisify(execFile)(process.execPath, [builder, 'build', '--config', join(project, 'test/host/fixture/electron.vite.config.ts')], {
    cwd: project,
  })
  if (!(await isBuilt(project)) && !(await build(project))) throw new Error('The app could not be built.')
}
