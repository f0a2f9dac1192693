import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, runNode, test } from './app.ts'

const labinov = (...args: readonly string[]) => runNode(['electron/headless/labinov.ts', ...args], { LANG: 'id_ID.UTF-8', LC_ALL: '' })

test('demo makes the sample lab and every document of it in both formats', async () => {
  test.setTimeout(300_000)
  const out = test.info().outputPath('demo')
  const { code, err } = await labinov('demo', '--out', out)
  expect(err).toContain('Lab contoh')
  expect(code).toBe(0)
  const files = readdirSync(join(out, 'documents'), { recursive: true }).map(String)
  for (const name of ['LANGKOK', 'SATE LOKAN']) {
    for (const format of ['docx', 'pdf'])
      expect(files.filter((file) => file.includes(name) && file.endsWith(format)).length).toBeGreaterThanOrEqual(2)
  }
  const checked = await labinov('check', '--workspace', join(out, 'workspace'))
  expect(checked).toMatchObject({ code: 0 })
  const listed = JSON.parse((await labinov('list', '--workspace', join(out, 'workspace'), '--json')).out)
  expect(listed).toHaveLength(1)
  expect(listed[0].innovations).toHaveLength(9)
  const one = await labinov(
    'export',
    '--workspace',
    join(out, 'workspace'),
    '--lab',
    listed[0].id,
    '--innovation',
    'langkok',
    '--document',
    'proposal-kipp',
    '--format',
    'pdf',
    '--out',
    join(out, 'one'),
  )
  expect(one.code).toBe(0)
  expect(existsSync(one.out.trim())).toBe(true)
})

test('check finds a damaged file and ends with 1', async () => {
  test.setTimeout(300_000)
  const out = test.info().outputPath('damaged')
  await labinov('demo', '--out', out)
  const file = join(out, 'workspace/labs/contoh-kota-solok/innovations/langkok.json')
  await writeFile(file, '{"format":1,"broken')
  const { code, out: said } = await labinov('check', '--workspace', join(out, 'workspace'))
  expect(code).toBe(1)
  expect(said).toContain('langkok.json')
})

test('wrong use ends with 2 and a sentence, what cannot be done with 1, never a stack', async () => {
  const cases: readonly (readonly [readonly string[], number])[] = [
    [[], 2],
    [['tidak-ada'], 2],
    [['constructor'], 2],
    [['export', '--workspace', 'x'], 2],
    [['serve', '--workspace', test.info().outputPath('ws'), '--port', 'abc'], 2],
    [['list', '--workspace', test.info().outputPath('kosong')], 1],
    [['check', '--workspace', '/proc/nowhere'], 1],
  ]
  for (const [args, code] of cases) {
    const result = await labinov(...args)
    expect({ args, code: result.code }).toEqual({ args, code })
    expect(result.err + result.out).not.toMatch(/\n\s+at .+\.(ts|js):\d+/)
  }
})

test('every command explains itself', async () => {
  for (const command of ['demo', 'serve', 'export', 'check', 'list']) {
    const { code, out } = await labinov(command, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`labinov ${command}`)
  }
})
