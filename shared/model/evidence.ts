/** What an innovation can show for what it says: files and links, what they prove, the levels it claims, and kept versions of its texts. */
import type { EvidenceId, PejabatId, VersionId } from './ids.ts'
import type { RichNode, Value } from './lab.ts'

export const targetKinds = ['indicator', 'section', 'statement', 'claim'] as const
export type TargetKind = (typeof targetKinds)[number]

/**
 * What a piece of evidence is attached to: an indicator of a set, a section or a statement of a proposal form, or a claim (a row of a
 * canvas).
 */
export type EvidenceTarget = {
  readonly kind: TargetKind
  /** Id of the indicator set, proposal form or canvas. */
  readonly of: string
  /** Key of the indicator, section, statement or row. */
  readonly key: string
  /** indicator: the level it proves, 1 to 3; else 0. */
  readonly level: number
  /** indicator with bases: the basis it measures by; else empty. */
  readonly basis: string
}

/** `sah`: somebody has looked at it and it holds. `ditolak` proves nothing. */
export const evidenceStates = ['belum', 'sah', 'ditolak'] as const
export type EvidenceState = (typeof evidenceStates)[number]

export type Evidence = {
  readonly id: EvidenceId
  readonly order: string
  readonly title: string
  /** Attachment name, or empty for a link. */
  readonly file: string
  readonly link: string
  /** ISO day of the paper itself, or empty. */
  readonly date: string
  readonly note: string
  readonly targets: readonly EvidenceTarget[]
  readonly state: EvidenceState
  readonly by: string
  readonly at: string
}

/** What the team says of an indicator. Which level is proven follows from the evidence (shared/rules/maturity.ts). */
export type IndicatorClaim = {
  /** 0: nothing claimed yet. */
  readonly level: number
  /** Chosen basis of an indicator that has several, or empty. */
  readonly basis: string
  readonly note: string
}

/** A proposal as it stood at one moment, to compare with and to go back to. */
export type ProposalVersion = {
  readonly id: VersionId
  readonly form: string
  readonly kind: 'saved' | 'submitted'
  readonly label: string
  readonly by: string
  readonly at: string
  readonly header: Readonly<Record<string, Value>>
  readonly sections: Readonly<Record<string, RichNode>>
}

/** An official who signs for the lab, with what may stand before the position (domain.md 5.5). */
export const delegations = ['', 'a.n.', 'u.b.', 'Plt.', 'Plh.', 'Pj.'] as const
export type Delegation = (typeof delegations)[number]
export type Pejabat = {
  readonly id: PejabatId
  readonly order: string
  readonly name: string
  readonly position: string
  /** Pangkat/golongan. */
  readonly rank: string
  readonly nip: string
  readonly delegation: Delegation
  /** Of `a.n.` and `u.b.`: for whom, in words. */
  readonly onBehalfOf: string
}

/** Document fonts: metric twins of Arial and of Times New Roman, which the files name so that any office has them. */
export const documentFonts = ['arial', 'times'] as const
export type DocumentFont = (typeof documentFonts)[number]
/** Millimetres. */
export type Margins = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

/** How this office prints; the region's own rule decides (domain.md 5.1). */
export type Naskah = {
  /** Null: those of the general rule. */
  readonly margins: Margins | null
  readonly font: DocumentFont
  /** Lines of running text, 1 to 2. */
  readonly lineSpacing: number
  /** Free pattern with tokens such as `{urut}/{kode_unit}/{bulan_romawi}/{tahun}`; the running number itself stays blank. */
  readonly numberPattern: string
  /** One recipient of copies per line. */
  readonly tembusan: string
  /** Leaves a box for the electronic signature (TTE) instead of room for ink. */
  readonly tteBox: boolean
}

/** The office's own trial run of the region's index. */
export type IndexTrial = {
  /** Indicator set, or empty. */
  readonly set: string
  /** Points of the region's own part, or null while nobody typed them. */
  readonly region: number | null
}
