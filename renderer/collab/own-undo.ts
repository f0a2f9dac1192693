/**
 * Undo of what one person did, which leaves alone what others did. Yjs knows that for most cases, but not for this one: a value of mine
 * over a value of somebody else, taken back, puts his value there under my name; taken back once more, Yjs would write my older
 * past over it.
 */
import * as Y from 'yjs'
import { byPerson } from '#shared/doc/origins.ts'

type Step = Y.UndoManager['undoStack'][number]

/** @param captureTimeout changes closer together than this, in milliseconds, are one step */
export function ownUndo(doc: Y.Doc, scope: ConstructorParameters<typeof Y.UndoManager>[0], captureTimeout: number): Y.UndoManager {
  const manager = new Y.UndoManager(scope, { doc, trackedOrigins: new Set([byPerson]), captureTimeout })
  /** Values of others that an undo or redo of mine has put back. */
  const returned = new Set<string>()
  manager.on('stack-item-popped', ({ stackItem }) => {
    for (const item of entriesOf(doc, stackItem.deletions))
      if (item.redone !== null && (item.id.client !== doc.clientID || returned.has(nameOf(item.id)))) returned.add(nameOf(item.redone))
  })
  const undo = manager.undo.bind(manager)
  manager.undo = () => {
    // A step that changes nothing any more is passed over, so the ones below count too.
    if (returned.size > 0) for (const step of manager.undoStack) leaveReturned(doc, step, returned)
    return undo()
  }
  return manager
}

/** From now on the step does not bring back what would stand in place of a returned value. */
function leaveReturned(doc: Y.Doc, step: Step, returned: ReadonlySet<string>): void {
  for (const item of entriesOf(doc, step.deletions)) {
    const now = entryNow(doc, item)
    if (now === undefined || now.deleted || !returned.has(nameOf(now.id))) continue
    // What this very step took away is what has returned.
    if (item.redone !== null && nameOf(item.redone) === nameOf(now.id)) continue
    const ranges = step.deletions.clients.get(item.id.client) ?? []
    step.deletions.clients.set(
      item.id.client,
      ranges.flatMap((range) => without(range, item.id.clock)),
    )
  }
}

type Range = { readonly clock: number; readonly len: number }

function without({ clock, len }: Range, gone: number): Range[] {
  if (gone < clock || gone >= clock + len) return [{ clock, len }]
  return [
    { clock, len: gone - clock },
    { clock: gone + 1, len: clock + len - gone - 1 },
  ].filter((part) => part.len > 0)
}

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`

/** The values of maps among what was deleted. */
function entriesOf(doc: Y.Doc, { clients }: Step['deletions']): readonly Y.Item[] {
  const found: Y.Item[] = []
  for (const [client, ranges] of clients)
    for (const { clock, len } of ranges)
      for (let at = clock; at < clock + len; ) {
        const struct = Y.getItem(doc.store, Y.createID(client, at))
        if (struct instanceof Y.Item && struct.parentSub !== null) found.push(struct)
        at = struct.id.clock + struct.length
      }
  return found
}

/** What stands today where an old value stood, also when the map around it was deleted and came back. */
function entryNow(doc: Y.Doc, { parent, parentSub }: Y.Item): Y.Item | undefined {
  if (!(parent instanceof Y.AbstractType) || parentSub === null) return undefined
  let holder = parent._item
  while (holder !== null && holder.redone !== null) {
    const next = Y.getItem(doc.store, holder.redone)
    if (!(next instanceof Y.Item)) return undefined
    holder = next
  }
  const map = holder === null ? parent : holder.content instanceof Y.ContentType ? holder.content.type : parent
  return map._map.get(parentSub)
}
