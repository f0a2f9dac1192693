/**
 * `npm run pictures`: the screenshots of the README in `docs/pictures/` and those of every canvas in `docs/gallery/`, taken from the real app
 * with the sample lab, and a contact sheet of every document in `docs/documents/`. `--only gallery`, `pages` or `documents` takes one of them, `--out DIR` puts them elsewhere than in `docs/`,
 * `--renderer DIR` takes another build of the screens, `--sharp DIR` also keeps those of the canvases there without loss.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { loadPacks } from '#core/packs/packs.ts'
import { startServe } from '#serve/serve.ts'
import type { LabId } from '#shared/model/ids.ts'
import { browserLaunch } from '#test/host/find-browser.ts'
import { takeDocuments } from './documents.ts'
import { takeGallery } from './gallery.ts'
import { takeJudging } from './judging.ts'
import { takePages } from './pages.ts'
import { takeRunning } from './running.ts'

const root = resolve(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: { only: { type: 'string' }, out: { type: 'string' }, renderer: { type: 'string' }, sharp: { type: 'string' } },
})
const wants = (part: 'gallery' | 'pages' | 'documents'): boolean => values.only === undefined || values.only === part
if (!wants('gallery') && !wants('pages') && !wants('documents')) throw new Error('--only gallery, pages or documents')
const docs = resolve(values.out ?? join(root, 'docs'))

const folder = await mkdtemp(join(tmpdir(), 'labinov-pictures-'))
const served = await startServe({
  folder,
  templatesFolder: join(root, 'templates'),
  workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')),
  version: '0',
  host: '127.0.0.1',
  port: 0,
  pages: resolve(values.renderer ?? join(root, 'out/renderer')),
})
const browser = await chromium.launch(await browserLaunch())
try {
  const sample = await served.lab.addSample()
  // A folder as people have it; the real one is a temporary folder of this run.
  await served.lab.workspace.settings.write({ me: { name: 'Bu Dian', position: 'Coach' }, outputFolder: '/home/dian/Dokumen/Labinov' })
  if (wants('documents')) await takeDocuments(served.lab, sample.id as LabId /* summaries carry the ids of labs */, join(docs, 'documents'))
  if (wants('gallery')) {
    await takeGallery({
      browser,
      url: served.url,
      packs: (await loadPacks(join(root, 'templates/packs'))).packs,
      out: join(docs, 'gallery'),
      sharp: values.sharp,
    })
  }
  if (wants('pages')) {
    const out = join(docs, 'pictures')
    await mkdir(out, { recursive: true })
    await takePages(browser, served.url, out)
    await takeJudging(browser, served.url, served.lab, out)
    // Last, because from then on a session of the sample runs.
    await takeRunning(browser, served.url, out)
  }
} finally {
  await browser.close()
  await served.close()
  await rm(folder, { recursive: true, force: true })
}
