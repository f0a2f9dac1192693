/** pdfkit, dressed for our documents: tagged, embedded faces, XMP that stays well-formed, and the few inner parts we draw with. */
import PDFDocument from 'pdfkit'
import type { Face } from '../fonts.ts'
import { createSink, type Sink } from './sink.ts'

/** One glyph's place, in thousandths of the size. */
type GlyphPlace = { readonly xAdvance: number; readonly advanceWidth: number; readonly xOffset: number; readonly yOffset: number }

/** pdfkit's embedded font. Its members are stable in the pinned version but missing from the published types. */
export type KitFont = {
  readonly id: string
  readonly font: { readonly characterSet: readonly number[] }
  /** Places of the glyphs, without taking them into the document's subset. */
  layout(text: string): { readonly positions: readonly GlyphPlace[] }
  /** Hex glyph ids of this document's subset, with their places. */
  encode(text: string): [string[], readonly GlyphPlace[]]
  ref(): unknown
  readonly name: string
  /** Words set so far. */
  layoutCache: Record<string, unknown>
  /** Width at size 1 of words measured so far; added by us. */
  measured?: Map<string, number>
}

/** Words a face remembers; beyond that it begins anew with the next document. */
const mostWords = 60_000

export type KitElement = {
  add(child: unknown): KitElement
  end(): void
  readonly dictionary: { readonly data: Record<string, unknown> }
}

type Named = { readonly title: string; readonly subject: string; readonly author: string; readonly language: string }
export type KitOptions = Named & {
  readonly files: Readonly<Partial<Record<Face, Uint8Array>>>
  /** Faces of an earlier document: they are not read again, and words they have set need not be set again. */
  readonly donors?: Readonly<Partial<Record<Face, KitFont>>> | undefined
  readonly clockIso: string
}

/** The inside of pdfkit that the painter reaches for. */
type Inside = {
  _font: KitFont
  _fontCount: number
  readonly _fontFamilies: Record<string, KitFont>
  readonly page: { readonly fonts: Record<string, unknown>; readonly width: number; readonly height: number }
  readonly info: Record<string, unknown>
  markStructureContent(tag: string): unknown
}

/**
 * pdfkit with two things done otherwise. `info` goes into the XMP packet unescaped: it is made safe for that one step and put back for the
 * document's own dictionary. And the file is not handed on as a stream of small buffers, of which a book has hundreds of thousands.
 */
class OwnDocument extends PDFDocument {
  // Declared only: the library writes the first lines before fields of this class would be set.
  declare sink: Sink | undefined
  declare _offset: number
  declare done: (() => void) | undefined

  override endMetadata(): void {
    const { info } = this as unknown as Inside // the published type of `info` has no index signature
    const kept = { ...info }
    for (const [key, value] of Object.entries(kept)) if (typeof value === 'string') info[key] = escapeXml(value)
    super.endMetadata()
    Object.assign(info, kept)
  }

  _write(data: unknown): void {
    const piece = data instanceof Uint8Array ? data : `${data}\n`
    this.sink ??= createSink()
    this.sink.add(piece)
    this._offset += piece.length
  }

  /** The library calls it itself only to say that nothing follows. */
  override push(): boolean {
    this.done?.()
    return false
  }

  override addContent(data: unknown): this {
    super.addContent(data instanceof Uint8Array ? data : Buffer.from(`${data}\n`, 'latin1'))
    return this
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
  const doc = new OwnDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as unknown as 'PDF/A-1', // known to pdfkit, missing from its published types
    tagged: true,
    lang: options.language,
    displayTitle: true,
    // Otherwise pdfkit would begin with Helvetica, which cannot be embedded.
    font: null as unknown as string, // missing from the published type
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
      const [donor, file] = [options.donors?.[face], options.files[face]]
      if (!donor && !file) throw new Error(`the face ${face} was not loaded`)
      const font = donor ? fontLike(donor, doc, inside, face) : openFont(doc, inside, face, file ?? new Uint8Array())
      fonts.set(face, font)
      return font
    },
    readyOnPage: (font) => {
      inside.page.fonts[font.id] ??= font.ref()
    },
    element: (role) => doc.struct(role) as unknown as KitElement, // the published type hides `dictionary`
    openContent: (role) => inside.markStructureContent(role),
    bytes: new Promise((done) => {
      doc.done = () => done(doc.sink?.bytes() ?? new Uint8Array())
    }),
  }
}

function openFont(doc: PDFKit.PDFDocument, inside: Inside, face: Face, bytes: Uint8Array): KitFont {
  doc.registerFont(face, Buffer.from(bytes))
  doc.font(face)
  return inside._font
}

/** A font of this document that shares its face, and the words already set in it, with `donor`; its subset is its own. */
function fontLike(donor: KitFont, doc: PDFKit.PDFDocument, inside: Inside, face: Face): KitFont {
  const Embedded = donor.constructor as new (doc: PDFKit.PDFDocument, font: unknown, id: string) => KitFont // pdfkit's class is not exported
  inside._fontCount += 1
  const font = new Embedded(doc, donor.font, `F${inside._fontCount}`)
  donor.measured ??= new Map()
  if (donor.measured.size > mostWords) {
    donor.measured.clear()
    donor.layoutCache = Object.create(null) as Record<string, unknown> // an empty one
  }
  font.layoutCache = donor.layoutCache
  font.measured = donor.measured
  inside._fontFamilies[face] = font
  return font
}
