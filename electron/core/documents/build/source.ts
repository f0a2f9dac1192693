/** What a document is built from, and the few questions every builder asks of it. */
import { type FigureSize, pageFigureSize } from '#shared/figure/sizes.ts'
import type { Innovation, Lab, Paper } from '#shared/model/lab.ts'
import type { SheetSize } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { type Packs, packOf } from '#shared/rules/packs.ts'
import { documentWords } from '#shared/text/documents-words.ts'
import { type Message, say } from '#shared/text/messages.ts'

export type PictureFile = { readonly bytes: Uint8Array; readonly type: 'png' | 'jpg'; readonly width: number; readonly height: number }

export type DocumentSource = {
  readonly lab: Lab
  /** Present for documents of one innovation. */
  readonly innovation?: Innovation | undefined
  /** All of the lab, for documents of the lab. */
  readonly innovations?: readonly Innovation[] | undefined
  readonly packs: Packs
  readonly language: Language
  readonly paper: Paper
  /** ISO day printed at the signature; empty leaves dots to write it on. */
  readonly date: string
  /** ISO day of the region, for remarks about dates that have passed; absent, none is made. */
  readonly today?: string | undefined
  /** A picture by its attachment name; null when it is gone or no picture. */
  readonly attachment: (name: string) => PictureFile | null
}

/** What laying out a canvas takes, in a document as on a sheet of its own. */
export type CanvasBuild = Omit<DocumentSource, 'paper'> & {
  readonly paper: SheetSize
  readonly orientation: 'portrait' | 'landscape'
  /** The room for a figure, and as wide as the text. */
  readonly figureSize: FigureSize
  readonly words: typeof documentWords
  readonly tell: (message: Message, values?: Readonly<Record<string, string | number>>) => string
}

/** A builder's view of its task. */
export type Build = CanvasBuild & DocumentSource & { readonly def: DocumentDef }

export const startBuild = (def: DocumentDef, source: DocumentSource): Build => ({
  ...source,
  def,
  orientation: def.orientation,
  figureSize: pageFigureSize(source.paper, def.orientation),
  words: documentWords,
  tell: (message, values) => say(message, source.language, values),
})

/** `kipp-2022 v1 · belum diverifikasi …`: every document says which packs it follows and how well they are known (domain.md 0.2). */
export function packStamp({ def, packs, tell, words }: Build): string {
  const stamps = [packOf(packs, 'document', def.id), packOf(packs, def.builder === 'proposal' ? 'form' : 'canvas', def.of)].filter(
    (stamp) => stamp !== undefined,
  )
  const names = [...new Set(stamps.map((stamp) => `${stamp.id} v${stamp.version}`))]
  const verified = def.status === 'verified' && stamps.every((stamp) => stamp.status === 'verified')
  return [...names, tell(verified ? words.verified : words.unverified)].join(' · ')
}

/** The sentences that keep a sample from being taken for official; none for a real lab. */
export const illustrations = ({ lab, innovation }: Pick<DocumentSource, 'lab' | 'innovation'>): readonly string[] =>
  [lab.illustration, innovation?.illustration ?? ''].map((text) => text.trim()).filter((text) => text !== '')
