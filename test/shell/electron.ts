/** `npm run test:electron`: the shell tests in real Electron, or a plain word that its binary is not here. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { electronBinary } from '#headless/electron-binary.ts'

const binary = await electronBinary()
if (!binary) {
  console.log('Electron binary is not here: NOTHING WAS RUN in real Electron.')
  console.log(
    'Get it with "npx install-electron", then run this again. The stand-in runs the same tests: npx playwright test -c test/shell/playwright.config.ts',
  )
} else if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.log(`Electron is at ${binary}, but there is no display (DISPLAY, WAYLAND_DISPLAY): NOTHING WAS RUN in real Electron.`)
} else {
  const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  const child = spawn(
    process.execPath,
    [playwright, 'test', '-c', join(import.meta.dirname, 'playwright.config.ts'), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, LABINOV_HOST: 'electron' },
    },
  )
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
