/** The convention that comes with the sample: what it shows is really in it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { systemPorts } from '#core/ports.ts'
import { readSample, type Sample } from '#core/samples/samples.ts'
import { convention as conventionShape, sheet as sheetShape, visitors as visitorsShape } from '#shared/model/jury.ts'
import { isRecused } from '#shared/rules/jury-recusal.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { fitsScale } from '#shared/rules/jury-sheet.ts'

const folder = new URL('../../../../templates/samples/kota-solok', import.meta.url).pathname
const ports = { ...systemPorts, clock: () => Date.parse('2026-08-13T02:00:00.000Z') }
let sample: Sample
beforeAll(async () => {
  sample = await readSample(folder, ports)
})
const one = () => {
  const [found] = sample.conventions
  if (found === undefined) throw new Error('the sample has no convention')
  return found
}

describe('the convention of the sample', () => {
  it('has the shape that files of a workspace have', () => {
    const { convention, sheets, visitors } = one()
    expect(conventionShape.parse(convention)).toEqual(convention)
    for (const sheet of sheets) expect(sheetShape.parse(sheet)).toEqual(sheet)
    expect(visitorsShape.parse(visitors)).toEqual(visitors)
  })

  it('takes in every innovation of the sample first, and only marks that fit the scale', () => {
    const { convention, sheets } = one()
    const own = convention.entries.flatMap(({ innovation }) => innovation ?? [])
    expect([...own].sort()).toEqual(sample.innovations.map(({ id }) => id).sort())
    expect(convention.entries.slice(own.length).every(({ name }) => name.includes('contoh'))).toBe(true)
    for (const { marks } of sheets)
      for (const { stage, criterion, value } of marks) {
        const def = convention.stages.find(({ key }) => key === stage)?.criteria.find(({ key }) => key === criterion)
        expect(def !== undefined && value !== null && fitsScale(def, value)).toBe(true)
      }
  })

  it('is judged to its end, with a recusal, a tie a rule decides, a score opened again and a difference talked over', () => {
    const { convention, sheets } = one()
    const result = conventionResult(convention, sheets)
    expect([result.missing, result.undecided, result.done === result.of, result.of > 0]).toEqual([[], [], true, true])
    expect(result.winners).toHaveLength(convention.top)
    const recused = convention.judges.flatMap(({ id }) => convention.entries.filter((entry) => isRecused(convention, id, entry.id)))
    expect(recused.map(({ id }) => id)).toEqual(['smash-cares'])
    const tied = result.entries.filter(({ equals }) => equals.length > 0)
    expect(tied.map(({ entry, decidedBy }) => [entry, decidedBy?.by])).toEqual([
      ['sate-lokan', 'criterion'],
      ['fastren', 'criterion'],
    ])
    expect(sheets.flatMap(({ acts }) => acts.filter(({ act }) => act === 'reopen'))).toHaveLength(1)
    expect(result.spreads.some(({ talked }) => talked)).toBe(true)
  })

  it('is refused with its place when it speaks of an entry it does not have', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'labinov-konvensi-'))
    onTestFinished(() => rm(copy, { recursive: true, force: true }))
    await cp(folder, copy, { recursive: true })
    const file = join(copy, 'convention.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('votes: { langkok:', 'votes: { tidak-ada:'))
    await expect(readSample(copy, ports)).rejects.toMatchObject({
      fault: { file: 'convention.yaml', detail: expect.stringContaining('tidak-ada') },
    })
  })
})
