/** `npm run bench [-- NAME…] [--json] [--runs N]`: measured lines, each beside something else in the same run. Asserts nothing. */
import { parseArgs } from 'node:util'
import { bench as canvas } from './canvas.ts'
import { bench as catalogue } from './catalogue.ts'
import { bench as documents } from './documents.ts'
import { bench as jury } from './jury.ts'
import { bench as lab } from './lab.ts'
import { bench as open } from './open.ts'
import type { Bench, Row } from './row.ts'
import { bench as save } from './save.ts'
import { bench as start } from './start.ts'

const benches: readonly Bench[] = [save, open, documents, start, canvas, lab, catalogue, jury]

function table(rows: readonly Row[]): string {
  const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 })
  const lines = rows.map((row) => [row.bench, row.case, number(row.ms), row.beside, number(row.besideMs), number(row.ratio)])
  const all = [['bench', 'case', 'ms', 'beside', 'ms', 'ratio'], ...lines]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0))) ?? []
  return all
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '7' } },
})
const unknown = positionals.filter((name) => !benches.some((one) => one.name === name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
const runs = Math.max(5, Number(values.runs) || 7)
const rows: Row[] = []
for (const bench of benches) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue
  rows.push(...(await bench.run({ runs, log: (line) => console.error(line) })))
}
console.log(values.json ? JSON.stringify(rows) : table(rows))
