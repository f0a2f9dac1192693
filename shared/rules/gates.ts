/** Whether an innovation may leave a stage. Two gates need the leader's approval; the others are checklists (domain.md 1.3, 7.3). */
import type { Approval, GateRecord, Innovation, Lab, StageKey } from '../model/lab.ts'
import type { Gate, GateCheck, StageDef } from '../model/pack.ts'

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

/**
 * The gate at the end of `stage`, for one innovation.
 * An approval gate is passable exactly when it is recorded who approved and when, whatever else is ticked: its checklist only reminds.
 * A checklist gate is passable when every line is done, or when somebody wrote down why not.
 */
export function gateState(stage: StageDef, innovation: Innovation, lab: Pick<Lab, 'leader'>): GateState {
  const { gate } = stage
  const record = innovation.gates[stage.key]
  const ticks = record?.ticks ?? {}
  const items = gate.items.map(({ key, label, check }): GateItem => {
    const manual = check.type === 'manual'
    return { key, label, manual, done: manual ? ticks[key] === true : holds(check, innovation) }
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

function holds(check: Exclude<GateCheck, { type: 'manual' }>, innovation: Innovation): boolean {
  switch (check.type) {
    case 'canvas_done':
      return innovation.canvases[check.canvas]?.state === 'selesai'
    case 'canvas_started': {
      const canvas = innovation.canvases[check.canvas]
      return canvas !== undefined && canvas.state !== 'belum'
    }
    case 'members':
      return innovation.members.filter((member) => member.name.trim() !== '').length >= check.atLeast
    case 'proposal_started':
      return Object.values(innovation.proposals[check.form]?.sections ?? {}).some((section) => (section.content?.length ?? 0) > 0)
    default:
      return never(check)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown check ${JSON.stringify(value)}`)
}
