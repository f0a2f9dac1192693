/** Changes to sessions and their plans, each one step of this person. */
import type * as Y from 'yjs'
import { keyBetween, keysInOrder } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { fillSession, putBlock, putSession, readSession, removeBlock, removeSession } from '#shared/doc/sessions.ts'
import type { BlockId, SessionId } from '#shared/model/ids.ts'
import type { Session, SessionBlock, SessionHead } from '#shared/model/session.ts'
import type { PlannedBlock } from '#shared/rules/session-plan.ts'
import { emptyRun } from '#shared/rules/session-time.ts'
import { newId, nowIso } from '../../../state/fresh.ts'

export type NewSession = { readonly head: Omit<SessionHead, 'id' | 'createdAt'>; readonly blocks: readonly PlannedBlock[] }

/** Makes them in one step. */
export function makeSessions(doc: Y.Doc, sessions: readonly NewSession[]): readonly SessionId[] {
  const ids: SessionId[] = []
  doc.transact(() => {
    for (const { head, blocks } of sessions) {
      const orders = keysInOrder(blocks.length)
      const session: Session = {
        ...head,
        id: newId<'session'>(),
        createdAt: nowIso(),
        blocks: blocks.map((block, at) => ({ ...block, id: newId<'block'>(), order: orders[at] ?? '' })),
        run: emptyRun,
        attendance: {},
      }
      fillSession(doc, session, byPerson)
      ids.push(session.id)
    }
  }, byPerson)
  return ids
}

/** Takes the session off the list and gives the way back; its blocks, run and attendance stay where they are. */
export function dropSession(doc: Y.Doc, id: SessionId): () => void {
  const session = readSession(doc, id)
  removeSession(doc, id, byPerson)
  return () => {
    if (session === null) return
    const { id: _id, blocks: _blocks, run: _run, attendance: _attendance, ...head } = session
    putSession(doc, id, head, byPerson)
  }
}

const planned = ({ id: _id, order: _order, ...block }: SessionBlock): PlannedBlock => block

/** A copy that never takes place, kept as an example. */
export function keepAsTemplate(doc: Y.Doc, session: Session): SessionId | undefined {
  const { id: _id, createdAt: _at, blocks, run: _run, attendance: _attendance, ...head } = session
  return makeSessions(doc, [{ head: { ...head, date: '', template: true, teams: [] }, blocks: blocks.map(planned) }])[0]
}

/** Puts a block at a place counted from 0; what stands there moves down. */
export function insertBlock(doc: Y.Doc, session: Session, block: PlannedBlock, at: number): BlockId {
  const id = newId<'block'>()
  const order = keyBetween(session.blocks[at - 1]?.order ?? null, session.blocks[at]?.order ?? null)
  putBlock(doc, session.id, id, { ...block, order }, byPerson)
  return id
}

export const duplicateBlock = (doc: Y.Doc, session: Session, block: SessionBlock): BlockId =>
  insertBlock(doc, session, planned(block), session.blocks.findIndex(({ id }) => id === block.id) + 1)

/** @param to place counted from 0 in the list without the block. False when it is there already. */
export function moveBlock(doc: Y.Doc, session: Session, id: BlockId, to: number): boolean {
  const from = session.blocks.findIndex((block) => block.id === id)
  const rest = session.blocks.filter((block) => block.id !== id)
  if (from < 0 || to < 0 || to > rest.length || to === from) return false
  putBlock(doc, session.id, id, { order: keyBetween(rest[to - 1]?.order ?? null, rest[to]?.order ?? null) }, byPerson)
  return true
}

/** Removes a block and gives the way back, under the same id, so that its run finds it again. */
export function dropBlock(doc: Y.Doc, session: SessionId, { id, ...block }: SessionBlock): () => void {
  removeBlock(doc, session, id, byPerson)
  return () => putBlock(doc, session, id, block, byPerson)
}

/** Adds what is new of `next`, in its place between the blocks that are there. Those keep their order. */
export function mergeBlocks(doc: Y.Doc, session: Session, next: readonly (PlannedBlock | SessionBlock)[]): void {
  doc.transact(() => {
    let before: string | null = null
    for (const [at, block] of next.entries()) {
      if ('id' in block) {
        before = block.order
        continue
      }
      const after = next.slice(at + 1).find((one): one is SessionBlock => 'id' in one)
      before = keyBetween(before, after?.order ?? null)
      putBlock(doc, session.id, newId<'block'>(), { ...block, order: before }, byPerson)
    }
  }, byPerson)
}
