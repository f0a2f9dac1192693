/** Sessions and the rest of a sample's log: from the short way they are written to what the document holds. */
import { emptyLog } from '#shared/doc/log.ts'
import { keysInOrder } from '#shared/doc/order.ts'
import type { ApprovalId, BlockId, InnovationId, NoteId, PartnerId, PhotoId, RewardId, SessionId } from '#shared/model/ids.ts'
import type { Attachment, Lab, Milestone, Unit } from '#shared/model/lab.ts'
import type { Attendance, BlockRun, LabLog, Note, Photo, Run, Session } from '#shared/model/session.ts'
import { dayAfter, localDay } from '#shared/rules/dates.ts'
import { blockMinutes, emptyBlockRun, emptyRun, minuteMs, plannedStart } from '#shared/rules/session-time.ts'
import type { WrittenLog, WrittenSession } from './written.ts'
import { refuse } from './yaml-file.ts'

export type LogContext = {
  readonly lab: Lab
  readonly innovations: ReadonlySet<string>
  /** Pictures in `attachments/`, by file name. */
  readonly pictures: ReadonlyMap<string, Attachment>
  /** ISO moment at which the sample is read. */
  readonly now: string
}

type Day = WrittenSession['date']

const dayOn = (day: Day, { lab, now }: LogContext): string => (typeof day === 'string' ? day : dayAfter(localDay(now, lab.timeZone), day))

export const buildDeadlines = (written: WrittenLog, context: LogContext): Lab['deadlines'] =>
  Object.fromEntries(
    Object.entries(written.deadlines).flatMap(([milestone, day]) =>
      day === undefined ? [] : [[milestone as Milestone, dayOn(day, context)]],
    ), // a key of the schema
  )

/** @throws FaultError naming the file and what does not exist in the lab. */
export function buildLog(written: WrittenLog, sessions: readonly WrittenSession[], context: LogContext): LabLog {
  for (const [at, approval] of written.approvals.entries())
    for (const id of approval.innovations) known(context.innovations, id, 'log.yaml', `approvals[${at}].innovations`)
  const orders = keysInOrder(written.partners.length + written.rewards.length)
  const built = sessions.map((one) => buildSession(one, context))
  return {
    ...emptyLog,
    sessions: built,
    notes: ordered(sessions.flatMap((one, at) => buildNotes(one, built[at], context))),
    photos: ordered(sessions.flatMap((one, at) => buildPhotos(one, built[at], context))),
    partners: written.partners.map((partner, at) => ({
      ...partner,
      id: partner.id as PartnerId, // written ids are final, the schema has checked their form
      order: orders[at] ?? '',
      file: '',
      fileTitle: '',
    })),
    rewards: written.rewards.map((reward, at) => ({
      ...reward,
      id: reward.id as RewardId, // as above
      order: orders[written.partners.length + at] ?? '',
      added: [],
      left: [],
    })),
    approvals: written.approvals.map((approval) => ({
      ...approval,
      id: approval.id as ApprovalId, // as above
      innovations: approval.innovations as readonly string[] as readonly InnovationId[], // as above
      file: '',
    })),
  }
}

function ordered<Row extends { readonly order: string }>(rows: readonly Row[]): readonly Row[] {
  const orders = keysInOrder(rows.length)
  return rows.map((row, at) => ({ ...row, order: orders[at] ?? '' }))
}

function known(ids: ReadonlySet<string>, id: string, file: string, at: string, where: 'lab' | 'session' = 'lab'): void {
  if (!ids.has(id)) throw refuse(file, `${at}: "${id}" is not in this ${where}`)
}

const fileOf = (session: WrittenSession): string => `sessions/${session.id}.yaml`

function buildSession(written: WrittenSession, context: LogContext): Session {
  const { lab, now } = context
  const file = fileOf(written)
  const orders = keysInOrder(written.blocks.length)
  const blocks = written.blocks.map(({ took: _took, steps, materials, ...block }, at) => ({
    ...block,
    id: block.id as BlockId, // as above
    order: orders[at] ?? '',
    steps: steps.join('\n'),
    materials: materials.join('\n'),
    turns: [],
  }))
  const head = {
    id: written.id as SessionId, // as above
    title: written.title,
    stage: written.stage,
    date: dayOn(written.date, context),
    start: written.start,
    timeZone: lab.timeZone,
    place: written.place === '' ? lab.place : written.place,
    goal: written.goal,
    template: written.template,
    teams: [],
    createdAt: now,
  }
  const start = plannedStart(head)
  if (start === null) {
    // What is only an example for later sessions has no day, and then nothing happened in it either.
    if (written.template && written.date === '' && written.late === undefined) return { ...head, blocks, run: emptyRun, attendance: {} }
    throw refuse(file, 'date, start: no moment of the calendar')
  }
  return { ...head, blocks, run: ranAs(written, start, context), attendance: cameTo(written, start, lab) }
}

/** A session that was held, block after block without a pause. */
function ranAs(written: WrittenSession, planned: number, { lab, innovations }: LogContext): Run {
  if (written.late === undefined) return emptyRun
  const start = planned + written.late * minuteMs
  const counts = { unit: lab.units.length, innovation: innovations.size }
  const blocks: Record<string, BlockRun> = {}
  let at = start
  for (const block of written.blocks) {
    const turns = counts[block.per]
    const spentMs =
      (block.took ?? blockMinutes({ ...block, id: block.id as BlockId, order: '', steps: '', materials: '', turns: [] }, turns)) * minuteMs // as above
    blocks[block.id] = { ...emptyBlockRun, firstAt: iso(at), lastAt: iso(at + spentMs), spentMs, steps: block.steps.map((_step, n) => n) }
    at += spentMs
  }
  return { ...emptyRun, startedAt: iso(start), endedAt: iso(at), seenAt: iso(at), blocks }
}

const iso = (ms: number): string => new Date(ms).toISOString()

function cameTo(written: WrittenSession, start: number, lab: Lab): Session['attendance'] {
  const people = new Set<string>(lab.people.map(({ id }) => id))
  const found: Record<string, Attendance> = {}
  const note = (ids: readonly string[], part: string, state: Attendance['state']) => {
    for (const [n, id] of ids.entries()) {
      known(people, id, fileOf(written), `${part}[${n}]`)
      // One after another through the door, in the quarter of an hour before the beginning.
      found[id] = { state, at: iso(start - 15 * minuteMs + n * 20_000), walkIn: written.walkIns.includes(id) }
    }
  }
  note([...written.present, ...written.walkIns], 'present', 'hadir')
  note(written.excused, 'excused', 'izin')
  return found
}

function buildNotes(written: WrittenSession, session: Session | undefined, context: LogContext): readonly Note[] {
  const units = new Set<string>(context.lab.units.map(({ id }) => id))
  return written.notes.map(({ due, done, unit, innovation, ...note }, n) => {
    const at = `notes[${n}]`
    if (unit !== null) known(units, unit, fileOf(written), `${at}.unit`)
    if (innovation !== null) known(context.innovations, innovation, fileOf(written), `${at}.innovation`)
    const moment = session?.run.blocks[note.block]?.firstAt ?? context.now
    return {
      ...note,
      id: `${written.id}-${String(n + 1).padStart(2, '0')}` as NoteId, // made of an id and a number
      order: '',
      session: written.id as SessionId, // as above
      unit: unit as Unit['id'] | null, // checked above
      innovation: innovation as InnovationId | null, // checked above
      due: due === undefined ? '' : dayOn(due, context),
      doneAt: done ? moment : '',
      by: written.by,
      at: moment,
    }
  })
}

/** Taken one after another from the moment the block began. */
function buildPhotos(written: WrittenSession, session: Session | undefined, context: LogContext): readonly Photo[] {
  return written.photos.map(({ block, picture, caption }, n) => {
    const at = `photos[${n}]`
    const kept = context.pictures.get(picture)
    if (kept === undefined) throw refuse(fileOf(written), `${at}.picture: no picture attachments/${picture}`)
    known(new Set(written.blocks.map(({ id }) => id)), block, fileOf(written), `${at}.block`, 'session')
    const began = Date.parse(session?.run.blocks[block]?.firstAt ?? '')
    return {
      id: `${written.id}-foto-${n + 1}` as PhotoId, // made of an id and a number
      order: '',
      session: written.id as SessionId, // as above
      block,
      name: kept.name,
      caption,
      width: kept.width,
      height: kept.height,
      by: written.by,
      at: Number.isNaN(began) ? context.now : iso(began + (n + 1) * 5 * minuteMs),
    }
  })
}
