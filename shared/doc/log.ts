/** Typed access to what a lab gathers beside its sessions: notes, photos, partners, rewards, and the leader's approvals. */
import type * as Y from 'yjs'
import type { ApprovalId, InnovationId, NoteId, PartnerId, PhotoId, RewardId, SessionId, UnitId } from '#shared/model/ids.ts'
import { stageKeys } from '#shared/model/pack.ts'
import {
  type LabApproval,
  type LabLog,
  type Note,
  noteKinds,
  type Partner,
  type Photo,
  partnerDocs,
  type Reward,
  rewardIndicators,
  rewardKinds,
  rewardTargets,
} from '#shared/model/session.ts'
import { names } from './names.ts'
import { byOrder } from './order.ts'
import type { Origin } from './origins.ts'
import { putRow, removeRow, rowsOf, textsOf } from './rows.ts'
import { fillSession, readSessions } from './sessions.ts'
import { type AnyMap, numberOf, oneOf, recordOf, textOf } from './values.ts'

export const putNote = (doc: Y.Doc, id: NoteId, note: Partial<Omit<Note, 'id'>>, origin: Origin): void =>
  putRow(doc, names.notes, id, note, origin, ['text'])
export const putPhoto = (doc: Y.Doc, id: PhotoId, photo: Partial<Omit<Photo, 'id'>>, origin: Origin): void =>
  putRow(doc, names.photos, id, photo, origin)
export const putPartner = (doc: Y.Doc, id: PartnerId, partner: Partial<Omit<Partner, 'id'>>, origin: Origin): void =>
  putRow(doc, names.partners, id, partner, origin)
export const putReward = (doc: Y.Doc, id: RewardId, reward: Partial<Omit<Reward, 'id'>>, origin: Origin): void =>
  putRow(doc, names.rewards, id, reward, origin)
export const putApproval = (doc: Y.Doc, id: ApprovalId, approval: Partial<Omit<LabApproval, 'id'>>, origin: Origin): void =>
  putRow(doc, names.approvals, id, approval, origin)

export const removeNote = (doc: Y.Doc, id: NoteId, origin: Origin): void => removeRow(doc, names.notes, id, origin)
export const removePhoto = (doc: Y.Doc, id: PhotoId, origin: Origin): void => removeRow(doc, names.photos, id, origin)
export const removePartner = (doc: Y.Doc, id: PartnerId, origin: Origin): void => removeRow(doc, names.partners, id, origin)
export const removeReward = (doc: Y.Doc, id: RewardId, origin: Origin): void => removeRow(doc, names.rewards, id, origin)
export const removeApproval = (doc: Y.Doc, id: ApprovalId, origin: Origin): void => removeRow(doc, names.approvals, id, origin)

const idOf = <T extends string>(value: unknown): T | null => {
  const id = textOf(value)
  return id === '' ? null : (id as T) /* stored from an id of that kind */
}

export const readNote = (id: string, row: AnyMap): Note => ({
  id: id as NoteId /* the key it was put under */,
  order: textOf(row.get('order')),
  session: idOf<SessionId>(row.get('session')),
  block: textOf(row.get('block')),
  kind: oneOf(row.get('kind'), noteKinds) ?? 'catatan',
  text: textOf(row.get('text')),
  who: textOf(row.get('who')),
  unit: idOf<UnitId>(row.get('unit')),
  innovation: idOf<InnovationId>(row.get('innovation')),
  due: textOf(row.get('due')),
  doneAt: textOf(row.get('doneAt')),
  by: textOf(row.get('by')),
  at: textOf(row.get('at')),
})

export const readPhoto = (id: string, row: AnyMap): Photo => ({
  id: id as PhotoId /* the key it was put under */,
  order: textOf(row.get('order')),
  session: textOf(row.get('session')) as SessionId /* stored from a SessionId */,
  block: textOf(row.get('block')),
  name: textOf(row.get('name')),
  caption: textOf(row.get('caption')),
  width: numberOf(row.get('width')) ?? 0,
  height: numberOf(row.get('height')) ?? 0,
  by: textOf(row.get('by')),
  at: textOf(row.get('at')),
})

export const readPartner = (id: string, row: AnyMap): Partner => ({
  id: id as PartnerId /* the key it was put under */,
  order: textOf(row.get('order')),
  name: textOf(row.get('name')),
  doc: oneOf(row.get('doc'), partnerDocs) ?? 'mou',
  number: textOf(row.get('number')),
  date: textOf(row.get('date')),
  until: textOf(row.get('until')),
  scope: textOf(row.get('scope')),
  contribution: textOf(row.get('contribution')),
  contact: textOf(row.get('contact')),
  file: textOf(row.get('file')),
  fileTitle: textOf(row.get('fileTitle')),
})

export function readReward(id: string, row: AnyMap): Reward {
  const criteria = row.get('criteria')
  return {
    id: id as RewardId /* the key it was put under */,
    order: textOf(row.get('order')),
    kind: oneOf(row.get('kind'), rewardKinds) ?? 'piagam',
    title: textOf(row.get('title')),
    to: oneOf(row.get('to'), rewardTargets) ?? 'innovation',
    amount: numberOf(row.get('amount')),
    criteria: (Array.isArray(criteria) ? criteria : []).flatMap((raw: unknown) => {
      const indicator = oneOf(recordOf(raw).indicator, rewardIndicators)
      return indicator === null ? [] : [{ indicator, atLeast: numberOf(recordOf(raw).atLeast) ?? 1 }]
    }),
    most: numberOf(row.get('most')),
    added: textsOf(row.get('added')),
    left: textsOf(row.get('left')),
    note: textOf(row.get('note')),
  }
}

export const readApproval = (id: string, row: AnyMap): LabApproval => ({
  id: id as ApprovalId /* the key it was put under */,
  stage: oneOf(row.get('stage'), stageKeys) ?? 'diagnose',
  name: textOf(row.get('name')),
  position: textOf(row.get('position')),
  date: textOf(row.get('date')),
  document: textOf(row.get('document')),
  remark: textOf(row.get('remark')),
  file: textOf(row.get('file')),
  innovations: textsOf(row.get('innovations')) as readonly InnovationId[] /* stored from ids of innovations */,
  by: textOf(row.get('by')),
  at: textOf(row.get('at')),
})

const sorted = <T extends { readonly order: string; readonly id: string }>(rows: readonly T[]): readonly T[] => [...rows].sort(byOrder)

export const readNotes = (doc: Y.Doc): readonly Note[] => sorted(rowsOf(doc, names.notes).map(([id, row]) => readNote(id, row)))
export const readPhotos = (doc: Y.Doc): readonly Photo[] => sorted(rowsOf(doc, names.photos).map(([id, row]) => readPhoto(id, row)))
export const readPartners = (doc: Y.Doc): readonly Partner[] => sorted(rowsOf(doc, names.partners).map(([id, row]) => readPartner(id, row)))
export const readRewards = (doc: Y.Doc): readonly Reward[] => sorted(rowsOf(doc, names.rewards).map(([id, row]) => readReward(id, row)))
export const byMoment = (a: LabApproval, b: LabApproval): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)
export const readApprovals = (doc: Y.Doc): readonly LabApproval[] =>
  rowsOf(doc, names.approvals)
    .map(([id, row]) => readApproval(id, row))
    .sort(byMoment)

/** Everything a lab has beside its programme, units and people. Pages that follow changes read only the part they show. */
export const snapshotLog = (doc: Y.Doc): LabLog => ({
  sessions: readSessions(doc),
  notes: readNotes(doc),
  photos: readPhotos(doc),
  partners: readPartners(doc),
  rewards: readRewards(doc),
  approvals: readApprovals(doc),
})

export const emptyLog: LabLog = { sessions: [], notes: [], photos: [], partners: [], rewards: [], approvals: [] }

/** Writes a whole log into a document that has none. */
export function fillLog(doc: Y.Doc, log: LabLog, origin: Origin): void {
  doc.transact(() => {
    for (const session of log.sessions) fillSession(doc, session, origin)
    for (const { id, ...note } of log.notes) putNote(doc, id, note, origin)
    for (const { id, ...photo } of log.photos) putPhoto(doc, id, photo, origin)
    for (const { id, ...partner } of log.partners) putPartner(doc, id, partner, origin)
    for (const { id, ...reward } of log.rewards) putReward(doc, id, reward, origin)
    for (const { id, ...approval } of log.approvals) putApproval(doc, id, approval, origin)
  }, origin)
}
