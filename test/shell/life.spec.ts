import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, readyPage, test } from './app.ts'

const events = async (workspace: string): Promise<string[]> => (await readFile(join(workspace, 'events.txt'), 'utf8')).trim().split('\n')

test('the run says whether it was real Electron', async ({ start }) => {
  const app = await start()
  await readyPage(app)
  if (app.kind === 'stand-in') expect(app.output()).toContain('Electron stand-in (no Electron binary)')
  else expect(await app.evaluate(() => process.versions.electron, null)).toBeTruthy()
})

test('quitting closes the windows first and ends only when the lab has written everything', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await page.evaluate(() => window.fixture.call('echo', 1))
  await app.evaluate(({ app: electronApp }) => electronApp.quit(), null)
  expect(await app.exited).toBe(0)
  expect(await events(app.workspace)).toEqual(['connected', 'port closed', 'closing', 'flushed'])
})

test('closing the last window ends the app in the same way, except on macOS', async ({ start }) => {
  const app = await start()
  await readyPage(app)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null)
  if (process.platform === 'darwin') await app.evaluate(({ app: electronApp }) => electronApp.quit(), null)
  expect(await app.exited).toBe(0)
  expect(await events(app.workspace)).toContain('flushed')
})

test('a second start ends at once and leaves the first one in front', async ({ start }) => {
  const first = await start()
  await readyPage(first)
  await first.evaluate(({ app, BrowserWindow }) => {
    Object.assign(app, { focused: 0 })
    BrowserWindow.getAllWindows()[0]?.on('focus', () => Object.assign(app, { focused: 1 }))
  }, null)
  const second = await start({ folder: first.folder }).catch((error: unknown) => error)
  if (second && typeof second === 'object' && 'exited' in second) expect(await second.exited).toBe(0)
  expect(await events(first.workspace)).toEqual(['connected'])
  if (first.kind === 'stand-in')
    await expect.poll(() => first.evaluate(({ app }) => (app as unknown as { focused: number }).focused, null)).toBe(1) // put there above
  expect(await (await first.page()).evaluate(() => window.fixture.call('echo', 'alive'))).toBe('alive')
})

test('a page that crashes is loaded again once, and the person is told', async ({ start }) => {
  const app = await start()
  await readyPage(app)
  await app.evaluate(({ dialog, BrowserWindow }) => {
    const told: string[] = []
    const showMessageBox = async (...given: unknown[]) => {
      told.push((given.at(-1) as { message: string }).message)
      return { response: 0, checkboxChecked: false }
    }
    Object.assign(dialog, { told, showMessageBox })
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  }, null)
  const told = () => app.evaluate(({ dialog }) => (dialog as unknown as { told: string[] }).told, null) // put there above
  await expect.poll(told).toEqual(['Jendela dimuat ulang karena berhenti bekerja'])
  await expect.poll(async () => (await events(app.workspace)).filter((line) => line === 'connected').length).toBe(2)
})

test('a workspace that does not open is said, and the app ends', async ({ start }) => {
  const app = await start({ env: { LABINOV_FIXTURE: 'no-lab' } })
  expect(await app.exited).toBe(0)
  expect(app.output()).toContain('[dialog] Labinov tidak dapat membuka ruang kerja')
  expect(app.output()).toContain('this workspace does not open')
})

test('the window opens where it was closed', async ({ start }) => {
  const app = await start()
  await readyPage(app)
  const moved = { x: 40, y: 30, width: 1100, height: 650 }
  await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), moved)
  await app.evaluate(({ app: electronApp }) => electronApp.quit(), null)
  await app.exited
  expect(JSON.parse(await readFile(join(app.folder, 'data/window.json'), 'utf8'))).toEqual({ ...moved, maximized: false })
  const again = await start({ folder: app.folder })
  await readyPage(again)
  expect(await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds(), null)).toEqual(moved)
})
