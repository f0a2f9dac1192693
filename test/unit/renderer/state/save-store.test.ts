import { expect, it } from 'vitest'
import type { Fault } from '#shared/model/faults.ts'
import { type DocSaving, foldSaving, freshSaving, quietMs, type Saving } from '../../../../renderer/state/save-store.ts'

const saving = (docs: Readonly<Record<string, Partial<DocSaving>>>, over: Partial<Saving> = {}): Saving => ({
  connected: true,
  readOnly: false,
  docs: Object.fromEntries(Object.entries(docs).map(([name, doc]) => [name, { ...freshSaving(), ...doc }])),
  ...over,
})
const full: Fault = { kind: 'disk_full', file: 'labs/a/lab.json', detail: 'ENOSPC' }

it('says saved only when every change of every document is kept', () => {
  expect(foldSaving(saving({ a: { made: 3, kept: 3 }, b: {} }), 0).kind).toBe('saved')
  expect(foldSaving(saving({ a: { made: 3, kept: 3 }, b: { made: 1, kept: 0, since: 0 } }), 0).kind).not.toBe('saved')
})

it('draws no spinner for a change younger than the quiet time, and does not call it saved', () => {
  const one = saving({ a: { made: 1, kept: 0, since: 1000 } })
  expect(foldSaving(one, 1000 + quietMs - 1).kind).toBe('pending')
  expect(foldSaving(one, 1000 + quietMs).kind).toBe('saving')
})

it('goes by the oldest change that waits', () => {
  expect(foldSaving(saving({ a: { made: 1, since: 0 }, b: { made: 1, since: 5000 } }), 5000).kind).toBe('saving')
})

it('counts what waits while the connection is lost', () => {
  expect(foldSaving(saving({ a: { made: 5, kept: 3 }, b: { made: 1, kept: 0 } }, { connected: false }), 0)).toEqual({
    kind: 'offline',
    waiting: 3,
  })
})

it('puts a failed write before everything else', () => {
  expect(foldSaving(saving({ a: { fault: full }, b: { made: 1 } }, { connected: false, readOnly: true }), 0)).toEqual({
    kind: 'failed',
    fault: full,
  })
})

it('says read-only when the workspace or one document is', () => {
  expect(foldSaving(saving({}, { readOnly: true }), 0).kind).toBe('readOnly')
  expect(foldSaving(saving({ a: { readOnly: true } }), 0).kind).toBe('readOnly')
})
