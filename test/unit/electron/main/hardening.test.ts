/** The rules of Electron's security checklist that can be broken by one careless line, read from the syntax tree of the sources. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

type Node = { readonly type: string; readonly [key: string]: unknown }

const shell = join(import.meta.dirname, '../../../../electron')
const files = ['main', 'preload'].flatMap((folder) =>
  readdirSync(join(shell, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
)
const trees = new Map(files.map((file) => [file, parse(file)]))

function parse(file: string): readonly Node[] {
  const { program, errors } = parseSync(file, readFileSync(join(shell, file), 'utf8'))
  expect(errors, file).toEqual([])
  const all: Node[] = []
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    // An array is walked like any object: its values are its items.
    if ('type' in value && typeof value.type === 'string') all.push(value as Node) // has a type, so it is a node
    Object.values(value).forEach(walk)
  }
  walk(program)
  return all
}

/** `a.b.c(…)` and `c(…)` are both calls of `c`. */
const nameOf = (callee: unknown): string => {
  const { name, property } = callee as { name?: string; property?: { name?: string } } // a callee of either form
  return property?.name ?? name ?? ''
}
const calls = (name: string): { file: string; args: readonly Node[] }[] =>
  [...trees].flatMap(
    ([file, nodes]) =>
      nodes
        .filter(({ type, callee }) => (type === 'CallExpression' || type === 'NewExpression') && nameOf(callee) === name)
        .map(({ arguments: args }) => ({ file, args: args as Node[] })), // calls always have them
  )
const places = (name: string): string[] => calls(name).map(({ file }) => file)
const listeners = (event: string): string[] =>
  ['on', 'once'].flatMap((on) =>
    calls(on)
      .filter(({ args }) => args[0]?.value === event)
      .map(({ file }) => file),
  )
/** Every `key: value` of every object literal, as the values written there. */
const settings = (key: string): unknown[] =>
  [...trees.values()].flatMap(
    (nodes) =>
      nodes
        .filter((node) => node.type === 'Property' && ((node.key as Node).name === key || (node.key as Node).value === key)) // a property always has a key
        .map((node) => (node.value as Node).value), // and a value
  )
const mentions = (name: string): string[] =>
  [...trees]
    .filter(([, nodes]) => nodes.some((node) => (node.type === 'Identifier' && node.name === name) || node.value === name))
    .map(([file]) => file)

test('finds the sources it reads', () => {
  expect(files).toEqual(expect.arrayContaining(['main/index.ts', 'main/window.ts', 'main/guard.ts', 'preload/index.ts']))
})

describe('every page', () => {
  test('is made in one place', () => {
    expect(places('BrowserWindow')).toEqual(['main/window.ts'])
    for (const other of ['WebContentsView', 'BrowserView', 'BaseWindow']) expect(mentions(other), other).toEqual([])
  })

  test.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webviewTag', false],
  ])('has %s set to %s', (key, value) => {
    expect(settings(key)).toEqual([value])
  })

  test.each([
    'webSecurity',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'bypassCSP',
    'allowpopups',
    'disableWebSecurity',
  ])('leaves %s alone', (key) => {
    expect(mentions(key)).toEqual([])
  })

  test('runs in a sandboxed process', () => {
    expect(places('enableSandbox')).toEqual(['main/shell.ts'])
  })

  test('comes from the app scheme: no file, no remote address', () => {
    expect(places('loadFile')).toEqual([])
    expect(
      calls('loadURL').map(({ file, args }) => [file, args[0]?.type, (args[0]?.expressions as Node[] | undefined)?.[0]?.name]),
    ).toEqual([['main/window.ts', 'TemplateLiteral', 'appOrigin']])
    const addresses = [...trees.values()].flat().filter(({ value }) => typeof value === 'string' && /^(?:file|https?):\/\//.test(value))
    expect(addresses).toEqual([])
  })

  test('is guarded against leaving, opening windows and embedding', () => {
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])
      expect(listeners(event), event).toEqual(['main/guard.ts'])
    expect(places('setWindowOpenHandler')).toEqual(['main/guard.ts'])
    expect(settings('action')).toEqual(['deny'])
    expect(places('guardPages')).toEqual(['main/shell.ts'])
  })

  test('is granted no permission', () => {
    for (const name of [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
    ]) {
      expect(places(name), name).toEqual(['main/guard.ts'])
    }
    expect(places('denyPermissions')).toEqual(['main/shell.ts'])
  })
})

describe('the way in', () => {
  test('is one channel, heard in one place, which checks the sender', () => {
    expect(mentions('ipcMain')).toEqual(['main/port-door.ts'])
    const heard = (trees.get('main/port-door.ts') ?? []).filter(
      ({ type, callee }) => type === 'CallExpression' && ((callee as Node).object as Node | undefined)?.name === 'ipcMain', // a call always has a callee
    )
    expect(heard).toHaveLength(1)
    for (const name of ['senderFrame', 'origin', 'parent', 'isOurs']) expect(mentions(name), name).toContain('main/port-door.ts')
  })

  test('puts nothing on the window of the page', () => {
    expect(mentions('contextBridge')).toEqual([])
    expect(mentions('exposeInMainWorld')).toEqual([])
    const imports = (trees.get('preload/index.ts') ?? [])
      .filter(({ type }) => type === 'ImportDeclaration')
      .map(({ source }) => (source as Node).value) // an import always has a source
    expect(imports.sort()).toEqual(['#shared/api/port.ts', 'electron'])
  })
})

test('the way out to other programs is one call behind a fixed list', () => {
  expect(places('openExternal')).toEqual(['main/guard.ts'])
  expect(places('mayOpenOutside')).toEqual(['main/guard.ts'])
  expect(places('openPath')).toEqual([])
})
