/** Labs and innovations as plain values, and the making of new ones: where the workspace, the live documents and the packs meet. */

import * as Y from 'yjs'
import { isoNow, type Ports } from '#core/ports.ts'
import type { Sample } from '#core/samples/samples.ts'
import type { Sync, SyncStore } from '#core/sync/sync.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import { fillInnovation, snapshotInnovation } from '#shared/doc/innovation.ts'
import { fillLab, snapshotLab } from '#shared/doc/lab.ts'
import { emptyLog, fillLog, snapshotLog } from '#shared/doc/log.ts'
import { type DocAddress, innovationDocName, labDocName } from '#shared/doc/names.ts'
import { bySystem } from '#shared/doc/origins.ts'
import { isHeartbeat } from '#shared/doc/running.ts'
import { readSessions } from '#shared/doc/sessions.ts'
import { noCatalogue } from '#shared/model/catalogue.ts'
import { freshId, type InnovationId, type LabId } from '#shared/model/ids.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { LabLog } from '#shared/model/session.ts'
import { type InnovationSummary, type LabSummary, summaryShape } from '#shared/model/summary.ts'
import { answerFields } from '#shared/rules/facts.ts'
import { isWritten } from '#shared/rules/field-column.ts'
import { canvasOf, type Packs } from '#shared/rules/packs.ts'
import { summarise, summariseLab } from '#shared/rules/summary.ts'

/** Stores live documents: the summary beside the state is what lists and the overview read. */
export function syncStore(workspace: Workspace, ports: Ports, told: Told): SyncStore {
  const stamps = new WeakMap<Y.Doc, Stamp>()
  return {
    readOnly: workspace.readOnly,
    load: async (address) => (await stored(workspace, address))?.state ?? null,
    save: async (address, doc) => {
      const state = Y.encodeStateAsUpdate(doc)
      const now = isoNow(ports.clock)
      if (address.kind === 'lab') {
        const stamp = stamps.get(doc) ?? stampOf(doc)
        stamps.set(doc, stamp)
        const { changedAt } = stamp
        // Before writing: what changes meanwhile is for the next save to tell.
        stamp.changedAt = changedAt ?? now
        const summary = summariseLab(snapshotLab(doc, address.lab), readSessions(doc), stamp.changedAt)
        try {
          await workspace.writeLab(address.lab, { state, summary })
        } catch (why) {
          stamp.changedAt = null
          throw why
        }
        // A session that runs gives a sign of life every few seconds: nobody need draw or count anything again for it.
        if (changedAt === null) told.lab(summary)
      } else {
        const summary = summarise(snapshotInnovation(doc, address.innovation, address.lab), now)
        await workspace.writeInnovation(address.lab, address.innovation, { state, summary })
        told.innovation(address.lab, summary)
      }
    },
  }
}

/** When a lab was last stored with a change of its own; null for one that was not stored since. */
type Stamp = { changedAt: string | null }

function stampOf(doc: Y.Doc): Stamp {
  const stamp: Stamp = { changedAt: null }
  doc.on('afterTransaction', (transaction) => {
    if (!isHeartbeat(transaction)) stamp.changedAt = null
  })
  return stamp
}

/** Who wants to know what was just stored. */
export type Told = { lab(summary: LabSummary): void; innovation(lab: LabId, summary: InnovationSummary): void }

const stored = (workspace: Workspace, address: DocAddress) =>
  address.kind === 'lab' ? workspace.readLab(address.lab) : workspace.readInnovation(address.lab, address.innovation)

export type Library = {
  lab(id: LabId): Promise<Lab | null>
  innovation(lab: LabId, id: InnovationId): Promise<Innovation | null>
  /** All that are not archived, in the order of the index. */
  innovations(lab: LabId): Promise<readonly Innovation[]>
  /** Sessions, notes, partners and all else the lab has gathered. */
  log(id: LabId): Promise<LabLog | null>
  /** The lab and its log, read together. */
  frame(id: LabId): Promise<{ readonly lab: Lab; readonly log: LabLog } | null>
  /** An innovation as it is stored, with every change that is not stored yet; not opened. */
  state(lab: LabId, id: InnovationId): Promise<Uint8Array | null>
  /** Stores what was changed and is not stored yet, so that the index speaks of it. */
  settle(): Promise<void>
  /** The index of a lab; lines from before summaries said as much as today are read off their documents first. */
  summaries(lab: LabId): Promise<readonly InnovationSummary[]>
  addLab(lab: Omit<Lab, 'id' | 'createdAt'>, log?: LabLog): Promise<LabSummary>
  addInnovation(lab: LabId, facts: Partial<Innovation> & Pick<Innovation, 'name'>): Promise<InnovationSummary>
  /** Writes what is not yet there of a sample, under its own ids. */
  addSample(sample: Sample): Promise<LabSummary>
}

export function createLibrary(workspace: Workspace, sync: Sync, shelf: { readonly packs: Packs }, ports: Ports, told: Told): Library {
  const readLab = (id: LabId): Promise<Lab | null> => sync.read(labDocName(id), (doc) => snapshotLab(doc, id))
  const readInnovation = (lab: LabId, id: InnovationId): Promise<Innovation | null> =>
    sync.read(innovationDocName(lab, id), (doc) => snapshotInnovation(doc, id, lab))

  async function writeLab(lab: Lab, log: LabLog): Promise<LabSummary> {
    const doc = new Y.Doc()
    fillLab(doc, lab, bySystem)
    fillLog(doc, log, bySystem)
    const summary = summariseLab(lab, log.sessions, isoNow(ports.clock))
    await workspace.writeLab(lab.id, { state: Y.encodeStateAsUpdate(doc), summary })
    told.lab(summary)
    return summary
  }

  async function writeInnovation(innovation: Innovation): Promise<InnovationSummary> {
    const doc = new Y.Doc()
    fillInnovation(doc, innovation, (canvas, field) => isWrittenIn(shelf.packs, canvas, field), bySystem)
    const summary = summarise(innovation, isoNow(ports.clock))
    await workspace.writeInnovation(innovation.lab, innovation.id, { state: Y.encodeStateAsUpdate(doc), summary })
    told.innovation(innovation.lab, summary)
    return summary
  }

  /** By the line of the index it was made for: the index hands out the same one until the document is saved. */
  const renewed = new WeakMap<InnovationSummary, InnovationSummary>()

  async function upToDate(lab: LabId, one: InnovationSummary): Promise<InnovationSummary> {
    const known = one.shape === summaryShape ? one : renewed.get(one)
    if (known !== undefined) return known
    const id = one.id as InnovationId // ids of the index are ids of innovations
    const innovation = await readInnovation(lab, id)
    const fresh = innovation === null ? one : summarise(innovation, one.updatedAt)
    renewed.set(one, fresh)
    return fresh
  }

  return {
    lab: readLab,
    log: (id) => sync.read(labDocName(id), snapshotLog),
    frame: (id) => sync.read(labDocName(id), (doc) => ({ lab: snapshotLab(doc, id), log: snapshotLog(doc) })),
    state: (lab, id) => sync.state(innovationDocName(lab, id)),
    async settle() {
      await sync.flush()
    },
    async summaries(lab) {
      const all = await workspace.innovations(lab)
      if (all.every((one) => one.shape === summaryShape)) return all
      const fresh: InnovationSummary[] = []
      for (const one of all) fresh.push(await upToDate(lab, one))
      return fresh
    },
    innovation: readInnovation,
    async innovations(lab) {
      const found: Innovation[] = []
      for (const { id, archived } of await workspace.innovations(lab)) {
        const innovation = archived ? null : await readInnovation(lab, id as InnovationId) /* ids of the index are ids of innovations */
        if (innovation !== null) found.push(innovation)
      }
      return found
    },
    addLab: (lab, log = emptyLog) => writeLab({ ...lab, id: freshId(ports.random), createdAt: isoNow(ports.clock) }, log),
    addInnovation: (lab, facts) =>
      writeInnovation({ ...emptyInnovation, ...facts, id: freshId(ports.random), lab, createdAt: isoNow(ports.clock) }),
    async addSample(sample) {
      const known = workspace.labs().find((one) => one.id === sample.lab.id)
      const summary = known ?? (await writeLab(sample.lab, sample.log))
      // Cut off in the middle, the next call writes what is still missing; what is there is somebody's work by now.
      const there = new Set((await workspace.innovations(sample.lab.id)).map(({ id }) => id))
      const bytesOf = new Map(sample.attachments.map(({ name, bytes }) => [name, bytes]))
      const put = async (name: string): Promise<void> => {
        const bytes = bytesOf.get(name)
        if (bytes !== undefined) await workspace.putAttachment(sample.lab.id, bytes, name.split('.').at(-1) ?? 'bin')
      }
      for (const { name } of sample.log.photos) await put(name)
      for (const innovation of sample.innovations) {
        if (there.has(innovation.id)) continue
        for (const name of Object.keys(innovation.attachments)) await put(name)
        await writeInnovation(innovation)
      }
      const judged = new Set(await workspace.conventions.ids(sample.lab.id))
      for (const { convention, sheets, visitors } of sample.conventions) {
        if (judged.has(convention.id)) continue
        for (const sheet of sheets) await workspace.conventions.writeSheet(sample.lab.id, convention.id, sheet)
        await workspace.conventions.writeVisitors(sample.lab.id, convention.id, visitors)
        // Last: until it is there, the next call writes all of it again.
        await workspace.conventions.write(sample.lab.id, convention)
      }
      return summary
    },
  }
}

/** Whether a field of a form, or of the head of a grid, lives in a text of its own. */
function isWrittenIn(packs: Packs, canvas: string, key: string): boolean {
  const def = canvasOf(packs, canvas)
  const field = def === undefined ? undefined : answerFields(def).find((one) => one.key === key)
  return field !== undefined && isWritten(field)
}

const emptyInnovation: Omit<Innovation, 'id' | 'lab' | 'name' | 'createdAt'> = {
  longName: '',
  unit: null,
  stage: 'drum_up',
  kind: null,
  form: null,
  digital: null,
  summary: '',
  urusan: '',
  carriedFrom: null,
  members: [],
  startedOn: '',
  canvases: {},
  proposals: {},
  reviews: {},
  rounds: {},
  looks: {},
  gates: {},
  trail: [],
  attachments: {},
  evidence: [],
  maturity: {},
  versions: [],
  catalogue: noCatalogue,
  launched: false,
  monitored: false,
  illustration: '',
  archived: false,
}
