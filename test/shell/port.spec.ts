import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, readyPage, test } from './app.ts'

const events = async (workspace: string): Promise<string[]> => (await readFile(join(workspace, 'events.txt'), 'utf8')).trim().split('\n')

test('an API call goes over the port and back, with streams and refusals', async ({ start }) => {
  const page = await readyPage(await start())
  expect(await page.evaluate(() => window.fixture.call('echo', { name: 'Rembang', year: 2026, units: ['BPBD', null] }))).toEqual({
    name: 'Rembang',
    year: 2026,
    units: ['BPBD', null],
  })
  const counted = await page.evaluate(async () => {
    const seen: unknown[] = []
    for await (const n of (await window.fixture.call('count')) as AsyncIterable<number>) seen.push(n) // the fixture's router streams numbers
    return seen
  })
  expect(counted).toEqual([1, 2, 3])
  const refusal = await page.evaluate(() => window.fixture.call('refuse').then(String, String))
  expect(refusal).toContain('Internal server error')
  expect(refusal).not.toContain('a detail for nobody')
})

test('two document channels and the API share the port without mixing', async ({ start }) => {
  const page = await readyPage(await start())
  const got = await page.evaluate(() =>
    Promise.all([window.fixture.sync(1, [1, 2, 3]), window.fixture.call('echo', 'api'), window.fixture.sync(2, [255, 0])]),
  )
  expect(got).toEqual([[3, 2, 1], 'api', [0, 255]])
})

test('the port is handed over once, and nothing else is put on the window', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await page.evaluate(async () => {
    window.fixture.askAgain()
    await window.fixture.call('echo', 1)
  })
  expect(await page.evaluate(() => window.fixture.handed())).toBe(1)
  expect(await events(app.workspace)).toEqual(['connected'])
  const names = await page.evaluate(() => window.fixture.namesAtStart)
  for (const name of [
    'require',
    'module',
    'exports',
    'process',
    'Buffer',
    'global',
    'electron',
    'ipcRenderer',
    'standInSend',
    'standInHear',
  ]) {
    expect(names, name).not.toContain(name)
  }
  if (app.kind === 'electron') return
  // The same browser without any app around the page has the same names.
  const plain = await page.context().newPage()
  await plain.route('https://plain.test/', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await plain.goto('https://plain.test/')
  const plainNames = await plain.evaluate(() => Object.getOwnPropertyNames(window))
  expect(names.filter((name) => !plainNames.includes(name))).toEqual([])
})

test('a reloaded page gets a fresh port and the old one is closed', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await page.evaluate(() => window.fixture.call('echo', 1))
  await page.reload()
  await page.waitForFunction(() => 'fixture' in window)
  expect(await page.evaluate(() => window.fixture.call('echo', 'again'))).toBe('again')
  await expect.poll(async () => (await events(app.workspace)).toSorted()).toEqual(['connected', 'connected', 'port closed'])
})

test('a page that is not in one of the app windows, or not at the app address, gets no port', async ({ start }) => {
  const app = await start({ env: { LABINOV_FIXTURE: 'stranger' } })
  const strangers = () => app.pages().filter((page) => /stranger/.test(app.addressOf(page)))
  await expect.poll(() => strangers().length).toBe(2)
  const log = () => readFile(join(app.folder, 'data/logs/labinov.log'), 'utf8')
  for (const page of strangers()) await page.evaluate(() => window.postMessage('labinov:port-wanted', location.origin))
  await expect.poll(async () => (await log()).match(/port refused/g)?.length).toBe(2)
  expect(await log()).toContain('"origin":"app://stranger"')
  const own = app.pages().find((page) => app.addressOf(page) === 'app://labinov/')
  await own?.evaluate(() => window.fixture.call('echo', 1))
  expect(await events(app.workspace)).toEqual(['connected'])
})

test('a window of the app that shows another origin gets no port', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await page.evaluate(() => window.fixture.call('echo', 1))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://stranger/'), null)
  await expect.poll(() => app.addressOf(page)).toBe('app://stranger/')
  await page.waitForLoadState()
  await page.evaluate(() => window.postMessage('labinov:port-wanted', location.origin))
  await expect
    .poll(() => readFile(join(app.folder, 'data/logs/labinov.log'), 'utf8'))
    .toContain('"message":"port refused","origin":"app://stranger"')
  await expect.poll(() => events(app.workspace)).toEqual(['connected', 'port closed'])
})
