/** A further process of the app, on a folder that the test chooses. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const root = resolve(import.meta.dirname, '../..')

export type Served = { readonly url: string; readonly pid: number; stop(): Promise<void> }

/**
 * @param folder of the workspace; made when it is not there
 * @param pages of the app; the built ones where it is left out, which a test that opens no page does not need
 */
export async function serveOn(folder: string, pages?: string): Promise<Served> {
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    ['electron/headless/labinov.ts', 'serve', '--workspace', folder, '--port', '0', ...(pages === undefined ? [] : ['--renderer', pages])],
    {
      cwd: root,
    },
  )
  let err = ''
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const url = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line)),
    once(child, 'exit').then(() => Promise.reject(new Error(`the app ended before it gave its address: ${err}`))),
  ])
  return { url, pid: child.pid ?? 0, stop: () => ended(child) }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
