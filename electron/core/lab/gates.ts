/** Acts at a gate for many innovations at once. Each innovation is written by itself: one that fails leaves the others done and named. */
import type * as Y from 'yjs'
import type { Ports } from '#core/ports.ts'
import { isoNow } from '#core/ports.ts'
import type { Sync } from '#core/sync/sync.ts'
import type { GateAnswer, GateBefore, GateMark, MarkAnswer } from '#shared/api/gate.ts'
import { readGates } from '#shared/doc/gates.ts'
import { readFacts, setApproval, setOverride, setTick, snapshotInnovation, writeFacts } from '#shared/doc/innovation.ts'
import { putApproval, readApprovals, removeApproval } from '#shared/doc/log.ts'
import { innovationDocName, labDocName } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type Fault, FaultError } from '#shared/model/faults.ts'
import { type ApprovalId, freshId, type InnovationId, type LabId } from '#shared/model/ids.ts'
import type { Approval, GateRecord, Lab, StageKey } from '#shared/model/lab.ts'
import type { StageDef } from '#shared/model/pack.ts'
import { factsOfInnovation, gateState } from '#shared/rules/gates.ts'
import { methodOf, type Packs } from '#shared/rules/packs.ts'
import { guarded, refuse } from './caller.ts'
import type { Library } from './library.ts'

type GateParts = {
  readonly sync: Sync
  readonly library: Library
  readonly shelf: { readonly packs: Packs }
  readonly ports: Ports
}

type Act = { readonly lab: string; readonly stage: StageKey; readonly innovations: readonly string[]; readonly by: string }
type Change = (doc: Y.Doc) => void

export function gateRoutes({ sync, library, shelf, ports }: GateParts, writable: () => void) {
  async function gateOf({ lab: id, stage }: Pick<Act, 'lab' | 'stage'>): Promise<{ readonly lab: Lab; readonly def: StageDef }> {
    const lab = await library.lab(id as LabId) // checked against the id pattern at the door
    if (lab === null) throw refuse('NOT_FOUND', 'lab', id)
    const def = methodOf(shelf.packs, lab.method)?.stages.find(({ key }) => key === stage)
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
      await sync.edit(innovationDocName(lab.id, id), (doc) => {
        const { stage } = readFacts(doc)
        const gate = copyOf(readGates(doc)[def.key])
        if (change !== null) change(doc)
        const mayMove = goOn && stage === def.key && def.gate.opens !== undefined
        const moves = mayMove && gateState(def, factsOfInnovation(snapshotInnovation(doc, id, lab.id)), lab).passable
        if (change === null && !moves) return
        before = { innovation: id, stage, gate }
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

  async function resume(input: { readonly lab: string; readonly record: string; readonly goOn: boolean }): Promise<GateAnswer> {
    const id = input.lab as LabId // checked against the id pattern at the door
    const record = ((await sync.read(labDocName(id), readApprovals)) ?? []).find((one) => one.id === input.record)
    if (record === undefined) throw refuse('NOT_FOUND', 'lab', input.record)
    const { name, position, date, document, remark, file, stage } = record
    const gate = await gateOf({ lab: input.lab, stage })
    const there = new Map((await library.summaries(id)).map((one) => [one.id, one]))
    const lacking = record.innovations.filter((one) => {
      const summary = there.get(one)
      return summary !== undefined && !summary.archived && (summary.gates[stage]?.approval ?? null) === null
    })
    const change: Change = (doc) => setApproval(doc, stage, { name, position, date, document, remark, file }, byPerson)
    // Undoing this leaves the record in the log: it was there before.
    return { record: null, ...(await act(gate, lacking, change, input.goOn)) }
  }

  async function mark(input: Act & { readonly mark: GateMark; readonly on: boolean }): Promise<MarkAnswer> {
    const { lab } = await gateOf(input)
    const answer: { done: string[]; failed: { innovation: string; fault: Fault }[] } = { done: [], failed: [] }
    for (const one of new Set(input.innovations)) {
      try {
        const id = one as InnovationId // checked against the id pattern at the door
        let changed = false
        await sync.edit(innovationDocName(lab.id, id), (doc) => {
          changed = isMarked(doc, input.stage, input.mark) !== input.on
          if (!changed) return
          if (input.mark.what === 'line') setTick(doc, input.stage, input.mark.key, input.on, byPerson)
          else writeFacts(doc, { [input.mark.what]: input.on }, byPerson)
        })
        if (changed) answer.done.push(one)
      } catch (why) {
        answer.failed.push({ innovation: one, fault: faultOf(why, one) })
      }
    }
    return answer
  }

  return {
    resume: guarded.gate.resume.handler(({ input }) => {
      writable()
      return resume(input)
    }),
    mark: guarded.gate.mark.handler(({ input }) => {
      writable()
      return mark(input)
    }),
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
      let failure: unknown
      for (const before of input.before) {
        const id = before.innovation as InnovationId // checked against the id pattern at the door
        try {
          await sync.edit(innovationDocName(lab.id, id), (doc) => putBack(doc, input.stage, before))
        } catch (why) {
          // One that cannot be written keeps none of the others from going back.
          failure ??= why
        }
      }
      // The record stays as long as some innovation still stands on it.
      if (failure !== undefined) throw failure
      const { record } = input
      // A record of the log is named by the id it was given above.
      if (record !== null) await sync.edit(labDocName(lab.id), (doc) => removeApproval(doc, record as ApprovalId, byPerson))
      return {}
    }),
  }
}

function putBack(doc: Y.Doc, stage: StageKey, before: GateBefore): void {
  writeFacts(doc, { stage: before.stage }, byPerson)
  setApproval(doc, stage, before.gate?.approval ?? null, byPerson)
  setOverride(doc, stage, before.gate?.override ?? null, byPerson)
}

const isMarked = (doc: Y.Doc, stage: StageKey, mark: GateMark): boolean =>
  mark.what === 'line' ? readGates(doc)[stage]?.ticks[mark.key] === true : readFacts(doc)[mark.what]

const copyOf = (gate: GateRecord | undefined): GateBefore['gate'] => (gate === undefined ? null : { ...gate, ticks: { ...gate.ticks } })

const faultOf = (why: unknown, id: string): Fault =>
  why instanceof FaultError ? why.fault : { kind: 'io', file: id, detail: why instanceof Error ? why.message : String(why) }
