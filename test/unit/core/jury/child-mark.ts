/** Saves a convention and two sheets again and again, side by side, and says after each save which one it was; is killed in the midst of it. */
import { writeSync } from 'node:fs'
import { systemPorts } from '#core/ports.ts'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { conventionOf, sheetAt } from './make.ts'

const workspace = await openWorkspace(process.argv[2] ?? '', systemPorts)
let round = Number(process.argv[3])

const forEver = async (name: string, save: (at: number) => Promise<unknown>): Promise<void> => {
  for (;;) {
    round += 1
    const at = round
    await save(at)
    writeSync(1, `${name} ${at}\n`)
  }
}

await Promise.all([
  forEver('konvensi', (at) => workspace.conventions.write('solok', conventionOf({ place: `Aula ${at}` }))),
  forEver('a', (at) => workspace.conventions.writeSheet('solok', 'konvensi', sheetAt('a', at))),
  forEver('b', (at) => workspace.conventions.writeSheet('solok', 'konvensi', sheetAt('b', at))),
])
