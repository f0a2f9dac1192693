/**
 * Reads a lab again and again while people work on it: only what changed since the last reading is read, and everything else is the
 * very same object as before. A letter typed into one of 400 people costs one person, a sign of life of a running session nothing.
 */
import type * as Y from 'yjs'
import type { LabId, SessionId } from '#shared/model/ids.ts'
import type { Lab } from '#shared/model/lab.ts'
import type { LabLog, Run, Session, SessionHead } from '#shared/model/session.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { labMap, readLabFacts, readPerson, readUnit } from './lab.ts'
import { byMoment, readApproval, readNote, readPartner, readPhoto, readReward } from './log.ts'
import { names } from './names.ts'
import { readOfficial } from './officials.ts'
import { byOrder } from './order.ts'
import { alike, mapPart, type Part, rowsPart } from './row-reader.ts'
import { attendanceMap, byTime, readAttendance, readBlock, readHead, readRun, runMap } from './sessions.ts'

export type LabReader = {
  /** Equal to `snapshotLab` of this moment. */
  readonly lab: () => Lab
  /**
   * The lists of `snapshotLog`, each equal to what its own reading gives. Only `seenAt` of a run may lie behind: a sign of life alone
   * is no news to a page, and whoever writes a run reads it from the document.
   */
  readonly heads: () => readonly SessionHead[]
  readonly sessions: () => readonly Session[]
  /** Ids of the sessions that run now and are not paused; reads neither agendas nor who came. */
  readonly going: () => readonly SessionId[]
  /** Null when it is not on the list. */
  readonly session: (id: SessionId) => Session | null
  readonly notes: () => LabLog['notes']
  readonly photos: () => LabLog['photos']
  readonly partners: () => LabLog['partners']
  readonly rewards: () => LabLog['rewards']
  readonly approvals: () => LabLog['approvals']
  readonly log: () => LabLog
  /** Stops listening; readings after it say what was. */
  readonly stop: () => void
}

/** Follows the document from now on; each part from the first time it is asked for. */
export function labReader(doc: Y.Doc, id: LabId): LabReader {
  const parts: Part<unknown>[] = []
  const follow = <T>(make: () => Part<T>): (() => T) => {
    let part: Part<T> | undefined
    return () => {
      if (part === undefined) {
        part = make()
        parts.push(part)
      }
      return part.read()
    }
  }
  const facts = follow(() => mapPart(labMap(doc), () => readLabFacts(doc)))
  const units = follow(() => rowsPart(doc, names.units, readUnit, byOrder))
  const officials = follow(() => rowsPart(doc, names.officials, readOfficial, byOrder))
  const people = follow(() => rowsPart(doc, names.people, readPerson, byOrder))
  const heads = follow(() => rowsPart(doc, names.sessions, readHead, byTime))
  const notes = follow(() => rowsPart(doc, names.notes, readNote, byOrder))
  const photos = follow(() => rowsPart(doc, names.photos, readPhoto, byOrder))
  const partners = follow(() => rowsPart(doc, names.partners, readPartner, byOrder))
  const rewards = follow(() => rowsPart(doc, names.rewards, readReward, byOrder))
  const approvals = follow(() => rowsPart(doc, names.approvals, readApproval, byMoment))

  const lab = keeping((): Lab => ({ ...facts(), id, units: units(), people: people(), officials: officials() }))
  const inside = new Map<SessionId, SessionParts>()
  const partsOf = (session: SessionId): SessionParts => {
    const known = inside.get(session) ?? sessionParts(doc, session, follow)
    inside.set(session, known)
    return known
  }
  const whole = (head: SessionHead): Session => partsOf(head.id).whole(head)
  let all: readonly Session[] = []
  const sessions = (): readonly Session[] => {
    const now = heads().map(whole)
    if (now.length !== all.length || now.some((one, at) => one !== all[at])) all = now
    return all
  }
  return {
    lab,
    heads,
    sessions,
    going: () =>
      heads()
        .filter(({ id: one, template }) => {
          const run = partsOf(one).run()
          return sessionState({ template, run }) === 'berjalan' && run.pausedAt === ''
        })
        .map((head) => head.id),
    session: (one) => {
      const head = heads().find((each) => each.id === one)
      return head === undefined ? null : whole(head)
    },
    notes,
    photos,
    partners,
    rewards,
    approvals,
    log: keeping(
      (): LabLog => ({
        sessions: sessions(),
        notes: notes(),
        photos: photos(),
        partners: partners(),
        rewards: rewards(),
        approvals: approvals(),
      }),
    ),
    stop: () => {
      for (const part of parts) part.stop()
    },
  }
}

type Follow = <T>(make: () => Part<T>) => () => T

type SessionParts = { readonly run: () => Run; readonly whole: (head: SessionHead) => Session }

function sessionParts(doc: Y.Doc, id: SessionId, follow: Follow): SessionParts {
  const blocks = follow(() => rowsPart(doc, names.blocks(id), readBlock, byOrder))
  const run = follow(() => mapPart(runMap(doc, id), () => readRun(doc, id), ['seenAt']))
  const attendance = follow(() => mapPart(attendanceMap(doc, id), () => readAttendance(doc, id)))
  let before: Session | undefined
  return {
    run,
    whole: (head) => {
      const now: Session = { ...head, blocks: blocks(), run: run(), attendance: attendance() }
      if (before === undefined || !alike(before, now)) before = now
      return before
    },
  }
}

/** What was made before for as long as all its parts are the same. */
function keeping<T extends object>(make: () => T): () => T {
  let before: T | undefined
  return () => {
    const now = make()
    if (before === undefined || !alike(before, now)) before = now
    return before
  }
}
