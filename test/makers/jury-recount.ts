/**
 * The result of a convention counted a second time, from the words of docs/jury.md alone and without a single rule of the app: levelled
 * marks (1 to 5 become 0 to 100, by weight), the mean of the judges who locked, 60 and 40 parts of two stages, equals share a rank.
 * For conventions without tie rules whose stages count `normal` and whose judges are pooled by the mean.
 */
import type { Convention, Sheet } from '#shared/model/jury.ts'

export type Recounted = { readonly entry: string; readonly value: number | null; readonly rank: number | null }

function lockedBy(sheet: Sheet, entry: string, stage: string): boolean {
  let newest: Sheet['acts'][number] | null = null
  for (const act of sheet.acts)
    if (
      act.entry === entry &&
      act.stage === stage &&
      (newest === null || act.turn > newest.turn || (act.turn === newest.turn && act.at >= newest.at))
    )
      newest = act
  return newest?.act === 'lock'
}

function recusedFrom({ judges, entries, recusals, lifts }: Convention, judge: string, entry: string): boolean {
  const pair = (one: { readonly judge: string; readonly entry: string }) => one.judge === judge && one.entry === entry
  const last = (all: readonly { readonly at: string }[]) =>
    all
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? ''
  const [said, lifted] = [last(recusals.filter(pair)), last(lifts.filter(pair))]
  if (said > lifted) return true
  const unit = judges.find(({ id }) => id === judge)?.unit ?? null
  return lifted === '' && unit !== null && unit === entries.find(({ id }) => id === entry)?.unit
}

function ofJudge(stage: Convention['stages'][number], sheet: Sheet | undefined, entry: string): number | null {
  if (sheet === undefined || !lockedBy(sheet, entry, stage.key)) return null
  let [sum, weights] = [0, 0]
  for (const { key, weight, min, max } of stage.criteria) {
    const value = sheet.marks.find((one) => one.entry === entry && one.stage === stage.key && one.criterion === key)?.value ?? null
    if (value === null) return null
    sum += ((value - min) / (max - min)) * weight
    weights += weight
  }
  return (sum / weights) * 100
}

/** In the order of the entries. */
export function recounted(convention: Convention, sheets: readonly Sheet[]): readonly Recounted[] {
  const shares = convention.stages.reduce((sum, { weight }) => sum + weight, 0)
  const values = convention.entries.map(({ id }) => {
    let whole = 0
    for (const stage of convention.stages) {
      const judges = new Set(
        convention.panels
          .filter(({ entries, stages }) => entries.includes(id) && (stages.length === 0 || stages.includes(stage.key)))
          .flatMap(({ judges: all }) => all),
      )
      const numbers = [...judges]
        .filter((judge) => !recusedFrom(convention, judge, id))
        .map((judge) =>
          ofJudge(
            stage,
            sheets.find((one) => one.judge === judge),
            id,
          ),
        )
        .filter((value) => value !== null)
      if (numbers.length === 0) return null
      whole += (numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * (stage.weight / shares)
    }
    return whole
  })
  const ranks = (value: number | null): number | null =>
    value === null
      ? null
      : 1 + convention.entries.filter((one, at) => one.withdrawn === '' && (values[at] ?? Number.NEGATIVE_INFINITY) > value + 1e-9).length
  return convention.entries.map(({ id, withdrawn }, at) => {
    const value = values[at] ?? null
    return { entry: id, value, rank: withdrawn === '' ? ranks(value) : null }
  })
}
