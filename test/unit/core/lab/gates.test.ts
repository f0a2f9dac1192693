import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import type { OpenLab } from '#core/lab/lab.ts'
import { putApproval, readApprovals } from '#shared/doc/log.ts'
import { labDocName } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ApprovalId, InnovationId, LabId } from '#shared/model/ids.ts'
import type { StageKey } from '#shared/model/pack.ts'
import { makeLab, newLab, tempFolder } from '#test/makers/open-lab.ts'

const approval = { name: '', position: 'Wali Kota Contoh', date: '2026-05-05', document: 'SK 1', remark: 'Sebagian', file: '' }
const at = '2026-05-06T01:00:00.000Z'

/** A lab with as many innovations at a stage as wanted. */
async function stand(count: number, stage: StageKey = 'diagnose', folder?: string) {
  const clock = {
    clock: () => Date.parse(at),
    random: (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    log: () => undefined,
  } // a plain buffer
  const open = await makeLab({ ports: clock, ...(folder === undefined ? {} : { folder }) })
  const lab = await on(open).lab.create({ ...newLab, leaderTitle: 'Wali Kota Contoh' })
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) ids.push((await open.library.addInnovation(idOf(lab.id), { name: `INOVASI ${n + 1}`, stage })).id)
  return { open, calls: on(open), lab: lab.id, ids }
}
const on = (open: OpenLab) => createRouterClient(open.router, { context: { reach: 'host', door: 'browser' } })
const idOf = (id: string): LabId => id as LabId // made by the lab
const records = (open: OpenLab, lab: string) => open.sync.read(labDocName(idOf(lab)), readApprovals)
const stages = async (open: OpenLab, lab: string, ids: readonly string[]) => {
  const all = await open.library.summaries(idOf(lab))
  return ids.map((id) => all.find((one) => one.id === id)?.stage)
}

it('records one approval for forty innovations, in the log and in each, and moves them on', async () => {
  const { open, calls, lab, ids } = await stand(40)
  const answer = await calls.gate.approve({ lab, stage: 'diagnose', innovations: ids, by: 'Rina', approval, goOn: true })
  expect(answer.done.map(({ innovation }) => innovation)).toEqual(ids)
  expect(answer).toMatchObject({ held: [], failed: [] })
  expect(await records(open, lab)).toEqual([{ ...approval, id: answer.record, stage: 'diagnose', innovations: ids, by: 'Rina', at }])
  expect(new Set(await stages(open, lab, ids))).toEqual(new Set(['design']))
  for (const one of await open.library.summaries(idOf(lab))) expect(one.gates.diagnose?.approval).toEqual(approval)
})

it('is still there when the lab is opened again', async () => {
  const folder = await tempFolder()
  const { open, calls, lab, ids } = await stand(3, 'diagnose', folder)
  await calls.gate.approve({ lab, stage: 'diagnose', innovations: ids, by: '', approval, goOn: false })
  await open.close()
  const again = await makeLab({ folder })
  expect((await records(again, lab))?.map(({ innovations }) => innovations)).toEqual([ids])
  expect(await stages(again, lab, ids)).toEqual(['diagnose', 'diagnose', 'diagnose'])
  expect((await again.library.summaries(idOf(lab))).every((one) => one.gates.diagnose?.approval?.document === 'SK 1')).toBe(true)
})

it('puts back what an approval did: stages, gates, and the record', async () => {
  const { open, calls, lab, ids } = await stand(3)
  const first = await calls.gate.approve({ lab, stage: 'diagnose', innovations: ids.slice(0, 1), by: '', approval, goOn: false })
  const answer = await calls.gate.approve({
    lab,
    stage: 'diagnose',
    innovations: ids,
    by: '',
    approval: { ...approval, document: 'SK 2' },
    goOn: true,
  })
  await calls.gate.putBack({ lab, stage: 'diagnose', record: answer.record, before: answer.done })
  expect(await stages(open, lab, ids)).toEqual(['diagnose', 'diagnose', 'diagnose'])
  const all = await open.library.summaries(idOf(lab))
  expect(ids.map((id) => all.find((one) => one.id === id)?.gates.diagnose?.approval?.document)).toEqual(['SK 1', undefined, undefined])
  expect((await records(open, lab))?.map(({ id }) => id)).toEqual([first.record])
})

it('names an innovation that is not there and does the others', async () => {
  const { calls, lab, ids } = await stand(2)
  const answer = await calls.gate.approve({ lab, stage: 'diagnose', innovations: ['tidak-ada', ...ids], by: '', approval, goOn: true })
  expect(answer.done.map(({ innovation }) => innovation)).toEqual(ids)
  expect(answer.failed).toMatchObject([{ innovation: 'tidak-ada', fault: { kind: 'missing' } }])
})

it('approves a late idea without moving one that went further', async () => {
  const { open, calls, lab, ids } = await stand(1, 'deliver')
  const answer = await calls.gate.approve({ lab, stage: 'diagnose', innovations: ids, by: '', approval, goOn: true })
  expect(answer.done).toHaveLength(1)
  expect(await stages(open, lab, ids)).toEqual(['deliver'])
})

it('holds what lacks an approval, and never lets a reason stand for it', async () => {
  const { open, calls, lab, ids } = await stand(2)
  const reasoned = await calls.gate.override({ lab, stage: 'diagnose', innovations: ids, by: 'Rina', reason: 'Rapat ditunda', goOn: true })
  expect(reasoned.done).toHaveLength(2)
  const passed = await calls.gate.pass({ lab, stage: 'diagnose', innovations: ids, by: '' })
  expect(passed).toMatchObject({ done: [], held: ids })
  expect(await stages(open, lab, ids)).toEqual(['diagnose', 'diagnose'])
})

it('passes a checklist with a written reason, which is kept', async () => {
  const { open, calls, lab, ids } = await stand(2, 'drum_up')
  expect(await calls.gate.pass({ lab, stage: 'drum_up', innovations: ids, by: '' })).toMatchObject({ held: ids })
  await calls.gate.override({ lab, stage: 'drum_up', innovations: ids, by: 'Rina', reason: 'Pimpinan menyusul', goOn: true })
  expect(await stages(open, lab, ids)).toEqual(['diagnose', 'diagnose'])
  const [one] = await open.library.summaries(idOf(lab))
  expect(one?.gates.drum_up?.override).toEqual({ reason: 'Pimpinan menyusul', by: 'Rina', at })
})

it('goes on with an approval that was cut off, only where it is missing', async () => {
  const { open, calls, lab, ids } = await stand(3)
  const done = await calls.gate.approve({ lab, stage: 'diagnose', innovations: ids.slice(0, 1), by: '', approval, goOn: true })
  const record = 'terputus' as ApprovalId // an id as any
  const innovations = ids as unknown as InnovationId[] // made by the lab
  await open.sync.edit(labDocName(idOf(lab)), (doc) =>
    putApproval(doc, record, { ...approval, document: 'SK 9', stage: 'diagnose', innovations, by: '', at }, byPerson),
  )
  const answer = await calls.gate.resume({ lab, record, goOn: true })
  expect(answer.done.map(({ innovation }) => innovation)).toEqual(ids.slice(1))
  expect(await stages(open, lab, ids)).toEqual(['design', 'design', 'design'])
  const all = await open.library.summaries(idOf(lab))
  expect(ids.map((id) => all.find((one) => one.id === id)?.gates.diagnose?.approval?.document)).toEqual(['SK 1', 'SK 9', 'SK 9'])
  expect((await calls.gate.resume({ lab, record, goOn: true })).done).toEqual([])
  await calls.gate.putBack({ lab, stage: 'diagnose', record: answer.record, before: answer.done })
  expect((await records(open, lab))?.map(({ id }) => id).sort()).toEqual([done.record, record].sort())
})

it('ticks launching and monitoring apart, tells which stood otherwise, and unticks only those', async () => {
  const { open, calls, lab, ids } = await stand(3, 'deliver')
  const mark = { lab, stage: 'deliver', by: '', mark: { what: 'launched' } } as const
  await calls.gate.mark({ ...mark, innovations: ids.slice(0, 1), on: true })
  const answer = await calls.gate.mark({ ...mark, innovations: ids, on: true })
  expect(answer.done).toEqual(ids.slice(1))
  await calls.gate.mark({ ...mark, innovations: answer.done, on: false })
  const all = await open.library.summaries(idOf(lab))
  expect(ids.map((id) => all.find((one) => one.id === id)?.launched)).toEqual([true, false, false])
  expect(all.some((one) => one.monitored)).toBe(false)
})

it('ticks a line of the checklist for many', async () => {
  const { open, calls, lab, ids } = await stand(2, 'drum_up')
  await calls.gate.mark({ lab, stage: 'drum_up', innovations: ids, by: '', mark: { what: 'line', key: 'komitmen_pimpinan' }, on: true })
  const all = await open.library.summaries(idOf(lab))
  expect(all.map((one) => one.gates.drum_up?.ticks)).toEqual([{ komitmen_pimpinan: true }, { komitmen_pimpinan: true }])
})
