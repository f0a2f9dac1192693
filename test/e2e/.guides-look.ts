import { chromium } from '@playwright/test'
import { browserLaunch } from '#test/host/find-browser.ts'
import { serveOn } from '#test/e2e/serve.ts'
import { callsTo } from '#test/e2e/sample.ts'
const app = await serveOn('/tmp/guides/ws1', '/tmp/guides/renderer')
const calls = callsTo(app.url)
const b = await chromium.launch(await browserLaunch())
try {
  await calls.lab.openSample().catch(() => undefined)
  await calls.packs.copy({ from: 'kipp-2022', id: 'kipp-solok', title: 'KIPP Kota Solok' }).catch(() => undefined)
  await calls.packs.copy({ from: 'iid-2026', id: 'iid-solok', title: 'IID Kota Solok' }).catch(() => undefined)
  const shot = async (name: string, hash: string, opt: { w?: number; h?: number; dark?: boolean; full?: boolean; act?: (p: import('@playwright/test').Page) => Promise<void> } = {}) => {
    const c = await b.newContext({ viewport: { width: opt.w ?? 1366, height: opt.h ?? 768 }, locale: 'id-ID', colorScheme: opt.dark ? 'dark' : 'light' })
    const p = await c.newPage()
    p.on('pageerror', (e) => console.log(name, e.message))
    await p.goto(app.url + hash)
    await p.locator('h1').first().waitFor()
    await p.waitForTimeout(500)
    await opt.act?.(p).catch((e) => console.log(name, String(e).slice(0, 600)))
    await p.screenshot({ path: `/tmp/guides/${name}.png`, fullPage: opt.full ?? false })
    await c.close()
  }
  const steps = (await import('/tmp/guides/steps.ts')) as { run: (s: typeof shot, app: unknown) => Promise<void> }
  await steps.run(shot, app)
} finally {
  await b.close()
  await app.stop()
}
