import type { ShellApp } from '../host/launch.ts'
import { expect, readyPage, test } from './app.ts'

const wide = { x: 1366, y: 0, width: 1920, height: 1080 }

/** Another display stands to the right of the first one. */
const plugIn = (app: ShellApp) =>
  app.evaluate(({ screen }, bounds) => {
    const first = screen.getPrimaryDisplay()
    Object.assign(screen, { getAllDisplays: () => [first, { ...first, id: first.id + 1, bounds, workArea: bounds }] })
  }, wide)

type Seen = { readonly address: string; readonly bounds: typeof wide; readonly full: boolean; readonly shown: boolean }

const windows = (app: ShellApp): Promise<Seen[]> =>
  app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        address: window.webContents.getURL(),
        bounds: window.getBounds(),
        full: window.isFullScreen(),
        shown: window.isVisible(),
      })),
    null,
  )
const hall = async (app: ShellApp) => (await windows(app)).find(({ address }) => address.endsWith('/proyektor'))
const press = (app: ShellApp, key: string) =>
  app.evaluate(({ BrowserWindow }, pressed) => {
    const shown = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('/proyektor'))
    shown?.webContents.emit('before-input-event', { preventDefault: () => undefined }, { type: 'keyDown', key: pressed })
  }, key)

test('the projector fills the second display and shows the page of the lab', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await plugIn(app)
  await page.evaluate(() => window.fixture.call('project', 'rembang'))
  await expect.poll(async () => (await hall(app))?.shown).toBe(true)
  expect(await hall(app)).toEqual({ address: 'app://labinov/#/lab/rembang/proyektor', bounds: wide, full: true, shown: true })
  const shown = app.pages().find((one) => one.url().endsWith('/proyektor'))
  // Its page is one of ours: it gets a port to the lab like the main window's.
  await expect.poll(() => shown?.evaluate(() => window.fixture?.call('echo', 'hall'))).toBe('hall')
})

test('asked for again it is the same window, and another lab takes its place', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await plugIn(app)
  for (const lab of ['rembang', 'rembang', 'solok']) await page.evaluate((id) => window.fixture.call('project', id), lab)
  await expect.poll(async () => (await hall(app))?.address).toBe('app://labinov/#/lab/solok/proyektor')
  expect(await windows(app)).toHaveLength(2)
})

test('without a second display it is a window in the middle of the only one', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await page.evaluate(() => window.fixture.call('project', 'rembang'))
  await expect.poll(async () => (await hall(app))?.shown).toBe(true)
  expect(await hall(app)).toMatchObject({ full: false, bounds: { width: 1280, height: 720 } })
})

test('Escape closes it and no other key does; it can be opened again', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await plugIn(app)
  await page.evaluate(() => window.fixture.call('project', 'rembang'))
  await expect.poll(async () => (await hall(app))?.shown).toBe(true)
  await press(app, 'a')
  expect(await windows(app)).toHaveLength(2)
  await press(app, 'Escape')
  await expect.poll(() => windows(app)).toHaveLength(1)
  await page.evaluate(() => window.fixture.call('project', 'rembang'))
  await expect.poll(async () => (await hall(app))?.shown).toBe(true)
})

test('it goes with the main window', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await plugIn(app)
  await page.evaluate(() => window.fixture.call('project', 'rembang'))
  await expect.poll(async () => (await hall(app))?.shown).toBe(true)
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => !window.webContents.getURL().endsWith('/proyektor'))
      ?.close()
  }, null)
  if (process.platform === 'darwin') await app.evaluate(({ app: electronApp }) => electronApp.quit(), null)
  expect(await app.exited).toBe(0)
})

test('the display is kept awake once, however often it is asked for, and let go again', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  const started = () => app.evaluate(({ powerSaveBlocker }) => [1, 2, 3].map((id) => powerSaveBlocker.isStarted(id)), null)
  const ask = (on: boolean) => page.evaluate((value) => window.fixture.call('keepAwake', value), on)
  // Electron counts from another number than the stand-in does; one of the first is enough to know.
  const before = (await started()).filter(Boolean).length
  await ask(true)
  await ask(true)
  const during = (await started()).filter(Boolean).length
  await ask(false)
  expect([before, during, (await started()).filter(Boolean).length]).toEqual([0, 1, 0])
})
