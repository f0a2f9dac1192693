import { spawnSync } from 'node:child_process'

/** One measured line: what a thing of ours takes, beside the plainest way to do the same, in the same run. */
export type Row = {
  readonly bench: string
  readonly case: string
  /** Median, milliseconds. */
  readonly ms: number
  /** What stands beside it, in words. */
  readonly beside: string
  readonly besideMs: number
  /** `ms / besideMs` */
  readonly ratio: number
}

export type BenchOptions = { readonly runs: number; readonly log: (line: string) => void }
export type Bench = { readonly name: string; readonly run: (options: BenchOptions) => Promise<Row[]> }

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? Number.NaN
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN
  return (upper + lower) / 2
}

/** Lets the system write out what the preparation left, so that it does not run beside the measurement. Where it cannot be asked, nothing happens. */
export const settle = (): void => {
  spawnSync('sync', { stdio: 'ignore' })
}

/** Milliseconds that `work` takes. */
export const timed = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

export const rowOf = (bench: string, name: string, ours: readonly number[], beside: string, theirs: readonly number[]): Row => {
  const ms = median(ours)
  const besideMs = median(theirs)
  return { bench, case: name, ms: rounded(ms), beside, besideMs: rounded(besideMs), ratio: rounded(ms / besideMs) }
}
