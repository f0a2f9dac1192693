/** What a document is built from, and the few questions every builder asks of it. */
import type { FigureSize } from '#shared/figure/sizes.ts'
import type { Pejabat } from '#shared/model/evidence.ts'
import type { Convention, Sheet, Visitors } from '#shared/model/jury.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { SheetSize } from '#shared/model/outline.ts'
import type { DocumentDef, KopKind, StageKey } from '#shared/model/pack.ts'
import type { LabLog, Reward, Session } from '#shared/model/session.ts'
import type { Language } from '#shared/model/text.ts'
import type { ConventionResult } from '#shared/rules/jury-result.ts'
import { type PackStamp, type Packs, packOf } from '#shared/rules/packs.ts'
import { documentWords } from '#shared/text/documents-words.ts'
import { type Message, say } from '#shared/text/messages.ts'
import { figureRoom } from './margins.ts'

export type PictureFile = { readonly bytes: Uint8Array; readonly type: 'png' | 'jpg'; readonly width: number; readonly height: number }

/** A convention with what its judges gave and what came of it. */
export type Judging = {
  readonly convention: Convention
  readonly sheets: readonly Sheet[]
  readonly visitors: Visitors
  /** Provisional until it is over. */
  readonly result: ConventionResult
}

export type DocumentSource = {
  readonly lab: Lab
  /** Present for documents of one innovation. */
  readonly innovation?: Innovation | undefined
  /** All of the lab, for documents of the lab, of a stage or a reward. */
  readonly innovations?: readonly Innovation[] | undefined
  /** What the lab has gathered beside its programme; absent where a document needs none of it. */
  readonly log?: LabLog | undefined
  /** What this print is about, by the scope of the definition. */
  readonly session?: Session | undefined
  readonly stage?: StageKey | undefined
  readonly reward?: Reward | undefined
  readonly convention?: Judging | undefined
  /** Innovation → how often it was among the winners of a convention of this lab that is over. */
  readonly awards?: Readonly<Record<string, number>> | undefined
  /** Key of one of the definition's variants. */
  readonly variant?: string | undefined
  /** Letterhead chosen for this print; absent: the definition's. */
  readonly kop?: KopKind | undefined
  /** Officials chosen for this print. */
  readonly officials?: readonly Pejabat[] | undefined
  readonly packs: Packs
  readonly language: Language
  readonly paper: SheetSize
  /** ISO day printed at the signature; empty leaves dots to write it on. */
  readonly date: string
  /** ISO day of the region, for remarks about dates that have passed; absent, none is made. */
  readonly today?: string | undefined
  /** A picture by its attachment name; null when it is gone or no picture. */
  readonly attachment: (name: string) => PictureFile | null
}

/** What laying out a canvas takes, in a document as on a sheet of its own. */
export type CanvasBuild = DocumentSource & {
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
  variant: source.variant ?? def.variants[0]?.key,
  orientation: def.orientation,
  figureSize: figureRoom(source.lab, source.paper, def.orientation),
  words: documentWords,
  tell: (message, values) => say(message, source.language, values),
})

/** `kipp-2022 v1 · belum diverifikasi …`: every document says which packs it follows and how well they are known (domain.md 0.2). */
export function packStamp({ def, packs, tell, words }: Build): string {
  const stamps = [packOf(packs, 'document', def.id), ...contentStamps(def, packs)].filter((stamp) => stamp !== undefined)
  const names = [...new Set(stamps.map((stamp) => `${stamp.id} v${stamp.version}`))]
  const verified = def.status === 'verified' && stamps.every((stamp) => stamp.status === 'verified')
  return [...names, tell(verified ? words.verified : words.unverified)].join(' · ')
}

/** Where the content itself comes from: the form, the set of indicators or the canvases that are printed. */
function contentStamps(def: DocumentDef, packs: Packs): readonly (PackStamp | undefined)[] {
  switch (def.builder) {
    case 'proposal':
      return [packOf(packs, 'form', def.of)]
    case 'profile':
      return [packOf(packs, 'indicators', def.of)]
    case 'form':
    case 'idea_recap':
    case 'drawn':
      return [packOf(packs, 'canvas', def.of)]
    case 'parts':
      return partsCanvases(def).map((id) => packOf(packs, 'canvas', id))
    case 'certificate':
    case 'directory':
      return []
  }
}

/** The form of its chapters, the canvases among its parts, and those of the annex it asks for. */
const partsCanvases = ({ of, parts, annex }: DocumentDef): readonly string[] => [
  ...(of === '' ? [] : [of]),
  ...parts.flatMap((part) => (part.part === 'canvas' ? [part.canvas] : [])),
  ...(parts.some((part) => part.part === 'piece' && part.of === 'innovation.annex') ? annex : []),
]

/** The sentences that keep a sample from being taken for official; none for a real lab. */
export const illustrations = ({ lab, innovation }: Pick<DocumentSource, 'lab' | 'innovation'>): readonly string[] =>
  [lab.illustration, innovation?.illustration ?? ''].map((text) => text.trim()).filter((text) => text !== '')
