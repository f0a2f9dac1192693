/** `npm test`: every runner, one after the other, and one line that sums them up. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

const results = mkdtempSync(join(tmpdir(), 'labinov-test-'))
const root = new URL('..', import.meta.url).pathname

function run(title: string, command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  console.log(`\n── ${title}`)
  const { status, error } = spawnSync(join(root, 'node_modules/.bin', command), [...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (error !== undefined) console.log(`${title}: ${error.message}`)
  return status === 0
}

/** A step that only passes or fails. */
const step = (title: string, command: string, args: readonly string[]): Counts =>
  run(title, command, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }

/** The counts a runner left; a runner that died before it wrote any counts as one failure. */
function read<T>(file: string, shape: z.ZodType<T>, count: (report: T) => Counts, ok: boolean): Counts {
  try {
    const counts = count(shape.parse(JSON.parse(readFileSync(file, 'utf8'))))
    return ok || counts.failed > 0 ? counts : { ...counts, failed: counts.failed + 1 }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function vitest(): Counts {
  const file = join(results, 'vitest.json')
  const ok = run('Unit, walls, contract, documents', 'vitest', [
    'run',
    '-c',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number() })
  return read(
    file,
    report,
    (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests, skipped: r.numPendingTests + r.numTodoTests }),
    ok,
  )
}

function playwright(title: string, config: string): Counts {
  const file = join(results, `${title.replaceAll(/\W+/g, '-')}.json`)
  const ok = run(title, 'playwright', ['test', '-c', config, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  const report = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }) })
  // A test that passed only the second time is counted as failed: it will fail somebody else.
  return read(file, report, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }), ok)
}

const all: Counts[] = []
all.push(step('Types: shared', 'tsc', ['-p', 'shared/tsconfig.json']))
all.push(step('Types: electron', 'tsc', ['-p', 'electron/tsconfig.json']))
all.push(step('Types: renderer', 'tsc', ['-p', 'renderer/tsconfig.json']))
all.push(step('Types: test', 'tsc', ['-p', 'test/tsconfig.json']))
all.push(step('Lint', 'biome', ['check', '--error-on-warnings', '.']))
all.push(vitest())
all.push(step('Build', 'electron-vite', ['build', '--config', 'electron/electron.vite.config.ts', '--logLevel', 'warn']))
all.push(playwright('Shell on the Electron stand-in', 'test/shell/playwright.config.ts'))
all.push(playwright('App in Chromium', 'test/e2e/playwright.config.ts'))
rmSync(results, { recursive: true, force: true })

const sum = (key: keyof Counts): number => all.reduce((total, counts) => total + counts[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exitCode = sum('failed') === 0 ? 0 : 1
