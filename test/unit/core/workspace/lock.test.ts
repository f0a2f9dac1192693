import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearDead } from '#core/workspace/lock.ts'
import { processStart } from '#core/workspace/process-start.ts'
import { openWorkspace } from '#core/workspace/workspace.ts'
import { FaultError } from '#shared/model/faults.ts'
import { labSummaryOf, openWithLab, stateOf, type Temp, tempFolder, testPorts } from './make.ts'

let temp: Temp
let lock: string
const children: ChildProcess[] = []
beforeEach(() => {
  temp = tempFolder()
  lock = join(temp.folder, 'labinov.lock')
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  temp.remove()
})

type Answer = { readonly pid: number; readonly readOnly: boolean; readonly heldBy: { readonly pid: number; readonly host: string } | null }

/** Another process that opens the workspace; resolves when it has. */
const holder = async (): Promise<{ child: ChildProcess; answer: Answer }> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child-hold.ts'), temp.folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, answer: JSON.parse(String(line)) }
}

const leave = async (child: ChildProcess, how: 'kill' | 'close'): Promise<void> => {
  const gone = once(child, 'exit')
  if (how === 'kill') child.kill('SIGKILL')
  else child.stdin?.end()
  await gone
}

const lockOf = (change: Record<string, unknown>): string =>
  JSON.stringify({ pid: process.pid, host: hostname(), start: 'lain', token: 'ab', since: '2026-08-13T00:00:00.000Z', ...change })

describe('the lock of a workspace', () => {
  it('gives a second process the workspace read-only and says who holds it, until the first closes it', async () => {
    const { child, answer } = await holder()
    expect(answer.readOnly).toBe(false)
    const second = await openWorkspace(temp.folder, testPorts())
    expect(second.readOnly).toBe(true)
    expect(second.heldBy).toEqual({ pid: child.pid, host: hostname() })
    expect(second.faults()).toMatchObject([{ kind: 'locked' }])
    const refused = await second.writeLab('solok', { summary: labSummaryOf(), state: stateOf(1) }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FaultError)
    expect(refused).toMatchObject({ fault: { kind: 'locked' } })
    await second.close()
    expect(existsSync(lock)).toBe(true)
    await leave(child, 'close')
    expect(existsSync(lock)).toBe(false)
    const third = await openWorkspace(temp.folder, testPorts())
    expect(third.readOnly).toBe(false)
    await third.close()
  })

  it('is taken over from an owner that was killed', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { child, answer } = await holder()
      expect(answer.readOnly).toBe(false)
      await leave(child, 'kill')
      expect(existsSync(lock)).toBe(true)
    }
    const next = await openWorkspace(temp.folder, testPorts())
    expect(next.readOnly).toBe(false)
    await next.close()
    expect(existsSync(lock)).toBe(false)
  })

  it('goes to exactly one of many that find a dead owner at the same time', { timeout: 60_000 }, async () => {
    const first = await holder()
    await leave(first.child, 'kill')
    const many = await Promise.all(Array.from({ length: 6 }, holder))
    const owners = many.filter(({ answer }) => !answer.readOnly)
    expect(owners).toHaveLength(1)
    for (const { answer } of many) if (answer.readOnly) expect(answer.heldBy?.pid).toBe(owners[0]?.answer.pid)
  })

  it('does not let one process open the same workspace for writing twice', async () => {
    const first = await openWorkspace(temp.folder, testPorts(1))
    const second = await openWorkspace(temp.folder, testPorts(2))
    expect([first.readOnly, second.readOnly]).toEqual([false, true])
    await second.close()
    await first.close()
  })

  it('counts for nothing when the number belongs to another process by now, or when it cannot be read', async () => {
    for (const text of [lockOf({}), '', '\0\0\0\0', '{"pid": 1', lockOf({ pid: 'x' })]) {
      writeFileSync(lock, text)
      const workspace = await openWorkspace(temp.folder, testPorts())
      expect(workspace.readOnly, text).toBe(false)
      await workspace.close()
    }
  })

  it('of another computer, or of a running process whose start is unknown, is respected until the facilitator decides', async () => {
    for (const change of [{ host: 'laptop-sekretariat', pid: 4 }, { start: null }]) {
      writeFileSync(lock, lockOf(change))
      const careful = await openWorkspace(temp.folder, testPorts())
      expect(careful.readOnly).toBe(true)
      await careful.close()
      expect(readFileSync(lock, 'utf8')).toBe(lockOf(change))
      const bold = await openWorkspace(temp.folder, testPorts(), { takeOver: true })
      expect(bold.readOnly).toBe(false)
      await bold.close()
      expect(existsSync(lock)).toBe(false)
    }
  })

  it('of a process that is gone counts for nothing, also when its start was never known', async () => {
    const { child } = await holder()
    await leave(child, 'kill')
    writeFileSync(lock, lockOf({ pid: child.pid, start: null }))
    const workspace = await openWorkspace(temp.folder, testPorts())
    expect(workspace.readOnly).toBe(false)
    await workspace.close()
  })

  it('is not taken away by somebody who was too slow: it is the dead one that was meant', async () => {
    const dead = { pid: 1, host: hostname(), start: 'lama', token: 'mati', since: '2026-08-13T00:00:00.000Z' }
    const living = lockOf({ token: 'hidup' })
    writeFileSync(lock, living)
    await clearDead(lock, dead, 'saya')
    expect(readFileSync(lock, 'utf8')).toBe(living)
    await clearDead(lock, 'unreadable', 'saya')
    expect(readFileSync(lock, 'utf8')).toBe(living)
    writeFileSync(lock, JSON.stringify(dead))
    await clearDead(lock, dead, 'saya')
    expect(readdirSync(temp.folder)).toEqual([])
  })

  it('that was taken over stops the former owner before it writes over what the new one saved', async () => {
    const former = await openWithLab(temp.folder)
    const heir = await openWorkspace(temp.folder, testPorts(9), { takeOver: true })
    await heir.writeLab('solok', { summary: labSummaryOf({ people: 500 }), state: stateOf(5) })
    await expect(former.writeLab('solok', { summary: labSummaryOf({ people: 1 }), state: stateOf(1) })).rejects.toMatchObject({
      fault: { kind: 'locked' },
    })
    await former.close()
    expect(existsSync(lock)).toBe(true)
    expect((await heir.readLab('solok'))?.summary.people).toBe(500)
    await heir.close()
  })

  it('is not taken by whoever only wants to read', async () => {
    await (await openWithLab(temp.folder)).close()
    const reader = await openWorkspace(temp.folder, testPorts(), { readOnly: true })
    expect(existsSync(lock)).toBe(false)
    const owner = await openWorkspace(temp.folder, testPorts())
    expect(owner.readOnly).toBe(false)
    expect(reader.labs()).toHaveLength(1)
    await expect(reader.settings.write({ theme: 'dark' })).rejects.toMatchObject({ fault: { kind: 'denied' } })
    await reader.close()
    await owner.close()
  })
})

describe('the start of a process', () => {
  it('is the same each time for one process, differs between two, and is null for none', async () => {
    const { child } = await holder()
    const pid = child.pid ?? 0
    expect(await processStart(pid)).toBe(await processStart(pid))
    expect(await processStart(pid)).not.toBeNull()
    expect(await processStart(pid)).not.toBe(await processStart(process.pid))
    await leave(child, 'kill')
    expect(await processStart(pid)).toBeNull()
  })
})
