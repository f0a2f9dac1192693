/**
 * The plain values a lab is made of: what `snapshot()` of a Y.Doc gives, what rules, figures and documents read.
 * Everything survives a trip through JSON.
 */
import type { CatalogueFacts } from './catalogue.ts'
import type { Evidence, IndexTrial, IndicatorClaim, Naskah, Pejabat, ProposalVersion } from './evidence.ts'
import type { InnovationId, ItemId, LabId, LinkId, PersonId, UnitId } from './ids.ts'
import type { InnovationForm, InnovationKind } from './innovation-kinds.ts'
import { type NoteColor, noteColor, type StageKey } from './pack.ts'

export const regionKinds = ['provinsi', 'kabupaten', 'kota', 'lainnya'] as const
export const unitKinds = ['opd', 'kecamatan', 'kelurahan', 'puskesmas', 'uptd', 'bumd', 'sekolah', 'mitra'] as const
/** domain.md 1.4 */
export const roles = [
  'kepala_daerah',
  'pimpinan_opd',
  'koordinator',
  'champion',
  'pengampu_materi',
  'coach',
  'moderator',
  'inovator',
  'juri',
  'sekretariat',
  'tim_evaluasi',
] as const
export const timeZones = ['WIB', 'WITA', 'WIT'] as const
export const papers = ['A4', 'F4'] as const
export type RegionKind = (typeof regionKinds)[number]
export type UnitKind = (typeof unitKinds)[number]
export type Role = (typeof roles)[number]
export type TimeZone = (typeof timeZones)[number]
export type Paper = (typeof papers)[number]

/** Letterhead (kop naskah), domain.md 5.2. Empty lines print as nothing; the emblem as an empty dashed place until there is a file. */
export type Kop = {
  readonly baris1: string
  readonly baris2: string
  readonly alamat: string
  readonly telepon: string
  readonly posel: string
  readonly laman: string
  readonly kodePos: string
  /** Attachment name of the emblem, `<sha256>.<ext>`. */
  readonly logo: string
}

export type Unit = {
  readonly id: UnitId
  readonly order: string
  readonly name: string
  readonly short: string
  readonly kind: UnitKind
  readonly head: string
  readonly headPosition: string
  readonly headNip: string
}

export type Person = {
  readonly id: PersonId
  readonly order: string
  readonly name: string
  readonly position: string
  readonly unit: UnitId | null
  readonly role: Role
  readonly phone: string
  readonly email: string
  readonly nip: string
}

/**
 * The columns in which a lab's progress is counted: the stages, with Deliver in its two parts (domain.md 1.2).
 * `launching` and `monitoring` are things done in Deliver and counted apart.
 */
export const milestones = ['drum_up', 'diagnose', 'design', 'launching', 'monitoring', 'display', 'documentation'] as const
export type Milestone = (typeof milestones)[number]

export type Lab = {
  readonly id: LabId
  readonly region: string
  /** Of a kabupaten or kota; a provinsi leaves it empty. */
  readonly province: string
  readonly regionKind: RegionKind
  readonly year: number
  readonly jilid: number
  readonly theme: string
  /** Id of the method pack; it decides 5D or 6D. */
  readonly method: string
  readonly stage: StageKey
  readonly timeZone: TimeZone
  readonly place: string
  readonly leader: { readonly title: string; readonly name: string }
  readonly coordinator: { readonly unit: string; readonly name: string; readonly position: string; readonly nip: string }
  readonly kop: Kop
  /** Kop jabatan of the head of the region, and kop of LAN; empty until somebody fills them in. */
  readonly kopJabatan: Kop
  readonly kopLan: Kop
  readonly paper: Paper
  readonly naskah: Naskah
  /** Labels of stages the region writes its own way. */
  readonly stageLabels: Partial<Readonly<Record<StageKey, string>>>
  /** ISO days by which every innovation should have come through; the region sets them, no source does (domain.md 1.3). */
  readonly deadlines: Partial<Readonly<Record<Milestone, string>>>
  /** The lab before this one, whose units, people or innovations were carried over. */
  readonly continues: LabId | null
  /** Last day of registration by proposal form, ISO; the age of an innovation is counted back from it (domain.md 2.7). */
  readonly closings: Readonly<Record<string, string>>
  readonly indexTrial: IndexTrial
  /** Officials who sign, in the order they are offered. */
  readonly officials: readonly Pejabat[]
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  /** Set on the sample lab: what in it is illustration, in words. */
  readonly illustration: string
  readonly archived: boolean
  readonly createdAt: string
}

export type Value = string | number | boolean | null | readonly string[]

/** A note, node, row or point: every canvas kind but the form is a set of these. */
export type Item = {
  readonly id: ItemId
  /** Fractional key; items sort by it, then by id. */
  readonly order: string
  readonly text: string
  /** board */
  readonly zone: string | null
  readonly x: number | null
  readonly y: number | null
  readonly color: NoteColor | null
  readonly cluster: ItemId | null
  /** tree: `core` has no parent; an `effect` hangs above the core, a `cause` below it. */
  readonly parent: ItemId | null
  readonly role: 'core' | 'cause' | 'effect' | 'cluster' | null
  readonly root: boolean
  /** Columns of the definition: cells of a grid, what a note or node carries, the answers of a respondent. */
  readonly values: Readonly<Record<string, Value>>
  /** Scores people gave one by one: column → who → score. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly votes: number
  readonly author: string
  readonly table: string
  /** Attachment name of a photo, or empty. */
  readonly picture: string
  /** A web address or the name of a file, or empty. */
  readonly link: string
}

export const canvasStates = ['belum', 'berjalan', 'selesai'] as const
export type CanvasState = (typeof canvasStates)[number]

/** How one canvas of one innovation is used; everybody on it shares them. Absent means the definition's own way. */
export type CanvasSettings = {
  /** grid: key of the mode in force */
  readonly mode?: string
  /** grid: one score for the group, or one for each person */
  readonly scoring?: 'group' | 'each'
  /** grid: who scores, in the order of the columns shown */
  readonly voters?: readonly string[]
  /** grid: years of a months column */
  readonly years?: readonly string[]
  /** tree: key of the category set in force */
  readonly set?: string
  /** board: everybody sees only his own notes until they are revealed */
  readonly private?: boolean
  /** board: votes each person has, when not the definition's number */
  readonly quota?: number
}

export type Canvas = {
  /** Id of the definition; an innovation has at most one canvas of each. */
  readonly def: string
  readonly state: CanvasState
  readonly items: readonly Item[]
  /** Answers by field key: of a form, and of the head of a grid. */
  readonly fields: Readonly<Record<string, Value>>
  readonly settings: CanvasSettings
}

export const reviewStates = ['belum', 'ok', 'perlu_perbaikan'] as const
export type ReviewState = (typeof reviewStates)[number]
export type ReviewEntry = { readonly state: ReviewState; readonly remark: string; readonly by: string; readonly at: string }
/** Review of one field or section. `history` holds what came before, oldest first. */
export type Review = ReviewEntry & { readonly history: readonly ReviewEntry[] }

export const roundKinds = ['submitted', 'returned', 'accepted'] as const
export type ReviewRound = {
  readonly kind: (typeof roundKinds)[number]
  readonly by: string
  readonly at: string
  readonly remark: string
}

/** The leader's approval of ideas (before Design) or plans (before Deliver), domain.md 1.3. */
export type Approval = {
  readonly name: string
  readonly position: string
  /** ISO day. */
  readonly date: string
  readonly document: string
  readonly remark: string
  readonly file: string
}
export type GateRecord = {
  readonly approval: Approval | null
  /** Written reason when a checklist gate was passed although something was missing. */
  readonly override: { readonly reason: string; readonly by: string; readonly at: string } | null
  /** Checklist lines ticked by hand. */
  readonly ticks: Readonly<Record<string, boolean>>
}

/** What a coach last saw of a form: the answers as they stood, by field key. */
export type Look = { readonly by: string; readonly at: string; readonly answers: Readonly<Record<string, string>> }

/** One end of a link in the trail. `quote` keeps the text as it was, also after the source is gone. */
export type TrailEnd = {
  readonly place: 'item' | 'field' | 'section'
  /** Canvas definition or proposal form. */
  readonly of: string
  /** Item id, field key or section key. */
  readonly key: string
  readonly quote: string
}
export type TrailLink = { readonly id: LinkId; readonly from: TrailEnd; readonly to: TrailEnd; readonly by: string; readonly at: string }

export type Attachment = {
  /** `<sha256>.<ext>`, also the file name in `attachments/`. */
  readonly name: string
  readonly title: string
  readonly type: string
  readonly bytes: number
  /** Pixels; 0 where it is no picture. */
  readonly width: number
  readonly height: number
  /** Of a PDF; else 0. */
  readonly pages: number
}

/** Rich text as a tree of nodes; the same shape Tiptap uses, so nothing has to be translated. */
export type RichMark = {
  readonly type: 'bold' | 'italic' | 'underline' | 'source'
  readonly attrs?: Readonly<Record<string, Value>> | undefined
}
export type RichNode = {
  readonly type:
    | 'doc'
    | 'paragraph'
    | 'heading'
    | 'bulletList'
    | 'orderedList'
    | 'listItem'
    | 'text'
    | 'hardBreak'
    | 'table'
    | 'tableRow'
    | 'tableHeader'
    | 'tableCell'
    | 'image'
    | 'blockquote'
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly RichNode[] | undefined
  readonly text?: string | undefined
  readonly marks?: readonly RichMark[] | undefined
}

export type Proposal = {
  readonly form: string
  readonly header: Readonly<Record<string, Value>>
  /** Section key → `doc` node. A section nobody touched is absent. */
  readonly sections: Readonly<Record<string, RichNode>>
}

export { type InnovationForm, type InnovationKind, innovationForms, innovationKinds } from './innovation-kinds.ts'

export type Innovation = {
  readonly id: InnovationId
  readonly lab: LabId
  readonly name: string
  /** What the acronym stands for. */
  readonly longName: string
  readonly unit: UnitId | null
  readonly stage: StageKey
  readonly kind: InnovationKind | null
  readonly form: InnovationForm | null
  readonly digital: boolean | null
  readonly summary: string
  /** Urusan pemerintahan it belongs to, as the region names it. */
  readonly urusan: string
  /** The innovation of an earlier lab that this one goes on from. */
  readonly carriedFrom: { readonly lab: LabId; readonly innovation: InnovationId } | null
  readonly members: readonly { readonly name: string; readonly position: string }[]
  /** ISO day on which implementation began; empty while unknown. */
  readonly startedOn: string
  readonly canvases: Readonly<Record<string, Canvas>>
  readonly proposals: Readonly<Record<string, Proposal>>
  /** Keyed by `<canvas>/<field>` or `<form>/<section>`. */
  readonly reviews: Readonly<Record<string, Review>>
  /** Keyed by canvas or form id, oldest first. */
  readonly rounds: Readonly<Record<string, readonly ReviewRound[]>>
  /** Keyed by canvas or form id. */
  readonly looks: Readonly<Record<string, Look>>
  readonly gates: Partial<Readonly<Record<StageKey, GateRecord>>>
  readonly trail: readonly TrailLink[]
  readonly attachments: Readonly<Record<string, Attachment>>
  /** In order. */
  readonly evidence: readonly Evidence[]
  /** Indicator set → indicator → what the team claims. */
  readonly maturity: Readonly<Record<string, Readonly<Record<string, IndicatorClaim>>>>
  /** Oldest first. */
  readonly versions: readonly ProposalVersion[]
  /** What a catalogue says of it beyond its facts. */
  readonly catalogue: CatalogueFacts
  readonly launched: boolean
  readonly monitored: boolean
  /** Part of the sample that was not in a source. */
  readonly illustration: string
  readonly archived: boolean
  readonly createdAt: string
}

export { type NoteColor, noteColor, type StageKey }
