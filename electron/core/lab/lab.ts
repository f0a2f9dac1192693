/** The lab: everything the doors hold. This folder is the only one that knows all the others. */
import { join } from 'node:path'
import { createDocumentRunner } from '#core/documents/run.ts'
import { openShelf } from '#core/packs/shelf.ts'
import { type Ports, systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import { createSync, type Sync } from '#core/sync/sync.ts'
import { openWorkspace, type Workspace } from '#core/workspace/workspace.ts'
import type { Change } from '#shared/api/contract.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import type { LabSummary } from '#shared/model/summary.ts'
import { allDocuments } from '#shared/rules/packs.ts'
import { createBroadcast } from './broadcast.ts'
import { catalogueWorkerBeside, createCatalogueFeed } from './catalogue-feed.ts'
import { createLibrary, type Library, syncStore } from './library.ts'
import { createPapers, type Papers } from './papers.ts'
import { createRouter, type Desk, type LabRouter } from './router.ts'

export type LabOptions = {
  /** The workspace; made when it is missing. */
  readonly folder: string
  /** Holds `packs/`, `fonts/` and `samples/`. */
  readonly templatesFolder: string
  /** Where the document worker is: its source, or its bundle in the packed app. */
  readonly workerUrl: URL
  readonly version: string
  readonly ports?: Ports
  readonly desk?: Desk
  readonly readOnly?: boolean
}

export type OpenLab = {
  readonly router: LabRouter
  readonly sync: Sync
  readonly workspace: Workspace
  readonly library: Library
  readonly papers: Papers
  /** Every kind of document the packs know. */
  documents(): readonly DocumentDef[]
  /** What was just stored or set, from now on, for whoever holds the lab without a client. */
  changes(): AsyncIterable<Change>
  addSample(): Promise<LabSummary>
  /** Stores what is open, then lets go of the workspace. Resolves with the number of documents that could not be stored. */
  close(): Promise<number>
}

/** Opens a workspace with everything around it. Rejects with a FaultError when the folder cannot be used at all. */
export async function openLab(options: LabOptions): Promise<OpenLab> {
  const ports = options.ports ?? systemPorts
  const samplesFolder = join(options.templatesFolder, 'samples', 'kota-solok')
  const workspace = await openWorkspace(options.folder, ports, { readOnly: options.readOnly ?? false })
  const shelf = await openShelf(join(options.templatesFolder, 'packs'), join(options.folder, 'packs'))
  const changes = createBroadcast<Change>()
  workspace.onFault((fault) => changes.tell({ kind: 'fault', fault }))
  const told = {
    lab: (lab: LabSummary) => {
      changes.tell({ kind: 'lab', lab })
      catalogue.lab(lab)
    },
    innovation: (lab: string, innovation: Extract<Change, { kind: 'innovation' }>['innovation']) => {
      changes.tell({ kind: 'innovation', lab, innovation })
      catalogue.innovation(lab, innovation)
    },
  }
  const sync = createSync(syncStore(workspace, ports, told), ports)
  const library = createLibrary(workspace, sync, shelf, ports, told)
  const catalogue = createCatalogueFeed({
    workspace,
    library,
    changes,
    workerUrl: catalogueWorkerBeside(options.workerUrl),
    log: ports.log,
  })
  const runner = createDocumentRunner({ workerUrl: options.workerUrl, fontsFolder: join(options.templatesFolder, 'fonts') })
  const papers = createPapers({ workspace, library, shelf, runner, ports })
  const router = createRouter({
    workspace,
    sync,
    library,
    papers,
    catalogue,
    shelf,
    changes,
    ports,
    samplesFolder,
    version: options.version,
    desk: options.desk ?? {},
  })
  return {
    router,
    sync,
    workspace,
    library,
    papers,
    documents: () => allDocuments(shelf.packs),
    changes: () => changes.listen(undefined),
    addSample: async () => library.addSample(await readSample(samplesFolder, ports)),
    async close() {
      const waiting = await sync.flush()
      changes.close()
      await sync.close()
      await runner.close()
      await catalogue.close()
      await workspace.close()
      return waiting
    },
  }
}
