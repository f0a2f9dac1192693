/**
 * `npm run dev`: the app with hot reload. In its window where Electron is at hand, else in a browser: vite serves the pages and passes
 * calls and document lines on to a lab of its own. The security policy is the app's, plus vite's marked inline scripts.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { loadConfigFromFile } from 'electron-vite'
import { createServer, type Plugin } from 'vite'
import { startServe } from '#serve/serve.ts'
import { contentSecurityPolicy, withStyleNonce } from '#shared/api/csp.ts'
import { buildConfig, electronVite } from './build.ts'
import { defaultWorkspace } from './documents-folder.ts'
import { electronBinary } from './electron-binary.ts'
import { localDesk } from './open-browser.ts'
import { labParts, pagesFolder } from './places.ts'
import { thisMachine, whyNoWindow } from './window.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Serves each page with a nonce of its own, as the app's doors do. */
const pages: Plugin = {
  name: 'labinov:pages',
  configureServer: (server) => {
    server.middlewares.use((request, response, next) => {
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
      if (!request.headers.accept?.includes('text/html')) return next()
      const file = path.endsWith('.html') ? path : '/index.html'
      const page = async () => {
        const html = await server.transformIndexHtml(
          file,
          await readFile(new URL(`renderer${file}`, new URL('../../', import.meta.url)), 'utf8'),
        )
        const nonce = randomBytes(18).toString('base64')
        const policy = contentSecurityPolicy({ nonce, connect: [`ws://${request.headers.host}`], markedScripts: true })
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policy,
          'cache-control': 'no-store',
        })
        response.end(withStyleNonce(html, nonce))
      }
      page().catch(next)
    })
  },
}

async function inBrowser(): Promise<void> {
  const served = await startServe({
    ...labParts,
    folder: defaultWorkspace(),
    host: '127.0.0.1',
    port: 0,
    pages: pagesFolder,
    desk: localDesk(),
  })
  const { config } = await loadConfigFromFile({ command: 'serve', mode: 'development' }, buildConfig, project)
  const passedOn = { target: served.origin, changeOrigin: true, headers: { origin: served.origin } }
  const { renderer } = config
  const vite = await createServer({
    ...renderer,
    configFile: false,
    plugins: [...(renderer?.plugins ?? []), pages],
    server: {
      host: '127.0.0.1',
      port: Number(process.env.LABINOV_PORT ?? 0) || 5173,
      proxy: { '/api': passedOn, '/sync': { ...passedOn, ws: true } },
    },
  })
  await vite.listen()
  const { port } = vite.config.server
  const address = vite.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`
  process.stdout.write(`${address}${new URL(served.url).search}\n`)
  const stop = async () => {
    await vite.close()
    process.exitCode = (await served.close()) > 0 ? 1 : 0
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

function inWindow(): void {
  const child = spawn(process.execPath, [electronVite(), 'dev', '--watch', '--config', buildConfig], { cwd: project, stdio: 'inherit' })
  process.on('SIGINT', () => undefined)
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

if (whyNoWindow(thisMachine()) || !(await electronBinary())) await inBrowser()
else inWindow()
