/** A contact sheet of every document the packs know, filled from the sample lab: `docs/documents/`, one picture for each. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OpenLab } from '#core/lab/lab.ts'
import type { DocumentEntry, DocumentWanted } from '#shared/api/documents.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { DocumentDef, StageKey } from '#shared/model/pack.ts'

/** Pages shown of one document, and how many stand side by side. */
const most = 12
const across = 6
/** Pixels: the height of an upright A4 page, and the space around each. */
const tall = 300
const gap = 12

/** The innovation of the sample that has every canvas. */
const fullest = 'langkok'

/** What pdfjs gives to draw on in Node. */
type Sheet = { readonly canvas: { toBuffer(type: string, quality?: number): Uint8Array }; readonly context: Pen }
type Pen = {
  fillStyle: string
  fillRect(x: number, y: number, w: number, h: number): void
  drawImage(image: unknown, x: number, y: number): void
}
type Factory = { create(width: number, height: number): Sheet }

/** @param out the folder `docs/documents`; sheets of documents that no longer exist go */
export async function takeDocuments(lab: OpenLab, id: LabId, out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  for (const old of await readdir(out)) if (old.endsWith('.webp')) await rm(join(out, old))
  const ofLab = (await lab.papers.list(id, undefined)).entries
  const ofOne = (await lab.papers.list(id, fullest as InnovationId)).entries // the sample's own id
  const lines: string[] = []
  for (const def of lab.documents()) {
    const entry = best([...ofLab, ...ofOne].filter(({ kind }) => kind === def.id))
    if (entry === undefined) continue
    const pages = await takeOne(lab, wantedOf(id, entry), join(out, `${def.id}.webp`))
    lines.push(line(def, pages))
  }
  await writeFile(join(out, 'README.md'), readme(lines))
}

/** The one with the most in it. */
const best = (entries: readonly DocumentEntry[]): DocumentEntry | undefined =>
  (['siap', 'kurang', 'belum_diisi'] as const)
    .map((state) => entries.find((entry) => entry.state === state))
    .find((entry) => entry !== undefined)

const wantedOf = (lab: string, { kind, innovation, session, stage, reward, convention }: DocumentEntry): DocumentWanted => ({
  lab,
  kind,
  language: 'id',
  date: '2026-08-13',
  ...(innovation === null ? {} : { innovation }),
  ...(session === null ? {} : { session }),
  ...(stage === null ? {} : { stage: stage as StageKey /* entries carry keys of stages */ }),
  ...(reward === null ? {} : { reward }),
  ...(convention === null ? {} : { convention }),
})

async function takeOne(lab: OpenLab, wanted: DocumentWanted, file: string): Promise<number> {
  const task = getDocument({ data: new Uint8Array(await lab.papers.preview(wanted, undefined)), verbosity: 0 })
  const pdf = await task.promise
  try {
    const factory = pdf.canvasFactory as Factory // Node's, over the canvas pdfjs brings along
    const shown: { readonly sheet: Sheet; readonly width: number; readonly height: number }[] = []
    for (let at = 1; at <= Math.min(most, pdf.numPages); at += 1) shown.push(await drawPage(pdf, at, factory))
    const columns = Math.min(across, shown.length)
    const wide = Math.max(...shown.map(({ width }) => width))
    const high = Math.max(...shown.map(({ height }) => height))
    const rows = Math.ceil(shown.length / columns)
    const { canvas, context } = factory.create(columns * (wide + gap) + gap, rows * (high + gap) + gap)
    context.fillStyle = '#d8d4ca'
    context.fillRect(0, 0, columns * (wide + gap) + gap, rows * (high + gap) + gap)
    for (const [at, { sheet }] of shown.entries())
      context.drawImage(sheet.canvas, gap + (at % columns) * (wide + gap), gap + Math.floor(at / columns) * (high + gap))
    await writeFile(file, canvas.toBuffer('image/webp', 78))
    return pdf.numPages
  } finally {
    await task.destroy()
  }
}

async function drawPage(pdf: PDFDocumentProxy, at: number, factory: Factory) {
  const page = await pdf.getPage(at)
  const { height } = page.getViewport({ scale: 1 })
  // Larger paper is shown larger, but not as large as it is.
  const viewport = page.getViewport({ scale: (tall / 842) * Math.min(1, Math.sqrt(842 / height) || 1) })
  const [wide, high] = [Math.round(viewport.width), Math.round(viewport.height)]
  const sheet = factory.create(wide, high)
  sheet.context.fillStyle = '#ffffff'
  sheet.context.fillRect(0, 0, wide, high)
  const canvasContext = sheet.context as unknown as CanvasRenderingContext2D // the same drawing methods
  await page.render({ canvas: null, canvasContext, viewport }).promise
  return { sheet, width: wide, height: high }
}

const line = (def: DocumentDef, pages: number): string =>
  `### ${def.title.id}\n\n\`${def.id}\` · ${pages} halaman${pages > most ? `, ${most} yang pertama` : ''}\n\n![${def.title.id}](${def.id}.webp)\n`

const readme = (lines: readonly string[]): string =>
  `# Semua dokumen, terisi dari lab contoh\n\n${lines.length} dokumen lab contoh Kota Solok, halaman demi halaman. Gambar dan halaman ini dibuat oleh \`npm run pictures\`; isi contohnya\nrekaan, dan nomor, cap, serta tanda tangan dibiarkan kosong.\n\n${lines.join('\n')}`
