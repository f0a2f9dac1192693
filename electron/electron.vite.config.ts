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
const catalogueWorker = join(project, 'electron/core/catalogue/worker.ts')

/** electron-vite makes addresses relative, for pages loaded from disk; ours are served, also under deep addresses like `/lab/rembang`. */
const fromTheRoot: Plugin = { name: 'labinov:base', config: () => ({ base: '/' }) }

/** Large, and used by few pages: each comes with the first page that needs it. */
const largeParts = /pdfjs-dist|prosemirror|tiptap|linkifyjs/
/** Styles of pages come after the ground that they build on, so they are not among what is loaded first; those of the parts are. */
const isCommon = (id: string): boolean => !largeParts.test(id) && (!id.endsWith('.css') || id.includes('/renderer/parts/'))

const asking =
  /node_modules\/(?:yjs|lib0|y-protocols|@hocuspocus|@orpc|zod|zustand\/esm\/vanilla)\b|renderer\/(?:collab\/(?:open-docs|saving)|lab\/(?:data|wire|key|port-socket)|state\/(?:notify|save-store)|app\/needed)\.ts|shared\/(?:api|doc\/names|model)\b/

/** The part that draws is fetched while the part that asks runs, and not only when that asks for it. */
const drawnAhead: Plugin = {
  name: 'labinov:drawn-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      const seen = new Set<string>()
      const visit = (file: string): void => {
        const chunk = chunks.find((one) => one.fileName === file)
        if (chunk === undefined || seen.has(file)) return
        for (const inner of chunk.imports) visit(inner)
        seen.add(file)
      }
      for (const chunk of chunks) if (chunk.facadeModuleId?.endsWith('/app/draw.tsx')) visit(chunk.fileName)
      const styles = [...seen].flatMap((file) => [...(chunks.find((one) => one.fileName === file)?.viteMetadata?.importedCss ?? [])])
      const link = (file: string, attrs: Record<string, string>) => ({
        tag: 'link',
        attrs: { ...attrs, crossorigin: true, href: `/${file}` },
      })
      return [
        ...[...seen].map((file) => link(file, { rel: 'modulepreload' })),
        // Not yet as style sheets: those would keep the part that asks waiting.
        ...styles.map((file) => link(file, { rel: 'preload', as: 'style' })),
      ].map((tag) => ({ ...tag, injectTo: 'head' }))
    },
  },
}

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
        input: {
          index: join(project, 'electron/main/index.ts'),
          ...(existsSync(worker) && { 'document-worker': worker }),
          'catalogue-worker': catalogueWorker,
        },
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
    plugins: [react(), fromTheRoot, drawnAhead],
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
      rolldownOptions: {
        input: pages(),
        output: {
          codeSplitting: {
            groups: [
              // All that asks for something comes before all that draws.
              { name: 'asking', test: asking, priority: 1 },
              // What several pages use comes in one file: a browser asks for six at a time, and forty small ones stood in line.
              { name: 'common', minShareCount: 2, test: isCommon },
            ],
          },
        },
      },
    },
  },
}))
