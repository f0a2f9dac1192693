/** The proposal and a recap of 190 innovations as DOCX and PDF, beside other tools with the same text, pictures and drawings, in the same run. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { buildDocument } from '#core/documents/build/build.ts'
import { createDocumentRunner, type DocumentRunner } from '#core/documents/run.ts'
import { figurePng } from '#core/documents/write/docx/figure-png.ts'
import { figureSvg } from '#core/documents/write/docx/figure-svg.ts'
import { loadFonts } from '#core/documents/write/fonts.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import type { InnovationId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import { documentOf } from '#shared/rules/packs.ts'
import { type FileOf, outlineHtml } from './outline-html.ts'
import { type Bench, median, type Row, rowOf, timed } from './row.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const fontsFolder = join(root, 'templates/fonts')
const clockIso = '2026-08-13T02:00:00.000Z'

async function has(command: string, ...args: readonly string[]): Promise<boolean> {
  try {
    await run(command, args.length > 0 ? args : ['--version'])
    return true
  } catch {
    return false
  }
}

async function outlines(): Promise<{ readonly proposal: Outline; readonly rekap: Outline }> {
  const { packs } = await loadPacks(join(root, 'templates/packs'))
  const { lab, innovations, attachments } = await readSample(join(root, 'templates/samples/kota-solok'), systemPorts)
  const bytes = new Map(attachments.map((one) => [one.name, one.bytes]))
  const langkok = innovations.find((one) => one.name === 'LANGKOK')
  const [proposal, rekap] = [documentOf(packs, 'proposal-kipp'), documentOf(packs, 'rekap-ide')]
  if (langkok === undefined || proposal === undefined || rekap === undefined) throw new Error('the sample or its packs have changed')
  const many = Array.from({ length: 190 }, (_, at): Innovation => {
    const one = innovations[at % innovations.length] ?? langkok
    return { ...one, id: `salinan-${at}` as InnovationId /* ids of this bench alone */, name: `${one.name} ${at + 1}` }
  })
  const source = { lab, packs, language: 'id', paper: 'A4', date: '2026-08-13' } as const
  const attachment = (name: string) => {
    const found = langkok.attachments[name]
    const picture = bytes.get(name)
    return found === undefined || picture === undefined
      ? null
      : { bytes: picture, type: 'png' as const, width: found.width, height: found.height }
  }
  return {
    proposal: buildDocument(proposal, { ...source, innovation: langkok, attachment }),
    rekap: buildDocument(rekap, { ...source, innovations: many, attachment }),
  }
}

/** Every picture and drawing as a file, drawings ready as PNG, so that the other tools are given what ours carries; making them is not counted. */
async function files(outline: Outline, name: string, folder: string): Promise<FileOf> {
  const fonts = await loadFonts(fontsFolder)
  const paths = new Map<Block, string>()
  for (const [at, block] of [...outline.cover, ...outline.blocks].entries()) {
    const bytes =
      block.b === 'figure' ? figurePng(figureSvg(block.figure), block.figure.width, fonts) : block.b === 'picture' ? block.bytes : null
    if (bytes === null) continue
    const path = join(folder, `${name}-${at}.${block.b === 'picture' ? block.type : 'png'}`)
    await writeFile(path, bytes)
    paths.set(block, path)
  }
  return (block) => paths.get(block) ?? null
}

/** The same document as after a small change, so that no round finds its pages laid out by the one before. */
const changed = (outline: Outline, round: number): Outline => ({ ...outline, foot: `${outline.foot} · ${round + 2}` })

type Tools = { readonly pandoc: boolean; readonly soffice: boolean; readonly typst: boolean }

async function measure(name: string, outline: Outline, runner: DocumentRunner, tools: Tools, runs: number, folder: string): Promise<Row[]> {
  const html = join(folder, `${name}.html`)
  const docx = join(folder, `${name}.docx`)
  await writeFile(html, outlineHtml(outline, await files(outline, name, folder)))
  const times: Record<string, number[]> = {}
  const note = async (key: string, work: () => Promise<unknown>) => {
    const took = await timed(work)
    const known = times[key] ?? []
    known.push(took)
    times[key] = known
  }
  for (let at = -1; at < runs; at += 1) {
    // The first round warms up; its times are dropped with the record.
    if (at === 0) for (const key of Object.keys(times)) delete times[key]
    const fresh = changed(outline, at)
    await note('docx', async () => writeFile(docx, (await runner.write(fresh, 'docx', { clockIso })).bytes))
    await note('pdf', () => runner.write(fresh, 'pdf', { clockIso }))
    if (tools.pandoc) await note('pandoc', () => run('pandoc', ['-f', 'html', html, '--toc', '-o', join(folder, `${name}-pandoc.docx`)]))
    if (tools.soffice) await note('soffice', () => run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, docx]))
    if (tools.pandoc && tools.typst)
      await note('typst', () => run('pandoc', ['-f', 'html', html, '--pdf-engine=typst', '-o', join(folder, `${name}-typst.pdf`)]))
  }
  const of = (key: string) => times[key] ?? []
  return [
    ...(tools.pandoc ? [rowOf('documents', `${name}, DOCX`, of('docx'), 'pandoc, the same content', of('pandoc'))] : []),
    ...(tools.soffice ? [rowOf('documents', `${name}, PDF`, of('pdf'), 'LibreOffice, our DOCX to PDF', of('soffice'))] : []),
    ...(tools.pandoc && tools.typst ? [rowOf('documents', `${name}, PDF`, of('pdf'), 'typst through pandoc', of('typst'))] : []),
    rowOf('documents', `${name}, PDF`, of('pdf'), 'our DOCX', [median(of('docx'))]),
  ]
}

export const bench: Bench = {
  name: 'documents',
  run: async ({ runs, log }) => {
    const folder = await mkdtemp(join(tmpdir(), 'labinov-bench-'))
    const runner = createDocumentRunner({
      workerUrl: pathToFileURL(join(root, 'electron/core/documents/worker.ts')),
      fontsFolder,
    })
    const tools = { pandoc: await has('pandoc'), soffice: await has('soffice', '--headless', '--version'), typst: await has('typst') }
    for (const [name, there] of Object.entries(tools)) if (!there) log(`documents: ${name} is not installed, its rows are left out`)
    try {
      const { proposal, rekap } = await outlines()
      return [
        ...(await measure('proposal', proposal, runner, tools, runs, folder)),
        ...(await measure('rekap of 190', rekap, runner, tools, runs, folder)),
      ]
    } finally {
      await runner.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
