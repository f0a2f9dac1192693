import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasBuild, isBuilt } from '#headless/build.ts'
import { defaultWorkspace, documentsFolder } from '#headless/documents-folder.ts'
import { mayOpenBrowser } from '#headless/open-browser.ts'
import { whyNoWindow } from '#headless/window.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labinov-start-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** @param at when the file was last changed, in seconds since 1970 */
async function put(path: string, at: number, text = ''): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  await utimes(file, at, at)
}

describe('whether the app must be built', () => {
  const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
  const sources = ['electron/main/index.ts', 'renderer/features/home/home.tsx', 'shared/model/ids.ts', 'package.json', 'package-lock.json']
  beforeEach(async () => {
    for (const path of sources) await put(path, 1000)
    for (const path of outputs) await put(path, 2000)
  })

  test('not when every output is newer than every source', async () => {
    expect(await isBuilt(folder)).toBe(true)
  })

  test.each(sources)('yes when %s changed since', async (path) => {
    await put(path, 3000)
    expect(await isBuilt(folder)).toBe(false)
    expect(await hasBuild(folder)).toBe(true)
  })

  test.each(outputs)('yes when %s is missing, and then there is nothing to open either', async (path) => {
    await rm(join(folder, path))
    expect(await isBuilt(folder)).toBe(false)
    expect(await hasBuild(folder)).toBe(false)
  })
})

describe('whether there can be a window', () => {
  test.each([
    ['linux', { DISPLAY: ':0' }, false, undefined],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false, undefined],
    ['linux', {}, false, 'whyNoDisplay'],
    ['linux', { DISPLAY: ':0' }, true, 'whyRoot'],
    ['linux', { DISPLAY: ':0', LABINOV_NO_ELECTRON: '1' }, false, 'whyAsked'],
    ['win32', {}, false, undefined],
    ['darwin', {}, false, undefined],
    ['darwin', { LABINOV_NO_ELECTRON: '1' }, false, 'whyAsked'],
  ] as const)('on %s with %o (root: %s): %s', (platform, env, root, why) => {
    expect(whyNoWindow({ platform, env, root })).toBe(why)
  })
})

describe('where the workspace is when nobody says', () => {
  test('the folder that LABINOV_WORKSPACE names', () => {
    expect(defaultWorkspace({ LABINOV_WORKSPACE: '/data/lab' })).toBe('/data/lab')
  })

  test.each([
    ['no settings', undefined, 'Documents'],
    ['a translated folder', 'XDG_DESKTOP_DIR="$HOME/Desktop"\nXDG_DOCUMENTS_DIR="$HOME/Dokumen"\n', 'Dokumen'],
    ['a folder that is switched off', 'XDG_DOCUMENTS_DIR="$HOME/"\n', 'Documents'],
    ['a folder that is not absolute', 'XDG_DOCUMENTS_DIR="Dokumen"\n', 'Documents'],
  ])('among the documents, with %s', async (_what, text, name) => {
    if (text !== undefined) await put('.config/user-dirs.dirs', 1000, text)
    expect(documentsFolder({ HOME: folder }, 'linux')).toBe(join(folder, name))
  })
})

test('no browser is opened for an automated run or for whoever said no', () => {
  expect(mayOpenBrowser({})).toBe(true)
  expect(mayOpenBrowser({ CI: 'true' })).toBe(false)
  expect(mayOpenBrowser({ LABINOV_NO_BROWSER: '1' })).toBe(false)
})
