/**
 * A document before it is DOCX or PDF: one neutral tree that both writers print, so that they cannot disagree.
 * Lengths are points (1/72 inch). All text is already in the document's language and cleaned (shared/rules/clean-text.ts).
 */
import type { KopKind } from './document-def.ts'
import type { DocumentFont } from './evidence.ts'
import type { Figure } from './figure.ts'

export type Run = {
  readonly text: string
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly underline?: boolean | undefined
  /** A muted remark such as "belum diisi". */
  readonly muted?: boolean | undefined
  /** Number of the source this text was taken from, printed as a superscript. */
  readonly note?: number | undefined
}

export type Cell = {
  readonly blocks: readonly Block[]
  readonly header?: boolean | undefined
  readonly colSpan?: number | undefined
  readonly rowSpan?: number | undefined
  readonly align?: 'left' | 'center' | 'right' | undefined
  /** Fill as #RRGGBB. */
  readonly shade?: string | undefined
}

/** A picture file with its size in pixels. */
export type OutlinePicture = { readonly bytes: Uint8Array; readonly type: 'png' | 'jpg'; readonly width: number; readonly height: number }

export type Signatory = {
  /** Above everything: "Mengetahui,". */
  readonly lead?: string | undefined
  /** Above the position: "a.n. WALI KOTA SOLOK" (domain.md 5.5). */
  readonly onBehalf?: string | undefined
  /** Printed above the name, for example "Kepala Dinas Kesehatan". */
  readonly position: string
  /** Empty prints a dotted line to write on. */
  readonly name: string
  readonly rank?: string | undefined
  readonly nip?: string | undefined
  /** In the room to sign, where a revenue stamp goes; nothing of it is printed behind a box for an electronic signature. */
  readonly stamp?: string | undefined
}

export type Block =
  | {
      readonly b: 'heading'
      readonly level: 1 | 2 | 3 | 4
      readonly text: string /** Anchor that contents and links point to. */
      readonly id: string
      readonly pageBreakBefore?: boolean | undefined /** Kept out of contents and bookmarks. */
      readonly unlisted?: boolean | undefined
    }
  | { readonly b: 'title'; readonly lines: readonly string[]; readonly size?: number | undefined }
  | {
      readonly b: 'para'
      readonly runs: readonly Run[]
      readonly align?: 'left' | 'center' | 'right' | 'justify' | undefined
      readonly size?: number | undefined
      readonly indent?: number | undefined
      readonly keepNext?: boolean | undefined
      readonly spaceAfter?: number | undefined
    }
  | { readonly b: 'list'; readonly ordered: boolean; readonly start?: number | undefined; readonly items: readonly (readonly Block[])[] }
  | {
      readonly b: 'table' /** Relative widths, one for each column. */
      readonly widths: readonly number[] /** How many rows at the top repeat on every page. */
      readonly headRows: number
      readonly rows: readonly (readonly Cell[])[]
      readonly caption?: string | undefined
      readonly size?: number | undefined /** Lines between cells; a table without them is a layout of label and value. */
      readonly ruled: boolean /** Broken lines around the cells of a table that is not ruled: a place somebody fills by hand. */
      readonly dashed?: boolean | undefined /** What the table holds, for screen readers. */
      readonly alt: string
    }
  | {
      readonly b: 'figure'
      readonly figure: Figure
      readonly caption?: string | undefined
      /** Tallest it may be. */
      readonly maxHeight?: number | undefined
      /** How many times larger than drawn, as far as the page is large enough for that; absent: 1. */
      readonly zoom?: number | undefined
    }
  /** A picture file; `bytes` is null when it could not be read and a visible note takes its place. */
  | {
      readonly b: 'picture'
      readonly bytes: Uint8Array | null
      readonly type: 'png' | 'jpg'
      readonly width: number
      readonly height: number
      readonly alt: string
      readonly caption?: string | undefined
      /** Tallest it may be; absent: a page. In a cell it is never wider than the cell. */
      readonly maxHeight?: number | undefined
    }
  /** Entries with the number of the page on which their heading stands, in columns. `id` is that of a heading. */
  | {
      readonly b: 'index'
      readonly columns: 1 | 2 | 3
      readonly groups: readonly { readonly label: string; readonly entries: readonly { readonly text: string; readonly id: string }[] }[]
    }
  | { readonly b: 'contents'; readonly title: string; readonly levels: 1 | 2 | 3 }
  | {
      readonly b: 'kop'
      /** `jabatan` stands in the middle below its emblem; absent: `perangkat_daerah`, beside it. */
      readonly kind?: KopKind | undefined
      readonly baris1: string
      readonly baris2: string
      readonly lines: readonly string[]
      readonly logo: { readonly bytes: Uint8Array; readonly type: 'png' | 'jpg'; readonly width: number; readonly height: number } | null
    }
  /** Signature blocks side by side (one: right half); space is left for ink or TTE, never filled. `place` is "Solok, 13 Agustus 2026" or a dotted line. */
  | {
      readonly b: 'signature'
      /** Empty prints none. */
      readonly place: string
      readonly columns: readonly Signatory[]
      /** A `table` has a line for each: number, name, position, room to sign. */
      readonly layout?: 'columns' | 'table' | undefined
      /** Leaves a box for the electronic signature instead of room for ink. */
      readonly tte?: boolean | undefined
    }
  | { readonly b: 'pageBreak' }
  /** From here on, until the next one, pages are turned so; the next block begins a page. Stands among the blocks of an outline, not inside others. */
  | { readonly b: 'turn'; readonly orientation: 'portrait' | 'landscape' }
  | { readonly b: 'space'; readonly height: number }
  | { readonly b: 'rule' }

/** Paper a document can be printed on; letters of the region use A4 or F4, drawings A3 as well. */
export const sheets = ['A4', 'A3', 'F4', 'A1'] as const
export type SheetSize = (typeof sheets)[number]

/** Points. */
export type PageMargins = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

export type Outline = {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly language: 'id-ID' | 'en-GB'
  readonly paper: SheetSize
  readonly orientation: 'portrait' | 'landscape'
  /** Absent: those of an official letter. */
  readonly margins?: 'official' | 'narrow' | PageMargins | undefined
  /** Absent: `arial`. Figures keep their own. */
  readonly font?: DocumentFont | undefined
  /** Lines of running text; absent: 1.15. */
  readonly lineSpacing?: number | undefined
  /** A border around every page, as certificates have. */
  readonly border?: 'certificate' | undefined
  /** No number and no line at the foot: certificates and posters. */
  readonly bare?: boolean | undefined
  /** Printed small at the foot of every page: document, pack id, version, status. */
  readonly foot: string
  /** Words the writers themselves print, in the document's language. */
  readonly words: {
    readonly page: string
    readonly nip: string
    readonly missingPicture: string
    readonly emblem: string
    /** Heads of a table of signatures, and what the box for an electronic one says. */
    readonly number: string
    readonly name: string
    readonly position: string
    readonly signature: string
    readonly tte: string
  }
  /** Attached pictures that figures show, by name. A name that is missing here is drawn as a dashed box with its words. */
  readonly pictures?: Readonly<Record<string, OutlinePicture>> | undefined
  /** Extra blocks on a first page of their own, without a page number. */
  readonly cover: readonly Block[]
  readonly blocks: readonly Block[]
}

/** What a writer reports beside its bytes. */
export type WriteReport = {
  readonly pages: number
  /** Characters the fonts lack: each was printed as a visible box. */
  readonly missingGlyphs: readonly { readonly char: string; readonly count: number }[]
  /** Pictures that could not be read. */
  readonly missingPictures: number
}
