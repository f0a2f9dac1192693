/** Takes chance and time out of a packed DOCX: the library stamps the present moment and counts ids across documents. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export function settle(packed: Uint8Array, clockIso: string): Uint8Array {
  const files = unzipSync(packed)
  const moment = `${new Date(clockIso).toISOString().slice(0, 19)}Z`
  // Zip entries cannot be older than 1980 and carry local time; one fixed day keeps them the same everywhere.
  const mtime = new Date(1980, 0, 1)
  const parts: Record<string, [Uint8Array, { level: 0 | 6; mtime: Date }]> = {}
  for (const name of Object.keys(files).sort(typesFirst)) {
    const bytes = files[name]
    if (!bytes) continue
    const settled = /\.(xml|rels)$/.test(name) ? strToU8(settleXml(name, strFromU8(bytes), moment)) : bytes
    parts[name] = [settled, { level: /\.(png|jpe?g)$/.test(name) ? 0 : 6, mtime }]
  }
  return zipSync(parts)
}

/** Readers expect the list of content types first. */
const typesFirst = (a: string, b: string): number =>
  a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : a > b ? 1 : 0

function settleXml(name: string, xml: string, moment: string): string {
  if (name === 'docProps/core.xml') return xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
  // The library gives every entry of the contents a tab stop of its own, measured on a page of another width; the style's is right.
  const tabbed =
    name === 'word/document.xml' ? xml.replaceAll(/<w:tabs><w:tab w:val="clear"[^>]*\/><w:tab w:val="right"[^>]*\/><\/w:tabs>/g, '') : xml
  return renumber(tabbed, /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]+)/g)
}

/** Gives ids new numbers from 1 in order of first appearance; the same id gets the same number. */
function renumber(xml: string, pattern: RegExp): string {
  const numbers = new Map<string, number>()
  return xml.replaceAll(pattern, (_, start: string, id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
    return `${start}${numbers.get(id)}`
  })
}
