/**
 * A lab of 200 full innovations through `serve`: its list of documents, and all proposals as files and as one book, while another client
 * asks something small every 50 ms. Started by hand: `node test/bench/many-documents.ts [count]`; prints what it measured.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import * as Y from 'yjs'
import { loadPacks } from '#core/packs/packs.ts'
import { systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import { documentText, encodeDocument } from '#core/workspace/document.ts'
import type { Contract } from '#shared/api/contract.ts'
import { fillInnovation } from '#shared/doc/innovation.ts'
import { fillLab } from '#shared/doc/lab.ts'
import { fillLog } from '#shared/doc/log.ts'
import { bySystem } from '#shared/doc/origins.ts'
import type { InnovationId } from '#shared/model/ids.ts'
import { answerFields } from '#shared/rules/facts.ts'
import { isWritten } from '#shared/rules/field-column.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { summarise, summariseLab } from '#shared/rules/summary.ts'

const root = resolve(import.meta.dirname, '../..')
const at = '2026-08-13T02:00:00.000Z'
const version = '0.1.0'

/** The sample lab with its fullest innovation `count` times over. */
async function layCopies(folder: string, count: number): Promise<string> {
  const { lab, log, innovations, attachments } = await readSample(join(root, 'templates/samples/kota-solok'), systemPorts)
  const { packs } = await loadPacks([join(root, 'templates/packs')])
  const full = innovations.find(({ id }) => id === 'langkok')
  if (full === undefined) throw new Error('the sample has no LANGKOK')
  const base = join(folder, 'labs', lab.id)
  for (const one of ['innovations', 'attachments']) mkdirSync(join(base, one), { recursive: true })
  for (const { name, bytes } of attachments) writeFileSync(join(base, 'attachments', name), bytes)
  const whole = new Y.Doc()
  fillLab(whole, lab, bySystem)
  fillLog(whole, log, bySystem)
  const content = { id: lab.id, revision: 1, version, summary: summariseLab(lab, log.sessions, at), state: Y.encodeStateAsUpdate(whole) }
  writeFileSync(join(base, 'lab.json'), documentText(encodeDocument('lab', content)))
  const written = (canvas: string, key: string): boolean => {
    const def = canvasOf(packs, canvas)
    const field = def === undefined ? undefined : answerFields(def).find((one) => one.key === key)
    return field !== undefined && isWritten(field)
  }
  for (let n = 0; n < count; n += 1) {
    const one = { ...full, id: `salinan${String(n).padStart(3, '0')}` as InnovationId, name: `LANGKOK ${n + 1}` } // an id of our own making
    const doc = new Y.Doc()
    fillInnovation(doc, one, written, bySystem)
    const stored = { id: one.id, revision: 1, version, summary: summarise(one, at), state: Y.encodeStateAsUpdate(doc) }
    writeFileSync(join(base, 'innovations', `${one.id}.json`), documentText(encodeDocument('innovation', stored)))
  }
  return lab.id
}

type Calls = ContractRouterClient<Contract>

async function startServer(workspace: string): Promise<{ readonly child: ChildProcess; readonly calls: Calls }> {
  const child = spawn(
    process.execPath,
    [join(root, 'electron/headless/labinov.ts'), 'serve', '--workspace', workspace, '--port', '0', ...rendererArgs()],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const address = await new Promise<string>((found, fail) => {
    let text = ''
    child.stdout?.on('data', (data: Buffer) => {
      text += data.toString()
      const match = /(http:\/\/\S+)/u.exec(text)
      if (match?.[1] !== undefined) found(match[1])
    })
    child.on('exit', (code) => fail(new Error(`serve ended with ${code}: ${text}`)))
  })
  const { origin, searchParams } = new URL(address)
  const link = new RPCLink({ url: `${origin}/api`, headers: { authorization: `Bearer ${searchParams.get('key') ?? ''}` } })
  return { child, calls: createORPCClient(link) as Calls } // the router serves that contract
}

const rendererArgs = (): string[] => {
  const given = process.argv[3]
  return given === undefined ? [] : ['--renderer', given]
}

/** Megabytes that the process holds now, and held at most. */
function memoryOf({ pid }: ChildProcess): string {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const mb = (key: string) => Math.round(Number(new RegExp(`${key}:\\s+(\\d+)`, 'u').exec(status)?.[1] ?? 0) / 1024)
    return `${mb('VmRSS')} MB now, ${mb('VmHWM')} MB at most`
  } catch {
    return 'not known on this system'
  }
}

/** Runs `work` while the small question is asked every 50 ms. */
async function beside<T>(name: string, { child, calls }: { child: ChildProcess; calls: Calls }, work: () => Promise<T>): Promise<T> {
  const took: number[] = []
  let over = false
  const asking = (async () => {
    while (!over) {
      const start = performance.now()
      await calls.app.about()
      took.push(performance.now() - start)
      await new Promise((next) => setTimeout(next, 50))
    }
  })()
  const start = performance.now()
  const result = await work()
  const total = performance.now() - start
  over = true
  await asking
  took.sort((a, b) => a - b)
  const ms = (value: number | undefined) => `${Math.round(value ?? 0)} ms`
  console.log(
    `${name}: ${ms(total)}; answers p50 ${ms(took[took.length >> 1])}, p95 ${ms(took[Math.floor(took.length * 0.95)])}, longest ${ms(took.at(-1))} of ${took.length}; memory ${memoryOf(child)}`,
  )
  return result
}

const count = Number(process.argv[2] ?? 200)
const folder = await mkdtemp(join(tmpdir(), 'labinov-many-'))
try {
  const lab = await layCopies(folder, count)
  const server = await startServer(folder)
  const { calls, child } = server
  try {
    await calls.app.about()
    console.log(`${count} innovations; memory at the start ${memoryOf(child)}`)
    // The first listing of innovations writes the index, as opening the lab does.
    await beside('index', server, () => calls.lab.overview({ lab }))
    await beside('first list', server, () => calls.document.list({ lab }))
    await beside('second list', server, () => calls.document.list({ lab }))
    await beside('list of one kind', server, () => calls.document.list({ lab, kind: 'proposal-kipp' }))
    await beside('preview of one', server, async () => {
      const { size } = await calls.document.preview({ lab, kind: 'proposal-kipp', innovation: 'salinan000' })
      return size
    })
    for (const as of ['files', 'book'] as const) {
      await beside(`proposals as ${as}`, server, async () => {
        for await (const step of await calls.document.batch({ lab, kind: 'proposal-kipp', format: 'pdf', as }))
          if (step.state === 'done') console.log(`  written ${step.written}, failed ${step.failed.length}`)
      })
    }
    await beside('list afterwards', server, () => calls.document.list({ lab }))
  } finally {
    child.kill()
    await new Promise((ended) => child.once('exit', ended))
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
