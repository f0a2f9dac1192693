/** Acts at a gate for many innovations at once. Each innovation is written by itself: one that fails leaves the others done and named. */
import type { Ports } from '#core/ports.ts'
import { isoNow } from '#core/ports.ts'
import type { Sync } from '#core/sync/sync.ts'
import type { GateAnswer, GateBefore } from '#shared/api/gate.ts'
import { setApproval, setOverride, setTick, snapshotInnovation, writeFacts } from '#shared/doc/innovation.ts'
import { putApproval, removeApproval } from '#shared/doc/log.ts'
import { innovationDocName, labDocName } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type Fault, FaultError } from '#shared/model/faults.ts'
import { type ApprovalId, freshId, type InnovationId, type LabId } from '#shared/model/ids.ts'
import type { Approval, GateRecord, Innovation, Lab, StageKey } from '#shared/model/lab.ts'
import type { StageDef } from '#shared/model/pack.ts'
import { factsOfInnovation, gateState } from '#shared/rules/gates.ts'
import { methodOf, type Packs } from '#shared/rules/packs.ts'
import { guarded, refuse } from './caller.ts'
import type { Library } from './library.ts'

type GateParts = {
  readonly sync: Sync
  readonly library: Library
  readonly loaded: { readonly packs: Packs }
  readonly ports: Ports
}

type Act = { readonly lab: string; readonly stage: StageKey; readonly innovations: readonly string[]; readonly by: string }
type Change = (doc: Parameters<typeof setApproval>[0], innovation: Innovation) => void

export function gateRoutes({ sync, library, loaded, ports }: GateParts, writable: () => void) {
  async function gateOf({ lab: id, stage }: Pick<Act, 'lab' | 'stage'>): Promise<{ readonly lab: Lab; readonly def: StageDef }> {
    const lab = await library.lab(id as LabId) // checked against the id pattern at the door
    if (lab === null) throw refuse('NOT_FOUND', 'lab', id)
    const def = methodOf(loaded.packs, lab.method)?.stages.find(({ key }) => key === stage)
    if (def === undefined) throw refuse('NOT_FOUND', 'pack', lab.method)
    return { lab, def }
  }

  /** Writes `change` into each innovation and, where wanted and allowed, moves it on to the stage the gate opens. */
  async function act({ lab, def }: { lab: Lab; def: StageDef }, ids: readonly string[], change: Change | null, goOn: boolean) {
    const answer: { done: GateBefore[]; held: string[]; failed: { innovation: string; fault: Fault }[] } = {
      done: [],
      held: [],
      failed: [],
    }
    for (const id of new Set(ids)) {
      try {
        const before = await actOn(id as InnovationId) // checked against the id pattern at the door
        if (before === null) answer.held.push(id)
        else answer.done.push(before)
      } catch (why) {
        answer.failed.push({ innovation: id, fault: faultOf(why, id) })
      }
    }
    return answer

    async function actOn(id: InnovationId): Promise<GateBefore | null> {
      let before: GateBefore | null = null
      if ((await library.innovation(lab.id, id)) === null)
        throw new FaultError({ kind: 'missing', file: innovationDocName(lab.id, id), detail: 'no such innovation' })
      await sync.edit(innovationDocName(lab.id, id), (doc) => {
        const was = snapshotInnovation(doc, id, lab.id)
        if (change !== null) change(doc, was)
        const now = change === null ? was : snapshotInnovation(doc, id, lab.id)
        const moves = goOn && now.stage === def.key && def.gate.opens !== undefined && gateState(def, factsOfInnovation(now), lab).passable
        if (change === null && !moves) return
        before = { innovation: id, stage: was.stage, gate: copyOf(was.gates[def.key]) }
        if (moves && def.gate.opens !== undefined) writeFacts(doc, { stage: def.gate.opens }, byPerson)
      })
      return before
    }
  }

  async function approve(input: Act & { readonly approval: Approval; readonly goOn: boolean }): Promise<GateAnswer> {
    const gate = await gateOf(input)
    const record: ApprovalId = freshId(ports.random)
    // The record comes first: cut off in the middle, it still names everything the leader approved, and what is missing can be gone on with.
    await sync.edit(labDocName(gate.lab.id), (doc) =>
      putApproval(
        doc,
        record,
        {
          ...input.approval,
          stage: input.stage,
          innovations: input.innovations as readonly InnovationId[], // checked against the id pattern at the door
          by: input.by,
          at: isoNow(ports.clock),
        },
        byPerson,
      ),
    )
    const change: Change = (doc) => setApproval(doc, input.stage, input.approval, byPerson)
    return { record, ...(await act(gate, input.innovations, change, input.goOn)) }
  }

  return {
    approve: guarded.gate.approve.handler(({ input }) => {
      writable()
      return approve(input)
    }),
    override: guarded.gate.override.handler(async ({ input }): Promise<GateAnswer> => {
      writable()
      const gate = await gateOf(input)
      const override = { reason: input.reason, by: input.by, at: isoNow(ports.clock) }
      const change: Change = (doc) => setOverride(doc, input.stage, override, byPerson)
      return { record: null, ...(await act(gate, input.innovations, change, input.goOn)) }
    }),
    pass: guarded.gate.pass.handler(async ({ input }): Promise<GateAnswer> => {
      writable()
      return { record: null, ...(await act(await gateOf(input), input.innovations, null, true)) }
    }),
    putBack: guarded.gate.putBack.handler(async ({ input }) => {
      writable()
      const { lab } = await gateOf(input)
      for (const before of input.before) {
        const id = before.innovation as InnovationId // checked against the id pattern at the door
        await sync.edit(innovationDocName(lab.id, id), (doc) => {
          writeFacts(doc, { stage: before.stage }, byPerson)
          setApproval(doc, input.stage, before.gate?.approval ?? null, byPerson)
          setOverride(doc, input.stage, before.gate?.override ?? null, byPerson)
          for (const [key, on] of Object.entries(before.gate?.ticks ?? {})) setTick(doc, input.stage, key, on, byPerson)
        })
      }
      const { record } = input
      // A record of the log is named by the id it was given above.
      if (record !== null) await sync.edit(labDocName(lab.id), (doc) => removeApproval(doc, record as ApprovalId, byPerson))
      return {}
    }),
  }
}

const copyOf = (gate: GateRecord | undefined): GateBefore['gate'] => (gate === undefined ? null : { ...gate, ticks: { ...gate.ticks } })

const faultOf = (why: unknown, id: string): Fault =>
  why instanceof FaultError ? why.fault : { kind: 'io', file: id, detail: why instanceof Error ? why.message : String(why) }
