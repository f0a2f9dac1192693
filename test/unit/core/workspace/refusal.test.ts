/** What a disk can refuse in the middle of the work. Real disks: a small one is mounted, which needs the right to mount. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '#core/workspace/workspace.ts'
import { FaultError } from '#shared/model/faults.ts'
import { innovationSummaryOf, labSummaryOf, openWithLab, stateOf, type Temp, tempFolder, testPorts } from './make.ts'

let temp: Temp
let disk: string | null = null
beforeEach(() => {
  temp = tempFolder()
})
afterEach(() => {
  if (disk !== null) execFileSync('umount', ['-l', disk])
  disk = null
  temp.remove()
})

/** Mounts a disk of `size` and gives its folder; null, with a line that says so, where this is not allowed. */
const smallDisk = (size: string): string | null => {
  const folder = join(temp.folder, 'diska')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' })
    disk = folder
  } catch (error) {
    console.log(`NOT TESTED HERE: a small disk cannot be mounted (${error instanceof Error ? error.message.trim() : error})`)
  }
  return disk
}

const save = (workspace: Workspace, toMend: number, bytes = 600): Promise<void> =>
  workspace.writeInnovation('solok', 'sipakde', { summary: innovationSummaryOf({ toMend }), state: stateOf(toMend, bytes) })

const refusalOf = async (work: Promise<unknown>): Promise<{ kind: string; file: string } | null> => {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof FaultError) return { kind: error.fault.kind, file: error.fault.file }
    throw error
  }
}

const file = 'labs/solok/innovations/sipakde.json'

describe('a disk that is full', () => {
  it('refuses the save with a name, keeps what was saved before, leaves no draft, and takes saves again when there is room', async (context) => {
    const folder = smallDisk('400k')
    if (folder === null) return context.skip()
    const workspace = await openWithLab(folder)
    await save(workspace, 1)
    await save(workspace, 2)
    writeFileSync(join(folder, 'isi'), new Uint8Array(300_000))
    expect(await refusalOf(save(workspace, 3, 200_000))).toEqual({ kind: 'disk_full', file })
    expect(await refusalOf(workspace.putAttachment('solok', stateOf(1, 200_000), 'jpg'))).toMatchObject({ kind: 'disk_full' })
    expect(readdirSync(join(folder, 'labs/solok/innovations')).sort()).toEqual(['sipakde.json', 'sipakde.json.prev'])
    expect(readdirSync(join(folder, 'labs/solok/attachments'))).toEqual([])
    expect((await workspace.readInnovation('solok', 'sipakde'))?.state).toEqual(stateOf(2))
    expect(JSON.parse(readFileSync(join(folder, `${file}.prev`), 'utf8')).summary.toMend).toBe(1)
    rmSync(join(folder, 'isi'))
    await save(workspace, 4)
    await workspace.close()
    const again = await openWorkspace(folder, testPorts())
    expect((await again.innovations('solok')).map((one) => one.toMend)).toEqual([4])
    expect(again.faults()).toEqual([])
    await again.close()
  })

  it('still opens, and what is on it can be read', async (context) => {
    const folder = smallDisk('200k')
    if (folder === null) return context.skip()
    const workspace = await openWithLab(folder)
    await save(workspace, 1)
    await workspace.close()
    try {
      for (let at = 0; ; at += 1) writeFileSync(join(folder, `isi-${at}`), new Uint8Array(4096))
    } catch {
      // Until nothing fits any more.
    }
    const full = await openWorkspace(folder, testPorts())
    expect(full.readOnly).toBe(true)
    expect(full.faults()).toMatchObject([{ kind: 'disk_full' }])
    expect((await full.readInnovation('solok', 'sipakde'))?.state).toEqual(stateOf(1))
    expect(await full.innovations('solok')).toHaveLength(1)
    expect(await refusalOf(save(full, 2))).toMatchObject({ kind: 'disk_full' })
    await full.close()
  })
})

describe('a folder nobody may write to', () => {
  const remount = (folder: string, how: 'ro' | 'rw'): Buffer => execFileSync('mount', ['-o', `remount,${how}`, folder])

  it('opens read-only and says so', async (context) => {
    const folder = smallDisk('1m')
    if (folder === null) return context.skip()
    const workspace = await openWithLab(folder)
    await save(workspace, 1)
    await save(workspace, 2)
    await workspace.close()
    writeFileSync(join(folder, file), '"format"')
    remount(folder, 'ro')
    const closed = await openWorkspace(folder, testPorts())
    expect(closed.readOnly).toBe(true)
    expect(closed.heldBy).toBeNull()
    expect((await closed.readInnovation('solok', 'sipakde'))?.summary.toMend).toBe(1)
    expect(closed.faults().map((fault) => [fault.kind, fault.file])).toEqual([
      ['denied', 'labinov.lock'],
      ['broken', file],
    ])
    expect(await refusalOf(save(closed, 3))).toMatchObject({ kind: 'denied' })
    await closed.close()
    expect(readFileSync(join(folder, file), 'utf8')).toBe('"format"')
  })

  it('refuses saves when it becomes so in the middle of the work, still opens what is damaged, and goes on when the right is back', async (context) => {
    const folder = smallDisk('1m')
    if (folder === null) return context.skip()
    const workspace = await openWithLab(folder)
    await save(workspace, 1)
    await save(workspace, 2)
    writeFileSync(join(folder, file), '"format"')
    remount(folder, 'ro')
    expect(await refusalOf(save(workspace, 3))).toEqual({ kind: 'denied', file })
    expect((await workspace.readInnovation('solok', 'sipakde'))?.summary.toMend).toBe(1)
    remount(folder, 'rw')
    await save(workspace, 4)
    expect((await workspace.readInnovation('solok', 'sipakde'))?.summary.toMend).toBe(4)
    await workspace.close()
    const kept = readdirSync(join(folder, 'labs/solok/innovations')).find((name) => name.includes('.rusak-'))
    expect(readFileSync(join(folder, 'labs/solok/innovations', kept ?? ''), 'utf8')).toBe('"format"')
  })
})

describe('a folder that vanishes', () => {
  it('refuses saves as missing, writes nothing where it was, and goes on when it is back', async () => {
    const folder = join(temp.folder, 'flashdisk')
    const workspace = await openWithLab(folder)
    await save(workspace, 1)
    renameSync(folder, `${folder}-dicabut`)
    expect(await refusalOf(save(workspace, 2))).toEqual({ kind: 'missing', file })
    mkdirSync(folder)
    expect(await refusalOf(save(workspace, 2))).toEqual({ kind: 'missing', file })
    expect(await refusalOf(workspace.writeLab('baru', { summary: labSummaryOf({ id: 'baru' }), state: stateOf(1) }))).toMatchObject({
      kind: 'missing',
    })
    expect(await refusalOf(workspace.settings.write({ theme: 'dark' }))).toMatchObject({ kind: 'missing' })
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
    renameSync(`${folder}-dicabut`, folder)
    await save(workspace, 3)
    await workspace.close()
    const again = await openWorkspace(folder, testPorts())
    expect((await again.innovations('solok')).map((one) => one.toMend)).toEqual([3])
    await again.close()
  })

  it('lists nothing while it is away and everything when it is back', async () => {
    const folder = join(temp.folder, 'flashdisk')
    const first = await openWithLab(folder)
    await save(first, 1)
    await first.close()
    const workspace = await openWorkspace(folder, testPorts())
    renameSync(folder, `${folder}-dicabut`)
    expect(await workspace.innovations('solok')).toEqual([])
    renameSync(`${folder}-dicabut`, folder)
    expect((await workspace.innovations('solok')).map((one) => one.toMend)).toEqual([1])
    await workspace.close()
  })

  it('cannot be opened for reading, and a file cannot be opened as a workspace', async () => {
    expect(await refusalOf(openWorkspace(join(temp.folder, 'tidak-ada'), testPorts(), { readOnly: true }))).toMatchObject({
      kind: 'missing',
    })
    writeFileSync(join(temp.folder, 'surat.txt'), 'isi')
    expect(await refusalOf(openWorkspace(join(temp.folder, 'surat.txt'), testPorts()))).not.toBeNull()
    expect(existsSync(join(temp.folder, 'tidak-ada'))).toBe(false)
  })
})
