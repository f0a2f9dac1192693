/** Texts somebody might paste: the files must open, and every visible letter is printed or reported. */
import { describe, expect, it } from 'vitest'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import type { Block } from '#shared/model/outline.ts'
import { cleanText } from '#shared/rules/clean-text.ts'
import { anOutline, cell, headCell, heading, para } from '../makers/outline.ts'
import { docxParts, docxText, frozen, readPdf, squeezed, throughOffice, unescapeXml } from './reading.ts'

const texts = {
  'control characters': 'awal\u0000\u0001\u0008\u000b\u001f\u007f\u0085akhir',
  'U+FFFE and U+FFFF': 'awal\ufffe\uffffakhir',
  'a lone surrogate': 'awal\ud800akhir',
  'emoji with joiners and flags': 'awal 👩‍⚕️ 🇮🇩 👍🏽 1️⃣ akhir',
  Hebrew: 'awal שלום עולם akhir',
  Arabic: 'awal بسم الله akhir',
  CJK: 'awal 中文字 akhir',
  markup: 'awal <w:t>&amp;]]> akhir',
  'right-to-left marks': 'awal\u202e\u200f\u2066balik\u2069 akhir',
} as const

const everywhere = (text: string): Block[] => [
  heading(1, text, 'h'),
  { b: 'contents', title: text, levels: 1 },
  para(text),
  { b: 'list', ordered: true, items: [[para(text)]] },
  { b: 'table', widths: [1], headRows: 1, rows: [[headCell(text)], [cell(text)]], ruled: true, alt: text, caption: text },
  {
    b: 'figure',
    figure: { width: 200, height: 40, alt: text, shapes: [{ t: 'text', x: 4, y: 20, lines: [text], size: 12, lead: 14, fill: '#000000' }] },
    caption: text,
  },
  { b: 'signature', place: text, columns: [{ position: text, name: text, nip: text }] },
]

const outlineOf = (text: string) => anOutline({ title: text, subject: text, author: text, foot: text, blocks: everywhere(text) })

/** Letters a reader would look for: neither white space nor signs that only steer. */
const visible = (text: string): string[] => [
  ...squeezed(cleanText(text)).replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Emoji_Modifier}]/gu, ''),
]

describe.each(Object.entries(texts))('%s', (_, text) => {
  it('gives a PDF that opens and shows or reports every letter', async () => {
    const { bytes, report } = await writePdf(outlineOf(text), frozen)
    const pdf = await readPdf(bytes)
    const shown = pdf.pages.map((page) => page.text).join('')
    const missing = new Set(report.missingGlyphs.map((one) => one.char))
    for (const char of visible(text))
      expect(missing.has(char) || shown.includes(char), `${char} U+${char.codePointAt(0)?.toString(16)}`).toBe(true)
    if (missing.size > 0) expect(shown).toContain('□')
    expect(pdf.title).toBe(cleanText(text))
    expect(isWellFormed(pdf.xmp)).toBe(true)
  })

  it('gives a DOCX whose parts are sound and hold every letter', async () => {
    const { bytes } = await writeDocx(outlineOf(text), frozen)
    const parts = docxParts(bytes)
    for (const [name, xml] of Object.entries(parts)) if (/\.(xml|rels|svg)$/.test(name)) expect(isWellFormed(xml), name).toBe(true)
    const shown = docxText(parts['word/document.xml'] ?? '')
    for (const char of visible(text)) expect(shown).toContain(char)
    expect(unescapeXml(parts['docProps/core.xml'] ?? '')).toContain(cleanText(text).replaceAll('\u0085', '\u0085'))
  })
})

it('all of them together open in an office program', async () => {
  const office = throughOffice((await writeDocx(outlineOf(Object.values(texts).join(' ')), frozen)).bytes)
  if (office === null) return
  const shown = (await readPdf(office)).pages.map((page) => page.text).join('')
  expect(shown).toContain('<w:t>&amp;]]>')
  expect(shown).toContain('中')
}, 180_000)

/** Balanced tags, no bare `&` or `<`, no character XML cannot carry: enough to tell a broken packet from a sound one. */
function isWellFormed(xml: string): boolean {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml)) return false
  if (/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(xml)) return false
  const open: string[] = []
  for (const [, comment, close, name, self] of xml.matchAll(/<(?:(\?|!)[^>]*|(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?))>/g)) {
    if (comment) continue
    if (close) {
      if (open.pop() !== name) return false
    } else if (!self) open.push(name ?? '')
  }
  return open.length === 0 && !/<(?![?!/\w])/.test(xml)
}
