import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import type { OpenLab } from '#core/lab/lab.ts'
import type { CarryStep } from '#shared/api/jilid.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import { makeInnovation, randomInnovation } from '#test/makers/innovation.ts'
import { makeLab, newLab } from '#test/makers/open-lab.ts'

const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
)
const idOf = (id: string): LabId => id as LabId // made by the lab
const on = (open: OpenLab) => createRouterClient(open.router, { context: { reach: 'host', door: 'browser' } })
async function last(steps: AsyncIterable<CarryStep>) {
  const all: CarryStep[] = []
  for await (const step of steps) all.push(step)
  const end = all.at(-1)
  if (end?.state !== 'done') throw new Error('the work did not end')
  return { end, all }
}

async function stand() {
  const open = await makeLab()
  const calls = on(open)
  const { id: lab } = await calls.lab.create({ ...newLab, units: ['Dinas Contoh', 'Kecamatan Contoh'], leaderTitle: 'Wali Kota Contoh' })
  const picture = await open.workspace.putAttachment(lab, png, 'png')
  const unit = (await open.library.lab(idOf(lab)))?.units[0]?.id ?? null
  const { id: _id, lab: _lab, createdAt: _at, ...full } = randomInnovation(7)
  const approval = { name: '', position: 'Wali Kota Contoh', date: '2026-05-05', document: '', remark: '', file: '' }
  const given: Partial<Innovation> & { readonly name: string } = {
    ...full,
    unit,
    stage: 'display',
    launched: true,
    monitored: true,
    startedOn: '2026-02-01',
    gates: { diagnose: { approval, override: null, ticks: {} } },
    reviews: { 'form-ide/tujuan': { state: 'ok', remark: 'Bagus', by: 'Coach', at: '2026-05-05T00:00:00Z', history: [] } },
    rounds: { 'form-ide': [{ kind: 'accepted', by: 'Coach', at: '2026-05-05T00:00:00Z', remark: '' }] },
    trail: makeInnovation().trail,
    attachments: { [picture]: { name: picture, title: 'Foto', type: 'image/png', bytes: png.byteLength, width: 1, height: 1, pages: 0 } },
  }
  const first = await open.library.addInnovation(idOf(lab), given)
  const second = await open.library.addInnovation(idOf(lab), { name: 'DUA', unit })
  return { open, calls, lab, picture, first: first.id, second: second.id }
}
const programme = { year: 2027, jilid: 2, theme: 'Layanan dasar', method: 'lan-5d', people: 'people', stage: 'diagnose' } as const

it('begins the next jilid with units, and innovations that begin again with what was written', async () => {
  const { open, calls, lab, first, second, picture } = await stand()
  const { end, all } = await last(await calls.lab.next({ lab, ...programme, innovations: [first, second] }))
  expect(end).toMatchObject({
    carried: 2,
    failed: [],
    lab: { region: 'Contoh', year: 2027, jilid: 2, method: 'lan-5d', continues: lab, units: 2 },
  })
  expect(all.map((step) => (step.state === 'working' ? [step.done, step.of] : 'done'))).toEqual([[0, 2], [1, 2], [2, 2], 'done'])
  const made = await open.library.lab(idOf(end.lab.id))
  expect(made).toMatchObject({ stage: 'drum_up', deadlines: {}, leader: { title: 'Wali Kota Contoh' }, theme: 'Layanan dasar' })
  const then = await open.library.innovations(idOf(lab))
  const was = then.find(({ id }) => id === first)
  const now = (await open.library.innovations(idOf(end.lab.id))).find(({ carriedFrom }) => carriedFrom?.innovation === first)
  expect(now).toMatchObject({
    stage: 'diagnose',
    carriedFrom: { lab, innovation: first },
    unit: was?.unit,
    startedOn: '2026-02-01',
    launched: false,
    monitored: false,
    gates: {},
    reviews: {},
    rounds: {},
    canvases: was?.canvases,
    proposals: was?.proposals,
    trail: was?.trail,
  })
  expect(Object.keys(now?.canvases ?? {}).length).toBeGreaterThan(3)
  expect(Uint8Array.from((await open.workspace.readAttachment(end.lab.id, picture)) ?? [])).toEqual(png)
  // The lab before is as it was.
  expect(was).toMatchObject({ stage: 'display', launched: true, carriedFrom: null })
})

it('takes the units without the people, or neither', async () => {
  const { open, calls, lab } = await stand()
  const { end } = await last(await calls.lab.next({ lab, ...programme, people: 'none', innovations: [] }))
  expect(await open.library.lab(idOf(end.lab.id))).toMatchObject({ units: [], people: [] })
})

it('brings the rest later, and nothing twice', async () => {
  const { open, calls, lab, first, second } = await stand()
  const { end } = await last(await calls.lab.next({ lab, ...programme, innovations: [first] }))
  const more = await last(await calls.lab.carry({ lab: end.lab.id, innovations: [first, second, 'tidak-ada'], stage: 'drum_up' }))
  expect(more.end).toMatchObject({ carried: 1, failed: [{ innovation: 'tidak-ada', fault: { kind: 'missing' } }] })
  const all = await open.library.summaries(idOf(end.lab.id))
  expect(all.map((one) => [one.carriedFrom?.innovation, one.stage]).sort()).toEqual(
    [
      [first, 'diagnose'],
      [second, 'drum_up'],
    ].sort(),
  )
})

it('keeps what is there when the listener leaves in the middle, and can go on', async () => {
  const { open, calls, lab, first, second } = await stand()
  let seen = 0
  for await (const _step of await calls.lab.next({ lab, ...programme, innovations: [first, second] })) {
    seen += 1
    if (seen === 2) break
  }
  const made = open.workspace.labs().find(({ continues }) => continues === lab)
  if (made === undefined) throw new Error('the lab is missing')
  expect(await open.library.summaries(idOf(made.id))).toHaveLength(1)
  await last(await calls.lab.carry({ lab: made.id, innovations: [first, second], stage: 'diagnose' }))
  expect(await open.library.summaries(idOf(made.id))).toHaveLength(2)
})

it('refuses a lab that goes on from none, and a method nobody has', async () => {
  const { calls, lab, first } = await stand()
  await expect(last(await calls.lab.carry({ lab, innovations: [first], stage: 'diagnose' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(last(await calls.lab.next({ lab, ...programme, method: 'tidak-ada', innovations: [] }))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
