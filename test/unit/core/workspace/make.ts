/** Makers for workspace tests: valid values with any field changed, folders that go away, archives of any size. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ports } from '#core/ports.ts'
import { documentText, encodeDocument } from '#core/workspace/document.ts'
import { openWorkspace, type Workspace, type WorkspaceOptions } from '#core/workspace/workspace.ts'
import { type InnovationSummary, type LabSummary, summaryShape } from '#shared/model/summary.ts'

/** A small seeded generator (mulberry32); the same seed gives the same numbers from 0 up to 1. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Ports whose clock moves one second per look and whose randomness is seeded. */
export const testPorts = (seed = 1): Ports & { readonly logged: string[] } => {
  let now = Date.UTC(2026, 7, 13)
  const next = seeded(seed)
  const logged: string[] = []
  return {
    clock: () => {
      now += 1000
      return now
    },
    random: (bytes) => bytes.map(() => Math.floor(next() * 256)),
    log: (level, message) => logged.push(`${level}: ${message}`),
    logged,
  }
}

export const labSummaryOf = (change: Partial<LabSummary> = {}): LabSummary => ({
  id: 'solok',
  region: 'Kabupaten Solok',
  province: 'Sumatera Barat',
  regionKind: 'kabupaten',
  year: 2026,
  jilid: 2,
  theme: 'Pelayanan yang dekat',
  method: '6d-lan',
  stage: 'diagnose',
  units: 24,
  owing: null,
  people: 96,
  sessions: [],
  continues: null,
  sample: false,
  archived: false,
  updatedAt: '2026-08-13T02:00:00.000Z',
  ...change,
})

export const innovationSummaryOf = (change: Partial<InnovationSummary> = {}): InnovationSummary => ({
  id: 'sipakde',
  name: 'SIPAKDE',
  maturity: {},
  evidence: { all: 0, held: 0 },
  longName: 'Sistem Pelayanan Administrasi Kependudukan Desa',
  unit: 'dukcapil',
  stage: 'design',
  kind: 'proses',
  shape: summaryShape,
  form: null,
  urusan: '',
  startedOn: '',
  createdAt: '2026-04-14T02:00:00.000Z',
  carriedFrom: null,
  rounds: {},
  looked: {},
  mendSince: '',
  gates: {},
  canvases: { 'peta-masalah': 'selesai', 'pohon-masalah': 'berjalan' },
  toMend: 2,
  waiting: 1,
  passed: ['drum_up', 'diagnose'],
  words: { 'proposal-kipp': 1240 },
  sections: { 'proposal-kipp': { ringkasan: 1240 } },
  headers: { 'proposal-kipp': ['nama'] },
  answered: { 'peta-masalah': [], 'form-ide': ['ide'] },
  described: true,
  summary: '',
  problem: '',
  team: [],
  digital: null,
  catalogue: { standing: null, reuse: null, contact: '', sdgs: [], adopters: [], replicates: '' },
  sustainability: null,
  members: 4,
  launched: false,
  monitored: false,
  archived: false,
  illustration: false,
  updatedAt: '2026-08-13T02:00:00.000Z',
  ...change,
})

/** `length` bytes that stand for a Yjs update. */
export const stateOf = (seed: number, length = 600): Uint8Array => {
  const next = seeded(seed)
  return Uint8Array.from({ length }, () => Math.floor(next() * 256))
}

export type Temp = { readonly folder: string; readonly remove: () => void }

/** A file system in memory where there is one: real files all the same, and a test does not wait for the flushes of a busy disk. */
const quickest = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** @param on the folder to make it in; give `tmpdir()` where the disk itself is measured. */
export const tempFolder = (on: string = quickest): Temp => {
  const folder = mkdtempSync(join(on, 'labinov-test-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Opens a workspace with one lab in it. */
export const openWithLab = async (folder: string, options: WorkspaceOptions = {}, lab = 'solok'): Promise<Workspace> => {
  const workspace = await openWorkspace(folder, testPorts(), options)
  if ((await workspace.readLab(lab)) === null) await workspace.writeLab(lab, { summary: labSummaryOf({ id: lab }), state: stateOf(7) })
  return workspace
}

export const numbered = (at: number): string => `inovasi-${String(at).padStart(5, '0')}`

/** Writes the document files of an archive straight to disk, without flushing: for sizes that saves would take minutes to reach. */
export const layArchive = (folder: string, lab: string, count: number, stateBytes: number): void => {
  const base = join(folder, 'labs', lab)
  for (const one of ['innovations', 'attachments']) mkdirSync(join(base, one), { recursive: true })
  const version = '0.1.0'
  const labContent = { id: lab, revision: 1, version, summary: labSummaryOf({ id: lab }), state: stateOf(3) }
  writeFileSync(join(base, 'lab.json'), documentText(encodeDocument('lab', labContent)))
  for (let at = 0; at < count; at += 1) {
    const id = numbered(at)
    const summary = innovationSummaryOf({ id, name: `INOVASI ${at}` })
    const content = { id, revision: 1, version, summary, state: stateOf(at, stateBytes) }
    writeFileSync(join(base, 'innovations', `${id}.json`), documentText(encodeDocument('innovation', content)))
  }
}
