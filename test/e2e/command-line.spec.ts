import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileNameFor } from '#shared/rules/names.ts'
import { expect, runNode, test } from './app.ts'
import { callsTo, innovationFile, sampleLab, test as sampleTest } from './sample.ts'
import { serveOn } from './serve.ts'

const labinov = (...args: readonly string[]) => runNode(['electron/headless/labinov.ts', ...args], { LANG: 'id_ID.UTF-8', LC_ALL: '' })

/** How the name of a file with this title begins. */
const stem = (title: string): string => fileNameFor([title], 'x').slice(0, -2)

test('demo makes the sample lab and every document that the packs know, in every format it has', async () => {
  test.setTimeout(600_000)
  const out = test.info().outputPath('demo')
  const workspace = join(out, 'workspace')
  const { code, err } = await labinov('demo', '--out', out)
  expect(err).toContain('Lab contoh')
  expect(code).toBe(0)
  const files = readdirSync(join(out, 'documents'), { recursive: true }).map((name) => basename(String(name)))
  await test.step('of every kind', async () => {
    const served = await serveOn(workspace)
    const { packs } = await callsTo(served.url).packs.all()
    await served.stop()
    const defs = packs.flatMap(({ documents }) => documents)
    expect(defs.length).toBeGreaterThan(30)
    const absent = defs.flatMap(({ title, workbook }) =>
      ['docx', 'pdf', ...(workbook === undefined ? [] : ['xlsx'])]
        .filter((format) => !files.some((name) => name.startsWith(stem(title.id)) && name.endsWith(`.${format}`)))
        .map((format) => `${title.id} (${format})`),
    )
    expect(absent).toEqual([])
  })
  for (const name of ['LANGKOK', 'SATE LOKAN']) {
    for (const format of ['docx', 'pdf'])
      expect(files.filter((file) => file.includes(name) && file.endsWith(format)).length).toBeGreaterThanOrEqual(2)
  }
  expect(await labinov('check', '--workspace', workspace)).toMatchObject({ code: 0 })
  const listed = JSON.parse((await labinov('list', '--workspace', workspace, '--json')).out)
  expect(listed).toHaveLength(1)
  expect(listed[0].innovations).toHaveLength(9)
})

sampleTest('one document is written by itself', async ({ app }) => {
  await app.stop()
  const one = ['--lab', sampleLab, '--innovation', 'langkok', '--document', 'proposal-kipp', '--format', 'pdf']
  const { code, out } = await labinov('export', '--workspace', app.folder, ...one, '--out', join(app.folder, 'satu'))
  expect(code).toBe(0)
  expect(existsSync(out.trim())).toBe(true)
})

sampleTest('check finds a damaged file and ends with 1', async ({ app }) => {
  await app.stop()
  await writeFile(innovationFile(app.folder, 'langkok'), '{"format":1,"broken')
  const { code, out } = await labinov('check', '--workspace', app.folder)
  expect(code).toBe(1)
  expect(out).toContain('langkok.json')
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
