/** Saves three documents again and again, side by side, and says after each save which one it was; is killed in the midst of it. */
import { writeSync } from 'node:fs'
import { systemPorts } from '#core/ports.ts'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { innovationSummaryOf, labSummaryOf, stateOf } from '#test/unit/core/workspace/make.ts'

const workspace = await openWorkspace(process.argv[2] ?? '', systemPorts)
let round = Number(process.argv[3])

const forEver = async (name: string, save: (at: number) => Promise<void>): Promise<void> => {
  for (;;) {
    round += 1
    const at = round
    await save(at)
    writeSync(1, `${name} ${at}\n`)
  }
}

const innovation = (id: string): Promise<void> =>
  forEver(id, (at) =>
    workspace.writeInnovation('solok', id, { summary: innovationSummaryOf({ id, toMend: at }), state: stateOf(at, 500 + (at % 900)) }),
  )

await Promise.all([
  innovation('satu'),
  innovation('dua'),
  forEver('lab', (at) => workspace.writeLab('solok', { summary: labSummaryOf({ people: at }), state: stateOf(at, 300 + (at % 700)) })),
])
