/** What the YAML files of a sample may contain. A key that is not named here is refused. */
import { z } from 'zod'
import { delegations, documentFonts, evidenceStates, targetKinds } from '#shared/model/evidence.ts'
import { idPattern } from '#shared/model/ids.ts'
import {
  canvasStates,
  innovationForms,
  innovationKinds,
  milestones,
  papers,
  regionKinds,
  reviewStates,
  roles,
  timeZones,
  unitKinds,
} from '#shared/model/lab.ts'
import { noteColor, stageKey } from '#shared/model/pack.ts'
import { blockKinds, noteKinds, partnerDocs, rewardIndicators, rewardKinds, rewardTargets, turnKinds } from '#shared/model/session.ts'

const id = z.string().regex(idPattern, 'an id is lower case letters, digits and -')
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key is lower case letters, digits and _')
const filled = z.string().min(1)
const text = z.string().default('')
const day = z.iso.date()
const moment = z.iso.datetime()
/** `<canvas>/<item or field>` or `<proposal form>/<section>` */
const place = z.string().regex(/^[a-z0-9-]+\/[a-z0-9_-]+$/, 'a place is written <canvas>/<item>, <canvas>/<field> or <form>/<section>')
const pictureName = z.string().regex(/^[a-z0-9-]+\.png$/, 'a picture is a .png in attachments/')
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])

const kop = z.strictObject({ baris1: text, baris2: text, alamat: text, telepon: text, posel: text, laman: text, kodePos: text })

export const writtenLab = z.strictObject({
  id,
  region: filled,
  province: text,
  regionKind: z.enum(regionKinds),
  year: z.number().int(),
  jilid: z.number().int().positive(),
  theme: filled,
  method: id,
  stage: stageKey,
  timeZone: z.enum(timeZones),
  place: text,
  leader: z.strictObject({ title: filled, name: text }),
  coordinator: z.strictObject({ unit: filled, name: text, position: text, nip: text }),
  kop,
  kopJabatan: kop.optional(),
  paper: z.enum(papers),
  /** How the office prints, where it is not the general rule. */
  naskah: z
    .strictObject({
      font: z.enum(documentFonts).default('arial'),
      lineSpacing: z.number().min(1).max(2).default(1.15),
      numberPattern: text,
      tembusan: text,
      tteBox: z.boolean().default(false),
    })
    .optional(),
  /** Last day of registration by proposal form. */
  closings: z.record(id, day).default({}),
  indexTrial: z.strictObject({ set: id, region: z.number().nonnegative().nullable().default(null) }).optional(),
  officials: z
    .array(
      z.strictObject({
        id,
        name: filled,
        position: filled,
        rank: text,
        delegation: z.enum(delegations).default(''),
        onBehalfOf: text,
      }),
    )
    .default([]),
  stageLabels: z.partialRecord(stageKey, z.string()).default({}),
  illustration: filled,
  units: z
    .array(
      z.strictObject({
        id,
        name: filled,
        short: filled,
        kind: z.enum(unitKinds),
        head: text,
        headPosition: filled,
      }),
    )
    .min(1),
  people: z.array(
    z.strictObject({ id, name: filled, position: filled, unit: id.nullable(), role: z.enum(roles), phone: text, email: text }),
  ),
})
export type WrittenLab = z.output<typeof writtenLab>

/** A day of the calendar, or so many days after the sample is opened, so that its next session is always still to come. */
const sampleDay = z.union([day, z.number().int().min(-400).max(400)])

const writtenBlock = z.strictObject({
  id,
  kind: z.enum(blockKinds).default('activity'),
  title: filled,
  minutes: z.number().int().positive().default(20),
  canvas: text,
  lead: text,
  script: text,
  instruction: text,
  steps: z.array(filled).default([]),
  materials: z.array(filled).default([]),
  desks: z.number().int().positive().default(1),
  each: z.number().int().nonnegative().default(0),
  per: z.enum(turnKinds).default('unit'),
  deskLeads: z.array(filled).default([]),
  /** Minutes it took; absent in a session that was not held. */
  took: z.number().int().positive().optional(),
})

const writtenNote = z.strictObject({
  block: text,
  kind: z.enum(noteKinds).default('catatan'),
  text: filled,
  who: text,
  unit: id.nullable().default(null),
  innovation: id.nullable().default(null),
  due: sampleDay.optional(),
  done: z.boolean().default(false),
})

const writtenPhoto = z.strictObject({ block: id, picture: pictureName, caption: filled })

export const writtenSession = z.strictObject({
  id,
  title: filled,
  stage: stageKey,
  /** Only a template may go without one. */
  date: sampleDay.or(z.literal('')),
  start: z.string().regex(/^\d{2}:\d{2}$/),
  place: text,
  goal: text,
  template: z.boolean().default(false),
  blocks: z.array(writtenBlock).min(1),
  /** Minutes by which it began after the hour planned; absent in a session that was not held. */
  late: z.number().int().optional(),
  /** Ids of people. */
  present: z.array(id).default([]),
  excused: z.array(id).default([]),
  walkIns: z.array(id).default([]),
  by: text,
  notes: z.array(writtenNote).default([]),
  photos: z.array(writtenPhoto).default([]),
})
export type WrittenSession = z.output<typeof writtenSession>

/** `log.yaml`: what a lab has beside its sessions. */
export const writtenLog = z.strictObject({
  /** By milestone. */
  deadlines: z.partialRecord(z.enum(milestones), sampleDay).default({}),
  partners: z
    .array(
      z.strictObject({
        id,
        name: filled,
        doc: z.enum(partnerDocs),
        number: text,
        date: day.or(z.literal('')).default(''),
        until: day.or(z.literal('')).default(''),
        scope: text,
        contribution: text,
        contact: text,
      }),
    )
    .default([]),
  rewards: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(rewardKinds),
        title: filled,
        to: z.enum(rewardTargets),
        amount: z.number().int().positive().nullable().default(null),
        criteria: z.array(z.strictObject({ indicator: z.enum(rewardIndicators), atLeast: z.number() })).default([]),
        most: z.number().int().positive().nullable().default(null),
        note: text,
      }),
    )
    .default([]),
  approvals: z
    .array(
      z.strictObject({
        id,
        stage: stageKey,
        name: text,
        position: filled,
        date: day,
        document: text,
        remark: text,
        innovations: z.array(id).min(1),
        by: text,
        at: moment,
      }),
    )
    .default([]),
})
export type WrittenLog = z.output<typeof writtenLog>

const item = z.strictObject({
  id,
  text: filled,
  zone: key.nullable().default(null),
  x: z.number().nullable().default(null),
  y: z.number().nullable().default(null),
  color: noteColor.nullable().default(null),
  cluster: id.nullable().default(null),
  parent: id.nullable().default(null),
  role: z.enum(['core', 'cause', 'effect', 'cluster']).nullable().default(null),
  root: z.boolean().default(false),
  values: z.record(key, value).default({}),
  votes: z.number().int().nonnegative().default(0),
  scores: z.record(key, z.record(filled, z.number())).default({}),
  author: text,
  table: text,
  /** A file in `attachments/`. */
  picture: pictureName.optional(),
  link: text,
})
export type WrittenItem = z.output<typeof item>

const canvas = z.strictObject({
  state: z.enum(canvasStates),
  items: z.array(item).default([]),
  fields: z.record(key, value).default({}),
  settings: z
    .strictObject({
      mode: key.optional(),
      scoring: z.enum(['group', 'each']).optional(),
      voters: z.array(filled).optional(),
      years: z.array(z.string().regex(/^\d{4}$/, 'a year has four digits')).optional(),
      set: key.optional(),
      private: z.boolean().optional(),
      quota: z.number().int().positive().optional(),
    })
    .default({}),
})

const reviewEntry = { state: z.enum(reviewStates), remark: text, by: filled, at: moment }

const gateRecord = z.strictObject({
  approval: z.strictObject({ name: text, position: filled, date: day, document: text, remark: text }).nullable().default(null),
  override: z.strictObject({ reason: filled, by: filled, at: moment }).nullable().default(null),
  ticks: z.record(key, z.boolean()).default({}),
})

const block = z.union([
  z.strictObject({ p: filled }),
  z.strictObject({ h: filled, level: z.union([z.literal(3), z.literal(4)]).optional() }),
  z.strictObject({ ul: z.array(filled).min(1) }),
  z.strictObject({ ol: z.array(filled).min(1) }),
  z.strictObject({ quote: filled }),
  z.strictObject({ table: z.strictObject({ head: z.array(z.string()).min(1), rows: z.array(z.array(z.string())).min(1) }) }),
  z.strictObject({
    img: z.strictObject({
      file: pictureName,
      alt: filled,
      caption: filled,
    }),
  }),
])

const canvases = z.record(id, canvas).default({})
const trail = z.array(z.strictObject({ from: place, to: place, by: filled, at: moment })).default([])

const attachedName = z.string().regex(/^[a-z0-9-]+\.(?:png|pdf)$/, 'a file of evidence is a .png or .pdf in attachments/')
const evidence = z
  .array(
    z.strictObject({
      id,
      title: filled,
      file: attachedName.optional(),
      /** Of a PDF. */
      pages: z.number().int().positive().optional(),
      link: text,
      date: day.or(z.literal('')).default(''),
      note: text,
      state: z.enum(evidenceStates).default('belum'),
      by: text,
      at: moment,
      targets: z
        .array(
          z.strictObject({
            kind: z.enum(targetKinds),
            of: id,
            key: z.string().regex(/^[a-z0-9_-]+$/),
            level: z.number().int().min(0).max(3).default(0),
            basis: text,
          }),
        )
        .default([]),
    }),
  )
  .default([])
/** Indicator set → indicator → what the team claims. */
const maturity = z.record(id, z.record(key, z.strictObject({ level: z.number().int().min(0).max(3), basis: text, note: text }))).default({})

/**
 * A part of an innovation in a file of its own, `innovations/<id>/*.yaml`: canvases, trail links, evidence and claimed levels beside
 * those of `<id>.yaml`.
 */
export const writtenPart = z.strictObject({ canvases, trail, evidence, maturity })
export type WrittenPart = z.output<typeof writtenPart>

export const writtenInnovation = z.strictObject({
  id,
  name: filled,
  longName: filled,
  unit: id,
  stage: stageKey,
  kind: z.enum(innovationKinds).nullable().default(null),
  form: z.enum(innovationForms).nullable().default(null),
  digital: z.boolean().nullable().default(null),
  summary: filled,
  urusan: text,
  members: z.array(z.strictObject({ name: filled, position: filled })).default([]),
  startedOn: z.union([day, z.literal('')]).default(''),
  launched: z.boolean().default(false),
  monitored: z.boolean().default(false),
  illustration: filled,
  canvases,
  proposals: z
    .record(id, z.strictObject({ header: z.record(key, value).default({}), sections: z.record(key, z.array(block).min(1)) }))
    .default({}),
  reviews: z.record(place, z.strictObject({ ...reviewEntry, history: z.array(z.strictObject(reviewEntry)).default([]) })).default({}),
  rounds: z
    .record(
      id,
      z.array(z.strictObject({ kind: z.enum(['submitted', 'returned', 'accepted']), by: filled, at: moment, remark: text })).min(1),
    )
    .default({}),
  gates: z.partialRecord(stageKey, gateRecord).default({}),
  trail,
  evidence,
  maturity,
  /** Who quoted canvases in the proposals and when, for the trail. */
  quoted: z.strictObject({ by: filled, at: moment }).optional(),
})
export type WrittenInnovation = z.output<typeof writtenInnovation>
