/** What it takes to open a workspace and list a lab, at three sizes, beside reading and parsing the same files with nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemPorts } from '#core/ports.ts'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { layArchive, tempFolder } from '#test/unit/core/workspace/make.ts'
import { type Bench, type Row, rowOf, settle, timed } from './row.ts'

const sizes = [10, 2_000, 30_000]
const stateBytes = 10_250

const parseAll = (folder: string): number => {
  const innovations = join(folder, 'labs/arsip/innovations')
  let read = 0
  for (const name of readdirSync(innovations)) {
    JSON.parse(readFileSync(join(innovations, name), 'utf8'))
    read += 1
  }
  return read
}

const measure = async (count: number, runs: number, log: (line: string) => void): Promise<Row[]> => {
  const temp = tempFolder(tmpdir())
  try {
    layArchive(temp.folder, 'arsip', count, stateBytes)
    settle()
    const rebuild = await timed(async () => {
      const first = await openWorkspace(temp.folder, systemPorts)
      await first.innovations('arsip')
      await first.close()
    })
    const opened: number[] = []
    const listed: number[] = []
    const raw: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now()
      const workspace = await openWorkspace(temp.folder, systemPorts)
      opened.push(performance.now() - start)
      const list = await workspace.innovations('arsip')
      listed.push(performance.now() - start)
      await workspace.close()
      if (list.length !== count) throw new Error(`${list.length} listed, ${count} laid`)
      raw.push(await timed(() => parseAll(temp.folder)))
    }
    const beside = 'read and parse every file'
    const rows = [
      rowOf('open', `${count} innovations, open`, opened, beside, raw),
      rowOf('open', `${count} innovations, open and list`, listed, beside, raw),
      rowOf('open', `${count} innovations, first time, index missing`, [rebuild], beside, raw),
    ]
    for (const row of rows) log(`open at ${row.case}: ${row.ms} ms, raw ${row.besideMs} ms`)
    return rows
  } finally {
    temp.remove()
  }
}

export const bench: Bench = {
  name: 'open',
  run: async ({ runs, log }) => {
    const rows: Row[] = []
    for (const count of sizes) rows.push(...(await measure(count, Math.min(Math.max(runs, 5), 9), log)))
    return rows
  },
}
