/** Three people at one canvas over the real door, at once, with cables pulled and put back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { innovationDocName } from '#shared/doc/names.ts'
import { gridDef, matrixDef } from '#shared/model/canvas-def.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { nodesOf, treeOf } from '#shared/rules/tree.ts'
import { seeded } from '#test/makers/innovation.ts'
import { labParts, makeServed, newLab, tempFolder } from '#test/makers/open-lab.ts'
import { joinOver } from '#test/makers/peer.ts'
import { boardStorm, type Dice, diceOf, formStorm, gridStorm, matrixStorm, type Storm, treeStorm } from './canvas-acts.ts'
import { canvasOf, marksOf, ownedBy, type Person, sitDown } from './canvas-people.ts'

const seed = Number(process.env.LABINOV_SEED ?? 1945)
/** Of all three together, on each kind. */
const acts = 900
const people = ['rina', 'afdal', 'siti'] as const

const yaml = (id: string): unknown =>
  parse(readFileSync(join(labParts.templatesFolder, 'packs/kanvas-dasar/canvases', `${id}.yaml`), 'utf8'))

const storms: readonly Storm[] = [
  boardStorm,
  treeStorm,
  gridStorm(gridDef.parse(yaml('usg'))),
  matrixStorm(matrixDef.parse(yaml('pengaruh-kepentingan'))),
  formStorm,
]

/** Everybody who is on the line has what everybody else on the line did. */
async function exchange(on: readonly Person[]): Promise<void> {
  // The first answer says that the door has it all; the second comes behind what it passed on.
  for (let round = 0; round < 2; round += 1) await Promise.all(on.map(({ peer }) => peer.saved()))
}

const marksOfOthers = (person: Person, all: readonly Person[]) => all.filter((one) => one !== person).map((one) => marksOf(one, person))

function step(storm: Storm, person: Person, all: readonly Person[], dice: Dice, counts: Record<string, number>): void {
  const others = marksOfOthers(person, all)
  const what = dice.next()
  const kind = what < 0.5 ? 'own' : what < 0.75 ? 'shared' : what < 0.92 ? 'undo' : 'redo'
  counts[kind] = (counts[kind] ?? 0) + 1
  if (kind === 'own') storm.own(person, dice)
  else if (kind === 'shared') storm.shared(person, dice)
  else if (kind === 'undo') for (let n = 1 + dice.below(4); n > 0; n -= 1) person.undo.undo()
  else person.undo.redo()
  // To write over a value of somebody else is what sharing is, and to take that back gives him his value again; to lose him one is not.
  if (kind !== 'shared' && kind !== 'redo') expect(marksOfOthers(person, all), `${person.name}: ${kind}`).toMatchObject(others)
}

function expectWhole(storm: Storm, person: Person): void {
  if (storm.def !== 'pohon-masalah') return
  const { items } = canvasOf(person)
  const tree = treeOf(items)
  const shown = [...(tree.core === null ? [] : [tree.core.id]), ...nodesOf([...tree.effects, ...tree.causes]).map(({ item }) => item.id)]
  expect([...shown].sort()).toEqual(items.map(({ id }) => id).sort())
}

describe(`three people at one canvas, ${acts} acts, seed ${seed}`, () => {
  it.each(storms)('$def: all end equal, and nobody’s undo touches what another did', { timeout: 240_000 }, async (storm) => {
    const dice = diceOf(seeded(seed))
    const folder = await tempFolder()
    const served = await makeServed({ folder })
    const calls = createRouterClient(served.lab.router, { context: { reach: 'host', door: 'browser' } })
    const lab = (await calls.lab.create(newLab)).id
    const innovation = (await calls.innovation.create({ lab, name: 'Badai' })).id
    const name = innovationDocName(lab as LabId, innovation as InnovationId) // ids that the lab gave
    const all: Person[] = []
    for (const [at, who] of people.entries()) all.push(sitDown(await joinOver(served, name), storm.def, who, at))
    const [rina] = all as [Person, ...Person[]] // three, by the list above
    storm.lay(rina)
    await exchange(all)

    const away = new Set<Person>()
    const counts: Record<string, number> = { cut: 0 }
    for (let done = 0; done < acts; ) {
      // One after the other within one tick: nothing arrives in between, so a seed gives the same storm every time.
      for (const person of all)
        for (let n = dice.below(24); n > 0; n -= 1) {
          step(storm, person, all, dice, counts)
          done += 1
        }
      const one = dice.pick(all)
      if (one !== undefined && dice.next() < 0.3) {
        if (away.delete(one)) await one.peer.mend()
        else {
          await one.peer.cut()
          away.add(one)
          counts.cut = (counts.cut ?? 0) + 1
        }
      }
      const on = all.filter((person) => !away.has(person))
      await exchange(on)
      for (const person of on) expect(canvasOf(person)).toEqual(canvasOf(on[0] ?? person))
    }
    for (const person of away) await person.peer.mend()
    await exchange(all)
    for (const person of all) expect(canvasOf(person)).toEqual(canvasOf(rina))
    expectWhole(storm, rina)

    // One takes back all he ever did; what the others did stands, on every screen.
    const [, afdal, siti] = all as [Person, Person, Person] // three, by the list above
    const stands = [afdal, siti].map((one) => marksOf(one, one))
    let steps = 0
    while (rina.undo.undo() !== null) steps += 1
    await exchange(all)
    for (const person of all) {
      expect([afdal, siti].map((one) => marksOf(one, person))).toMatchObject(stands)
      expect(canvasOf(person)).toEqual(canvasOf(rina))
    }
    expect(canvasOf(rina).items.filter((item) => ownedBy('rina', item))).toEqual([])
    expectWhole(storm, rina)

    // And it is what the disk has.
    const last = canvasOf(rina)
    for (const { peer } of all) peer.leave()
    await served.close()
    const again = sitDown(await joinOver(await makeServed({ folder }), name), storm.def, 'baru', 3)
    expect(canvasOf(again)).toEqual(last)
    console.log(`${storm.def}, seed ${seed}: ${JSON.stringify(counts)}, ${steps} steps taken back, ${last.items.length} items left`)
  })
})
