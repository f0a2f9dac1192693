/** `npm run check`: types, lint, walls and unit tests side by side; what one runs before every commit. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const steps: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'types: shared': ['tsc', '-p', 'shared/tsconfig.json'],
  'types: electron': ['tsc', '-p', 'electron/tsconfig.json'],
  'types: renderer': ['tsc', '-p', 'renderer/tsconfig.json'],
  'types: test': ['tsc', '-p', 'test/tsconfig.json'],
  lint: ['biome', 'check', '--error-on-warnings', '.'],
  'walls and unit': ['vitest', 'run', '-c', 'test/vitest.config.ts', 'test/walls', 'test/unit'],
}

function run(title: string, [command, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin', command), args, { cwd: root })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
    child.on('close', (code) => {
      const ok = code === 0
      console.log(ok ? `✓ ${title}` : `✗ ${title}\n${said}`)
      resolve(ok)
    })
  })
}

const results = await Promise.all(Object.entries(steps).map(([title, command]) => run(title, command)))
process.exitCode = results.every(Boolean) ? 0 : 1
