import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage } from '#serve/pages.ts'
import { mayOpenOutside } from '../../../../electron/main/outside.ts'
import { readAddress } from '../../../../electron/main/scheme-path.ts'

describe('an address of the app', () => {
  test.each([
    ['app://labinov', '/'],
    ['app://labinov/', '/'],
    ['app://labinov/?from=x#y', '/'],
    ['app://labinov/assets/a.js?v=1', '/assets/a.js'],
    ['app://labinov/lab/rembang', '/lab/rembang'],
  ])('%s asks for a page', (address, path) => {
    expect(readAddress(address)).toEqual({ kind: 'page', path })
  })

  test('names an attachment by its lab and its content', () => {
    expect(readAddress('app://labinov/files/rembang-2026/aa11.png')).toEqual({ kind: 'attachment', lab: 'rembang-2026', name: 'aa11.png' })
  })

  test.each([
    'app://stranger/',
    'app://labinov.evil/',
    'app://labinov:80/',
    'app://user@labinov/',
    'https://labinov/',
    'file:///etc/passwd',
    'app:labinov/',
    'app://labinov/files',
    'app://labinov/files/rembang',
    'app://labinov/files/rembang/',
    'app://labinov/files/../aa11.png',
    'app://labinov/files/rembang/..%2faa11.png',
    'app://labinov/files/rembang/x/aa11.png',
    'app://labinov/files/Rembang/aa11.png',
    'app://labinov/files/rembang/aa11',
    'app://labinov/files/%72embang/aa11.png',
  ])('%s is refused', (address) => {
    expect(readAddress(address)).toEqual({ kind: 'refused' })
  })
})

test.each([
  '/../secret.js',
  '/..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/%2e%2e%2fsecret.js',
  '/..\\secret.js',
  '/..%5csecret.js',
  '//server/share/secret.js',
  '/\\\\server\\share\\secret.js',
  '/C:/secret.js',
  '/index.html%00.js',
  '/inside.js::$DATA.js',
  '/.../secret.js',
  '/%c0%ae%c0%ae/secret.js',
])('the path %s does not lead out of the pages', async (path) => {
  const folder = await mkdtemp(join(tmpdir(), 'labinov-pages-'))
  try {
    await mkdir(join(folder, 'pages'))
    await writeFile(join(folder, 'pages/index.html'), '<p>inside</p>')
    await writeFile(join(folder, 'pages/inside.js'), 'inside')
    await writeFile(join(folder, 'secret.js'), 'secret')
    const wanted = readAddress(`app://labinov${path}`)
    expect(wanted.kind).toBe('page')
    const { status, body } = await readPage(join(folder, 'pages'), wanted.kind === 'page' ? wanted.path : '', [])
    expect(status).toBe(404)
    expect(String(body)).not.toContain('secret')
  } finally {
    await rm(folder, { recursive: true })
  }
})

describe('a link out of the app', () => {
  test('may lead to where the rules are published', () => {
    expect(mayOpenOutside('https://peraturan.bpk.go.id/Details/123')).toBe(true)
  })

  test.each([
    'http://peraturan.bpk.go.id/',
    'https://peraturan.bpk.go.id.example.com/',
    'https://example.com/?https://lan.go.id',
    'https://lan.go.id@example.com/',
    'https://user:pass@lan.go.id/',
    'https://lan.go.id:8443/',
    'file://lan.go.id/share',
    'smb://lan.go.id/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'not an address',
    '',
  ])('may not be %s', (address) => {
    expect(mayOpenOutside(address)).toBe(false)
  })
})
