/** The acts of a problem tree as the picture, the fishbone and the outline offer them. */
import { useMemo, useState } from 'react'
import { changeItem } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import { levelOf, treeOf } from '#shared/rules/tree.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { notify } from '../../../state/notify.ts'
import { useSessionOf } from '../session.tsx'
import * as edits from './edits.ts'

/** How a node that is being written will hang. */
export type NewNode = { readonly kind: 'new'; readonly how: 'core' | 'child' | 'sibling' | 'effect'; readonly at: ItemId | null }
export type TreeEditing = NewNode | { readonly kind: 'item'; readonly id: ItemId } | null
export type TreeActs = ReturnType<typeof useTree>

/** Stands in the layout for a node that is being written. */
export const draftNode = 'draft' as ItemId // never stored

export function useTree() {
  const { def, desk, items, selection, select, act, announce, readOnly } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const [editing, setEditing] = useState<TreeEditing>(null)
  const [folded, setFolded] = useState<ReadonlySet<ItemId>>(new Set())
  const index = useMemo(() => edits.indexTree(treeOf(items)), [items])

  const acts = useMemo(() => {
    const levelName = (id: ItemId): string => {
      const node = index.nodes.get(id)
      return both(node === undefined ? def.levels.core : def.levels[levelOf(node)])
    }
    const begin = (how: NewNode['how'], at: ItemId | null): void => {
      if (readOnly) return
      if (index.tree.core === null && how !== 'effect') setEditing({ kind: 'new', how: 'core', at: null })
      else setEditing({ kind: 'new', how, at: at ?? index.tree.core?.id ?? null })
    }
    const create = (node: NewNode, text: string): void => {
      if (text === '') return
      const made = act(() => {
        if (node.how === 'core') return edits.addCore(desk, text)
        if (node.how === 'effect' || node.at === null) return edits.addEffect(desk, index, text)
        return node.how === 'sibling' ? edits.addSibling(desk, index, node.at, text) : edits.addChild(desk, index, node.at, text)
      })
      if (made === undefined) return
      select([made])
      announce(t('canvas.nodeAdded', { text }))
    }
    const moved = (done: boolean | undefined): void => announce(t(done === true ? 'canvas.movedStep' : 'canvas.cannotMove'))
    return {
      begin,
      create,
      levelName,
      write: (id: ItemId, text: string) => {
        const item = items.find((one) => one.id === id)
        if (item !== undefined && text !== '' && item.text !== text) act(() => changeItem(desk.doc, desk.canvas, id, { text }, byPerson))
      },
      remove: (id: ItemId) => {
        const near = edits.towards(index, id, 'left') ?? index.parent.get(id) ?? null
        const gone = act(() => edits.removeBranch(desk, index, id))
        if (gone === undefined) return
        select(near === null ? [] : [near], near)
        announce(t('canvas.nodeRemoved', { n: gone.count }))
        notify.undoable(t('canvas.nodeRemoved', { n: gone.count }), gone.restore)
      },
      hang: (id: ItemId, parent: ItemId, side?: 'effect' | 'cause') => {
        const done = act(() => edits.hang(desk, index, id, parent, side))
        const to = items.find((item) => item.id === parent)
        announce(done === true ? t('canvas.movedTo', { place: to?.text ?? '' }) : t('canvas.cannotMove'))
      },
      shift: (id: ItemId, step: -1 | 1) => moved(act(() => edits.shift(desk, index, id, step))),
      indent: (id: ItemId) => moved(act(() => edits.indent(desk, index, id))),
      outdent: (id: ItemId) => moved(act(() => edits.outdent(desk, index, id))),
      markRoot: (id: ItemId) => {
        const root = act(() => edits.markRoot(desk, index, id))
        announce(t(root === true ? 'canvas.rootOn' : root === false ? 'canvas.rootOff' : 'canvas.rootNot'))
      },
      fold: (id: ItemId) =>
        setFolded((now) => {
          const next = new Set(now)
          if (!next.delete(id)) next.add(id)
          return next
        }),
    }
  }, [act, announce, both, def, desk, index, items, readOnly, select, t])

  const shown = useMemo(() => visibleItems(items, index, folded, editing), [items, index, folded, editing])
  return { ...acts, index, shown, editing, setEditing, folded, readOnly, active: selection.active }
}

/** Items that are not folded away, with the node that is being written. */
function visibleItems(items: readonly Item[], index: edits.TreeIndex, folded: ReadonlySet<ItemId>, editing: TreeEditing): readonly Item[] {
  const hidden = new Set<ItemId>()
  for (const id of folded) for (const below of edits.subtreeOf(index, id)) if (below !== id) hidden.add(below)
  const seen = hidden.size === 0 ? items : items.filter((item) => !hidden.has(item.id))
  if (editing?.kind !== 'new') return seen
  const near = editing.at === null ? undefined : index.nodes.get(editing.at)
  const beside = editing.how === 'sibling' && near !== undefined
  const parent = beside ? (index.parent.get(near.item.id) ?? null) : editing.at
  const draft: Item = {
    id: draftNode,
    // Sorts right after the sibling, or after all.
    order: beside ? `${near.item.order}~` : '~',
    text: '',
    zone: null,
    x: null,
    y: null,
    color: null,
    cluster: null,
    parent: editing.how === 'core' ? null : editing.how === 'effect' ? (index.tree.core?.id ?? null) : parent,
    role: editing.how === 'core' ? 'core' : editing.how === 'effect' ? 'effect' : (near?.side ?? 'cause'),
    root: false,
    values: {},
    scores: {},
    picture: '',
    link: '',
    votes: 0,
    author: '',
    table: '',
  }
  return [...seen, draft]
}

const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const

/** Keys of the picture. Tab belongs to the tree only while a node is chosen; Esc gives it back to the page. */
export function treeKeys(
  acts: TreeActs,
  event: React.KeyboardEvent,
  session: { readonly select: (ids: readonly ItemId[], active?: ItemId | null) => void; readonly openLinks: () => void },
): void {
  const { active, index } = acts
  const direction = Object.hasOwn(directions, event.key) ? directions[event.key as keyof typeof directions] : undefined // own key, by the test before
  const run = (what: () => void): void => {
    event.preventDefault()
    what()
  }
  if (event.ctrlKey || event.metaKey) return
  if (direction !== undefined && event.altKey) {
    if (active === null) return
    const node = index.nodes.get(active)
    const inward = direction === (node?.side === 'effect' ? 'down' : 'up')
    run(() => {
      if (direction === 'left' || direction === 'right') acts.shift(active, direction === 'left' ? -1 : 1)
      else if (inward) acts.outdent(active)
      else acts.indent(active)
    })
    return
  }
  if (direction !== undefined) {
    run(() => {
      const next = active === null ? (index.tree.core?.id ?? null) : edits.towards(index, active, direction)
      if (next !== null) session.select([next])
    })
    return
  }
  if (event.altKey) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (key === 'e') run(() => acts.begin('effect', null))
  else if (active === null) {
    if (key === 'Enter' && index.tree.core === null) run(() => acts.begin('core', null))
  } else if (key === 'Tab' && !event.shiftKey && !acts.readOnly) run(() => acts.begin('child', active))
  else if (key === 'Enter') run(() => acts.begin(active === index.tree.core?.id ? 'child' : 'sibling', active))
  else if (key === 'F2' && !acts.readOnly) run(() => acts.setEditing({ kind: 'item', id: active }))
  else if (key === 'a') run(() => acts.markRoot(active))
  else if (key === 'j') run(session.openLinks)
  else if (key === ' ' || key === 'f') run(() => acts.fold(active))
  else if (key === 'Delete' || key === 'Backspace') run(() => acts.remove(active))
  else if (key === 'Escape') run(() => session.select([], null))
}
