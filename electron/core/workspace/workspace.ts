/**
 * A workspace: one folder with the settings, the labs and their innovations, readable by a person (docs/file-format.md).
 * Knows files, generations and locks; what a document's state means is not its business.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Fault, FaultError } from '#shared/model/faults.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { InnovationSummary, LabSummary } from '#shared/model/summary.ts'
import { isoNow, type Ports } from '../ports.ts'
import { putAttachment, readAttachment } from './attachments.ts'
import { type CatalogueFiles, openCatalogueFiles, tidyCatalogue } from './catalogue-files.ts'
import { type CheckReport, checkWorkspace } from './check.ts'
import { type ConventionFiles, conventionFolders, openConventions } from './convention-files.ts'
import type { Content } from './document.ts'
import { DocumentStore, type Draft, type Place } from './document-store.ts'
import { type ExportsFile, openExports } from './exports-file.ts'
import { errorCode, toFault, toFaultError } from './failures.ts'
import { FaultBook } from './fault-book.ts'
import { type Ground, onDisk } from './ground.ts'
import { type JudgingFiles, judgingIds, openJudgings } from './judging-files.ts'
import { innovationPlace, LabIndex } from './lab-index.ts'
import { labIds, labPlace } from './lab-place.ts'
import { type Lock, takeLock } from './lock.ts'
import { attachmentsFolder, checkedId, exportsFile, innovationsFolder, judgingFolder, labFolder, lockFile } from './names.ts'
import { draftPack, type PackFiles, placePack, putPackBack, setPackAside, tidyPacks, writePackFile } from './pack-files.ts'
import { openSettings } from './settings-file.ts'

export type { CheckReport } from './check.ts'

/** A document as it lies on disk: `{ id, revision, version, summary, state }`. */
export type Stored<Summary> = Content<Summary>
/** What a save hands in. The bytes of `state` must not change until the save has resolved. */
export type Save<Summary> = Draft<Summary>

export type WorkspaceOptions = {
  /** Opens without taking the lock; nothing on disk is touched. */
  readonly readOnly?: boolean
  /** Takes the workspace from whoever holds it. Only after the facilitator was asked: the holder may be a computer that is switched off. */
  readonly takeOver?: boolean
  /** Version of the running Labinov, written into every document. */
  readonly version?: string
}

export type Workspace = {
  readonly folder: string
  readonly readOnly: boolean
  /** Who holds the workspace when this one could not. */
  readonly heldBy: { readonly pid: number; readonly host: string } | null
  /** Everything that was wrong with files since the workspace was opened, oldest first, each once. Failed saves are not in it; they throw. */
  faults(): readonly Fault[]
  /** Hears each new fault; returns the way to stop hearing. */
  onFault(listener: (fault: Fault) => void): () => void
  readonly settings: { read(): Settings; write(patch: Partial<Settings>): Promise<void> }
  /** Sorted by id; from memory. */
  labs(): readonly LabSummary[]
  /** The document, or null when there is none that opens; why is then among the faults. */
  readLab(lab: string): Promise<Stored<LabSummary> | null>
  /** Makes the lab when it is new. Resolves when this content, or newer, is flushed and read back; throws FaultError otherwise. */
  writeLab(lab: string, save: Save<LabSummary>): Promise<void>
  /** From the index; in no particular order. */
  innovations(lab: string): Promise<readonly InnovationSummary[]>
  readInnovation(lab: string, id: string): Promise<Stored<InnovationSummary> | null>
  /** As writeLab; the lab must exist. */
  writeInnovation(lab: string, id: string, save: Save<InnovationSummary>): Promise<void>
  /** Stores bytes once under `<sha256>.<ext>` and returns that name. `ext` is 1 to 5 lower case letters or digits. */
  putAttachment(lab: string, bytes: Uint8Array, ext: string): Promise<string>
  readAttachment(lab: string, name: string): Promise<Uint8Array | null>
  /** What was exported of a lab, as whoever keeps the record wrote it. */
  readonly exports: Pick<ExportsFile, 'read' | 'write'>
  /** What is judged in a lab. */
  readonly conventions: ConventionFiles
  /** What was taken into the catalogue from elsewhere. */
  readonly catalogue: CatalogueFiles
  /** What judges judge on this laptop. */
  readonly judgings: JudgingFiles
  /** The workspace's own packs on disk. */
  readonly packs: {
    readonly folder: string
    draft(pack: string, files: PackFiles): Promise<string>
    place(pack: string): Promise<void>
    write(pack: string, file: string, bytes: Uint8Array): Promise<void>
    setAside(pack: string): Promise<string | null>
    putBack(kept: string): Promise<string | null>
  }
  /** Reads every innovation of a lab and writes its index anew. */
  rebuildIndex(lab: string): Promise<void>
  check(): Promise<CheckReport>
  /** Waits for saves under way and gives the lock back. */
  close(): Promise<void>
}

type Claim = { readonly lock: Lock | null; readonly heldBy: Workspace['heldBy']; readonly fault: Fault | null }

/** Makes the folder and takes the lock; a folder that refuses is opened read-only. */
const claim = async (folder: string, ports: Ports, options: WorkspaceOptions): Promise<Claim> => {
  if (options.readOnly === true) return { lock: null, heldBy: null, fault: null }
  try {
    const result = await takeLock(join(folder, lockFile), ports.random, isoNow(ports.clock), options.takeOver)
    if ('lock' in result) return { lock: result.lock, heldBy: null, fault: null }
    const { pid, host, since } = result.heldBy
    return {
      lock: null,
      heldBy: { pid, host },
      fault: { kind: 'locked', file: lockFile, detail: `held by process ${pid} on ${host} since ${since}` },
    }
  } catch (error) {
    return { lock: null, heldBy: null, fault: toFault(error, lockFile) }
  }
}

/** Removes what a killed process left half written, and mends folders that a copy left out because they were empty. */
const tidy = async (ground: Ground): Promise<void> => {
  await mkdir(onDisk(ground, 'labs'), { recursive: true })
  await tidyPacks(ground)
  await tidyCatalogue(ground)
  await sweep(ground, '.', /^(?:settings\.json(?:\.prev)?\.draft|labinov\.lock\.[0-9a-f]+\.(?:draft|dead))$/)
  for (const lab of await labIds(ground)) {
    for (const folder of [innovationsFolder(lab), attachmentsFolder(lab)]) await mkdir(onDisk(ground, folder), { recursive: true })
    for (const folder of [labFolder(lab), innovationsFolder(lab), ...(await conventionFolders(ground, lab))])
      await sweep(ground, folder, /\.jsonl?(?:\.prev)?\.draft$/)
    await sweep(ground, attachmentsFolder(lab), /^[0-9a-f]{64}\.[a-z0-9]{1,5}\.draft$/)
  }
  for (const id of await judgingIds(ground)) await sweep(ground, judgingFolder(id), /\.json(?:\.prev)?\.draft$/)
}

/** Only names that this program gives: somebody may have made a workspace of a folder with files of their own. */
const sweep = async (ground: Ground, folder: string, leftOver: RegExp): Promise<void> => {
  for (const name of await readdir(onDisk(ground, folder))) {
    if (leftOver.test(name)) await rm(onDisk(ground, `${folder}/${name}`), { force: true })
  }
}

/** Opens a workspace, and makes it when the folder is new. Throws FaultError only when there is no folder to open. */
export const openWorkspace = async (folder: string, ports: Ports, options: WorkspaceOptions = {}): Promise<Workspace> => {
  const root = resolve(folder)
  try {
    if (options.readOnly !== true) await mkdir(root, { recursive: true })
    await readdir(root)
  } catch (error) {
    throw toFaultError(error, root)
  }
  const book = new FaultBook()
  const claimed = await claim(root, ports, options)
  if (claimed.fault !== null) book.report(claimed.fault)
  const ground: Ground = {
    folder: root,
    readOnly: claimed.lock === null,
    lost: async () => (await claimed.lock?.lost()) ?? true,
    version: options.version ?? '0.0.0',
    now: () => isoNow(ports.clock),
    log: ports.log,
    report: book.report,
  }
  try {
    if (!ground.readOnly) await tidy(ground)
    return await assemble(ground, claimed, book)
  } catch (error) {
    await claimed.lock?.release()
    throw toFaultError(error, root)
  }
}

/** Reads the documents of all labs, not those of innovations. */
const readLabs = async (ground: Ground, store: DocumentStore): Promise<Map<string, LabSummary>> => {
  const labs = new Map<string, LabSummary>()
  const found = await Promise.all((await labIds(ground)).map((lab) => store.read(labPlace(lab))))
  for (const document of found) if (document !== null) labs.set(document.content.id, document.content.summary)
  return labs
}

const checkedSave = <Summary extends { id: string }>(place: Place<Summary>, save: Save<Summary>): Save<Summary> => {
  const summary = place.summary.parse(save.summary)
  if (summary.id !== place.id) throw new TypeError(`the summary of ${summary.id} was given for ${place.id}`)
  return { summary, state: save.state }
}

const assemble = async (ground: Ground, claimed: Claim, book: FaultBook): Promise<Workspace> => {
  const store = new DocumentStore(ground)
  const settings = await openSettings(ground)
  const exported = openExports(ground)
  const labs = await readLabs(ground, store)
  const indexes = new Map<string, LabIndex>()
  let closed = false

  const indexOf = (lab: string): LabIndex => {
    const present = indexes.get(checkedId(lab))
    if (present !== undefined) return present
    const fresh = new LabIndex(ground, store, lab)
    indexes.set(lab, fresh)
    return fresh
  }

  /** Every way to the disk that writes starts here. */
  const writable = (file: string): void => {
    if (closed) throw new FaultError({ kind: 'io', file, detail: 'the workspace is closed' })
    if (!ground.readOnly) return
    throw new FaultError(claimed.fault ?? { kind: 'denied', file, detail: 'the workspace was opened for reading' })
  }

  const conventions = openConventions(ground, writable)
  const catalogue = openCatalogueFiles(ground, writable)
  const judgings = openJudgings(ground, writable)

  const content = async <Summary>(place: Place<Summary>): Promise<Stored<Summary> | null> => (await store.read(place))?.content ?? null

  return {
    folder: ground.folder,
    readOnly: ground.readOnly,
    heldBy: claimed.heldBy,
    faults: () => book.all(),
    onFault: (listener) => book.listen(listener),
    settings: {
      read: () => settings.read(),
      write: async (patch) => {
        writable('settings.json')
        await settings.write(patch)
      },
    },
    labs: () => [...labs.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    readLab: async (lab) => content(labPlace(lab)),
    writeLab: async (lab, save) => {
      const place = labPlace(lab)
      writable(place.file)
      const checked = checkedSave(place, save)
      if (!labs.has(lab)) await makeLab(ground, lab)
      await store.write(place, checked, { saved: ({ summary }) => labs.set(lab, summary) })
    },
    innovations: async (lab) => indexOf(lab).summaries(),
    readInnovation: async (lab, id) => content(innovationPlace(lab, id)),
    writeInnovation: async (lab, id, save) => {
      const place = innovationPlace(lab, id)
      writable(place.file)
      const index = indexOf(lab)
      await store.write(place, checkedSave(place, save), {
        meanwhile: (entry) => index.append(id, entry),
        saved: (entry) => index.note(id, entry),
      })
    },
    putAttachment: async (lab, bytes, ext) => {
      writable(attachmentsFolder(lab))
      return putAttachment(ground, lab, bytes, ext)
    },
    readAttachment: async (lab, name) => readAttachment(ground, checkedId(lab), name),
    conventions,
    catalogue,
    judgings,
    packs: {
      folder: onDisk(ground, 'packs'),
      draft: async (pack, files) => {
        writable('packs')
        return draftPack(ground, pack, files)
      },
      place: async (pack) => {
        writable('packs')
        await placePack(ground, pack)
      },
      write: async (pack, file, bytes) => {
        writable('packs')
        await writePackFile(ground, pack, file, bytes)
      },
      setAside: async (pack) => {
        writable('packs')
        return setPackAside(ground, pack)
      },
      putBack: async (kept) => {
        writable('packs')
        return putPackBack(ground, kept)
      },
    },
    exports: {
      read: exported.read,
      write: async (lab, value) => {
        writable(exportsFile(lab))
        await exported.write(lab, value)
      },
    },
    rebuildIndex: async (lab) => indexOf(lab).rebuild(),
    check: async () => checkWorkspace(ground),
    close: async () => {
      if (closed) return
      closed = true
      await conventions.idle()
      await catalogue.idle()
      await judgings.idle()
      await store.idle()
      await settings.idle()
      await exported.idle()
      for (const index of indexes.values()) await index.compact()
      await claimed.lock?.release()
    },
  }
}

/** Not recursive: when `labs/` itself is gone, the disk is, and nothing may be written to whatever lies beneath. */
const makeLab = async (ground: Ground, lab: string): Promise<void> => {
  for (const folder of [labFolder(lab), innovationsFolder(lab), attachmentsFolder(lab)]) {
    try {
      await mkdir(onDisk(ground, folder))
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw toFaultError(error, folder)
    }
  }
}
