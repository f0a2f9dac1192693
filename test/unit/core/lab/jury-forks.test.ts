/** Packages that come back late, twice, from two laptops, or to a convention that was changed meanwhile. Files as they are really handed over. */
import { describe, expect, it } from 'vitest'
import type { Convention } from '#shared/model/jury.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { type Calls, dua, fileAt, laptop, lock, mark, secretariat, tiga, valuesOf } from './jury-make.ts'

type Desk = Awaited<ReturnType<typeof secretariat>>

const sent = async ({ calls, at }: Desk, judge = 'b'): Promise<Blob> =>
  fileAt((await calls.jury.send({ ...at, judges: [judge] })).files[0]?.file ?? '')

/** A laptop with the package open on it. */
async function judging(seed: number, file: Blob) {
  const there = await laptop(seed)
  const { id } = await there.calls.judging.open({ file })
  const give = (change: Parameters<Calls['judging']['mark']>[0]['change']) => there.calls.judging.mark({ id, change })
  const back = async () => fileAt((await there.calls.judging.back({ id })).file)
  return { ...there, id, give, back, open: (newer: Blob) => there.calls.judging.open({ file: newer }) }
}

const receive = ({ calls, lab }: Desk, file: Blob, apply = true) => calls.jury.receive({ lab, file, apply })
const sheetOfB = async ({ calls, at }: Desk) => (await calls.jury.read(at)).sheets.find(({ judge }) => judge === 'b')

async function put({ calls, lab, at }: Desk, change: (convention: Convention) => Convention): Promise<void> {
  const { convention, revision } = await calls.jury.read(at)
  await calls.jury.put({ lab, convention: change(convention), base: revision })
}

/** The same desk in a fresh place, for another order of what comes in. */
async function copyOf(desk: Desk): Promise<Desk> {
  const copy = await secretariat()
  await copy.open.workspace.conventions.write(copy.lab, (await desk.calls.jury.read(desk.at)).convention)
  return { ...copy, at: { lab: copy.lab, convention: desk.at.convention } }
}

const dampak = { criterion: 'dampak' } as const
const given = (value: number, over: object = {}) => [mark(value, over), mark(value, { ...dampak, ...over })]

describe('one package on two laptops', () => {
  it('comes back in any order to the same sheet: what only one gave is kept, of what both gave the one that was changed more often', async () => {
    const desk = await secretariat()
    const file = await sent(desk)
    const [office, home] = [await judging(11, file), await judging(12, file)]
    await office.give({ marks: [mark(2, { comment: 'di kantor' }), mark(3, dampak)] })
    await home.give({ marks: [mark(4), mark(5, { entry: tiga, comment: 'hanya di rumah' })] })
    await home.give({ marks: [mark(5)] })
    const files = [await office.back(), await home.back()]
    const states: string[] = []
    for (const order of [files, [...files].reverse(), [files[1], files[0], files[1]]]) {
      const copy = await copyOf(desk)
      for (const one of order) if (one !== undefined) await receive(copy, one)
      const sheet = await sheetOfB(copy)
      expect(valuesOf(sheet)).toEqual(['dua/proposal/baru 5 (2)', 'dua/proposal/dampak 3 (1)', 'tiga/proposal/baru 5 (1)'])
      expect(sheet?.marks.map(({ comment }) => comment)).toContain('hanya di rumah')
      states.push(JSON.stringify(sheet))
    }
    expect(new Set(states).size).toBe(1)
  })

  it('locked on one and still a draft on the other: the lock holds whichever is first, and the draft does not change what was locked', async () => {
    const desk = await secretariat()
    const file = await sent(desk)
    const [office, home] = [await judging(13, file), await judging(14, file)]
    await office.give({ marks: given(4), acts: [lock] })
    await home.give({ marks: [mark(1)] })
    const [locked, draft] = [await office.back(), await home.back()]
    const first = await copyOf(desk)
    await receive(first, locked)
    expect(await receive(first, draft)).toMatchObject({ added: 0, changed: 0 })
    const second = await copyOf(desk)
    await receive(second, draft)
    await receive(second, locked)
    for (const one of [first, second]) {
      const { convention, sheets } = await one.calls.jury.read(one.at)
      expect(conventionResult(convention, sheets).entries.find(({ entry }) => entry === 'dua')?.stages[0]?.judges[1]?.state).toBe('locked')
      await expect(one.calls.jury.mark({ ...one.at, judge: 'b', change: { marks: [mark(2)] } })).rejects.toMatchObject({
        data: { reason: 'locked' },
      })
    }
    expect(valuesOf(await sheetOfB(first))).toEqual(['dua/proposal/baru 4 (1)', 'dua/proposal/dampak 4 (1)'])
  })

  it('opened again on one with a reason after both were taken in: the reason and the new mark arrive', async () => {
    const desk = await secretariat()
    const file = await sent(desk)
    const [office, home] = [await judging(15, file), await judging(16, file)]
    await office.give({ marks: given(4), acts: [lock] })
    await receive(desk, await office.back())
    await home.open(await sent(desk))
    await home.give({ acts: [{ ...lock, act: 'reopen', reason: 'salah menjumlah' }], marks: [mark(2)] })
    await home.give({ acts: [lock] })
    expect(await receive(desk, await home.back())).toMatchObject({ changed: 1, held: 0 })
    const sheet = await sheetOfB(desk)
    expect(valuesOf(sheet)).toEqual(['dua/proposal/baru 2 (2)', 'dua/proposal/dampak 4 (1)'])
    expect(sheet?.acts.map(({ act, reason }) => `${act} ${reason}`.trim())).toEqual(['lock', 'reopen salah menjumlah', 'lock'])
    // The office laptop comes once more with what it always had: nothing moves.
    expect(await receive(desk, await office.back())).toMatchObject({ added: 0, changed: 0, older: 1, same: 1 })
    expect(await sheetOfB(desk)).toEqual(sheet)
  })

  it('set against marks given on paper meanwhile and locked: the paper stays and the report says so', async () => {
    const desk = await secretariat()
    const away = await judging(17, await sent(desk))
    await away.give({ marks: [mark(1), mark(1, dampak), mark(5, { entry: tiga })] })
    await away.give({ marks: [mark(2)] })
    await desk.calls.jury.mark({ ...desk.at, judge: 'b', change: { marks: given(4), acts: [lock] } })
    expect(await receive(desk, await away.back(), false)).toMatchObject({ held: 1, older: 1, added: 1, changed: 0 })
    await receive(desk, await away.back())
    expect(valuesOf(await sheetOfB(desk))).toEqual(['dua/proposal/baru 4 (1)', 'dua/proposal/dampak 4 (1)', 'tiga/proposal/baru 5 (1)'])
  })
})

describe('a package that comes back to a convention that was changed meanwhile', () => {
  async function scored() {
    const desk = await secretariat()
    const away = await judging(21, await sent(desk))
    await away.give({ marks: [...given(4), ...given(3, { entry: tiga })], acts: [lock, { ...lock, entry: tiga }] })
    return { desk, file: await away.back(), away }
  }
  const resultOf = async ({ calls, at }: Desk) => {
    const { convention, sheets } = await calls.jury.read(at)
    return conventionResult(convention, sheets, { whatIf: { weights: { proposal: 1, presentasi: 0 } } })
  }

  it('from which an entry withdrew: its marks are kept and rank nobody; it comes back with them', async () => {
    const { desk, file } = await scored()
    const withdraw = (why: string) =>
      put(desk, (now) => ({ ...now, entries: now.entries.map((one) => (one.id === dua ? { ...one, withdrawn: why } : one)) }))
    await withdraw('tim mundur')
    expect(await receive(desk, file)).toMatchObject({ added: 4, stray: 0, locked: 2 })
    const rankOf = async () => (await resultOf(desk)).entries.find(({ entry }) => entry === 'dua')?.rank
    expect(await rankOf()).toBeNull()
    await withdraw('')
    expect(await rankOf()).toBe(1)
  })

  it('from which an entry was taken out: its marks are counted as for nothing that is there, and no others are lost', async () => {
    const { desk, file } = await scored()
    const { convention } = await desk.calls.jury.read(desk.at)
    await put(desk, (now) => ({ ...now, entries: now.entries.filter(({ id }) => id !== dua) }))
    expect(await receive(desk, file)).toMatchObject({ added: 2, stray: 2, locked: 1 })
    expect(valuesOf(await sheetOfB(desk))).toEqual(['tiga/proposal/baru 3 (1)', 'tiga/proposal/dampak 3 (1)'])
    // Once the entry is back, the same package brings the rest.
    await put(desk, (now) => ({ ...now, entries: convention.entries }))
    expect(await receive(desk, file)).toMatchObject({ added: 2, same: 2, stray: 0, locked: 1 })
  })

  it('from which a criterion was removed: the others count, the lock holds, and the number is that of what is left', async () => {
    const { desk, file } = await scored()
    await put(desk, (now) => ({
      ...now,
      stages: now.stages.map((stage) => ({ ...stage, criteria: stage.criteria.filter(({ key }) => key !== 'dampak') })),
    }))
    expect(await receive(desk, file)).toMatchObject({ added: 2, stray: 2, locked: 2 })
    const [best] = (await resultOf(desk)).entries
    expect([best?.entry, best?.value]).toEqual(['dua', 75])
  })

  it('to which a criterion was added: locked, and yet not done until it is given', async () => {
    const { desk, file } = await scored()
    await put(desk, (now) => ({
      ...now,
      stages: now.stages.map((stage) => {
        const [one] = stage.criteria
        return one === undefined ? stage : { ...stage, criteria: [...stage.criteria, { ...one, key: 'replikasi' }] }
      }),
    }))
    await receive(desk, file)
    const result = await resultOf(desk)
    expect(result.missing.find(({ judge, entry }) => judge === 'b' && entry === 'dua')).toMatchObject({ done: 2, of: 3 })
    expect(result.entries.every(({ value }) => value === null)).toBe(true)
  })

  it('whose scale was changed: marks off the scale are not taken, and said to be for what is gone', async () => {
    const { desk, file } = await scored()
    await put(desk, (now) => ({
      ...now,
      stages: now.stages.map((stage) => ({ ...stage, criteria: stage.criteria.map((one) => ({ ...one, max: 3 })) })),
    }))
    expect(await receive(desk, file)).toMatchObject({ added: 2, stray: 2 })
  })

  it('whose panels were changed: marks for what another panel judges now are kept and do not count', async () => {
    const { desk, file } = await scored()
    await put(desk, (now) => ({ ...now, panels: now.panels.map((one) => ({ ...one, entries: one.entries.filter((id) => id !== dua) })) }))
    expect(await receive(desk, file)).toMatchObject({ added: 4, stray: 0 })
    const { entries } = await resultOf(desk)
    expect(entries.find(({ entry }) => entry === 'dua')).toMatchObject({ value: null, rank: null })
    expect(entries.find(({ entry }) => entry === 'tiga')?.value).toBe(50)
  })

  it('that was put aside: says that there is none, changes nothing, and takes it once it is back', async () => {
    const { desk, file } = await scored()
    const { kept } = await desk.calls.jury.remove(desk.at)
    await expect(receive(desk, file)).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'convention' } })
    await desk.calls.jury.putBack({ lab: desk.lab, kept })
    expect(await receive(desk, file)).toMatchObject({ added: 4, locked: 2 })
  })

  it('that is over: refused with nothing taken, not even an interest, until the judging is opened again', async () => {
    const { desk, file, away } = await scored()
    await away.give({ declared: [{ entry: 'satu', reason: 'pernah membimbing' }] })
    const later = await away.back()
    await put(desk, (now) => ({ ...now, state: 'selesai' }))
    const before = await desk.calls.jury.read(desk.at)
    expect(await receive(desk, later, false)).toMatchObject({ added: 4, declared: 1 })
    for (const one of [file, later]) await expect(receive(desk, one)).rejects.toMatchObject({ data: { reason: 'closed' } })
    expect(await desk.calls.jury.read(desk.at)).toEqual(before)
    await put(desk, (now) => ({ ...now, state: 'penilaian' }))
    await receive(desk, later)
    expect((await desk.calls.jury.read(desk.at)).convention.recusals).toMatchObject([{ judge: 'b', entry: 'satu' }])
    // A package that brings nothing new is no trouble when it is over again.
    await put(desk, (now) => ({ ...now, state: 'selesai' }))
    expect(await receive(desk, later)).toMatchObject({ added: 0, same: 4, declared: 0 })
  })

  it('in which the judge is recused by now: the marks are kept, do not count, and count again once it is set aside', async () => {
    const { desk, file } = await scored()
    const recusals = [{ judge: 'b', entry: dua, reason: 'saudara ketua tim', by: 'Sekretariat', at: '2026-09-01T00:00:00.000Z' }]
    await put(desk, (now) => ({ ...now, recusals: recusals as Convention['recusals'] })) // test ids
    expect(await receive(desk, file)).toMatchObject({ added: 4 })
    const ofDua = async () => (await resultOf(desk)).entries.find(({ entry }) => entry === 'dua')
    expect((await ofDua())?.value).toBeNull()
    const lifts = [{ judge: 'b', entry: dua, reason: 'hanya satu kantor dulu', by: 'Ketua', at: '2026-09-02T00:00:00.000Z' }]
    await put(desk, (now) => ({ ...now, lifts: lifts as Convention['lifts'] })) // test ids
    expect((await ofDua())?.stages[0]?.judges.find(({ judge }) => judge === 'b')?.value).toBe(75)
  })
})
