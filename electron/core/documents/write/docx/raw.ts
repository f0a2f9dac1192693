/**
 * Paragraphs and tables written as WordprocessingML at once. The library would build several objects for every word of a book; it still makes
 * the package, the styles and whatever is rare, and its parts and ours are woven together when the document is packed.
 */
import { type Document, Paragraph, type Table, type TableOfContents, TextRun } from 'docx'
import type { Run } from '#shared/model/outline.ts'
import { halfPoints } from './units.ts'

/** A finished piece of the body. */
export class Raw {
  readonly xml: string
  readonly isTable: boolean
  constructor(xml: string, isTable = false) {
    this.xml = xml
    this.isTable = isTable
  }
}
type LibraryPart = Paragraph | Table | TableOfContents
export type Part = LibraryPart | Raw

/** Lengths in twips; elements are written in the order the schema asks for. */
export type ParagraphLook = {
  readonly style?: string | undefined
  /** `false` says so against the style. */
  readonly keepNext?: boolean | undefined
  readonly keepLines?: boolean | undefined
  readonly pageBreak?: boolean | undefined
  readonly numbering?: { readonly level: number; readonly instance: number } | undefined
  /** A tab stop on the right with dots before it. */
  readonly dotsTo?: number | undefined
  readonly before?: number | undefined
  readonly after?: number | undefined
  /** Exact height of a line. */
  readonly exact?: number | undefined
  readonly left?: number | undefined
  readonly align?: 'left' | 'center' | 'right' | 'justify' | undefined
  /** Half points of the mark at the paragraph's end. */
  readonly mark?: number | undefined
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeXml = (text: string): string =>
  /[&<>"]/.test(text) ? text.replaceAll(/[&<>"]/g, (char) => escapes[char] ?? char) : text

const jc = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const
const sizes = (size: number): string => `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`

export function paragraph(look: ParagraphLook, content: string): Raw {
  const { before, after, exact } = look
  const spacing =
    before === undefined && after === undefined && exact === undefined
      ? ''
      : `<w:spacing${before === undefined ? '' : ` w:before="${before}"`}${after === undefined ? '' : ` w:after="${after}"`}${exact === undefined ? '' : ` w:line="${exact}" w:lineRule="exact"`}/>`
  const inner = [
    look.style ? `<w:pStyle w:val="${look.style}"/>` : '',
    look.keepNext === undefined ? '' : look.keepNext ? '<w:keepNext/>' : '<w:keepNext w:val="false"/>',
    look.keepLines ? '<w:keepLines/>' : '',
    look.pageBreak ? '<w:pageBreakBefore/>' : '',
    // The library knows the numbers of lists only when the document is complete.
    look.numbering ? `<w:numPr><w:ilvl w:val="${look.numbering.level}"/><list n="${look.numbering.instance}"/></w:numPr>` : '',
    look.dotsTo === undefined ? '' : `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${look.dotsTo}"/></w:tabs>`,
    spacing,
    look.left ? `<w:ind w:left="${look.left}"/>` : '',
    look.align ? `<w:jc w:val="${jc[look.align]}"/>` : '',
    look.mark === undefined ? '' : `<w:rPr>${sizes(look.mark)}</w:rPr>`,
  ].join('')
  return new Raw(`<w:p>${inner === '' ? '' : `<w:pPr>${inner}</w:pPr>`}${content}</w:p>`)
}

/** Runs of text; `own` is the size the paragraph's style gives them already. */
export function runsXml(runs: readonly Run[], room: { readonly size: number; readonly bold: boolean }, own: number): string {
  const size = room.size === own ? '' : sizes(halfPoints(room.size))
  let out = ''
  for (const run of runs) {
    const bold = run.bold || room.bold ? '<w:b/><w:bCs/>' : ''
    const italic = run.italic ? '<w:i/><w:iCs/>' : ''
    const start = `${run.muted ? '<w:rStyle w:val="Muted"/>' : ''}${bold}${italic}${size}${run.underline ? '<w:u w:val="single"/>' : ''}`
    const look = start === '' ? '' : `<w:rPr>${start}</w:rPr>`
    if (run.text !== '') {
      run.text.split('\n').forEach((text, at) => {
        out += `<w:r>${look}${at > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
      })
    }
    if (run.note !== undefined) out += `<w:r><w:rPr>${start}<w:vertAlign w:val="superscript"/></w:rPr><w:t>${run.note}</w:t></w:r>`
  }
  return out
}

export type Weave = {
  /** The same parts for the library: ours are replaced by marks. */
  hand(parts: readonly Part[]): LibraryPart[]
  /** XML of parts that stand inside one of ours. */
  inside(parts: readonly Part[]): string
  /** What the library must print so that its parts can be taken from there; stands at the end of the last section. */
  held(): LibraryPart[]
  /** The document's XML with everything in its place, as pieces that follow each other: a book's text is not copied as a whole. Once only. */
  finish(xml: string, document: Document): Iterable<string>
}

const mark = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })
/** No text of a user's stands in a paragraph without properties, so none is taken for a mark. */
const markXml = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const marks =
  /<w:p>(?:<w:pPr>(<w:sectPr[ >](?:(?!<w:p>).)*?<\/w:sectPr>)<\/w:pPr>)?<w:r><w:t xml:space="preserve">raw (\d+)<\/w:t><\/w:r><\/w:p>/g

/** A section ends in the properties of its last paragraph; after a table it needs one of its own. */
function endSection(xml: string, section: string): string {
  if (!xml.endsWith('</w:p>'))
    return `${xml}${paragraph({ before: 0, after: 0, exact: 20, mark: 2 }, '').xml.replace('</w:pPr>', `${section}</w:pPr>`)}`
  const at = xml.lastIndexOf('<w:p>')
  const [before, last] = [xml.slice(0, at), xml.slice(at)]
  return (
    before +
    (last.startsWith('<w:p><w:pPr>')
      ? last.replace('</w:pPr>', () => `${section}</w:pPr>`)
      : last.replace('<w:p>', () => `<w:p><w:pPr>${section}</w:pPr>`))
  )
}

export function createWeave(): Weave {
  const chunks: string[] = []
  const held: LibraryPart[] = []
  return {
    hand: (parts) => {
      const out: LibraryPart[] = []
      let run: string[] = []
      const flush = (): void => {
        if (run.length === 0) return
        chunks.push(run.join(''))
        out.push(mark(`raw ${chunks.length - 1}`))
        run = []
      }
      for (const part of parts) {
        if (part instanceof Raw) run.push(part.xml)
        else {
          flush()
          out.push(part)
        }
      }
      flush()
      return out
    },
    inside: (parts) =>
      parts
        .map((part) => {
          if (part instanceof Raw) return part.xml
          held.push(part)
          return `<held n="${held.length - 1}"/>`
        })
        .join(''),
    held: () => held.flatMap((part, at) => [mark(`begin ${at}`), part, mark(`end ${at}`)]),
    *finish(xml, document) {
      const numbers = new Map(document.Numbering.ConcreteNumbering.map(({ instance, numId }) => [instance, numId]))
      const pieces: string[] = []
      let rest = xml
      for (let at = 0; at < held.length; at += 1) {
        const [begin, end] = [markXml(`begin ${at}`), markXml(`end ${at}`)]
        const [from, to] = [rest.indexOf(begin), rest.indexOf(end)]
        pieces.push(rest.slice(from + begin.length, to))
        rest = rest.slice(0, from) + rest.slice(to + end.length)
      }
      const whole = (part: string): string =>
        part
          .replaceAll(/<held n="(\d+)"\/>/g, (_, at: string) => pieces[Number(at)] ?? '')
          .replaceAll(/<list n="(\d+)"\/>/g, (_, instance: string) => `<w:numId w:val="${numbers.get(Number(instance)) ?? 0}"/>`)
      let end = 0
      for (const found of rest.matchAll(marks)) {
        yield whole(rest.slice(end, found.index))
        const [mark, section, at] = found
        const chunk = chunks[Number(at)] ?? ''
        chunks[Number(at)] = ''
        yield whole(section ? endSection(chunk, section) : chunk)
        end = found.index + mark.length
      }
      yield whole(rest.slice(end))
    },
  }
}
