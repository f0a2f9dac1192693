/**
 * Everything the lab can be asked. Served unchanged over a direct call, a message port and HTTP.
 * A new method is for the host only until its `reach` says otherwise.
 */
import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import { fault } from '#shared/model/faults.ts'
import { regionKinds, timeZones } from '#shared/model/lab.ts'
import { sheets } from '#shared/model/outline.ts'
import { type Pack, stageKey, treeLayouts } from '#shared/model/pack.ts'
import type { Session } from '#shared/model/session.ts'
import { settings, settingsChange } from '#shared/model/settings.ts'
import { innovationSummary, labSummary } from '#shared/model/summary.ts'
import { languages } from '#shared/model/text.ts'
import { base, reaches } from './base.ts'
import { blob } from './blob.ts'
import { catalogueContract } from './catalogue-contract.ts'
import { batchStep, batchWanted, documentChanges, documentList, documentWanted, exportFormats } from './documents.ts'
import { figuresWanted, type LabFigures, milestoneCounts } from './figures.ts'
import { gateAct, gateAnswer, gateBefore, gateMark, markAnswer } from './gate.ts'
import { day, id, line } from './inputs.ts'
import { carryStep, carryWanted, jilidWanted } from './jilid.ts'
import { judgingContract, juryContract } from './jury-contract.ts'
import { keptFile, tableWanted } from './keeping.ts'
import { packCopy, packImport, packKept, packRemove, packTaken, packWrite } from './pack-files.ts'

export {
  type FolderReason,
  folderReasons,
  type MethodMeta,
  type Reach,
  reaches,
  refusals,
  type UnreadableReason,
  unreadableReasons,
} from './base.ts'

const labCard = labSummary.extend({
  innovations: z.number().int(),
  /** How many innovations stand at each stage. */
  byStage: z.record(z.string(), z.number().int()),
  /** The same by LAN's columns, both ways of counting (shared/rules/monitoring.ts). */
  byMilestone: milestoneCounts,
})
export type LabCard = z.infer<typeof labCard>

const about = z.object({
  version: z.string(),
  /** Where the app runs: its own window, or a browser on this or another machine. */
  door: z.enum(['window', 'browser']),
  reach: z.enum(reaches),
  folder: z.string(),
  outputFolder: z.string(),
  readOnly: z.boolean(),
  heldBy: z.object({ pid: z.number(), host: z.string() }).nullable(),
  canReveal: z.boolean(),
  canPickFolder: z.boolean(),
  /** There is a window of its own for the hall; a browser opens the page in a tab. */
  canProject: z.boolean(),
})
export type About = z.infer<typeof about>

/** Told to every window that listens. */
export const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('lab'), lab: labSummary }),
  z.object({
    kind: z.literal('innovation'),
    lab: z.string(),
    innovation: innovationSummary,
  }),
  /** Packs were copied, edited or taken in: ask for them again. */
  z.object({ kind: z.literal('packs') }),
  /** A convention or one of its sheets was changed, added, or put aside. */
  z.object({ kind: z.literal('convention'), lab: z.string(), convention: z.string() }),
  /** A package on this laptop, for a judge. */
  z.object({ kind: z.literal('judging'), id: z.string() }),
  /** Entries were taken in, or more of them can be searched by now. */
  z.object({ kind: z.literal('catalogue'), ready: z.number().int(), of: z.number().int() }),
  z.object({ kind: z.literal('fault'), fault }),
  z.object({ kind: z.literal('settings'), settings }),
])
export type Change = z.infer<typeof change>

const writeReport = z.object({
  pages: z.number().int(),
  missingGlyphs: z.array(z.object({ char: z.string(), count: z.number().int() })),
  missingPictures: z.number().int(),
})

export const exportStep = z.discriminatedUnion('state', [
  z.object({ state: z.literal('working'), done: z.number().min(0).max(1) }),
  z.object({
    state: z.literal('done'),
    file: z.string(),
    name: z.string(),
    bytes: z.number().int(),
    report: writeReport,
  }),
])
export type ExportStep = z.infer<typeof exportStep>
export type ExportReport = z.infer<typeof writeReport>

const canvasWanted = z.object({
  lab: id,
  innovation: id,
  canvas: z.string().max(80),
  format: z.enum(['pdf', 'docx', 'xlsx']),
  paper: z.enum(sheets).default('A4'),
  orientation: z.enum(['portrait', 'landscape']).default('landscape'),
  /** Of a tree: how it is drawn; absent: the first way its definition names. */
  layout: z.enum(treeLayouts).optional(),
  language: z.enum(languages).default('id'),
})
export type CanvasWanted = z.infer<typeof canvasWanted>
export type CanvasFormat = CanvasWanted['format']

const tableSheet = z.object({ name: z.string(), rows: z.array(z.array(z.string())) })
export type TableSheet = z.infer<typeof tableSheet>

export { type DocumentEntry, type ExportFormat, exportFormats } from './documents.ts'

/** A pack that was refused, with the place and why, in both languages. */
export type RefusedPack = {
  readonly pack: string
  readonly file: string
  readonly path: string
  readonly reason: string
  readonly reasonEn: string
  /** It lies in the workspace, where somebody can change it. */
  readonly own: boolean
}
export type PacksAnswer = {
  readonly packs: readonly Pack[]
  readonly refused: readonly RefusedPack[]
  /** Ids of the packs that lie in the workspace and can be changed. */
  readonly own: readonly string[]
}

export const contract = {
  app: {
    about: base.meta({ reach: 'team' }).output(about),
    settings: base.meta({ reach: 'team' }).output(settings),
    /** An output folder is tried out before it is taken; `FOLDER_UNUSABLE` leaves all settings as they were. */
    changeSettings: base.input(settingsChange).output(settings),
    /** Shows the projector page of a lab in a window of its own, on the second display where there is one. */
    project: base.input(z.object({ lab: id })).output(z.object({})),
    /** Keeps the display awake while a session runs. Does nothing where there is no desktop. */
    keepAwake: base.input(z.object({ on: z.boolean() })).output(z.object({})),
    /** Asks the person at this machine for a folder; null when they chose none. */
    pickFolder: base.output(z.object({ folder: z.string().nullable() })),
    /** Begins with `hello`, then tells every change on disk until the caller stops listening. */
    changes: base.meta({ reach: 'team' }).output(eventIterator(change)),
  },
  workspace: {
    labs: base.output(z.array(labCard)),
    faults: base.output(z.array(fault)),
    check: base.output(
      z.object({
        documents: z.number().int(),
        attachments: z.number().int(),
        damaged: z.array(fault),
      }),
    ),
    /** Tries again to write what could not be written. Answers with what still could not. */
    saveAgain: base.output(z.object({ waiting: z.number().int() })),
  },
  lab: {
    create: base
      .input(
        z.object({
          region: line.min(1),
          regionKind: z.enum(regionKinds),
          year: z.number().int().min(2000).max(2100),
          jilid: z.number().int().min(1).max(99),
          theme: line,
          method: z.string().max(80),
          timeZone: z.enum(timeZones).default('WIB'),
          place: line.default(''),
          leaderTitle: line.default(''),
          units: z.array(line.min(1)).max(500).default([]),
        }),
      )
      .output(labSummary),
    /** Begins the next jilid of a region and takes along what is named; tells its progress. Stopping to listen leaves what is there by then. */
    next: base.input(jilidWanted).output(eventIterator(carryStep)),
    /** Takes more innovations into a lab from the one it goes on from. */
    carry: base.input(carryWanted).output(eventIterator(carryStep)),
    /** Makes a copy of the sample lab in the workspace, or finds the one that is there. */
    openSample: base.output(labSummary),
    overview: base
      .meta({ reach: 'team' })
      .input(z.object({ lab: id }))
      .output(z.object({ lab: labSummary, innovations: z.array(innovationSummary) })),
    /** What only whole innovations tell: ideas, readiness, impact. Reads every innovation once, later only those saved since. */
    figures: base.meta({ reach: 'team' }).input(figuresWanted).output(type<LabFigures>()),
  },
  innovation: {
    create: base
      .meta({ reach: 'team' })
      .input(
        z.object({
          lab: id,
          name: line.min(1),
          longName: line.default(''),
          unit: id.nullable().default(null),
        }),
      )
      .output(innovationSummary),
    /** A whole list at once, in its order; cut off in the middle, those made by then stay. */
    createMany: base
      .input(
        z.object({
          lab: id,
          innovations: z
            .array(z.object({ name: line.min(1), longName: line.default(''), unit: id.nullable().default(null) }))
            .min(1)
            .max(1000),
        }),
      )
      .output(z.array(innovationSummary)),
  },
  packs: {
    /** Not checked on the way out: the loader has checked every pack, and checking all of them again would hold up each window that opens. */
    all: base.meta({ reach: 'team' }).output(type<PacksAnswer>()),
    /** Makes an own copy to edit. Refuses with PACK_UNFIT when the id is taken. */
    copy: base.input(packCopy).output(packTaken),
    /** Writes one part of an own pack. Refuses with PACK_UNFIT, also when it was changed since, and leaves what was there. */
    write: base.input(packWrite).output(packTaken),
    /** Puts an own pack aside; its files are kept in the workspace under another name. */
    remove: base.input(packRemove).output(packKept),
    /** Puts back what was put aside. Refuses with NOT_FOUND when it is gone, or another pack has its place. */
    putBack: base.input(packKept).output(packTaken),
    /** Takes in a pack that another office handed over. Refuses with PACK_UNFIT or UNREADABLE. */
    import: base.input(packImport).output(packTaken),
    /** The pack as one file in the output folder, for another office. */
    export: base.input(packRemove).output(keptFile),
  },
  session: {
    /** A session of any lab, to take its plan as an example. */
    read: base.input(z.object({ lab: id, session: id })).output(type<Session>()),
  },
  gate: {
    /**
     * Records the leader's approval for all of the innovations (domain.md 1.3): once in the lab's log and in the gate of each.
     * With `goOn` those that stand at the stage move on to the one it opens.
     */
    approve: base
      .input(
        gateAct.extend({
          approval: z.object({
            name: line,
            position: line,
            date: day,
            document: line,
            remark: z.string().max(4000),
            file: z.string().max(80),
          }),
          goOn: z.boolean(),
        }),
      )
      .output(gateAnswer),
    /** Writes down why a checklist gate is passed although something is missing. */
    override: base.input(gateAct.extend({ reason: z.string().min(1).max(4000), goOn: z.boolean() })).output(gateAnswer),
    /** Moves the innovations on to the stage the gate opens; those whose gate is not passable are held and named. */
    pass: base.input(gateAct).output(gateAnswer),
    /** Goes on with an approval of the log that was cut off: writes it into those of its innovations that have none yet. */
    resume: base.input(z.object({ lab: id, record: id, goOn: z.boolean() })).output(gateAnswer),
    /** Ticks one thing for all of the innovations, or takes the tick away. */
    mark: base.input(gateAct.extend({ mark: gateMark, on: z.boolean() })).output(markAnswer),
    /** Undoes an act: every innovation as it was, and the record out of the log. */
    putBack: base
      .input(z.object({ lab: id, stage: stageKey, record: z.string().nullable(), before: z.array(gateBefore) }))
      .output(z.object({})),
  },
  attachment: {
    /** Stores a file once by its content. A picture keeps its size, a PDF its number of pages; what a camera noted of the place is taken out. */
    put: base
      .meta({ reach: 'team' })
      .input(z.object({ lab: id, title: line, file: blob }))
      .output(
        z.object({
          name: z.string(),
          title: z.string(),
          type: z.string(),
          bytes: z.number().int(),
          width: z.number().int(),
          height: z.number().int(),
          /** Of a PDF; else 0. */
          pages: z.number().int(),
        }),
      ),
    get: base
      .meta({ reach: 'team' })
      .input(z.object({ lab: id, name: z.string().max(80) }))
      .output(blob),
    /** Attachments that innovations and the log name and the folder does not hold. */
    missing: base
      .meta({ reach: 'team' })
      .input(z.object({ lab: id }))
      .output(z.array(z.object({ name: z.string(), title: z.string(), innovation: z.string().nullable() }))),
  },
  document: {
    /** Which documents can be made now and how complete each is; of one innovation, of one kind for all innovations, or of the lab as a whole. */
    list: base
      .meta({ reach: 'team' })
      .input(z.object({ lab: id, innovation: id.optional(), kind: z.string().max(80).optional() }))
      .output(documentList),
    preview: base.meta({ reach: 'team' }).input(documentWanted).output(blob),
    /** Writes into the output folder, telling its progress; stopping to listen stops the work and leaves no file. */
    export: base.input(documentWanted.extend({ format: z.enum(exportFormats) })).output(eventIterator(exportStep)),
    /** Many at once, into a folder of their own or as one book; stopping to listen stops the work and leaves the files that are finished. */
    batch: base.input(batchWanted).output(eventIterator(batchStep)),
    /** Which parts of a document differ from its newest export. */
    changes: base.input(documentWanted).output(documentChanges),
    /** A finished export of a document or a canvas, for a browser that wants to keep a copy. */
    file: base.input(z.object({ file: z.string().max(400) })).output(blob),
    /** Shows a finished export in the system's file manager. */
    reveal: base.input(z.object({ file: z.string().max(400) })).output(z.object({})),
  },
  canvas: {
    /** One canvas as pages or as a workbook; into the output folder, as `document.export`. */
    export: base.input(canvasWanted).output(eventIterator(exportStep)),
  },
  jury: juryContract,
  judging: judgingContract,
  catalogue: catalogueContract,
  text: {
    /** Keeps a text as a file in the output folder: a calendar, a list. */
    write: base
      .input(z.object({ name: line.min(1), ending: z.enum(['ics', 'txt', 'csv']), text: z.string().max(4_000_000) }))
      .output(keptFile),
  },
  table: {
    write: base.input(tableWanted).output(keptFile),
    /** Rows of an XLSX workbook as text, for a preview before anything is taken in. Up to 12 MB. */
    read: base
      .meta({ reach: 'team' })
      .input(z.object({ file: blob }))
      .output(z.object({ sheets: z.array(tableSheet) })),
  },
} as const

export type Contract = typeof contract
