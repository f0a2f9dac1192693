import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { openWithLab, seeded, tempFolder, testPorts } from '#test/unit/core/workspace/make.ts'
import { conventionOf, sheetAt } from './make.ts'

const kills = 12
const seed = 1945
const script = join(import.meta.dirname, 'child-mark.ts')

/** Lets a child save until it has acknowledged `count` saves, kills it at once, and returns the last acknowledged number of each file. */
async function saveAndKill(folder: string, from: number, count: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [script, folder, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const acknowledged = new Map<string, number>()
  let seen = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = '', at = ''] = line.split(' ')
    acknowledged.set(name, Number(at))
    seen += 1
    if (seen === count) child.kill('SIGKILL')
  }
  await gone
  return acknowledged
}

it(`a process killed while it saves leaves every sheet and the convention whole, ${kills} times (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const temp = tempFolder()
  onTestFinished(() => temp.remove())
  await (await openWithLab(temp.folder)).close()
  const judges = ['a', 'b']
  const next = seeded(seed)
  let from = 1000
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await saveAndKill(temp.folder, from, 3 + Math.floor(next() * 20))
    const where = `kill ${kill} of seed ${seed}`
    const workspace = await openWorkspace(temp.folder, testPorts())
    const open = await workspace.conventions.open('solok', 'konvensi')
    const place = Number(open?.convention.place.split(' ')[1])
    expect(place, where).toBeGreaterThanOrEqual(acknowledged.get('konvensi') ?? 0)
    expect(open?.convention, where).toEqual(conventionOf({ place: `Aula ${place}` }))
    from = Math.max(from, place)
    for (const [nth, judge] of judges.entries()) {
      const sheet = open?.sheets[nth]
      const at = sheet?.marks[0]?.value ?? 0
      expect(at, `${where}: ${judge}`).toBeGreaterThanOrEqual(acknowledged.get(judge) ?? 0)
      if (at > 0) expect(sheet, `${where}: ${judge}`).toEqual(sheetAt(judge, at))
      from = Math.max(from, at)
    }
    expect(workspace.faults(), where).toEqual([])
    const folder = join(temp.folder, 'labs', 'solok', 'conventions', 'konvensi')
    const left = [...(await readdir(folder)), ...(await readdir(join(folder, 'sheets')))]
    expect(
      left.filter((name) => name.endsWith('.draft')),
      where,
    ).toEqual([])
    await workspace.close()
  }
})
