import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptySheet } from '#shared/rules/jury-sheet.ts'
import { makeLab, tempFolder } from '#test/makers/open-lab.ts'
import { conventionOf, entryId, entryOf, judgeId, judgeOf } from '#test/unit/core/jury/make.ts'
import { callsOf, dua, fileAt, laptop, lock, mark, secretariat, tiga, valuesOf } from './jury-make.ts'

const defined = (code: string, data: object) => ({ code, data, defined: true })

describe('a convention', () => {
  it('is still there when the workspace is opened again, with its sheets, and is counted by the check', async () => {
    const folder = await tempFolder()
    const { open, calls, at } = await secretariat({}, folder)
    await calls.jury.mark({ ...at, judge: 'b', change: { marks: [mark(3)], acts: [lock] } })
    await calls.jury.visit({ ...at, votes: [{ entry: 'dua', by: 2 }], feedback: [{ entry: 'dua', text: 'Bagus' }] })
    const before = await calls.jury.read(at)
    await open.close()
    const again = await makeLab({ folder })
    expect(await callsOf(again).jury.read(at)).toEqual(before)
    expect(before.sheets.map(({ judge }) => judge)).toEqual(['a', 'b'])
    expect(before.visitors).toMatchObject({ votes: { dua: 2 }, feedback: [{ entry: 'dua', text: 'Bagus' }] })
    expect(await callsOf(again).workspace.check()).toEqual({ documents: 4, attachments: 0, damaged: [] })
  })

  it('gets an id and codes of its own, and ids that are there twice are refused', async () => {
    const { calls, lab, made } = await secretariat({
      entries: [entryOf('satu', { code: '' }), entryOf('dua', { code: 'K-01' }), entryOf('tiga', { code: 'K-01' })],
    })
    expect(made.convention.id).not.toBe('konvensi')
    expect(made.convention.entries.map(({ code }) => code)).toEqual(['K-02', 'K-01', 'K-03'])
    const convention = { ...made.convention, judges: [judgeOf('b'), judgeOf('b')] }
    await expect(calls.jury.put({ lab, convention, base: made.revision })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('is not overwritten by somebody who read an older one; of two at once one wins and the other is told', async () => {
    const { calls, lab, at, made } = await secretariat()
    const put = (name: string, base: number) => calls.jury.put({ lab, convention: { ...made.convention, name }, base })
    const [first, second] = await Promise.allSettled([put('Satu', made.revision), put('Dua', made.revision)])
    expect(first).toMatchObject({ status: 'fulfilled', value: { revision: made.revision + 1 } })
    expect(second).toMatchObject({ status: 'rejected', reason: defined('STALE', { revision: made.revision + 1 }) })
    expect((await calls.jury.read(at)).convention.name).toBe('Satu')
  })

  it('keeps when it was ended, and forgets it when it goes on', async () => {
    const { calls, lab, made } = await secretariat()
    const at = { lab, convention: made.convention.id }
    const { revision } = await calls.jury.put({ lab, convention: { ...made.convention, state: 'selesai' }, base: made.revision })
    const over = await calls.jury.read(at)
    expect(over.convention.closedAt).toMatch(/^2026-08-13T/)
    await calls.jury.put({ lab, convention: { ...over.convention, state: 'penilaian' }, base: revision })
    expect((await calls.jury.read(at)).convention.closedAt).toBe('')
  })

  it('put aside is gone from the list and comes back whole', async () => {
    const { calls, lab, at } = await secretariat()
    await calls.jury.mark({ ...at, judge: 'b', change: { marks: [mark(3)] } })
    const before = await calls.jury.read(at)
    const { kept } = await calls.jury.remove(at)
    expect(await calls.jury.list({ lab })).toEqual([])
    await expect(calls.jury.read(at)).rejects.toMatchObject(defined('NOT_FOUND', { what: 'convention', id: at.convention }))
    expect(await calls.jury.putBack({ lab, kept })).toEqual({ convention: at.convention })
    expect(await calls.jury.read(at)).toEqual(before)
    await expect(calls.jury.putBack({ lab, kept })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(calls.jury.putBack({ lab, kept: '../../lab' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is listed with what is locked of what is to be judged', async () => {
    const { calls, lab, at } = await secretariat()
    await calls.jury.mark({ ...at, judge: 'b', change: { marks: [mark(3), mark(4, { criterion: 'dampak' })], acts: [lock] } })
    expect(await calls.jury.list({ lab })).toMatchObject([{ id: at.convention, entries: 3, judges: 2, done: 1, of: 10, winners: [] }])
  })

  it('tells every change of itself to whoever listens', async () => {
    const { open, calls, at } = await secretariat()
    const heard = open.changes()[Symbol.asyncIterator]()
    await calls.jury.mark({ ...at, judge: 'b', change: { marks: [mark(3)] } })
    expect((await heard.next()).value).toEqual({ kind: 'convention', ...at })
  })

  it('is shown and not changed where the workspace is only read', async () => {
    const folder = await tempFolder()
    const { at, lab, made } = await secretariat({}, folder)
    const reader = callsOf(await makeLab({ folder, readOnly: true }))
    expect((await reader.jury.read(at)).convention).toEqual(made.convention)
    for (const act of [
      reader.jury.put({ lab, convention: made.convention, base: 1 }),
      reader.jury.mark({ ...at, judge: 'b', change: { marks: [mark(3)] } }),
      reader.jury.remove(at),
    ])
      await expect(act).rejects.toMatchObject({ code: 'READ_ONLY' })
  })

  it('with one damaged sheet opens with the others and names the damage; the sheet before it is taken where there is one', async () => {
    const folder = await tempFolder()
    const { open, calls, at } = await secretariat({}, folder)
    await calls.jury.mark({ ...at, judge: 'b', change: { marks: [mark(3)] } })
    await calls.jury.mark({ ...at, judge: 'b', change: { marks: [mark(4)] } })
    await calls.jury.mark({ ...at, judge: 'a', change: { marks: [mark(2)] } })
    await open.close()
    const sheets = join(folder, 'labs', at.lab, 'conventions', at.convention, 'sheets')
    for (const judge of ['a', 'b']) {
      const file = join(sheets, `${judge}.json`)
      await writeFile(file, (await readFile(file, 'utf8')).replace('"comment": ""', '"comment": "rusak"'))
    }
    const again = callsOf(await makeLab({ folder }))
    const { sheets: found } = await again.jury.read(at)
    expect(found[0]).toEqual(emptySheet(judgeId('a')))
    expect(valuesOf(found[1])).toEqual(['dua/proposal/baru 3 (1)'])
    expect((await again.workspace.faults()).map(({ kind, file }) => [kind, basename(file)])).toEqual([
      ['broken', 'a.json'],
      ['broken', 'b.json'],
    ])
    expect((await readdir(sheets)).filter((name) => name.includes('.rusak-'))).toHaveLength(2)
    await again.jury.mark({ ...at, judge: 'a', change: { marks: [mark(5)] } })
    expect(valuesOf((await again.jury.read(at)).sheets[0])).toEqual(['dua/proposal/baru 5 (1)'])
  })
})

describe('marks the secretariat writes', () => {
  it('by many at once are all kept', async () => {
    const { calls, at } = await secretariat()
    const wanted = [dua, tiga].flatMap((entry) =>
      ['proposal', 'presentasi'].flatMap((stage) => ['baru', 'dampak'].map((criterion) => ({ entry, stage, criterion }))),
    )
    await Promise.all(wanted.map((one) => calls.jury.mark({ ...at, judge: 'b', change: { marks: [mark(3, one)] } })))
    expect((await calls.jury.read(at)).sheets[1]?.marks).toHaveLength(8)
  })

  it('are refused whole, with why and where', async () => {
    const { calls, at } = await secretariat()
    const refused = (reason: string, entry = 'dua', stage = 'proposal') => defined('MARK_REFUSED', { reason, entry, stage })
    const give = (judge: string, change: Parameters<typeof calls.jury.mark>[0]['change']) => calls.jury.mark({ ...at, judge, change })
    await expect(give('b', { marks: [mark(3), mark(6, { criterion: 'dampak' })] })).rejects.toMatchObject(refused('out_of_scale'))
    await expect(give('a', { marks: [mark(3, { entry: entryId('satu') })] })).rejects.toMatchObject(refused('recused', 'satu'))
    await expect(give('tidak-ada', { marks: [] })).rejects.toMatchObject(defined('NOT_FOUND', { what: 'judge', id: 'tidak-ada' }))
    await give('b', { acts: [lock] })
    await expect(give('b', { marks: [mark(3)] })).rejects.toMatchObject(refused('locked'))
    await expect(give('b', { acts: [{ ...lock, act: 'reopen' }] })).rejects.toMatchObject(refused('no_reason'))
    expect((await calls.jury.read(at)).sheets[1]?.marks).toEqual([])
  })

  it('with a declared interest make a recusal, which only a reason sets aside', async () => {
    const { calls, lab, at } = await secretariat()
    await calls.jury.mark({ ...at, judge: 'b', change: { declared: [{ entry: 'dua', reason: 'pembina' }] } })
    const { convention, revision } = await calls.jury.read(at)
    expect(convention.recusals).toMatchObject([{ judge: 'b', entry: 'dua', reason: 'pembina', by: 'Juri B' }])
    const give = () => calls.jury.mark({ ...at, judge: 'b', change: { marks: [mark(3)] } })
    await expect(give()).rejects.toMatchObject({ code: 'MARK_REFUSED', data: { reason: 'recused' } })
    const lifts = [{ judge: judgeId('b'), entry: dua, reason: 'hanya hadir sekali', by: 'Sekretariat', at: '2030-01-01T00:00:00.000Z' }]
    await calls.jury.put({ lab, convention: { ...convention, lifts }, base: revision })
    expect(valuesOf(await give())).toEqual(['dua/proposal/baru 3 (1)'])
  })
})

describe('packages', () => {
  it('go to every judge into a folder of their own, whatever the names', async () => {
    const judges = [
      judgeOf('a', { name: '../../etc/passwd' }),
      judgeOf('b', { name: 'Nama: "Aneh" <?>' }),
      judgeOf('c', { name: 'Nama: "Aneh" <?>' }),
    ]
    const { calls, at, open } = await secretariat({ judges, name: 'Konvensi 2026/2027' })
    const { folder, files } = await calls.jury.send({ ...at, judges: ['a', 'b', 'c'] })
    expect(basename(folder)).toBe('Paket Juri - Konvensi 2026-2027')
    expect(files.map(({ name, judge }) => [judge, name])).toEqual([
      ['a', 'Paket Juri - etc-passwd - Konvensi 2026-2027.labinov-juri'],
      ['b', 'Paket Juri - Nama-Aneh - Konvensi 2026-2027.labinov-juri'],
      ['c', 'Paket Juri - Nama-Aneh - Konvensi 2026-2027 (2).labinov-juri'],
    ])
    for (const { file } of files) expect(file.startsWith(join(open.workspace.folder, 'keluaran'))).toBe(true)
    expect((await calls.jury.send({ ...at, judges: ['a'] })).folder).toBe(`${folder} (2)`)
  })

  it('go round: out to a laptop of its own, back, into the same sheet', async () => {
    const { calls, lab, at } = await secretariat({ blind: true })
    const { files } = await calls.jury.send({ ...at, judges: ['a', 'b'] })
    const there = await laptop(2)
    const { id } = await there.calls.judging.open({ file: await fileAt(files[1]?.file ?? '') })
    const read = await there.calls.judging.read({ id })
    expect(read.assignment.entries.map(({ name }) => name)).toEqual(['C-satu', 'C-dua', 'C-tiga'])
    await there.calls.judging.mark({ id, change: { marks: [mark(4), mark(2, { criterion: 'dampak', comment: 'cukup' })], acts: [lock] } })
    await there.calls.judging.mark({ id, change: { declared: [{ entry: 'tiga', reason: 'saudara' }] } })
    await expect(there.calls.judging.mark({ id, change: { marks: [mark(4, { entry: tiga })] } })).rejects.toMatchObject({
      code: 'MARK_REFUSED',
      data: { reason: 'recused', entry: 'tiga', stage: 'proposal' },
    })
    expect(await there.calls.judging.list()).toMatchObject([{ id, judge: 'Juri B', entries: 2, done: 1, of: 4, sentAt: '', changed: true }])
    const back = await there.calls.judging.back({ id })
    expect(back.name).toBe('Nilai Juri - Juri B - Konvensi Contoh.labinov-juri')
    expect(await there.calls.judging.list()).toMatchObject([{ changed: false }])
    const file = await fileAt(back.file)
    const report = { judge: 'b', judgeName: 'Juri B', added: 2, changed: 0, same: 0, older: 0, locked: 1, declared: 1, stray: 0, held: 0 }
    expect(await calls.jury.receive({ lab, file, apply: false })).toMatchObject(report)
    expect((await calls.jury.read(at)).sheets[1]).toEqual(emptySheet(judgeId('b')))
    expect(await calls.jury.receive({ lab, file, apply: true })).toMatchObject(report)
    const after = await calls.jury.read(at)
    expect(after.sheets[1]).toEqual((await there.calls.judging.read({ id })).sheet)
    expect(after.convention.recusals).toMatchObject([{ judge: 'b', entry: 'tiga', reason: 'saudara' }])
    expect(await calls.jury.receive({ lab, file, apply: true })).toMatchObject({ added: 0, changed: 0, same: 2, locked: 0, declared: 0 })
    expect((await calls.jury.read(at)).convention.recusals).toHaveLength(1)
  })

  it('of several judges, and older ones of the same judge, leave the same whatever order they come in', async () => {
    const base = await secretariat()
    const { files } = await base.calls.jury.send({ ...base.at, judges: ['a', 'b'] })
    const returned: Blob[] = []
    for (const [at, { file }] of files.entries()) {
      const there = await laptop(10 + at)
      const { id } = await there.calls.judging.open({ file: await fileAt(file) })
      await there.calls.judging.mark({ id, change: { marks: [mark(2), mark(3, { entry: tiga })] } })
      returned.push(await fileAt((await there.calls.judging.back({ id })).file))
      await there.calls.judging.mark({ id, change: { marks: [mark(5)], acts: [lock] } })
      await there.calls.judging.mark({ id, change: { marks: [mark(4)], acts: [{ ...lock, act: 'reopen', reason: 'salah baca' }, lock] } })
      returned.push(await fileAt((await there.calls.judging.back({ id })).file))
    }
    const states: string[] = []
    for (const order of [returned, [...returned].reverse(), [returned[2], returned[1], returned[3], returned[0], returned[2]]]) {
      const copy = await secretariat()
      // The same convention in a fresh place: packages name it by its id.
      await copy.open.workspace.conventions.write(copy.lab, base.made.convention)
      for (const file of order) if (file !== undefined) await copy.calls.jury.receive({ lab: copy.lab, file, apply: true })
      const { sheets } = await copy.calls.jury.read({ lab: copy.lab, convention: base.at.convention })
      states.push(JSON.stringify(sheets))
      expect(valuesOf(sheets[1])).toEqual(['dua/proposal/baru 4 (3)', 'tiga/proposal/baru 3 (1)'])
    }
    expect(new Set(states).size).toBe(1)
  })

  it('that cannot be taken say why, and change nothing', async () => {
    const { calls, lab, at, made } = await secretariat()
    const { files } = await calls.jury.send({ ...at, judges: ['b'] })
    const out = await fileAt(files[0]?.file ?? '')
    const there = await laptop(3)
    const { id } = await there.calls.judging.open({ file: out })
    await there.calls.judging.mark({ id, change: { marks: [mark(4)] } })
    const file = await fileAt((await there.calls.judging.back({ id })).file)
    const receive = (wanted: Blob) => calls.jury.receive({ lab, file: wanted, apply: true })
    await expect(receive(out)).rejects.toMatchObject(defined('UNREADABLE', { reason: 'type' }))
    await expect(receive(new Blob(['bukan paket']))).rejects.toMatchObject(defined('UNREADABLE', { reason: 'type' }))
    await expect(receive(file.slice(0, file.size - 30))).rejects.toMatchObject(defined('UNREADABLE', { reason: 'damaged' }))
    await expect(there.calls.judging.open({ file })).rejects.toMatchObject(defined('UNREADABLE', { reason: 'type' }))
    const other = await secretariat({}, undefined, 9)
    await expect(other.calls.jury.receive({ lab: other.lab, file, apply: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { revision } = await calls.jury.put({
      lab,
      convention: { ...made.convention, judges: [judgeOf('a')], panels: [] },
      base: made.revision,
    })
    await expect(receive(file)).rejects.toMatchObject(defined('NOT_FOUND', { what: 'judge', id: 'b' }))
    await calls.jury.put({ lab, convention: { ...made.convention, state: 'selesai' }, base: revision })
    await expect(receive(file)).rejects.toMatchObject({ code: 'MARK_REFUSED', data: { reason: 'closed' } })
    expect((await calls.jury.read(at)).sheets[1]).toEqual(emptySheet(judgeId('b')))
  })
})

describe('the laptop of a judge', () => {
  it('keeps its marks when a newer package comes, and takes the newer entries and recusals', async () => {
    const { calls, lab, at, made } = await secretariat()
    const first = await fileAt((await calls.jury.send({ ...at, judges: ['b'] })).files[0]?.file ?? '')
    const there = await laptop(4)
    const { id } = await there.calls.judging.open({ file: first })
    await there.calls.judging.mark({ id, change: { marks: [mark(4)] } })
    const recusals = [{ judge: judgeId('b'), entry: tiga, reason: 'pembina', by: 'Sekretariat', at: '2026-09-01T00:00:00.000Z' }]
    await calls.jury.put({ lab, convention: { ...made.convention, name: 'Konvensi Akbar', recusals }, base: made.revision })
    const second = await fileAt((await calls.jury.send({ ...at, judges: ['b'] })).files[0]?.file ?? '')
    expect(await there.calls.judging.open({ file: second })).toEqual({ id })
    const now = await there.calls.judging.read({ id })
    expect(now.assignment.convention.name).toBe('Konvensi Akbar')
    expect(now.assignment.recused).toEqual(['tiga'])
    expect(valuesOf(now.sheet)).toEqual(['dua/proposal/baru 4 (1)'])
    await there.calls.judging.open({ file: first })
    expect((await there.calls.judging.read({ id })).assignment.convention.name).toBe('Konvensi Akbar')
  })

  it('scores again what it declared and the secretariat set aside', async () => {
    const { calls, lab, at } = await secretariat()
    const there = await laptop(5)
    const open = async () =>
      there.calls.judging.open({ file: await fileAt((await calls.jury.send({ ...at, judges: ['b'] })).files[0]?.file ?? '') })
    const { id } = await open()
    await there.calls.judging.mark({ id, change: { declared: [{ entry: 'dua', reason: 'pembina' }] } })
    await calls.jury.receive({ lab, file: await fileAt((await there.calls.judging.back({ id })).file), apply: true })
    const { convention, revision } = await calls.jury.read(at)
    const lifts = [{ judge: judgeId('b'), entry: dua, reason: 'hanya hadir sekali', by: 'Sekretariat', at: '2030-01-01T00:00:00.000Z' }]
    await calls.jury.put({ lab, convention: { ...convention, lifts }, base: revision })
    await expect(there.calls.judging.mark({ id, change: { marks: [mark(3)] } })).rejects.toMatchObject({ data: { reason: 'recused' } })
    await open()
    expect(valuesOf(await there.calls.judging.mark({ id, change: { marks: [mark(3)] } }))).toEqual(['dua/proposal/baru 3 (1)'])
  })

  it('puts a package aside and back, and still has it after opening again', async () => {
    const folder = await tempFolder()
    const { calls, at } = await secretariat()
    const file = await fileAt((await calls.jury.send({ ...at, judges: ['b'] })).files[0]?.file ?? '')
    const first = await laptop(6, folder)
    const { id } = await first.calls.judging.open({ file })
    await first.calls.judging.mark({ id, change: { marks: [mark(4)] } })
    const { kept } = await first.calls.judging.remove({ id })
    expect(await first.calls.judging.list()).toEqual([])
    expect(await first.calls.judging.putBack({ kept })).toEqual({ id })
    await first.open.close()
    const again = await laptop(7, folder)
    expect(valuesOf((await again.calls.judging.read({ id })).sheet)).toEqual(['dua/proposal/baru 4 (1)'])
    expect(await again.calls.workspace.check()).toMatchObject({ documents: 2, damaged: [] })
  })
})

it('a convention of 30,000 marks is read and written in a moment', async () => {
  const entries = Array.from({ length: 200 }, (_, at) => entryOf(`e${at}`, { code: `K-${at}` }))
  const judges = Array.from({ length: 7 }, (_, at) => judgeOf(`j${at}`))
  const small = conventionOf()
  const stages = small.stages.map((stage) => ({
    ...stage,
    criteria: Array.from({ length: 11 }, (_, at) => ({ ...(stage.criteria[0] ?? never()), key: `k${at}` })),
  }))
  const panels = small.panels.map((panel) => ({ ...panel, judges: judges.map(({ id }) => id), entries: entries.map(({ id }) => id) }))
  const folder = await tempFolder()
  const { open, calls, at } = await secretariat({ entries, judges, stages, panels }, folder)
  const marks = entries.flatMap(({ id: entry }) =>
    stages.flatMap(({ key: stage, criteria }) => criteria.map(({ key: criterion }) => mark(3, { entry, stage, criterion }))),
  )
  const started = performance.now()
  for (const judge of judges) await calls.jury.mark({ ...at, judge: judge.id, change: { marks } })
  const written = performance.now()
  await open.close()
  const again = callsOf(await makeLab({ folder }))
  const opened = performance.now()
  const { sheets } = await again.jury.read(at)
  const read = performance.now()
  await again.jury.mark({ ...at, judge: 'j3', change: { marks: [mark(4, { entry: entries[0]?.id, criterion: 'k0' })] } })
  const one = performance.now()
  expect(sheets.reduce((sum, sheet) => sum + sheet.marks.length, 0)).toBe(30_800)
  const ms = (from: number, to: number) => `${Math.round(to - from)} ms`
  console.log(`30,800 marks: written ${ms(started, written)}, read ${ms(opened, read)}, one more ${ms(read, one)}`)
  expect(read - opened).toBeLessThan(5000)
  expect(one - read).toBeLessThan(3000)
})

const never = (): never => {
  throw new Error('the maker has criteria')
}
