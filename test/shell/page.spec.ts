import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, readyPage, test } from './app.ts'

test('the page comes from the app scheme, under the security policy, and breaks none of it', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  expect(app.addressOf(page)).toBe('app://labinov/')
  expect(await page.locator('h1').evaluate((h) => getComputedStyle(h).color)).toBe('rgb(43, 63, 143)')
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(policy).toContain(`default-src 'none'; script-src 'self'; style-src 'self' 'nonce-`)
  expect(await page.evaluate(() => window.fixture.violations)).toEqual([])
})

test('the policy is in force: inline scripts and styles, eval and other hosts are refused', async ({ start }) => {
  const page = await readyPage(await start())
  const seen = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    const style = document.createElement('style')
    style.textContent = 'h1 { color: red }'
    document.head.append(style)
    const fetched = await fetch('https://example.invalid/').then(
      () => true,
      () => false,
    )
    const frame = document.createElement('iframe')
    frame.src = 'https://example.invalid/'
    document.body.append(frame)
    const h1 = document.querySelector('h1')
    return {
      ran: 'ran' in window,
      color: h1 && getComputedStyle(h1).color,
      fetched,
      evaluated: await window.fixture.canEvaluate(),
    }
  })
  expect(seen).toEqual({
    ran: false,
    color: 'rgb(43, 63, 143)',
    fetched: false,
    evaluated: false,
  })
  const directives = () => page.evaluate(() => window.fixture.violations.map((each) => each.split(' ')[0]))
  await expect
    .poll(directives)
    .toEqual(expect.arrayContaining(['script-src-elem', 'style-src-elem', 'connect-src', 'script-src', 'frame-src']))
})

test('each load has its own nonce, in the header and in the page, and a style that carries it is applied', async ({ start }) => {
  const page = await readyPage(await start())
  const nonce = () => page.locator('meta[name=style-nonce]').getAttribute('content')
  const first = await nonce()
  await page.evaluate((mark) => {
    const style = document.createElement('style')
    style.nonce = mark ?? ''
    style.textContent = 'h1 { color: rgb(1, 2, 3) }'
    document.head.append(style)
  }, first)
  expect(await page.locator('h1').evaluate((h) => getComputedStyle(h).color)).toBe('rgb(1, 2, 3)')
  await page.reload()
  expect(await nonce()).not.toBe(first)
})

test('addresses that lead out of the pages are refused', async ({ start }) => {
  const page = await readyPage(await start())
  const paths = [
    '/..%2fmain/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/..%5cmain%5cindex.js',
    '/assets/..%2f..%2f..%2fmain/index.js',
    '/C:/Windows/win.ini',
    '/%00',
    '/index.html%00.png',
    '//etc/passwd',
    '/files/rembang/..%2f..%2fsettings.json',
    '/files/../main/index.js',
    '/main/index.js',
    '/index.js.map',
    '/files/rembang/none.png',
  ]
  const answers = await page.evaluate(
    (all) => Promise.all(all.map(async (path) => [path, (await fetch(path).catch(() => null))?.status ?? 'refused'] as const)),
    paths,
  )
  for (const [path, status] of answers) expect(status, path).not.toBe(200)
})

test('an attachment comes from the lab, and can do nothing as a document', async ({ start }) => {
  const page = await readyPage(await start())
  const got = await page.evaluate(async () => {
    const answer = await fetch('/files/rembang/aa11.png')
    return {
      type: answer.headers.get('content-type'),
      policy: answer.headers.get('content-security-policy'),
      first: new Uint8Array(await answer.arrayBuffer())[0],
    }
  })
  expect(got).toEqual({ type: 'image/png', policy: `default-src 'none'; sandbox`, first: 137 })
})

test('a deep address is answered by the page that draws it', async ({ start }) => {
  const page = await readyPage(await start())
  expect(await page.evaluate(async () => (await fetch('/lab/rembang')).headers.get('content-type'))).toContain('text/html')
})

test('the page cannot leave, open a window or be sent away, and nothing outside hears of it', async ({ start }) => {
  const hits: string[] = []
  const stranger = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end('<title>elsewhere</title>')
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  try {
    const away = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`
    const app = await start()
    const page = await readyPage(app)
    await page.evaluate((address) => {
      window.open(`${address}opened`)
      const link = document.createElement('a')
      link.href = `${address}link`
      document.body.append(link)
      link.click()
    }, away)
    await page.evaluate((address) => {
      location.href = `${address}assigned`
    }, away)
    // A round trip through the main process comes after its answers to all of the above.
    expect(await page.evaluate(() => window.fixture.call('echo', 'still here'))).toBe('still here')
    expect(app.addressOf(page)).toBe('app://labinov/')
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1)
    expect(hits).toEqual([])
  } finally {
    stranger.closeAllConnections()
    stranger.close()
  }
})

test('a link opens in the browser of the person only when its place is on the list', async ({ start }) => {
  const app = await start()
  const page = await readyPage(app)
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(shell, { opened, openExternal: async (address: string) => void opened.push(address) })
  }, null)
  await page.evaluate(async () => {
    const addresses = [
      'https://peraturan.bpk.go.id/Details/1',
      'http://peraturan.bpk.go.id/',
      'https://peraturan.bpk.go.id.example.com/',
      'https://a:b@lan.go.id/',
      'file:///etc/passwd',
      'smb://host/share',
    ]
    for (const address of addresses) window.open(address)
    await window.fixture.call('echo', 1)
  })
  const opened = () => app.evaluate(({ shell }) => (shell as unknown as { opened: string[] }).opened, null) // put there above
  await expect.poll(opened).toEqual(['https://peraturan.bpk.go.id/Details/1'])
})

test('every permission a page can ask for is denied', async ({ start }) => {
  const page = await readyPage(await start())
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    const asked = names.map(async (name) => [name, (await navigator.permissions.query({ name: name as PermissionName })).state]) // newer than the types
    return Object.fromEntries(await Promise.all(asked))
  })
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    midi: 'denied',
    'clipboard-read': 'denied',
  })
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
})
