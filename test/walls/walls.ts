/**
 * Which folder may import what. Imports run downwards only; the test beside this table reads every import and compares.
 * The most specific folder that matches a file decides. `ours` are folders of the project, `packages` npm packages, `node` the built-ins.
 */
export type Wall = { readonly ours: readonly RegExp[]; readonly packages: readonly RegExp[]; readonly node: boolean; readonly hint: string }

const shared = /^shared\//
const sharedHint = 'shared knows no platform: move what needs Node to electron/core, what needs a page to renderer'
const featureHint = 'features of the core do not know each other: wire them in electron/core/lab'
const feature = (name: string, packages: readonly RegExp[]): Wall => ({
  ours: [shared, new RegExp(`^electron/core/${name}/`), /^electron\/core\/(ports|unzip)\.ts$/],
  packages,
  node: true,
  hint: featureHint,
})
/** What every page may take from the frame: sentences, addresses, the title of the window. */
const pageWords = /^renderer\/app\/(text|places|page-title)\.ts$/
const screen = (name: string): Wall => ({
  ours: [shared, /^renderer\/(?!features\/|app\/)/, pageWords, new RegExp(`^renderer/features/${name}/`)],
  packages: [/./],
  node: false,
  hint: 'features do not import each other: what two of them need belongs in renderer/parts, renderer/collab or renderer/lab',
})

export const walls: Readonly<Record<string, Wall>> = {
  'shared/': { ours: [shared], packages: [/^zod$/], node: false, hint: sharedHint },
  'shared/api/': { ours: [shared], packages: [/^zod$/, /^@orpc\/contract$/], node: false, hint: sharedHint },
  'shared/doc/': { ours: [shared], packages: [/^yjs$/, /^fractional-indexing$/], node: false, hint: sharedHint },
  'electron/core/ports.ts': { ours: [], packages: [], node: true, hint: 'ports are the bottom of the core' },
  'electron/core/unzip.ts': {
    ours: [],
    packages: [/^fflate$/],
    node: false,
    hint: 'beside the ports: any part of the core may be handed an archive',
  },
  'electron/core/workspace/': feature('workspace', [/^lowdb$/, /^zod$/]),
  // fflate: a pack goes from office to office as one archive.
  'electron/core/packs/': feature('packs', [/^yaml$/, /^zod$/, /^fflate$/]),
  'electron/core/jury/': feature('jury', [/^fflate$/, /^zod$/]),
  'electron/core/catalogue/': feature('catalogue', [/^fflate$/, /^zod$/]),
  'electron/core/samples/': feature('samples', [/^yaml$/, /^zod$/, /^fractional-indexing$/]),
  'electron/core/sync/': feature('sync', [/^@hocuspocus\/server$/, /^yjs$/, /^lib0$/, /^zod$/]),
  // yjs: stored states are read in the writer's thread, so that a book of 200 innovations keeps nobody waiting.
  'electron/core/documents/': feature('documents', [/^docx$/, /^pdfkit$/, /^fontkit$/, /^fflate$/, /^zod$/, /^@resvg\/resvg-js$/, /^yjs$/]),
  'electron/core/lab/': {
    ours: [shared, /^electron\/core\//],
    packages: [/^@orpc\/server/, /^yjs$/, /^zod$/],
    node: true,
    hint: 'the lab wires the core; doors are above it',
  },
  'electron/serve/': {
    ours: [shared, /^electron\/core\/(lab\/|ports\.ts)/, /^electron\/serve\//],
    packages: [/^@orpc\/server/, /^ws$/, /^zod$/],
    node: true,
    hint: 'serve is a door: it knows the lab and no part of it',
  },
  'electron/headless/': {
    ours: [shared, /^electron\/core\/(lab\/|ports\.ts)/, /^electron\/serve\//, /^electron\/headless\//],
    packages: [/^zod$/, /^@orpc\/server$/, /^vite$/, /^electron-vite$/],
    node: true,
    hint: 'the command line is a door: it knows the lab and no part of it',
  },
  'electron/main/': {
    ours: [shared, /^electron\/core\/(lab\/|ports\.ts)/, /^electron\/serve\//, /^electron\/main\//],
    packages: [/^electron$/, /^zod$/],
    node: true,
    hint: 'main is a door without product rules: it knows the lab and no part of it',
  },
  'electron/electron.vite.config.ts': {
    ours: [],
    packages: [/^electron-vite$/, /^vite$/, /^@vitejs\/plugin-react$/],
    node: true,
    hint: 'the build knows no code',
  },
  'electron/preload/': {
    ours: [/^shared\/api\//],
    packages: [/^electron$/],
    node: false,
    hint: 'the preload hands over a port and nothing else',
  },
  'renderer/': {
    ours: [shared, /^renderer\//],
    packages: [/./],
    node: false,
    hint: 'a page never reaches the disk: ask the lab through renderer/lab',
  },
  'renderer/parts/': {
    ours: [shared, /^renderer\/(parts|app\/text\.ts|state)/],
    packages: [/./],
    node: false,
    hint: 'parts are small and know no lab: props in, events out',
  },
  'renderer/features/home/': screen('home'),
  'renderer/features/lab/': screen('lab'),
  'renderer/features/people/': screen('people'),
  'renderer/features/settings/': screen('settings'),
  'renderer/features/innovation/': screen('innovation'),
  'renderer/features/canvas/': screen('canvas'),
  'renderer/features/proposal/': screen('proposal'),
  'renderer/features/documents/': screen('documents'),
}
