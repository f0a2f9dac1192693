/** What was recorded at the gates between stages: the leader's approvals, overrides with their reason, ticks made by hand. */
import type * as Y from 'yjs'
import type { Approval, GateRecord, Innovation } from '#shared/model/lab.ts'
import { type StageKey, stageKeys } from '#shared/model/pack.ts'
import { names } from './names.ts'
import type { Origin } from './origins.ts'
import { assign, flagOf, recordOf, textOf } from './values.ts'

export function setApproval(doc: Y.Doc, stage: StageKey, approval: Approval | null, origin: Origin): void {
  doc.transact(() => {
    const gates = doc.getMap(names.gates)
    if (approval === null) gates.delete(`${stage}/approval`)
    else gates.set(`${stage}/approval`, approval)
  }, origin)
}

export function setOverride(doc: Y.Doc, stage: StageKey, override: GateRecord['override'], origin: Origin): void {
  doc.transact(() => {
    const gates = doc.getMap(names.gates)
    if (override === null) gates.delete(`${stage}/override`)
    else gates.set(`${stage}/override`, override)
  }, origin)
}

export function setTick(doc: Y.Doc, stage: StageKey, key: string, on: boolean, origin: Origin): void {
  doc.transact(() => assign(doc.getMap(names.gates), { [`${stage}/tick/${key}`]: on }), origin)
}

function readApproval(value: unknown): Approval | null {
  if (value === undefined || value === null) return null
  const row = recordOf(value)
  return {
    name: textOf(row.name),
    position: textOf(row.position),
    date: textOf(row.date),
    document: textOf(row.document),
    remark: textOf(row.remark),
    file: textOf(row.file),
  }
}

export function readGates(doc: Y.Doc): Innovation['gates'] {
  const map = doc.getMap(names.gates)
  const gates: Partial<Record<StageKey, GateRecord>> = {}
  for (const stage of stageKeys) {
    const approval = readApproval(map.get(`${stage}/approval`))
    const overridden = recordOf(map.get(`${stage}/override`))
    const prefix = `${stage}/tick/`
    const ticks = Object.fromEntries(
      [...map].filter(([key]) => key.startsWith(prefix)).map(([key, on]) => [key.slice(prefix.length), flagOf(on)]),
    )
    const reason = textOf(overridden.reason)
    const override = reason === '' ? null : { reason, by: textOf(overridden.by), at: textOf(overridden.at) }
    if (approval !== null || override !== null || Object.keys(ticks).length > 0) gates[stage] = { approval, override, ticks }
  }
  return gates
}
