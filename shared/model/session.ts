/**
 * What happens around the canvases: the meetings of a lab with their agenda and how they went, who came, what was noted, and what follows.
 * Plain values, as `shared/doc` reads them out of a lab's document.
 */
import type { ApprovalId, BlockId, InnovationId, NoteId, PartnerId, PhotoId, RewardId, SessionId, UnitId } from './ids.ts'
import type { Approval, TimeZone } from './lab.ts'
import type { StageKey } from './pack.ts'

/** `activity` is done together, `break` is rest, `desks` takes units or innovations one after another at several tables (domain.md 1.3, D4). */
export const blockKinds = ['activity', 'break', 'desks'] as const
export type BlockKind = (typeof blockKinds)[number]
export const turnKinds = ['unit', 'innovation'] as const
export type TurnKind = (typeof turnKinds)[number]

export type SessionBlock = {
  readonly id: BlockId
  readonly order: string
  readonly kind: BlockKind
  readonly title: string
  /** Planned minutes. Of `desks` this is what the turns take together, see `blockMinutes` in shared/rules/session-time.ts. */
  readonly minutes: number
  /** Id of the canvas the teams work on, or empty. */
  readonly canvas: string
  /** Who leads it, as it is called out; usually one of the people of the lab. */
  readonly lead: string
  /** What the facilitator says and does. */
  readonly script: string
  /** What the hall reads on the projector. */
  readonly instruction: string
  /** One step per line; the facilitator ticks them off. */
  readonly steps: string
  /** What must lie ready, one thing per line. */
  readonly materials: string
  /** desks: how many tables work side by side, at least 1 */
  readonly desks: number
  /** desks: minutes of one turn */
  readonly each: number
  /** desks: what comes to a table */
  readonly per: TurnKind
  /** desks: ids of those who come, in order; empty means all of the lab in the lab's order */
  readonly turns: readonly string[]
  /** desks: who sits at each table, in the order of the tables */
  readonly deskLeads: readonly string[]
}

/** How one block went. Times in milliseconds. */
export type BlockRun = {
  /** ISO moment of the first start; empty while it was never begun. */
  readonly firstAt: string
  /** ISO moment of the last end; empty while it runs or was never left. */
  readonly lastAt: string
  /** What it ran in the stretches that are over; the stretch of now is counted from `Run.stayAt`. */
  readonly spentMs: number
  /** Added to (or, negative, taken from) the planned time. */
  readonly extraMs: number
  /** Numbers of the steps ticked, from 0. */
  readonly steps: readonly number[]
  /** Team id → done, where somebody said so by hand. */
  readonly done: Readonly<Record<string, boolean>>
}

/**
 * How a session runs or ran. Nothing here ticks: all times follow from these moments and the present, so a session that was cut
 * off in the middle is at the same place when it is opened again.
 */
export type Run = {
  /** ISO moments; empty while it has not happened. */
  readonly startedAt: string
  readonly endedAt: string
  readonly block: BlockId | null
  /** Since when the present stretch runs; empty while paused, before and after. */
  readonly stayAt: string
  /** Since when it is paused; empty otherwise. */
  readonly pausedAt: string
  /** Last sign of life of the laptop that runs it; tells how long a power cut took. */
  readonly seenAt: string
  /** Stretches in which the laptop was off, oldest first; they are not counted as time of a block. */
  readonly gaps: readonly { readonly from: string; readonly to: string; readonly block: string }[]
  readonly blocks: Readonly<Record<string, BlockRun>>
}

export const attendanceStates = ['hadir', 'izin', 'tidak'] as const
export type AttendanceState = (typeof attendanceStates)[number]
export type Attendance = {
  readonly state: AttendanceState
  /** ISO moment at which it was ticked. */
  readonly at: string
  /** Came without being on the list. */
  readonly walkIn: boolean
}

/** Kept with a session: what the list on screen and in the index needs. */
export type SessionHead = {
  readonly id: SessionId
  readonly title: string
  readonly stage: StageKey
  /** ISO day; empty while no day is set. */
  readonly date: string
  /** `08:30`, in `timeZone`. */
  readonly start: string
  readonly timeZone: TimeZone
  readonly place: string
  /** What the session is for, in a sentence. */
  readonly goal: string
  /** Kept as an example for later sessions; it never takes place itself. */
  readonly template: boolean
  /** Ids of the innovations that work in it; empty means all of the lab. */
  readonly teams: readonly string[]
  readonly createdAt: string
}

export type Session = SessionHead & {
  /** In order. */
  readonly blocks: readonly SessionBlock[]
  readonly run: Run
  /** By person; who is absent here has not been asked. */
  readonly attendance: Readonly<Record<string, Attendance>>
}

export const noteKinds = ['catatan', 'keputusan', 'tindak_lanjut'] as const
export type NoteKind = (typeof noteKinds)[number]

/** A line of the notula: something said, something decided, or something that somebody will do. */
export type Note = {
  readonly id: NoteId
  readonly order: string
  /** Null when it did not come up in a session. */
  readonly session: SessionId | null
  /** Block in which it was written, or empty. */
  readonly block: string
  readonly kind: NoteKind
  readonly text: string
  /** Who will do it, as called; of a follow-up. */
  readonly who: string
  readonly unit: UnitId | null
  readonly innovation: InnovationId | null
  /** ISO day until which it is to be done, or empty. */
  readonly due: string
  /** ISO moment at which it was done, or empty. */
  readonly doneAt: string
  readonly by: string
  readonly at: string
}

export type Photo = {
  readonly id: PhotoId
  readonly order: string
  readonly session: SessionId
  readonly block: string
  /** Attachment name. */
  readonly name: string
  readonly caption: string
  readonly width: number
  readonly height: number
  readonly by: string
  readonly at: string
}

export const partnerDocs = ['mou', 'pks', 'lainnya'] as const
export type PartnerDoc = (typeof partnerDocs)[number]

/** Who works with the region, and under which paper (domain.md 1.9). */
export type Partner = {
  readonly id: PartnerId
  readonly order: string
  readonly name: string
  readonly doc: PartnerDoc
  readonly number: string
  /** ISO days, or empty. */
  readonly date: string
  readonly until: string
  readonly scope: string
  readonly contribution: string
  readonly contact: string
  /** Attachment name of the paper, or empty; and what the file was called. */
  readonly file: string
  readonly fileTitle: string
}

export const rewardKinds = ['piagam', 'insentif', 'dana_stimulan', 'usulan_promosi', 'lainnya'] as const
export type RewardKind = (typeof rewardKinds)[number]
export const rewardTargets = ['unit', 'innovation', 'person'] as const
export type RewardTarget = (typeof rewardTargets)[number]
/** What the secretariat can measure a reward by; each is read off the lab, see shared/rules/rewards.ts. */
export const rewardIndicators = [
  'innovations',
  'stage',
  'launched',
  'monitored',
  'canvases_done',
  'forms_accepted',
  'proposal_words',
  'members',
  'attendance',
  'on_time',
  'adopted',
  'awarded',
] as const
export type RewardIndicator = (typeof rewardIndicators)[number]

/** A kind of recognition and who gets it. The indicators are the secretariat's own; nothing here is a rule of LAN. */
export type Reward = {
  readonly id: RewardId
  readonly order: string
  readonly kind: RewardKind
  readonly title: string
  readonly to: RewardTarget
  /** Rupiah, or null where it is no money. */
  readonly amount: number | null
  /** All must hold. */
  readonly criteria: readonly { readonly indicator: RewardIndicator; readonly atLeast: number }[]
  /** At most so many, the strongest first; null for all that qualify. */
  readonly most: number | null
  /** Ids put on or taken off the list by hand. */
  readonly added: readonly string[]
  readonly left: readonly string[]
  readonly note: string
}

/** One act of the leader that approved many innovations at once; each of them carries its own copy in its gate (domain.md 1.3). */
export type LabApproval = Approval & {
  readonly id: ApprovalId
  readonly stage: StageKey
  readonly innovations: readonly InnovationId[]
  readonly by: string
  readonly at: string
}

/** Everything a lab has beside its programme, units and people. */
export type LabLog = {
  /** By date, then by start. */
  readonly sessions: readonly Session[]
  readonly notes: readonly Note[]
  readonly photos: readonly Photo[]
  readonly partners: readonly Partner[]
  readonly rewards: readonly Reward[]
  /** Oldest first. */
  readonly approvals: readonly LabApproval[]
}
