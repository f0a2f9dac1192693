import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { openWithLab, seeded, stateOf, type Temp, tempFolder, testPorts } from '#test/unit/core/workspace/make.ts'

const kills = 60
const seed = 1945

let temp: Temp
beforeEach(() => {
  temp = tempFolder()
})
afterEach(() => temp.remove())

const script = join(import.meta.dirname, 'child-write.ts')

/** Lets a child save until it has acknowledged `count` saves, kills it at once, and returns the last acknowledged number per document. */
const saveAndKill = async (from: number, count: number): Promise<Map<string, number>> => {
  const child = spawn(process.execPath, [script, temp.folder, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const acknowledged = new Map<string, number>()
  let seen = 0
  // The pipe is read to its end: what the child said before it died counts.
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = '', at = ''] = line.split(' ')
    acknowledged.set(name, Number(at))
    seen += 1
    if (seen === count) child.kill('SIGKILL')
  }
  await gone
  return acknowledged
}

describe('a process killed while it saves', () => {
  it(`leaves every document readable and every acknowledged save in place, ${kills} times`, { timeout: 300_000 }, async () => {
    await (await openWithLab(temp.folder)).close()
    const next = seeded(seed)
    let from = 1000
    let saves = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const acknowledged = await saveAndKill(from, 1 + Math.floor(next() * 30))
      const workspace = await openWorkspace(temp.folder, testPorts())
      const where = `kill ${kill} of seed ${seed}`
      // A child that never saved would prove nothing.
      expect(acknowledged.size, where).toBeGreaterThan(0)
      expect(workspace.readOnly, where).toBe(false)
      const lab = await workspace.readLab('solok')
      const listed = new Map((await workspace.innovations('solok')).map((one) => [one.id, one.toMend]))
      expect(lab?.summary.people, `${where}: lab`).toBeGreaterThanOrEqual(acknowledged.get('lab') ?? 0)
      const people = lab?.summary.people ?? -1
      // Rounds begin at 1000; 96 people are those of the lab as the test laid it.
      if (people !== 96) expect(lab?.state, `${where}: lab`).toEqual(stateOf(people, 300 + (people % 700)))
      for (const id of ['satu', 'dua']) {
        const stored = await workspace.readInnovation('solok', id)
        const at = stored?.summary.toMend ?? 0
        expect(at, `${where}: ${id}`).toBeGreaterThanOrEqual(acknowledged.get(id) ?? 0)
        if (stored !== null) expect(stored.state, `${where}: ${id}`).toEqual(stateOf(at, 500 + (at % 900)))
        expect(listed.get(id), `${where}: index of ${id}`).toBe(stored?.summary.toMend)
        from = Math.max(from, at)
      }
      from = Math.max(from, people)
      expect(workspace.faults(), where).toEqual([])
      await workspace.close()
      saves += acknowledged.size
    }
    console.log(`${kills} kills, seed ${seed}: ${from - 1000} saves begun, last ${saves} acknowledgements checked, none lost`)
  })
})
