import { defineConfig } from '@playwright/test'
import { browserLaunch } from '#test/host/find-browser.ts'
import { hostKind } from '#test/host/launch.ts'

const kind = await hostKind()
console.error(kind === 'electron' ? 'Shell tests in real Electron' : 'Shell tests on the Electron stand-in (no Electron binary)')

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/shell',
  globalSetup: './build-fixture.ts',
  // Each test starts an app and a browser of its own.
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: { launchOptions: await browserLaunch() },
  projects: [{ name: kind }],
})
