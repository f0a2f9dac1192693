/**
 * A document that an office hands in, as a pack describes it: what stands in it and in which order, who signs, which letterhead.
 * One YAML file in `documents/` of a pack. Most are put together of parts (`builder: parts`); a few have a layout of their own in code.
 */
import { z } from 'zod'
import { key, packStatus, slug, stageKey } from './pack-base.ts'
import { bothTexts } from './text.ts'

/**
 * Whose letterhead stands on top (domain.md 5.2): the coordinator's office, the unit an innovation belongs to, the head of the region, LAN.
 * A paper of no innovation with `unit` has that of the coordinator.
 */
export const kopKinds = ['none', 'perangkat_daerah', 'unit', 'jabatan', 'lan'] as const
export type KopKind = (typeof kopKinds)[number]

/** What one print of a document is about. */
export const documentScopes = ['lab', 'stage', 'session', 'innovation', 'reward', 'convention'] as const
export type DocumentScope = (typeof documentScopes)[number]

/** Single values that rows and texts of a document name: `{session.day}` in a text, `value: session.day` in a row. */
export const documentFacts = [
  'lab.region',
  'lab.regionUpper',
  'lab.year',
  'lab.jilid',
  'lab.theme',
  'lab.place',
  'lab.method',
  'lab.leaderTitle',
  'lab.leaderTitleUpper',
  'lab.leaderName',
  'lab.coordinatorUnit',
  'lab.units',
  'lab.people',
  'lab.innovations',
  'print.day',
  'print.dayInWords',
  /** The number pattern of the office with what is known of it; dots for the rest. */
  'print.number',
  /** Dots to write on, for what is only known on paper. */
  'print.blank',
  'stage.label',
  'stage.purpose',
  'stage.output',
  'stage.from',
  'stage.until',
  'session.title',
  'session.day',
  'session.dayInWords',
  'session.weekday',
  'session.time',
  'session.place',
  'session.goal',
  'session.present',
  'session.invited',
  'session.units',
  /** `17 dari 26 orang, 9 unit`. */
  'session.presence',
  'session.opened',
  'session.closed',
  'session.leads',
  'session.noteTakers',
  'innovation.name',
  'innovation.longName',
  'innovation.unit',
  'innovation.kind',
  'innovation.form',
  'innovation.digital',
  'innovation.urusan',
  'innovation.summary',
  'innovation.startedOn',
  'innovation.stage',
  'innovation.team',
  'innovation.contact',
  'unit.name',
  'unit.head',
  'unit.headPosition',
  'reward.title',
  'reward.kind',
  'reward.amount',
  'convention.name',
  'convention.day',
  'convention.dayInWords',
  'convention.place',
  'convention.state',
  'convention.rubric',
  'convention.rubricSource',
  'convention.entries',
  'convention.judges',
  'convention.panels',
  'convention.chair',
  'convention.top',
  'convention.winners',
  /** `12 dari 48 lembar sudah dikunci`. */
  'convention.progress',
  'convention.pooling',
  /** Minutes of a presentation with its questions. */
  'convention.present',
  'convention.votes',
  /** Of a sheet that is printed for each judge: whose it is. */
  'judge.name',
  'judge.position',
  'judge.institution',
  /** Of a paper that is printed for each winner: which one this is. */
  'winner.name',
  'winner.longName',
  'winner.unit',
  'winner.team',
  'winner.rank',
  'winner.value',
  'winner.category',
] as const
export type DocumentFact = (typeof documentFacts)[number]

/** Tables and passages that code draws from what was captured; the first word says what they need. */
export const sessionPieces = [
  'session.agenda',
  'session.desks',
  'session.invited',
  'session.attendance',
  'session.attendanceBlank',
  'session.absent',
  'session.notes',
  'session.decisions',
  'session.followups',
  'session.outputs',
  'session.photos',
  'session.signers',
  'session.launched',
  'session.crew',
] as const
export const labPieces = [
  'lab.units',
  'lab.partners',
  'lab.sessions',
  'lab.figures',
  'lab.funnel',
  'lab.coverage',
  'lab.readiness',
  'lab.ideas',
  'lab.plans',
  'lab.impact',
  'lab.index',
  'lab.approvals',
  'lab.rewards',
  'lab.followups',
  'lab.owed',
  'lab.photos',
  'lab.innovations',
  'lab.catalogue_charts',
  'lab.signers',
  'stage.sessions',
  'stage.attendance',
  'stage.outputs',
  'stage.canvases',
  'stage.gate',
  'stage.notes',
  'stage.photos',
  'stage.monitoring',
  'reward.recipients',
] as const
export const innovationPieces = [
  'innovation.identity',
  'innovation.team',
  'innovation.before_after',
  'innovation.evidence',
  'innovation.maturity',
  'innovation.photos',
  'innovation.progress',
  'innovation.trail',
  'innovation.approvals',
  /** The action plan, with only the months in which something is done. */
  'innovation.plan',
  /** The form canvas of `of` as chapters: its sections as headings, its answers below. */
  'innovation.chapters',
  /** Measured before and after, with the change. */
  'innovation.results',
  /** The canvases of `annex` that have something on them. */
  'innovation.annex',
] as const
export const conventionPieces = [
  'convention.entries',
  'convention.judges',
  'convention.panels',
  'convention.criteria',
  /** Marks of one judge: filled in, or empty to write on where the variant is `kosong`. */
  'convention.judgeSheet',
  /** Room for the signature of the judge a sheet is printed for. */
  'convention.judgeSigner',
  'convention.recap',
  /** The recap with the numbers of every judge. */
  'convention.recapJudges',
  'convention.ranking',
  'convention.categories',
  'convention.winners',
  'convention.ties',
  'convention.spreads',
  'convention.recusals',
  'convention.reopened',
  'convention.missing',
  'convention.visitors',
  'convention.schedule',
  /** How each number came about, line by line. */
  'convention.workings',
  'convention.signers',
] as const
export type SessionPiece = (typeof sessionPieces)[number]
export type LabPiece = (typeof labPieces)[number]
export type InnovationPiece = (typeof innovationPieces)[number]
export type ConventionPiece = (typeof conventionPieces)[number]

/** Of every part: the variants it is printed in; absent, all of them. */
const shown = { in: z.array(key).min(1).optional() }

/** Parts in the order they are printed. Nothing that was captured is left out silently: an empty piece says "belum diisi". */
export const documentPart = z.discriminatedUnion('part', [
  z.strictObject({
    ...shown,
    part: z.literal('heading'),
    text: bothTexts,
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  }),
  /** Each line is a paragraph; `{fact}` is replaced. `list` numbers or dots the lines. */
  z.strictObject({
    ...shown,
    part: z.literal('text'),
    text: bothTexts,
    align: z.enum(['left', 'center', 'right', 'justify']).default('justify'),
    list: z.enum(['none', 'numbers', 'dots']).default('none'),
    size: z.number().positive().optional(),
    bold: z.boolean().default(false),
    /** Leaves the part out where the fact it needs is empty, instead of a gap in a sentence. */
    needs: z.enum(documentFacts).optional(),
  }),
  /** Label and value beside each other. */
  z.strictObject({
    ...shown,
    part: z.literal('rows'),
    rows: z.array(z.strictObject({ label: bothTexts, value: z.enum(documentFacts) })).min(1),
  }),
  z.strictObject({
    ...shown,
    part: z.literal('piece'),
    of: z.enum([...sessionPieces, ...labPieces, ...innovationPieces, ...conventionPieces]),
    heading: bothTexts.optional(),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
    /** Of an attachment: left out with its heading while there is nothing to attach. */
    ifAny: z.boolean().optional(),
  }),
  /** A canvas of the innovation, drawn or as rows, as in the annex of a proposal. */
  z.strictObject({
    ...shown,
    part: z.literal('canvas'),
    canvas: slug,
    heading: z.boolean().default(true),
    /** Only these fields of a form canvas, one under the other, with their labels as headings. */
    fields: z.array(key).default([]),
  }),
  /** Head of an official letter: number, nature, enclosures, subject; then the addressee (domain.md 5.3). */
  z.strictObject({
    ...shown,
    part: z.literal('letter_head'),
    subject: bothTexts,
    nature: bothTexts.optional(),
    enclosures: bothTexts.optional(),
    to: bothTexts,
  }),
  /** Lines to write on by hand. */
  z.strictObject({ ...shown, part: z.literal('blank_lines'), lines: z.number().int().positive().max(60) }),
  /** Who gets a copy; the lab's list, numbered, only in letters. */
  z.strictObject({ ...shown, part: z.literal('tembusan') }),
  /** Where the signatures stand, and the copies below them; absent: at the end. What follows is an attachment. */
  z.strictObject({ ...shown, part: z.literal('signature') }),
  z.strictObject({ ...shown, part: z.literal('page_break') }),
])
export type DocumentPart = z.infer<typeof documentPart>

/** Roles that sign; `pejabat` is an official of the lab chosen when printing, else a blank. */
export const signerKinds = [
  'pimpinan_unit',
  'penanggung_jawab',
  'koordinator',
  'kepala_daerah',
  'notulis',
  'pemimpin_rapat',
  'pejabat',
  'kosong',
] as const
export type SignerKind = (typeof signerKinds)[number]

export const signer = z.strictObject({
  who: z.enum(signerKinds),
  /** Above the position: "Mengetahui,", "Notulis,". */
  lead: bothTexts.optional(),
  /** In the room to sign: "[ tempat meterai ]". */
  stamp: bothTexts.optional(),
  /** Instead of the position that is known. */
  position: bothTexts.optional(),
})
export type Signer = z.infer<typeof signer>

/** Sheets as XLSX rows beside the printed pages. */
export const workbookKinds = ['attendance', 'ideas', 'funnel', 'index', 'catalogue', 'maturity', 'followups', 'evidence', 'jury'] as const
export type WorkbookKind = (typeof workbookKinds)[number]

export const documentDef = z.strictObject({
  kind: z.literal('document'),
  id: slug,
  title: bothTexts,
  /** One sentence: what it is for. Shown beside its pages. */
  purpose: bothTexts.optional(),
  scope: z.enum(documentScopes),
  stage: stageKey,
  /** Of a document of sessions: only those of its stage have it. */
  onlyStage: z.boolean().optional(),
  /** Who lays it out; see electron/core/documents/build/. */
  builder: z.enum(['form', 'idea_recap', 'proposal', 'parts', 'drawn', 'certificate', 'directory', 'profile']),
  /** The canvas, proposal form or indicator set the builder reads; of `parts` the form canvas of its chapters; none for `certificate` and `directory`. */
  of: slug.or(z.literal('')).default(''),
  parts: z.array(documentPart).default([]),
  /** Title block of `parts`; absent: the title in capitals. Empty for letters. */
  heading: z.array(bothTexts).optional(),
  /** Leaves a blank for the number under the title; numbers are never made up (domain.md 5.3). */
  numbered: z.boolean().default(false),
  /** Ways to print it, such as blank or filled; the first one is the usual one. A piece may look at the key. */
  variants: z
    .array(
      z.strictObject({
        key,
        label: bothTexts,
        /** Printed once for each of these, every time from a new page: a letter for every unit that is invited, a sheet for every judge. */
        each: z.enum(['unit', 'judge', 'winner']).optional(),
      }),
    )
    .default([]),
  /** Absent: the paper of the lab. Posters have their own. */
  paper: z.enum(['A4', 'F4', 'A3', 'A1']).optional(),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  kop: z.enum(kopKinds).default('perangkat_daerah'),
  cover: z.boolean().default(false),
  contents: z.boolean().default(false),
  /** Canvases printed as an annex, in this order. */
  annex: z.array(slug).default([]),
  signature: z.array(signer).default([]),
  /** Up to three side by side, or a table with a line for each (domain.md 5.5). */
  signatureLayout: z.enum(['columns', 'table']).default('columns'),
  workbook: z.enum(workbookKinds).optional(),
  status: packStatus,
  source: z.string().min(1),
})
export type DocumentDef = z.infer<typeof documentDef>
