/** Packs a document, and takes chance and time out of it: the library stamps the present moment and counts ids across documents. */
import { type Document, Packer } from 'docx'
import type { DocxScene } from './scene.ts'
import { zip } from './zip.ts'

/** What the packer itself zips. It is hidden in the published types; zipping here spares packing, unpacking and packing again. */
type Compiler = { compile(document: Document): ReadonlyMap<string, string | Uint8Array> }

export function packDocx(document: Document, { media, weave }: Pick<DocxScene, 'media' | 'weave'>, clockIso: string): Uint8Array {
  const { compiler } = Packer as unknown as { compiler: Compiler } // see Compiler
  const moment = `${new Date(clockIso).toISOString().slice(0, 19)}Z`
  const files = [...compiler.compile(document)].sort(([a], [b]) => typesFirst(a, b))
  return zip(
    files.map(([name, data]) => ({
      name,
      bytes: typeof data === 'string' ? settled(name, name === body ? weave.finish(data, document) : [data], moment) : media.bytesFor(data),
      compress: !/\.(png|jpe?g)$/.test(name),
    })),
  )
}

const body = 'word/document.xml'

/** Readers expect the list of content types first. */
const typesFirst = (a: string, b: string): number =>
  a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : a > b ? 1 : 0

function settled(name: string, pieces: Iterable<string>, moment: string): Uint8Array {
  const ids = new Map<string, number>()
  const bytes: Uint8Array[] = []
  for (const xml of pieces) bytes.push(Buffer.from(settleXml(name, xml, moment, ids), 'utf8'))
  return Buffer.concat(bytes)
}

function settleXml(name: string, xml: string, moment: string, ids: Map<string, number>): string {
  if (name === 'docProps/core.xml') return xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
  // The library gives every entry of the contents a tab stop of its own, measured on a page of another width; the style's is right.
  const tabbed = name === body ? xml.replaceAll(/<w:tabs><w:tab w:val="clear"[^>]*\/><w:tab w:val="right"[^>]*\/><\/w:tabs>/g, '') : xml
  return renumber(tabbed, /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]+)/g, ids)
}

/** Gives ids new numbers from 1 in order of first appearance; the same id gets the same number. */
function renumber(xml: string, pattern: RegExp, numbers: Map<string, number>): string {
  return xml.replaceAll(pattern, (_, start: string, id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
    return `${start}${numbers.get(id)}`
  })
}
