import { expect, it } from 'vitest'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { summaryShape } from '#shared/model/summary.ts'
import { makeLab } from '#test/makers/open-lab.ts'

it('reads a summary that an older Labinov wrote off its document again', async () => {
  const lab = await makeLab()
  const { id } = await lab.addSample()
  const labId = id as LabId // the id of a summary is the id of its lab
  const before = (await lab.library.summaries(labId)).find((one) => one.id === 'langkok')
  const innovation = 'langkok' as InnovationId // an id of the sample
  const stored = await lab.workspace.readInnovation(labId, innovation)
  if (before === undefined || stored === null) throw new Error('the sample has no LANGKOK')
  expect(before.gates.diagnose?.approval?.position).toBe('Wali Kota Solok')
  await lab.workspace.writeInnovation(labId, innovation, {
    state: stored.state,
    summary: { ...before, shape: 1, gates: {}, rounds: {}, urusan: '' },
  })
  const after = (await lab.library.summaries(labId)).find((one) => one.id === 'langkok')
  const again = (await lab.library.summaries(labId)).find((one) => one.id === 'langkok')
  expect(again, 'read once for each time it was saved').toBe(after)
  expect(after).toMatchObject({ shape: summaryShape, gates: before.gates, rounds: before.rounds, urusan: before.urusan })
})

it('tells a lab its sessions in the line of the index', async () => {
  const lab = await makeLab()
  const { sessions } = await lab.addSample()
  expect(sessions.find(({ id }) => id === 'diagnose-2')).toMatchObject({
    state: 'selesai',
    present: 22,
    minutes: 15 + 60 + 60 + 15 + 30 + 90 + 60 + 100,
  })
  expect(sessions.find(({ id }) => id === 'monitoring-2')).toMatchObject({ state: 'rencana', present: 0 })
  expect(sessions.find(({ id }) => id === 'pola-desk')).toMatchObject({ state: 'pola' })
})
