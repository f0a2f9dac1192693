/**
 * A secretariat and three judges at one convention over the real door, whose process is killed again and again: whatever they do, no mark
 * and no reason that was said to be kept is lost, what is locked stays, nobody's sheet is touched by another's act, and the result is the
 * one counted by hand.
 */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Contract } from '#shared/api/contract.ts'
import type { OpenConvention, SheetChange } from '#shared/api/jury.ts'
import type { EntryId, JudgeId } from '#shared/model/ids.ts'
import type { Convention, Sheet, SheetAct } from '#shared/model/jury.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { serveOn } from '#test/e2e/serve.ts'
import { seeded } from '#test/makers/innovation.ts'
import { recounted } from '#test/makers/jury-recount.ts'
import { newLab, tempFolder } from '#test/makers/open-lab.ts'
import { conventionOf, criteria, entryOf, judgeOf, stages } from '#test/unit/core/jury/make.ts'
import { fileAt, laptop } from '#test/unit/core/lab/jury-make.ts'
import { type Dice, diceOf } from './canvas-acts.ts'

const given = process.env.LABINOV_SEED
const seeds = given === undefined ? [1945, 20_260_914] : [Number(given)]
const kills = 4
const actsBetween = 25

type Client = ContractRouterClient<Contract>
type Laptop = { readonly id: string; readonly calls: Awaited<ReturnType<typeof laptop>>['calls'] }
type Storm = {
  readonly dice: Dice
  readonly folder: string
  readonly at: { readonly lab: string; readonly convention: string }
  readonly laptops: Map<JudgeId, Laptop>
  readonly counts: Record<string, number>
  calls: Client
  /** Sheets as they were answered: each must be in what is there from then on. */
  readonly answered: Sheet[]
  votes: number
  names: number
}

const judges = ['a', 'b', 'c'].map((id) => judgeOf(id))
const entries = ['satu', 'dua', 'tiga', 'empat'].map((id) => entryOf(id))

async function start(folder: string) {
  const pages = await tempFolder()
  await writeFile(join(pages, 'index.html'), '<title>Storm</title>')
  const served = await serveOn(folder, pages)
  onTestFinished(() => served.stop())
  const { origin, searchParams } = new URL(served.url)
  const calls: Client = createORPCClient(
    new RPCLink({ url: `${origin}/api`, headers: () => ({ authorization: `Bearer ${searchParams.get('key') ?? ''}` }) }),
  )
  return { calls, stop: served.stop }
}

const pick = <T>(dice: Dice, all: readonly T[]): T => dice.pick(all) ?? (all[0] as T) // lists of the test are never empty
const read = ({ calls, at }: Storm): Promise<OpenConvention> => calls.jury.read(at)
const sheetOf = ({ sheets }: OpenConvention, judge: JudgeId): Sheet => sheets.find((one) => one.judge === judge) as Sheet // one for each judge

/** What one judge, or the secretariat for him, might do next; much of it is refused, as in life. */
function someChange({ dice, counts }: Storm): SheetChange {
  const place = { entry: pick(dice, entries).id, stage: pick(dice, stages) }
  const act = (kind: 'lock' | 'reopen') => ({ ...place, act: kind, by: '', reason: kind === 'reopen' ? `alasan ${dice.below(1000)}` : '' })
  const marks = () =>
    criteria
      .filter(() => dice.next() < 0.9)
      .map((criterion) => ({
        ...place,
        criterion,
        value: 1 + dice.below(9) / 2,
        comment: dice.next() < 0.4 ? `sebab ${dice.below(1000)}` : '',
      }))
  const roll = dice.next()
  counts.changes = (counts.changes ?? 0) + 1
  if (roll < 0.01) return { declared: [{ entry: place.entry, reason: `kepentingan ${dice.below(1000)}` }] }
  if (roll < 0.15) return { acts: [act('reopen')], marks: marks() }
  if (roll < 0.55) return { marks: marks(), acts: [act('lock')] }
  return { marks: marks() }
}

/** Refusals are answers like others; only a door that is gone is not. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['MARK_REFUSED', 'STALE', 'NOT_FOUND'].includes(String(error.code))) return null
    throw error
  }
}

async function markHere(storm: Storm, judge: JudgeId): Promise<void> {
  const sheet = await unlessRefused(storm.calls.jury.mark({ ...storm.at, judge, change: someChange(storm) }))
  if (sheet !== null) storm.answered.push(sheet)
}

/** A package goes out to the judge's laptop, he works on it a while, and it comes back, now and then an older one as well. */
async function roundTrip(storm: Storm, judge: JudgeId): Promise<void> {
  const { files } = await storm.calls.jury.send({ ...storm.at, judges: [judge] })
  const there = storm.laptops.get(judge) as Laptop // one for each judge
  const { id } = await there.calls.judging.open({ file: await fileAt(files[0]?.file ?? '') })
  const back = async () => fileAt((await there.calls.judging.back({ id })).file)
  const older = storm.dice.next() < 0.4 ? await back() : null
  for (let n = storm.dice.below(6); n > 0; n -= 1) await unlessRefused(there.calls.judging.mark({ id, change: someChange(storm) }))
  // Meanwhile somebody enters what the judge gave on paper.
  if (storm.dice.next() < 0.5) await markHere(storm, judge)
  const file = await back()
  const report = await storm.calls.jury.receive({ lab: storm.at.lab, file, apply: true })
  storm.counts.held = (storm.counts.held ?? 0) + (report.held ?? 0)
  storm.answered.push(sheetOf(await read(storm), judge))
  if (older !== null) await storm.calls.jury.receive({ lab: storm.at.lab, file: older, apply: true })
}

async function put(storm: Storm): Promise<void> {
  const { convention, revision } = await read(storm)
  storm.names += 1
  const turned = pick(storm.dice, entries).id
  const renamed = { ...convention, name: `Konvensi ${storm.names}` }
  const at = new Date(Date.now() + storm.names).toISOString()
  const roll = storm.dice.next()
  const change =
    roll < 0.4
      ? renamed
      : roll < 0.7
        ? { ...renamed, lifts: renamed.recusals.map(({ judge, entry }) => ({ judge, entry, reason: 'sudah disepakati', by: 'Ketua', at })) }
        : {
            ...renamed,
            entries: renamed.entries.map((entry) =>
              entry.id === turned ? { ...entry, withdrawn: entry.withdrawn === '' ? 'mundur' : '' } : entry,
            ),
          }
  await unlessRefused(storm.calls.jury.put({ lab: storm.at.lab, convention: change, base: revision }))
}

async function visit(storm: Storm): Promise<void> {
  await storm.calls.jury.visit({ ...storm.at, votes: [{ entry: pick(storm.dice, entries).id, by: 1 }] })
  storm.votes += 1
}

async function asideAndBack(storm: Storm): Promise<void> {
  const before = await read(storm)
  const { kept } = await storm.calls.jury.remove(storm.at)
  await storm.calls.jury.putBack({ lab: storm.at.lab, kept })
  expect(await read(storm)).toEqual(before)
}

/** One act, and what it may not have done. */
async function act(storm: Storm): Promise<void> {
  const before = await read(storm)
  const judge = pick(storm.dice, judges).id
  const roll = storm.dice.next()
  const [kind, own] =
    roll < 0.5
      ? ['mark', true]
      : roll < 0.7
        ? ['package', true]
        : roll < 0.85
          ? ['put', false]
          : roll < 0.97
            ? ['visit', false]
            : ['aside', false]
  storm.counts[kind] = (storm.counts[kind] ?? 0) + 1
  if (kind === 'mark') await markHere(storm, judge)
  else if (kind === 'package') await roundTrip(storm, judge)
  else if (kind === 'put') await put(storm)
  else if (kind === 'visit') await visit(storm)
  else await asideAndBack(storm)
  const after = await read(storm)
  for (const one of judges)
    if (!own || one.id !== judge) expect(sheetOf(after, one.id), `${kind} touched another sheet`).toEqual(sheetOf(before, one.id))
  expectStill(before, after)
  storm.counts.ranked = (storm.counts.ranked ?? 0) + expectCounted(after, kind)
}

const actText = (one: SheetAct): string => JSON.stringify(one)
const placeOf = (one: { readonly entry: EntryId; readonly stage: string }): string => `${one.entry}/${one.stage}`

/** What a sheet said to be kept is in the later one: acts and interests as they were, marks as they were or given again since. */
function expectIn(earlier: Sheet, later: Sheet, where: string): void {
  const acts = new Set(later.acts.map(actText))
  for (const one of earlier.acts) expect(acts.has(actText(one)), `${where}: ${actText(one)}`).toBe(true)
  for (const one of earlier.declared) expect(later.declared, where).toContainEqual(one)
  for (const mark of earlier.marks) {
    const now = later.marks.find((one) => placeOf(one) === placeOf(mark) && one.criterion === mark.criterion)
    expect(now, where).toBeDefined()
    if (now?.turn === mark.turn && now.at === mark.at) expect(now, where).toEqual(mark)
    else expect(now?.turn ?? 0, where).toBeGreaterThanOrEqual(mark.turn)
  }
}

/** As long as nobody opened a stage again, its marks are those it was locked with. */
function expectStill(before: OpenConvention, after: OpenConvention): void {
  for (const { id } of judges) {
    const [was, is] = [sheetOf(before, id), sheetOf(after, id)]
    for (const place of new Set(was.acts.map(placeOf))) {
      const last = was.acts
        .filter((one) => placeOf(one) === place)
        .sort((a, b) => a.turn - b.turn || (a.at < b.at ? -1 : 1))
        .at(-1)
      const others = is.acts.filter((one) => placeOf(one) === place).length !== was.acts.filter((one) => placeOf(one) === place).length
      if (last?.act !== 'lock' || others) continue
      const marks = (sheet: Sheet) => sheet.marks.filter((one) => placeOf(one) === place)
      expect(marks(is), `${id} ${place} is locked`).toEqual(marks(was))
    }
  }
}

/** How many have a rank. */
function expectCounted({ convention, sheets }: OpenConvention, where: string): number {
  const result = new Map(conventionResult(convention, sheets).entries.map((one) => [one.entry as string, one]))
  for (const { entry, value, rank } of recounted(convention, sheets)) {
    const shown = result.get(entry)
    expect(shown?.rank, `${where}: rank of ${entry}`).toBe(rank)
    if (value === null) expect(shown?.value, `${where}: ${entry}`).toBeNull()
    else expect(shown?.value, `${where}: ${entry}`).toBeCloseTo(value, 9)
  }
  return [...result.values()].filter(({ rank }) => rank !== null).length
}

/** The process dies with acts under way; what they were asked for may be there or not, and nothing else. */
async function killed(storm: Storm, stop: () => Promise<void>): Promise<Awaited<ReturnType<typeof start>>> {
  const votes = storm.votes
  const under = Array.from({ length: 1 + storm.dice.below(5) }, () => {
    const roll = storm.dice.next()
    if (roll < 0.6) return markHere(storm, pick(storm.dice, judges).id)
    if (roll < 0.8) return put(storm)
    return roll < 0.9 ? visit(storm) : storm.calls.jury.remove(storm.at).then(() => undefined)
  })
  const ended = Promise.allSettled(under)
  await new Promise((done) => setImmediate(done))
  await stop()
  await ended
  const door = await start(storm.folder)
  storm.calls = door.calls
  // Cut off while it was put aside, the convention is in one place or the other, whole.
  if ((await door.calls.jury.list({ lab: storm.at.lab })).length === 0) {
    const [kept = ''] = await readdir(join(storm.folder, 'labs', storm.at.lab, 'conventions', '.dibuang'))
    await door.calls.jury.putBack({ lab: storm.at.lab, kept })
    storm.counts.asideInKill = (storm.counts.asideInKill ?? 0) + 1
  }
  const { visitors } = await read(storm)
  const counted = Object.values(visitors.votes).reduce((sum, one) => sum + one, 0)
  expect(counted).toBeGreaterThanOrEqual(votes)
  storm.votes = counted
  return door
}

describe.each(seeds)('a convention in a storm, %i', (seed) => {
  it(`keeps everything that was said to be kept over ${kills} kills`, { timeout: 240_000 }, async () => {
    const folder = await tempFolder()
    let door = await start(folder)
    const lab = (await door.calls.lab.create(newLab)).id
    const { id: _id, createdAt: _createdAt, ...convention } = conventionOf({ judges, entries, panels: everybody() })
    const made = await door.calls.jury.create({ lab, convention })
    const laptops = new Map<JudgeId, Laptop>()
    for (const [at, { id }] of judges.entries()) laptops.set(id, { id, calls: (await laptop(seed + at)).calls })
    const storm: Storm = {
      dice: diceOf(seeded(seed)),
      folder,
      at: { lab, convention: made.convention.id },
      laptops,
      counts: {},
      calls: door.calls,
      answered: [],
      votes: 0,
      names: 0,
    }
    for (let kill = 1; kill <= kills; kill += 1) {
      const where = `kill ${kill}, seed ${seed}`
      for (let n = 0; n < actsBetween; n += 1) await act(storm)
      const before = await read(storm)
      door = await killed(storm, door.stop)
      const after = await read(storm)
      expectStill(before, after)
      for (const sheet of [...before.sheets, ...storm.answered]) expectIn(sheet, sheetOf(after, sheet.judge), where)
      expectCounted(after, where)
      expect(await door.calls.workspace.faults(), where).toEqual([])
    }
    console.log(`jury, seed ${seed}: ${JSON.stringify(storm.counts)}, ${storm.answered.length} answers checked`)
    expect(storm.counts.ranked).toBeGreaterThan(0)
  })
})

function everybody(): Convention['panels'] {
  return conventionOf().panels.map((panel) => ({ ...panel, judges: judges.map(({ id }) => id), entries: entries.map(({ id }) => id) }))
}
