/** What can be asked about documents: which there are, what one print is to be, many at once, and what changed since the last export. */
import { z } from 'zod'
import { papers } from '#shared/model/lab.ts'
import { documentScopes, kopKinds, stageKey } from '#shared/model/pack.ts'
import { languages } from '#shared/model/text.ts'
import { day, id } from './inputs.ts'

export const exportFormats = ['docx', 'pdf', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What one print is about; which part is needed follows from the scope of the definition. */
export const documentSubject = z.object({
  innovation: id.optional(),
  session: id.optional(),
  stage: stageKey.optional(),
  reward: id.optional(),
  convention: id.optional(),
})
export type DocumentSubject = z.infer<typeof documentSubject>

/** How it is printed. */
export const documentPrint = z.object({
  paper: z.enum(papers).optional(),
  language: z.enum(languages).default('id'),
  /** Date printed at the signature; empty leaves a dotted line. */
  date: day.optional(),
  /** Key of one of the definition's variants. */
  variant: z.string().max(60).optional(),
  /** Letterhead, when not the definition's own. */
  kop: z.enum(kopKinds).optional(),
  /** Officials of the lab who sign, in the order of the blanks. */
  officials: z.array(id).max(10).optional(),
})

export type DocumentPrint = z.infer<typeof documentPrint>

export const documentWanted = z.object({ lab: id, kind: z.string().max(80), ...documentSubject.shape, ...documentPrint.shape })
export type DocumentWanted = z.infer<typeof documentWanted>

export const documentState = z.enum(['belum_diisi', 'kurang', 'siap'])

export const documentEntry = z.object({
  kind: z.string(),
  scope: z.enum(documentScopes),
  innovation: z.string().nullable(),
  session: z.string().nullable(),
  stage: z.string().nullable(),
  reward: z.string().nullable(),
  convention: z.string().nullable(),
  state: documentState,
  /** Required entries, sections or units that are still missing. */
  missing: z.number().int(),
  /** ISO moment of the newest export, or null; and whether what it is made of was saved since. */
  exportedAt: z.string().nullable(),
  changed: z.boolean(),
})
export type DocumentEntry = z.infer<typeof documentEntry>

/** Documents of innovations, counted over the lab. */
export const innovationDocuments = z.object({
  kind: z.string(),
  /** How many innovations there are, for how many of them it is complete, begun, and changed since their last export. */
  all: z.number().int(),
  ready: z.number().int(),
  begun: z.number().int(),
  exported: z.number().int(),
  changed: z.number().int(),
})
export type InnovationDocuments = z.infer<typeof innovationDocuments>

export const documentList = z.object({ entries: z.array(documentEntry), ofInnovations: z.array(innovationDocuments) })
export type DocumentList = z.infer<typeof documentList>

/** One document for many innovations, sessions, stages or rewards: a file for each in a folder of its own, or one book. */
export const batchWanted = z.object({
  lab: id,
  kind: z.string().max(80),
  /** Of files: the folder that an earlier batch made, to go on in; absent makes a new one. */
  folder: z.string().max(400).optional(),
  /** Ids of innovations, sessions or rewards, or keys of stages; empty for all of the lab. */
  subjects: z.array(z.string().max(64)).max(2000).default([]),
  format: z.enum(exportFormats),
  as: z.enum(['files', 'book']),
  /** Only those whose content was saved since their last export. */
  changedOnly: z.boolean().default(false),
  ...documentPrint.shape,
})
export type BatchWanted = z.infer<typeof batchWanted>

/** Why one of many could not be made: it is not there any more, its file does not open, the writer failed, or the disk did. */
export const batchReasons = ['gone', 'damaged', 'writer', 'disk'] as const
export type BatchReason = (typeof batchReasons)[number]

export const batchStep = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('working'),
    /** How many are behind us, well or badly, and how many there are in all. */
    at: z.number().int(),
    of: z.number().int(),
    /** What is being written now. */
    name: z.string(),
    /** Of the whole batch. */
    done: z.number().min(0).max(1),
    /** The folder they go into; empty for a book. */
    folder: z.string(),
    /** Those of them that could not be made. */
    failed: z.array(z.string()),
  }),
  z.object({
    state: z.literal('done'),
    /** The folder of the files, inside the output folder; for a book the file. Empty when nothing was to be written. */
    file: z.string(),
    name: z.string(),
    written: z.number().int(),
    /** Those that could not be made, with why. What was written before stays. */
    failed: z.array(z.object({ subject: z.string(), name: z.string(), reason: z.enum(batchReasons), detail: z.string() })),
    missingPictures: z.number().int(),
  }),
])
export type BatchStep = z.infer<typeof batchStep>

/** Headings under which something differs from the newest export, in order; `gone` ones are no longer there. */
export const documentChanges = z.object({
  exportedAt: z.string().nullable(),
  parts: z.array(z.object({ title: z.string(), change: z.enum(['new', 'changed', 'gone']) })),
})
export type DocumentChanges = z.infer<typeof documentChanges>
