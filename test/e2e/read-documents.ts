/** What a document says, in the order a reader meets it; no office program needed. */
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')

export async function docxText(file: string): Promise<string> {
  const part = unzipSync(new Uint8Array(await readFile(file)))['word/document.xml']
  if (part === undefined) throw new Error(`${file} has no document part`)
  const text = strFromU8(part)
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
  return plain(
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'),
  )
}

export async function pdfText(file: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 })
  const pdf = await task.promise
  let text = ''
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '')
  }
  await task.destroy()
  return plain(text)
}
