/**
 * A large convention recounted after one mark was changed, as it is while somebody types, beside a plain recount that keeps nothing and
 * says nothing but the final numbers: the marks put under their keys, averaged, sorted.
 */
import type { Convention, Mark, Sheet } from '#shared/model/jury.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { convention, criterion, drawn, type Given, judgeId, rubric, sheet, stage } from '#test/unit/rules/jury-make.ts'
import { type Bench, type Row, rowOf } from './row.ts'

const keys = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan']
const judges = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const size = 200

function made(): { readonly of: Convention; readonly sheets: readonly Sheet[] } {
  const lot = drawn(7)
  const criteria = keys.map((key, at) => criterion(key, { weight: at + 1 }))
  const def = rubric({
    stages: [stage('proposal', criteria, { scoring: 'normal' })],
    ties: [{ by: 'criterion', stage: 'proposal', criterion: 'satu' }, { by: 'lowest' }, { by: 'earlier' }],
  })
  const entries = Array.from({ length: size }, (_, at) => `e${at}`)
  const given = (): Given =>
    Object.fromEntries(entries.map((id) => [id, { proposal: Object.fromEntries(keys.map((key) => [key, 1 + Math.floor(lot() * 5)])) }]))
  return { of: convention(def, { judges, entries }), sheets: judges.map((one) => sheet(one, given())) }
}

/** One mark of one judge given anew, as `jury.mark` gives the sheet back. */
const typed = (sheets: readonly Sheet[], run: number): readonly Sheet[] =>
  sheets.map((one, at) =>
    at === run % sheets.length
      ? { ...one, marks: one.marks.map((mark, n): Mark => (n === run ? { ...mark, value: 1 + (run % 5), turn: mark.turn + 1 } : mark)) }
      : one,
  )

function plain({ entries, stages: all }: Convention, sheets: readonly Sheet[]): readonly number[] {
  const marks = new Map(
    sheets.flatMap((one) => one.marks.map((mark) => [`${one.judge}/${mark.entry}/${mark.stage}/${mark.criterion}`, mark.value])),
  )
  const values = entries.map(({ id }) => {
    let sum = 0
    for (const { key, criteria } of all)
      for (const one of judges.map(judgeId))
        for (const { key: name, weight } of criteria) sum += weight * (((marks.get(`${one}/${id}/${key}/${name}`) ?? 0) - 1) / 4)
    return sum / judges.length
  })
  return values.sort((a, b) => b - a)
}

export const bench: Bench = {
  name: 'jury',
  async run({ runs, log }): Promise<Row[]> {
    const start = made()
    const name = `${size} entries × ${judges.length} judges × ${keys.length} criteria`
    const first: number[] = []
    const typing: number[] = []
    const whatIf: number[] = []
    const raw: number[] = []
    let sheets = start.sheets
    for (let run = 0; run < runs * 5; run += 1) {
      // Copies, because what was read of a sheet is kept as long as the sheet is the same.
      const fresh = structuredClone(start.sheets)
      first.push(taken(() => conventionResult(start.of, fresh)))
      sheets = typed(sheets, run)
      const now = sheets
      typing.push(taken(() => conventionResult(start.of, now)))
      whatIf.push(taken(() => conventionResult(start.of, now, { whatIf: { weights: { 'proposal/satu': 10 + run } } })))
      raw.push(taken(() => plain(start.of, now)))
    }
    const beside = 'plain recount of all marks'
    const rows = [
      rowOf('jury', `${name}, one mark changed`, typing, beside, raw),
      rowOf('jury', `${name}, another weight asked`, whatIf, beside, raw),
      rowOf('jury', `${name}, sheets just read`, first, beside, raw),
    ]
    for (const row of rows) log(`jury ${row.case}: ${row.ms} ms, plain ${row.besideMs} ms`)
    log(`jury, slowest of one mark changed: ${Math.max(...typing).toFixed(1)} ms`)
    return rows
  },
}

function taken(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
