/** `test` with a way to start the app, which is ended after each test. */
import { test as base, expect, type Page } from '@playwright/test'
import type { FixturePage } from '../host/fixture/renderer/page.ts'
import { type LaunchWish, launchApp, type ShellApp } from '../host/launch.ts'
import { fixtureMain } from './build-fixture.ts'

type Start = (wish?: Partial<LaunchWish>) => Promise<ShellApp>

export const test = base.extend<{ start: Start }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what the fixture needs
  start: async ({}, use) => {
    const apps: ShellApp[] = []
    await use(async (wish) => {
      const app = await launchApp({ main: fixtureMain, ...wish })
      apps.push(app)
      return app
    })
    for (const app of apps) await app.end()
  },
})

/** The fixture page's own object, for use inside `page.evaluate`. */
declare global {
  interface Window {
    fixture: FixturePage
  }
}

/** The page once its scripts have run. */
export async function readyPage(app: ShellApp): Promise<Page> {
  const page = await app.page()
  await page.waitForFunction(() => 'fixture' in window)
  return page
}

export { expect }
