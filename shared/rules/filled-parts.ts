/** Whether what a document prints has been captured: piece by piece, from the lab and the lines of its index. */
import type { Convention } from '../model/jury.ts'
import type { Lab } from '../model/lab.ts'
import type { ConventionPiece, DocumentDef, DocumentPart, InnovationPiece, LabPiece, SessionPiece, StageKey } from '../model/pack.ts'
import type { LabLog, Reward, Session } from '../model/session.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { methodOf, type Packs } from './packs.ts'
import { rewardList } from './rewards.ts'

export type DocumentSubject = {
  readonly lab: Lab
  readonly packs: Packs
  readonly innovation?: InnovationSummary | undefined
  readonly innovations?: readonly InnovationSummary[] | undefined
  readonly log?: LabLog | undefined
  readonly session?: Session | undefined
  readonly stage?: StageKey | undefined
  readonly reward?: Reward | undefined
  readonly convention?: Convention | undefined
  /** Of that convention: sheets that are locked, of all, and how many win. */
  readonly judged?: { readonly done: number; readonly of: number; readonly winners: number } | undefined
  /** Innovation → how often it was among the winners of a convention. */
  readonly awards?: Readonly<Record<string, number>> | undefined
}

type Check = (subject: DocumentSubject, def: DocumentDef) => boolean

/** Something stands on the canvas. */
export const isBegun = (innovation: InnovationSummary | undefined, canvas: string): boolean => innovation?.answered[canvas] !== undefined

const live = ({ innovations = [] }: DocumentSubject): readonly InnovationSummary[] => innovations.filter(({ archived }) => !archived)
const anyCanvas =
  (...ids: readonly string[]): Check =>
  (subject) =>
    live(subject).some((one) => ids.some((id) => isBegun(one, id)))
const sessionsOf = ({ log }: DocumentSubject): readonly Session[] => (log?.sessions ?? []).filter(({ template }) => !template)
const inStage = (subject: DocumentSubject, def: DocumentDef): readonly Session[] =>
  sessionsOf(subject).filter(({ stage }) => stage === (subject.stage ?? def.stage))
const isTaken = ({ attendance }: Session): boolean => Object.keys(attendance).length > 0
const anyLive: Check = (subject) => live(subject).length > 0
const own =
  (canvas: string): Check =>
  ({ innovation }) =>
    isBegun(innovation, canvas)

const allLocked: Check = ({ judged }) => judged !== undefined && judged.of > 0 && judged.done === judged.of

/** Of the pieces a document would be empty without; the others may well stay empty. Ids are those of the basic pack. */
const checks: Partial<Readonly<Record<SessionPiece | LabPiece | InnovationPiece | ConventionPiece, Check>>> = {
  'session.agenda': ({ session }) => (session?.blocks.length ?? 0) > 0,
  'session.invited': ({ lab }) => lab.people.length > 0,
  'session.attendance': ({ session }) => session !== undefined && isTaken(session),
  'session.notes': ({ session, log }) => log?.notes.some((note) => note.session === session?.id) ?? false,
  'lab.units': ({ lab }) => lab.units.length > 0,
  'lab.sessions': (subject) => sessionsOf(subject).length > 0,
  'lab.figures': anyLive,
  'lab.funnel': anyLive,
  'lab.coverage': anyLive,
  'lab.innovations': anyLive,
  'lab.catalogue_charts': anyLive,
  'lab.ideas': anyCanvas('form-ide'),
  'lab.plans': anyCanvas('rencana-aksi'),
  'lab.approvals': (subject) => live(subject).some(({ gates }) => Object.values(gates).some((gate) => gate.approval !== null)),
  'lab.readiness': anyCanvas('survei-kesiapan', 'survei-kesiapan-akhir'),
  'lab.impact': anyCanvas('dampak-mikro'),
  'lab.index': (subject) => live(subject).some(({ maturity, evidence }) => Object.keys(maturity).length > 0 || evidence.all > 0),
  'lab.rewards': ({ log }) => (log?.rewards.length ?? 0) > 0,
  'lab.followups': ({ log }) => log?.notes.some(({ kind }) => kind === 'tindak_lanjut') ?? false,
  'lab.photos': ({ log }) => (log?.photos.length ?? 0) > 0,
  'stage.sessions': (subject, def) => inStage(subject, def).length > 0,
  'stage.attendance': (subject, def) => inStage(subject, def).some(isTaken),
  'stage.canvases': (subject, def) => anyCanvas(...canvasesOf(subject, def))(subject, def),
  'stage.notes': (subject, def) => {
    const ids = new Set(inStage(subject, def).map(({ id }) => id))
    return subject.log?.notes.some(({ session }) => session !== null && ids.has(session)) ?? false
  },
  'stage.monitoring': anyCanvas('pemantauan-rencana-aksi'),
  'reward.recipients': (subject) => isGiven(subject),
  'innovation.team': ({ innovation }) => (innovation?.members ?? 0) > 0,
  'innovation.before_after': own('before-after'),
  'innovation.results': own('dampak-mikro'),
  'innovation.progress': own('pemantauan-rencana-aksi'),
  'innovation.evidence': ({ innovation }) => (innovation?.evidence.all ?? 0) > 0,
  'innovation.maturity': ({ innovation }) => Object.keys(innovation?.maturity ?? {}).length > 0,
  'innovation.chapters': ({ innovation }, def) => isBegun(innovation, def.of),
  'convention.entries': ({ convention }) => (convention?.entries.length ?? 0) > 0,
  'convention.judges': ({ convention }) => (convention?.judges.length ?? 0) > 0,
  'convention.judgeSheet': allLocked,
  'convention.recap': allLocked,
  'convention.ranking': allLocked,
  'convention.winners': ({ judged }) => (judged?.winners ?? 0) > 0,
  'convention.schedule': ({ convention }) => (convention?.slots.length ?? 0) > 0,
}

const canvasesOf = ({ lab, packs, stage }: DocumentSubject, def: DocumentDef): readonly string[] =>
  methodOf(packs, lab.method)?.stages.find(({ key }) => key === (stage ?? def.stage))?.canvases ?? []

/** How many parts of the usual variant are looked at, and how many of them hold something. */
export function filledParts(def: DocumentDef, subject: DocumentSubject): { readonly all: number; readonly filled: number } {
  const variant = def.variants[0]?.key
  const answers = def.parts
    .filter((part) => part.in === undefined || (variant !== undefined && part.in.includes(variant)))
    .flatMap((part) => answerOf(part, subject, def))
  return { all: answers.length, filled: answers.filter(Boolean).length }
}

function answerOf(part: DocumentPart, subject: DocumentSubject, def: DocumentDef): readonly boolean[] {
  if (part.part === 'canvas') return [isBegun(subject.innovation, part.canvas)]
  const check = part.part === 'piece' ? checks[part.of] : undefined
  return check === undefined ? [] : [check(subject, def)]
}

/** Whether anybody gets the reward. Deadlines are left out: without a day of the print nothing is late yet. */
export function isGiven({ lab, packs, log, reward, innovations = [], awards = {} }: DocumentSubject): boolean {
  if (reward === undefined) return false
  const stages = methodOf(packs, lab.method)?.stages ?? []
  const list = rewardList(reward, { lab, innovations, stages, sessions: log?.sessions ?? [], today: '', awards })
  return list.given.length > 0
}

/** Whether anybody was noted as present at any session. */
export const anybodyCame = (subject: DocumentSubject): boolean =>
  sessionsOf(subject).some(({ attendance }) => Object.values(attendance).some(({ state }) => state === 'hadir'))
