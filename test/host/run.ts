/**
 * `node test/host/run.ts <main bundle> [--user-data-dir=…]`: runs the built app on the stand-in.
 * With a parent process it answers `evaluate` requests, like Playwright's `electronApp.evaluate`.
 */
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const standIn = pathToFileURL(resolve(import.meta.dirname, 'electron.ts')).href
registerHooks({ resolve: (name, context, next) => next(name === 'electron' ? standIn : name, context) })

console.error('Electron stand-in (no Electron binary): the built app runs in Node, its window is a page of Chromium')

const main = process.argv[2]
if (!main) throw new Error('Name the main bundle to run.')

// Both after the hooks, so that the bundle and this file share one stand-in.
const electron: typeof import('./electron.ts') = await import(standIn)
await import(pathToFileURL(resolve(main)).href)

process.on('message', (request: { id: number; source: string; argument: unknown }) => {
  const work = new Function('electron', 'argument', `return (${request.source})(electron, argument)`) as (e: object, a: unknown) => unknown // a test's own function
  Promise.resolve()
    .then(() => work(electron, request.argument))
    .then(
      (value) => process.send?.({ id: request.id, value }),
      (error: unknown) => process.send?.({ id: request.id, error: String(error) }),
    )
})
// Whoever started this is gone, or wants it gone: no goodbye, but the browser goes too.
process.on('disconnect', () => process.exit(1))
process.on('SIGINT', () => electron.app.quit())
process.on('SIGTERM', () => electron.app.quit())

await electron.app.start()
process.send?.({ address: electron.app.browserAddress })
