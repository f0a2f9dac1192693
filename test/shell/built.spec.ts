import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { readAsar, unpackAsar } from '../host/asar.ts'
import { expect, test } from './app.ts'
import { appMain } from './build-fixture.ts'

const project = join(import.meta.dirname, '../..')
const builder = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js')

/** The home page of a workspace without labs, and what the browser had to say about it. */
async function homePage(page: Page): Promise<void> {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  // A page that is still on its way to its first address cannot be loaded again.
  await expect(page).not.toHaveURL('about:blank')
  await page.waitForLoadState('load')
  await page.reload()
  await expect(
    page
      .getByRole('button', { name: 'Buat lab' })
      .or(page.getByRole('link', { name: 'Buat lab' }))
      .first(),
  ).toBeVisible()
  expect(complaints.filter((each) => /Content Security Policy/i.test(each))).toEqual([])
}

test('the built app opens its home page over the port, under the security policy', async ({ start }) => {
  const app = await start({ main: appMain })
  const page = await app.page()
  await homePage(page)
  expect(app.addressOf(page)).toMatch(/^app:\/\/labinov\//)
  await app.evaluate(({ app: electronApp }) => electronApp.quit(), null)
  expect(await app.exited).toBe(0)
  expect(await readdir(app.workspace)).toContain('labs')
})

test.describe('the packed app', () => {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  let folder = ''

  // Only the program itself is missing: what stands in its place holds the place where the fuses are.
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'labinov-packed-'))
    const program = join(folder, 'electron')
    await mkdir(join(program, 'locales'), { recursive: true })
    await mkdir(join(program, 'resources'))
    await writeFile(join(program, 'electron'), Buffer.concat([Buffer.from(sentinel), Buffer.from([1, 8]), Buffer.alloc(8, 0x90)]), {
      mode: 0o755,
    })
    for (const name of ['chrome-sandbox', 'version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak'])
      await writeFile(join(program, name), '45.4.1')
    const args = [
      builder,
      '--linux',
      'dir',
      '--publish',
      'never',
      `-c.electronDist=${program}`,
      `-c.directories.output=${join(folder, 'dist')}`,
    ]
    await promisify(execFile)(process.execPath, args, { cwd: project })
  })
  test.afterAll(() => rm(folder, { recursive: true, force: true }))

  const resources = () => join(folder, 'dist/linux-unpacked/resources')

  test('holds what was built and what it needs to run, and nothing else', async () => {
    const files = await readAsar(join(resources(), 'app.asar'))
    const paths = files.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/index.js',
        'out/main/document-worker.js',
        'out/preload/index.cjs',
        'out/renderer/index.html',
      ]),
    )
    const top = new Set(
      paths.map((path) =>
        path
          .split('/')
          .slice(0, path.startsWith('out/') ? 2 : 1)
          .join('/'),
      ),
    )
    expect([...top].sort()).toEqual(['node_modules', 'out/main', 'out/preload', 'out/renderer', 'package.json'])
    expect(paths.filter((path) => /\.(?:ts|tsx|mts|cts|map)$|(?:^|\/)tests?\//.test(path))).toEqual([])
    const bundled = ['react', '@mantine/core', '@tiptap/core', 'vite', 'electron', '@playwright/test', 'node']
    expect(bundled.filter((name) => paths.some((path) => path.startsWith(`node_modules/${name}/`)))).toEqual([])
    expect(paths.filter((path) => path.endsWith('.node') && files.some((file) => file.path === path && file.bytes))).toEqual([])
  })

  test('carries its templates as plain files', async () => {
    expect((await readdir(join(resources(), 'templates'))).sort()).toEqual(expect.arrayContaining(['fonts', 'packs', 'samples']))
    expect((await stat(join(resources(), 'templates/fonts/Arimo-Regular.ttf'))).size).toBeGreaterThan(100_000)
  })

  test('has every fuse set', async () => {
    const program = await readFile(join(folder, 'dist/linux-unpacked/labinov'))
    const wire = program.subarray(program.indexOf(sentinel) + sentinel.length + 2).toString('latin1', 0, 8)
    // Order: run as Node, cookie encryption, NODE_OPTIONS, inspect, asar integrity, only from asar, own V8 snapshot, file privileges.
    expect(wire).toBe('01001100')
  })

  test('starts from what was packed alone', async ({ start }) => {
    const place = join(folder, 'unpacked')
    await unpackAsar(await readAsar(join(resources(), 'app.asar')), place)
    await cp(join(resources(), 'app.asar.unpacked'), place, { recursive: true, force: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await cp(join(resources(), 'templates'), join(place, 'templates'), { recursive: true })
    const app = await start({ main: join(place, 'out/main/index.js') })
    await homePage(await app.page())
  })
})
