/** Keys of the drawn trees. Tab belongs to the tree only while a node is chosen; Esc gives it back to the page. */
import type { ItemId } from '#shared/model/ids.ts'
import type { Direction } from './edits.ts'
import type { TreeActs } from './use-tree.ts'

/** How arrow keys walk and shift in one kind of picture. */
export type Walk = {
  readonly next: (id: ItemId, direction: Direction) => ItemId | null
  readonly shift: (id: ItemId, direction: Direction) => void
  /** The picture shows effects. */
  readonly effects: boolean
}
type Session = { readonly select: (ids: readonly ItemId[], active?: ItemId | null) => void; readonly openLinks: () => void }

const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const

export function treeKeys(acts: TreeActs, event: React.KeyboardEvent, session: Session, walk: Walk): void {
  const act = actOf(acts, event, session, walk)
  if (act === undefined) return
  event.preventDefault()
  act()
}

function actOf(acts: TreeActs, event: React.KeyboardEvent, session: Session, walk: Walk): (() => void) | undefined {
  const { active, index } = acts
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.ctrlKey || event.metaKey) {
    if (active === null) return undefined
    return key === ']' ? () => acts.indent(active) : key === '[' ? () => acts.outdent(active) : undefined
  }
  const direction = Object.hasOwn(directions, event.key) ? directions[event.key as keyof typeof directions] : undefined // own key, by the test before
  if (direction !== undefined && event.altKey) return active === null ? undefined : () => walk.shift(active, direction)
  if (event.altKey) return undefined
  if (direction !== undefined)
    return () => {
      const next = active === null ? (index.tree.core?.id ?? null) : walk.next(active, direction)
      if (next !== null) session.select([next])
    }
  if (acts.moving !== null) {
    if (key === 'Enter' && active !== null) return () => acts.putDown(active)
    return key === 'Escape' ? acts.leave : undefined
  }
  if (key === 'e' && walk.effects) return () => acts.begin('effect', null)
  if (active === null) return key === 'Enter' && index.tree.core === null ? () => acts.begin('core', null) : undefined
  return nodeKey(acts, key, event.shiftKey, active, session)
}

function nodeKey(acts: TreeActs, key: string, shift: boolean, active: ItemId, session: Session): (() => void) | undefined {
  switch (key) {
    case 'Tab':
      return shift || acts.readOnly ? undefined : () => acts.begin('child', active)
    case 'Enter':
      // A twin nobody has written yet is written first.
      if (acts.byId.get(active)?.text === '') return acts.readOnly ? undefined : () => acts.setEditing({ kind: 'item', id: active })
      return () => acts.begin(active === acts.index.tree.core?.id ? 'child' : 'sibling', active)
    case 'F2':
      return acts.readOnly ? undefined : () => acts.setEditing({ kind: 'item', id: active })
    case 'm':
      return () => acts.pickUp(active)
    case 'a':
      return () => acts.markRoot(active)
    case 's':
      return () => acts.vote(active, shift ? -1 : 1)
    case 'j':
      return session.openLinks
    case ' ':
    case 'f':
      return () => acts.fold(active)
    case 'Delete':
    case 'Backspace':
      return () => acts.remove(active)
    case 'Escape':
      return () => session.select([], null)
    default:
      return undefined
  }
}
