/** Reads written documents back the way a reader's program would. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export const fontsFolder = new URL('../../templates/fonts', import.meta.url).pathname
export const frozen = { clockIso: '2026-08-13T02:00:00.000Z', fontsFolder }

export type StructNode = { role: string; children: StructNode[]; alt?: string | undefined }
export type ReadPage = {
  readonly text: string
  readonly items: readonly { text: string; x: number; y: number; size: number }[]
  readonly links: number
  readonly tree: StructNode | null
}
export type ReadPdf = {
  readonly pages: readonly ReadPage[]
  readonly outline: readonly { title: string; page: number }[]
  readonly title: string
  readonly lang: string
  readonly xmp: string
}

type RawNode = { role?: string; children?: RawNode[]; alt?: string }

/** Opens a PDF and reads every page: text in content order, links and the logical tree. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number))
  const meta = await pdf.getMetadata()
  const info = meta.info as { Title?: string; Language?: string } // pdfjs types it as a bare object
  const outline = await readOutline(pdf)
  await task.destroy()
  return {
    pages,
    outline,
    title: info.Title ?? '',
    lang: info.Language ?? '',
    xmp:
      Buffer.from(bytes)
        .toString('utf8')
        .match(/<\?xpacket begin[\s\S]*?<\?xpacket end/)?.[0] ?? '',
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number)
  const content = await page.getTextContent()
  const items = content.items.flatMap((item) =>
    'str' in item
      ? [{ text: item.str + (item.hasEOL ? '\n' : ''), x: item.transform[4], y: item.transform[5], size: item.transform[0] }]
      : [],
  )
  const links = (await page.getAnnotations()).filter((one: { subtype: string }) => one.subtype === 'Link').length
  const raw = (await page.getStructTree()) as RawNode | null // pdfjs types it loosely
  return { text: items.map((item) => item.text).join(''), items, links, tree: raw ? plain(raw) : null }
}

const plain = (raw: RawNode): StructNode => ({ role: raw.role ?? 'content', children: (raw.children ?? []).map(plain), alt: raw.alt })

async function readOutline(pdf: PDFDocumentProxy): Promise<{ title: string; page: number }[]> {
  const out: { title: string; page: number }[] = []
  type Entry = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>[number]
  const walk = async (entries: readonly Entry[]): Promise<void> => {
    for (const entry of entries) {
      const [ref] = (Array.isArray(entry.dest) ? entry.dest : []) as [Parameters<PDFDocumentProxy['getPageIndex']>[0]?] // our bookmarks name the page itself
      out.push({ title: entry.title, page: ref ? (await pdf.getPageIndex(ref)) + 1 : 0 })
      await walk(entry.items as Entry[]) // nested entries have the same shape
    }
  }
  await walk((await pdf.getOutline()) ?? [])
  return out
}

/** Every role in a tree, parents before children. */
export const roles = (tree: StructNode | null): string[] => (tree ? [tree.role, ...tree.children.flatMap(roles)] : [])

/** The parts of a tree that begin with a role. */
export const subtrees = (tree: StructNode | null, role: string): StructNode[] =>
  tree === null ? [] : tree.role === role ? [tree] : tree.children.flatMap((child) => subtrees(child, role))

export const docxParts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, /\.(png|jpe?g)$/.test(name))]))

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
export const unescapeXml = (xml: string): string => xml.replaceAll(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '')

/** All text of a WordprocessingML part in document order, paragraphs on lines of their own. */
export const docxText = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g)]
    .map((hit) => (hit[0] === '</w:p>' || hit[0] === '<w:br/>' ? '\n' : unescapeXml(hit[1] ?? '')))
    .join('')

/** Text without the white space that line breaking moves about. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

/** Runs a program of this machine on a file; null, with a line that says so, where the program is missing. */
export function withTool<T>(tool: string, bytes: Uint8Array, ending: string, use: (file: string, folder: string) => T): T | null {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' })
  } catch {
    console.log(`NOT RUN: ${tool} is not on this machine`)
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'labinov-documents-'))
  try {
    const file = join(folder, `document.${ending}`)
    writeFileSync(file, bytes)
    return use(file, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The DOCX as LibreOffice lays it out, as PDF bytes; null where it is missing. */
export const throughOffice = (bytes: Uint8Array): Uint8Array | null =>
  withTool('soffice', bytes, 'docx', (file, folder) => {
    execFileSync(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file],
      { stdio: 'ignore', timeout: 150_000 },
    )
    return new Uint8Array(readFileSync(join(folder, 'document.pdf')))
  })
