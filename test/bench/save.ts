/** What one edit costs on disk, at archives of three sizes, beside a bare write, flush and rename of the same bytes. */
import { mkdirSync } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemPorts } from '#core/ports.ts'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { innovationSummaryOf, layArchive, numbered, stateOf, tempFolder } from '#test/unit/core/workspace/make.ts'
import { type Bench, type Row, rowOf, settle, timed } from './row.ts'

const sizes = [10, 2_000, 30_000]
/** Makes a file of about 14.6 kB. */
const stateBytes = 10_250

const bareSave = async (folder: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(join(folder, 'draft'), 'w')
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  await rename(join(folder, 'draft'), join(folder, 'file'))
}

const measure = async (count: number, runs: number, log: (line: string) => void): Promise<Row> => {
  const temp = tempFolder(tmpdir())
  try {
    layArchive(temp.folder, 'arsip', count, stateBytes)
    settle()
    const workspace = await openWorkspace(temp.folder, systemPorts)
    await workspace.innovations('arsip')
    const bare = join(temp.folder, 'bare')
    mkdirSync(bare)
    const ours: number[] = []
    const theirs: number[] = []
    let size = 0
    for (let run = -3; run < runs; run += 1) {
      const id = numbered((run + 3) % count)
      const save = { summary: innovationSummaryOf({ id }), state: stateOf(run + 100, stateBytes) }
      const took = await timed(() => workspace.writeInnovation('arsip', id, save))
      const bytes = await readFile(join(temp.folder, 'labs/arsip/innovations', `${id}.json`))
      size = bytes.length
      const bareTook = await timed(() => bareSave(bare, bytes))
      // The first three warm up code and disk.
      if (run < 0) continue
      ours.push(took)
      theirs.push(bareTook)
    }
    await workspace.close()
    const row = rowOf('save', `${count} innovations`, ours, 'write, flush, rename', theirs)
    log(`save at ${count}: ${row.ms} ms, bare ${row.besideMs} ms, ${size} bytes, ${runs} runs`)
    return row
  } finally {
    temp.remove()
  }
}

export const bench: Bench = {
  name: 'save',
  run: async ({ runs, log }) => {
    const rows: Row[] = []
    for (const count of sizes) rows.push(await measure(count, Math.max(runs, 5), log))
    return rows
  },
}
