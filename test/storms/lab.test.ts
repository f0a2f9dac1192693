/** Three people run one lab over the real door, at once: all end equal, the disk has it, and nothing that was said to be saved is lost. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { Contract } from '#shared/api/contract.ts'
import { labDocName } from '#shared/doc/names.ts'
import type { LabId } from '#shared/model/ids.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { serveOn } from '#test/e2e/serve.ts'
import { seeded } from '#test/makers/innovation.ts'
import { newLab, tempFolder } from '#test/makers/open-lab.ts'
import { type FarPeer, joinOver } from '#test/makers/peer.ts'
import { type Dice, diceOf } from './canvas-acts.ts'
import { act, type Clerk, lay, wholeLab } from './lab-acts.ts'

const given = process.env.LABINOV_SEED
const seeds = given === undefined ? [1945, 20_260_414] : [Number(given)]
/** Of each. */
const acts = 600
const names = ['rina', 'afdal', 'siti'] as const

type Seat = Clerk & { readonly peer: FarPeer }

/** Goes on for all together, by up to a minute: long enough that now and then a laptop was off. */
function clockOf(dice: Dice): () => string {
  let at = Date.parse('2026-04-14T01:30:00.000Z')
  return () => {
    at += 1 + dice.below(60_000)
    return new Date(at).toISOString()
  }
}

async function start(folder: string) {
  // Peers speak to the door alone; the page is one that says so.
  const pages = await tempFolder()
  await writeFile(join(pages, 'index.html'), '<title>Storm</title>')
  const served = await serveOn(folder, pages)
  onTestFinished(() => served.stop())
  const { origin, searchParams } = new URL(served.url)
  const calls: ContractRouterClient<Contract> = createORPCClient(
    new RPCLink({ url: `${origin}/api`, headers: () => ({ authorization: `Bearer ${searchParams.get('key') ?? ''}` }) }),
  )
  return { ...served, origin, calls }
}
type Door = Awaited<ReturnType<typeof start>>

async function sitDown(door: Door, lab: LabId, now: () => string, turn: number): Promise<readonly Seat[]> {
  const seats: Seat[] = []
  for (const [at, name] of names.entries()) {
    const peer = await joinOver(door, labDocName(lab))
    peer.doc.clientID = 1000 * (turn + 1) + at
    let made = 0
    const newId = () => {
      made += 1
      return `${name}-${turn}-${made}`
    }
    seats.push({ name, doc: peer.doc, lab, peer, now, newId })
  }
  return seats
}

/** The first answer says that the door has it all; the second comes behind what it passed on. */
async function exchange(on: readonly Seat[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) await Promise.all(on.map(({ peer }) => peer.saved()))
}

/** A few acts of each, nothing arriving in between; now and then somebody's cable is pulled or put back. */
async function storm(all: readonly Seat[], dice: Dice, each: number, counts: Record<string, number>): Promise<void> {
  const done = new Map(all.map((seat) => [seat, 0]))
  const away = new Set<Seat>()
  const left = () => all.filter((seat) => (done.get(seat) ?? 0) < each)
  while (left().length > 0) {
    for (const seat of left()) {
      const turn = Math.min(1 + dice.below(20), each - (done.get(seat) ?? 0))
      for (let n = 0; n < turn; n += 1) {
        const kind = act(seat, dice)
        counts[kind] = (counts[kind] ?? 0) + 1
      }
      done.set(seat, (done.get(seat) ?? 0) + turn)
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
    const on = all.filter((seat) => !away.has(seat))
    await exchange(on)
    for (const seat of on) expect(wholeLab(seat)).toEqual(wholeLab(on[0] ?? seat))
  }
  for (const seat of away) await seat.peer.mend()
  await exchange(all)
}

/** What the file of the lab has, whatever any window shows. */
async function onDisk(folder: string, lab: LabId): Promise<Y.Doc> {
  const { state } = JSON.parse(await readFile(join(folder, 'labs', lab, 'lab.json'), 'utf8')) as { readonly state: string } // the shape of every file of ours
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  return doc
}

/** Whether `doc` has all that is in `update`, deletions too. */
function has(doc: Y.Doc, update: Uint8Array): boolean {
  const before = Y.snapshot(doc)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(copy, update)
  return Y.equalSnapshots(before, Y.snapshot(copy))
}

/** A page can draw it: a session that runs has a block, and nothing is a number that is none. */
function expectReadable({ lab, log }: ReturnType<typeof wholeLab>): void {
  expect(JSON.parse(JSON.stringify({ lab, log }))).toEqual({ lab, log })
  for (const session of log.sessions) {
    if (sessionState(session) === 'berjalan') expect(session.run.block).not.toBeNull()
    for (const block of Object.values(session.run.blocks)) expect(block.spentMs).toBeGreaterThanOrEqual(0)
    expect(new Set(session.blocks.map(({ id }) => id)).size).toBe(session.blocks.length)
  }
}

describe.each(seeds)('three people at one lab, %i', (seed) => {
  it(`all end equal after ${acts} acts of each, readable, and the file has the same`, { timeout: 240_000 }, async () => {
    const dice = diceOf(seeded(seed))
    const folder = await tempFolder()
    const door = await start(folder)
    const lab = (await door.calls.lab.create(newLab)).id as LabId // the id it was made with
    const all = await sitDown(door, lab, clockOf(dice), 0)
    const [rina] = all as [Seat, ...Seat[]] // three, by the list above
    lay(rina)
    await exchange(all)
    const counts: Record<string, number> = { cut: 0 }
    await storm(all, dice, acts, counts)
    const last = wholeLab(rina)
    for (const seat of all) expect(wholeLab(seat), seat.name).toEqual(last)
    expectReadable(last)
    expect(wholeLab({ doc: await onDisk(folder, lab), lab })).toEqual(last)
    const { sessions, notes } = last.log
    console.log(
      `lab, seed ${seed}: ${JSON.stringify(counts)}, ${sessions.length} sessions, ${notes.length} notes, ${last.lab.people.length} people`,
    )
  })

  it('a process killed in the middle loses nothing that was said to be saved', { timeout: 240_000 }, async () => {
    const dice = diceOf(seeded(seed + 1))
    const now = clockOf(dice)
    const folder = await tempFolder()
    let door = await start(folder)
    const lab = (await door.calls.lab.create(newLab)).id as LabId // the id it was made with
    let all = await sitDown(door, lab, now, 0)
    lay(all[0] as Seat) // three, by the list above
    await exchange(all)
    let checked = 0
    for (let kill = 1; kill <= 6; kill += 1) {
      const said: Uint8Array[] = []
      const killer = dice.below(12)
      for (let round = 0; round <= killer; round += 1) {
        for (const seat of all) {
          for (let n = 1 + dice.below(10); n > 0; n -= 1) act(seat, dice)
          const sent = Y.encodeStateAsUpdate(seat.doc)
          const heard = seat.peer.saved().then(() => said.push(sent))
          // In the last round nobody waits: the process dies with acts under way.
          if (round < killer || kill % 2 === 0) await heard
        }
      }
      const mark = `kill ${kill}, seed ${seed + 1}`
      await door.stop()
      for (const { peer } of all) peer.leave()
      const file = await onDisk(folder, lab)
      for (const update of said) expect(has(file, update), mark).toBe(true)
      checked += said.length
      door = await start(folder)
      all = await sitDown(door, lab, now, kill)
      const [first] = all as [Seat, ...Seat[]] // three, by the list above
      for (const update of said) expect(has(first.doc, update), mark).toBe(true)
      expectReadable(wholeLab(first))
    }
    expect(checked).toBeGreaterThan(6)
    console.log(`lab, seed ${seed + 1}: 6 kills, ${checked} answers checked, none lost`)
  })
})
