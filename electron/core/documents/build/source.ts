/** What a document is built from, and the few questions every builder asks of it. */
import type { Innovation, Lab, Paper } from '#shared/model/lab.ts'
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
  /** A picture by its attachment name; null when it is gone or no picture. */
  readonly attachment: (name: string) => PictureFile | null
}

/** A builder's view of its task. */
export type Build = DocumentSource & {
  readonly def: DocumentDef
  readonly words: typeof documentWords
  readonly tell: (message: Message, values?: Readonly<Record<string, string | number>>) => string
}

export const startBuild = (def: DocumentDef, source: DocumentSource): Build => ({
  ...source,
  def,
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
export const illustrations = ({ lab, innovation }: Build): readonly string[] =>
  [lab.illustration, innovation?.illustration ?? ''].map((text) => text.trim()).filter((text) => text !== '')
