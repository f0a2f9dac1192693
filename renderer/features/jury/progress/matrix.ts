/** Judges against entries: what is done, what is locked, who does not judge what. */
import type { EntryId, JudgeId } from '#shared/model/ids.ts'
import type { Convention } from '#shared/model/jury.ts'
import type { ConventionResult } from '#shared/rules/jury-result.ts'

/** Of one judge for one entry, all of his stages together. Null where nothing is to be scored. */
export type Cell = {
  readonly state: 'recused' | 'locked' | 'draft' | 'none'
  readonly locked: number
  readonly stages: number
  readonly done: number
  readonly of: number
}

export type Row = { readonly entry: EntryId; readonly cells: readonly (Cell | null)[]; readonly open: boolean }
export type Column = { readonly judge: JudgeId; readonly locked: number; readonly of: number }
export type Matrix = { readonly columns: readonly Column[]; readonly rows: readonly Row[] }

type Sum = { locked: number; stages: number; done: number; of: number; recused: boolean }

/** Rows in the order of the convention's entries, without those that were withdrawn; columns in the order of its judges. */
export function matrixOf(convention: Convention, result: ConventionResult): Matrix {
  const found = new Map(result.entries.map((one) => [one.entry, one]))
  const columns = convention.judges.map(({ id }) => ({ judge: id, locked: 0, of: 0 }))
  const rows = convention.entries
    .filter(({ withdrawn }) => withdrawn === '')
    .map(({ id }): Row => {
      const sums = new Map<JudgeId, Sum>()
      for (const stage of found.get(id)?.stages ?? []) {
        for (const { judge, state, done, of } of stage.judges) {
          const sum = sums.get(judge) ?? { locked: 0, stages: 0, done: 0, of: 0, recused: false }
          sums.set(judge, sum)
          sum.recused ||= state === 'recused'
          sum.locked += state === 'locked' ? 1 : 0
          sum.stages += 1
          sum.done += done
          sum.of += of
        }
      }
      for (const column of columns) {
        const sum = sums.get(column.judge)
        if (sum === undefined || sum.recused) continue
        column.locked += sum.locked
        column.of += sum.stages
      }
      const cells = convention.judges.map(({ id: judge }) => cellOf(sums.get(judge)))
      return { entry: id, cells, open: cells.some((cell) => cell?.state === 'none' || cell?.state === 'draft') }
    })
  return { columns, rows }
}

function cellOf(sum: Sum | undefined): Cell | null {
  if (sum === undefined) return null
  const { recused, ...counts } = sum
  if (recused) return { ...counts, state: 'recused' }
  return { ...counts, state: counts.locked === counts.stages ? 'locked' : counts.done > 0 || counts.locked > 0 ? 'draft' : 'none' }
}
