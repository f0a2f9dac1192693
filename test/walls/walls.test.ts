import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { walls } from './walls.ts'

const root = resolve(import.meta.dirname, '../..')
const ours = ['shared', 'electron', 'renderer']

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.name === 'node_modules') return []
    return entry.isDirectory() ? sources(path) : /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts') ? [path] : []
  })
}

const files = ours.flatMap(sources)
const importPattern = /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g
const own: Readonly<Record<string, string>> = {
  '#shared/': 'shared/',
  '#core/': 'electron/core/',
  '#serve/': 'electron/serve/',
  '#headless/': 'electron/headless/',
  '#test/': 'test/',
}

/** Where an import leads: a file of ours, a package, or a built-in. */
function target(from: string, name: string): string {
  const alias = Object.keys(own).find((one) => name.startsWith(one))
  if (alias !== undefined) return own[alias] + name.slice(alias.length)
  if (name.startsWith('.')) return relative(root, resolve(root, dirname(from), name))
  return name
}

const packageOf = (name: string): string => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name))
const isBuiltIn = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name)

function strays(from: string, text: string): string[] {
  const folder = Object.keys(walls)
    .filter((one) => from.startsWith(one))
    .sort((a, b) => b.length - a.length)[0]
  const wall = folder === undefined ? undefined : walls[folder]
  if (wall === undefined) return [`${from}: no wall is written for this folder`]
  return [...text.matchAll(importPattern)].flatMap((match) => {
    const name = match[1] ?? match[2] ?? ''
    const to = target(from, name)
    const isOurs = /^(shared|electron|renderer|test|templates)\//.test(to)
    const fits = isOurs
      ? wall.ours.some((one) => one.test(to))
      : isBuiltIn(name)
        ? wall.node
        : wall.packages.some((one) => one.test(name) || one.test(packageOf(name)))
    return fits ? [] : [`${from} imports ${name}: ${wall.hint}`]
  })
}

it('every import goes through the right door', () => {
  expect(files.flatMap((file) => strays(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

it('a stray import is caught with the way out', () => {
  expect(strays('shared/rules/x.ts', "import { readFile } from 'node:fs'\n")).toHaveLength(1)
  expect(strays('electron/core/sync/x.ts', "import { openWorkspace } from '#core/workspace/workspace.ts'\n")[0]).toContain(
    'electron/core/lab',
  )
  expect(strays('renderer/features/home/x.tsx', "import { Board } from '../canvas/board.tsx'\n")).toHaveLength(1)
})

/** Text without comments and string contents, for rules about what code does. */
const bare = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')

it('time and chance reach the core and shared only through ports', () => {
  const guilty = files
    .filter((file) => (file.startsWith('electron/core/') || file.startsWith('shared/')) && file !== 'electron/core/ports.ts')
    .filter((file) => /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(/.test(bare(readFileSync(join(root, file), 'utf8'))))
  expect(guilty).toEqual([])
})

it('no file grows past 400 lines', () => {
  const long = [...files, ...sources('test')].filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401)
  expect(long).toEqual([])
})

it('nothing loosens the types or silences the linter', () => {
  const loose = files.filter((file) =>
    /:\s*any\b|\bas any\b|@ts-(ignore|expect-error|nocheck)/.test(bare(readFileSync(join(root, file), 'utf8'))),
  )
  const silenced = files.filter((file) => /biome-ignore(?!.*: )/.test(readFileSync(join(root, file), 'utf8')))
  expect([...loose, ...silenced]).toEqual([])
})

it('only one copy of Yjs is installed', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> } // npm's own format
  expect(Object.keys(lock.packages).filter((path) => path.endsWith('node_modules/yjs'))).toEqual(['node_modules/yjs'])
})

it('no lockfile names the address of a registry', () => {
  for (const lock of ['package-lock.json', 'test/bench/canvas/package-lock.json'])
    expect(readFileSync(join(root, lock), 'utf8')).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/)
})
