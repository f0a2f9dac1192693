/** Documents as DOCX and PDF beside other tools that are given the same text, pictures and drawings, in the same run. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { serialize } from 'node:v8'
import { chromium } from '@playwright/test'
import { createDocumentRunner, type DocumentRunner, type Format } from '#core/documents/run.ts'
import { figurePng } from '#core/documents/write/docx/figure-png.ts'
import { figureSvg } from '#core/documents/write/docx/figure-svg.ts'
import { loadFonts } from '#core/documents/write/fonts.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import { browserLaunch } from '#test/host/find-browser.ts'
import { clockIso, fontsFolder, outlineOf, photoReport, root, type SourceName } from './document-sources.ts'
import { type FileOf, outlineHtml } from './outline-html.ts'
import { outlineTypst } from './outline-typst.ts'
import { type Bench, median, type Row, rowOf, settle, timed } from './row.ts'

const run = promisify(execFile)
const typst = join(import.meta.dirname, 'typst')

async function has(command: string, ...args: readonly string[]): Promise<boolean> {
  try {
    await run(command, args.length > 0 ? args : ['--version'])
    return true
  } catch {
    return false
  }
}

/** Every picture and drawing as a file, drawings ready as PNG, so that the other tools are given what ours carries; making them is not counted. */
async function files(outline: Outline, name: string, folder: string): Promise<FileOf> {
  const fonts = await loadFonts(fontsFolder)
  const paths = new Map<Block, string>()
  for (const [at, block] of [...outline.cover, ...outline.blocks].flatMap(withCells).entries()) {
    const bytes =
      block.b === 'figure' ? figurePng(figureSvg(block.figure), block.figure.width, fonts) : block.b === 'picture' ? block.bytes : null
    if (bytes === null) continue
    const path = join(folder, `${name}-${at}.${block.b === 'picture' ? block.type : 'png'}`)
    await writeFile(path, bytes)
    paths.set(block, path)
  }
  return (block) => paths.get(block) ?? null
}

const withCells = (block: Block): readonly Block[] =>
  block.b === 'table' ? [block, ...block.rows.flat().flatMap((cell) => cell.blocks.flatMap(withCells))] : [block]

/** The same document as after a small change, so that no round finds its pages laid out by the one before. */
const changed = (outline: Outline, round: number): Outline => ({ ...outline, foot: `${outline.foot} · ${round + 2}` })

type Tools = { readonly pandoc: boolean; readonly soffice: boolean; readonly typst: boolean }
type Times = Record<'docx' | 'pdf' | 'pandoc' | 'soffice' | 'typst', number[]>

async function measure(name: string, outline: Outline, runner: DocumentRunner, tools: Tools, runs: number, folder: string): Promise<Row[]> {
  const at = (ending: string): string => join(folder, `${name.replaceAll(' ', '-')}.${ending}`)
  const fileOf = await files(outline, name.replaceAll(' ', '-'), folder)
  await writeFile(at('html'), outlineHtml(outline, fileOf))
  await writeFile(
    at('typ'),
    outlineTypst(outline, (block) => (fileOf(block) === null ? null : basename(fileOf(block) ?? ''))),
  )
  const times: Times = { docx: [], pdf: [], pandoc: [], soffice: [], typst: [] }
  for (let round = -1; round < runs; round += 1) {
    // The first round warms up; its times are dropped.
    if (round === 0) for (const list of Object.values(times)) list.length = 0
    const fresh = changed(outline, round)
    times.docx.push(await timed(async () => writeFile(at('docx'), (await runner.write(fresh, 'docx', { clockIso })).bytes)))
    // Another foot, so that the PDF finds no page laid out either.
    const other = changed(outline, round + 1000)
    times.pdf.push(await timed(async () => writeFile(at('pdf'), (await runner.write(other, 'pdf', { clockIso })).bytes)))
    if (tools.pandoc) times.pandoc.push(await timed(() => run('pandoc', ['-f', 'html', at('html'), '--toc', '-o', at('pandoc.docx')])))
    if (tools.soffice)
      times.soffice.push(await timed(() => run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, at('docx')])))
    if (tools.typst)
      times.typst.push(Number((await run(process.execPath, [join(typst, 'compile.mjs'), at('typ'), at('typst.pdf'), fontsFolder])).stdout))
  }
  return [
    ...(tools.pandoc ? [rowOf('documents', `${name}, DOCX`, times.docx, 'pandoc, the same content', times.pandoc)] : []),
    ...(tools.soffice ? [rowOf('documents', `${name}, PDF`, times.pdf, 'LibreOffice, our DOCX to PDF', times.soffice)] : []),
    ...(tools.typst ? [rowOf('documents', `${name}, PDF`, times.pdf, 'typst, the same content', times.typst)] : []),
    rowOf('documents', `${name}, PDF`, times.pdf, 'our DOCX', [median(times.docx)]),
  ]
}

/** Millions of bytes instead of milliseconds. */
async function memory(source: SourceName, outline: Outline, folder: string): Promise<Row[]> {
  const file = join(folder, `${source}.outline`)
  await writeFile(file, serialize(outline))
  const most = async (format: Format): Promise<number> => {
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'document-memory.ts'), file, format])
    return Number(stdout) / 1e6
  }
  const [docx, pdf] = [await most('docx'), await most('pdf')]
  return [
    rowOf('documents', `${source}, DOCX, most memory in MB`, [docx], 'the aim', [350]),
    rowOf('documents', `${source}, PDF, most memory in MB`, [pdf], 'the aim', [350]),
  ]
}

/** Of JPEGs the app writes, as in renderer/state/picture.ts. */
const keptQuality = 0.86

type Photo = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/** Photographs as a camera makes them, with the grain of its sensor, and the same ones as the app takes them in; drawn by Chromium, every one different. */
async function photos(count: number): Promise<{ readonly raw: readonly Photo[]; readonly shrunk: readonly Photo[] }> {
  const browser = await chromium.launch(await browserLaunch())
  try {
    const page = await browser.newPage()
    const draw = (at: number): Promise<readonly string[]> =>
      page.evaluate(
        ([seed, quality]) => {
          const made = (w: number, h: number) => {
            const canvas = document.createElement('canvas')
            canvas.width = w
            canvas.height = h
            const pen = canvas.getContext('2d')
            if (pen === null) throw new Error('nothing to draw on')
            return { canvas, pen }
          }
          let now = seed + 1
          const next = (): number => {
            now = (now * 1_103_515_245 + 12_345) % 2_147_483_648
            return now / 2_147_483_648
          }
          const { canvas, pen } = made(4608, 3456)
          for (let n = 0; n < 2000; n += 1) {
            pen.fillStyle = `hsl(${next() * 360} ${30 + next() * 50}% ${20 + next() * 60}%)`
            pen.fillRect((next() * 4608) | 0, (next() * 3456) | 0, next() * 380, next() * 290)
          }
          const grain = made(512, 512)
          const dots = grain.pen.createImageData(512, 512)
          for (let n = 0; n < dots.data.length; n += 4) dots.data.set([next() * 256, next() * 256, next() * 256, 26], n)
          grain.pen.putImageData(dots, 0, 0)
          pen.fillStyle = pen.createPattern(grain.canvas, 'repeat') ?? ''
          pen.fillRect(0, 0, 4608, 3456)
          const small = made(2048, 1536)
          small.pen.imageSmoothingQuality = 'high'
          small.pen.drawImage(canvas, 0, 0, 2048, 1536)
          return [canvas.toDataURL('image/jpeg', 0.92), small.canvas.toDataURL('image/jpeg', quality)].map((url) => url.split(',')[1] ?? '')
        },
        [at, keptQuality] as const,
      )
    const raw: Photo[] = []
    const shrunk: Photo[] = []
    for (let at = 0; at < count; at += 1) {
      const [large = '', small = ''] = await draw(at)
      raw.push({ bytes: Buffer.from(large, 'base64'), width: 4608, height: 3456 })
      shrunk.push({ bytes: Buffer.from(small, 'base64'), width: 2048, height: 1536 })
    }
    return { raw, shrunk }
  } finally {
    await browser.close()
  }
}

async function measurePhotos(runner: DocumentRunner, runs: number): Promise<Row[]> {
  const { raw, shrunk } = await photos(60)
  const large = await photoReport(raw)
  const small = await photoReport(shrunk)
  const rows: Row[] = []
  for (const format of ['docx', 'pdf'] as const) {
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = -1; round < runs; round += 1) {
      const a = await timed(() => runner.write(changed(small, round), format, { clockIso }))
      const b = await timed(() => runner.write(changed(large, round), format, { clockIso }))
      if (round >= 0) {
        ours.push(a)
        theirs.push(b)
      }
    }
    rows.push(rowOf('documents', `150 pages with 60 photos, ${format.toUpperCase()}`, ours, 'the same with raw photos', theirs))
  }
  const size = (all: readonly Photo[]): number => all.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
  return [...rows, rowOf('documents', '60 photos, MB', [size(shrunk)], 'raw photos, MB', [size(raw)])]
}

export const bench: Bench = {
  name: 'documents',
  run: async ({ runs, log }) => {
    const folder = await mkdtemp(join(tmpdir(), 'labinov-bench-'))
    const runner = createDocumentRunner({ workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')), fontsFolder })
    const tools = {
      pandoc: await has('pandoc'),
      soffice: await has('soffice', '--headless', '--version'),
      typst: existsSync(join(typst, 'node_modules')),
    }
    for (const [name, there] of Object.entries(tools)) if (!there) log(`documents: ${name} is not installed, its rows are left out`)
    if (!tools.typst) log('documents: npm ci --prefix test/bench/typst installs it')
    settle()
    try {
      const directory = await outlineOf('directory')
      return [
        ...(await measure('proposal', await outlineOf('proposal'), runner, tools, runs, folder)),
        ...(await measure('rekap of 190', await outlineOf('rekap'), runner, tools, runs, folder)),
        ...(await measure('directory of 190', directory, runner, tools, runs, folder)),
        ...(await memory('directory', directory, folder)),
        ...(await measurePhotos(runner, runs)),
      ]
    } finally {
      await runner.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
