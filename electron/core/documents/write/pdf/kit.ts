/** pdfkit, dressed for our documents: tagged, embedded faces, XMP that stays well-formed, and the few inner parts we draw with. */
import PDFDocument from 'pdfkit'
import type { Face } from '../fonts.ts'

/** One glyph's place, in thousandths of the size. */
type GlyphPlace = { readonly xAdvance: number; readonly advanceWidth: number; readonly xOffset: number; readonly yOffset: number }

/** pdfkit's embedded font. Its members are stable in the pinned version but missing from the published types. */
export type KitFont = {
  readonly id: string
  readonly font: { readonly characterSet: readonly number[] }
  /** Hex glyph ids of this document's subset, with their places. */
  encode(text: string): [string[], readonly GlyphPlace[]]
  ref(): unknown
}

export type KitElement = {
  add(child: unknown): KitElement
  end(): void
  readonly dictionary: { readonly data: Record<string, unknown> }
}

type Named = { readonly title: string; readonly subject: string; readonly author: string; readonly language: string }
export type KitOptions = Named & { readonly fonts: Readonly<Record<Face, Uint8Array>>; readonly clockIso: string }

/** The inside of pdfkit that the painter reaches for. */
type Inside = {
  _font: KitFont
  readonly page: { readonly fonts: Record<string, unknown>; readonly width: number; readonly height: number }
  readonly info: Record<string, unknown>
  markStructureContent(tag: string): unknown
}

/** `info` goes into the XMP packet unescaped; it is made safe for that one step and put back for the document's own dictionary. */
class SafeDocument extends PDFDocument {
  override endMetadata(): void {
    const { info } = this as unknown as Inside // the published type of `info` has no index signature
    const kept = { ...info }
    for (const [key, value] of Object.entries(kept)) if (typeof value === 'string') info[key] = escapeXml(value)
    super.endMetadata()
    Object.assign(info, kept)
  }
}

const escapeXml = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

export type Kit = {
  readonly doc: PDFKit.PDFDocument
  font(face: Face): KitFont
  /** Makes the face usable on the current page. */
  readyOnPage(font: KitFont): void
  element(role: string): KitElement
  /** Opens content of a structure element on the current page; close it with `doc.endMarkedContent()`. */
  openContent(role: string): unknown
  /** All bytes, once the document has ended. */
  readonly bytes: Promise<Uint8Array>
}

/** An empty tagged document after the rules of PDF/UA-1; pages are added by the caller, who must call `doc.end()`. */
export function createKit(options: KitOptions): Kit {
  const moment = new Date(options.clockIso)
  const doc = new SafeDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as unknown as 'PDF/A-1', // known to pdfkit, missing from its published types
    tagged: true,
    lang: options.language,
    displayTitle: true,
    // Without a face of ours pdfkit would begin with Helvetica, which cannot be embedded.
    font: options.fonts.regular as unknown as string, // pdfkit takes bytes here too
    margin: 0,
    info: {
      Title: options.title,
      Subject: options.subject,
      Author: options.author,
      Creator: 'Labinov',
      Producer: 'Labinov',
      CreationDate: moment,
      ModDate: moment,
    },
  })
  const inside = doc as unknown as Inside // see Inside: the published types leave these members out
  const fonts = new Map<Face, KitFont>()
  return {
    doc,
    font: (face) => {
      const known = fonts.get(face)
      if (known) return known
      doc.registerFont(face, Buffer.from(options.fonts[face]))
      doc.font(face)
      fonts.set(face, inside._font)
      return inside._font
    },
    readyOnPage: (font) => {
      inside.page.fonts[font.id] ??= font.ref()
    },
    element: (role) => doc.struct(role) as unknown as KitElement, // the published type hides `dictionary`
    openContent: (role) => inside.markStructureContent(role),
    bytes: collect(doc),
  }
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((done, fail) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => done(Buffer.concat(chunks)))
    doc.on('error', fail)
  })
}
