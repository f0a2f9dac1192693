/** Whether an innovation may leave a stage. Two gates need the leader's approval; the others are checklists (domain.md 1.3, 7.3). */
import type { Approval, CanvasState, GateRecord, Innovation, Lab, StageKey } from '../model/lab.ts'
import type { Gate, GateCheck, StageDef } from '../model/pack.ts'
import type { InnovationSummary } from '../model/summary.ts'

export type GateItem = {
  readonly key: string
  readonly label: Gate['items'][number]['label']
  readonly done: boolean
  /** Ticked by hand; the others are read off the innovation and cannot be ticked. */
  readonly manual: boolean
}

export type GateState = {
  readonly kind: Gate['kind']
  readonly passable: boolean
  readonly items: readonly GateItem[]
  /** Keys of the lines that are not done. */
  readonly missing: readonly string[]
  readonly approval: Approval | null
  /** What the record of the approval still lacks; empty for a checklist. `document` is wished for and does not close the gate. */
  readonly approvalLacks: readonly ('who' | 'when' | 'document')[]
  /** Whose approval it is, such as `Wali Kota Solok`; empty for a checklist. */
  readonly approver: string
  readonly override: GateRecord['override']
  /** Only a checklist may be passed with a reason. */
  readonly mayOverride: boolean
  readonly opens: StageKey | null
}

/** What a gate has to know of an innovation; both the whole of it and its line in the index can tell. */
export type GateFacts = {
  readonly record: (stage: StageKey) => GateRecord | undefined
  readonly canvas: (id: string) => CanvasState
  readonly members: number
  readonly begun: (form: string) => boolean
  readonly launched: boolean
  readonly monitored: boolean
}

export const factsOfInnovation = (innovation: Innovation): GateFacts => ({
  record: (stage) => innovation.gates[stage],
  canvas: (id) => innovation.canvases[id]?.state ?? 'belum',
  members: innovation.members.filter((member) => member.name.trim() !== '').length,
  begun: (form) => Object.values(innovation.proposals[form]?.sections ?? {}).some((section) => (section.content?.length ?? 0) > 0),
  launched: innovation.launched,
  monitored: innovation.monitored,
})

export const factsOfSummary = (summary: InnovationSummary): GateFacts => ({
  record: (stage) => summary.gates[stage],
  canvas: (id) => summary.canvases[id] ?? 'belum',
  members: summary.members,
  begun: (form) => (summary.words[form] ?? 0) > 0,
  launched: summary.launched,
  monitored: summary.monitored,
})

/**
 * The gate at the end of `stage`, for one innovation.
 * An approval gate is passable exactly when it is recorded who approved and when, whatever else is ticked: its checklist only reminds.
 * A checklist gate is passable when every line is done, or when somebody wrote down why not.
 */
export function gateState(stage: StageDef, facts: GateFacts, lab: Pick<Lab, 'leader'>): GateState {
  const { gate } = stage
  const record = facts.record(stage.key)
  const ticks = record?.ticks ?? {}
  const items = gate.items.map(({ key, label, check }): GateItem => {
    const manual = check.type === 'manual'
    return { key, label, manual, done: manual ? ticks[key] === true : holds(check, facts) }
  })
  const missing = items.filter((item) => !item.done).map((item) => item.key)
  const approval = record?.approval ?? null
  const lacks = gate.kind === 'approval' ? lackingIn(approval) : []
  const override = gate.kind === 'checklist' && record?.override?.reason.trim() ? record.override : null
  const passable = gate.kind === 'approval' ? lacks.every((lack) => lack === 'document') : missing.length === 0 || override !== null
  return {
    kind: gate.kind,
    passable,
    items,
    missing,
    approval,
    approvalLacks: lacks,
    approver: gate.kind === 'approval' ? lab.leader.title : '',
    override,
    mayOverride: gate.kind === 'checklist',
    opens: gate.opens ?? null,
  }
}

function lackingIn(approval: Approval | null): readonly ('who' | 'when' | 'document')[] {
  if (approval === null) return ['who', 'when', 'document']
  const lacks: ('who' | 'when' | 'document')[] = []
  if (approval.name.trim() === '' && approval.position.trim() === '') lacks.push('who')
  if (approval.date.trim() === '') lacks.push('when')
  if (approval.document.trim() === '' && approval.file === '') lacks.push('document')
  return lacks
}

function holds(check: Exclude<GateCheck, { type: 'manual' }>, facts: GateFacts): boolean {
  switch (check.type) {
    case 'canvas_done':
      return facts.canvas(check.canvas) === 'selesai'
    case 'canvas_started':
      return facts.canvas(check.canvas) !== 'belum'
    case 'members':
      return facts.members >= check.atLeast
    case 'proposal_started':
      return facts.begun(check.form)
    case 'launched':
    case 'monitored':
      return facts[check.type]
    default:
      return never(check)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown check ${JSON.stringify(value)}`)
}
