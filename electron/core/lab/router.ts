/** The answers to the contract. Short on purpose: what a method does lives in the parts it calls. */
import { ORPCError } from '@orpc/server'
import type { PackShelf } from '#core/packs/shelf.ts'
import type { Ports } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import type { Sync } from '#core/sync/sync.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import { type Change, type FolderReason, refusals } from '#shared/api/contract.ts'
import { keysInOrder } from '#shared/doc/order.ts'
import { freshId, type LabId } from '#shared/model/ids.ts'
import type { Lab } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { emptyKop, noTrial, plainNaskah } from '#shared/rules/blank.ts'
import { attachmentRoutes } from './attachment-routes.ts'
import type { Broadcast } from './broadcast.ts'
import { guarded, noDesk, refuse, unreadable } from './caller.ts'
import type { CatalogueFeed } from './catalogue-feed.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { createFigures, labCard } from './figures.ts'
import { gateRoutes } from './gates.ts'
import { jilidRoutes } from './jilid.ts'
import { judgingRoutes } from './judging-routes.ts'
import { juryRoutes } from './jury-routes.ts'
import type { Library } from './library.ts'
import { whyUnusable } from './output-folder.ts'
import { packRoutes } from './pack-routes.ts'
import type { Papers } from './papers.ts'

/** What only a desktop can do; absent abilities are undefined. */
export type Desk = {
  readonly reveal?: (file: string) => Promise<void>
  readonly pickFolder?: () => Promise<string | null>
  /** Shows the page of that lab for the hall in a window of its own. */
  readonly project?: (lab: string) => Promise<void>
  readonly keepAwake?: (on: boolean) => void
}

export type RouterParts = {
  readonly workspace: Workspace
  readonly sync: Sync
  readonly library: Library
  readonly papers: Papers
  readonly catalogue: CatalogueFeed
  readonly shelf: PackShelf
  readonly changes: Broadcast<Change>
  readonly ports: Ports
  readonly samplesFolder: string
  readonly version: string
  readonly desk: Desk
}

/** Largest picture or table taken in. */
const mostBytes = 12 * 1024 * 1024

export type LabRouter = ReturnType<typeof createRouter>

export function createRouter(parts: RouterParts) {
  const { workspace, sync, library, papers, shelf, changes, desk } = parts
  const figures = createFigures(library, shelf)
  const writable = () => {
    if (workspace.readOnly) throw new ORPCError('READ_ONLY', { status: refusals.READ_ONLY.status, defined: true })
  }

  async function addInnovations(of: string, wanted: readonly NewInnovation[]): Promise<InnovationSummary[]> {
    writable()
    const lab = await library.lab(of as LabId) // checked against the id pattern at the door
    if (lab === null) throw refuse('NOT_FOUND', 'lab', of)
    // A late idea still has to be diagnosed and approved, however far the lab has come.
    const stage = lab.stage === 'drum_up' ? 'drum_up' : 'diagnose'
    const made: InnovationSummary[] = []
    for (const { name, longName, unit: id } of wanted) {
      const unit = lab.units.find((one) => one.id === id)?.id ?? null
      made.push(await library.addInnovation(lab.id, { name, longName, unit, stage }))
    }
    return made
  }

  return guarded.router({
    app: {
      about: guarded.app.about.handler(({ context }) => ({
        version: parts.version,
        door: context.door,
        reach: context.reach,
        folder: workspace.folder,
        outputFolder: papers.outputFolder(),
        readOnly: workspace.readOnly,
        heldBy: workspace.heldBy,
        canReveal: desk.reveal !== undefined,
        canPickFolder: desk.pickFolder !== undefined,
        canProject: desk.project !== undefined,
      })),
      settings: guarded.app.settings.handler(() => workspace.settings.read()),
      changeSettings: guarded.app.changeSettings.handler(async ({ input }) => {
        writable()
        const { outputFolder = '' } = input
        const reason = outputFolder === '' ? null : await whyUnusable(outputFolder, parts.ports.random)
        if (reason !== null) throw unusable(outputFolder, reason)
        await workspace.settings.write(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)))
        const settings = workspace.settings.read()
        changes.tell({ kind: 'settings', settings })
        return settings
      }),
      pickFolder: guarded.app.pickFolder.handler(async () => {
        if (desk.pickFolder === undefined) throw noDesk()
        return { folder: await desk.pickFolder() }
      }),
      project: guarded.app.project.handler(async ({ input }) => {
        if (desk.project === undefined) throw noDesk()
        await desk.project(input.lab)
        return {}
      }),
      keepAwake: guarded.app.keepAwake.handler(({ input }) => {
        desk.keepAwake?.(input.on)
        return {}
      }),
      changes: guarded.app.changes.handler(async function* ({ signal }) {
        const heard = changes.listen(signal)
        yield { kind: 'hello' as const }
        yield* heard
      }),
    },
    workspace: {
      labs: guarded.workspace.labs.handler(async () =>
        Promise.all(
          // ids of lab summaries are ids of labs
          workspace.labs().map(async (lab) => labCard(lab, await workspace.innovations(lab.id as LabId), shelf.packs)),
        ),
      ),
      faults: guarded.workspace.faults.handler(() => [...workspace.faults()]),
      check: guarded.workspace.check.handler(async () => {
        const { documents, attachments, damaged } = await workspace.check()
        return { documents, attachments, damaged: [...damaged] }
      }),
      saveAgain: guarded.workspace.saveAgain.handler(async () => ({ waiting: await sync.flush() })),
    },
    lab: {
      create: guarded.lab.create.handler(({ input }) => {
        writable()
        return library.addLab(newLab(input, parts.ports))
      }),
      ...jilidRoutes(parts, writable),
      openSample: guarded.lab.openSample.handler(async () => {
        const known = workspace.labs().find((lab) => lab.sample)
        if (workspace.readOnly && known !== undefined) return known
        writable()
        return library.addSample(await readSample(parts.samplesFolder, parts.ports))
      }),
      overview: guarded.lab.overview.handler(async ({ input }) => {
        const lab = workspace.labs().find(({ id }) => id === input.lab)
        if (lab === undefined) throw refuse('NOT_FOUND', 'lab', input.lab)
        return { lab, innovations: [...(await library.summaries(input.lab as LabId))] } // checked against the id pattern at the door
      }),
      figures: guarded.lab.figures.handler(({ input }) => {
        if (!workspace.labs().some(({ id }) => id === input.lab)) throw refuse('NOT_FOUND', 'lab', input.lab)
        return figures.of(input.lab as LabId) // checked against the id pattern at the door
      }),
    },
    innovation: {
      create: guarded.innovation.create.handler(async ({ input }) => {
        const [made] = await addInnovations(input.lab, [input])
        if (made === undefined) throw refuse('NOT_FOUND', 'lab', input.lab)
        return made
      }),
      createMany: guarded.innovation.createMany.handler(({ input }) => addInnovations(input.lab, input.innovations)),
    },
    session: {
      read: guarded.session.read.handler(async ({ input }) => {
        const log = await library.log(input.lab as LabId) // checked against the id pattern at the door
        const session = log?.sessions.find(({ id }) => id === input.session)
        if (session === undefined) throw refuse('NOT_FOUND', 'session', input.session)
        return session
      }),
    },
    gate: gateRoutes(parts, writable),
    packs: packRoutes(parts, writable),
    attachment: attachmentRoutes(parts, writable),
    document: documentRoutes(parts),
    jury: juryRoutes(parts, writable),
    judging: judgingRoutes(parts, writable),
    catalogue: catalogueRoutes(parts, writable),
    canvas: {
      export: guarded.canvas.export.handler(async function* ({ input, signal }) {
        yield* papers.exportCanvas(input, signal)
      }),
    },
    text: {
      write: guarded.text.write.handler(({ input }) => papers.keepText(input.name, input.ending, input.text)),
    },
    table: {
      write: guarded.table.write.handler(({ input, signal }) => papers.keepTable(input, workspace.settings.read().language, signal)),
      read: guarded.table.read.handler(async ({ input, signal }) => {
        if (input.file.size > mostBytes) throw unreadable('size')
        return { sheets: await papers.readTable(new Uint8Array(await input.file.arrayBuffer()), signal) }
      }),
    },
  })
}

const unusable = (folder: string, reason: FolderReason) =>
  new ORPCError('FOLDER_UNUSABLE', { status: refusals.FOLDER_UNUSABLE.status, data: { folder, reason }, defined: true })

type NewInnovation = { readonly name: string; readonly longName: string; readonly unit: string | null }

type NewLab = Pick<Lab, 'region' | 'regionKind' | 'year' | 'jilid' | 'theme' | 'method' | 'timeZone' | 'place'> & {
  readonly leaderTitle: string
  readonly units: readonly string[]
}

function newLab({ leaderTitle, units, ...facts }: NewLab, ports: Ports): Omit<Lab, 'id' | 'createdAt'> {
  const orders = keysInOrder(units.length)
  return {
    ...facts,
    province: '',
    deadlines: {},
    continues: null,
    stage: 'drum_up',
    leader: { title: leaderTitle, name: '' },
    coordinator: { unit: '', name: '', position: '', nip: '' },
    kop: emptyKop,
    kopJabatan: emptyKop,
    kopLan: emptyKop,
    naskah: plainNaskah,
    closings: {},
    indexTrial: noTrial,
    officials: [],
    paper: 'A4',
    stageLabels: {},
    units: units.map((name, at) => ({
      id: freshId(ports.random),
      order: orders[at] ?? '',
      name,
      short: '',
      kind: 'opd',
      head: '',
      headPosition: '',
      headNip: '',
    })),
    people: [],
    illustration: '',
    archived: false,
  }
}
