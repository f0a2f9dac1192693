/** The acts of a problem tree as the picture, the fishbone, the whys and the outline offer them. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { changeItem } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { treeDetails } from '#shared/figure/tree-details.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Value } from '#shared/model/lab.ts'
import { type Bone, bonesOf, categorySetOf, levelOf, type TreeNode, type TreeSide, treeOf } from '#shared/rules/tree.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { notify } from '../../../state/notify.ts'
import { useSessionOf } from '../session.tsx'
import * as edits from './edits.ts'
import { mirrorOf } from './mirror.ts'
import { type NewNode, type TreeEditing, visibleItems } from './visible.ts'

export type TreeActs = ReturnType<typeof useTree>

/** Which branches are folded stays as it is when the view of a tree changes. */
const foldedIn = new Map<string, ReadonlySet<ItemId>>()

export function useTree() {
  const session = useSessionOf('tree')
  const { def, items, canvas, value, innovation, selection, readOnly } = session
  const t = useText()
  const language = useLanguage()
  const [editing, setEditing] = useState<TreeEditing>(null)
  const [moving, setMoving] = useState<ItemId | null>(null)
  const place = `${innovation}/${def.id}`
  const [folded, setFolded] = useState<ReadonlySet<ItemId>>(() => foldedIn.get(place) ?? new Set())
  useEffect(() => {
    foldedIn.set(place, folded)
  }, [place, folded])
  const index = useMemo(() => edits.indexTree(treeOf(items)), [items])
  const set = useMemo(() => categorySetOf(def, canvas.settings), [def, canvas.settings])
  const bones = useMemo(() => bonesOf(set, index.tree), [set, index])
  const mirror = useMemo(() => mirrorOf(def, value, items), [def, value, items])
  const details = useMemo(() => {
    const sources = new Map([...(mirror?.nodes ?? [])].map(([id, node]) => [id, node.text]))
    return treeDetails(def, items, language, sources)
  }, [def, items, language, mirror])
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items])
  const fold = useMemo(
    () => ({
      fold: (id: ItemId) =>
        setFolded((now) => {
          const next = new Set(now)
          if (!next.delete(id)) next.add(id)
          return next
        }),
      unfoldAll: () => setFolded(new Set()),
    }),
    [],
  )
  const made = useRef<ItemId | null>(null)
  const acts = useTreeActs(index, set === null ? null : bones, setEditing, made)
  const shown = useMemo(() => visibleItems(items, index, folded, editing), [items, index, folded, editing])
  const move = {
    moving: moving !== null && index.nodes.has(moving) ? moving : null,
    /** Takes a node up; the next one that is chosen and confirmed becomes its parent. */
    pickUp: (id: ItemId) => {
      if (readOnly) return
      if (!index.nodes.has(id)) return session.announce(t('tree.coreStays'))
      setMoving(id)
      session.announce(t('tree.moveMode', { text: byId.get(id)?.text ?? '' }))
    },
    putDown: (target: ItemId) => {
      if (moving === null) return
      if (!edits.mayHang(index, moving, target)) return session.announce(t('tree.underItself'))
      acts.hang(moving, target)
      session.select([moving])
      setMoving(null)
    },
    leave: () => {
      setMoving(null)
      if (moving !== null) session.announce(t('tree.moveCancelled'))
    },
  }
  return {
    ...acts,
    ...fold,
    ...move,
    index,
    byId,
    set,
    bones,
    mirror,
    details,
    shown,
    editing,
    setEditing,
    folded,
    readOnly,
    // A node just made is not read back before the next frame; keys pressed until then are already about it.
    active: selection.active ?? (made.current !== null && !byId.has(made.current) ? made.current : null),
    /** Effects have their place in this canvas. */
    effects: def.layouts.includes('tree'),
  }
}

/** What changes the document; the same object as long as nothing it reads has changed. */
function useTreeActs(
  index: edits.TreeIndex,
  bones: readonly Bone[] | null,
  setEditing: (editing: TreeEditing) => void,
  newest: React.RefObject<ItemId | null>,
) {
  const { def, desk, items, canvas, select, act, announce, readOnly } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const quota = canvas.settings.quota ?? null
  return useMemo(() => {
    const levelName = (id: ItemId): string => {
      const node = index.nodes.get(id)
      return both(node === undefined ? def.levels.core : def.levels[levelOf(node)])
    }
    const begin = (how: NewNode['how'], at: ItemId | null, zone?: string | null): void => {
      if (readOnly) return
      const more = zone === undefined ? {} : { zone }
      const known = index.tree.core ?? edits.freshIndex(desk).tree.core
      if (known === null && how !== 'effect') setEditing({ kind: 'new', how: 'core', at: null })
      else setEditing({ kind: 'new', how, at: at ?? known?.id ?? null, ...more })
    }
    const addOne = (node: NewNode, text: string, after: ItemId | null, now: edits.TreeIndex): ItemId => {
      // Beside the core there is no place: what follows it hangs on it.
      if (after !== null) return edits.addSibling(desk, now, after, text)
      // Somebody else may have written the core meanwhile.
      if (node.how === 'core')
        return now.tree.core === null ? edits.addCore(desk, text, now) : edits.addChild(desk, now, now.tree.core.id, text)
      if (node.how === 'effect' || node.at === null) return edits.addEffect(desk, now, text)
      return node.how === 'sibling' ? edits.addSibling(desk, now, node.at, text) : edits.addChild(desk, now, node.at, text, node.zone)
    }
    /** A cause next to the core stands among those of its own bone. */
    const besideOn = (id: ItemId): readonly TreeNode[] | undefined =>
      bones?.find((bone) => bone.causes.some((node) => node.item.id === id))?.causes
    const moved = (done: boolean | undefined): void => announce(t(done === true ? 'canvas.movedStep' : 'canvas.cannotMove'))
    const movedTo = (done: boolean | undefined, place: string): void =>
      announce(done === true ? t('canvas.movedTo', { place }) : t('canvas.cannotMove'))
    const textOf = (id: ItemId | null): string => items.find((item) => item.id === id)?.text ?? ''
    return {
      begin,
      create: (node: NewNode, text: string): ItemId | null => {
        const made = text === '' ? undefined : act(() => addOne(node, text, null, edits.freshIndex(desk)))
        if (made === undefined) return null
        newest.current = made
        select([made])
        announce(t('canvas.nodeAdded', { text }))
        return made
      },
      /** Several at once, each after the one before it, as one step. */
      createMany: (node: NewNode, texts: readonly string[]): void => {
        const made = act(() => {
          let last: ItemId | null = null
          desk.doc.transact(() => {
            for (const text of texts) {
              const now = edits.freshIndex(desk)
              last = addOne(node, text, last, now)
            }
          }, byPerson)
          return last
        })
        if (made == null) return
        select([made])
        announce(t('tree.manyAdded', { n: texts.length }))
      },
      levelName,
      write: (id: ItemId, text: string): void => {
        const item = items.find((one) => one.id === id)
        if (item !== undefined && text !== '' && item.text !== text) act(() => changeItem(desk.doc, desk.canvas, id, { text }, byPerson))
      },
      setValue: (id: ItemId, column: string, value: Value): void => {
        act(() => changeItem(desk.doc, desk.canvas, id, { values: { [column]: value } }, byPerson))
      },
      remove: (id: ItemId): void => {
        const near = edits.towards(index, id, 'left') ?? index.parent.get(id) ?? null
        const core = id === index.tree.core?.id
        const gone = act(() => edits.removeBranch(desk, index, id))
        if (gone === undefined) return
        select(near === null ? [] : [near], near)
        const words = core ? t('tree.coreRemoved', { text: textOf(id) }) : t('canvas.nodeRemoved', { n: gone.count })
        announce(words)
        notify.undoable(words, gone.restore)
      },
      hang: (id: ItemId, parent: ItemId, side?: TreeSide): void =>
        movedTo(
          act(() => edits.hang(desk, index, id, parent, side)),
          textOf(parent),
        ),
      /** @param place in words, for those who do not see it */
      moveTo: (id: ItemId, spot: edits.Spot, place?: string): void =>
        movedTo(
          act(() => edits.moveTo(desk, index, id, spot)),
          place ?? textOf(spot.parent),
        ),
      shift: (id: ItemId, step: -1 | 1, among?: Parameters<typeof edits.shift>[4]): void =>
        moved(act(() => edits.shift(desk, index, id, step, among))),
      indent: (id: ItemId): void => moved(act(() => edits.indent(desk, index, id, besideOn(id)))),
      outdent: (id: ItemId): void => moved(act(() => edits.outdent(desk, index, id))),
      markRoot: (id: ItemId): void => {
        const root = act(() => edits.markRoot(desk, index, id))
        announce(t(root === true ? 'canvas.rootOn' : root === false ? 'canvas.rootOff' : 'canvas.rootNot'))
      },
      vote: (id: ItemId, step: 1 | -1): void => {
        const given = act(() => edits.vote(desk, id, quota, step))
        const votes = (items.find((item) => item.id === id)?.votes ?? 0) + step
        announce(given === true ? t('tree.voted', { n: votes }) : t(step === 1 ? 'tree.noVotesLeft' : 'tree.noVoteHere'))
      },
      adopt: (ids: readonly ItemId[]): void => {
        act(() => edits.adopt(desk, index, ids))
        announce(t('tree.keptHere'))
      },
    }
  }, [act, announce, bones, both, def, desk, index, items, newest, quota, readOnly, select, setEditing, t])
}
