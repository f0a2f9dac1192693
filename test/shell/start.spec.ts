import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronBinary } from '#headless/electron-binary.ts'
import { findElectron } from '#headless/window.ts'

const launcher = join(import.meta.dirname, '../../electron/headless/start.ts')

let folder = ''
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labinov-start-'))
})
test.afterEach(() => rm(folder, { recursive: true, force: true }))

function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [launcher], {
    env: {
      ...process.env,
      LABINOV_WORKSPACE: join(folder, 'workspace'),
      LABINOV_NO_ELECTRON: '1',
      LABINOV_NO_BROWSER: '1',
      LANG: 'id_ID.UTF-8',
      ...env,
    },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => (said.out += String(text)))
  child.stderr.on('data', (text) => (said.err += String(text)))
  const firstLine = new Promise<void>((resolve) => child.stdout.on('data', () => said.out.includes('\n') && resolve()))
  const exited = once(child, 'exit').then(([code]) => code as number | null) // the event's first value
  return { child, said, firstLine, exited }
}

test('without a window, the only output is the address with its key, and the app is there', async ({ page }) => {
  const { child, said, firstLine, exited } = start({})
  await firstLine
  expect(said.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{20,}\n$/)
  await page.goto(said.out.trim())
  await expect(page.getByText('Buat lab').first()).toBeVisible()
  expect(said.err).toContain('LABINOV_NO_ELECTRON=1')
  child.kill('SIGINT')
  expect(await exited).toBe(0)
  expect(said.err).toContain('Semua tersimpan.')
  expect(said.out.trim().split('\n')).toHaveLength(1)
})

test('a workspace that cannot be used is said in a sentence, without an address and without a stack', async () => {
  await writeFile(join(folder, 'workspace'), 'a file where a folder should be')
  const { said, exited } = start({})
  expect(await exited).toBe(1)
  expect(said.out).toBe('')
  expect(said.err).toContain('Labinov tidak dapat dibuka')
  expect(said.err).not.toMatch(/^\s+at /m)
})

test('a browser program that is missing is no error', async () => {
  await mkdir(join(folder, 'empty'))
  const { child, firstLine, exited } = start({ LABINOV_NO_BROWSER: '', CI: '', PATH: join(folder, 'empty') })
  await firstLine
  child.kill('SIGTERM')
  expect(await exited).toBe(0)
})

test('an installation of Electron that fails is tried once and is no error', async () => {
  const installer = join(folder, 'install.js')
  await writeFile(installer, 'process.exit(1)')
  let tried = 0
  const found = await findElectron(() => {
    tried += 1
  }, installer)
  const here = await electronBinary()
  expect({ found, tried }).toEqual({ found: here, tried: here ? 0 : 1 })
})
