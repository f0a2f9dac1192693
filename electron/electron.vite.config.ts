/** One build for both doors: `out/main` and `out/preload` for Electron, `out/renderer` for its window and for browsers alike. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const pagesRoot = join(project, 'renderer')
const worker = join(project, 'electron/core/documents/worker.ts')

/** electron-vite makes addresses relative, for pages loaded from disk; ours are served, also under deep addresses like `/lab/rembang`. */
const fromTheRoot: Plugin = { name: 'labinov:base', config: () => ({ base: '/' }) }

/** Every page at the top of `renderer/` is an entry. */
const pages = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(pagesRoot)
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file.slice(0, -'.html'.length), join(pagesRoot, file)]),
  )

export default defineConfig(({ command }) => ({
  main: {
    root: project,
    build: {
      outDir: join(project, 'out/main'),
      sourcemap: true,
      rolldownOptions: {
        input: { index: join(project, 'electron/main/index.ts'), ...(existsSync(worker) && { 'document-worker': worker }) },
        output: { entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    root: project,
    build: {
      outDir: join(project, 'out/preload'),
      // A sandboxed preload cannot load modules: it is one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: join(project, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: pagesRoot,
    plugins: [react(), fromTheRoot],
    // While developing, vite marks its inline scripts and styles, and the shell puts the nonce of each load in its place.
    ...(command === 'serve' && { html: { cspNonce: '__STYLE_NONCE__' } }),
    server: { host: '127.0.0.1', hmr: { protocol: 'ws', host: '127.0.0.1' } },
    build: {
      outDir: join(project, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      // Team laptops bring their own browser, often one or two years old.
      target: 'es2022',
      // The security policy lets fonts and scripts come from files only, never from `data:`.
      assetsInlineLimit: 0,
      rolldownOptions: { input: pages() },
    },
  },
}))
