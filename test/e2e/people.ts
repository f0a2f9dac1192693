/** People in browsers of their own, whose connection can be cut as by a pulled cable. */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { App } from './app.ts'

export type Person = { readonly context: BrowserContext; readonly page: Page; cut(): Promise<void>; mend(): Promise<void> }

/** @param hash where in the app he sits down */
export async function person(browser: Browser, app: App, hash: string): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
  const lines = new Set<{ close(): Promise<void> }>()
  await context.routeWebSocket(/\/sync$/, (line) => {
    const onward = line.connectToServer()
    lines.add(line)
    line.onClose((code, reason) => {
      lines.delete(line)
      void onward.close({ ...(code === undefined ? {} : { code }), ...(reason === undefined ? {} : { reason }) })
    })
  })
  const page = await context.newPage()
  await page.goto(app.url() + hash)
  return {
    context,
    page,
    async cut() {
      await context.setOffline(true)
      await Promise.all([...lines].map((line) => line.close()))
    },
    mend: () => context.setOffline(false),
  }
}
